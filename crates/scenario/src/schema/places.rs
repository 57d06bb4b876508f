//! Where things stand in the file: ids by list, and the places that later passes point at.

use std::collections::BTreeMap;

use crate::model::Point;
use crate::syntax::Span;

/// An id that could not be resolved. It was reported; passes skip it, because no list is that long.
pub(crate) const UNRESOLVED: u16 = u16::MAX;

/// Lists whose entries have ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Entry {
    Competence,
    Criterion,
    Seat,
    Item,
    Student,
    Phase,
    Line,
    Beat,
    Decision,
    Ending,
}

impl Entry {
    /// The lists with ids in the file's order; seats, which may be generated, come apart.
    pub(crate) const LISTS: [(Entry, &'static str); 9] = [
        (Entry::Competence, "competences"),
        (Entry::Criterion, "rubric"),
        (Entry::Item, "items"),
        (Entry::Student, "students"),
        (Entry::Phase, "phases"),
        (Entry::Line, "lines"),
        (Entry::Beat, "beats"),
        (Entry::Decision, "decisions"),
        (Entry::Ending, "endings"),
    ];

    /// In words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Entry::Competence => "competence",
            Entry::Criterion => "criterion",
            Entry::Seat => "seat",
            Entry::Item => "item",
            Entry::Student => "student",
            Entry::Phase => "phase",
            Entry::Line => "line",
            Entry::Beat => "beat",
            Entry::Decision => "decision",
            Entry::Ending => "ending",
        }
    }
}

/// The ids of one list.
#[derive(Debug, Default)]
pub(crate) struct Table {
    by_name: BTreeMap<String, u16>,
    /// Where each entry's id stands, or its head if it has none.
    pub spans: Vec<Span>,
}

impl Table {
    /// Adds the next entry. Gives the place of an earlier one of the same name.
    pub(crate) fn add(&mut self, name: Option<&str>, span: Span) -> Option<Span> {
        let index = u16::try_from(self.spans.len()).unwrap_or(UNRESOLVED);
        self.spans.push(span);
        let name = name?;
        if let Some(earlier) = self.by_name.get(name) {
            return self.spans.get(usize::from(*earlier)).copied();
        }
        self.by_name.insert(name.to_owned(), index);
        None
    }

    /// The place of a name in its list.
    pub(crate) fn get(&self, name: &str) -> Option<u16> {
        self.by_name.get(name).copied()
    }

    /// All names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    /// All names, in the order of their entries. Only for tables in which every entry has a name of its own.
    pub(crate) fn in_order(&self) -> Vec<String> {
        let mut names: Vec<(&String, &u16)> = self.by_name.iter().collect();
        names.sort_by_key(|(_, index)| **index);
        names.into_iter().map(|(name, _)| name.clone()).collect()
    }

    /// Where an entry stands.
    pub(crate) fn span(&self, index: usize) -> Span {
        self.spans.get(index).copied().unwrap_or_default()
    }
}

/// The ids of all lists.
#[derive(Debug, Default)]
pub(crate) struct Names {
    tables: BTreeMap<Entry, Table>,
    /// Options, by decision.
    pub options: Vec<Table>,
    /// Flags, in order of first mention.
    pub flags: Table,
    /// Names of shares, in order of first mention, and how many shares have none.
    pub shares: Table,
    pub own_draws: u32,
}

impl Names {
    /// The ids of a list.
    pub(crate) fn table(&mut self, entry: Entry) -> &mut Table {
        self.tables.entry(entry).or_default()
    }

    /// Where an entry of a list stands.
    pub(crate) fn span(&self, entry: Entry, index: usize) -> Span {
        self.tables.get(&entry).map(|table| table.span(index)).unwrap_or_default()
    }

    /// Where an option stands.
    pub(crate) fn option_span(&self, decision: usize, option: usize) -> Span {
        self.options.get(decision).map(|table| table.span(option)).unwrap_or_default()
    }
}

/// Places that have no id, for passes to point at.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// The word `Scenario`.
    pub head: Span,
    /// Where each text is named first, by text id.
    pub texts: Vec<Span>,
    /// Where each language of the list stands.
    pub languages: Vec<Span>,
    /// Where each flag is set first, and where it is asked for first.
    pub flags_set: BTreeMap<u16, Span>,
    pub flags_read: BTreeMap<u16, Span>,
    /// Where each name of a share stands first, until it is named again.
    pub shares_once: BTreeMap<u16, Span>,
    /// Waiting times: where, how many ticks, in words.
    pub waits: Vec<(Span, u32)>,
    /// Points on the floor: where, which, in words.
    pub points: Vec<(Span, Point, &'static str)>,
    /// Where each student's seat is given, and each friend.
    pub student_seats: Vec<Span>,
    pub friends: Vec<Vec<Span>>,
    /// By decision: where its timer, what happens on expiry, and evidence stand.
    pub timers: BTreeMap<usize, Span>,
    pub expiries: BTreeMap<usize, Span>,
    /// By decision and option: where `says` stands.
    pub says: BTreeMap<(usize, usize), Span>,
    /// The last ending's condition.
    pub ending_conditions: BTreeMap<usize, Span>,
    /// The pass rule's parts.
    pub pass_score: Span,
    pub pass_endings: Span,
}
