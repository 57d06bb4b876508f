//! Makes the page with which anyone can try whether behaviours are told apart from what is seen and heard alone: some are
//! drawn by chance from the catalogue, looked for in lessons that nobody teaches, and shown from before and from behind with
//! the sound of the class. `cargo run --example behaviours -- --seed 1 --out docs/behaviours`

#![expect(clippy::print_stdout, reason = "an example reports to its reader")]

#[path = "../tests/support/offscreen.rs"]
mod offscreen;
#[path = "../tests/support/shot.rs"]
mod shot;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;
use clap::Parser;
use image::{RgbImage, imageops};
use proefles::app::{AppConfig, Classroom, Quality, Screen, SoundTo};
use proefles::audio::Mixer;
use proefles::pictures::PictureTarget;
use proefles::session::ClassroomSession;
use proefles::students::{Heads, Student};
use proefles_scenario::{Behaviour, Lang, Scenario, StudentId, load_path};
use proefles_sim::EventKind;

use offscreen::Offscreen;
use shot::shot;

/// The lesson in which behaviours are looked for.
const LESSON: &str = "scenarios/network-down.scenario.ron";
/// Length of a tick.
const TICK: Duration = Duration::from_millis(100);
/// Most ticks in a frame that is not drawn.
const STRIDE: u32 = 20;
/// A behaviour is shown so many ticks after it began, and must last for the whole clip.
const SHOWN_AFTER: u32 = 10;
const LASTS: u32 = 40;
/// Ticks between two pictures of a clip, and how long its sound is.
const BETWEEN: u32 = 6;
const HEARD: u32 = 25;
/// Size of what is drawn, and of the middle that is kept, in pixels.
const SIZE: UVec2 = UVec2::new(560, 420);
const KEPT: (u32, u32) = (280, 300);
/// Where one stands for the two views: from the student's head, ahead and to the right, in metres.
const BEFORE: Vec2 = Vec2::new(0.55, 1.35);
const BEHIND: Vec2 = Vec2::new(0.45, -1.0);
/// So far below the eyes is the middle of the picture, in metres.
const BELOW_HEAD: f32 = 0.22;

/// A page of behaviours chosen by chance.
#[derive(Parser)]
struct Args {
    /// What is chosen follows from this
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many behaviours
    #[arg(long, default_value_t = 10)]
    count: usize,
    /// In how many lessons they are looked for
    #[arg(long, default_value_t = 12)]
    lessons: u64,
    /// Folder of the page
    #[arg(long, default_value = "docs/behaviours")]
    out: PathBuf,
}

/// Where a behaviour is to be seen.
#[derive(Debug, Clone, Copy)]
struct Moment {
    behaviour: Behaviour,
    lesson: u64,
    tick: u32,
    student: StudentId,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let config = AppConfig {
        size: SIZE,
        quality: Some(Quality::High),
        lang: Some(Lang::En),
        sound: SoundTo::Memory,
        ..AppConfig::default()
    };
    let Some(mut stage) = Offscreen::new(config) else {
        println!("no graphics adapter, not even one in software: nothing can be drawn");
        return ExitCode::FAILURE;
    };
    stage.until("the title", |world| *world.resource::<State<Screen>>().get() == Screen::Title);
    let loaded = load_path(Path::new(LESSON));
    let Some(scenario) = loaded.scenario.map(Arc::new) else {
        println!("{LESSON} cannot be read; run this from the project's folder");
        return ExitCode::FAILURE;
    };
    let moments = choose(&mut stage, &scenario, &args);
    for (number, moment) in moments.iter().enumerate() {
        println!("{} of {}: lesson {}, tick {}", number + 1, moments.len(), moment.lesson, moment.tick);
        if let Err(error) = show(&mut stage, &scenario, moment, &args.out, number + 1) {
            println!("{}: {error}", args.out.display());
            return ExitCode::FAILURE;
        }
    }
    match std::fs::write(args.out.join("README.md"), page(&moments, &scenario, args.seed)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{}: {error}", args.out.display());
            ExitCode::FAILURE
        }
    }
}

