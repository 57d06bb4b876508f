//! Lines that no sound file says. Sound files are no part of a scenario, so this is only checked on request.

use super::Loaded;
use crate::diagnostic::{Code, Lines, Sink, clip};
use crate::model::{Lang, Speaker};

impl Loaded {
    /// Adds a warning for each line that somebody else than the teacher says and that has no voice in a language; one for
    /// all of them where a language has none. `has` is asked for a language and a line's id.
    pub fn check_voices(&mut self, has: impl Fn(Lang, &str) -> bool) {
        let Some(scenario) = &self.scenario else { return };
        let lines = self.sources.iter().map(|source| Lines::new(&source.name, &String::from_utf8_lossy(&source.bytes)));
        let mut sink = Sink::new(lines.collect());
        for lang in &scenario.languages {
            let code = lang.code();
            let voiced = scenario.lines.iter().zip(&self.lines).filter(|(line, _)| line.speaker != Speaker::Teacher);
            let (all, mute): (Vec<_>, Vec<_>) = voiced.map(|one| (one, !has(*lang, &one.0.name))).unzip();
            let missing: Vec<_> = all.iter().zip(mute).filter(|(_, mute)| *mute).map(|(one, _)| *one).collect();
            if all.len() > 1 && missing.len() == all.len() {
                let message = format!("none of the {} lines has a voice in \"{code}\"", all.len());
                sink.report(Code::NoVoice, 0, *all[0].1, message).help(MAKE);
                continue;
            }
            for (line, span) in missing {
                let message = format!("the line \"{}\" has no voice in \"{code}\"", clip(&line.name));
                sink.report(Code::NoVoice, 0, *span, message).help(MAKE);
            }
        }
        self.diagnostics.extend(sink.finish());
    }
}

const MAKE: &str =
    "make it with `cargo xtask assets voices`, or record it; until then a student mumbles it, and the caption has it";
