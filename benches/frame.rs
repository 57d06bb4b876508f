//! What a frame of the classroom costs, split in main, extract, render and present, for classes of several sizes and for
//! the empty room: `cargo bench --bench frame -- --students 30,100 --size 640x360 --frames 60`.
//!
//! Off-screen nothing runs beside anything else, so each part can be timed by itself: the main world's schedules, taking
//! over what is to be drawn, preparing and encoding it, and handing it to the graphics card and waiting for the picture.
//! (A renderer in software draws while it is handed the commands, so the two cannot be told apart.)

#![expect(clippy::print_stdout, reason = "a bench reports to its reader")]

#[path = "../tests/support/offscreen.rs"]
mod offscreen;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::app::SubApps;
use bevy::prelude::*;
use bevy::render::render_resource::PollType;
use bevy::render::renderer::{RenderAdapterInfo, RenderDevice, RenderGraph, RenderGraphSystems};
use bevy::render::{Render, RenderApp, RenderSystems};
use clap::{Parser, ValueEnum};
use proefles::app::{AppConfig, Classroom, Quality, Screen};
use proefles_scenario::{Point, Pose, Scenario, Seat, load_path};
use serde::Serialize;

use offscreen::{CORNER, Offscreen};

/// Time between two frames: sixty a second.
const FRAME: Duration = Duration::from_micros(16_667);
/// Frames before the first that counts.
const WARM_UP: usize = 8;

/// What a frame of the classroom costs.
#[derive(Parser)]
struct Args {
    /// Sizes of the classes
    #[arg(long, value_delimiter = ',', default_value = "30,100")]
    students: Vec<usize>,
    /// Size of the picture
    #[arg(long, default_value = "640x360", value_parser = parse_size)]
    size: UVec2,
    /// Frames that are timed for each class
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
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
    /// Meshes before the camera, before the engine joins those of a kind in one draw, and their triangles.
    meshes: usize,
    triangles: usize,
    main_ms: Spread,
    extract_ms: Spread,
    render_ms: Spread,
    present_ms: Spread,
    whole_ms: Spread,
    /// The whole frame's median in that of the empty room.
    times_empty: f64,
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
        let empty = *empty.get_or_insert(cost.whole_ms.p50);
        cost.times_empty = cost.whole_ms.p50 / empty;
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
    let (meshes, triangles) = in_view(stage.app.world_mut());
    Cost {
        students,
        meshes,
        triangles,
        main_ms: spread(|frame| frame.main),
        extract_ms: spread(|frame| frame.extract),
        render_ms: spread(|frame| frame.render),
        present_ms: spread(|frame| frame.present),
        whole_ms: spread(|frame| frame.main + frame.extract + frame.render + frame.present),
        times_empty: 1.0,
    }
}

/// What `App::update` does, with a clock at each step, and the wait for the graphics card that a window would do.
fn timed_frame(app: &mut App) -> Frame {
    let mut clock = Clock(Instant::now());
    let SubApps { main, sub_apps } = app.sub_apps_mut();
    main.run_default_schedule();
    let mut frame =
        Frame { main: clock.lap(), extract: Duration::ZERO, render: Duration::ZERO, present: Duration::ZERO };
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

/// Meshes before the camera, and their triangles.
fn in_view(world: &mut World) -> (usize, usize) {
    let mut shown = world.query::<(&Mesh3d, &ViewVisibility)>();
    let meshes = world.resource::<Assets<Mesh>>();
    let in_view = shown.iter(world).filter(|(_, seen)| seen.get());
    in_view.fold((0, 0), |(count, triangles), (mesh, _)| {
        let corners = meshes.get(&mesh.0).and_then(|mesh| Some(mesh.try_indices_option().ok()??.len()));
        (count + 1, triangles + corners.unwrap_or(0) / 3)
    })
}

/// The lesson "the network goes down" with so many students. The plan has seats for 24: more close up, so that the room
/// holds them all.
fn class_of(count: usize) -> Arc<Scenario> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/network-down.scenario.ron");
    let loaded = load_path(&path);
    let scenario = loaded.scenario.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    let seats = if count > scenario.seats.len() { grid(count) } else { scenario.seats.clone() };
    Arc::new(scenario.with_class(count, seats))
}

/// So many seats in rows that fill the room.
fn grid(count: usize) -> Vec<Seat> {
    let columns = (count as f32 * 1.4).sqrt().ceil() as usize;
    let rows = count.div_ceil(columns);
    let spread =
        |at: usize, of: usize, from_mm: i32, to_mm: i32| from_mm + (to_mm - from_mm) * at as i32 / of.max(2) as i32;
    let seat = |at: usize| {
        let (row, column) = (at / columns, at % columns);
        let at = Point::new(spread(column, columns, -3400, 3600), spread(row, rows, 950, -3300));
        Seat { name: format!("S{row}-{column}"), pose: Pose { at, yaw_deg: 0 } }
    };
    (0..count).map(seat).collect()
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
    println!(
        "{:>8} {:>7} {:>9} {:>15} {:>15} {:>15} {:>17} {:>17} {:>11}",
        "students", "meshes", "triangles", "main", "extract", "render", "present", "whole", "empty room"
    );
}

fn show(cost: &Cost, format: Format) {
    if format == Format::Json {
        println!("{}", serde_json::to_string(cost).expect("numbers only"));
        return;
    }
    let ms = |spread: Spread, width: usize| format!("{:>width$.1}{:>8.1}", spread.p50, spread.p99);
    println!(
        "{:>8} {:>7} {:>9} {} {} {} {} {} {:>9.2} x",
        cost.students,
        cost.meshes,
        cost.triangles,
        ms(cost.main_ms, 7),
        ms(cost.extract_ms, 7),
        ms(cost.render_ms, 7),
        ms(cost.present_ms, 9),
        ms(cost.whole_ms, 9),
        cost.times_empty
    );
}