/// Some behaviours of those that come up in the lessons, by chance, each where it comes up first with a student who is not
/// shown yet, as far as there are any.
fn choose(stage: &mut Offscreen, scenario: &Arc<Scenario>, args: &Args) -> Vec<Moment> {
    let mut found: BTreeMap<Behaviour, Vec<Moment>> = BTreeMap::new();
    for lesson in 1..=args.lessons {
        enter(stage, scenario, lesson);
        for moment in course(stage, lesson) {
            found.entry(moment.behaviour).or_default().push(moment);
        }
        println!("lesson {lesson}: {} behaviours so far", found.len());
    }
    let mut all: Vec<Vec<Moment>> = found.into_values().collect();
    all.sort_by_key(|moments| mix(args.seed, moments[0].behaviour as u64));
    let mut chosen: Vec<Moment> = Vec::new();
    for moments in all.into_iter().take(args.count) {
        let is_new = |moment: &&Moment| chosen.iter().all(|other| other.student != moment.student);
        let moment = *moments.iter().find(is_new).unwrap_or(&moments[0]);
        chosen.push(moment);
    }
    chosen
}

/// A number by chance that follows from two others (SplitMix64).
fn mix(seed: u64, of: u64) -> u64 {
    let mut number = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(of.wrapping_mul(0xbf58_476d_1ce4_e5b9));
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// Opens the lesson that a seed gives, in its briefing.
fn enter(stage: &mut Offscreen, scenario: &Arc<Scenario>, seed: u64) {
    stage.app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Library);
    stage.until("the library", |world| *world.resource::<State<Screen>>().get() == Screen::Library);
    stage.app.world_mut().resource_mut::<AppConfig>().seed = Some(seed);
    stage.enter(Arc::clone(scenario));
}

/// What students will be doing in this lesson for long enough, with when it begins.
fn course(stage: &Offscreen, lesson: u64) -> Vec<Moment> {
    let session = stage.app.world().resource::<ClassroomSession>();
    let course = session.foresee(session.scenario().duration_ticks);
    let mut open: BTreeMap<StudentId, Moment> = BTreeMap::new();
    let mut moments = Vec::new();
    for event in course.events() {
        let EventKind::BehaviourChanged { student, to, .. } = event.kind else { continue };
        let moment = Moment { behaviour: to, lesson, tick: event.tick, student };
        if let Some(over) = open.insert(student, moment).filter(|over| over.tick + LASTS <= event.tick) {
            moments.push(over);
        }
    }
    moments
}

/// Goes there, and writes the pictures and the sound.
fn show(
    stage: &mut Offscreen,
    scenario: &Arc<Scenario>,
    moment: &Moment,
    out: &Path,
    number: usize,
) -> Result<(), Box<dyn std::error::Error>> {
    std::fs::create_dir_all(out)?;
    enter(stage, scenario, moment.lesson);
    stage.go(Classroom::Running);
    pass_to(stage, moment.tick + SHOWN_AFTER);
    let target = stage.app.world().resource::<PictureTarget>().0.clone();
    without_panels(stage);
    let body = body(stage, moment.student);
    let (place, turn) = (body.translation.with_y(0.0), body.rotation);
    let mut strip = RgbImage::new(3 * KEPT.0, KEPT.1);
    stage.app.world_mut().resource_mut::<Mixer>().take_heard();
    for (column, from) in [BEFORE, BEFORE, BEHIND].into_iter().enumerate() {
        if column == 1 {
            let now = now(stage);
            pass_to(stage, now + BETWEEN);
        }
        let feet = place + turn * Vec3::new(from.x, 0.0, from.y);
        // Who stands is looked at higher up.
        let head = stage.app.world().resource::<Heads>().0.get(moment.student.index()).map_or(1.1, |head| head.y);
        stage.stand(feet.xz(), place + turn * Vec3::new(0.0, (head - BELOW_HEAD).max(0.6), 0.15));
        (0..3).for_each(|_| stage.frame(Duration::ZERO, false));
        stage.until_screens_are_drawn();
        let whole = shot(stage, &target, |_| ());
        let (left, top) = ((whole.width() - KEPT.0) / 2, (whole.height() - KEPT.1) / 2);
        let middle = imageops::crop_imm(&whole, left, top, KEPT.0, KEPT.1).to_image();
        imageops::replace(&mut strip, &middle, i64::from(column as u32 * KEPT.0), 0);
    }
    strip.save(out.join(format!("{number:02}.png")))?;
    let end = now(stage) + HEARD;
    pass_to(stage, end);
    let heard = stage.app.world_mut().resource_mut::<Mixer>().take_heard();
    wav(&out.join(format!("{number:02}.wav")), &heard)?;
    Ok(())
}

