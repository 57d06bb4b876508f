//! Pictures of the lesson: those asked for by `--screenshot`, and in the off-screen shell the whole course of the run.

mod camera;
mod director;
mod moments;
mod progress;
mod take;
mod window;

use bevy::prelude::*;

use crate::app::AppConfig;

pub use camera::{PictureTarget, Resting};

pub(super) fn plugin(app: &mut App) {
    let shell = app.world().resource::<AppConfig>().shell;
    app.add_plugins(take::plugin);
    if shell.is_live() {
        app.add_plugins(window::plugin);
    } else {
        app.add_plugins((camera::plugin, director::plugin));
    }
}
