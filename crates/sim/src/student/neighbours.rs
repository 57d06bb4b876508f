//! Who sits near whom, and who can see whose screen. It follows from where everybody sits.

use proefles_scenario::{Point, Pose, Scenario, StudentId};

use crate::rules::params;

/// A line of sight from a standing teacher passes over every head that is further from the student than this, millimetres.
const CLOSE_MM: i32 = 2500;

/// Relations of one student.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Neighbours {
    /// Within whisper distance: friends first, then by distance.
    pub near: Vec<StudentId>,
    /// Those so close that whoever looks at one of them sees this student too.
    pub beside: Vec<StudentId>,
    /// Seats so close that a head there can hide this student from the teacher.
    pub close: Vec<Point>,
    /// How strongly they draw together, against rows of pairs: 1.
    pub pull: f32,
    /// Students whose screen is in this student's view.
    pub screens: Vec<StudentId>,
}

/// The relations of the whole class, by student, for where each sits.
pub fn of(scenario: &Scenario, places: &[Pose]) -> Vec<Neighbours> {
    let p = params();
    let seats: Vec<Point> = places.iter().map(|place| place.at).collect();
    scenario
        .student_ids()
        .map(|me| {
            let my = seats[me.index()];
            let others = || scenario.student_ids().filter(move |&other| other != me);
            let distance = |other: StudentId| my.distance_mm(seats[other.index()]);
            let mut near: Vec<StudentId> = others().filter(|&other| distance(other) <= p.whisper).collect();
            near.sort_by_key(|&other| (!scenario.student(me).friends.contains(&other), distance(other), other));
            let screens = others()
                .filter(|&other| {
                    let at = seats[other.index()];
                    let ahead = at.z_mm - my.z_mm;
                    (0..=p.screen_depth).contains(&ahead) && (at.x_mm - my.x_mm).abs() <= p.screen_aside
                })
                .collect();
            let facing = |of: StudentId| places[of.index()].yaw_deg;
            let pull = near.iter().map(|&other| {
                let at = seats[other.index()];
                let beside = (at.x_mm - my.x_mm).abs() > (at.z_mm - my.z_mm).abs();
                if beside || facing(other) != facing(me) { p.pull_beside } else { p.pull_behind }
            });
            let pull = pull.sum::<f32>() / p.pull_rows;
            let beside = near.iter().copied().filter(|&other| distance(other) <= p.in_view).collect();
            let close = others().map(|other| seats[other.index()]).filter(|at| my.distance_mm(*at) <= CLOSE_MM);
            let close = close.collect();
            Neighbours { near, beside, close, pull, screens }
        })
        .collect()
}
