//! Laptops, tablets, phones and the board: what their screens show.

mod board;
mod board_face;
mod canvas;
mod desk;
mod fonts;
mod glow;
mod screen_faces;
mod sheet;
mod whiteboard;

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use proefles_scenario::ScreenState;

use crate::app::AppConfig;
use crate::render::{Light, Panel};

/// What the screens in the room are doing. They are drawn on other threads.
#[derive(SystemParam)]
pub struct Screens<'w> {
    board: Option<Res<'w, board::Board>>,
    drawing: Option<Res<'w, sheet::Drawing>>,
    sheet: Option<Res<'w, sheet::Sheet>>,
}

impl Screens<'_> {
    /// The light that a screen throws when it shows this, once it can.
    pub fn light(&self, panel: Panel, state: ScreenState) -> Option<Light> {
        Some(Light::of(panel, self.sheet.as_ref()?.mean(state)?, screen_faces::moves(state)))
    }

    /// Whether every screen shows what it should. Until then a picture of the room shows what was before.
    pub fn are_drawn(&self) -> bool {
        self.drawing.is_none() && self.board.as_ref().is_none_or(|board| !board.is_drawing())
    }
}

pub(super) fn plugin(app: &mut App) {
    if app.world().resource::<AppConfig>().shell.renders() {
        app.add_plugins((fonts::plugin, sheet::plugin, desk::plugin, glow::plugin, board::plugin, whiteboard::plugin));
    }
}
