//! Where things are: the user's profile, and the folders with scenarios.

use std::path::PathBuf;

use directories::ProjectDirs;

/// File name of the lesson that is played if none is named.
const DEFAULT_SCENARIO: &str = "network-down.scenario.ron";

/// The user's own folder for settings and records; none where the system names no home.
pub fn profile_folder() -> Option<PathBuf> {
    ProjectDirs::from("org", "Proefles", "proefles").map(|dirs| dirs.data_dir().to_owned())
}

/// Folders in which scenarios are looked for, the nearest first: beside the program, in the working folder, in the
/// project the program was built from, in the user's profile.
pub fn scenario_folders() -> Vec<PathBuf> {
    let beside = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.join("scenarios")));
    let here = Some(PathBuf::from("scenarios"));
    let project = Some(PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios")));
    let own = profile_folder().map(|folder| folder.join("scenarios"));
    let mut found: Vec<PathBuf> = Vec::new();
    for folder in [beside, here, project, own].into_iter().flatten() {
        let Ok(folder) = folder.canonicalize() else { continue };
        if folder.is_dir() && !found.contains(&folder) {
            found.push(folder);
        }
    }
    found
}

/// The folder with the voices of lessons, if one is found: in `assets` beside a folder with scenarios.
pub fn voice_folder() -> Option<PathBuf> {
    let beside =
        scenario_folders().into_iter().map(|folder| folder.with_file_name("assets").join("audio").join("voice"));
    beside.into_iter().find(|folder| folder.is_dir())
}

/// The lesson that is played if none is named, if it is anywhere.
pub fn default_scenario() -> Option<PathBuf> {
    scenario_folders().into_iter().map(|folder| folder.join(DEFAULT_SCENARIO)).find(|path| path.is_file())
}
