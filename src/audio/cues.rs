//! Single sounds that something that happened makes: the bell, the outage, things that are handled, panels.

use bevy::prelude::*;
use proefles_scenario::{ItemId, ItemKind, Network, Scenario, TeacherAction};
use proefles_sim::EventKind;

use crate::rig::floor_point;
use crate::session::{ClassroomSession, Happened};

use super::desk::Bus;
use super::library::{Effect, Effects};
use super::mixer::{Cue, Mixer};
use super::places::Places;

/// A panel has been pressed.
#[derive(Message, Debug, Clone, Copy)]
pub struct Pressed;

/// Height of a socket and of a hand that puts something down, in metres.
const HAND: f32 = 1.0;

/// A sound, from where, and how loud in decibels.
type Sound = (Effect, Option<Vec3>, f32);

/// What an event sounds like.
fn sound(kind: &EventKind, scenario: &Scenario, places: &Places) -> Option<Sound> {
    match kind {
        EventKind::BellRang => Some((Effect::Bell, Some(places.loudspeaker()), -2.0)),
        EventKind::NetworkChanged(Network::Down) => Some((Effect::Outage, Some(places.board()), -5.0)),
        EventKind::NetworkChanged(Network::Up) => Some((Effect::Notification, Some(places.board()), -12.0)),
        EventKind::ItemTaken(_) => Some((Effect::Grab, None, -14.0)),
        EventKind::ItemDropped(_) => Some((Effect::Grab, None, -18.0)),
        EventKind::ItemUsed(item) => Some(used(*item, scenario)),
        EventKind::TeacherActed { action: TeacherAction::UseBoard, .. } => {
            Some((Effect::Click, Some(places.board()), -14.0))
        }
        _ => None,
    }
}

/// A cable is plugged in; other things are put where they belong.
fn used(item: ItemId, scenario: &Scenario) -> Sound {
    let item = &scenario.items[item.index()];
    let effect = if item.kind == ItemKind::BoardCable { Effect::Plug } else { Effect::Grab };
    (effect, Some(floor_point(item.used_at) + Vec3::Y * HAND), -8.0)
}

pub(super) fn react(
    mut mixer: ResMut<Mixer>,
    mut happened: MessageReader<Happened>,
    session: Res<ClassroomSession>,
    effects: Effects,
    places: Places,
) {
    for Happened(event) in happened.read() {
        let Some((effect, at, level)) = sound(&event.kind, session.scenario(), &places) else { continue };
        let Some(clip) = effects.get(effect) else { continue };
        let cue = Cue::new(clip, Bus::Room).level(level);
        mixer.play(&match at {
            Some(at) => cue.at(at),
            None => cue,
        });
    }
}

/// Level of a panel's answer, in decibels.
const PRESS: f32 = -16.0;

pub(super) fn answer(mut mixer: ResMut<Mixer>, mut pressed: MessageReader<Pressed>, effects: Effects) {
    if pressed.read().count() > 0
        && let Some(clip) = effects.get(Effect::Click)
    {
        mixer.play(&Cue::new(clip, Bus::Interface).level(PRESS));
    }
}
