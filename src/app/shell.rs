//! Which of the engine's plugins each shell needs.

use bevy::prelude::*;
use bevy::state::app::StatesPlugin;
use bevy::window::WindowResolution;

use super::{AppConfig, Shell};

/// Adds the engine's plugins for the shell.
pub fn shell_plugins(app: &mut App, config: &AppConfig) {
    match config.shell {
        Shell::Desktop | Shell::Xr | Shell::Offscreen => {
            app.add_plugins(DefaultPlugins.set(WindowPlugin {
                primary_window: Some(Window {
                    title: "Proefles".to_owned(),
                    resolution: WindowResolution::new(config.size.x, config.size.y),
                    ..default()
                }),
                ..default()
            }));
        }
        Shell::Logic => {
            app.add_plugins((MinimalPlugins, StatesPlugin, TransformPlugin, AssetPlugin::default()));
        }
    }
}
