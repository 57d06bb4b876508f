//! What is heard, measured on the samples of the mix.

use std::path::Path;

use bevy::prelude::*;
use proefles::app::{AppConfig, Classroom, InstallRoot, NoticeLevel, Screen, Settings, SoundTo};
use proefles::audio::Mixer;
use proefles::rig::TeacherBody;
use proefles::session::{ClassroomSession, Happened};
use proefles::stage::DoorMoved;
use proefles_sim::{Event, EventKind};

use crate::support::{Place, go, notices, now, update_until, updates};

/// Samples a second of what is kept in memory, left and right together.
pub(crate) const SAMPLES_A_SECOND: usize = 32_000;
/// Ticks a second.
pub(crate) const TICKS: usize = 10;
/// Below this nothing is heard.
const SILENT: f32 = 1e-6;

/// A lesson with voices that is listened to, in its briefing.
pub(crate) fn listened() -> App {
    let mut place = Place::new();
    let lesson = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/network-down.scenario.ron");
    place.config = AppConfig { scenario: Some(lesson.display().to_string()), ..place.config };
    place.config.sound = SoundTo::Memory;
    place.app_in_briefing()
}

/// The same in another room.
fn listened_in(room: &str) -> App {
    let mut place = Place::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let text = std::fs::read_to_string(folder.join("network-down.scenario.ron")).unwrap();
    assert!(text.contains("kind: Secondary"), "the lesson's room");
    let lesson = place.write("network-down.scenario.ron", text.replace("kind: Secondary", &format!("kind: {room}")));
    for lang in ["nl", "en"] {
        let name = format!("network-down.{lang}.ron");
        place.write(&name, std::fs::read(folder.join(&name)).unwrap());
    }
    place.config = AppConfig { scenario: Some(lesson.display().to_string()), ..place.config };
    place.config.sound = SoundTo::Memory;
    place.app_in_briefing()
}

/// What is heard in so many ticks from now.
pub(crate) fn hear(app: &mut App, ticks: usize) -> Vec<f32> {
    app.world_mut().resource_mut::<Mixer>().take_heard();
    updates(app, ticks);
    let heard = app.world_mut().resource_mut::<Mixer>().take_heard();
    assert!(heard.len().abs_diff(ticks * SAMPLES_A_SECOND / TICKS) <= 2, "{} samples in {ticks} ticks", heard.len());
    heard
}

fn rms<'a>(samples: impl Iterator<Item = &'a f32>) -> f32 {
    let (sum, count) = samples.fold((0.0, 0.0), |(sum, count), sample| (sum + sample * sample, count + 1.0));
    f32::sqrt(sum / f32::max(count, 1.0))
}

fn loudness(samples: &[f32]) -> f32 {
    rms(samples.iter())
}

fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |peak, sample| peak.max(sample.abs()))
}

/// Left and right.
fn sides(samples: &[f32]) -> (f32, f32) {
    (rms(samples.iter().step_by(2)), rms(samples.iter().skip(1).step_by(2)))
}

pub(crate) fn set(app: &mut App, change: impl FnOnce(&mut Settings)) {
    change(&mut app.world_mut().resource_mut::<Settings>());
    // A slider takes a moment, so that it does not click.
    updates(app, 2);
}

pub(crate) fn body(app: &mut App) -> Mut<'_, TeacherBody> {
    app.world_mut().query::<&mut TeacherBody>().single_mut(app.world_mut()).unwrap()
}

pub(crate) fn happen(app: &mut App, kind: EventKind) {
    app.world_mut().write_message(Happened(Event { id: 0, tick: 0, kind }));
}

/// Has a line said, and turns the teacher so that its speaker is at one side: 1 is the right, -1 the left.
pub(crate) fn say(app: &mut App, line: &str, student: &str, side: f32) {
    let scenario = app.world().resource::<ClassroomSession>().scenario().clone();
    let seat = scenario.seat_of(scenario.student_by_name(student).unwrap()).pose.at;
    let mut body = body(app);
    let way = Vec2::new(seat.x_mm as f32 / 1000.0 - body.feet.x, seat.z_mm as f32 / 1000.0 - body.feet.z);
    body.yaw = way.x.atan2(way.y) + side * std::f32::consts::FRAC_PI_2;
    updates(app, 1);
    happen(app, EventKind::LineSpoken(scenario.line_by_name(line).unwrap()));
}

#[test]
fn a_voice_comes_from_the_side_of_its_speaker() {
    let mut app = listened();
    set(&mut app, |settings| settings.room_volume = 0.0);
    assert!(peak(&hear(&mut app, 5)) < SILENT, "nobody speaks yet");
    say(&mut app, "elif.hand", "elif", -1.0);
    let (left, right) = sides(&hear(&mut app, 14));
    assert!(left > 0.005 && left > right * 1.5, "{left} and {right}");
    updates(&mut app, TICKS);
    say(&mut app, "elif.hand", "elif", 1.0);
    let (left, right) = sides(&hear(&mut app, 14));
    assert!(right > 0.005 && right > left * 1.5, "{left} and {right}");
}

