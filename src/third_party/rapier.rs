//! Collisions and rays by rapier. Nothing here is dynamic: bodies stand still, and the teacher is a shape that is moved
//! among them.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy_rapier3d::prelude::*;
use bevy_rapier3d::rapier::control::{CharacterLength, KinematicCharacterController};
use bevy_rapier3d::rapier::math::Pose;
use bevy_rapier3d::rapier::parry::shape::Capsule;

/// What stops a body.
const SOLID: Group = Group::GROUP_1;
/// What only a look can meet.
const SIGHT: Group = Group::GROUP_2;
/// Least distance that is kept to what stops a body, in metres.
const SKIN: f32 = 0.01;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(RapierPhysicsPlugin::<NoUserData>::default().in_fixed_schedule());
}

/// A box that nobody walks through, about its entity's place.
pub fn solid_box(half_extents: Vec3) -> impl Bundle {
    (cuboid(half_extents), CollisionGroups::new(SOLID, Group::ALL))
}

/// A box that a look can meet.
pub fn sight_box(half_extents: Vec3) -> impl Bundle {
    (cuboid(half_extents), CollisionGroups::new(SIGHT, Group::ALL))
}

/// An upright capsule that a look can meet: half the length of its straight part, and its radius, in metres.
pub fn sight_capsule(half_length: f32, radius: f32) -> impl Bundle {
    (Collider::capsule_y(half_length, radius), CollisionGroups::new(SIGHT, Group::ALL))
}

/// A ball that a look can meet.
pub fn sight_ball(radius: f32) -> impl Bundle {
    (Collider::ball(radius), CollisionGroups::new(SIGHT, Group::ALL))
}

fn cuboid(half: Vec3) -> Collider {
    Collider::cuboid(half.x, half.y, half.z)
}

/// Questions about what is in the room.
#[derive(SystemParam)]
pub struct Bodies<'w, 's> {
    context: ReadRapierContext<'w, 's>,
}

impl Bodies<'_, '_> {
    /// How far an upright body with its feet here really gets when it wants to move, sliding along what is in the way.
    /// Lengths are in metres; the body is moved along the floor only.
    pub fn walk(&self, feet: Vec3, radius: f32, height: f32, movement: Vec3) -> Vec3 {
        let Ok(context) = self.context.single() else { return movement };
        let controller = KinematicCharacterController {
            offset: CharacterLength::Absolute(SKIN),
            slide: true,
            autostep: None,
            snap_to_ground: None,
            ..default()
        };
        let half = (height / 2.0 - radius).max(0.0);
        let body = Capsule::new_y(half, radius);
        // Lifted a little, so that it does not rub along the floor.
        let pose = Pose::from_parts(feet + Vec3::Y * (height / 2.0 + SKIN * 2.0), Quat::IDENTITY);
        let filter = QueryFilter::new().groups(CollisionGroups::new(Group::ALL, SOLID));
        let flat = Vec3::new(movement.x, 0.0, movement.z);
        let moved = context.with_query_pipeline(filter, |queries| {
            controller.move_shape(1.0 / 60.0, &queries.query_pipeline, &body, &pose, flat, |_| {}).translation
        });
        Vec3::new(moved.x, 0.0, moved.z)
    }

    /// Whether an upright body of this radius and height has room with its feet here, in metres.
    pub fn has_room(&self, feet: Vec3, radius: f32, height: f32) -> bool {
        let Ok(context) = self.context.single() else { return true };
        let body = Capsule::new_y((height / 2.0 - radius).max(0.0), radius);
        let pose = Pose::from_parts(feet + Vec3::Y * (height / 2.0 + SKIN * 2.0), Quat::IDENTITY);
        let filter = QueryFilter::new().groups(CollisionGroups::new(Group::ALL, SOLID));
        context
            .with_query_pipeline(filter, |queries| queries.query_pipeline.intersect_shape(pose, &body).next().is_none())
    }

    /// The first thing that a look meets: its entity and how far away, in metres.
    pub fn look(&self, from: Vec3, direction: Vec3, reach: f32) -> Option<(Entity, f32)> {
        let filter = QueryFilter::new().groups(CollisionGroups::new(Group::ALL, SIGHT));
        self.context.single().ok()?.cast_ray(from, direction, reach, true, filter)
    }
}
