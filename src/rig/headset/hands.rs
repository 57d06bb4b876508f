//! Hands that are seen: a capsule for each bone, from the joints that the headset sees, or else from how the controller is
//! held.

use bevy::light::{NotShadowCaster, NotShadowReceiver};
use bevy::prelude::*;

use super::in_classroom;
use super::joints::{BONES, resting};
use crate::app::AppSystems;
use crate::third_party::openxr::{Hand, Headset, TrackingRoot};

/// A part of a hand that is seen: which hand, and which of its bones.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandPart(pub Hand, pub usize);

/// Length of the straight part of the shape that is stretched to each bone, in metres.
const LENGTH: f32 = 1.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, spawn).add_systems(Update, follow.in_set(AppSystems::Animate));
}

fn spawn(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, mut materials: ResMut<Assets<StandardMaterial>>) {
    // A glove rather than anybody's skin.
    let glove = materials.add(StandardMaterial {
        base_color: Color::srgb(0.86, 0.87, 0.90),
        perceptual_roughness: 0.75,
        ..default()
    });
    let bone = meshes.add(Cylinder::new(1.0, LENGTH).mesh().resolution(12).build());
    let knob = meshes.add(Sphere::new(1.0).mesh().ico(2).unwrap_or_else(|_| Sphere::new(1.0).mesh().build()));
    for hand in Hand::BOTH {
        for at in 0..BONES.len() {
            let unseen = (Transform::from_scale(Vec3::ZERO), NotShadowCaster, NotShadowReceiver);
            let part = (Name::new("hand"), HandPart(hand, at), unseen, Visibility::default());
            commands.spawn((part, Mesh3d(bone.clone()), MeshMaterial3d(glove.clone()))).with_child((
                Knob(hand, at),
                Mesh3d(knob.clone()),
                MeshMaterial3d(glove.clone()),
                Transform::default(),
                NotShadowCaster,
                NotShadowReceiver,
            ));
        }
    }
}

/// The round end of a bone.
#[derive(Component, Debug, Clone, Copy)]
struct Knob(Hand, usize);

fn follow(
    headset: Res<Headset>,
    roots: Query<&Transform, (With<TrackingRoot>, Without<HandPart>, Without<Knob>)>,
    mut parts: Query<(&HandPart, &mut Transform), Without<Knob>>,
    mut knobs: Query<(&Knob, &mut Transform), Without<HandPart>>,
) {
    let Ok(root) = roots.single() else { return };
    let hands = Hand::BOTH.map(|hand| {
        let state = headset.hand(hand);
        state.joints.or_else(|| state.grip.map(|grip| resting(hand, grip, state.trigger, state.squeeze)))
    });
    for (HandPart(hand, at), mut place) in &mut parts {
        let Some(joints) = &hands[*hand as usize] else {
            place.set_if_neq(Transform::from_scale(Vec3::ZERO));
            continue;
        };
        let bone = BONES[*at];
        let [from, to] = [bone.0, bone.1].map(|joint| Vec3::from(in_classroom(root, joints[joint].pose).translation));
        let radius = joints[bone.1].radius.clamp(0.004, 0.03) * bone.2;
        place.set_if_neq(Transform {
            translation: from.midpoint(to),
            rotation: Quat::from_rotation_arc(Vec3::Y, (to - from).normalize_or(Vec3::Y)),
            scale: Vec3::new(radius, from.distance(to) / LENGTH, radius),
        });
    }
    for (Knob(hand, at), mut place) in &mut knobs {
        let Some(joints) = &hands[*hand as usize] else { continue };
        let bone = BONES[*at];
        let [from, to] = [bone.0, bone.1].map(|joint| Vec3::from(joints[joint].pose.translation));
        let radius = joints[bone.1].radius.clamp(0.004, 0.03) * bone.2;
        // The bone's own stretching is taken back, so that its end stays round.
        let length = (from.distance(to) / LENGTH).max(1e-4);
        place.set_if_neq(Transform {
            translation: Vec3::Y * LENGTH / 2.0,
            scale: Vec3::new(1.0, radius / length, 1.0),
            ..default()
        });
    }
}
