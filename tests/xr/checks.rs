//! Runs the checks, each in a process of its own: a program has one runtime, and it is found by the environment.

use std::process::{Command, ExitCode};

use xtask::xr_sim::Install;

use crate::{eyes, faults, lesson};

/// Names the check that this process makes.
const CHECK: &str = "PROEFLES_XR_CHECK";

/// Every check.
const CHECKS: [(&str, fn()); 6] = [
    ("eyes_see_the_class_from_two_places", eyes::see),
    ("a_lesson_is_taught_by_head_and_hands", lesson::teach),
    ("a_runtime_that_is_killed_pauses_the_lesson_and_can_come_back", faults::killed),
    ("a_session_that_is_left_goes_on_at_the_desk", faults::left),
    ("another_program_in_the_headset_pauses_the_lesson", faults::focus_lost),
    ("hands_that_are_not_seen_do_nothing", faults::hands_lost),
];

/// Makes the check that the environment names, or all that the arguments name.
pub fn main() -> ExitCode {
    if let Ok(name) = std::env::var(CHECK) {
        let check = CHECKS.iter().find(|(known, _)| *known == name).expect("a check of that name");
        check.1();
        return ExitCode::SUCCESS;
    }
    let args: Vec<String> = std::env::args().skip(1).collect();
    let filters: Vec<&String> = args.iter().filter(|arg| !arg.starts_with('-')).collect();
    let wanted = |name: &str| filters.is_empty() || filters.iter().any(|filter| name.contains(filter.as_str()));
    let names: Vec<&str> = CHECKS.iter().map(|(name, _)| *name).filter(|name| wanted(name)).collect();
    if args.iter().any(|arg| arg == "--list") {
        names.iter().for_each(|name| println!("{name}: test"));
        return ExitCode::SUCCESS;
    }
    println!("\nrunning {} tests", names.len());
    let install = match Install::find() {
        Ok(install) => install,
        Err(failure) => {
            names.iter().for_each(|name| println!("test {name} ... ignored, {}", failure.message));
            println!("skipped: {} ({} tests); {}", failure.message, names.len(), failure.help);
            return summary(0, 0, names.len(), CHECKS.len() - names.len());
        }
    };
    let mut failed = 0;
    for name in &names {
        let state = tempfile::tempdir().expect("a temporary folder");
        let mut check = Command::new(std::env::current_exe().expect("this program"));
        check.env(CHECK, name).env("PROEFLES_XR_STATE", state.path()).envs(install.environment(state.path()));
        check.env("OXR_NO_PRINTING_STDERR", "1").env("RUST_BACKTRACE", "0");
        let output = check.output().expect("this program starts again");
        if output.status.success() {
            println!("test {name} ... ok");
            continue;
        }
        failed += 1;
        println!("test {name} ... FAILED ({})", output.status);
        let said = [output.stdout, output.stderr].concat();
        let lines: Vec<String> = String::from_utf8_lossy(&said).lines().map(str::to_owned).collect();
        lines[lines.len().saturating_sub(40)..].iter().for_each(|line| println!("    {line}"));
    }
    summary(names.len() - failed, failed, 0, CHECKS.len() - names.len())
}

fn summary(passed: usize, failed: usize, skipped: usize, left_out: usize) -> ExitCode {
    let word = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {word}. {passed} passed; {failed} failed; {skipped} ignored; 0 measured; {left_out} filtered out\n"
    );
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(101) }
}
