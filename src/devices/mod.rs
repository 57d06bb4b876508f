//! Laptops, tablets, phones and the board: what their screens show.

mod board;
mod board_face;
mod canvas;
mod desk;
mod fonts;
mod screen_faces;
mod sheet;

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::app::AppConfig;

/// What the screens in the room are doing. They are drawn on other threads.
#[derive(SystemParam)]
pub struct Screens<'w> {
    board: Option<Res<'w, board::Board>>,
    sheet: Option<Res<'w, sheet::Drawing>>,
}

impl Screens<'_> {
    /// Whether every screen shows what it should. Until then a picture of the room shows what was before.
    pub fn are_drawn(&self) -> bool {
        self.sheet.is_none() && self.board.as_ref().is_none_or(|board| !board.is_drawing())
    }
}

pub(super) fn plugin(app: &mut App) {
    if app.world().resource::<AppConfig>().shell.renders() {
        app.add_plugins((fonts::plugin, sheet::plugin, desk::plugin, board::plugin));
    }
}
