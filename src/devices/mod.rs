//! Laptops, tablets, phones and the board: what their screens show.

mod board;
mod board_face;
mod canvas;
mod desk;
mod fonts;
mod screen_faces;
mod sheet;

use bevy::prelude::*;

use crate::app::AppConfig;

pub(super) fn plugin(app: &mut App) {
    if app.world().resource::<AppConfig>().shell.renders() {
        app.add_plugins((fonts::plugin, sheet::plugin, desk::plugin, board::plugin));
    }
}
