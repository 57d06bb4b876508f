//! One voice per line, from whoever says it. A line without a voice is mumbled: its text is in the caption, so that
//! nothing is lost.

use bevy::prelude::*;
use proefles_scenario::Speaker;
use proefles_sim::EventKind;

use crate::rig::TeacherBody;
use crate::session::{ClassroomSession, Happened};

use super::desk::Bus;
use super::dice::Dice;
use super::library::{Effects, Voices};
use super::mixer::{Cue, Mixer};
use super::places::Places;
use super::talkers;

/// Most voices at once: beyond that nobody is understood.
const MOST: usize = 4;

pub(super) fn speak(
    mut mixer: ResMut<Mixer>,
    mut happened: MessageReader<Happened>,
    session: Res<ClassroomSession>,
    voices: Voices,
    effects: Effects,
    places: Places,
    bodies: Query<&TeacherBody>,
    mut dice: Local<Dice>,
) {
    let scenario = session.scenario();
    for Happened(event) in happened.read() {
        let EventKind::LineSpoken(line) = event.kind else { continue };
        let line = scenario.line(line);
        if mixer.count(Bus::Voices) >= MOST {
            continue;
        }
        let cue = match (voices.get(&line.name), line.speaker) {
            (Some(clip), _) => Some(Cue::new(clip, Bus::Voices)),
            (None, Speaker::Student(student)) => talkers::mumble(&effects, student, &mut dice),
            // What the class or the teacher says without a voice is only read.
            (None, _) => None,
        };
        let (at, spread) = places.speaker(scenario, line.speaker);
        let turned = match (line.speaker, bodies.single()) {
            (Speaker::Student(student), Ok(body)) => places.turned(scenario, student, body.feet),
            _ => 1.0,
        };
        if let Some(cue) = cue {
            mixer.play(&cue.at(at).spread(spread).turned(turned));
        }
    }
}
