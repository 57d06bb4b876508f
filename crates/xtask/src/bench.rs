//! `cargo xtask bench`: the measurements, by name.

use std::path::Path;

use clap::ValueEnum;

use crate::report::{self, Failure};
use crate::{Done, process};

/// Options of `bench`.
#[derive(clap::Args)]
pub struct Args {
    /// What to measure
    #[arg(value_enum, default_value_t = Which::All)]
    which: Which,
    /// Options of the measurement itself: for `classroom` such as --students 10,30 --size 640x360 --frames 120
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "OPTIONS")]
    options: Vec<String>,
}

/// A measurement a user can ask for.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Which {
    /// Ticks per second of the simulation, no screen needed
    Sim,
    /// A frame of the classroom: time of its parts, draws, triangles, memory
    Classroom,
    /// All of them
    All,
}

/// One bench: its name here, the package and bench target that measure it, and what it tells.
struct Bench {
    which: Which,
    package: &'static str,
    target: &'static str,
    tells: &'static str,
}

const BENCHES: [Bench; 2] = [
    Bench { which: Which::Sim, package: "proefles_sim", target: "speed", tells: "ticks per second of the simulation" },
    Bench {
        which: Which::Classroom,
        package: "proefles",
        target: "classroom",
        tells: "what a frame of the classroom costs",
    },
];

fn chosen(which: Which) -> impl Iterator<Item = &'static Bench> {
    BENCHES.iter().filter(move |bench| which == Which::All || bench.which == which)
}

/// Runs the chosen benches one after another.
pub fn run(root: &Path, args: &Args) -> Done {
    for bench in chosen(args.which) {
        report::say(&format!("bench: {}", bench.tells));
        let mut command = process::cargo();
        command.current_dir(root).args(["bench", "--package", bench.package, "--bench", bench.target]);
        if !args.options.is_empty() {
            command.arg("--").args(&args.options);
        }
        if !process::run(&mut command)?.success() {
            return Err(Failure::found(
                format!("the bench `{}` of {} failed", bench.target, bench.package),
                format!("Run it alone: {}", process::shown(&command)),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_means_every_bench_and_a_name_only_its_own() {
        assert_eq!(chosen(Which::All).count(), BENCHES.len());
        assert_eq!(chosen(Which::Sim).map(|bench| bench.target).collect::<Vec<_>>(), ["speed"]);
    }
}
