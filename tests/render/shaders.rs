//! The materials that are not of students: sky, boards, screens from the side, what a headset needs, and the door.

use bevy::prelude::*;
use proefles::render::{Board, HandMaterial, InkMaterial, RAY_DOT, RayMaterial, Vignette};
use proefles::stage::{Landmarks, LessonBegins};
use proefles::students::Student;
use proefles_scenario::StudentId;

use crate::compare::{Picture, compare};
use crate::golden;
use crate::looks::{around, place_of};
use crate::runner::Runner;
use crate::studio::{Studio, TICK};

/// Every check, in its order.
pub const NAMES: [&str; 13] = [
    "window_in_the_morning",
    "window_in_the_evening",
    "evening_is_redder_than_morning",
    "whiteboard",
    "chalk",
    "pens_draw_dark_and_chalk_draws_light",
    "board_from_the_side",
    "a_screen_pales_from_the_side",
    "vignette",
    "a_vignette_darkens_the_rim_and_leaves_the_middle",
    "hand_and_ray",
    "one_reads_through_a_hand_and_a_ray_fades",
    "door_opens",
];

const BOARD: Vec3 = Vec3::new(0.0, 1.62, 3.5285);
const WHITEBOARD: Vec3 = Vec3::new(-1.595, 1.62, 3.56);
/// Where sky is in the picture of the window, as shares of its size.
const SKY: Vec2 = Vec2::new(0.72, 0.36);
/// Ticks until a door is open.
const OPENING: u32 = 20;

/// Looks at each, in the lesson that is on.
pub fn look(run: &mut Runner, studio: &mut Studio) {
    window(run, studio);
    boards(run, studio);
    screen(run, studio);
    vignette(run, studio);
    hand(run, studio);
    door(run, studio);
}

fn window(run: &mut Runner, studio: &mut Studio) {
    studio.stage.stand(Vec2::new(-2.7, 0.9), Vec3::new(-8.0, 2.9, 2.1));
    let morning = studio.room();
    run.check("window_in_the_morning", || golden::check("window_in_the_morning", &morning));
    let begins = *studio.world().resource::<LessonBegins>();
    studio.world().insert_resource(LessonBegins(17 * 3600 + 25 * 60));
    let evening = studio.room();
    studio.world().insert_resource(begins);
    run.check("window_in_the_evening", || golden::check("window_in_the_evening", &evening));
    run.check("evening_is_redder_than_morning", || {
        let [morning, evening] = [&morning, &evening].map(|picture| around(picture, SKY));
        let warm = |colour: [f32; 3]| colour[0] - colour[2];
        if warm(evening) > warm(morning) + 0.1 { Ok(()) } else { Err(format!("{morning:.2?}, {evening:.2?}")) }
    });
}

fn boards(run: &mut Runner, studio: &mut Studio) {
    studio.stage.stand(Vec2::new(-1.595, 2.1), WHITEBOARD);
    let white = studio.room();
    run.check("whiteboard", || golden::check("whiteboard", &white));
    let black = {
        let mut faces = studio.world().query::<&MeshMaterial3d<InkMaterial>>();
        let face = faces.iter(studio.world()).next().expect("there is a whiteboard").0.clone();
        let mut materials = studio.world().resource_mut::<Assets<InkMaterial>>();
        let before = materials.get(&face).expect("it is made").clone();
        *materials.get_mut(&face).expect("it is made") = before.clone().on(Board::Black);
        let black = studio.room();
        *studio.world().resource_mut::<Assets<InkMaterial>>().get_mut(&face).expect("it is made") = before;
        black
    };
    run.check("chalk", || golden::check("chalk", &black));
    run.check("pens_draw_dark_and_chalk_draws_light", || {
        let board = [0.3, 0.15, 0.4, 0.6];
        let [white, black] = [&white, &black].map(|picture| shades(&picture.part(board)));
        // Most of a board is ground; what is written differs from it to the one side or the other.
        let told = format!("whiteboard {white:.2?}, blackboard {black:.2?}");
        let writes_dark = white.1 - white.0 > 0.3 && white.2 - white.1 < 0.15;
        let writes_light = black.2 - black.1 > 0.2 && black.1 < 0.35;
        if writes_dark && writes_light { Ok(()) } else { Err(told) }
    });
}

