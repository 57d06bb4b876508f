//! Benches as programs: where cargo put what it built, and what they print.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::process;
use crate::report::Failure;

/// The path of a bench among cargo's messages (`--message-format=json`).
pub fn executable(messages: &str, target: &str) -> Option<PathBuf> {
    let mut built = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    built.find_map(|message| {
        let is_it = message["target"]["name"] == target && message["target"]["kind"][0] == "bench";
        message["executable"].as_str().filter(|_| is_it).map(PathBuf::from)
    })
}

/// What a command prints, if it succeeds.
pub fn output(command: &mut Command) -> Result<String, Failure> {
    let line = process::shown(command);
    let done = command.stderr(Stdio::inherit()).output();
    let done = done.map_err(|error| Failure::could_not(format!("`{line}` could not be run: {error}"), ""))?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    Err(Failure::could_not(format!("`{line}` failed ({})", done.status), "What it said stands above."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bench_is_found_among_what_cargo_says() {
        let said = concat!(
            r#"{"reason":"compiler-artifact","target":{"name":"proefles","kind":["lib"]},"executable":null}"#,
            "\nnot json\n",
            r#"{"reason":"compiler-artifact","target":{"name":"classroom","kind":["bench"]},"executable":"/t/classroom-1"}"#,
        );
        assert_eq!(executable(said, "classroom"), Some(PathBuf::from("/t/classroom-1")));
        assert_eq!(executable(said, "speed"), None);
        assert_eq!(executable("", "classroom"), None);
    }
}
