//! How loud each part of the mix is by itself, measured as broadcasters do (EBU R 128), against what it should be.

use bevy::prelude::*;
use ebur128::{EbuR128, Mode};
use proefles::app::Classroom;
use proefles::audio::{Pressed, TARGETS};
use proefles::session::{ClassroomSession, Command};
use proefles_scenario::{Activity, Speaker};
use proefles_sim::{EventKind, TeacherCommand};

use crate::sound::{SAMPLES_A_SECOND, TICKS, happen, hear, listened, set};
use crate::support::{go, updates};

/// How far a part may be from its target, in LU.
const TOLERANCE: f64 = 1.0;

/// Integrated loudness in LUFS.
fn loudness(samples: &[f32]) -> f64 {
    let rate = u32::try_from(SAMPLES_A_SECOND / 2).expect("a sample rate");
    let mut meter = EbuR128::new(2, rate, Mode::I).expect("a meter for it");
    meter.add_frames_f32(samples).expect("whole frames");
    meter.loudness_global().expect("a loudness")
}

/// Holds a part of the mix to its target.
#[track_caller]
fn holds(samples: &[f32], target: f64) {
    let loud = loudness(samples);
    assert!((loud - target).abs() <= TOLERANCE, "{loud:.1} LUFS, should be {target:.1}");
}

/// A lesson with these volumes of voices and room, and main at its end.
fn heard(voices: f32, room: f32) -> App {
    let mut app = listened();
    set(&mut app, |settings| (settings.volume, settings.voices_volume, settings.room_volume) = (1.0, voices, room));
    updates(&mut app, 2 * TICKS);
    app
}

#[test]
fn voices_are_as_loud_as_they_should_be() {
    let mut app = heard(1.0, 0.0);
    let scenario = app.world().resource::<ClassroomSession>().scenario().clone();
    let lines = scenario.lines.iter().filter(|line| matches!(line.speaker, Speaker::Student(_)));
    let mut samples = Vec::new();
    for line in lines.take(16).filter_map(|line| scenario.line_by_name(&line.name)) {
        happen(&mut app, EventKind::LineSpoken(line));
        samples.extend(hear(&mut app, 3 * TICKS));
    }
    holds(&samples, TARGETS.voices);
}

#[test]
fn the_murmur_of_pair_work_is_as_loud_as_it_should_be() {
    let mut app = heard(0.0, 1.0);
    go(&mut app, Classroom::Running);
    app.world_mut().write_message(Command(TeacherCommand::ChangeActivity(Activity::Pairs)));
    hear(&mut app, 25 * TICKS);
    let samples: Vec<f32> = (0..4).flat_map(|_| hear(&mut app, 5 * TICKS)).collect();
    holds(&samples, TARGETS.murmur);
}

#[test]
fn the_bell_is_as_loud_as_it_should_be() {
    let mut app = heard(0.0, 1.0);
    happen(&mut app, EventKind::BellRang);
    let samples = hear(&mut app, 3 * TICKS);
    holds(&samples, TARGETS.room);
}

#[test]
fn the_interface_is_as_loud_as_it_should_be() {
    let mut app = heard(0.0, 0.0);
    let mut samples = Vec::new();
    for _ in 0..8 {
        app.world_mut().write_message(Pressed);
        samples.extend(hear(&mut app, TICKS / 2));
    }
    holds(&samples, TARGETS.interface);
}