#[test]
fn the_murmur_grows_with_the_noise_of_the_class() {
    let mut app = listened();
    set(&mut app, |settings| settings.voices_volume = 0.0);
    go(&mut app, Classroom::Running);
    // Nobody teaches, the network fails: it gets louder.
    let mut heard: Vec<(u16, f32)> = Vec::new();
    for _ in 0..75 {
        let second = loudness(&hear(&mut app, TICKS));
        heard.push((app.world().resource::<ClassroomSession>().session().noise_permille(), second));
    }
    heard.sort_by_key(|(noise, _)| *noise);
    let mean = |part: &[(u16, f32)]| {
        let count = part.len() as f32;
        let noise = part.iter().map(|(noise, _)| f32::from(*noise)).sum::<f32>() / count;
        (noise, part.iter().map(|(_, heard)| heard).sum::<f32>() / count)
    };
    let (quiet, loud) = (mean(&heard[..15]), mean(&heard[60..]));
    assert!(loud.0 > quiet.0 + 100.0, "the class got louder: {heard:?}");
    assert!(loud.1 > quiet.1 * 1.4, "and so did the murmur: {heard:?}");
}

#[test]
fn the_sliders_work_at_once_and_zero_is_silence() {
    let mut app = listened();
    updates(&mut app, 2 * TICKS);
    let normal = loudness(&hear(&mut app, 5));
    assert!(normal > SILENT);
    set(&mut app, |settings| settings.volume = 0.0);
    assert!(peak(&hear(&mut app, 5)) < SILENT);
    set(&mut app, |settings| settings.volume = 1.0);
    assert!(loudness(&hear(&mut app, 5)) > normal, "the slider stood at 0.8 before");
    set(&mut app, |settings| settings.room_volume = 0.0);
    assert!(peak(&hear(&mut app, 5)) < SILENT);
    say(&mut app, "elif.hand", "elif", -1.0);
    assert!(peak(&hear(&mut app, 10)) > 0.01, "voices have a slider of their own");
    set(&mut app, |settings| settings.voices_volume = 0.0);
    say(&mut app, "elif.hand", "elif", -1.0);
    assert!(peak(&hear(&mut app, 10)) < SILENT);
}

#[test]
fn bell_and_outage_are_heard_when_they_happen() {
    let mut app = listened();
    updates(&mut app, 2 * TICKS);
    for kind in [EventKind::BellRang, EventKind::NetworkChanged(proefles_scenario::Network::Down)] {
        let before = loudness(&hear(&mut app, TICKS));
        happen(&mut app, kind);
        let during = loudness(&hear(&mut app, TICKS));
        assert!(during > before * 3.0, "{before} and {during}");
        updates(&mut app, 4 * TICKS);
    }
}

#[test]
fn steps_are_heard_while_walking_and_not_while_standing() {
    let mut app = listened();
    updates(&mut app, 2 * TICKS);
    let standing = peak(&hear(&mut app, 2 * TICKS));
    app.world_mut().resource_mut::<Mixer>().take_heard();
    for _ in 0..2 * TICKS {
        body(&mut app).feet.x += 0.12;
        app.update();
    }
    let walking = peak(&app.world_mut().resource_mut::<Mixer>().take_heard());
    assert!(walking > standing * 3.0, "{standing} and {walking}");
    updates(&mut app, TICKS);
    assert!(peak(&hear(&mut app, 2 * TICKS)) < walking / 3.0);
}

#[test]
fn steps_are_softer_on_carpet() {
    let walked = |room: &str| {
        let mut app = listened_in(room);
        updates(&mut app, 2 * TICKS);
        app.world_mut().resource_mut::<Mixer>().take_heard();
        for _ in 0..4 * TICKS {
            body(&mut app).feet.x += 0.12;
            app.update();
        }
        peak(&app.world_mut().resource_mut::<Mixer>().take_heard())
    };
    let (hard, soft) = (walked("Secondary"), walked("Computers"));
    assert!(soft < hard * 0.75 && soft > hard * 0.2, "{hard} and {soft}");
}

#[test]
fn the_corridor_is_heard_through_the_door_and_better_while_it_is_open() {
    let mut app = listened();
    // Beside the door; without the ventilation's level the corridor alone changes.
    body(&mut app).feet = Vec3::new(3.4, 0.0, 2.4);
    updates(&mut app, 2 * TICKS);
    let shut = loudness(&hear(&mut app, 16 * TICKS));
    app.world_mut().write_message(DoorMoved::Opens);
    updates(&mut app, 2 * TICKS);
    let open = loudness(&hear(&mut app, 16 * TICKS));
    app.world_mut().write_message(DoorMoved::Shut);
    updates(&mut app, 2 * TICKS);
    let again = loudness(&hear(&mut app, 16 * TICKS));
    assert!(open > shut * 1.5, "{shut} and {open}");
    assert!(again < shut * 1.1, "{shut} and then {again}");
}

