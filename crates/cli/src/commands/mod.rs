//! The commands, one file each.

mod calibrate;
mod fmt;
mod records;
mod review;
mod run;
mod validate;
mod verify;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use proefles_scenario::{Lang, Scenario, load_path, render_human};

use crate::args::{Command, Records};
use crate::{Ended, output, places, write_files};

/// Does what was asked for.
pub fn run(command: Command) -> Ended {
    let done = match command {
        Command::Validate(args) => validate::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Run(args) => run::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Calibrate(args) => calibrate::run(&args),
        Command::Records(Records::Export(args)) => records::export(&args),
    };
    let ended = done.unwrap_or_else(|message| {
        output::error(message);
        Ended::Failed
    });
    if let Some(reason) = output::lost() {
        output::error(format!("the result could not be written to standard output: {reason}"));
        return Ended::Failed;
    }
    ended
}

/// A scenario that can be played, or its problems as text.
fn load(path: &Path) -> Result<Arc<Scenario>, String> {
    let loaded = load_path(path);
    match loaded.scenario {
        Some(scenario) => Ok(Arc::new(scenario)),
        None => {
            output::problems(&render_human(&loaded.diagnostics, &loaded.sources, output::has_colour()));
            Err(format!("{} cannot be used; the problems stand above", path.display()))
        }
    }
}

/// The scenario of an id: the given file, or the one in the scenario folders.
fn find(id: &str, given: Option<&PathBuf>) -> Result<Arc<Scenario>, String> {
    if let Some(path) = given {
        return load(path);
    }
    let folders = places::scenario_folders();
    let found = folders.iter().flat_map(|folder| proefles_scenario::discover(folder)).find_map(|path| {
        let scenario = load_path(&path).scenario?;
        (scenario.id == id).then(|| Arc::new(scenario))
    });
    found.ok_or_else(|| format!("no scenario \"{id}\" in the scenario folders; name its file with --scenario"))
}

/// A language by its code.
fn language(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| format!("there is no language \"{code}\"; choose nl or en"))
}

/// Writes a file that was asked for with `--out`.
fn write_out(out: &Path, bytes: Vec<u8>) -> Result<(), String> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = out.file_name().and_then(|name| name.to_str()).ok_or("--out must name a file")?;
    write_files(folder, &[(name, bytes)]).map_err(|error| error.to_string())
}

/// The files that a list of files and folders means.
fn expand(paths: &[PathBuf], wanted: impl Fn(&Path) -> Vec<PathBuf>) -> Vec<PathBuf> {
    paths.iter().flat_map(|path| if path.is_dir() { wanted(path) } else { vec![path.clone()] }).collect()
}
