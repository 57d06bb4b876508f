//! Where lessons and assets come from, which lesson is chosen, and what must be loaded before it is shown.

mod library;
pub mod mips;
mod missing;
mod model;
mod pictures;
mod preload;

use bevy::prelude::*;

pub use library::{Library, LibraryEntry, SelectedScenario};
pub use model::Model;
pub use preload::Preload;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        library::plugin,
        preload::plugin,
        pictures::Pictures,
        mips::plugin,
        model::plugin,
        missing::plugin,
    ));
}
