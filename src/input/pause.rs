//! Pausing and going on.

use bevy::prelude::*;

use super::{Action, ActionState};
use crate::app::Classroom;

/// Pauses a running lesson and goes on with a paused one.
pub(super) fn toggle(
    actions: Res<ActionState>,
    lesson: Option<Res<State<Classroom>>>,
    mut next: ResMut<NextState<Classroom>>,
) {
    let Some(lesson) = lesson else { return };
    if !actions.just_pressed(Action::Pause) {
        return;
    }
    match lesson.get() {
        Classroom::Running => next.set(Classroom::Paused),
        Classroom::Paused => next.set(Classroom::Running),
        Classroom::Briefing | Classroom::Ended => {}
    }
}