/// Brightness of the darkest, the middle and the lightest of a picture's pixels, without the outermost 2 %.
fn shades(picture: &Picture) -> (f32, f32, f32) {
    let mut all: Vec<f32> =
        picture.pixels.iter().map(|pixel| pixel.iter().map(|part| f32::from(*part)).sum::<f32>() / 765.0).collect();
    all.sort_by(f32::total_cmp);
    let at = |share: f32| all[((all.len() - 1) as f32 * share) as usize];
    (at(0.02), at(0.5), at(0.98))
}

fn screen(run: &mut Runner, studio: &mut Studio) {
    let see = |studio: &mut Studio, feet: Vec2| {
        studio.stage.stand(feet, BOARD);
        let picture = studio.room();
        // Along the words that stand in its middle.
        let seen: Vec<f32> = (-25..=25)
            .filter_map(|step| place_of(studio, BOARD + Vec3::new(step as f32 * 0.02, 0.03, -0.002)))
            .map(|spot| around(&picture, spot).iter().sum::<f32>() / 3.0)
            .collect();
        let span = seen.iter().copied().fold(0.0, f32::max) - seen.iter().copied().fold(1.0, f32::min);
        (picture, seen.len(), span)
    };
    let (_, all, before) = see(studio, Vec2::new(0.0, 1.6));
    let (side, some, aside) = see(studio, Vec2::new(2.9, 2.6));
    run.check("board_from_the_side", || golden::check("board_from_the_side", &side));
    run.check("a_screen_pales_from_the_side", || {
        let told = format!("{all} and {some} spots; light and dark are {before:.2} and {aside:.2} apart");
        if all > 40 && some > 40 && before > 0.2 && aside < 0.7 * before { Ok(()) } else { Err(told) }
    });
}

fn vignette(run: &mut Runner, studio: &mut Studio) {
    studio.stage.stand(Vec2::new(0.0, 2.6), Vec3::new(0.0, 1.3, -1.0));
    let plain = studio.room();
    studio.world().insert_resource(Vignette { strength: 0.95, inner_deg: 20.0, soft_deg: 9.0, ..default() });
    let ringed = studio.room();
    studio.world().insert_resource(Vignette { all: 1.0, ..default() });
    let dark = studio.room();
    studio.world().insert_resource(Vignette::default());
    run.check("vignette", || golden::check("vignette", &ringed));
    run.check("a_vignette_darkens_the_rim_and_leaves_the_middle", || {
        let middle = [0.4, 0.4, 0.2, 0.2];
        let changed = compare(&plain.part(middle), &ringed.part(middle)).mean;
        let light = |picture: &Picture, at: Vec2| around(picture, at).iter().sum::<f32>();
        let corner = light(&ringed, Vec2::new(0.97, 0.9));
        // Beside the dot that says what is looked at.
        let shut = light(&dark, Vec2::new(0.42, 0.62));
        if changed < 0.002 && corner < 0.6 && shut < 0.25 {
            Ok(())
        } else {
            Err(format!("the middle differs by {changed:.4}, a corner is {corner:.2} light, closed eyes see {shut:.2}"))
        }
    });
}

