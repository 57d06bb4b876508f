//! Problems for people, with the source line and a caret, and for machines.

use std::borrow::Cow;

use codespan_reporting::diagnostic::{Diagnostic as Shown, Label, LabelStyle, Severity as ShownSeverity};
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term::termcolor::Buffer;
use codespan_reporting::term::{Config, emit};

use super::{Diagnostic, Severity, Source};
use crate::syntax::Span;

/// Longest source line that is shown, in bytes. A binary file can be one line of megabytes.
const LONGEST_LINE: usize = 400;

/// Problems as a person reads them in a terminal.
pub fn render_human(diagnostics: &[Diagnostic], sources: &[Source], colour: bool) -> String {
    // What is not UTF-8 is read up to there, so that the places of problems are the same.
    let texts: Vec<Cow<'_, str>> = sources.iter().map(|source| String::from_utf8_lossy(&source.bytes)).collect();
    let mut files = SimpleFiles::new();
    for (source, text) in sources.iter().zip(&texts) {
        files.add(source.name.as_str(), text.as_ref());
    }
    let config = Config::default();
    let mut buffer = if colour { Buffer::ansi() } else { Buffer::no_color() };
    for diagnostic in diagnostics {
        let shown = shown(diagnostic, sources, &texts);
        // The one thing that can fail in a buffer is a place outside the file; the message is worth more than that.
        if emit(&mut buffer, &config, &files, &shown).is_err() {
            let bare = Shown { labels: Vec::new(), ..shown };
            emit(&mut buffer, &config, &files, &bare).unwrap_or_default();
        }
    }
    String::from_utf8_lossy(buffer.as_slice()).into_owned()
}

fn shown(diagnostic: &Diagnostic, sources: &[Source], texts: &[Cow<'_, str>]) -> Shown<usize> {
    let severity = match diagnostic.severity {
        Severity::Error => ShownSeverity::Error,
        Severity::Warning => ShownSeverity::Warning,
        Severity::Info => ShownSeverity::Note,
    };
    let label = |style, file: &str, span: Span, message: &str| -> Option<Label<usize>> {
        let at = sources.iter().position(|source| source.name == file)?;
        let range = visible(texts.get(at)?, span)?;
        Some(Label { style, file_id: at, range, message: message.to_owned() })
    };
    let mut labels = Vec::new();
    if let Some(span) = diagnostic.span {
        labels.extend(label(LabelStyle::Primary, &diagnostic.file, span, ""));
    }
    for related in &diagnostic.related {
        labels.extend(label(LabelStyle::Secondary, &related.file, related.span, &related.message));
    }
    let mut notes = Vec::new();
    if !labels.iter().any(|label| label.style == LabelStyle::Primary) {
        notes.push(match diagnostic.span {
            Some(_) => format!("in {}:{}:{}", diagnostic.file, diagnostic.line, diagnostic.column),
            None => format!("in {}", diagnostic.file),
        });
    }
    notes.extend(diagnostic.help.iter().map(|help| format!("help: {help}")));
    Shown::new(severity)
        .with_code(diagnostic.code.id())
        .with_message(&diagnostic.message)
        .with_labels(labels)
        .with_notes(notes)
}

/// The part of a span that is worth showing: its first line, if that is not too long to show. At least one character.
fn visible(text: &str, span: Span) -> Option<std::ops::Range<usize>> {
    let from = span.from().min(text.len());
    let start = text.get(..from)?.rfind('\n').map_or(0, |at| at + 1);
    let end = text[from..].find('\n').map_or(text.len(), |len| from + len);
    let one = text[from..end].chars().next().map_or(0, char::len_utf8);
    (end - start <= LONGEST_LINE).then(|| from..span.to().clamp(from + one, end))
}

/// Problems as JSON: `[{code,severity,file,line,column,message,help}]`.
pub fn render_json(diagnostics: &[Diagnostic]) -> String {
    #[derive(serde::Serialize)]
    struct Entry<'a> {
        code: &'a str,
        severity: &'a str,
        file: &'a str,
        line: u32,
        column: u32,
        message: &'a str,
        help: Option<&'a str>,
    }
    let entries: Vec<Entry<'_>> = diagnostics
        .iter()
        .map(|found| Entry {
            code: found.code.id(),
            severity: found.severity.name(),
            file: &found.file,
            line: found.line,
            column: found.column,
            message: &found.message,
            help: found.help.as_deref(),
        })
        .collect();
    serde_json::to_string_pretty(&entries).expect("strings and numbers always become JSON")
}
