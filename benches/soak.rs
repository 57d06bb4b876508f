//! Lessons one after another, off-screen, for as long as one likes: what stays behind after each? Says it lesson by lesson,
//! and fails when anything has grown since the second: `cargo xtask bench soak --minutes 60 --students 30`.
//!
//! Half a second of the lesson passes in a frame, so an hour takes some minutes. A frame in `DRAWN_EVERY` is drawn.

#![expect(clippy::print_stdout, reason = "a bench reports to its reader")]

#[path = "../tests/support/crowd.rs"]
mod crowd;
#[path = "../tests/support/offscreen.rs"]
mod offscreen;

use std::alloc::System;
use std::process::ExitCode;
use std::time::Duration;

use bevy::image::Image;
use bevy::mesh::Mesh;
use bevy::pbr::StandardMaterial;
use bevy::prelude::*;
use bevy::render::RenderApp;
use bevy::render::render_asset::RenderAssets;
use bevy::render::texture::GpuImage;
use clap::Parser;
use proefles::app::{AppConfig, Classroom, Notices, Quality, Screen};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

use crowd::{CORNER, class_of};
use offscreen::Offscreen;

/// Counts what all threads take from the heap.
#[global_allocator]
static HEAP: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Length of a tick, and ticks of a frame.
const TICK: Duration = Duration::from_millis(100);
const STRIDE: u32 = 5;
/// Most ticks of one lesson: ten minutes. Without a teacher it would wait for one.
const LESSON: u32 = 6000;
/// Frames from one that is drawn to the next.
const DRAWN_EVERY: u32 = 8;
/// Frames in the library after a lesson, until what belonged to it is gone.
const CLEARING: u32 = 30;
/// How much memory may grow from the second lesson to the last, in percent: it is taken in blocks. Counts may not grow.
const TOLERANCE: usize = 3;

/// What stays behind after lessons.
#[derive(Parser)]
struct Args {
    /// How long the lessons are in all, in minutes of the lesson
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
    minutes: u32,
    /// Size of the class
    #[arg(long, default_value_t = 30)]
    students: usize,
    /// Quality of the pictures
    #[arg(long, value_enum, default_value_t = Quality::Low)]
    quality: Quality,
    /// Cargo says this to every bench
    #[arg(long, hide = true)]
    bench: bool,
}

/// What there is in the library, between two lessons.
#[derive(Debug, Clone, Copy)]
struct Left {
    entities: usize,
    meshes: usize,
    images: usize,
    materials: usize,
    textures: usize,
    /// Open files and sockets; zero where the system does not tell.
    files: usize,
    threads: usize,
    heap_bytes: usize,
    notices: usize,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let config = AppConfig { size: UVec2::new(128, 72), quality: Some(args.quality), ..AppConfig::default() };
    let Some(mut stage) = Offscreen::new(config) else {
        println!("skipped: no graphics adapter");
        return ExitCode::SUCCESS;
    };
    stage.until("the title", |world| *world.resource::<State<Screen>>().get() == Screen::Title);
    let minutes = args.minutes;
    println!("{} students, {minutes} minutes of lessons, a frame in {DRAWN_EVERY} drawn", args.students);
    let mut ticks = args.minutes * 600;
    let mut after = Vec::new();
    while ticks > 0 {
        ticks = ticks.saturating_sub(lesson(&mut stage, args.students, ticks.min(LESSON)));
        let left = Left::of(&mut stage);
        println!("after lesson {}, {} minutes to go: {left:?}", after.len() + 1, ticks / 600);
        after.push(left);
    }
    // The first lesson loads what stays for all that follow.
    let grown = match after.as_slice() {
        [_, second, .., last] => last.grown_since(second),
        _ => Vec::new(),
    };
    grown.iter().for_each(|what| println!("grew: {what}"));
    if grown.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Gives a lesson to its end, or as many ticks of it as are wanted; returns how many those were.
fn lesson(stage: &mut Offscreen, students: usize, most: u32) -> u32 {
    library(stage);
    stage.enter(class_of(students));
    stage.go(Classroom::Running);
    stage.stand(CORNER.0, CORNER.1);
    let mut passed = 0;
    while passed < most && is_running(stage.app.world()) {
        stage.frame(TICK * STRIDE, passed % (STRIDE * DRAWN_EVERY) == 0);
        passed += STRIDE;
    }
    library(stage);
    for frame in 0..CLEARING {
        stage.frame(TICK, frame + 2 > CLEARING);
    }
    passed.max(1)
}

fn is_running(world: &World) -> bool {
    world.get_resource::<State<Classroom>>().is_some_and(|state| *state.get() == Classroom::Running)
}

fn library(stage: &mut Offscreen) {
    stage.app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Library);
    stage.until("the library", |world| *world.resource::<State<Screen>>().get() == Screen::Library);
}

impl Left {
    fn of(stage: &mut Offscreen) -> Self {
        let textures = stage.app.sub_app(RenderApp).world().resource::<RenderAssets<GpuImage>>().iter().count();
        let world = stage.app.world_mut();
        let heap = HEAP.stats();
        Self {
            entities: world.entities().count_spawned() as usize,
            meshes: world.resource::<Assets<Mesh>>().len(),
            images: world.resource::<Assets<Image>>().len(),
            materials: world.resource::<Assets<StandardMaterial>>().len(),
            textures,
            files: entries("/proc/self/fd"),
            threads: entries("/proc/self/task"),
            heap_bytes: heap.bytes_allocated.saturating_sub(heap.bytes_deallocated),
            notices: world.resource::<Notices>().list().len(),
        }
    }

    /// What is more than it was.
    fn grown_since(&self, before: &Self) -> Vec<String> {
        let counts = [
            ("entities", before.entities, self.entities),
            ("meshes", before.meshes, self.meshes),
            ("images", before.images, self.images),
            ("materials", before.materials, self.materials),
            ("textures", before.textures, self.textures),
            ("open files", before.files, self.files),
            ("threads", before.threads, self.threads),
            ("notices", before.notices, self.notices),
        ];
        let mut grown: Vec<String> = counts
            .into_iter()
            .filter(|(_, before, now)| now > before)
            .map(|(what, before, now)| format!("{what} from {before} to {now}"))
            .collect();
        if self.heap_bytes * 100 > before.heap_bytes * (100 + TOLERANCE) {
            grown.push(format!("heap from {} to {} bytes", before.heap_bytes, self.heap_bytes));
        }
        grown
    }
}

/// How many entries a folder has; none where there is no such folder.
fn entries(folder: &str) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}
