//! The corridor: dull behind the closed door, clear while it is open, and the door itself.

use bevy::prelude::*;

use crate::stage::DoorMoved;

use super::desk::Bus;
use super::dice::Dice;
use super::levels::SILENCE_DB;
use super::library::{Effect, Effects};
use super::mixer::{Cue, Mixer, Playing};
use super::places::Places;

/// Level of what comes through the closed door, in decibels.
const THROUGH_DB: f32 = -26.0;
/// Level of what comes in beside that while it is open, in decibels.
const OPEN_DB: f32 = -13.0;
/// Opening and closing take about so long, in seconds.
const SWING_SECS: f32 = 0.4;
/// The corridor comes in over this time, in seconds.
const COME_SECS: f32 = 1.0;
/// Level of the door itself, in decibels.
const DOOR_DB: f32 = -8.0;

/// The corridor twice, in step: as it comes through the door, and as it comes in where that stands open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Corridor {
    through: Playing,
    open: Playing,
}

/// Keeps the corridor sounding as long as the lesson lasts.
pub(super) fn hear(
    mut mixer: ResMut<Mixer>,
    effects: Effects,
    places: Places,
    mut moved: MessageReader<DoorMoved>,
    mut corridor: Local<Option<Corridor>>,
    mut dice: Local<Dice>,
) {
    if !corridor.is_some_and(|on| mixer.plays(on.through) && mixer.plays(on.open)) {
        *corridor = begin(&mut mixer, &effects, &places, dice.share());
    }
    for door in moved.read() {
        let (effect, level) = match door {
            DoorMoved::Opens => (Effect::DoorOpen, OPEN_DB),
            DoorMoved::Shut => (Effect::DoorShut, SILENCE_DB),
        };
        if let Some(clip) = effects.get(effect) {
            mixer.play(&Cue::new(clip, Bus::Room).at(places.door()).level(DOOR_DB));
        }
        if let Some(on) = *corridor {
            mixer.set_level(on.open, level, SWING_SECS);
        }
    }
}

fn begin(mixer: &mut Mixer, effects: &Effects, places: &Places, share: f32) -> Option<Corridor> {
    let clip = effects.get(Effect::Corridor)?;
    let cue = || Cue::new(clip, Bus::Room).at(places.door()).looped(share, COME_SECS);
    // A door keeps back the high sounds, as a head does.
    let through = mixer.play(&cue().level(THROUGH_DB).turned(-1.0))?;
    let open = mixer.play(&cue().level(SILENCE_DB))?;
    Some(Corridor { through, open })
}
