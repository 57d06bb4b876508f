//! egui inside Bevy. Only with a renderer: a logic-only application has no panels.

use bevy::prelude::*;
use bevy_egui::EguiPlugin;

use crate::app::AppConfig;

pub(super) fn plugin(app: &mut App, config: &AppConfig) {
    if config.shell.renders() {
        app.add_plugins(EguiPlugin::default());
    }
}
