//! What is heard of the room and the class as a whole: ventilation, and laughter of many.

use bevy::prelude::*;
use proefles_scenario::Behaviour;

use crate::session::ClassroomSession;

use super::desk::Bus;
use super::dice::Dice;
use super::levels;
use super::library::{Effect, Effects};
use super::mixer::{Cue, Mixer, Playing};
use super::places::Places;

/// The bed comes in over this time, in seconds.
const COME_SECS: f32 = 1.0;
/// From this many on, students who laugh are heard as a class, if it is so long ago that they were, in seconds.
const LAUGH: (usize, f32) = (3, 4.0);
/// Level of laughter, in decibels; each further one who laughs adds to it.
const LAUGH_DB: (f32, f32, f32) = (-8.0, 0.7, -1.0);

/// Ventilation, as long as the lesson lasts.
pub(super) fn tone(
    mut mixer: ResMut<Mixer>,
    effects: Effects,
    mut playing: Local<Option<Playing>>,
    mut dice: Local<Dice>,
) {
    if playing.is_some_and(|playing| mixer.plays(playing)) {
        return;
    }
    let Some(clip) = effects.get(Effect::RoomTone) else { return };
    // Each lesson sounds a little different from the start.
    let cue = Cue::new(clip, Bus::Room).level(levels::TONE_DB).looped(dice.share(), COME_SECS);
    *playing = mixer.play(&cue);
}

/// Laughter of many.
pub(super) fn laugh(
    mut mixer: ResMut<Mixer>,
    session: Res<ClassroomSession>,
    effects: Effects,
    places: Places,
    time: Res<Time>,
    mut quiet_secs: Local<f32>,
) {
    *quiet_secs += time.delta_secs();
    if *quiet_secs < LAUGH.1 {
        return;
    }
    let (scenario, state) = (session.scenario(), session.session());
    let who: Vec<_> =
        scenario.student_ids().filter(|student| state.student(*student).behaviour == Behaviour::Laugh).collect();
    if who.len() < LAUGH.0 {
        return;
    }
    let Some(clip) = effects.get(Effect::Laugh) else { return };
    let middle = who.iter().map(|student| places.head(scenario, *student)).sum::<Vec3>() / who.len() as f32;
    let (low, more, most) = LAUGH_DB;
    let level = (low + more * (who.len() - LAUGH.0) as f32).min(most);
    mixer.play(&Cue::new(clip, Bus::Murmur).at(middle).spread(0.6).level(level));
    *quiet_secs = 0.0;
}
