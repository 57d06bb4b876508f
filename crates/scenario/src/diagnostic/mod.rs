//! Problems: what is wrong, where, and what to do about it.

mod codes;
mod render;
mod sink;

pub use codes::{Code, Severity};
pub use render::{render_human, render_json};

pub(crate) use sink::{Lines, Reported, Sink};

use crate::syntax::Span;

/// One problem in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of problem.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// Name of the file, as it was given.
    pub file: String,
    /// Where in the file, in bytes; none if it is about the file as a whole.
    pub span: Option<Span>,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that matter.
    pub related: Vec<Related>,
}

/// Another place that a problem has to do with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Name of the file.
    pub file: String,
    /// Where in the file.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// A file's name and content, whatever it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Name for messages: the path as the user gave it.
    pub name: String,
    /// Content, as read.
    pub bytes: Vec<u8>,
}

impl Source {
    /// A file that has been read.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }
}

/// The text shortened for a message, and without line breaks or control characters.
pub(crate) fn clip(text: &str) -> String {
    const MOST: usize = 40;
    let mut out: String = text.chars().take(MOST).flat_map(char::escape_debug).collect();
    if text.chars().nth(MOST).is_some() {
        out.push('…');
    }
    out.replace("\\\"", "\"").replace("\\'", "'")
}

/// As code in a message.
pub(crate) fn quote(text: &str) -> String {
    format!("`{}`", clip(text))
}

/// The known word nearest to this one, if one is near enough to be meant.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Longer words than any id are not compared: the distance is quadratic.
    if word.len() > 60 {
        return None;
    }
    let lower = word.to_lowercase();
    let most = match word.chars().count() {
        0..=2 => 1,
        3..=5 => 2,
        _ => 3,
    };
    known
        .into_iter()
        .filter(|other| other.len() <= 60)
        .map(|other| (distance(&lower, &other.to_lowercase()), other))
        .filter(|(far, other)| *far <= most && *far < other.chars().count())
        .min_by_key(|(far, _)| *far)
        .map(|(_, other)| other)
}

/// How many letters to add, drop, change or swap with the next.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (rows[i][j] + usize::from(x != y)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_finds_slips_and_leaves_strangers() {
        let known = ["noor", "sam", "students", "timer_s"];
        assert_eq!(nearest("nooor", known), Some("noor"));
        assert_eq!(nearest("NOOR", known), Some("noor"));
        assert_eq!(nearest("studnets", known), Some("students"));
        assert_eq!(nearest("timer", known), Some("timer_s"));
        assert_eq!(nearest("elephant", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn what_a_message_quotes_is_short_and_on_one_line() {
        assert_eq!(quote("a\nb\u{7}"), "`a\\nb\\u{7}`");
        assert_eq!(clip(&"x".repeat(100)).chars().count(), 41);
    }
}
