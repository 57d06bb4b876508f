//! Numbers with units, texts, yes and no. Files have people's units; the model has whole ones.

use super::fields::{Cx, Read};
use super::places::{Entry, UNRESOLVED};
use crate::diagnostic::{Code, quote};
use crate::limits::MAX_MINUTES;
use crate::model::{
    BeatId, CompetenceId, CriterionId, DecisionId, EndingId, FlagId, ItemId, LineId, PhaseId, SeatId, StudentId, TextId,
};
use crate::syntax::{Kind, Node};

/// Seconds in the file, ticks here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seconds(pub u32);
/// Metres in the file, millimetres here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Metres(pub i32);
/// Percent in the file, 0 to 100; per mille here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Percent(pub u16);
/// Percent points in the file, -100 to 100; per mille here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PercentPoints(pub i16);

/// Farthest that anything can be from the middle of a room.
const FAR_MM: i64 = 100_000;

impl Cx<'_> {
    /// A number with at most so many decimals, as a whole number of its smallest steps.
    pub(crate) fn number(&mut self, node: &Node, decimals: usize, least: i64, most: i64, unit: &str) -> Option<i64> {
        let Kind::Number(text) = &node.kind else {
            let what = if unit.is_empty() { "a number".to_owned() } else { format!("a number of {unit}") };
            self.expected(node, &what);
            return None;
        };
        let space = if unit.is_empty() { "" } else { " " };
        let range = format!("it must be from {} to {}{space}{unit}", decimal(least, decimals), decimal(most, decimals));
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > decimals {
            let message = match decimals {
                0 => format!("{} must be a whole number", quote(text)),
                _ => format!("{} has too many decimals; {decimals} at most", quote(text)),
            };
            self.report(Code::OutOfRange, node.span, message);
            return None;
        }
        let steps: Option<i64> = format!("{whole}{fraction:0<decimals$}").parse().ok();
        let found = steps.filter(|steps| (least..=most).contains(steps));
        if found.is_none() {
            self.report(Code::OutOfRange, node.span, format!("{} is out of range", quote(text))).help(range);
        }
        found
    }

    /// A whole number.
    pub(crate) fn whole(&mut self, node: &Node, least: i64, most: i64) -> Option<i64> {
        self.number(node, 0, least, most, "")
    }

    /// A text as it stands, not empty, on its own.
    pub(crate) fn text<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n str> {
        match &node.kind {
            Kind::Text(text) => Some(text),
            _ => {
                self.expected(node, &format!("{what}, in quotes"));
                None
            }
        }
    }
}

/// Steps of a unit as people write them.
fn decimal(steps: i64, decimals: usize) -> String {
    let one = 10_i64.pow(u32::try_from(decimals).unwrap_or(0));
    if steps % one == 0 {
        return (steps / one).to_string();
    }
    let sign = if steps < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:0decimals$}", steps.abs() / one, steps.abs() % one);
    text.trim_end_matches('0').to_owned()
}

impl Read for Seconds {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let ticks = cx.number(node, 1, 0, i64::from(MAX_MINUTES) * 600, "seconds")?;
        Some(Seconds(u32::try_from(ticks).unwrap_or(0)))
    }

    fn broken() -> Self {
        Seconds(0)
    }
}

impl Read for Metres {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let mm = cx.number(node, 3, -FAR_MM, FAR_MM, "metres")?;
        Some(Metres(i32::try_from(mm).unwrap_or(0)))
    }

    fn broken() -> Self {
        Metres(0)
    }
}

impl Read for Percent {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let permille = cx.number(node, 1, 0, 1000, "percent")?;
        Some(Percent(u16::try_from(permille).unwrap_or(0)))
    }

    fn broken() -> Self {
        Percent(0)
    }
}

impl Read for PercentPoints {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let permille = cx.number(node, 1, -1000, 1000, "percent points")?;
        Some(PercentPoints(i16::try_from(permille).unwrap_or(0)))
    }

    fn broken() -> Self {
        PercentPoints(0)
    }
}

impl Read for bool {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        match node.kind {
            Kind::Bool(value) => Some(value),
            _ => {
                cx.expected(node, "`true` or `false`");
                None
            }
        }
    }

    fn broken() -> Self {
        false
    }
}

impl Read for String {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let text = cx.text(node, "a text")?.trim();
        if text.is_empty() {
            cx.report(Code::OutOfRange, node.span, "this text must not be empty");
            return None;
        }
        Some(text.to_owned())
    }

    fn broken() -> Self {
        String::new()
    }
}

impl Read for TextId {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let name = cx.text(node, "the id of a text")?;
        Some(cx.text_id(name, node.span))
    }

    fn broken() -> Self {
        TextId(UNRESOLVED)
    }
}

impl Read for FlagId {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        cx.flag(node).map(FlagId)
    }

    fn broken() -> Self {
        FlagId(UNRESOLVED)
    }
}

macro_rules! read_ids {
    ($($id:ident = $entry:ident;)*) => {$(
        impl Read for $id {
            fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
                cx.id(Entry::$entry, node).map($id)
            }

            fn broken() -> Self {
                $id(UNRESOLVED)
            }
        }
    )*};
}

read_ids! {
    StudentId = Student;
    SeatId = Seat;
    PhaseId = Phase;
    BeatId = Beat;
    DecisionId = Decision;
    LineId = Line;
    CriterionId = Criterion;
    CompetenceId = Competence;
    EndingId = Ending;
    ItemId = Item;
}
