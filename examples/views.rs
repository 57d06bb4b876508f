//! Takes the pictures of docs/LOOKS.md in the program as it runs: a face close up, a row from two metres, the class from the
//! door and from a student's seat, in each quality. `cargo run --example views -- --out docs/pictures/views`

#![expect(clippy::print_stdout, reason = "an example reports to its reader")]

#[path = "../tests/support/offscreen.rs"]
mod offscreen;
#[path = "../tests/support/shot.rs"]
mod shot;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;
use clap::Parser;
use proefles::app::{AppConfig, Classroom, Quality, Screen};
use proefles::pictures::PictureTarget;
use proefles::rig::TeacherBody;
use proefles::session::ClassroomSession;
use proefles::students::Heads;
use proefles_scenario::{Lang, load_path};

use offscreen::Offscreen;
use shot::shot;

/// The lesson that is shown, and the tick at which it has settled.
const LESSON: &str = "scenarios/network-down.scenario.ron";
const SETTLED: u32 = 300;
const TICK: Duration = Duration::from_millis(100);
/// Size of the pictures in pixels.
const SIZE: UVec2 = UVec2::new(800, 450);

/// Whose face is seen, and from where: from the eyes, in metres.
const FACE: usize = 13;
const BEFORE_FACE: Vec3 = Vec3::new(0.14, 0.03, 0.55);
/// Where the other pictures are taken: name, the feet, the height of the eyes and what is looked at, in metres.
const VIEWS: [(&str, Vec2, f32, Vec3); 3] = [
    ("row", Vec2::new(-0.9, 2.15), 1.35, Vec3::new(-1.3, 0.95, 0.0)),
    ("door", Vec2::new(3.3, 2.6), 1.65, Vec3::new(-1.2, 0.9, -1.2)),
    ("seat", Vec2::new(1.1, -2.6), 1.2, Vec3::new(-0.3, 1.15, 3.0)),
];

/// Pictures of the class.
#[derive(Parser)]
struct Args {
    /// Folder of the pictures
    #[arg(long, default_value = "docs/pictures/views")]
    out: PathBuf,
    /// Only the views whose names begin like this
    #[arg(long, default_value = "")]
    only: String,
}

fn main() -> ExitCode {
    let args = Args::parse();
    if let Err(error) = std::fs::create_dir_all(&args.out) {
        println!("{}: {error}", args.out.display());
        return ExitCode::FAILURE;
    }
    for quality in [Quality::High, Quality::Medium, Quality::Low] {
        if !take(quality, &args) {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// All pictures in a quality; the near views only in the high one.
fn take(quality: Quality, args: &Args) -> bool {
    let config = AppConfig { size: SIZE, quality: Some(quality), lang: Some(Lang::Nl), ..AppConfig::default() };
    let Some(mut stage) = Offscreen::new(config) else {
        println!("no graphics adapter, not even one in software: nothing can be drawn");
        return false;
    };
    stage.until("the title", |world| *world.resource::<State<Screen>>().get() == Screen::Title);
    let Some(scenario) = load_path(Path::new(LESSON)).scenario.map(Arc::new) else {
        println!("{LESSON} cannot be read; run this from the project's folder");
        return false;
    };
    stage.enter(scenario);
    stage.go(Classroom::Running);
    while stage.app.world().resource::<ClassroomSession>().session().now() < SETTLED {
        stage.frame(TICK, false);
    }
    let target = stage.app.world().resource::<PictureTarget>().0.clone();
    stage.frame(Duration::ZERO, true);
    let mut panels = stage.app.world_mut().query_filtered::<&mut Camera, With<Camera2d>>();
    panels.iter_mut(stage.app.world_mut()).for_each(|mut camera| camera.is_active = false);
    let face = stage.app.world().resource::<Heads>().0.get(FACE).copied().unwrap_or(Vec3::Y);
    let from = face + BEFORE_FACE;
    let face = ("face", from.xz(), from.y, face - Vec3::Y * 0.03);
    for (name, feet, height, look_at) in std::iter::once(face).chain(VIEWS) {
        let is_near = ["face", "row"].contains(&name);
        if !name.starts_with(&args.only) || (is_near && quality != Quality::High) {
            continue;
        }
        let mut bodies = stage.app.world_mut().query::<&mut TeacherBody>();
        bodies.iter_mut(stage.app.world_mut()).for_each(|mut body| body.eye_height = height);
        stage.stand(feet, look_at);
        (0..3).for_each(|_| stage.frame(Duration::ZERO, false));
        stage.until_screens_are_drawn();
        let file = args.out.join(format!("{name}_{}.png", quality.name()));
        if let Err(error) = shot(&mut stage, &target, |_| ()).save(&file) {
            println!("{}: {error}", file.display());
            return false;
        }
        println!("{}", file.display());
    }
    true
}
