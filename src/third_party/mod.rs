//! One file per external plugin, so that its types do not travel and an upgrade touches one file.

pub mod egui;
pub mod openxr;
pub mod rapier;

use bevy::prelude::*;

use crate::app::AppConfig;

pub(super) fn plugin(app: &mut App, config: &AppConfig) {
    egui::plugin(app, config);
    openxr::plugin(app);
    rapier::plugin(app);
}
