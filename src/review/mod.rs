//! The review screen: what happened in the run and what to try.

mod decisions;
mod heat;
mod screen;
#[cfg(test)]
mod tests;
mod timeline;
mod wiring;

use bevy::prelude::*;

pub use screen::{ReviewAction, ReviewState, review_ui};
pub use wiring::has_report;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(wiring::plugin);
}
