//! What a frame of the classroom may ask of a machine, in counts that do not depend on the machine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bevy::prelude::*;
use bevy::render::RenderApp;
use bevy::render::render_resource::PipelineCache;
use proefles::app::{AppConfig, Classroom, Quality, Screen, Settings};
use proefles::session::ClassroomSession;
use serde::{Deserialize, Serialize};

use crate::HEAP;
use crate::counts::Counts;
use crate::crowd::{CORNER, class_of};
use crate::golden::is_blessing;
use crate::offscreen::Offscreen;
use crate::runner::Runner;
use crate::studio::TICK;

/// Every check, in its order.
pub const NAMES: [&str; 6] = [
    "low_quality_keeps_its_budget",
    "compressed_pictures_take_less_than_half",
    "medium_quality_keeps_its_budget",
    "draws_grow_less_than_the_class",
    "counts_have_not_grown",
    "no_shader_is_compiled_in_a_lesson",
];

/// Smallest picture the application makes: what is counted does not depend on it.
const SIZE: UVec2 = UVec2::new(128, 72);
const FRAME: Duration = Duration::from_millis(17);
/// Frames until bodies have chosen their detail and everything is uploaded.
const SETTLING: usize = 3;
/// The views: all from the corner; all from before the first row, as near as one comes to many.
const VIEWS: [(Vec2, Vec3); 2] = [CORNER, (Vec2::new(0.0, 2.0), Vec3::new(0.0, 1.0, -1.0))];
/// Ticks between two looks at a lesson that passes, and most of them in a frame that is not drawn.
const LOOK_EVERY: u32 = 240;
const STRIDE: u32 = 20;
/// By this tick the lesson has had its quiz, its outage and its decisions, and soon it ends.
const LAST_LOOK: u32 = 5400;
/// A class of a full room.
const CLASS: usize = 30;
/// How much a count may grow before somebody has to say that it is wanted, in percent.
const TOLERANCE: u64 = 5;

/// Frames of which the median is what a frame takes from the heap.
const COUNTED: usize = 15;

/// What a frame asks for, in the worst view.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
struct Asked {
    #[serde(flatten)]
    counts: Counts,
    /// How often it takes memory from the heap, on all threads.
    allocations: usize,
}

/// By quality and size of the class.
type Table = BTreeMap<String, Asked>;

/// Counts, as far as anything is wanted; `false` on a machine without a graphics adapter.
pub fn measure(run: &mut Runner) -> bool {
    let config = AppConfig { size: SIZE, quality: Some(Quality::Low), ..AppConfig::default() };
    let Some(mut stage) = Offscreen::new(config) else { return false };
    stage.until("the title", |world| *world.resource::<State<Screen>>().get() == Screen::Title);
    let mut table = Table::new();
    let mut count = |stage: &mut Offscreen, students| {
        let quality = stage.app.world().resource::<Settings>().quality;
        let asked = worst(stage);
        table.insert(format!("{} {students}", quality.name()), asked);
        asked.counts
    };
    enter(&mut stage, 10);
    let few = count(&mut stage, 10);
    enter(&mut stage, CLASS);
    let low = count(&mut stage, CLASS);
    let compiled = pipelines(&stage.app);
    lesson(&mut stage);
    let later = pipelines(&stage.app);
    stage.app.world_mut().resource_mut::<Settings>().quality = Quality::Medium;
    let medium = count(&mut stage, CLASS);
    drop(stage);
    let compressed = compressed_textures();
    let textures = Asked { counts: Counts { texture_bytes: compressed, ..Counts::default() }, ..Asked::default() };
    table.insert(format!("low {CLASS} compressed"), textures);

    run.check("low_quality_keeps_its_budget", || {
        holds("triangles", low.triangles as u64, 150_000)?;
        holds("draws", low.draws as u64, 120)?;
        holds("bytes of textures", low.texture_bytes, 150_000_000)
    });
    run.check("compressed_pictures_take_less_than_half", || {
        holds("bytes of compressed textures", compressed, low.texture_bytes / 2)
    });
    run.check("medium_quality_keeps_its_budget", || holds("triangles", medium.triangles as u64, 400_000));
    run.check("draws_grow_less_than_the_class", || holds("draws", low.draws as u64, 2 * few.draws as u64));
    run.check("counts_have_not_grown", || compare(&table));
    run.check("no_shader_is_compiled_in_a_lesson", || holds("pipelines", later as u64, compiled as u64));
    true
}

