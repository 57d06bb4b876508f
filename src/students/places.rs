//! Where bodies are: on their chairs, on their way along the aisles, at the board, under the table, or not in the room yet.
//!
//! The simulation says where somebody is to be; here they walk there. That takes seconds in which it counts them as there.

use bevy::prelude::*;
use proefles_scenario::{Behaviour, Point};
use proefles_sim::Session;

use crate::app::AppSystems;
use crate::session::ClassroomSession;
use crate::stage::seat_place;

use super::{Footfall, Student, spawn::Parts};

/// A body goes to a near place in about this time, in seconds.
const GOES_SECS: f32 = 0.3;
/// Nearer than this one steps aside, further one walks there, in metres.
const STEPS: f32 = 0.9;
/// Speed of walking in a room with people, in metres a second: slower than in the street (1.2 to 1.4).
const WALKS: f32 = 1.1;
/// Length of a step among desks, in metres.
const STEP: f32 = 0.55;
/// A body turns to where it walks in about this time, in seconds.
const TURNS_SECS: f32 = 0.15;
/// A goal that moves less than this is the same, in metres.
const SAME: f32 = 0.05;
/// Where a body is that hides under its table, from the chair, in metres.
const UNDER_TABLE: Vec3 = Vec3::new(0.0, -0.42, 0.22);

/// How somebody gets about.
#[derive(Component, Debug, Default)]
pub struct Going {
    /// Corners still ahead, the next one last.
    corners: Vec<Vec3>,
    /// Where the way leads.
    goal: Vec3,
    /// How far they have walked in all, in metres.
    pub walked: f32,
    /// Whether they sit in a wheelchair: then they roll, and never stand up.
    pub rolls: bool,
}

impl Going {
    /// Somebody who sits, on a chair or in a wheelchair.
    pub fn new(rolls: bool) -> Self {
        Self { rolls, ..Self::default() }
    }

    /// Whether they are on their way.
    pub fn walks(&self) -> bool {
        !self.corners.is_empty()
    }

    /// Takes a way to a goal.
    fn set_out(&mut self, session: &Session, from: Vec3, goal: Vec3) {
        let corners = session.way(point(from), point(goal));
        self.corners = corners.into_iter().map(|corner| place(corner).with_y(from.y)).rev().collect();
        // The last corner to the millimetre, so that one arrives.
        if let Some(last) = self.corners.first_mut() {
            *last = goal.with_y(from.y);
        }
        self.goal = goal;
    }

    /// Walks on for some metres.
    fn step(&mut self, body: &mut Transform, mut metres: f32, turn: f32) {
        while let Some(&corner) = self.corners.last() {
            let way = corner - body.translation;
            let far = way.length();
            if far > 1e-3 {
                let ahead = Quat::from_rotation_y(way.x.atan2(way.z));
                body.rotation = body.rotation.slerp(ahead, turn);
            }
            if far > metres {
                body.translation += way / far * metres;
                self.walked += metres;
                return;
            }
            body.translation = corner;
            self.walked += far;
            metres -= far;
            self.corners.pop();
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, go.in_set(AppSystems::React).run_if(resource_exists::<ClassroomSession>));
}

fn go(
    session: Res<ClassroomSession>,
    time: Res<Time>,
    mut footfalls: MessageWriter<Footfall>,
    mut students: Query<(&Student, &mut Going, &mut Transform, &mut Visibility), With<Parts>>,
) {
    let session = session.session();
    let secs = time.delta_secs();
    let share = 1.0 - (-secs / GOES_SECS).exp();
    for (student, mut going, mut body, mut shown) in &mut students {
        let Some(place) = session.place_of(student.id) else {
            shown.set_if_neq(Visibility::Hidden);
            continue;
        };
        let behaviour = session.student(student.id).behaviour;
        // Who comes in late appears at the door, and from there walks to the chair.
        let appears = *shown == Visibility::Hidden;
        let at =
            if behaviour == Behaviour::Late && !appears { session.beside(session.seat_of(student.id)) } else { place };
        let mut goal = seat_place(at);
        if behaviour == Behaviour::Crawl && !going.rolls {
            goal.translation += goal.rotation * UNDER_TABLE;
        }
        shown.set_if_neq(Visibility::Inherited);
        if appears {
            *body = goal;
            *going = Going { corners: Vec::new(), goal: goal.translation, ..*going };
            continue;
        }
        if going.goal.distance(goal.translation) > SAME {
            going.corners.clear();
            going.goal = goal.translation;
            if body.translation.with_y(0.0).distance(goal.translation.with_y(0.0)) > STEPS {
                going.set_out(session, body.translation, goal.translation);
            }
        }
        if going.walks() {
            let steps = |walked: f32| (walked / STEP) as u32;
            let before = steps(going.walked);
            going.step(&mut body, WALKS * secs, 1.0 - (-secs / TURNS_SECS).exp());
            if steps(going.walked) > before && !going.rolls {
                footfalls.write(Footfall(body.translation));
            }
        } else if body.translation.distance_squared(goal.translation) > 1e-6
            || body.rotation.angle_between(goal.rotation) > 1e-3
        {
            body.translation = body.translation.lerp(goal.translation, share);
            body.rotation = body.rotation.slerp(goal.rotation, share);
        }
    }
}

fn point(place: Vec3) -> Point {
    Point::new((place.x * 1000.0).round() as i32, (place.z * 1000.0).round() as i32)
}

fn place(point: Point) -> Vec3 {
    Vec3::new(point.x_mm as f32, 0.0, point.z_mm as f32) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_the_way(corners: &[Vec3]) -> Going {
        Going { corners: corners.iter().rev().copied().collect(), ..Going::default() }
    }

    #[test]
    fn one_walks_from_corner_to_corner_and_looks_ahead() {
        let mut going = on_the_way(&[Vec3::X, Vec3::new(1.0, 0.0, 2.0)]);
        let mut body = Transform::IDENTITY;
        going.step(&mut body, 0.5, 1.0);
        assert_eq!(body.translation, Vec3::X * 0.5);
        assert!((body.rotation * Vec3::Z).distance(Vec3::X) < 1e-5);
        going.step(&mut body, 1.0, 1.0);
        assert!(body.translation.distance(Vec3::new(1.0, 0.0, 0.5)) < 1e-5 && going.walks());
        assert!((body.rotation * Vec3::Z).distance(Vec3::Z) < 1e-5);
    }

    #[test]
    fn however_long_a_frame_is_one_stops_at_the_end() {
        let mut going = on_the_way(&[Vec3::X, Vec3::new(1.0, 0.0, 2.0)]);
        let mut body = Transform::IDENTITY;
        going.step(&mut body, 100.0, 1.0);
        assert_eq!(body.translation, Vec3::new(1.0, 0.0, 2.0));
        assert!(!going.walks() && (going.walked - 3.0).abs() < 1e-5);
    }
}
