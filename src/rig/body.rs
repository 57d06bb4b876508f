//! Where the teacher's feet are and which way the eyes look.

use std::f32::consts::{PI, TAU};

use bevy::prelude::*;
use proefles_scenario::{Point, Pose};

use crate::app::{Screen, Settings};
use crate::session::ClassroomSession;

/// Height of the eyes of somebody who stands, in metres.
pub const EYE_HEIGHT: f32 = 1.65;
/// Height of the eyes of somebody who gives the lesson from a chair, in metres.
pub const EYE_HEIGHT_SEATED: f32 = 1.2;
/// How quickly one sits down, per second.
const SIT: f32 = 5.0;
/// Half of a body's width, in metres.
pub const RADIUS: f32 = 0.25;
/// How far the eyes look up or down, in radians.
const TILT: f32 = 1.35;
/// A natural field of view for a room: 55 degrees from top to bottom.
const FIELD_OF_VIEW: f32 = 55.0 * PI / 180.0;
/// What is nearer is not drawn, in metres: a hand's breadth, so that a thing in hand is.
const NEAR: f32 = 0.04;

/// The teacher's body. Its entity is the camera at the eyes.
#[derive(Component, Debug, Clone, Copy, PartialEq)]
pub struct TeacherBody {
    /// Where the feet are, in metres.
    pub feet: Vec3,
    /// Which way the body faces, in radians: 0 is `+z`, a quarter turn is `+x`.
    pub yaw: f32,
    /// How far the eyes look up, in radians.
    pub pitch: f32,
    /// Height of the eyes, in metres.
    pub eye_height: f32,
    /// Speed over the floor, in metres a second.
    pub velocity: Vec3,
}

impl TeacherBody {
    /// A body that stands like this.
    pub fn at(pose: Pose) -> Self {
        Self {
            feet: floor_point(pose.at),
            yaw: yaw_of(pose),
            pitch: -0.08,
            eye_height: EYE_HEIGHT,
            velocity: Vec3::ZERO,
        }
    }

    /// Where the eyes are.
    pub fn eyes(&self) -> Vec3 {
        self.feet + Vec3::Y * self.eye_height
    }

    /// The way the eyes look.
    pub fn gaze(&self) -> Vec3 {
        self.rotation() * Vec3::NEG_Z
    }

    /// The way ahead over the floor.
    pub fn ahead(&self) -> Vec3 {
        Vec3::new(self.yaw.sin(), 0.0, self.yaw.cos())
    }

    /// The way to the right over the floor.
    pub fn right(&self) -> Vec3 {
        Vec3::new(-self.yaw.cos(), 0.0, self.yaw.sin())
    }

    /// Turns by so many radians: `x` to the right, `y` up.
    pub fn turn(&mut self, by: Vec2) {
        self.yaw = (self.yaw - by.x).rem_euclid(TAU);
        self.pitch = (self.pitch + by.y).clamp(-TILT, TILT);
    }

    /// Rotation of the eyes. A camera looks along its `-z`.
    pub fn rotation(&self) -> Quat {
        Quat::from_rotation_y(self.yaw + PI) * Quat::from_rotation_x(self.pitch)
    }
}

/// A point of the plan in the room.
pub fn floor_point(point: Point) -> Vec3 {
    Vec3::new(point.x_mm as f32 / 1000.0, 0.0, point.z_mm as f32 / 1000.0)
}

/// Which way a pose faces, in radians.
pub fn yaw_of(pose: Pose) -> f32 {
    f32::from(pose.yaw_deg).to_radians().rem_euclid(TAU)
}

/// A body's pose in the plan.
pub fn pose_of(body: &TeacherBody) -> Pose {
    let millimetres = |metres: f32| (metres * 1000.0).round() as i32;
    let degrees = body.yaw.to_degrees().round() as i32;
    Pose {
        at: Point::new(millimetres(body.feet.x), millimetres(body.feet.z)),
        // Within a turn, so it fits.
        yaw_deg: degrees.rem_euclid(360) as i16,
    }
}

pub(super) fn spawn(mut commands: Commands, session: Option<Res<ClassroomSession>>) {
    let Some(session) = session else { return };
    let body = TeacherBody::at(session.scenario().room.teacher);
    let lens = PerspectiveProjection { fov: FIELD_OF_VIEW, near: NEAR, ..default() };
    commands.spawn((
        Name::new("teacher"),
        DespawnOnExit(Screen::Classroom),
        body,
        Camera3d::default(),
        Projection::Perspective(lens),
        Transform::from_translation(body.eyes()).with_rotation(body.rotation()),
    ));
}

/// Sits down or gets up, as the settings say.
pub(super) fn sit(settings: Res<Settings>, time: Res<Time<Real>>, mut bodies: Query<&mut TeacherBody>) {
    let goal = if settings.seated { EYE_HEIGHT_SEATED } else { EYE_HEIGHT };
    for mut body in &mut bodies {
        if body.eye_height != goal {
            let next = body.eye_height.lerp(goal, 1.0 - (-SIT * time.delta_secs()).exp());
            body.eye_height = if (next - goal).abs() < 0.002 { goal } else { next };
        }
    }
}

pub(super) fn place_eyes(mut bodies: Query<(&TeacherBody, &mut Transform)>) {
    for (body, mut place) in &mut bodies {
        *place = Transform::from_translation(body.eyes()).with_rotation(body.rotation());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pose_leads_to_a_body_and_back() {
        for yaw_deg in [0, 90, 180, 359] {
            let pose = Pose { at: Point::new(-1234, 2650), yaw_deg };
            assert_eq!(pose_of(&TeacherBody::at(pose)), pose);
        }
        let negative = Pose { at: Point::default(), yaw_deg: -90 };
        assert_eq!(pose_of(&TeacherBody::at(negative)).yaw_deg, 270);
    }

    #[test]
    fn the_eyes_look_where_the_body_faces() {
        let at_board = TeacherBody { pitch: 0.0, ..TeacherBody::at(Pose { at: Point::new(0, 3000), yaw_deg: 180 }) };
        assert!(at_board.gaze().distance(Vec3::NEG_Z) < 1e-5);
        // Facing the class, the door side (positive x) is at the right.
        assert!(at_board.right().distance(Vec3::X) < 1e-5);
        let to_door = TeacherBody { pitch: 0.0, ..TeacherBody::at(Pose { at: Point::default(), yaw_deg: 90 }) };
        assert!(to_door.gaze().distance(Vec3::X) < 1e-5);
        assert!(to_door.ahead().distance(to_door.gaze()) < 1e-5);
    }

    #[test]
    fn turning_to_the_right_turns_to_the_right_and_one_cannot_look_over_backwards() {
        let mut body = TeacherBody { pitch: 0.0, ..TeacherBody::at(Pose::default()) };
        let right = body.right();
        body.turn(Vec2::new(0.3, 0.0));
        assert!(body.gaze().dot(right) > 0.2);
        body.turn(Vec2::new(0.0, 9.0));
        assert!(body.pitch < PI / 2.0 && body.gaze().y > 0.9);
    }
}
