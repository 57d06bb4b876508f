//! Version 1 of the notation, as `docs/AUTHORING.md` describes it.

mod condition;
mod decision;
mod effect;
mod header;
mod lesson;
mod room;
mod texts;
mod words;

pub(crate) use header::{id_of, scenario};
pub(crate) use room::seats;
pub(crate) use texts::{TextFile, text_file};

/// The version that this notation has in files.
pub(crate) const FORMAT: i64 = 1;

/// Fields of `Scenario(…)`, in the order in which they are written.
pub(crate) const SCENARIO: &[&str] = &[
    "format",
    "id",
    "version",
    "title",
    "summary",
    "briefing",
    "goals",
    "authors",
    "licence",
    "languages",
    "level",
    "minutes",
    "competences",
    "rubric",
    "room",
    "seats",
    "items",
    "students",
    "phases",
    "lines",
    "beats",
    "decisions",
    "endings",
    "pass",
];
