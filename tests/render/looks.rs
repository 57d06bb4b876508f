//! What our own shaders do: each has a picture, and a property that would not hold if it did nothing.

use bevy::mesh::MeshTag;
use bevy::prelude::*;
use proefles::app::{Classroom, Screen};
use proefles::devices::Screens;
use proefles::render::{Light, Panel, Part, Tag};
use proefles::students::Student;
use proefles_scenario::ScreenState;

use crate::compare::Picture;
use crate::crowd::class_of;
use crate::golden;
use crate::runner::Runner;
use crate::studio::Studio;

/// Every check, in its order.
pub const NAMES: [&str; 5] = [
    "twins_wear_other_clothes",
    "skin_is_not_dyed",
    "light_of_a_task",
    "light_of_a_game",
    "a_game_is_told_from_the_task_by_its_light",
];

/// More students than there are models: the last ones share theirs.
const CLASS: usize = 30;
/// The first of those.
const FIRST_TWIN: usize = 24;
/// From between the desks of the third row, to the fourth, in metres.
const AMONG: (Vec2, Vec3) = (Vec2::new(1.1, -0.62), Vec3::new(1.1, 0.98, -1.6));
/// Somebody of the first row, and from where they are seen over their laptop.
const OWNER: usize = 3;
const OVER_LAPTOP: (Vec2, Vec3) = (Vec2::new(-0.4, 2.35), Vec3::new(-0.4, 1.0, 0.95));
/// Bits of the number that are the light of a screen, and those that are dyes.
const LIGHT: u32 = 0x7fff;
const DYES: u32 = 0xfff << 15;

/// Opens a full class, and begins its lesson.
pub fn enter(studio: &mut Studio) {
    studio.world().resource_mut::<NextState<Screen>>().set(Screen::Library);
    studio.stage.until("the library", |world| *world.resource::<State<Screen>>().get() == Screen::Library);
    studio.stage.enter(class_of(CLASS));
    studio.stage.go(Classroom::Running);
    studio.pass_to(30);
}

/// Looks at the class.
pub fn look(run: &mut Runner, studio: &mut Studio) {
    clothes(run, studio);
    light(run, studio);
}

fn clothes(run: &mut Runner, studio: &mut Studio) {
    studio.stage.stand(AMONG.0, AMONG.1);
    let dyed = studio.room();
    run.check("twins_wear_other_clothes", || golden::check("twins_wear_other_clothes", &dyed));
    let faces: Vec<Vec2> = (FIRST_TWIN..CLASS).filter_map(|who| face(studio, who)).collect();
    for who in FIRST_TWIN..CLASS {
        tags(studio, who, |tag| tag & !DYES);
    }
    let plain = studio.room();
    run.check("skin_is_not_dyed", || {
        let changed = share_changed(&dyed, &plain);
        if changed < 0.08 {
            return Err(format!("only {:.1} % of the picture is dyed", 100.0 * changed));
        }
        if faces.is_empty() {
            return Err("no face is seen".to_owned());
        }
        let dyed_face = faces.iter().find(|place| far(around(&dyed, **place), around(&plain, **place)) > 0.012);
        dyed_face.map_or(Ok(()), |place| Err(format!("the face at {place:.2} of the picture is dyed")))
    });
}

fn light(run: &mut Runner, studio: &mut Studio) {
    studio.stage.stand(OVER_LAPTOP.0, OVER_LAPTOP.1);
    let [off, task, game] = [ScreenState::Off, ScreenState::Task, ScreenState::Game].map(|state| shine(studio, state));
    run.check("light_of_a_task", || golden::check("light_of_a_task", &task));
    run.check("light_of_a_game", || golden::check("light_of_a_game", &game));
    let chest = project(studio, OWNER, "neck_01", Vec3::new(0.0, -0.10, 0.10));
    run.check("a_game_is_told_from_the_task_by_its_light", || {
        let chest = chest.ok_or("the chest is out of the picture")?;
        let [off, task, game] = [&off, &task, &game].map(|picture| around(picture, chest));
        let told = format!("chest at {chest:.2}: {off:.3?} dark, {task:.3?} before a task, {game:.3?} before a game");
        let brighter = task.iter().sum::<f32>() - off.iter().sum::<f32>();
        // Blue against red: white light leaves that as it is, that of a game does not.
        let blue = |colour: [f32; 3]| colour[2] - colour[0];
        if brighter > 0.04 && blue(game) - blue(task) > 0.06 { Ok(()) } else { Err(told) }
    });
}

