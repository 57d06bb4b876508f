//! Where the students' joints are, read from the room itself: what a picture cannot get wrong.

use std::collections::{BTreeMap, BTreeSet};

use bevy::camera::primitives::Aabb;
use bevy::prelude::*;
use proefles::session::ClassroomSession;
use proefles::stage::{DESK_AHEAD, DESK_HEIGHT, seat_place};
use proefles::students::Student;
use proefles_scenario::Behaviour;

/// A student's body as it is in the room.
pub struct Body {
    pub name: String,
    pub behaviour: Behaviour,
    /// Place of each joint from the seat, in metres: `x` to the left, `y` up, `z` ahead.
    joints: BTreeMap<String, Vec3>,
}

impl Body {
    /// Place of a joint from the seat, in metres.
    ///
    /// # Errors
    /// If the body has no such joint.
    pub fn joint(&self, name: &str) -> Result<Vec3, String> {
        self.joints.get(name).copied().ok_or_else(|| format!("{} has no joint {name}", self.name))
    }
}

/// The bodies of the class, in no order.
pub fn bodies(world: &mut World) -> Vec<Body> {
    let session = world.resource::<ClassroomSession>();
    let (scenario, state) = (session.scenario().clone(), session.session().clone());
    let mut students = world.query::<(Entity, &Student)>();
    let found: Vec<(Entity, Student)> = students.iter(world).map(|(entity, student)| (entity, *student)).collect();
    found
        .into_iter()
        .map(|(entity, student)| {
            let seat = seat_place(scenario.seat_of(student.id).pose).compute_affine().inverse();
            let mut body = Body {
                name: scenario.student(student.id).first_name.clone(),
                behaviour: state.student(student.id).behaviour,
                joints: BTreeMap::new(),
            };
            for node in descendants(world, entity) {
                let node = world.entity(node);
                if let (Some(name), Some(place)) = (node.get::<Name>(), node.get::<GlobalTransform>()) {
                    body.joints.insert(name.to_string(), seat.transform_point3(place.translation()));
                }
            }
            body
        })
        .collect()
}

/// First names of the students of whom any part was drawn in the latest frame.
pub fn in_view(world: &mut World) -> BTreeSet<String> {
    let mut students = world.query_filtered::<(Entity, &Name), With<Student>>();
    let students: Vec<(Entity, String)> =
        students.iter(world).map(|(entity, name)| (entity, name.to_string())).collect();
    let is_drawn = |node: Entity| {
        let node = world.entity(node);
        node.contains::<Mesh3d>() && node.get::<ViewVisibility>().is_some_and(|seen| seen.get())
    };
    let seen = students.into_iter().filter(|(entity, _)| descendants(world, *entity).into_iter().any(is_drawn));
    seen.map(|(_, name)| name).collect()
}

fn descendants(world: &World, entity: Entity) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut open = vec![entity];
    while let Some(entity) = open.pop() {
        let children = world.get::<Children>(entity).map(|children| children.to_vec()).unwrap_or_default();
        found.extend(&children);
        open.extend(children);
    }
    found
}

/// Everybody sits on their chair, upright enough.
pub fn all_sit(bodies: &[Body]) -> Result<(), String> {
    all(bodies, |body| {
        let (pelvis, head) = (body.joint("pelvis")?, body.joint("head")?);
        let aside = pelvis.with_y(0.0).length();
        if aside > 0.25 || !(0.35..0.7).contains(&pelvis.y) {
            return Err(format!("the pelvis is {aside:.2} m from the seat, {:.2} m high", pelvis.y));
        }
        if !(0.75..1.45).contains(&head.y) {
            return Err(format!("the head is {:.2} m high", head.y));
        }
        Ok(())
    })
}

