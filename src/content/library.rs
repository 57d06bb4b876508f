//! The lessons that were found.

use std::path::PathBuf;
use std::sync::Arc;

use bevy::prelude::*;
use proefles_scenario::Scenario;

/// One file of the library.
#[derive(Debug, Clone)]
pub struct LibraryEntry {
    /// The file.
    pub path: PathBuf,
    /// The lesson, unless its file has errors.
    pub scenario: Option<Arc<Scenario>>,
    /// What is wrong with the file, shown as text with the source line; empty if nothing is.
    pub problems: Vec<String>,
}

/// The lessons that were found, by title in the order of their files.
#[derive(Resource, Debug, Default)]
pub struct Library {
    /// The files.
    pub entries: Vec<LibraryEntry>,
}

/// The lesson that will be, or is being, given. Set it, then go to `Screen::Loading`.
#[derive(Resource, Debug, Default)]
pub struct SelectedScenario(pub Option<Arc<Scenario>>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Library>().init_resource::<SelectedScenario>();
}