/// A picture of a student before a screen that shows this.
fn shine(studio: &mut Studio, state: ScreenState) -> Picture {
    let light = studio.world().run_system_cached_with(light_of, state).ok().flatten().expect("screens are drawn");
    let bits = Tag::of(Part::Body).lit(light).0 & LIGHT;
    tags(studio, OWNER, |tag| tag & !LIGHT | bits);
    studio.room()
}

fn light_of(state: In<ScreenState>, screens: Screens) -> Option<Light> {
    screens.light(Panel::Laptop, *state)
}

/// Changes the numbers of a student's meshes.
fn tags(studio: &mut Studio, who: usize, change: impl Fn(u32) -> u32) {
    for node in nodes(studio, who) {
        if let Some(mut tag) = studio.world().get_mut::<MeshTag>(node) {
            tag.0 = change(tag.0);
        }
    }
}

fn nodes(studio: &mut Studio, who: usize) -> Vec<Entity> {
    let mut students = studio.world().query::<(Entity, &Student)>();
    let root = students.iter(studio.world()).find(|(_, student)| student.id.index() == who).map(|(entity, _)| entity);
    let mut open: Vec<Entity> = root.into_iter().collect();
    let mut found = Vec::new();
    while let Some(entity) = open.pop() {
        found.push(entity);
        open.extend(studio.world().get::<Children>(entity).into_iter().flatten());
    }
    found
}

/// Where a face is on the picture, as shares of its size.
fn face(studio: &mut Studio, who: usize) -> Option<Vec2> {
    project(studio, who, "head", Vec3::new(0.0, 0.045, 0.105))
}

/// Where a point near a joint is on the picture, as shares of its size; the point is given as the student sees it.
fn project(studio: &mut Studio, who: usize, joint: &str, off: Vec3) -> Option<Vec2> {
    let nodes = nodes(studio, who);
    let root = *studio.world().get::<GlobalTransform>(*nodes.first()?)?;
    let at =
        nodes.into_iter().find(|node| studio.world().get::<Name>(*node).is_some_and(|name| name.as_str() == joint))?;
    let place = studio.world().get::<GlobalTransform>(at)?.translation() + root.rotation() * off;
    place_of(studio, place)
}

/// Where a point of the room is on the picture, as shares of its size, if it is in it.
pub fn place_of(studio: &mut Studio, point: Vec3) -> Option<Vec2> {
    let mut cameras = studio.world().query_filtered::<(&Camera, &GlobalTransform), With<Camera3d>>();
    let (camera, from) = cameras.single(studio.world()).ok()?;
    let size = camera.logical_viewport_size()?;
    let share = camera.world_to_viewport(from, point).ok()? / size;
    (share.cmpge(Vec2::ZERO).all() && share.cmple(Vec2::ONE).all()).then_some(share)
}

/// Mean colour around a place, from 0 to 1.
pub fn around(picture: &Picture, place: Vec2) -> [f32; 3] {
    const REACH: usize = 4;
    let (x, y) = ((place.x * picture.width as f32) as usize, (place.y * picture.height as f32) as usize);
    let (x, y) = (x.clamp(REACH, picture.width - REACH - 1), y.clamp(REACH, picture.height - REACH - 1));
    let (mut sum, mut count) = ([0.0; 3], 0.0);
    for y in y - REACH..=y + REACH {
        for x in x - REACH..=x + REACH {
            picture.at(x, y).iter().zip(&mut sum).for_each(|(part, sum)| *sum += f32::from(*part) / 255.0);
            count += 1.0;
        }
    }
    sum.map(|sum: f32| sum / count)
}

fn far(one: [f32; 3], other: [f32; 3]) -> f32 {
    one.iter().zip(other).map(|(one, other)| (one - other).abs()).fold(0.0, f32::max)
}

/// Share of the pixels that are of another colour.
fn share_changed(one: &Picture, other: &Picture) -> f32 {
    let differs =
        |(one, other): (&[u8; 3], &[u8; 3])| one.iter().zip(other).any(|(one, other)| one.abs_diff(*other) > 8);
    one.pixels.iter().zip(&other.pixels).filter(|pair| differs(*pair)).count() as f32 / one.pixels.len() as f32
}
