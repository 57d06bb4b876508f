//! What a teacher perceives: by line of sight, where the eyes rest and for how long, by nearness, and by ear.
//!
//! A sign is *in sight* if it could be seen from where the teacher stands, wherever they look. It is *perceived* once the
//! look has rested on it. The angles and lengths are ours; the shortest look that counts is the fixation of eye-movement
//! research.

use proefles_scenario::{Behaviour, DisruptionLevel, Point, Pose, Sight};

use super::params::params;
use crate::Gaze;

/// Whether the behaviour of somebody in a seat could be seen from where the teacher stands.
///
/// What is done on a screen or under the desk shows from near and from behind; that somebody is stuck and hides it, from
/// near. Everything else shows unless a head is in the way; `close` are the seats around.
pub fn in_sight(behaviour: Behaviour, seat: Pose, teacher: Point, close: &[Point]) -> bool {
    let reads = teacher.distance_mm(seat.at) <= params().read_within;
    match behaviour.sight() {
        Sight::Near => reads,
        Sight::Covert => reads || is_behind(seat, teacher),
        Sight::Open => !close.iter().any(|&other| hides(other, seat.at, teacher)),
    }
}

/// Whether a point lies behind the back of who sits there, to the nearest quarter turn.
fn is_behind(seat: Pose, at: Point) -> bool {
    let (dx, dz) = (at.x_mm - seat.at.x_mm, at.z_mm - seat.at.z_mm);
    match seat.yaw_deg.rem_euclid(360) {
        45..135 => dx < 0,
        135..225 => dz > 0,
        225..315 => dx > 0,
        _ => dz < 0,
    }
}

/// Whether the head of who sits at `other` is in the line from the teacher's eyes to the face of who sits at `seat`.
fn hides(other: Point, seat: Point, teacher: Point) -> bool {
    let p = params();
    let to_eyes = vector(seat, teacher);
    let to_other = vector(seat, other);
    let (ahead, length) = (dot(to_other, to_eyes), dot(to_eyes, to_eyes));
    if ahead <= 0 || ahead >= length {
        return false;
    }
    let across = to_eyes.0 * to_other.1 - to_eyes.1 * to_other.0;
    let width = i64::from(p.head_half_width);
    if across * across > width * width * length {
        return false;
    }
    // Height of the line where it passes the other, in whole millimetres.
    let rise = i64::from(p.eyes_height - p.face_height) * ahead / length;
    i64::from(p.face_height) + rise < i64::from(p.head_height)
}

/// Whether a point lies within the cone that a look takes in.
pub fn in_cone(teacher: Point, looks_at: Point, at: Point) -> bool {
    let (look, sign) = (vector(teacher, looks_at), vector(teacher, at));
    let along = dot(look, sign);
    // cos² of the half-angle is a share of 1024, so that everything stays whole.
    let share = (params().cone_cos_squared * 1024.0) as i128;
    along > 0
        && i128::from(along) * i128::from(along) * 1024
            >= share * i128::from(dot(look, look)) * i128::from(dot(sign, sign))
}

/// The point that the eyes rest on, if they rest on the class. `seat` tells where a student sits.
pub fn looks_at(gaze: Gaze, teacher: Pose, seat: impl Fn(proefles_scenario::StudentId) -> Point) -> Option<Point> {
    /// So far ahead a look over the class rests, millimetres.
    const AHEAD_MM: i32 = 4000;
    match gaze {
        Gaze::Student(id) => Some(seat(id)),
        Gaze::Class => {
            let (x, z) = match teacher.yaw_deg.rem_euclid(360) {
                23..68 => (1, 1),
                68..113 => (1, 0),
                113..158 => (1, -1),
                158..203 => (0, -1),
                203..248 => (-1, -1),
                248..293 => (-1, 0),
                293..338 => (-1, 1),
                _ => (0, 1),
            };
            Some(Point::new(teacher.at.x_mm + x * AHEAD_MM, teacher.at.z_mm + z * AHEAD_MM))
        }
        Gaze::Board | Gaze::Dashboard | Gaze::Away => None,
    }
}

/// Whether it is seen out of the corner of the eye: a hand, a turned back, somebody who reaches others.
pub fn is_large(behaviour: Behaviour) -> bool {
    behaviour.asks() || behaviour.level() >= DisruptionLevel::Neighbours
}

/// Whether it is heard wherever one stands.
pub fn is_heard(behaviour: Behaviour) -> bool {
    behaviour.level() >= DisruptionLevel::Class && behaviour.sight() == Sight::Open
}

/// Whether the teacher's dashboard, which shows the students' screens, tells of it.
pub fn is_on_the_dashboard(behaviour: Behaviour) -> bool {
    behaviour.takes_a_screen() && behaviour != Behaviour::DevView || behaviour.has_device_trouble()
}

fn vector(from: Point, to: Point) -> (i64, i64) {
    (i64::from(to.x_mm - from.x_mm), i64::from(to.z_mm - from.z_mm))
}

fn dot(a: (i64, i64), b: (i64, i64)) -> i64 {
    a.0 * b.0 + a.1 * b.1
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOARD: Point = Point::new(0, 3000);

    fn seat(x_mm: i32, z_mm: i32) -> Pose {
        Pose { at: Point::new(x_mm, z_mm), yaw_deg: 0 }
    }

    #[test]
    fn a_phone_shows_from_near_and_from_behind_but_not_from_the_board() {
        let covert = |teacher| in_sight(Behaviour::DevPhone, seat(0, -1000), teacher, &[]);
        assert!(!covert(BOARD) && covert(Point::new(0, -3000)) && covert(Point::new(800, 500)));
        assert!(in_sight(Behaviour::OffDaydream, seat(0, -1000), BOARD, &[]));
        assert!(!in_sight(Behaviour::HelpHide, seat(0, -1000), Point::new(0, -4000), &[]));
        let turned = Pose { yaw_deg: 180, ..seat(0, -1000) };
        assert!(in_sight(Behaviour::DevTab, turned, BOARD, &[]));
    }

    #[test]
    fn a_head_right_before_somebody_hides_them_from_afar_and_one_beside_the_line_does_not() {
        let far = Point::new(0, 6000);
        let seen = |close: &[Point], from| in_sight(Behaviour::OffDaydream, seat(0, -1000), from, close);
        assert!(!seen(&[Point::new(0, -300)], far));
        assert!(seen(&[Point::new(600, -300)], far), "beside the line");
        assert!(seen(&[Point::new(0, -1700)], far), "behind them");
        assert!(seen(&[Point::new(0, -300)], Point::new(0, 700)), "over the head, from near");
    }

    #[test]
    fn the_cone_takes_in_thirty_degrees_to_each_side() {
        let look = Point::new(0, -1000);
        assert!(in_cone(BOARD, look, Point::new(2000, -1000)), "27 degrees");
        assert!(!in_cone(BOARD, look, Point::new(3000, -1000)), "37 degrees");
        assert!(!in_cone(BOARD, look, Point::new(0, 5000)), "behind");
    }
}
