//! What a frame of the classroom costs, split in main, extract, render and present, for classes of several sizes and for
//! the empty room, and what it asks of the machine in counts: `cargo xtask bench classroom --students 30,100`.
//!
//! Off-screen nothing runs beside anything else, so each part can be timed by itself: the main world's schedules, taking
//! over what is to be drawn, preparing and encoding it, and handing it to the graphics card and waiting for the picture.
//! (A renderer in software draws while it is handed the commands, so the two cannot be told apart.)

#![expect(clippy::print_stdout, reason = "a bench reports to its reader")]

#[path = "../tests/support/counts.rs"]
mod counts;
#[path = "../tests/support/crowd.rs"]
mod crowd;
#[path = "../tests/support/offscreen.rs"]
mod offscreen;

use std::alloc::System;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use bevy::app::SubApps;
use bevy::prelude::*;
use bevy::render::render_resource::PollType;
use bevy::render::renderer::{RenderAdapterInfo, RenderDevice, RenderGraph, RenderGraphSystems};
use bevy::render::{Render, RenderApp, RenderSystems};
use clap::{Parser, ValueEnum};
use proefles::app::{AppConfig, Classroom, Quality, Screen};
use serde::Serialize;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

use counts::Counts;
use crowd::{CORNER, class_of};
use offscreen::Offscreen;

/// Counts what all threads take from the heap.
#[global_allocator]
static HEAP: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Time between two frames: sixty a second.
const FRAME: Duration = Duration::from_micros(16_667);
/// Frames before the first that counts.
const WARM_UP: usize = 8;

/// What a frame of the classroom costs.
#[derive(Parser)]
struct Args {
    /// Sizes of the classes
    #[arg(long, value_delimiter = ',', default_value = "10,30,48,100,200")]
    students: Vec<usize>,
    /// Size of the picture
    #[arg(long, default_value = "640x360", value_parser = parse_size)]
    size: UVec2,
    /// Frames that are timed for each class
    #[arg(long, default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..))]
    frames: u32,
    /// Quality of the pictures
    #[arg(long, value_enum, default_value_t = Quality::Medium)]
    quality: Quality,
    /// How the results are shown
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Cargo says this to every bench
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Table,
    /// A line of JSON for each class.
    Json,
}

/// Where the time of one frame went.
#[derive(Clone, Copy)]
struct Frame {
    main: Duration,
    extract: Duration,
    render: Duration,
    present: Duration,
    allocations: usize,
}

/// When the latest frame was begun to be handed to the graphics card, and how long that took.
#[derive(Resource)]
struct Handing(Clock, Duration);

/// Half of the frames took less than `p50`, all but a hundredth less than `p99`. Milliseconds.
#[derive(Clone, Copy, Serialize)]
struct Spread {
    p50: f64,
    p99: f64,
}

/// The cost of a class.
#[derive(Serialize)]
struct Cost {
    students: usize,
    #[serde(flatten)]
    counts: Counts,
    /// Bytes of the heap in use, and how often a frame took some, on all threads, at the median.
    heap_bytes: usize,
    allocations: usize,
    main_ms: Spread,
    extract_ms: Spread,
    render_ms: Spread,
    present_ms: Spread,
    /// Main, extract and render.
    processor_ms: Spread,
    whole_ms: Spread,
    /// The whole frame's median in that of the empty room.
    times_empty: f64,
    /// The median of what the processor does itself, main, extract and render, in that of the empty room.
    processor_times_empty: f64,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let config = AppConfig { size: args.size, quality: Some(args.quality), ..AppConfig::default() };
    let Some(mut stage) = Offscreen::new(config) else {
        println!("skipped: no graphics adapter");
        return ExitCode::SUCCESS;
    };
    stage.until("the title", |world| *world.resource::<State<Screen>>().get() == Screen::Title);
    watch_handing(&mut stage.app);
    if args.format == Format::Table {
        heading(&args, stage.app.world().resource::<RenderAdapterInfo>());
    }
    let mut empty = None;
    for students in std::iter::once(0).chain(args.students.iter().copied()) {
        let mut cost = measure(&mut stage, students, args.frames);
        let (whole, processor) = *empty.get_or_insert((cost.whole_ms.p50, cost.processor_ms.p50));
        cost.times_empty = cost.whole_ms.p50 / whole;
        cost.processor_times_empty = cost.processor_ms.p50 / processor;
        show(&cost, args.format);
    }
    ExitCode::SUCCESS
}

fn parse_size(text: &str) -> Result<UVec2, String> {
    let size =
        text.split_once('x').and_then(|(width, height)| Some(UVec2::new(width.parse().ok()?, height.parse().ok()?)));
    size.filter(|size| size.min_element() >= 64).ok_or_else(|| "expected WIDTHxHEIGHT, such as 640x360".to_owned())
}

/// Notes when the frame's commands go to the graphics card, and when the engine has nothing more to say to it.
fn watch_handing(app: &mut App) {
    let begin = |mut handing: ResMut<Handing>| handing.0 = Clock(Instant::now());
    let end = |mut handing: ResMut<Handing>| handing.1 = handing.0.lap();
    app.sub_app_mut(RenderApp)
        .insert_resource(Handing(Clock(Instant::now()), Duration::ZERO))
        .add_systems(RenderGraph, begin.after(RenderGraphSystems::Render).before(RenderGraphSystems::Submit))
        .add_systems(Render, end.after(RenderSystems::Render).before(RenderSystems::Cleanup));
}

