//! The mouse cursor: away while the mouse looks around, there when a panel or another window wants it.

use bevy::prelude::*;
use bevy::window::{CursorGrabMode, CursorOptions, PrimaryWindow};

use super::{Action, ActionState, PanelWants};
use crate::app::{AppConfig, Classroom, Shell};

/// Whether the mouse turns the head now. Elsewhere it is a pointer.
#[derive(Resource, Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MouseLooks(pub bool);

/// When the mouse turns the head: in a running lesson that a person gives, unless something else wants the cursor.
fn looks(running: bool, focused: bool, freed: bool, wants: &PanelWants) -> bool {
    running && focused && !freed && !wants.pointer
}

pub(super) fn decide(
    mut mouse: ResMut<MouseLooks>,
    config: Res<AppConfig>,
    lesson: Option<Res<State<Classroom>>>,
    windows: Query<&Window, With<PrimaryWindow>>,
    state: Res<ActionState>,
    wants: Res<PanelWants>,
) {
    let running = lesson.is_some_and(|lesson| *lesson.get() == Classroom::Running);
    let by_person = config.shell == Shell::Desktop && !config.is_driven();
    let focused = windows.iter().any(|window| window.focused);
    let looks = by_person && looks(running, focused, state.pressed(Action::FreeCursor), &wants);
    mouse.set_if_neq(MouseLooks(looks));
}

pub(super) fn grab(mouse: Res<MouseLooks>, mut cursors: Query<&mut CursorOptions, With<PrimaryWindow>>) {
    let mode = if mouse.0 { CursorGrabMode::Locked } else { CursorGrabMode::None };
    for mut cursor in &mut cursors {
        if cursor.grab_mode != mode {
            cursor.grab_mode = mode;
            cursor.visible = !mouse.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_is_free_unless_the_lesson_needs_the_mouse() {
        let none = PanelWants::default();
        assert!(looks(true, true, false, &none));
        assert!(!looks(false, true, false, &none), "paused");
        assert!(!looks(true, false, false, &none), "another window");
        assert!(!looks(true, true, true, &none), "freed by hand");
        assert!(!looks(true, true, false, &PanelWants { pointer: true, ..Default::default() }), "a menu");
    }
}
