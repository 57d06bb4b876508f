//! The only place that prints: results to standard output, everything else to standard error.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line program talks to its user here")]

use std::fmt::Display;
use std::io::IsTerminal;

use serde_json::Value;

/// A result for people.
pub fn line(text: impl Display) {
    println!("{text}");
}

/// A result for programs.
pub fn json(value: &Value) {
    println!("{value:#}");
}

/// What went wrong, in a sentence that says what to do.
pub fn error(text: impl Display) {
    eprintln!("error: {text}");
}

/// Something a person wants to see, not part of the result.
pub fn note(text: impl Display) {
    eprintln!("{text}");
}

/// Whether messages may be coloured.
pub fn has_colour() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}