/// Fills the room with so many students, stands where all are in view, and times frames of the running lesson.
fn measure(stage: &mut Offscreen, students: usize, frames: u32) -> Cost {
    stage.app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Library);
    stage.until("the library", |world| *world.resource::<State<Screen>>().get() == Screen::Library);
    stage.enter(class_of(students));
    stage.go(Classroom::Running);
    stage.stand(CORNER.0, CORNER.1);
    for _ in 0..WARM_UP {
        stage.frame(FRAME, true);
    }
    let timed: Vec<Frame> = (0..frames).map(|_| timed_frame(&mut stage.app)).collect();
    let spread = |part: fn(&Frame) -> Duration| Spread::of(timed.iter().map(part).collect());
    let mut allocations: Vec<usize> = timed.iter().map(|frame| frame.allocations).collect();
    allocations.sort_unstable();
    let heap = HEAP.stats();
    Cost {
        students,
        counts: Counts::of(&mut stage.app),
        heap_bytes: heap.bytes_allocated.saturating_sub(heap.bytes_deallocated),
        allocations: allocations[allocations.len() / 2],
        main_ms: spread(|frame| frame.main),
        extract_ms: spread(|frame| frame.extract),
        render_ms: spread(|frame| frame.render),
        present_ms: spread(|frame| frame.present),
        processor_ms: spread(|frame| frame.main + frame.extract + frame.render),
        whole_ms: spread(|frame| frame.main + frame.extract + frame.render + frame.present),
        times_empty: 1.0,
        processor_times_empty: 1.0,
    }
}

/// What `App::update` does, with a clock at each step, and the wait for the graphics card that a window would do.
fn timed_frame(app: &mut App) -> Frame {
    let before = HEAP.stats().allocations;
    let mut clock = Clock(Instant::now());
    let SubApps { main, sub_apps } = app.sub_apps_mut();
    main.run_default_schedule();
    let mut frame = Frame {
        main: clock.lap(),
        extract: Duration::ZERO,
        render: Duration::ZERO,
        present: Duration::ZERO,
        allocations: 0,
    };
    for sub_app in sub_apps.values_mut() {
        sub_app.extract(main.world_mut());
        frame.extract += clock.lap();
        sub_app.update();
        frame.render += clock.lap();
    }
    main.world_mut().clear_trackers();
    app.world().resource::<RenderDevice>().poll(PollType::wait_indefinitely()).expect("the graphics card answers");
    let handing = app.sub_app(RenderApp).world().resource::<Handing>().1;
    frame.render = frame.render.saturating_sub(handing);
    frame.present = handing + clock.lap();
    frame.allocations = HEAP.stats().allocations - before;
    frame
}

/// Tells the time since it was last asked.
struct Clock(Instant);

impl Clock {
    fn lap(&mut self) -> Duration {
        let now = Instant::now();
        now - std::mem::replace(&mut self.0, now)
    }
}

impl Spread {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3;
        Self { p50: at(0.5), p99: at(0.99) }
    }
}

fn heading(args: &Args, adapter: &RenderAdapterInfo) {
    println!("{} ({}), driver {} {}", adapter.name, adapter.backend, adapter.driver, adapter.driver_info);
    // The type itself is not passed on by the engine.
    if format!("{:?}", adapter.device_type) == "Cpu" {
        println!("a renderer in software: absolute times mean little elsewhere, ratios a little more");
    }
    let (quality, UVec2 { x, y }) = (args.quality.name(), args.size);
    println!(
        "{x}x{y} pixels, quality {quality}, {} frames; milliseconds a frame, median and 99th percentile",
        args.frames
    );
    println!("draws: pairs of mesh and material; calls: what this machine joins them to");
    println!(
        "{:>8} {:>6} {:>9} {:>6} {:>6} {:>8} {:>7} {:>7} {:>15} {:>15} {:>15} {:>17} {:>17} {:>10} {:>10}",
        "students",
        "meshes",
        "triangles",
        "draws",
        "calls",
        "textures",
        "heap",
        "allocs",
        "main",
        "extract",
        "render",
        "present",
        "whole",
        "x empty",
        "processor"
    );
}

fn show(cost: &Cost, format: Format) {
    if format == Format::Json {
        println!("{}", serde_json::to_string(cost).expect("numbers only"));
        return;
    }
    let ms = |spread: Spread, width: usize| format!("{:>width$.1}{:>8.1}", spread.p50, spread.p99);
    println!(
        "{:>8} {:>6} {:>9} {:>6} {:>6} {:>5} MB {:>4} MB {:>7} {} {} {} {} {} {:>8.2} x {:>8.2} x",
        cost.students,
        cost.counts.meshes,
        cost.counts.triangles,
        cost.counts.draws,
        cost.counts.calls,
        cost.counts.texture_bytes / 1_000_000,
        cost.heap_bytes / 1_000_000,
        cost.allocations,
        ms(cost.main_ms, 7),
        ms(cost.extract_ms, 7),
        ms(cost.render_ms, 7),
        ms(cost.present_ms, 9),
        ms(cost.whole_ms, 9),
        cost.times_empty,
        cost.processor_times_empty
    );
}
