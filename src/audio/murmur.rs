//! The bed of the room: ventilation, and a murmur as loud as the simulated class, cross-faded from whispers to talk.
//! Where many laugh, it is heard.

use bevy::prelude::*;
use proefles_scenario::Behaviour;

use crate::session::ClassroomSession;

use super::desk::Bus;
use super::dice::Dice;
use super::levels;
use super::library::{Effect, Effects};
use super::mixer::{Cue, Mixer, Playing};
use super::places::Places;

/// How slowly the murmur follows, in seconds: a class gets loud by and by.
const FOLLOW_SECS: f32 = 0.6;
/// The bed comes in over this time, in seconds.
const COME_SECS: f32 = 1.0;
/// A change smaller than this is not heard, in decibels.
const HEARD_DB: f32 = 0.25;
/// From this many on, students who laugh are heard as a class, if it is so long ago that they were, in seconds.
const LAUGH: (usize, f32) = (3, 7.0);
/// Level of laughter, in decibels; each further one who laughs adds to it.
const LAUGH_DB: (f32, f32, f32) = (-14.0, 0.7, -7.0);

/// One loop of the bed.
#[derive(Debug, Clone, Copy, Default)]
struct Loop {
    playing: Option<Playing>,
    level: f32,
}

/// The loops of the bed.
#[derive(Debug, Default)]
pub(super) struct Bed([Loop; 3]);

pub(super) fn murmur(
    mut mixer: ResMut<Mixer>,
    session: Res<ClassroomSession>,
    effects: Effects,
    mut bed: Local<Bed>,
    mut dice: Local<Dice>,
) {
    let noise = f32::from(session.session().noise_permille()) / 1000.0;
    let levels = levels::murmur(noise);
    let wanted = [
        (Effect::RoomTone, Bus::Room, levels.tone),
        (Effect::MurmurLow, Bus::Murmur, levels.low),
        (Effect::Murmur, Bus::Murmur, levels.full),
    ];
    for ((effect, bus, level), part) in wanted.into_iter().zip(&mut bed.0) {
        match part.playing.filter(|playing| mixer.plays(*playing)) {
            Some(playing) if (level - part.level).abs() >= HEARD_DB => {
                mixer.set_level(playing, level, FOLLOW_SECS);
                part.level = level;
            }
            Some(_) => {}
            None => {
                let Some(clip) = effects.get(effect) else { continue };
                // Each lesson sounds a little different from the start.
                let cue = Cue::new(clip, bus).level(level).looped(dice.share(), COME_SECS);
                *part = Loop { playing: mixer.play(&cue), level };
            }
        }
    }
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
