//! Decisions with their options, and endings.

use std::collections::BTreeMap;

use super::effect::Points;
use crate::diagnostic::Code;
use crate::limits::MAX_LIST;
use crate::model::{Choice, Condition, CriterionId, Decision, Ending, Evidence, LineId, StudentId, TextId, Verdict};
use crate::schema::{Cx, Entry, Fields, Read, Seconds};
use crate::syntax::{Kind, Node};

/// Fewest and most options of a decision.
const OPTIONS: std::ops::RangeInclusive<usize> = 2..=6;

/// All decisions.
pub(crate) fn decisions(cx: &mut Cx<'_>, f: &Fields<'_>) -> Vec<Decision> {
    let Some(node) = f.get("decisions") else {
        cx.req::<Vec<TextId>>(f, "decisions");
        return Vec::new();
    };
    let items = cx.list(node, MAX_LIST).unwrap_or_default();
    items.iter().enumerate().map(|(at, item)| decision(cx, at, item).unwrap_or_else(broken)).collect()
}

fn decision(cx: &mut Cx<'_>, at: usize, node: &Node) -> Option<Decision> {
    const FIELDS: &[&str] = &[
        "id",
        "prompt",
        "about",
        "stops_class",
        "timer_s",
        "options",
        "on_expire",
        "expire_feedback",
        "expire_evidence",
    ];
    let f = cx.fields(node, "Decision", "a decision", FIELDS)?;
    if let Some(timer) = f.get("timer_s") {
        cx.places.timers.insert(at, timer.span);
    }
    for name in ["on_expire", "expire_feedback", "expire_evidence"] {
        if let Some(expiry) = f.get(name) {
            cx.places.expiries.entry(at).or_insert(expiry.span);
        }
    }
    let timer_ticks = cx.opt::<Seconds>(&f, "timer_s").map(|seconds| seconds.0);
    if timer_ticks.is_some_and(|ticks| ticks < 30) {
        cx.report(Code::OutOfRange, f.span("timer_s"), "a timer is 3 seconds or more")
            .help("leave `timer_s` out if there is no hurry");
    }
    Some(Decision {
        name: cx.req(&f, "id"),
        prompt: cx.req(&f, "prompt"),
        about: cx.opt::<StudentId>(&f, "about"),
        stops_class: cx.opt(&f, "stops_class").unwrap_or(false),
        timer_ticks,
        choices: options(cx, at, &f),
        on_expire: cx.opt_list(&f, "on_expire"),
        expire_feedback: cx.opt::<TextId>(&f, "expire_feedback"),
        expire_evidence: evidence(cx, &f, "expire_evidence"),
    })
}

fn broken() -> Decision {
    Decision {
        name: String::new(),
        prompt: TextId::broken(),
        about: None,
        stops_class: false,
        timer_ticks: None,
        choices: Vec::new(),
        on_expire: Vec::new(),
        expire_feedback: None,
        expire_evidence: Vec::new(),
    }
}

fn options(cx: &mut Cx<'_>, decision: usize, f: &Fields<'_>) -> Vec<Choice> {
    let Some(node) = f.get("options") else {
        cx.req::<Vec<TextId>>(f, "options");
        return Vec::new();
    };
    let Some(items) = cx.list(node, MAX_LIST) else { return Vec::new() };
    if !OPTIONS.contains(&items.len()) && !cx.incomplete {
        let message = format!("a decision has two to six options, not {}", items.len());
        cx.report(Code::OutOfRange, node.head(), message);
    }
    items.iter().enumerate().map(|(at, item)| option(cx, (decision, at), item)).collect()
}

fn option(cx: &mut Cx<'_>, at: (usize, usize), node: &Node) -> Choice {
    const FIELDS: &[&str] = &["id", "text", "when", "verdict", "says", "then", "evidence", "feedback", "source"];
    let Some(f) = cx.fields(node, "Option", "an option", FIELDS) else {
        return Choice {
            name: String::new(),
            text: TextId::broken(),
            condition: Condition::Always,
            verdict: Verdict::Strong,
            says: None,
            effects: Vec::new(),
            evidence: Vec::new(),
            feedback: TextId::broken(),
            source: None,
        };
    };
    if let Some(says) = f.get("says") {
        cx.places.says.insert(at, says.span);
    }
    Choice {
        name: cx.req(&f, "id"),
        text: cx.req(&f, "text"),
        condition: cx.opt(&f, "when").unwrap_or(Condition::Always),
        verdict: cx.req(&f, "verdict"),
        says: cx.opt::<LineId>(&f, "says"),
        effects: cx.opt_list(&f, "then"),
        evidence: evidence(cx, &f, "evidence"),
        feedback: cx.req(&f, "feedback"),
        source: cx.opt(&f, "source"),
    }
}

/// `{ "criterion": points }`.
fn evidence(cx: &mut Cx<'_>, f: &Fields<'_>, name: &str) -> Vec<Evidence> {
    let Some(node) = f.get(name) else { return Vec::new() };
    let Kind::Table(rows) = &node.kind else {
        cx.expected(node, "a table `{ \"criterion\": points }`");
        return Vec::new();
    };
    let (mut out, mut seen) = (Vec::new(), BTreeMap::new());
    for (key, value) in rows {
        let points = Points::read(cx, value);
        let Some(criterion) = cx.id(Entry::Criterion, key) else { continue };
        if let Some(earlier) = seen.insert(criterion, key.span) {
            let file = cx.file;
            cx.report(Code::GivenTwice, key.span, "points for this criterion are given twice")
                .help("keep one of them")
                .related(file, earlier, "the first one");
            continue;
        }
        out.push(Evidence { criterion: CriterionId(criterion), points: points.map_or(0, |points| points.0) });
    }
    out
}

/// All endings.
pub(crate) fn endings(cx: &mut Cx<'_>, f: &Fields<'_>) -> Vec<Ending> {
    let items = f.get("endings").and_then(|node| match &node.kind {
        Kind::List(items) => Some(items.as_slice()),
        _ => None,
    });
    for (at, item) in items.unwrap_or_default().iter().enumerate() {
        if let Some(when) = item.field("when") {
            cx.places.ending_conditions.insert(at, when.span);
        }
    }
    super::lesson::entries(cx, f, "endings", 1, MAX_LIST)
}

impl Read for Ending {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let f = cx.fields(node, "Ending", "an ending", &["id", "title", "text", "when"])?;
        Some(Ending {
            name: cx.req(&f, "id"),
            title: cx.req(&f, "title"),
            text: cx.req(&f, "text"),
            when: cx.opt(&f, "when").unwrap_or(Condition::Always),
        })
    }

    fn broken() -> Self {
        let (title, text) = (TextId::broken(), TextId::broken());
        Ending { name: String::new(), title, text, when: Condition::Always }
    }
}
