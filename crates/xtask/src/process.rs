//! Running other programs, and finding the repository they run in.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, PipeReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::report::{Failure, Progress};

/// The repository's root folder: above this crate when cargo started us, else above the current folder.
pub fn repository() -> Result<PathBuf, Failure> {
    let from = std::env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .or_else(|| std::env::current_dir().ok())
        .unwrap_or_default();
    let root = from.ancestors().find(|dir| dir.join("crates/xtask/Cargo.toml").is_file());
    root.map(Path::to_owned).ok_or_else(|| {
        Failure::could_not("this is not the project's folder", "Change to the folder with README.md and try again.")
    })
}

/// The cargo that started us, so that a chosen toolchain stays chosen.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Where cargo puts what it builds.
pub fn target_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir))
}

/// The command as a person would type it.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    command.get_args().fold(program, |line, arg| line + " " + &arg.to_string_lossy())
}

/// Runs a command with our own input and output.
pub fn run(command: &mut Command) -> Result<ExitStatus, Failure> {
    command.status().map_err(|error| not_started(command, &error))
}

/// Whether a command runs and succeeds; its output is not shown.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a command prints, whatever its exit code; `None` when it cannot be started.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command whose output nobody needs unless it fails: one rewritten line while it runs. A failure returns the
/// last lines it printed.
pub fn run_quietly(command: Command, label: &str) -> Result<(), Failure> {
    const KEPT_LINES: usize = 12;
    let line = shown(&command);
    let (mut child, reader) = start(command).map_err(|error| not_started_named(&line, &error))?;
    let progress = Progress::new(label);
    let mut last = VecDeque::new();
    for text in BufReader::new(reader).lines().map_while(Result::ok) {
        progress.show(text.trim());
        last.push_back(text);
        if last.len() > KEPT_LINES {
            last.pop_front();
        }
    }
    let status = child.wait().map_err(|error| not_started_named(&line, &error))?;
    drop(progress);
    if status.success() {
        return Ok(());
    }
    Err(Failure::could_not(format!("`{line}` failed ({status})"), Vec::from(last).join("\n")))
}

/// Starts a command and returns the pipe with all it prints. It takes the command, because that holds the pipe's
/// writing end: reading would never end while it lives.
fn start(mut command: Command) -> std::io::Result<(Child, PipeReader)> {
    let (reader, writer) = std::io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    Ok((command.spawn()?, reader))
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    not_started_named(&shown(command), error)
}

fn not_started_named(line: &str, error: &std::io::Error) -> Failure {
    Failure::could_not(
        format!("`{line}` could not be run: {error}"),
        "Check that the program is installed and on the PATH.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["fmt", "--all"]);
        assert_eq!(shown(&command), "cargo fmt --all");
    }

    #[cfg(unix)]
    #[test]
    fn a_quiet_command_that_fails_says_what_it_printed() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo first; echo no such package >&2; exit 3"]);
        let failure = run_quietly(command, "setup").expect_err("it exits 3");
        assert!(failure.help.contains("no such package"), "{failure}");
    }

    #[test]
    fn a_missing_program_says_so() {
        let failure = run(&mut Command::new("no-such-program-of-ours")).expect_err("it is not there");
        assert!(failure.message.contains("could not be run"), "{failure}");
    }
}
