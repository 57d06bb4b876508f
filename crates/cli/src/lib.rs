//! `proeflesctl`: everything that needs no screen. The application uses the same code for run folders and places.

mod args;
mod commands;
mod files;
mod folder;
mod output;
mod places;
mod teach;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

pub use files::{ScriptFileError, read_bytes, read_script, read_text};
pub use folder::{
    FolderError, RUN_FILE, is_of_this_program, review_html, run_files, statements_of, verify_files, write_files,
};
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

/// The program with these arguments, the first of which is its name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Ended {
    match args::Args::try_parse_from(args) {
        Ok(args) => commands::run(args.command),
        Err(error) => {
            // Where the terminal has gone away there is nobody to tell.
            error.print().ok();
            if error.use_stderr() { Ended::Failed } else { Ended::Well }
        }
    }
}
