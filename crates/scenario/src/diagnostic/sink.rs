//! Where passes report problems.

use std::collections::BTreeSet;

use super::{Code, Diagnostic, Related, Severity};
use crate::limits::MAX_DIAGNOSTICS;
use crate::syntax::Span;

/// Starts of a file's lines, to turn bytes into lines and columns.
pub(crate) struct Lines {
    name: String,
    text: String,
    starts: Vec<usize>,
}

impl Lines {
    /// For a file and what could be read of it.
    pub(crate) fn new(name: &str, text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.to_owned(), text: text.to_owned(), starts }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    fn place(&self, at: usize) -> (u32, u32) {
        let line = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        let start = self.starts[line];
        let before = self.text.get(start..at.min(self.text.len())).unwrap_or_default();
        // A byte order mark is no column.
        let column = before.chars().filter(|c| *c != '\u{feff}').count() + 1;
        (count(line + 1), count(column))
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Collects problems of several files.
pub(crate) struct Sink {
    files: Vec<Lines>,
    found: Vec<(usize, Diagnostic)>,
    /// Errors by file.
    errors: Vec<usize>,
    dropped: usize,
    /// Lines, by file, on which quotes do not match: what else is wrong there is only a consequence.
    garbled: BTreeSet<(usize, u32)>,
    /// What is written to after the limit.
    scratch: Diagnostic,
}

impl Sink {
    /// For these files; passes name them by their place.
    pub(crate) fn new(files: Vec<Lines>) -> Self {
        Self {
            errors: vec![0; files.len()],
            files,
            found: Vec::new(),
            dropped: 0,
            garbled: BTreeSet::new(),
            scratch: blank(Code::TooMany),
        }
    }

    /// Whether there is any error so far.
    pub(crate) fn has_errors(&self) -> bool {
        self.errors.iter().any(|count| *count > 0)
    }

    /// Whether further problems are only counted: then nobody reads what they say.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= MAX_DIAGNOSTICS
    }

    /// Errors so far in one file.
    pub(crate) fn errors_in(&self, file: usize) -> usize {
        self.errors.get(file).copied().unwrap_or(0)
    }

    /// A problem in a place.
    pub(crate) fn report(&mut self, code: Code, file: usize, span: Span, message: impl Into<String>) -> Reported<'_> {
        // Looking up a place takes as long as its line is, which adds up in a hostile file.
        let lines = self.files.get(file).filter(|_| !self.is_full());
        let (line, column) = lines.map_or((1, 1), |lines| lines.place(span.from()));
        self.add(file, Diagnostic { span: Some(span), line, column, message: message.into(), ..blank(code) })
    }

    /// A problem of a whole file.
    pub(crate) fn report_file(&mut self, code: Code, file: usize, message: impl Into<String>) -> Reported<'_> {
        self.add(file, Diagnostic { message: message.into(), ..blank(code) })
    }

    fn add(&mut self, file: usize, mut diagnostic: Diagnostic) -> Reported<'_> {
        diagnostic.file = self.files.get(file).map(|lines| lines.name.clone()).unwrap_or_default();
        if diagnostic.severity == Severity::Error {
            self.errors[file] += 1;
        }
        if diagnostic.code == Code::OpenText {
            self.garbled.insert((file, diagnostic.line));
        } else if diagnostic.span.is_some() && self.garbled.contains(&(file, diagnostic.line)) {
            self.scratch = diagnostic;
            return Reported { diagnostic: &mut self.scratch, files: &self.files };
        }
        if self.is_full() {
            self.dropped += 1;
            self.scratch = diagnostic;
            return Reported { diagnostic: &mut self.scratch, files: &self.files };
        }
        self.found.push((file, diagnostic));
        let at = self.found.len() - 1;
        Reported { diagnostic: &mut self.found[at].1, files: &self.files }
    }

    /// Everything reported, by file and place.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        if self.dropped > 0 {
            let mut last = blank(Code::TooMany);
            last.message = format!("{} more problems are not shown", self.dropped);
            last.help = Some("solve the first ones and check again: one mistake often causes many messages".to_owned());
            last.file = self.files.first().map(|lines| lines.name.clone()).unwrap_or_default();
            self.found.push((usize::MAX, last));
        }
        self.found.sort_by(|(file_a, a), (file_b, b)| (file_a, a.span, a.code).cmp(&(file_b, b.span, b.code)));
        self.found.into_iter().map(|(_, diagnostic)| diagnostic).collect()
    }
}

fn blank(code: Code) -> Diagnostic {
    Diagnostic {
        code,
        severity: code.severity(),
        file: String::new(),
        span: None,
        line: 1,
        column: 1,
        message: String::new(),
        help: None,
        related: Vec::new(),
    }
}

/// A problem that was just reported, to add to.
pub(crate) struct Reported<'a> {
    diagnostic: &'a mut Diagnostic,
    files: &'a [Lines],
}

impl Reported<'_> {
    /// What to do about it.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.diagnostic.help = Some(help.into());
        self
    }

    /// Another place that matters.
    pub(crate) fn related(self, file: usize, span: Span, message: impl Into<String>) -> Self {
        let file = self.files.get(file).map(|lines| lines.name.clone()).unwrap_or_default();
        self.diagnostic.related.push(Related { file, span, message: message.into() });
        self
    }
}