/// Memory of the textures of a full class at low quality, in bytes, where pictures are compressed. Nothing is drawn: a
/// renderer in software takes minutes for what a graphics card does at once.
fn compressed_textures() -> u64 {
    let config = AppConfig { size: SIZE, quality: Some(Quality::Low), compressed: Some(true), ..AppConfig::default() };
    let mut stage = Offscreen::new(config).expect("there was an adapter before");
    stage.until("the title", |world| *world.resource::<State<Screen>>().get() == Screen::Title);
    enter(&mut stage, CLASS);
    Counts::of(&mut stage.app).texture_bytes
}

fn holds(what: &str, is: u64, at_most: u64) -> Result<(), String> {
    if is <= at_most { Ok(()) } else { Err(format!("{is} {what}; at most {at_most}")) }
}

/// Opens the lesson with so many students, and starts it.
fn enter(stage: &mut Offscreen, students: usize) {
    stage.app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Library);
    stage.until("the library", |world| *world.resource::<State<Screen>>().get() == Screen::Library);
    stage.enter(class_of(students));
    stage.go(Classroom::Running);
}

/// The largest of each count in the views.
fn worst(stage: &mut Offscreen) -> Asked {
    let mut worst = Asked::default();
    for (feet, look_at) in VIEWS {
        stage.stand(feet, look_at);
        (0..SETTLING).for_each(|_| stage.frame(FRAME, true));
        worst.counts = larger(worst.counts, Counts::of(&mut stage.app));
        worst.allocations = worst.allocations.max(allocations(stage));
    }
    worst
}

/// How often a frame takes memory from the heap, at the median.
fn allocations(stage: &mut Offscreen) -> usize {
    let mut counted: Vec<usize> = (0..COUNTED)
        .map(|_| {
            let before = HEAP.stats().allocations;
            stage.frame(FRAME, true);
            HEAP.stats().allocations - before
        })
        .collect();
    counted.sort_unstable();
    counted[COUNTED / 2]
}

/// The larger of each count.
fn larger(one: Counts, other: Counts) -> Counts {
    Counts {
        meshes: one.meshes.max(other.meshes),
        skinned: one.skinned.max(other.skinned),
        triangles: one.triangles.max(other.triangles),
        draws: one.draws.max(other.draws),
        calls: one.calls.max(other.calls),
        texture_bytes: one.texture_bytes.max(other.texture_bytes),
    }
}

/// How many pipelines, each a compiled set of shaders, the engine has asked for so far.
fn pipelines(app: &App) -> usize {
    app.sub_app(RenderApp).world().resource::<PipelineCache>().pipelines().count()
}

/// Gives the lesson almost to its end, with a look now and then from another place.
fn lesson(stage: &mut Offscreen) {
    let places = [(Vec2::new(0.0, 2.6), 1.0), (Vec2::new(-1.3, 0.5), -2.0), (Vec2::new(0.4, 1.9), 0.9), CLOSE];
    for step in 0.. {
        if stage.app.world().resource::<ClassroomSession>().session().now() + 2 * LOOK_EVERY > LAST_LOOK {
            return;
        }
        let (feet, ahead) = places[step % places.len()];
        stage.stand(feet, Vec3::new(feet.x, 1.1, ahead));
        stage.frame(TICK, true);
        (0..LOOK_EVERY / STRIDE).for_each(|_| stage.frame(TICK * STRIDE, false));
    }
}

/// From where the board is read.
const CLOSE: (Vec2, f32) = (Vec2::new(0.0, 1.7), 3.5);

fn compare(now: &Table) -> Result<(), String> {
    let file = file();
    if is_blessing() {
        let text = serde_json::to_string_pretty(now).map_err(|error| error.to_string())?;
        return std::fs::write(&file, text + "\n").map_err(|error| format!("{}: {error}", file.display()));
    }
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let before: Table = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut grown = Vec::new();
    for (key, now) in now {
        let before = before.get(key).ok_or_else(|| format!("{key} is not in {}", file.display()))?;
        let more = values(now).into_iter().zip(values(before));
        let more = more.filter(|((_, now), (_, before))| now * 100 > before * (100 + TOLERANCE));
        grown.extend(more.map(|((name, now), (_, before))| format!("{key}: {name} from {before} to {now}")));
    }
    if grown.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{}\nIf this is wanted: PROEFLES_BLESS=1 cargo test --workspace --test render counts_have_not_grown",
        grown.join("\n")
    ))
}

/// Each count with its name; `calls` is not among them, for it depends on what the driver can join.
fn values(Asked { counts, allocations }: &Asked) -> [(&'static str, u64); 6] {
    [
        ("allocations", *allocations as u64),
        ("meshes", counts.meshes as u64),
        ("skinned", counts.skinned as u64),
        ("triangles", counts.triangles as u64),
        ("draws", counts.draws as u64),
        ("texture_bytes", counts.texture_bytes),
    ]
}

/// The counts when somebody last said that they are right.
fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/render/golden/counts.json")
}
