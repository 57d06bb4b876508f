//! The only place that prints: results to standard output, everything else to standard error.

use std::fmt::Display;
use std::io::{Error, ErrorKind, IsTerminal, Write};
use std::sync::OnceLock;

use serde_json::Value;

/// Why a result did not reach standard output.
static LOST: OnceLock<Error> = OnceLock::new();

/// A result for people.
pub fn line(text: impl Display) {
    if let Err(error) = writeln!(std::io::stdout().lock(), "{text}") {
        // The first reason is the one that counts.
        LOST.set(error).ok();
    }
}

/// A result for programs.
pub fn json(value: &Value) {
    line(format_args!("{value:#}"));
}

/// Why results were lost, if they were. Whoever stopped reading, as `head` does, lost nothing.
pub fn lost() -> Option<&'static Error> {
    LOST.get().filter(|error| error.kind() != ErrorKind::BrokenPipe)
}

/// How far long work has come, on one line of a terminal; nothing where standard error goes elsewhere.
pub fn progress(what: &str, done: usize, of: usize) {
    if std::io::stderr().is_terminal() {
        let end = if done >= of { "\n" } else { "" };
        write!(std::io::stderr().lock(), "\r{:3} %  {done} of {of} {what}{end}", done * 100 / of.max(1)).ok();
    }
}

/// What went wrong, in a sentence that says what to do.
pub fn error(text: impl Display) {
    note(format_args!("error: {text}"));
}

/// Something a person wants to see, not part of the result.
pub fn note(text: impl Display) {
    // Where standard error has gone away there is nobody to tell.
    writeln!(std::io::stderr().lock(), "{text}").ok();
}

/// Problems of files, set off from what follows.
pub fn problems(rendered: &str) {
    note(format_args!("{}\n", rendered.trim_end()));
}

/// Whether messages may be coloured.
pub fn has_colour() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}
