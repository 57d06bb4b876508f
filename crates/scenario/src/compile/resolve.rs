//! Ids first, then everything that refers to them.

use crate::diagnostic::Code;
use crate::limits::MAX_LIST;
use crate::model::Scenario;
use crate::schema::{Cx, Entry, v1};
use crate::syntax::{Kind, Node};

/// The scenario of a tree, its texts still without values.
pub(crate) fn scenario(cx: &mut Cx<'_>, root: &Node) -> Option<Scenario> {
    for (entry, list) in Entry::LISTS {
        let Some(Kind::List(items)) = root.field(list).map(|node| &node.kind) else { continue };
        for item in items.iter().take(MAX_LIST) {
            collect(cx, entry, item);
            if entry == Entry::Decision {
                options(cx, item);
            }
        }
    }
    let seats = v1::seats(cx, root);
    let mut scenario = v1::scenario(cx, root, seats)?;
    flags(cx, &mut scenario);
    shares(cx);
    Some(scenario)
}

/// One entry's id into its table.
fn collect(cx: &mut Cx<'_>, entry: Entry, item: &Node) {
    let (id, span) = v1::id_of(item);
    if let Some(id) = id.filter(|_| entry != Entry::Line) {
        // A line's id is a text id too, and is checked as such.
        cx.check_id(id, span);
    }
    if let Some(earlier) = cx.names.table(entry).add(id, span) {
        duplicate(cx, entry.word(), id.unwrap_or_default(), span, earlier);
    }
}

fn duplicate(cx: &mut Cx<'_>, word: &str, id: &str, span: crate::syntax::Span, earlier: crate::syntax::Span) {
    let file = cx.file;
    let message = format!("there is another {word} \"{}\"", crate::diagnostic::clip(id));
    cx.report(Code::DuplicateId, span, message).help("give each its own id").related(file, earlier, "the first one");
}

/// The ids of a decision's options.
fn options(cx: &mut Cx<'_>, decision: &Node) {
    let mut table = crate::schema::Table::default();
    if let Some(Kind::List(items)) = decision.field("options").map(|node| &node.kind) {
        for item in items.iter().take(MAX_LIST) {
            let (id, span) = v1::id_of(item);
            if let Some(id) = id {
                cx.check_id(id, span);
            }
            if let Some(earlier) = table.add(id, span) {
                duplicate(cx, "option of this decision", id.unwrap_or_default(), span, earlier);
            }
        }
    }
    cx.names.options.push(table);
}

/// Flags that are asked for and never set, and the other way round.
fn flags(cx: &mut Cx<'_>, scenario: &mut Scenario) {
    scenario.flags = cx.names.flags.in_order();
    let (set, read) = (cx.places.flags_set.clone(), cx.places.flags_read.clone());
    let known: Vec<String> =
        scenario.flags.iter().zip(0..).filter(|(_, at)| set.contains_key(at)).map(|(name, _)| name.clone()).collect();
    if cx.incomplete {
        return;
    }
    for (name, at) in scenario.flags.iter().zip(0_u16..) {
        match (set.get(&at), read.get(&at)) {
            (None, Some(span)) => {
                let help = match crate::diagnostic::nearest(name, known.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean \"{near}\"?"),
                    None => format!("set it somewhere with `SetFlag(\"{name}\")`"),
                };
                cx.report(Code::FlagNeverSet, *span, format!("the flag \"{name}\" is never set")).help(help);
            }
            (Some(span), None) => {
                cx.report(Code::FlagNeverRead, *span, format!("no condition asks for the flag \"{name}\""))
                    .help("take it away, or ask for it with `Flag(…)`");
            }
            _ => {}
        }
    }
}

/// Names of shares that only one share has.
fn shares(cx: &mut Cx<'_>) {
    if cx.incomplete {
        return;
    }
    for (_, span) in std::mem::take(&mut cx.places.shares_once) {
        cx.report(Code::ShareNamedOnce, span, "no other share has this name")
            .help("take the name away, or give it to the other share that means the same students");
    }
}
