//! From files to a scenario, in passes. Each finds all it can; none stops the next unless it would only guess.

mod graph;
mod language;
mod parse;
mod people;
mod resolve;
mod room;
mod rubric;
mod timing;
mod voices;
mod walk;

use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, Lines, Severity, Sink, Source};
use crate::model::Scenario;
use crate::schema::{Cx, Entry, Names, Places, v1};
use crate::syntax::{Node, Span, compact, pretty};

pub(crate) use parse::{Text, text_of};

/// What came of reading a scenario.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The scenario; none if there is any error.
    pub scenario: Option<Scenario>,
    /// Every problem, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that were read, for showing problems with their lines.
    pub sources: Vec<Source>,
    /// Where each line of the scenario stands.
    pub(crate) lines: Vec<Span>,
}

impl Loaded {
    /// Whether there is any error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|found| found.severity == Severity::Error)
    }

    /// Every problem as a person reads it in a terminal.
    pub fn render_human(&self, colour: bool) -> String {
        crate::diagnostic::render_human(&self.diagnostics, &self.sources, colour)
    }

    /// Every problem as JSON.
    pub fn render_json(&self) -> String {
        crate::diagnostic::render_json(&self.diagnostics)
    }
}

/// What the passes after reading look at.
pub(crate) struct Checked<'a> {
    /// The scenario, with [`crate::schema::UNRESOLVED`] where an id was unknown.
    pub scenario: &'a Scenario,
    pub names: &'a Names,
    pub places: &'a Places,
}

/// Reads a scenario from its files: the main one and one of texts for each language.
pub fn load_sources(main: Source, texts: &[Source]) -> Loaded {
    let sources: Vec<Source> = std::iter::once(main).chain(texts.iter().cloned()).collect();
    let read: Vec<Text> = sources.iter().map(|source| text_of(&source.bytes)).collect();
    let lines = sources.iter().zip(&read).map(|(source, text)| Lines::new(&source.name, text.as_str())).collect();
    let mut sink = Sink::new(lines);
    let (scenario, lines) = compile(&mut sink, &sources, &read).unzip();
    let scenario = scenario.filter(|_| !sink.has_errors());
    Loaded { scenario, diagnostics: sink.finish(), sources, lines: lines.unwrap_or_default() }
}

/// The scenario, and where each of its lines stands.
fn compile(sink: &mut Sink, sources: &[Source], read: &[Text]) -> Option<(Scenario, Vec<Span>)> {
    let trees: Vec<Option<Node>> = read.iter().enumerate().map(|(file, text)| parse::tree(sink, file, text)).collect();
    // Only a broken main file hides what is there; a broken file of texts hides texts.
    let mut cx = Cx {
        incomplete: sink.errors_in(0) > 0,
        sink,
        file: 0,
        names: Names::default(),
        places: Places::default(),
        texts: crate::model::Texts::default(),
    };
    let main = trees.first().and_then(Option::as_ref);
    let scenario = main.and_then(|root| resolve::scenario(&mut cx, root));
    let mut files = Vec::new();
    let cut_short = cx.incomplete;
    let mut texts_incomplete = cx.incomplete;
    for (file, tree) in trees.iter().enumerate().skip(1) {
        cx.file = file;
        cx.incomplete = cx.sink.errors_in(file) > 0;
        let found = tree.as_ref().and_then(|root| v1::text_file(&mut cx, root));
        texts_incomplete |= cx.incomplete || found.is_none();
        files.extend(found);
    }
    cx.file = 0;
    let mut scenario = scenario?;
    let main_incomplete = cx.sink.errors_in(0) > 0;
    let Cx { names, places, texts, .. } = cx;
    scenario.texts = texts;
    language::check(sink, &mut scenario, &places, &files, sources, texts_incomplete);
    {
        let checked = Checked { scenario: &scenario, names: &names, places: &places };
        if !cut_short {
            room::check(sink, &checked);
        }
        people::check(sink, &checked);
        timing::check(sink, &checked);
        // With unknown ids or missing parts, whatever depends on them would seem unreachable.
        if !main_incomplete {
            let reach = graph::check(sink, &checked);
            rubric::check(sink, &checked, &reach);
        }
    }
    scenario.digest = digest(&trees, &files);
    let lines = (0..scenario.lines.len()).map(|at| names.span(Entry::Line, at)).collect();
    Some((scenario, lines))
}

/// SHA-256 over the files' meaning: comments, spaces and the order of texts do not count.
fn digest(trees: &[Option<Node>], files: &[v1::TextFile]) -> String {
    let mut hasher = Sha256::new();
    if let Some(Some(main)) = trees.first() {
        hasher.update(compact(main).as_bytes());
    }
    let mut files: Vec<&v1::TextFile> = files.iter().collect();
    files.sort_by_key(|file| file.lang);
    for file in files {
        hasher.update([0]);
        hasher.update(file.lang.code().as_bytes());
        for (id, (text, _, _)) in &file.texts {
            for part in [id, text] {
                hasher.update([0]);
                hasher.update(part.as_bytes());
            }
        }
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file laid out in the standard way, with its comments: the same values, and no difference if done again.
///
/// # Errors
/// The problems because of which it cannot be read as RON; nothing is laid out then.
pub fn format_source(source: &Source) -> Result<String, Vec<Diagnostic>> {
    let text = text_of(&source.bytes);
    let mut sink = Sink::new(vec![Lines::new(&source.name, text.as_str())]);
    let parsed = parse::parsed(&mut sink, 0, &text);
    match parsed {
        Some(parsed) if !sink.has_errors() => match &parsed.root {
            Some(root) => Ok(pretty(text.as_str(), root, &parsed.comments)),
            None => Err(sink.finish()),
        },
        _ => Err(sink.finish()),
    }
}
