//! `cargo xtask test`: everything a change must pass, cheapest first, stopping at the first failure.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::report::{self, Failure};
use crate::{Done, bench, process, setup, tidy};

/// Options of `test`.
#[derive(clap::Args)]
pub struct Args {
    /// Only format, tidy and the tests of crates/: no engine, no clippy
    #[arg(long)]
    fast: bool,
    /// Only the picture tests, whose pictures become the golden ones: look at them before you commit them
    #[arg(long, conflicts_with = "fast")]
    bless: bool,
}

/// How a step ended well.
enum Outcome {
    /// It passed; the text says what is worth knowing.
    Passed(String),
    /// A tool is not installed; the text says how to get it.
    Skipped(String),
}

type Step<'a> = (&'static str, Box<dyn Fn() -> Result<Outcome, Failure> + 'a>);

/// Runs the steps and prints a summary of what each took.
pub fn run(root: &Path, args: &Args) -> Done {
    setup::run(&setup::Args::default())?;
    let mut done: Vec<(&str, Duration, Outcome)> = Vec::new();
    for (name, step) in steps(root, args) {
        report::say(&format!("== {name}"));
        let start = Instant::now();
        match step() {
            Ok(outcome) => done.push((name, start.elapsed(), outcome)),
            Err(failure) => {
                summarise(&done);
                report::say(&format!("  FAILED   {name}  ({})", report::human(start.elapsed())));
                return Err(failure);
            }
        }
    }
    summarise(&done);
    Ok(())
}

fn steps<'a>(root: &'a Path, args: &Args) -> Vec<Step<'a>> {
    let cargo = move |args: &[&str]| {
        let mut command = process::cargo();
        command.current_dir(root).args(args);
        command
    };
    if args.bless {
        let bless = move || {
            let mut command = cargo(&["test", "--workspace", "--test", "render"]);
            command.env("PROEFLES_BLESS", "1");
            tests(command)
        };
        return vec![("new pictures", Box::new(bless))];
    }
    let mut steps: Vec<Step<'_>> = vec![
        (
            "format",
            Box::new(move || {
                component(cargo(&["fmt", "--all", "--check"]), "rustfmt", "Put it right with: cargo fmt --all")
            }),
        ),
        ("tidy", Box::new(move || tidy::run(root).map(|()| Outcome::Passed(String::new())))),
    ];
    if args.fast {
        steps.push((
            "tests of crates/",
            Box::new(move || tests(cargo(&["test", "--workspace", "--exclude", "proefles"]))),
        ));
    } else {
        steps.push((
            "clippy",
            Box::new(move || {
                let command = cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
                component(command, "clippy", "Each warning above says what it wants.")
            }),
        ));
        steps.push(("simulated headset", Box::new(headset)));
        steps.push(("tests", Box::new(move || tests(cargo(&["test", "--workspace"])))));
        steps.push(("instructions", Box::new(move || instructions(root))));
    }
    steps
}

/// Builds the simulated headset, once. Where it cannot be, the tests that need it skip themselves, and this says why.
#[cfg(unix)]
fn headset() -> Result<Outcome, Failure> {
    Ok(match crate::xr_sim::Install::find_or_build() {
        Ok(_) => Outcome::Passed(String::new()),
        Err(failure) => Outcome::Skipped(format!("{}; {}", failure.message, failure.help.replace('\n', " "))),
    })
}

#[cfg(not(unix))]
fn headset() -> Result<Outcome, Failure> {
    Ok(Outcome::Skipped("the simulated headset runs on Linux only".to_owned()))
}

/// Runs a command of a toolchain component, or skips it where the component is missing.
fn component(mut command: Command, name: &str, help: &str) -> Result<Outcome, Failure> {
    let sub = command.get_args().next().unwrap_or_default().to_owned();
    if !process::succeeds(process::cargo().arg(sub).arg("--version")) {
        return Ok(Outcome::Skipped(format!("{name} is not installed; add it with: rustup component add {name}")));
    }
    if process::run(&mut command)?.success() {
        return Ok(Outcome::Passed(String::new()));
    }
    Err(Failure::found(format!("`{}` found problems", process::shown(&command)), help))
}

/// Counts the hot paths' instructions, or skips it, loudly, where they cannot be counted.
fn instructions(root: &Path) -> Result<Outcome, Failure> {
    Ok(match bench::instructions::step(root)? {
        Ok(counted) => Outcome::Passed(counted),
        Err(why) => {
            report::complain(&format!("warning: {why}"));
            Outcome::Skipped(why)
        }
    })
}

/// Runs `cargo test`, showing its output as it comes and counting its results.
fn tests(mut command: Command) -> Result<Outcome, Failure> {
    let line = process::shown(&command);
    let cannot = |error: std::io::Error| {
        Failure::could_not(format!("`{line}` could not be run: {error}"), "Check that cargo is on the PATH.")
    };
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(cannot)?;
    let out = child.stdout.take().expect("the output was asked for");
    let mut count = Count::default();
    for text in BufReader::new(out).lines().map_while(Result::ok) {
        count.add(&text);
        report::say(&text);
    }
    if child.wait().map_err(cannot)?.success() {
        let counted = format!("{} passed, {} ignored", count.passed, count.ignored);
        return Ok(Outcome::Passed([vec![counted], count.notes].concat().join("; ")));
    }
    let help = "The failures are listed above. Run one alone with: cargo test --package PACKAGE NAME";
    Err(Failure::found(format!("`{line}` failed: {} tests failed, or one did not build", count.failed), help))
}

/// Sums of libtest's `test result:` lines, and what our own harness says it skipped.
#[derive(Default, Debug, PartialEq)]
struct Count {
    passed: u32,
    failed: u32,
    ignored: u32,
    notes: Vec<String>,
}

impl Count {
    fn add(&mut self, line: &str) {
        if line.starts_with("skipped: ") {
            self.notes.push(line.to_owned());
        }
        let Some(result) = line.strip_prefix("test result: ") else { return };
        let words: Vec<&str> = result.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<u32>() else { continue };
            match pair[1] {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

fn summarise(done: &[(&str, Duration, Outcome)]) {
    report::say("== summary");
    for (name, took, outcome) in done {
        let (word, note) = match outcome {
            Outcome::Passed(note) => ("passed", note),
            Outcome::Skipped(note) => ("SKIPPED", note),
        };
        report::say(format!("  {word:<8} {name:<18} {:>12}  {note}", report::human(*took)).trim_end());
    }
    let skipped = done.iter().filter(|(_, _, outcome)| matches!(outcome, Outcome::Skipped(_))).count();
    if skipped > 0 {
        report::say(&format!("  {skipped} skipped: a change is only checked in full where nothing is."));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_summed_and_other_lines_left_alone() {
        let mut count = Count::default();
        count.add("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s");
        count.add("test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s");
        count.add("test a::b ... ok");
        count.add("skipped: no graphics adapter (22 picture tests)");
        let notes = vec!["skipped: no graphics adapter (22 picture tests)".to_owned()];
        assert_eq!(count, Count { passed: 14, failed: 1, ignored: 1, notes });
    }

    #[test]
    fn cheapest_first_and_fast_leaves_the_engine_out() {
        let names = |fast, bless| {
            let steps = steps(Path::new("."), &Args { fast, bless });
            steps.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
        };
        assert_eq!(names(false, false), ["format", "tidy", "clippy", "simulated headset", "tests", "instructions"]);
        assert_eq!(names(true, false), ["format", "tidy", "tests of crates/"]);
        assert_eq!(names(false, true), ["new pictures"]);
    }
}
