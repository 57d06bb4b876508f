//! Theme, widgets, screens, heads-up display and captions.
//!
//! `screens`, `hud` and `widgets` are plain functions of a model and know nothing of Bevy; `wiring` fills the models from
//! the world and carries out what the user wants.

pub mod hud;
pub mod icons;
pub mod screens;
pub mod sheets;
#[cfg(test)]
pub(crate) mod tests;
pub mod theme;
pub mod toasts;
pub mod widgets;
mod wiring;

use bevy::prelude::*;

pub(crate) use wiring::open_folder;
pub use wiring::{SettingsOpen, root};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((wiring::plugin, sheets::plugin));
}
