//! `cargo xtask play`: set up, build, start the application.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::report::{self, Failure};
use crate::{Done, process, setup};

/// Options of `play`.
#[derive(clap::Args)]
#[command(after_help = "Every argument goes to the application; `cargo xtask play -- --help` shows what it takes.")]
pub struct Args {
    /// Arguments for the application: a scenario, `--lang nl`, `--offscreen` …
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    args: Vec<OsString>,
}

/// Starts the application, after setting the machine up for it.
pub fn run(root: &Path, args: &Args) -> Done {
    setup::run(&setup::Args::default())?;
    let mut args = args.args.clone();
    if !has_display() && takes_shell(&args) {
        let folder = next_run(&root.join("runs"))?;
        report::say(&format!(
            "No display here: the lesson is given off-screen by an autopilot. Its pictures, log, statements and \
             review will lie in {}",
            folder.display()
        ));
        args.extend(offscreen_flags(&args, &folder));
    }
    announce_build(root);
    let mut command = process::cargo();
    command.args(["run", "--release", "--package", "proefles", "--bin", "proefles", "--"]).args(args);
    let status = process::run(&mut command)?;
    match status.code() {
        Some(0) => Ok(()),
        // The application, or cargo, has already said what is wrong.
        Some(code) => {
            Err(Failure { code: u8::try_from(code).unwrap_or(2), message: String::new(), help: String::new() })
        }
        None => Err(Failure::could_not(format!("the application was ended from outside ({status})"), "")),
    }
}

/// Whether a window can be opened. Off Linux a desktop is always there.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Whether the choice of shell is ours: no shell is named, and the application is asked for more than its help.
fn takes_shell(args: &[OsString]) -> bool {
    !["--desktop", "--xr", "--offscreen", "--help", "-h", "--version", "-V"].iter().any(|name| given(args, name))
}

fn given(args: &[OsString], name: &str) -> bool {
    args.iter().any(|arg| {
        let arg = arg.to_string_lossy();
        arg == name || arg.strip_prefix(name).is_some_and(|rest| rest.starts_with('='))
    })
}

/// What makes the application give the lesson by itself, less what the user already decided.
fn offscreen_flags(args: &[OsString], folder: &Path) -> Vec<OsString> {
    let mut flags = vec![OsString::from("--offscreen")];
    if !given(args, "--autopilot") && !given(args, "--script") {
        flags.extend(["--autopilot".into(), "expert".into()]);
    }
    if !given(args, "--record") {
        flags.extend(["--record".into(), folder.into()]);
    }
    flags
}

/// The first folder `run-001`, `run-002` … after all that exist.
fn next_run(runs: &Path) -> Result<PathBuf, Failure> {
    let cannot = |error: std::io::Error| {
        Failure::could_not(
            format!("the folder for runs, {}, cannot be used: {error}", runs.display()),
            "Make it writable, or name another folder: cargo xtask play --record FOLDER",
        )
    };
    std::fs::create_dir_all(runs).map_err(cannot)?;
    let number = |name: &str| name.strip_prefix("run-")?.parse::<u32>().ok();
    let last = std::fs::read_dir(runs)
        .map_err(cannot)?
        .filter_map(Result::ok)
        .filter_map(|entry| number(&entry.file_name().to_string_lossy()))
        .max()
        .unwrap_or(0);
    Ok(runs.join(format!("run-{:03}", last + 1)))
}

/// Says how long the first build takes, before it starts.
fn announce_build(root: &Path) {
    let release = process::target_dir(root).join("release");
    if release.join(format!("proefles{}", std::env::consts::EXE_SUFFIX)).is_file() {
        return;
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    report::say(&format!(
        "The first build compiles the whole engine: expect about {} minutes on {cores} cores. Later starts are quick.",
        expected_minutes(cores)
    ));
}

/// Minutes an optimised build from nothing takes: some 60 minutes of one core, and never less than its longest chain.
fn expected_minutes(cores: usize) -> usize {
    60_usize.div_ceil(cores.max(1)).max(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(OsString::from).collect()
    }

    #[test]
    fn a_named_shell_is_left_alone() {
        assert!(takes_shell(&args("--lang nl --speed 2")));
        for shell in ["--desktop", "--xr", "--offscreen --size 640x480", "--help"] {
            assert!(!takes_shell(&args(shell)), "{shell}");
        }
    }

    #[test]
    fn without_a_display_the_lesson_is_given_by_an_autopilot() {
        let flags = offscreen_flags(&args("--lang nl"), Path::new("runs/run-001"));
        assert_eq!(flags, args("--offscreen --autopilot expert --record runs/run-001"));
    }

    #[test]
    fn what_the_user_decided_stays_decided() {
        let flags = offscreen_flags(&args("--script a.ron --record=b"), Path::new("runs/run-001"));
        assert_eq!(flags, args("--offscreen"));
    }

    #[test]
    fn runs_are_numbered_after_the_last() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let runs = folder.path().join("runs");
        assert_eq!(next_run(&runs).expect("writable"), runs.join("run-001"));
        for name in ["run-001", "run-009", "other"] {
            std::fs::create_dir(runs.join(name)).expect("writable");
        }
        assert_eq!(next_run(&runs).expect("writable"), runs.join("run-010"));
    }

    #[test]
    fn more_cores_build_sooner() {
        assert_eq!(expected_minutes(2), 30);
        assert!(expected_minutes(64) >= 4);
    }
}