/// Nobody stands there as the model came: both arms out to the sides, at the height of the shoulders. A clown may.
pub fn no_arms_spread(bodies: &[Body]) -> Result<(), String> {
    all(bodies, |body| {
        let mut spread = 0;
        for side in ["l", "r"] {
            let (shoulder, hand) = (body.joint(&format!("upperarm_{side}"))?, body.joint(&format!("hand_{side}"))?);
            let aside = (hand - shoulder).with_y(0.0).with_z(0.0).length();
            spread += u32::from(aside > 0.38 && (hand.y - shoulder.y).abs() < 0.25);
        }
        if spread == 2 && body.behaviour != Behaviour::Clown {
            return Err("both arms are spread".to_owned());
        }
        Ok(())
    })
}

/// Most of the class, whom both lists have in the same order, moved an elbow by more than 1 mm: who listens breathes. (A hand
/// that lies on the desk stays where it is.)
pub fn most_move(before: &[Body], after: &[Body]) -> Result<(), String> {
    let elbows = |bodies: &[Body]| bodies.iter().map(|body| body.joint("lowerarm_r")).collect::<Result<Vec<_>, _>>();
    let pairs = elbows(before)?.into_iter().zip(elbows(after)?);
    let moved: Vec<f32> = pairs.map(|(from, to)| from.distance(to)).collect();
    let far = moved.iter().filter(|metres| **metres > 0.001).count();
    if far > before.len() / 2 { Ok(()) } else { Err(format!("only {far} moved an elbow, in metres: {moved:.4?}")) }
}

/// Half of a desk's top, in metres: less than the model's, so that a wrist over the edge is no matter.
const HALF_TOP: Vec2 = Vec2::new(0.32, 0.22);
/// Heights that are inside the top, in metres. A bone that lies on it may sink in a little: nobody sees that. One that goes
/// through comes past these heights.
const TOP: std::ops::Range<f32> = DESK_HEIGHT - 0.035..DESK_HEIGHT - 0.02;

/// No forearm and no hand goes through a desk's top.
pub fn no_arm_through_desk(bodies: &[Body]) -> Result<(), String> {
    const STEPS: u32 = 40;
    all(bodies, |body| {
        for side in ["l", "r"] {
            let names = ["lowerarm", "hand", "middle_01"].map(|name| format!("{name}_{side}"));
            for bone in names.windows(2) {
                let (from, to) = (body.joint(&bone[0])?, body.joint(&bone[1])?);
                let inside = (0..=STEPS).map(|step| from.lerp(to, step as f32 / STEPS as f32)).find(|point| {
                    let aside = (point.xz() - Vec2::new(0.0, DESK_AHEAD)).abs();
                    TOP.contains(&point.y) && aside.cmple(HALF_TOP).all()
                });
                if let Some(point) = inside {
                    return Err(format!("{} is in the desk's top at {point:.3}", bone[1]));
                }
            }
        }
        Ok(())
    })
}

/// The desks' tops are as high as the check above says.
pub fn desks_are_as_assumed(world: &mut World) -> Result<(), String> {
    let mut things = world.query::<(Entity, &Name)>();
    let desks: Vec<Entity> =
        things.iter(world).filter(|(_, name)| name.starts_with("desk ")).map(|(entity, _)| entity).collect();
    if desks.is_empty() {
        return Err("there are no desks".to_owned());
    }
    for desk in desks {
        let heights = descendants(world, desk).into_iter().filter_map(|node| {
            let (bounds, place) = (world.get::<Aabb>(node)?, world.get::<GlobalTransform>(node)?);
            Some(place.transform_point(bounds.max().into()).y)
        });
        let top = heights.fold(0.0, f32::max);
        if (top - DESK_HEIGHT).abs() > 0.01 {
            return Err(format!("a desk is {top:.3} m high, not {DESK_HEIGHT} m"));
        }
    }
    Ok(())
}

/// Makes a check of every body and gathers who fails it.
fn all(bodies: &[Body], check: impl Fn(&Body) -> Result<(), String>) -> Result<(), String> {
    let tell = |body: &Body, reason| format!("{} ({:?}): {reason}", body.name, body.behaviour);
    let failed: Vec<String> =
        bodies.iter().filter_map(|body| check(body).err().map(|reason| tell(body, reason))).collect();
    if bodies.is_empty() {
        return Err("there is nobody in the room".to_owned());
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}
