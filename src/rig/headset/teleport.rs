//! Going from place to place: a thrown arc shows where, a ring on the floor whether, and letting go goes there.

use bevy::light::{NotShadowCaster, NotShadowReceiver};
use bevy::prelude::*;

use super::{Fade, HEIGHT, Wearer};
use crate::app::AppSystems;
use crate::input::{Action, ActionState};
use crate::rig::RADIUS;
use crate::session::ClassroomSession;
use crate::third_party::openxr::{Hand, Headset, Pulse, TrackingRoot};
use crate::third_party::rapier::Bodies;

/// How fast the arc is thrown, in metres a second: far enough for a classroom.
const THROW: f32 = 6.2;
/// What pulls it down, in metres a second squared.
const FALL: f32 = 9.81;
/// Time between two points of the arc, in seconds.
const STEP: f32 = 0.05;
/// Parts of the arc that are drawn.
const PARTS: usize = 22;
/// Inner and outer radius of the ring, in metres.
const RING: (f32, f32) = (0.22, 0.28);
/// How far above the floor the ring lies, in metres.
const ABOVE: f32 = 0.012;

/// Where the arc ends.
#[derive(Resource, Debug, Clone, Default, PartialEq)]
pub struct Landing {
    /// The place on the floor, while one is being chosen.
    pub at: Option<Vec3>,
    /// Whether there is room to stand.
    pub is_free: bool,
    arc: Vec<Vec3>,
}

#[derive(Component)]
struct ArcPart(usize);

#[derive(Component)]
struct Ring;

#[derive(Resource)]
struct Paints {
    free: Handle<StandardMaterial>,
    taken: Handle<StandardMaterial>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Landing>().add_systems(Startup, spawn).add_systems(Update, show.in_set(AppSystems::Animate));
}

fn spawn(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, mut materials: ResMut<Assets<StandardMaterial>>) {
    let paint = |colour: Color| StandardMaterial { base_color: colour, unlit: true, cull_mode: None, ..default() };
    let paints = Paints {
        free: materials.add(paint(Color::srgb(0.10, 0.62, 0.58))),
        taken: materials.add(paint(Color::srgb(0.78, 0.25, 0.20))),
    };
    let part = meshes.add(Cylinder::new(0.008, 1.0));
    let ring = meshes.add(Annulus::new(RING.0, RING.1));
    let unseen = (Transform::from_scale(Vec3::ZERO), NotShadowCaster, NotShadowReceiver);
    for at in 0..PARTS {
        let paint = MeshMaterial3d(paints.free.clone());
        commands.spawn((Name::new("arc"), ArcPart(at), Mesh3d(part.clone()), paint, unseen.clone()));
    }
    commands.spawn((Name::new("ring"), Ring, Mesh3d(ring), MeshMaterial3d(paints.free.clone()), unseen));
    commands.insert_resource(paints);
}

/// The points of an arc thrown from a hand, down to the floor.
fn arc(from: Vec3, way: Vec3) -> Vec<Vec3> {
    let mut points = vec![from];
    let mut speed = way.normalize_or_zero() * THROW;
    while points.len() <= PARTS {
        let last = points[points.len() - 1];
        let next = last + speed * STEP;
        speed.y -= FALL * STEP;
        if next.y <= 0.0 {
            let part = last.y / (last.y - next.y).max(1e-6);
            points.push(last.lerp(next, part));
            break;
        }
        points.push(next);
    }
    points
}

/// Shows the place while the stick is pushed, and goes there when it is let go.
pub(super) fn aim(
    actions: Res<ActionState>,
    headset: Res<Headset>,
    wearer: Res<Wearer>,
    session: Option<Res<ClassroomSession>>,
    solids: Bodies,
    mut landing: ResMut<Landing>,
    mut fade: ResMut<Fade>,
    mut roots: Query<&mut Transform, With<TrackingRoot>>,
    mut pulses: MessageWriter<Pulse>,
) {
    // The hand whose stick is pushed; without a stick the right one.
    let hand =
        if headset.hand(Hand::Left).stick.y > headset.hand(Hand::Right).stick.y { Hand::Left } else { Hand::Right };
    if actions.pressed(Action::Teleport) {
        let Some((aim, session)) = wearer.aims[hand as usize].zip(session) else { return };
        let arc = arc(aim.translation.into(), aim.rotation * Vec3::NEG_Z);
        let end = arc.last().copied().filter(|end| end.y < 0.01);
        let room = &session.scenario().room;
        let half = Vec2::new(room.width_mm as f32, room.depth_mm as f32) / 2000.0 - RADIUS;
        let is_free = end
            .is_some_and(|end| end.x.abs() <= half.x && end.z.abs() <= half.y && solids.has_room(end, RADIUS, HEIGHT));
        *landing = Landing { at: end, is_free, arc };
        return;
    }
    let chosen = std::mem::take(&mut *landing);
    let (Some(to), true, Some(head), Ok(mut root)) = (chosen.at, chosen.is_free, wearer.head, roots.single_mut())
    else {
        return;
    };
    root.translation += (to - Vec3::from(head.translation)).with_y(0.0);
    fade.blink();
    pulses.write(Pulse(hand));
}

fn show(
    landing: Res<Landing>,
    paints: Res<Paints>,
    mut parts: Query<(&ArcPart, &mut Transform, &mut MeshMaterial3d<StandardMaterial>), Without<Ring>>,
    mut rings: Query<(&mut Transform, &mut MeshMaterial3d<StandardMaterial>), With<Ring>>,
) {
    if !landing.is_changed() {
        return;
    }
    let paint = if landing.is_free { &paints.free } else { &paints.taken };
    for (ArcPart(at), mut place, mut material) in &mut parts {
        *place = match (landing.arc.get(*at), landing.arc.get(at + 1)) {
            (Some(from), Some(to)) => Transform {
                translation: from.midpoint(*to),
                rotation: Quat::from_rotation_arc(Vec3::Y, (to - from).normalize_or(Vec3::Y)),
                scale: Vec3::new(1.0, from.distance(*to), 1.0),
            },
            _ => Transform::from_scale(Vec3::ZERO),
        };
        material.0.clone_from(paint);
    }
    for (mut place, mut material) in &mut rings {
        *place = landing.at.map_or(Transform::from_scale(Vec3::ZERO), |at| {
            Transform::from_translation(at.with_y(ABOVE))
                .with_rotation(Quat::from_rotation_x(-std::f32::consts::FRAC_PI_2))
        });
        material.0.clone_from(paint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arc_ends_on_the_floor_and_the_further_the_higher_one_points() {
        let from = Vec3::new(0.0, 1.2, 0.0);
        let end = |pitch: f32| {
            let points = arc(from, Quat::from_rotation_x(pitch) * Vec3::NEG_Z);
            *points.last().expect("it has a start")
        };
        assert!(end(-0.5).y.abs() < 1e-4);
        assert!(end(0.0).z < end(-0.5).z - 0.5, "{} {}", end(0.0), end(-0.5));
        assert!(end(0.0).z > -5.0);
    }
}
