//! What a lapse of attention turns into.

use proefles_scenario::{Behaviour, ScreenState, StudentId};

use super::step::{Change, StepInput, interruptible};
use super::{StudentState, conflict};
use crate::event::Cause;
use crate::rng::{self, Purpose};
use crate::rules::affect::Feeling;
use crate::rules::attention::{Distraction, bout_ticks};
use crate::rules::params;

/// What a lapse of attention becomes.
pub fn begin(
    id: StudentId,
    state: &StudentState,
    is_stopped: bool,
    opportunity: f32,
    input: &StepInput,
    unit: &dyn Fn(Purpose) -> f32,
    change: &mut Change,
) {
    let p = params();
    let traits = state.traits;
    let kind = Distraction::draw(unit(Purpose::LapseKind), input.pull() * traits.drawn_by_peers(), is_stopped);
    let until =
        input.tick + bout_ticks(kind.mean_ticks(), rng::normal(input.seed, id.0, input.tick, Purpose::Duration));
    let lapse_to = |behaviour| Some((behaviour, Cause::Lapse, until));
    if kind == Distraction::Other
        && let Some(behaviour) = off_the_chair(opportunity, input.young, unit(Purpose::Screen))
    {
        change.behaviour = lapse_to(behaviour);
        change.partner = input.neighbours.near.first().copied();
        return;
    }
    match kind {
        Distraction::Peer => {
            let free = |other: &&StudentId| interruptible(input.class[other.index()].behaviour);
            let joins = |other: StudentId| {
                let friend = if input.friends.contains(&other) { 1.0 } else { p.join_other };
                input.class[other.index()].joins * friend
            };
            match input.neighbours.near.iter().find(free) {
                Some(&other) if rng::unit(input.seed, other.0, input.tick, Purpose::Join) < joins(other) => {
                    change.behaviour = lapse_to(Behaviour::OffChat);
                    change.partner = Some(other);
                    change.draws_in = Some((other, Behaviour::OffChat));
                }
                // Nobody joins: a look around instead.
                _ => {
                    let normal = rng::normal(input.seed, id.0, input.tick, Purpose::Duration);
                    let until = input.tick + bout_ticks(Distraction::Environment.mean_ticks(), normal);
                    change.behaviour = Some((Behaviour::OffEnv, Cause::Lapse, until));
                }
            }
        }
        Distraction::Other if unit(Purpose::Join) < p.restless * state.affect.level(Feeling::Boredom) => {
            let victim = conflict::target(input).filter(|_| opportunity > 1.0);
            if let Some(other) = victim.filter(|_| unit(Purpose::Conflict) < p.tease_share) {
                change.behaviour = Some((Behaviour::Tease, Cause::Lapse, input.tick + p.tease_lasts));
                change.partner = Some(other);
                return;
            }
            let other = input.neighbours.near.first().copied();
            let pokes = unit(Purpose::Screen) < p.pokes && other.is_some();
            change.behaviour = lapse_to(if pokes { Behaviour::Disturb } else { Behaviour::Noise });
            change.partner = other.filter(|_| pokes);
        }
        Distraction::Own | Distraction::Other => alone(kind, state, opportunity, until, input, unit, change),
        Distraction::Environment => change.behaviour = lapse_to(Behaviour::OffEnv),
        Distraction::Supplies if input.tick >= p.eat_after && unit(Purpose::Join) < p.eat_share => {
            change.behaviour = lapse_to(Behaviour::OffEat);
        }
        Distraction::Supplies if unit(Purpose::Screen) < p.doodle_share => {
            change.behaviour = lapse_to(Behaviour::OffDoodle);
        }
        Distraction::Supplies => change.behaviour = lapse_to(Behaviour::OffFidget),
    }
}

/// A lapse with oneself or a screen.
fn alone(
    kind: Distraction,
    state: &StudentState,
    opportunity: f32,
    until: u32,
    input: &StepInput,
    unit: &dyn Fn(Purpose) -> f32,
    change: &mut Change,
) {
    let p = params();
    let lapse_to = |behaviour| Some((behaviour, Cause::Lapse, until));
    let screen = unit(Purpose::Screen);
    if screen < p.screen_share * p.phone_share {
        change.behaviour = lapse_to(Behaviour::DevPhone);
    } else if screen < p.screen_share && input.has_open_screen(state) && unit(Purpose::ClassChat) < p.chat_share {
        change.behaviour = lapse_to(Behaviour::DevChat);
        change.screen = Some(ScreenState::Chat);
    } else if screen < p.screen_share && input.has_open_screen(state) {
        change.behaviour = lapse_to(Behaviour::DevTab);
        change.screen = Some(opened(screen));
    } else if kind == Distraction::Own {
        change.behaviour = lapse_to(inwards(state, opportunity, unit(Purpose::Join)));
    } else {
        change.behaviour = lapse_to(Behaviour::OffIdle);
    }
}

/// Whether a lapse that turns elsewhere leads off the chair, for a draw in `0..1`: beside it, where the teacher is far or
/// turned away, or under the table in a primary class.
fn off_the_chair(opportunity: f32, young: bool, draw: f32) -> Option<Behaviour> {
    let p = params();
    let stands = if opportunity > 1.0 { p.outseat_share } else { 0.0 };
    let crawls = stands + if young { p.crawl_share } else { 0.0 };
    if draw < stands {
        Some(Behaviour::OutSeat)
    } else if draw < crawls {
        Some(Behaviour::Crawl)
    } else {
        None
    }
}

/// What a lapse that turns inwards looks like, for a draw in `0..1`. The chance to do something in secret is taken where the
/// teacher is far or turned away.
fn inwards(state: &StudentState, opportunity: f32, draw: f32) -> Behaviour {
    let p = params();
    let sleeps = p.sleep_share * state.affect.level(Feeling::Boredom);
    let unwatched = if opportunity > 1.0 { p.private_share } else { 0.0 };
    if draw < sleeps {
        Behaviour::OffSleep
    } else if draw < sleeps + unwatched {
        Behaviour::OffPrivate
    } else {
        Behaviour::OffDaydream
    }
}

/// What is opened beside the task, for a draw in `0..1`.
fn opened(draw: f32) -> ScreenState {
    let p = params();
    if draw < p.other_tab_share {
        ScreenState::OtherTab
    } else if draw < p.game_share {
        ScreenState::Game
    } else {
        ScreenState::Video
    }
}
