//! `cargo xtask`: the project's own tasks, one file per command.
//!
//! A library as well as a program, so that `cargo test` runs the tidy rules too.

pub mod assets;
pub mod bench;
pub mod play;
pub mod process;
pub mod report;
pub mod setup;
pub mod test;
pub mod tidy;
#[cfg(unix)]
pub mod xr_sim;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use report::Failure;

/// The project's tasks. On a fresh machine with Rust, `play` and `test` are all you need.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", max_term_width = 110)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what this machine lacks to build and run; silent when nothing is missing
    Setup(setup::Args),
    /// Set up, build and start the application; without a display it gives the lesson off-screen
    Play(play::Args),
    /// Set up, then check everything a change must pass: format, tidy, clippy, tests
    Test(test::Args),
    /// Measure speed: the simulation, and what a frame costs
    Bench(bench::Args),
    /// Make models, sounds and voices anew where their scripts changed; needs Python 3.11, takes from seconds to hours
    Assets(assets::Args),
    /// A simulated headset: build, start, stop
    #[cfg(unix)]
    XrSim(xr_sim::Args),
    /// Check the architecture's rules: imports, sizes, banned calls, credits, links
    Tidy,
}

/// Runs the command line and returns the process's exit code: 0 done, 1 found problems, 2 could not.
pub fn main() -> ExitCode {
    let command = Cli::parse().command;
    let result = process::repository().and_then(|root| match command {
        Command::Setup(args) => setup::run(&args),
        Command::Play(args) => play::run(&root, &args),
        Command::Test(args) => test::run(&root, &args),
        Command::Bench(args) => bench::run(&root, &args),
        Command::Assets(args) => assets::run(&root, &args),
        #[cfg(unix)]
        Command::XrSim(args) => xr_sim::run(&args),
        Command::Tidy => tidy::run(&root),
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

/// What every command returns.
pub type Done = Result<(), Failure>;
