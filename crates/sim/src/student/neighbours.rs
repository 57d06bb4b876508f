//! Who sits near whom, and who can see whose screen. It follows from the seating plan and does not change in a run.

use proefles_scenario::{Point, Scenario, StudentId};

/// Whisper distance in millimetres: the neighbour at the same or the next desk, and right before or behind.
const WHISPER_MM: i32 = 1450;
/// How far somebody reads another's screen, and how far aside, millimetres.
const SCREEN_DEPTH_MM: i32 = 2200;
const SCREEN_ASIDE_MM: i32 = 1100;

/// Relations of one student.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Neighbours {
    /// Within whisper distance: friends first, then by distance.
    pub near: Vec<StudentId>,
    /// Students whose screen is in this student's view.
    pub screens: Vec<StudentId>,
}

/// The relations of the whole class, by student.
pub fn of(scenario: &Scenario) -> Vec<Neighbours> {
    let seats: Vec<Point> = scenario.student_ids().map(|id| scenario.seat_of(id).pose.at).collect();
    scenario
        .student_ids()
        .map(|me| {
            let my = seats[me.index()];
            let others = || scenario.student_ids().filter(move |&other| other != me);
            let distance = |other: StudentId| my.distance_mm(seats[other.index()]);
            let mut near: Vec<StudentId> = others().filter(|&other| distance(other) <= WHISPER_MM).collect();
            near.sort_by_key(|&other| (!scenario.student(me).friends.contains(&other), distance(other), other));
            let screens = others()
                .filter(|&other| {
                    let at = seats[other.index()];
                    let ahead = at.z_mm - my.z_mm;
                    (0..=SCREEN_DEPTH_MM).contains(&ahead) && (at.x_mm - my.x_mm).abs() <= SCREEN_ASIDE_MM
                })
                .collect();
            Neighbours { near, screens }
        })
        .collect()
}
