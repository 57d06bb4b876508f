//! When what a student does can be seen or heard, and when the teacher perceives it.

use proefles_scenario::{Network, Pose, StudentId};

use super::StudentState;
use super::step::StepInput;
use crate::Gaze;
use crate::rules::{params, perception};

/// Marks when what the student does could first be seen or heard, and when the teacher perceived it.
pub fn look_at_it(state: &mut StudentState, id: StudentId, input: &StepInput) {
    // Only what calls for an answer is ever asked about.
    let matters = state.behaviour.is_off_task() || state.behaviour.asks();
    let (true, Some(place), None) = (matters, input.place, state.noticed_at) else { return };
    let heard = state.near || perception::is_heard(state.behaviour);
    let reads = input.gaze == Gaze::Dashboard
        && input.tick - input.gaze_since.max(state.since) >= params().dash_reads
        && input.setting.network == Network::Up
        && perception::is_on_the_dashboard(state.behaviour);
    let shows = state.shown_at.is_some() && !state.behaviour.is_covert()
        || heard
        || perception::in_sight(state.behaviour, place, input.teacher.at, &input.neighbours.close);
    if (shows || reads) && state.shown_at.is_none() {
        state.shown_at = Some(input.tick);
    }
    if heard || reads || shows && rests_on_it(state, id, place, input) {
        state.noticed_at = Some(input.tick);
    }
}

/// Whether a look has rested on the student long enough or, if what they do is large, a longer look in their direction.
fn rests_on_it(state: &StudentState, id: StudentId, place: Pose, input: &StepInput) -> bool {
    let p = params();
    let Some(looks_at) = input.looks_at else { return false };
    let rested = input.tick - input.gaze_since.max(state.since);
    let on_it = match input.gaze {
        Gaze::Student(other) => other == id || input.neighbours.beside.contains(&other),
        _ => false,
    };
    let towards = || {
        rested >= p.glance
            && perception::is_large(state.behaviour)
            && perception::in_cone(input.teacher.at, looks_at, place.at)
    };
    on_it && rested >= p.fixation || towards()
}
