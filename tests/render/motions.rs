//! Every behaviour of the catalogue from four sides, on bodies of all ages: what it looks like, and that no limb is in the
//! furniture.

use std::time::Duration;

use bevy::camera::ImageRenderTarget;
use bevy::prelude::*;
use proefles::app::{AppConfig, Classroom, Quality, Screen};
use proefles::pictures::PictureTarget;
use proefles::students::{Posed, Seen, Student};
use proefles_scenario::{Behaviour, Device, Point, Pose, Scenario, Seat, StudentId};
use proefles_sim::Affect;
use std::sync::Arc;

use crate::bodies::{bodies, no_arm_through_desk};
use crate::compare::Picture;
use crate::crowd::class_of;
use crate::golden;
use crate::offscreen::Offscreen;
use crate::runner::Runner;
use crate::shot::shot;
use crate::studio::TICK;

/// The sheets of pictures, and the check of the joints.
const SHEETS: [&str; 4] = ["motions_1", "motions_2", "motions_3", "motions_4"];
const CLEAR: &str = "no_limb_is_in_the_furniture";

/// Size of one picture, in pixels, and how many behaviours a sheet has beside and below each other.
const TILE: UVec2 = UVec2::new(120, 141);
const BESIDE: usize = 2;
const BELOW: usize = 7;
/// Where one stands: from the student's chair, to the left and ahead, in metres; and the height that is looked at.
const SIDES: [Vec2; 4] = [Vec2::new(0.25, 1.35), Vec2::new(1.0, 0.3), Vec2::new(-0.25, -1.0), Vec2::new(-1.0, 0.3)];
const LOOKED_AT: Vec3 = Vec3::new(0.0, 0.90, 0.2);
/// Desks in pairs with room about each, in metres: the first of a pair is looked at, the other one is who it concerns.
const PLACES: [(i32, i32); 6] = [(-3100, 300), (-300, 300), (2000, 900), (-3100, -2400), (-300, -2400), (2000, -1700)];
const NEIGHBOUR_MM: i32 = 1500;
/// Looks of the assets that take part: every third, so that all ages do.
const LOOKS: [usize; 6] = [2, 6, 10, 14, 18, 22];
/// A behaviour is seen so many ticks after it began, and then tick by tick for its joints.
const SETTLED: u32 = 22;
const WATCHED: u32 = 50;

/// Every check, in its order.
pub fn names() -> impl Iterator<Item = &'static str> {
    SHEETS.into_iter().chain([CLEAR])
}

/// Shows everything; `false` on a machine without a graphics adapter.
pub fn show(run: &mut Runner) -> bool {
    let config = AppConfig { size: TILE, quality: Some(Quality::Low), ..AppConfig::default() };
    let Some(mut stage) = Offscreen::new(config) else { return false };
    stage.until("the title", |world| *world.resource::<State<Screen>>().get() == Screen::Title);
    stage.enter(pairs());
    stage.go(Classroom::Running);
    let target = stage.app.world().resource::<PictureTarget>().0.clone();
    without_panels(&mut stage);
    let mut problems = Vec::new();
    for (sheet, shown) in SHEETS.into_iter().zip(Behaviour::ALL.chunks(BESIDE * BELOW)) {
        let takes = run.wants(sheet);
        if !takes && !run.wants(CLEAR) {
            continue;
        }
        let mut picture = empty_sheet();
        for (round, chunk) in shown.chunks(PLACES.len()).enumerate() {
            pose(&mut stage, chunk);
            pass(&mut stage, SETTLED);
            for at in 0..if takes { chunk.len() } else { 0 } {
                let row = tiles(&mut stage, &target, at);
                paste(&mut picture, &row, round * PLACES.len() + at);
            }
            if run.wants(CLEAR) {
                problems.extend(watch(&mut stage));
            }
        }
        run.check(sheet, || golden::check(sheet, &picture));
    }
    run.check(CLEAR, || if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) });
    true
}