fn hand(run: &mut Runner, studio: &mut Studio) {
    studio.stage.stand(Vec2::new(0.0, 2.0), BOARD);
    let plain = studio.room();
    let (palm, end) = (Vec3::new(0.25, 1.45, 2.75), Vec3::new(-0.45, 1.75, 3.50));
    let hand = place_hand(studio, palm, end);
    let solid = studio.room();
    if let Some(mut material) = studio.world().resource_mut::<Assets<HandMaterial>>().get_mut(&hand) {
        material.set_clear(1.0);
    }
    let clear = studio.room();
    run.check("hand_and_ray", || golden::check("hand_and_ray", &clear));
    // Beside where the ray begins.
    let beside = palm + Vec3::new(0.02, -0.028, 0.0);
    let spots = [beside, palm.lerp(end, 0.3), palm.lerp(end, 0.85)].map(|spot| place_of(studio, spot));
    run.check("one_reads_through_a_hand_and_a_ray_fades", || {
        let [Some(palm), Some(near), Some(far)] = spots else {
            return Err("not all of it is in the picture".to_owned());
        };
        let differs = |picture: &Picture, spot: Vec2| {
            let pair = around(&plain, spot).into_iter().zip(around(picture, spot));
            pair.map(|(one, other)| (one - other).abs()).sum::<f32>()
        };
        let (hides, lets_through) = (differs(&solid, palm), differs(&clear, palm));
        let (begins, ends) = (differs(&clear, near), differs(&clear, far));
        let told = format!("hand {hides:.3} and {lets_through:.3}; ray {begins:.3} and {ends:.3}");
        if hides > 1.8 * lets_through && begins > 1.5 * ends { Ok(()) } else { Err(told) }
    });
}

/// A hand in the room that points somewhere, with its ray and dot; returns the hand's material.
fn place_hand(studio: &mut Studio, palm: Vec3, end: Vec3) -> Handle<HandMaterial> {
    let world = studio.world();
    let hand = world.resource_mut::<Assets<HandMaterial>>().add(HandMaterial::default());
    let ray = world.resource_mut::<Assets<RayMaterial>>().add(RayMaterial::default());
    let mut meshes = world.resource_mut::<Assets<Mesh>>();
    let ball = meshes.add(Sphere::new(0.055).mesh().uv(24, 16));
    let (strip, square) = (meshes.add(Rectangle::new(0.02, 1.0)), meshes.add(Rectangle::new(0.07, 0.07)));
    world.spawn((Mesh3d(ball), MeshMaterial3d(hand.clone()), Transform::from_translation(palm)));
    // A strip's `v` is 0 at its upper edge: that is at the hand. It faces the eyes.
    let way = end - palm;
    let aside = way.cross(Vec3::new(0.0, 1.65, 2.0) - palm).normalize();
    let turn = Mat3::from_cols(-aside, -way.normalize(), aside.cross(way.normalize()));
    let turn = Quat::from_mat3(&turn);
    world.spawn((
        Mesh3d(strip),
        MeshMaterial3d(ray.clone()),
        Transform::from_translation(palm.midpoint(end)).with_rotation(turn).with_scale(Vec3::new(
            1.0,
            way.length(),
            1.0,
        )),
    ));
    let faces = Quat::from_rotation_y(std::f32::consts::PI);
    world.spawn((Mesh3d(square), MeshMaterial3d(ray), RAY_DOT, Transform::from_translation(end).with_rotation(faces)));
    hand
}

fn door(run: &mut Runner, studio: &mut Studio) {
    studio.stage.stand(Vec2::new(1.2, 1.9), Vec3::new(4.2, 1.2, 2.75));
    let shut = studio.room();
    let at = studio.world().resource::<Landmarks>().door.with_y(0.0) - Vec3::X * 0.7;
    // Somebody whom one does not see goes through.
    let who = Student { id: StudentId::from_index(0) };
    let somebody = studio.world().spawn((who, Transform::from_translation(at))).id();
    (0..OPENING).for_each(|_| studio.stage.frame(TICK, false));
    let open = studio.room();
    studio.world().despawn(somebody);
    let mut doors = studio.world().query::<(&Name, &Transform)>();
    let leaf = doors.iter(studio.world()).find(|(name, _)| name.as_str() == "door").map(|(_, leaf)| leaf.rotation);
    run.check("door_opens", || {
        let turned = leaf.ok_or("there is no door")?.angle_between(Quat::IDENTITY).to_degrees();
        let changed = compare(&shut, &open).blocks;
        if turned < 60.0 || changed < 0.01 {
            return Err(format!("it is open by {turned:.0} degrees; {:.1} % changed", 100.0 * changed));
        }
        golden::check("door_opens", &open)
    });
}
