//! Opportunity: how far is the teacher, which way do they look, are they busy. Students choose their moment by it.
//!
//! Source: practitioner literature on proximity and mobility (after F. Jones), in line with findings on active
//! supervision; the numbers are ours.

use super::params::params;
use crate::Gaze;
use proefles_scenario::{Point, Pose, StudentId};

/// Factor for the distance to the teacher: low beside them, growing with distance.
///
/// The shape `near + gain·d²/(d² + half)` stands in for an exponential, which machines do not agree on to the bit.
pub fn distance_factor(distance_mm: i32) -> f32 {
    let d = distance_mm as f32 / 1000.0;
    let p = params();
    p.distance_near + p.distance_gain * (d * d) / (d * d + p.distance_half)
}

/// Factor for where the teacher looks: low when at this student, 1 when the student is before them, high behind them.
pub fn gaze_factor(me: StudentId, my_seat: Point, teacher: Pose, gaze: Gaze) -> f32 {
    match gaze {
        Gaze::Student(id) if id == me => params().gaze_on_me,
        Gaze::Board | Gaze::Dashboard | Gaze::Away => params().gaze_turned_away,
        _ if is_behind(my_seat, teacher) => params().gaze_turned_away,
        _ => 1.0,
    }
}

/// Factor for a teacher who is busy with somebody else, or who looks at the dashboard for longer than a glance.
pub fn busy_factor(me: StudentId, gaze: Gaze, gaze_ticks: u32) -> f32 {
    let p = params();
    match gaze {
        Gaze::Student(other) if other != me && gaze_ticks > p.busy_after => p.busy,
        Gaze::Dashboard if gaze_ticks > p.dash_glance => p.dash_lapses,
        _ => 1.0,
    }
}

/// Whether a point lies behind the teacher, judged by whole quarters of the compass.
fn is_behind(at: Point, teacher: Pose) -> bool {
    let (dx, dz) = (i64::from(at.x_mm - teacher.at.x_mm), i64::from(at.z_mm - teacher.at.z_mm));
    let yaw = teacher.yaw_deg.rem_euclid(360);
    let ahead = match yaw {
        0..45 | 315..360 => dz,
        45..135 => dx,
        135..225 => -dz,
        _ => -dx,
    };
    ahead < 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearness_a_look_and_a_turned_back_matter() {
        assert!(distance_factor(500) < 0.45 && distance_factor(6000) > 1.1);
        let me = StudentId(3);
        let seat = Point::new(0, -1000);
        let facing_class = Pose { at: Point::new(0, 2600), yaw_deg: 180 };
        let facing_board = Pose { yaw_deg: 0, ..facing_class };
        assert_eq!(gaze_factor(me, seat, facing_class, Gaze::Student(me)), 0.5);
        assert_eq!(gaze_factor(me, seat, facing_class, Gaze::Class), 1.0);
        assert_eq!(gaze_factor(me, seat, facing_board, Gaze::Class), 1.3);
    }
}
