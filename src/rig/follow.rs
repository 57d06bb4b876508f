//! The eyes follow the simulation's teacher, when a policy or a script teaches. It is what off-screen pictures show.

use std::f32::consts::{PI, TAU};

use bevy::prelude::*;
use proefles_scenario::Scenario;
use proefles_sim::{Gaze, Session};

use crate::session::ClassroomSession;

use super::{TeacherBody, floor_point, yaw_of};

/// How quickly the body follows its place, per second.
const STEP: f32 = 7.0;
/// How quickly the eyes turn to what they look at, per second.
const TURN: f32 = 4.0;
/// Height of a sitting student's face, in metres.
const FACE: f32 = 1.12;
/// Height of the middle of the board, in metres.
const BOARD: f32 = 1.62;
/// Height of the heads and desks of a class together, in metres.
const CLASS: f32 = 1.0;
/// Nearer than this one looks over a class, not at its middle, in metres.
const AMIDST: f32 = 2.0;
/// Lowest and highest look, in radians: one does not stare down at somebody's crown.
const TILT: (f32, f32) = (-0.55, 0.35);

pub(super) fn follow(time: Res<Time>, session: Res<ClassroomSession>, mut bodies: Query<&mut TeacherBody>) {
    let session = session.session();
    let secs = time.delta_secs();
    for mut body in &mut bodies {
        let before = body.feet;
        body.feet = before.lerp(floor_point(session.teacher().pose.at), share(STEP, secs));
        body.velocity = if secs > 0.0 { (body.feet - before) / secs } else { Vec3::ZERO };
        let (yaw, pitch) = aim(body.eyes(), session);
        let part = share(TURN, secs);
        body.yaw = (body.yaw + shortest(body.yaw, yaw) * part).rem_euclid(TAU);
        body.pitch += (pitch - body.pitch) * part;
    }
}

/// The share of a distance that is covered in a time, the same for many short steps as for a long one.
fn share(rate: f32, secs: f32) -> f32 {
    1.0 - (-rate * secs).exp()
}

/// The shorter way around from one direction to another, in radians.
fn shortest(from: f32, to: f32) -> f32 {
    (to - from + PI).rem_euclid(TAU) - PI
}

/// Where the eyes look: yaw and pitch in radians.
fn aim(eyes: Vec3, session: &Session) -> (f32, f32) {
    let teacher = session.teacher();
    let scenario = session.scenario();
    match teacher.gaze {
        Gaze::Student(id) => {
            let place = session.place_of(id).unwrap_or_else(|| session.seat_of(id));
            towards(eyes, floor_point(place.at) + Vec3::Y * FACE)
        }
        Gaze::Board => towards(eyes, board(scenario)),
        Gaze::Class => over_class(eyes, scenario, yaw_of(teacher.pose)),
        Gaze::Dashboard => (yaw_of(teacher.pose), -0.35),
        Gaze::Away => (yaw_of(teacher.pose), -0.12),
    }
}

fn board(scenario: &Scenario) -> Vec3 {
    Vec3::new(0.0, BOARD, scenario.room.depth_mm as f32 / 2000.0)
}

/// Over the class: to its middle, or along the body's way from amidst it.
fn over_class(eyes: Vec3, scenario: &Scenario, yaw: f32) -> (f32, f32) {
    let seats = scenario.student_ids().map(|id| floor_point(scenario.seat_of(id).pose.at));
    let (sum, count) = seats.fold((Vec3::ZERO, 0.0), |(sum, count), at| (sum + at, count + 1.0));
    if count == 0.0 {
        return (yaw, 0.0);
    }
    let middle = sum / count + Vec3::Y * CLASS;
    let flat = (middle - eyes).with_y(0.0).length();
    if flat < AMIDST { (yaw, -0.2) } else { towards(eyes, middle) }
}

fn towards(eyes: Vec3, point: Vec3) -> (f32, f32) {
    let way = point - eyes;
    let pitch = way.y.atan2(way.with_y(0.0).length());
    (way.x.atan2(way.z).rem_euclid(TAU), pitch.clamp(TILT.0, TILT.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_short_steps_arrive_at_the_same_place() {
        let mut left = 1.0;
        for _ in 0..20 {
            left *= 1.0 - share(TURN, 0.1);
        }
        assert!((left - (1.0 - share(TURN, 2.0))).abs() < 1e-4);
    }

    #[test]
    fn one_turns_the_shorter_way() {
        assert!((shortest(0.1, TAU - 0.1) + 0.2).abs() < 1e-5);
        assert!((shortest(TAU - 0.1, 0.1) - 0.2).abs() < 1e-5);
    }

    #[test]
    fn a_look_meets_its_point_unless_that_is_at_ones_feet() {
        let eyes = Vec3::new(0.0, 1.65, 2.6);
        let (yaw, pitch) = towards(eyes, Vec3::new(0.0, 1.12, -2.4));
        assert!((yaw - PI).abs() < 1e-5 && (-0.12..-0.09).contains(&pitch));
        assert_eq!(towards(eyes, Vec3::new(0.3, 1.0, 2.6)).1, TILT.0);
    }
}
