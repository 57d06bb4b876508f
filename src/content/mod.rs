//! Where assets and lessons come from, and which lesson is chosen.

mod library;
mod preload;

use bevy::prelude::*;

use crate::app::AppConfig;

pub use library::{Library, LibraryEntry, SelectedScenario};
pub use preload::Preload;

/// Registers asset sources. Must come before the engine's plugins.
pub fn asset_sources(_app: &mut App, _config: &AppConfig) {}

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((library::plugin, preload::plugin));
}
