//! `proeflesctl`: everything that needs no screen. The application uses the same code for run folders and places.

mod args;
mod commands;
mod folder;
mod output;
mod places;
mod teach;

use std::process::ExitCode;

use clap::Parser;

pub use folder::{FolderError, review_html, run_files, statements_of, write_files};
pub use places::{default_scenario, profile_folder, scenario_folders};
pub use teach::{Taught, Teacher, teach};

/// How a command ended, as its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Done, and nothing wrong was found.
    Well,
    /// Done, and problems were found.
    FoundProblems,
    /// It could not be done.
    Failed,
}

impl From<Ended> for ExitCode {
    fn from(ended: Ended) -> Self {
        ExitCode::from(match ended {
            Ended::Well => 0,
            Ended::FoundProblems => 1,
            Ended::Failed => 2,
        })
    }
}

/// The program: arguments of the process in, exit code out.
pub fn main() -> ExitCode {
    let args = args::Args::parse();
    commands::run(args.command).into()
}