/// A class in pairs: the first half is looked at.
fn pairs() -> Arc<Scenario> {
    let seat = |x_mm: i32, z_mm: i32| Seat {
        name: format!("at {x_mm} {z_mm}"),
        pose: Pose { at: Point::new(x_mm, z_mm), yaw_deg: 0 },
    };
    let shown = PLACES.iter().map(|(x, z)| seat(*x, *z));
    let beside = PLACES.iter().map(|(x, z)| seat(x + NEIGHBOUR_MM, *z));
    let mut lesson = class_of(2 * PLACES.len());
    let class = Arc::make_mut(&mut lesson);
    class.seats = shown.chain(beside).collect();
    for (at, student) in class.students.iter_mut().enumerate() {
        student.look = format!("student_{:02}", LOOKS[at % LOOKS.len()] + at / LOOKS.len());
        student.device = [Device::Laptop, Device::Notebook, Device::Tablet][at % 3];
    }
    lesson
}

/// Lets the first half do this, and the others wait.
fn pose(stage: &mut Offscreen, shown: &[Behaviour]) {
    let session = stage.app.world().resource::<proefles::session::ClassroomSession>();
    let devices: Vec<Device> = session.scenario().students.iter().map(|student| student.device).collect();
    let mut posed = stage.app.world_mut().resource_mut::<Posed>();
    posed.0.clear();
    for (at, device) in devices.into_iter().enumerate() {
        let behaviour = shown.get(at).copied().unwrap_or(Behaviour::Waiting);
        let is_shown = at < PLACES.len();
        let other = if is_shown { at + PLACES.len() } else { at - PLACES.len() };
        let seen = Seen {
            behaviour,
            since_secs: 3.0,
            partner: Some((StudentId(other as u16), is_shown)),
            reaction: None,
            device,
            attention: 0.8,
            affect: Affect::start(),
        };
        posed.0.insert(StudentId(at as u16), seen);
    }
}

fn pass(stage: &mut Offscreen, ticks: u32) {
    (0..ticks).for_each(|_| stage.frame(TICK, false));
}

/// Four pictures of one student.
fn tiles(stage: &mut Offscreen, target: &ImageRenderTarget, at: usize) -> Vec<image::RgbImage> {
    let (x_mm, z_mm) = PLACES[at];
    let chair = Vec3::new(x_mm as f32, 0.0, z_mm as f32) / 1000.0;
    let from = |side: &Vec2| {
        stage.stand((chair + Vec3::new(side.x, 0.0, side.y)).xz(), chair + LOOKED_AT);
        (0..2).for_each(|_| stage.frame(Duration::ZERO, false));
        shot(stage, target, |_| ())
    };
    SIDES.iter().map(from).collect()
}

/// What is wrong with anybody's limbs in the next seconds.
fn watch(stage: &mut Offscreen) -> Vec<String> {
    let mut found = Vec::new();
    for _ in 0..WATCHED / 5 {
        pass(stage, 5);
        let mut all = bodies(stage.app.world_mut());
        let posed = stage.app.world().resource::<Posed>().0.clone();
        let mut students = stage.app.world_mut().query::<(&Name, &Student)>();
        let seen = |body: &str, world: &World, students: &mut QueryState<(&Name, &Student)>| {
            students
                .iter(world)
                .find(|(name, _)| name.as_str() == body)
                .and_then(|(_, student)| posed.get(&student.id))
                .copied()
        };
        for body in &mut all {
            if let Some(seen) = seen(&body.name, stage.app.world(), &mut students) {
                body.behaviour = seen.behaviour;
            }
        }
        all.retain(|body| !matches!(body.behaviour, Behaviour::Crawl | Behaviour::OutSeat | Behaviour::Late));
        found.extend(no_arm_through_desk(&all).err());
    }
    found.truncate(12);
    found
}

fn without_panels(stage: &mut Offscreen) {
    stage.frame(Duration::ZERO, true);
    let mut panels = stage.app.world_mut().query_filtered::<&mut Camera, With<Camera2d>>();
    for mut camera in panels.iter_mut(stage.app.world_mut()) {
        camera.is_active = false;
    }
}

fn empty_sheet() -> Picture {
    let (width, height) = (TILE.x as usize * SIDES.len() * BESIDE, TILE.y as usize * BELOW);
    Picture { width, height, pixels: vec![[40; 3]; width * height] }
}

fn paste(sheet: &mut Picture, row: &[image::RgbImage], number: usize) {
    for (side, tile) in row.iter().enumerate() {
        let left = ((number % BESIDE) * SIDES.len() + side) * TILE.x as usize;
        let top = number / BESIDE * TILE.y as usize;
        for (x, y, pixel) in tile.enumerate_pixels() {
            sheet.pixels[(top + y as usize) * sheet.width + left + x as usize] = pixel.0;
        }
    }
}
