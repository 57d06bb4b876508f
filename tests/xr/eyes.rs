//! What the two eyes see: the class, the hands, the panels, each from its own place.

use bevy::prelude::*;
use proefles::app::Classroom;
use proefles::rig::{HandPart, Landing};
use proefles::session::ClassroomSession;
use proefles::third_party::openxr::{EyeCamera, Hand};
use xtask::xr_sim::Pose;

use crate::stage::{FRAME, LONG, RIGHT, SMALL, Stage};

/// Size of an eye's picture: as narrow as the simulated eye is.
const EYES: UVec2 = UVec2::new(320, 360);
/// Where the far wall has something on it, in metres.
const BEHIND: Vec3 = Vec3::new(0.9, 1.95, -3.45);
/// Half of the side of the patch that is looked for in the other eye, in pixels.
const PATCH: i32 = 10;

/// Where each eye sees a place, in pixels.
fn seen(stage: &mut Stage, at: Vec3) -> [Vec2; 2] {
    let world = stage.world();
    let mut eyes = world.query::<(&EyeCamera, &Camera, &GlobalTransform)>();
    let mut found = [Vec2::NAN; 2];
    for (eye, camera, place) in eyes.iter(world) {
        found[eye.0 as usize] = camera.world_to_viewport(place, at).expect("it is before the eyes");
    }
    found
}

/// How far to the left the right eye sees what the left eye sees here, in pixels, found by comparing the pictures.
fn disparity(pictures: &[image::RgbImage; 2], at: Vec2) -> i32 {
    let [left, right] = pictures;
    let at = at.round().as_ivec2();
    let difference = |shift: i32| -> u64 {
        let mut sum = 0;
        for y in -PATCH..=PATCH {
            for x in -PATCH..=PATCH {
                let (y, from, to) = (at.y + y, at.x + x, at.x + x - shift);
                let [a, b] = [(left, from), (right, to)]
                    .map(|(picture, x)| picture.get_pixel(x as u32, y as u32).0.map(u64::from));
                sum += a.iter().zip(b).map(|(a, b)| a.abs_diff(b)).sum::<u64>();
            }
        }
        sum
    };
    let reach = (-40..=80).filter(|shift| {
        let to = at.x - shift;
        to - PATCH >= 0 && to + PATCH < right.width() as i32
    });
    reach.min_by_key(|shift| difference(*shift)).expect("some shift fits")
}

/// Checks that the eyes see a place as far apart as geometry says. The place must look like nothing beside it.
fn check_disparity(stage: &mut Stage, pictures: &[image::RgbImage; 2], at: Vec3, what: &str) -> f32 {
    let [left, right] = seen(stage, at);
    let (expected, found) = (left.x - right.x, disparity(pictures, left));
    assert!((expected - found as f32).abs() <= 2.0, "{what}: {found} pixels apart, {expected} by geometry");
    expected
}

pub fn see() {
    let mut stage = Stage::open(EYES, Some(SMALL));
    stage.until("the briefing", |world| {
        world.get_resource::<State<Classroom>>().is_some_and(|at| *at.get() == Classroom::Briefing)
    });
    // The sheet comes before the eyes, which have just been put in their place.
    stage.frames(30);
    let near = the_panels(&mut stage);
    stage.choose("Start the lesson");
    stage.until("the lesson", |world| {
        world.get_resource::<State<Classroom>>().is_some_and(|at| *at.get() == Classroom::Running)
    });
    hands_are_where_they_are(&mut stage);
    the_class(&mut stage, near);
    stage.time(LONG);
    stage.until("a decision", |world| world.resource::<ClassroomSession>().session().open_decision().is_some());
    stage.time(FRAME);
    stage.frames(6);
    stage.eyes("decision");
    stage.push_stick([0.0, 1.0], |stage| {
        stage.remote.state.hands[RIGHT].pose = Pose::new([0.2, 1.25, -0.35], 8.0, -15.0);
        stage.act();
        assert!(stage.world().resource::<Landing>().at.is_some(), "an arc is thrown");
        stage.eyes("teleport");
    });
    stage.press_menu();
    stage.frames(6);
    stage.eyes("pause");
}

/// The eyes are as far apart as eyes are, and so are the panels in their pictures. Returns by how many pixels.
fn the_panels(stage: &mut Stage) -> f32 {
    let pictures = stage.eyes("briefing");
    let world = stage.world();
    let mut eyes = world.query_filtered::<&GlobalTransform, With<EyeCamera>>();
    let eyes: Vec<Vec3> = eyes.iter(world).map(GlobalTransform::translation).collect();
    assert!((eyes[0].distance(eyes[1]) - 0.063).abs() < 0.004, "as far apart as eyes are: {eyes:?}");
    let title = stage.control("Start the lesson").and_then(|at| stage.hangs(at)).expect("the briefing is shown");
    let near = check_disparity(stage, &pictures, title, "the panel");
    assert!(near > 3.0, "{near}");
    near
}

/// What is far is nearly the same for both eyes.
fn the_class(stage: &mut Stage, near: f32) {
    stage.frames(8);
    let class = stage.eyes("class");
    // A corner of the wall behind the class, above the heads.
    let far = check_disparity(stage, &class, BEHIND, "the far wall");
    assert!(far < near / 2.0, "{far} at the wall, {near} at the panel");
    let [left, right] = &class;
    let differs = left.pixels().zip(right.pixels()).filter(|(a, b)| a != b).count();
    assert!(differs > (EYES.x * EYES.y / 10) as usize, "the eyes see different pictures: {differs}");
}

/// The hands are seen where the controllers are, with all their joints.
fn hands_are_where_they_are(stage: &mut Stage) {
    stage.remote.state.hands[0].pose = Pose::new([-0.22, 1.32, -0.42], 0.0, 0.0);
    stage.remote.state.hands[RIGHT].pose = Pose::new([0.2, 1.36, -0.42], 10.0, 0.0);
    stage.remote.state.hands[RIGHT].curl.fingers = [1.0, 1.0, 1.0, 0.0, 0.3];
    stage.act();
    let wearer = stage.wearer();
    let head = Vec3::from(wearer.head.expect("a head").translation);
    for (at, hand) in Hand::BOTH.into_iter().enumerate() {
        let grip = Vec3::from(wearer.grips[at].expect("a hand").translation);
        let sent = Vec3::from_array(stage.remote.state.hands[at].pose.position);
        let sent_head = Vec3::from_array(stage.remote.state.head.position);
        let (is, wanted) = (grip.distance(head), sent.distance(sent_head));
        assert!((is - wanted).abs() < 0.02, "{hand:?}: {is} m from the head, {wanted} m as sent");
        let world = stage.world();
        let mut parts = world.query::<(&HandPart, &GlobalTransform)>();
        let of_hand: Vec<Vec3> =
            parts.iter(world).filter(|(part, _)| part.0 == hand).map(|(_, place)| place.translation()).collect();
        assert_eq!(of_hand.len(), 24);
        assert!(of_hand.iter().all(|part| part.distance(grip) < 0.25), "{hand:?}: {of_hand:?} about {grip}");
    }
}
