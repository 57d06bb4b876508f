//! Students against students: teasing that nobody answers, what it does to whom it is about, and posts that hurt.

use proefles_scenario::{Behaviour, StudentId};

use super::StudentState;
use super::step::{Change, StepInput, interruptible};
use crate::event::Cause;
use crate::rng::{self, Purpose};
use crate::rules::params;

/// Whom a student would tease: somebody near who is not a friend and can be reached.
pub fn target(input: &StepInput) -> Option<StudentId> {
    let open =
        |other: &&StudentId| !input.friends.contains(other) && interruptible(input.class[other.index()].behaviour);
    input.neighbours.near.iter().find(open).copied()
}

/// A tick of teasing that goes on. True if it turns to pushing.
pub fn step_teasing(
    state: &StudentState,
    input: &StepInput,
    unit: &dyn Fn(Purpose) -> f32,
    change: &mut Change,
) -> bool {
    let p = params();
    let age = input.tick - state.since;
    let Some(other) = state.partner else { return false };
    if age > p.phys_after && !state.near && unit(Purpose::Escalate) * 10.0 < p.phys_rate {
        change.behaviour = Some((Behaviour::Phys, Cause::Lapse, input.tick + p.phys_lasts));
        change.partner = Some(other);
        change.draws_in = Some((other, Behaviour::Withdraw));
        return true;
    }
    if age > p.tease_hurts_after && unit(Purpose::Conflict) * 10.0 < p.tease_hurts {
        change.draws_in = Some((other, Behaviour::Withdraw));
    }
    false
}

/// In the class chat, before an audience: a post about somebody who is not a friend. True if it is posted.
pub fn post(id: StudentId, input: &StepInput, unit: &dyn Fn(Purpose) -> f32, change: &mut Change) -> bool {
    let p = params();
    if (input.in_class_chat as f32) < p.cyber_least || unit(Purpose::Conflict) * 10.0 >= p.cyber_rate {
        return false;
    }
    let count = input.class.len() as u32;
    let first = rng::between(input.seed, id.0, input.tick, Purpose::LapseKind, 0, count.saturating_sub(1));
    let about = (0..count).map(|step| StudentId(((first + step) % count) as u16)).find(|&other| {
        let behaviour = input.class[other.index()].behaviour;
        other != id && !input.friends.contains(&other) && interruptible(behaviour) && !behaviour.is_in_class_chat()
    });
    let Some(about) = about else { return false };
    change.behaviour = Some((Behaviour::DevCyber, Cause::Lapse, input.tick + p.cyber_lasts));
    change.partner = Some(about);
    change.draws_in = Some((about, Behaviour::Withdraw));
    true
}