#[test]
fn the_door_itself_is_heard() {
    let mut app = listened();
    updates(&mut app, 2 * TICKS);
    for door in [DoorMoved::Opens, DoorMoved::Shut] {
        let before = peak(&hear(&mut app, TICKS));
        app.world_mut().write_message(door);
        let during = peak(&hear(&mut app, TICKS));
        assert!(during > before * 2.0, "{door:?}: {before} and {during}");
        updates(&mut app, 2 * TICKS);
    }
}

#[test]
fn a_pause_is_silent_and_what_was_said_goes_on_after_it() {
    let mut app = listened();
    go(&mut app, Classroom::Running);
    set(&mut app, |settings| settings.room_volume = 0.0);
    say(&mut app, "amina.why", "amina", 1.0);
    assert!(peak(&hear(&mut app, 5)) > 0.01);
    go(&mut app, Classroom::Paused);
    updates(&mut app, 3);
    assert!(peak(&hear(&mut app, 5 * TICKS)) < SILENT);
    go(&mut app, Classroom::Running);
    assert!(peak(&hear(&mut app, 20)) > 0.01, "the rest of the sentence");
}

#[test]
fn leaving_the_classroom_fades_out_even_from_a_pause() {
    let mut app = listened();
    go(&mut app, Classroom::Running);
    updates(&mut app, TICKS);
    assert!(peak(&hear(&mut app, 5)) > SILENT);
    go(&mut app, Classroom::Paused);
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Title);
    updates(&mut app, TICKS);
    assert!(peak(&hear(&mut app, TICKS)) < SILENT);
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Loading);
    update_until(&mut app, |world| crate::support::is_in(world, Classroom::Briefing));
    updates(&mut app, 2 * TICKS);
    assert!(peak(&hear(&mut app, 5)) > SILENT, "the next lesson is heard");
}

#[test]
fn sounds_that_are_missing_or_broken_are_told_once_and_the_lesson_goes_on() {
    let mut place = Place::new();
    place.config.sound = SoundTo::Memory;
    place.write("assets/audio/fx/bell.ogg", "no sound");
    let mut app = place.app();
    app.insert_resource(InstallRoot(place.path("")));
    update_until(&mut app, |world| crate::support::is_in(world, Classroom::Briefing));
    app.insert_resource(bevy::time::TimeUpdateStrategy::FixedTimesteps(1));
    go(&mut app, Classroom::Running);
    happen(&mut app, EventKind::BellRang);
    assert!(peak(&hear(&mut app, 30)) < SILENT);
    assert!(now(&app) >= 29);
    let told = notices(&app, NoticeLevel::Warning);
    assert_eq!(told.iter().filter(|text| text.contains("bell.ogg (and 35 more)")).count(), 1, "{told:?}");
}

#[test]
fn the_mix_can_be_written_to_a_file_in_step_with_the_lesson() {
    let mut place = Place::new();
    let file = place.path("heard/lesson.wav");
    place.config.sound = SoundTo::File(file.clone());
    let mut app = place.app_in_briefing();
    let before = std::fs::metadata(&file).map_or(0, |data| data.len());
    go(&mut app, Classroom::Running);
    updates(&mut app, 29);
    // Whatever has been heard is on disk once the program has ended.
    drop(app);
    let bytes = std::fs::read(&file).unwrap();
    let secs = (bytes.len() as f32 - before.max(44) as f32) / (48_000.0 * 4.0);
    assert!(secs >= 2.9, "{secs}");
    assert!(bytes[44..].iter().any(|byte| *byte != 0), "something is heard");
}

#[test]
fn a_file_that_cannot_be_written_is_told_and_the_lesson_goes_on() {
    let mut place = Place::new();
    let blocked = place.write("file", "no folder");
    place.config.sound = SoundTo::File(blocked.join("lesson.wav"));
    let mut app = place.app_in_briefing();
    go(&mut app, Classroom::Running);
    update_until(&mut app, |world| !world.resource::<Mixer>().is_open());
    let told = notices(&app, NoticeLevel::Error);
    assert!(told.iter().any(|text| text.contains("lesson.wav")), "{told:?}");
    let at = now(&app);
    updates(&mut app, 10);
    assert!(now(&app) >= at + 9);
}

#[test]
fn without_anybody_to_listen_nothing_is_read_or_played() {
    let place = Place::new();
    place.write("assets/audio/fx/bell.ogg", "no sound");
    let mut app = place.app();
    app.insert_resource(InstallRoot(place.path("")));
    update_until(&mut app, |world| crate::support::is_in(world, Classroom::Briefing));
    app.insert_resource(bevy::time::TimeUpdateStrategy::FixedTimesteps(1));
    go(&mut app, Classroom::Running);
    happen(&mut app, EventKind::BellRang);
    updates(&mut app, 30);
    assert!(!app.world().resource::<Mixer>().is_open());
    assert!(app.world_mut().resource_mut::<Mixer>().take_heard().is_empty());
    assert!(now(&app) >= 29);
    let told = notices(&app, NoticeLevel::Warning);
    assert!(!told.iter().any(|text| text.contains("bell.ogg")), "it was read: {told:?}");
}
