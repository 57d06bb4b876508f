//! One voice per line, from whoever says it. The text is in the caption, so a line without a voice loses nothing.

use bevy::prelude::*;
use proefles_sim::EventKind;

use crate::session::{ClassroomSession, Happened};

use super::desk::Bus;
use super::library::Voices;
use super::mixer::{Cue, Mixer};
use super::places::Places;

/// Most voices at once: beyond that nobody is understood.
const MOST: usize = 4;

pub(super) fn speak(
    mut mixer: ResMut<Mixer>,
    mut happened: MessageReader<Happened>,
    session: Res<ClassroomSession>,
    voices: Voices,
    places: Places,
) {
    let scenario = session.scenario();
    for Happened(event) in happened.read() {
        let EventKind::LineSpoken(line) = event.kind else { continue };
        let line = scenario.line(line);
        let Some(clip) = voices.get(&line.name).filter(|_| mixer.count(Bus::Voices) < MOST) else { continue };
        let (at, spread) = places.speaker(scenario, line.speaker);
        mixer.play(&Cue::new(clip, Bus::Voices).at(at).spread(spread));
    }
}
