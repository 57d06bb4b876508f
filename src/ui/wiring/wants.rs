//! What panels want for themselves, told to whoever reads the devices.

use bevy::prelude::*;

use crate::app::Classroom;
use crate::input::PanelWants;

use super::{SettingsOpen, hud::Hud};

/// In the lesson only a list that was opened wants the mouse; its entries' keys work there as everywhere. Elsewhere the
/// mouse is a pointer, and the settings want the keys too.
pub(super) fn tell(
    hud: Res<Hud>,
    settings: Res<SettingsOpen>,
    lesson: Option<Res<State<Classroom>>>,
    mut wants: ResMut<PanelWants>,
) {
    let running = lesson.is_some_and(|lesson| *lesson.get() == Classroom::Running);
    let listed = running && hud.wants_hands();
    let dashboard = running && hud.shows_dashboard();
    let next = PanelWants { pointer: !running || listed, keys: settings.0, dashboard, ..*wants };
    wants.set_if_neq(next);
}
