//! `cargo xtask bench instructions`: how many instructions the hot paths take, counted by valgrind, and held against the
//! counts when somebody last said that they are right. A count does not depend on what else the machine does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::report::{self, Failure};
use crate::{Done, process};

use super::INSTRUCTIONS;
use super::built::{executable, output};

/// Options of `bench instructions`.
#[derive(clap::Args)]
pub struct Args {
    /// Take the counts of now for those that are right
    #[arg(long)]
    bless: bool,
}

/// How much a count may grow before somebody has to say that it is wanted, in percent.
const TOLERANCE: u64 = 5;
/// Where the counts lie that are held to.
const GOLDEN: &str = "crates/review/benches/instructions.json";
/// The function in which instructions count, by the name that the instrument sees.
const COUNTED: &str = "*instructions::counted*";
/// What to do without the instrument.
const NO_VALGRIND: &str = "instructions are not counted: there is no valgrind here (Debian, Fedora, Arch: `valgrind`)";

/// Instructions by the name of the work.
type Counts = BTreeMap<String, u64>;

/// Counts, and shows each beside what it was.
pub fn run(root: &Path, args: &Args) -> Done {
    let Some(now) = count(root)? else {
        return Err(Failure::could_not(NO_VALGRIND, "Install it, or count on a machine that has it."));
    };
    if args.bless {
        now.iter().for_each(|(name, count)| report::say(&format!("{name:<24} {count:>14}")));
        let text = serde_json::to_string_pretty(&now).unwrap_or_default();
        return std::fs::write(root.join(GOLDEN), text + "\n").map_err(|error| unusable(&error.to_string()));
    }
    let before = read(root)?;
    table(&before, &now).iter().for_each(|line| report::say(line));
    hold(root, &before, &now)
}

/// The same as a step of `cargo xtask test`: what it counted, or `Err` of a line that says why it could not.
pub fn step(root: &Path) -> Result<Result<String, String>, Failure> {
    let Some(now) = count(root)? else { return Ok(Err(NO_VALGRIND.to_owned())) };
    let before = read(root)?;
    hold(root, &before, &now)?;
    Ok(Ok(format!("{} counts within {TOLERANCE} %", now.len())))
}

/// Counts each piece of work; `None` on a machine without valgrind.
fn count(root: &Path) -> Result<Option<Counts>, Failure> {
    if !process::succeeds(Command::new("valgrind").arg("--version")) {
        return Ok(None);
    }
    let mut cargo = process::cargo();
    cargo.current_dir(root).args(["bench", "--package", INSTRUCTIONS.package, "--bench", INSTRUCTIONS.target]);
    let said = output(cargo.args(["--no-run", "--message-format=json-render-diagnostics"]))?;
    let bench = executable(&said, INSTRUCTIONS.target)
        .ok_or_else(|| Failure::could_not(format!("cargo built no bench `{}`", INSTRUCTIONS.target), ""))?;
    let names = output(&mut Command::new(&bench))?;
    let profiles = profiles(root);
    std::fs::create_dir_all(&profiles).map_err(|error| unusable(&error.to_string()))?;
    let counts = names.lines().map(|name| Ok((name.to_owned(), count_one(&bench, name, &profiles)?)));
    counts.collect::<Result<Counts, Failure>>().map(Some)
}

/// The folder with what valgrind has written of each: which functions took them.
fn profiles(root: &Path) -> PathBuf {
    process::target_dir(root).join("instructions")
}

fn count_one(bench: &Path, name: &str, profiles: &Path) -> Result<u64, Failure> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--log-fd=1"]).arg(format!("--toggle-collect={COUNTED}"));
    valgrind.arg(format!("--callgrind-out-file={}", profiles.join(name).with_extension("out").display()));
    let said = output(valgrind.arg(bench).arg(name))?;
    collected(&said).filter(|count| *count > 0).ok_or_else(|| {
        Failure::could_not(format!("valgrind counted nothing of {name}"), format!("It said: {}", said.trim()))
    })
}

/// The sum in what valgrind says: `==12== Collected : 1234`.
fn collected(said: &str) -> Option<u64> {
    said.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
}

fn read(root: &Path) -> Result<Counts, Failure> {
    let text = std::fs::read_to_string(root.join(GOLDEN)).map_err(|error| unusable(&error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| unusable(&error.to_string()))
}

fn unusable(why: &str) -> Failure {
    Failure::could_not(format!("{GOLDEN}: {why}"), "Make it anew with: cargo xtask bench instructions --bless")
}

/// A line for each piece of work: instructions before and now, and the change in percent.
fn table(before: &Counts, now: &Counts) -> Vec<String> {
    let heading = format!("{:<24} {:>14} {:>14} {:>9}", "work", "before", "now", "change");
    let rows = now.iter().map(|(name, now)| match before.get(name) {
        Some(before) => format!("{name:<24} {before:>14} {now:>14} {:>8.2}%", change(*before, *now)),
        None => format!("{name:<24} {:>14} {now:>14} {:>9}", "-", "new"),
    });
    std::iter::once(heading).chain(rows).collect()
}

/// In percent.
fn change(before: u64, now: u64) -> f64 {
    (now as f64 / before as f64 - 1.0) * 100.0
}

/// Nothing has grown by more than is tolerated, and nothing is uncounted or new.
fn hold(root: &Path, before: &Counts, now: &Counts) -> Done {
    let mut wrong: Vec<String> = Vec::new();
    for (name, now) in now {
        match before.get(name) {
            Some(before) if now * 100 <= before * (100 + TOLERANCE) => {}
            Some(before) => wrong.push(format!(
                "{name}: from {before} to {now} instructions ({:+.1} %); see callgrind_annotate {}",
                change(*before, *now),
                profiles(root).join(name).with_extension("out").display()
            )),
            None => wrong.push(format!("{name}: {now} instructions, and {GOLDEN} does not know it")),
        }
    }
    wrong.extend(before.keys().filter(|name| !now.contains_key(*name)).map(|name| format!("{name} is gone")));
    if wrong.is_empty() {
        return Ok(());
    }
    let help = "If this is wanted, or Rust itself is another version: cargo xtask bench instructions --bless";
    Err(Failure::found(format!("instructions are not what they were\n  {}", wrong.join("\n  ")), help))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(of: &[(&str, u64)]) -> Counts {
        of.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
    }

    #[test]
    fn the_sum_is_read_from_what_valgrind_says() {
        assert_eq!(collected("==7== Events    : Ir\n==7== Collected : 4412\n==7== \n"), Some(4412));
        assert_eq!(collected("==7== Command: bench"), None);
    }

    #[test]
    fn growth_above_the_tolerance_is_told_with_its_name() {
        let before = counts(&[("tick", 1000), ("read", 1000)]);
        assert!(hold(Path::new("."), &before, &counts(&[("tick", 1050), ("read", 400)])).is_ok());
        let failure = hold(Path::new("."), &before, &counts(&[("tick", 1051), ("read", 1000)])).expect_err("it grew");
        assert_eq!(failure.code, 1);
        assert!(failure.message.contains("tick: from 1000 to 1051 instructions (+5.1 %)"), "{failure}");
        assert!(!failure.message.contains("read"), "{failure}");
    }

    #[test]
    fn work_that_is_new_or_gone_is_told() {
        let failure = hold(Path::new("."), &counts(&[("tick", 1)]), &counts(&[("read", 1)])).expect_err("they differ");
        assert!(failure.message.contains("read: 1 instructions, and") && failure.message.contains("tick is gone"));
    }
}
