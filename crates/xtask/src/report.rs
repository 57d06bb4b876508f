//! What the tasks print, and how a failure reads: what went wrong, and what to do.

use std::fmt;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

/// A task that could not end well.
#[derive(Debug)]
pub struct Failure {
    /// Exit code: 1 found problems, 2 could not.
    pub code: u8,
    /// What went wrong, one sentence; empty when the program that failed has said so itself.
    pub message: String,
    /// What the reader can do about it; empty when the message says it all.
    pub help: String,
}

impl Failure {
    /// The task ran and found problems.
    pub fn found(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code: 1, message: message.into(), help: help.into() }
    }

    /// The task could not run.
    pub fn could_not(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code: 2, message: message.into(), help: help.into() }
    }

    /// Prints the failure and returns its exit code.
    pub fn report(&self) -> ExitCode {
        if !self.message.is_empty() {
            complain(&self.to_string());
        }
        ExitCode::from(self.code)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.message)?;
        for line in self.help.lines() {
            write!(f, "\n  {line}")?;
        }
        Ok(())
    }
}

/// Prints a line of a task's result.
#[expect(clippy::print_stdout, reason = "a task's result belongs on standard output")]
pub fn say(line: &str) {
    println!("{line}");
}

/// Prints a line about a problem.
#[expect(clippy::print_stderr, reason = "a task's problems belong on standard error")]
pub fn complain(line: &str) {
    eprintln!("{line}");
}

/// A line that is rewritten in place while something long runs. Prints nothing when nobody watches a terminal.
pub struct Progress {
    label: String,
    watched: bool,
}

impl Progress {
    /// Longest text shown, in characters, so that the line never wraps and can be wiped.
    const WIDTH: usize = 78;

    /// Starts a progress line; `label` stays in front of what changes.
    pub fn new(label: &str) -> Self {
        Self { label: label.to_owned(), watched: std::io::stderr().is_terminal() }
    }

    /// Shows `detail` in place of what was shown before.
    pub fn show(&self, detail: &str) {
        let text: String = format!("{}: {detail}", self.label).chars().take(Self::WIDTH).collect();
        self.write(&text);
    }

    fn write(&self, text: &str) {
        if self.watched {
            let mut err = std::io::stderr().lock();
            // A terminal that is gone takes nothing away from the work itself.
            write!(err, "\r{text:<width$}\r", width = Self::WIDTH).and_then(|()| err.flush()).ok();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.write("");
    }
}

/// A duration as people read it: `0.4 s`, `12 s`, `3 min 05 s`.
pub fn human(duration: Duration) -> String {
    let secs = duration.as_secs();
    if duration < Duration::from_secs(10) {
        format!("{:.1} s", duration.as_secs_f64())
    } else if secs < 60 {
        format!("{secs} s")
    } else {
        format!("{} min {:02} s", secs / 60, secs % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        assert_eq!(human(Duration::from_millis(420)), "0.4 s");
        assert_eq!(human(Duration::from_secs(12)), "12 s");
        assert_eq!(human(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn a_failure_shows_its_help_below_its_message() {
        let failure = Failure::could_not("no apt-get", "install it\nthen try again");
        assert_eq!(failure.to_string(), "error: no apt-get\n  install it\n  then try again");
        assert_eq!(failure.code, 2);
    }
}
