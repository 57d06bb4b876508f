//! A person walks and looks around.

use std::f32::consts::PI;

use bevy::prelude::*;

use crate::app::{Classroom, Settings};
use crate::input::{Action, ActionState};
use crate::third_party::rapier::Bodies;

use super::{RADIUS, TeacherBody};

/// Walking pace among desks, in metres a second; the simulation's teacher walks as fast.
pub const PACE: f32 = 1.6;
/// How quickly a body gets going and stands still again, per second.
const START: f32 = 12.0;
/// Height of the body, in metres. Above what stands in a classroom it does not matter.
const HEIGHT: f32 = 1.7;
/// Longest time that one step is made for, in seconds: after a hitch nobody is thrown across the room.
const LONGEST: f32 = 0.25;

pub(super) fn turn(
    actions: Res<ActionState>,
    settings: Res<Settings>,
    lesson: Res<State<Classroom>>,
    mut bodies: Query<&mut TeacherBody>,
) {
    if *lesson.get() != Classroom::Running {
        return;
    }
    let step = f32::from(settings.turn_deg).to_radians();
    let steps = [(Action::TurnLeft, -step), (Action::TurnRight, step), (Action::TurnBack, PI)];
    let by_key: f32 = steps.into_iter().filter(|(action, _)| actions.just_pressed(*action)).map(|(_, by)| by).sum();
    for mut body in &mut bodies {
        body.turn(actions.look() + Vec2::new(by_key, 0.0));
    }
}

pub(super) fn walk(
    actions: Res<ActionState>,
    lesson: Res<State<Classroom>>,
    time: Res<Time<Real>>,
    solids: Bodies,
    mut bodies: Query<&mut TeacherBody>,
) {
    let secs = time.delta_secs().min(LONGEST);
    if *lesson.get() != Classroom::Running || secs <= 0.0 {
        return;
    }
    for mut body in &mut bodies {
        let wanted = actions.walk();
        let goal = (body.right() * wanted.x + body.ahead() * wanted.y) * PACE;
        let velocity = approach(body.velocity, goal, secs);
        if velocity == Vec3::ZERO {
            body.velocity = velocity;
            continue;
        }
        let moved = solids.walk(body.feet, RADIUS, HEIGHT, velocity * secs);
        body.feet += moved;
        // What stopped the body took its speed.
        body.velocity = moved / secs;
    }
}

/// A speed on its way to another.
fn approach(from: Vec3, to: Vec3, secs: f32) -> Vec3 {
    let next = from.lerp(to, 1.0 - (-START * secs).exp());
    if to == Vec3::ZERO && next.length() < 0.02 { Vec3::ZERO } else { next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_reaches_its_pace_and_stands_still_again() {
        let mut velocity = Vec3::ZERO;
        for _ in 0..60 {
            velocity = approach(velocity, Vec3::X * PACE, 1.0 / 60.0);
        }
        assert!((velocity.x - PACE).abs() < 0.01);
        for _ in 0..60 {
            velocity = approach(velocity, Vec3::ZERO, 1.0 / 60.0);
        }
        assert_eq!(velocity, Vec3::ZERO);
    }
}
