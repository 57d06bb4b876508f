//! `cargo xtask bench`: the measurements, by name.

mod built;
mod compare;
pub mod instructions;

use std::path::Path;

use clap::Subcommand;

use crate::report::{self, Failure};
use crate::{Done, process};

/// Options of `bench`.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    which: Option<Which>,
}

/// A measurement a user can ask for; none is `sim` and `classroom`.
#[derive(Subcommand)]
enum Which {
    /// Ticks per second of the simulation, no screen needed
    Sim(Options),
    /// A frame of the classroom: time of its parts, draws, triangles, memory
    Classroom(Options),
    /// Lessons one after another: what stays behind in memory after each
    Soak(Options),
    /// Instructions of the hot paths, held against what they were; needs valgrind
    Instructions(instructions::Args),
    /// The classroom of two versions in turn, and the ratio of each figure
    Compare(compare::Args),
}

/// Options of the measurement itself, passed on as they are.
#[derive(clap::Args, Default)]
struct Options {
    /// For `classroom` such as --students 10,30 --size 640x360 --frames 120; for `soak` such as --minutes 60 --students 30
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "OPTIONS")]
    options: Vec<String>,
}

/// One bench: the package and target that measure it, and what it tells.
struct Bench {
    package: &'static str,
    target: &'static str,
    tells: &'static str,
}

const SIM: Bench = Bench { package: "proefles_sim", target: "speed", tells: "ticks per second of the simulation" };
const CLASSROOM: Bench =
    Bench { package: "proefles", target: "classroom", tells: "what a frame of the classroom costs" };
const SOAK: Bench = Bench { package: "proefles", target: "soak", tells: "what stays behind after lessons" };
const INSTRUCTIONS: Bench =
    Bench { package: "proefles_review", target: "instructions", tells: "instructions of the hot paths" };

/// Runs what was asked for.
pub fn run(root: &Path, args: &Args) -> Done {
    match &args.which {
        Some(Which::Sim(options)) => measure(root, &SIM, options),
        Some(Which::Classroom(options)) => measure(root, &CLASSROOM, options),
        Some(Which::Soak(options)) => measure(root, &SOAK, options),
        Some(Which::Instructions(args)) => instructions::run(root, args),
        Some(Which::Compare(args)) => compare::run(root, args),
        None => {
            measure(root, &SIM, &Options::default())?;
            measure(root, &CLASSROOM, &Options::default())
        }
    }
}

fn measure(root: &Path, bench: &Bench, Options { options }: &Options) -> Done {
    report::say(&format!("bench: {}", bench.tells));
    let mut command = process::cargo();
    command.current_dir(root).args(["bench", "--package", bench.package, "--bench", bench.target]);
    if !options.is_empty() {
        command.arg("--").args(options);
    }
    if process::run(&mut command)?.success() {
        return Ok(());
    }
    Err(Failure::found(
        format!("the bench `{}` of {} failed", bench.target, bench.package),
        format!("Run it alone: {}", process::shown(&command)),
    ))
}
