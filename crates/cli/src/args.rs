//! The command line, and its help.

use std::path::PathBuf;

use clap::{ArgGroup, Args as ClapArgs, Parser, Subcommand, ValueEnum};

/// Work with lessons, runs and records without a screen.
#[derive(Debug, Parser)]
#[command(
    name = "proeflesctl",
    version,
    after_help = "Exit codes: 0 all is well, 1 problems were found, 2 it could not be done."
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check scenarios: every problem, with its place and what to do about it.
    Validate(Validate),
    /// Bring scenarios into their canonical layout. Comments stay.
    Fmt(Fmt),
    /// Teach a lesson by a policy or a script, and keep the run.
    Run(Run),
    /// Check that a run's folder is complete, unchanged and replays to the same states.
    Verify(Verify),
    /// Write the review of a run as one HTML page.
    Review(Review),
    /// Hold the behaviour rules against published statistics of real classes.
    Calibrate(Calibrate),
    /// The records of a profile.
    #[command(subcommand)]
    Records(Records),
}

/// `validate`.
#[derive(Debug, ClapArgs)]
pub struct Validate {
    /// Scenario files, or folders to look through.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How to write the problems.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `fmt`.
#[derive(Debug, ClapArgs)]
pub struct Fmt {
    /// Scenario or text files, or folders to look through.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Change nothing; exit with 1 if something would change.
    #[arg(long)]
    pub check: bool,
}

/// `run`.
#[derive(Debug, ClapArgs)]
#[command(group(ArgGroup::new("teacher").required(true)))]
pub struct Run {
    /// The scenario file.
    pub scenario: PathBuf,
    /// Who teaches: absent, harsh, immobile, typical, dynamic, expert or random.
    #[arg(long, value_name = "NAME", group = "teacher")]
    pub policy: Option<String>,
    /// A file of commands with ticks.
    #[arg(long, value_name = "FILE", group = "teacher")]
    pub script: Option<PathBuf>,
    /// The seed: equal seeds and commands give equal runs.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Language of the run: nl or en.
    #[arg(long)]
    pub lang: Option<String>,
    /// Folder for the run's files; it is made if it is not there.
    #[arg(long, value_name = "DIR")]
    pub record: PathBuf,
    /// How to write the result.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `verify`.
#[derive(Debug, ClapArgs)]
pub struct Verify {
    /// The run's folder.
    pub dir: PathBuf,
    /// The scenario file; by default the one of that id in the scenario folders.
    #[arg(long, value_name = "FILE")]
    pub scenario: Option<PathBuf>,
    /// How to write the result.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `review`.
#[derive(Debug, ClapArgs)]
pub struct Review {
    /// The run's folder.
    pub dir: PathBuf,
    /// The page to write.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Language of the page: nl or en; by default that of the run.
    #[arg(long)]
    pub lang: Option<String>,
    /// The scenario file; by default the one of that id in the scenario folders.
    #[arg(long, value_name = "FILE")]
    pub scenario: Option<PathBuf>,
}

/// `calibrate`.
#[derive(Debug, ClapArgs)]
pub struct Calibrate {
    /// Lessons of the typical teacher; every other arm gets a quarter of them.
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(8..=100_000))]
    pub lessons: u32,
    /// How to write what was found.
    #[arg(long, value_enum, default_value_t)]
    pub format: CalibrateFormat,
}

/// How `calibrate` writes what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub enum CalibrateFormat {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
    /// The page `docs/CALIBRATION.md`.
    Markdown,
}

/// `records`.
#[derive(Debug, Subcommand)]
pub enum Records {
    /// Write every statement as a line of JSON, ready for a learning record store.
    Export(Export),
}

/// `records export`.
#[derive(Debug, ClapArgs)]
pub struct Export {
    /// Folder with settings and records; by default the user's own.
    #[arg(long, value_name = "DIR")]
    pub profile_dir: Option<PathBuf>,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// How to write the result.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}