/// Lets only the room be drawn: panels and names would tell.
fn without_panels(stage: &mut Offscreen) {
    stage.frame(Duration::ZERO, true);
    let mut panels = stage.app.world_mut().query_filtered::<&mut Camera, With<Camera2d>>();
    for mut camera in panels.iter_mut(stage.app.world_mut()) {
        camera.is_active = false;
    }
}

/// Where a student is, and which way they face.
fn body(stage: &mut Offscreen, of: StudentId) -> Transform {
    let mut bodies = stage.app.world_mut().query::<(&Student, &Transform)>();
    let found = bodies.iter(stage.app.world()).find(|(student, _)| student.id == of);
    found.map(|(_, place)| *place).unwrap_or_default()
}

fn now(stage: &Offscreen) -> u32 {
    stage.app.world().resource::<ClassroomSession>().session().now()
}

/// Lets the lesson go on to a tick, the last two seconds tick by tick.
fn pass_to(stage: &mut Offscreen, tick: u32) {
    while now(stage) < tick {
        let left = tick - now(stage);
        let ticks = if left > STRIDE { (left - STRIDE).min(STRIDE) } else { 1 };
        stage.frame(TICK * ticks, false);
    }
}

/// Writes left and right as one, 16 bits: a small file.
fn wav(path: &Path, heard: &[f32]) -> io::Result<()> {
    const RATE: u32 = 16_000;
    let samples: Vec<i16> = heard
        .chunks_exact(2)
        .map(|both| ((both[0] + both[1]) * 0.5 * 4.0 * f32::from(i16::MAX)).clamp(-32767.0, 32767.0) as i16)
        .collect();
    let bytes = u32::try_from(2 * samples.len()).map_err(io::Error::other)?;
    let mut file = Vec::new();
    file.extend(b"RIFF");
    file.extend((bytes + 36).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    file.extend(RATE.to_le_bytes());
    file.extend((2 * RATE).to_le_bytes());
    file.extend(b"\x02\0\x10\0data");
    file.extend(bytes.to_le_bytes());
    file.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
    std::fs::write(path, file)
}

/// The page: pictures and sounds, then the descriptions in another order, then which is which.
fn page(moments: &[Moment], scenario: &Scenario, seed: u64) -> String {
    let mut order: Vec<usize> = (0..moments.len()).collect();
    order.sort_by_key(|at| mix(seed ^ 0x5555, moments[*at].behaviour as u64));
    let letter = |place: usize| char::from(b'A' + place as u8);
    let mut text = format!(
        "# What are they doing?\n\nBehaviours of the catalogue, drawn by chance (seed {seed}) from those that come up in \
         *The network goes down* when nobody teaches. Each strip shows the student in the middle: from before, the same {} \
         tenths of a second later, and from behind; the sound is what is heard from there. Find the description of each. \
         Made by `cargo run --example behaviours -- --seed {seed}`; with another seed come others.\n\n",
        BETWEEN
    );
    for number in 1..=moments.len() {
        text += &format!("## {number}\n\n![behaviour {number}]({number:02}.png)\n\n[sound]({number:02}.wav)\n\n");
    }
    text += "## The descriptions\n\n| | seen | heard |\n|---|---|---|\n";
    for (place, at) in order.iter().enumerate() {
        let entry = moments[*at].behaviour.entry();
        let heard = if entry.heard.en.is_empty() { "–" } else { &entry.heard.en };
        text += &format!("| {} | {} | {heard} |\n", letter(place), entry.seen.en);
    }
    text += "\n<details><summary>Which is which</summary>\n\n| | | behaviour | lesson's seed | second | student |\n|---|---|---|---|---|---|\n";
    for (number, moment) in moments.iter().enumerate() {
        let place = order.iter().position(|at| *at == number).unwrap_or_default();
        let Moment { behaviour, lesson, tick, student } = moment;
        let (name, second) = (&scenario.student(*student).first_name, f64::from(tick + SHOWN_AFTER) / 10.0);
        let what = format!("{} (`{}`)", behaviour.names().1, behaviour.id());
        text += &format!("| {} | {} | {what} | {lesson} | {second:.1} | {name} |\n", number + 1, letter(place));
    }
    text + "\n</details>\n"
}
