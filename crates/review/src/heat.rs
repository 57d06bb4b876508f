//! Where attention was, and where the teacher looked: for each seat, from the events of a run.

use proefles_scenario::{Scenario, StudentId};
use proefles_sim::{Event, EventKind, Gaze};
use serde::Serialize;

/// What happened at a student's seat, and where it is: where they sat last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeatReview {
    /// First name.
    pub name: String,
    /// From the middle of the room, positive to the door side, in millimetres.
    pub x_mm: i32,
    /// From the middle of the room, positive towards the board, in millimetres.
    pub z_mm: i32,
    /// Share of the lesson in which they were at what they should be at, per mille.
    pub on_task_permille: u16,
    /// How long the teacher looked at them, in ticks.
    pub looked_ticks: u32,
    /// How often the teacher began to look at them.
    pub looks: u32,
}

/// The room and its seats, as they were used.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct HeatReview {
    /// Width of the room, in millimetres.
    pub width_mm: i32,
    /// Depth of the room, in millimetres.
    pub depth_mm: i32,
    /// A row for each student, in the order of the roster.
    pub seats: Vec<SeatReview>,
}

/// A student as the events are read.
#[derive(Clone, Default)]
struct Course {
    off_since: Option<u32>,
    off_ticks: u32,
    looked_ticks: u32,
    looks: u32,
}

impl HeatReview {
    /// Reads a run.
    pub fn of(scenario: &Scenario, events: &[Event]) -> Self {
        let end = events.last().map_or(0, |event| event.tick);
        let mut courses = vec![Course::default(); scenario.students.len()];
        let mut places: Vec<_> = scenario.student_ids().map(|id| scenario.seat_of(id).pose.at).collect();
        let mut looking: Option<(StudentId, u32)> = None;
        for event in events {
            match &event.kind {
                EventKind::BehaviourChanged { student, to, .. } => {
                    let course = &mut courses[student.index()];
                    if let Some(since) = course.off_since.take() {
                        course.off_ticks += event.tick - since;
                    }
                    course.off_since = to.is_off_task().then_some(event.tick);
                }
                EventKind::GazeMoved(gaze) => {
                    if let Some((student, since)) = looking.take() {
                        courses[student.index()].looked_ticks += event.tick - since;
                    }
                    if let Gaze::Student(student) = gaze {
                        courses[student.index()].looks += 1;
                        looking = Some((*student, event.tick));
                    }
                }
                EventKind::Reseated { student, seat } => places[student.index()] = scenario.seats[seat.index()].pose.at,
                _ => {}
            }
        }
        if let Some((student, since)) = looking {
            courses[student.index()].looked_ticks += end - since;
        }
        let seats = scenario.student_ids().map(|id| {
            let (course, at) = (&courses[id.index()], places[id.index()]);
            let off = course.off_ticks + course.off_since.map_or(0, |since| end - since);
            let on = u64::from(end.saturating_sub(off)) * 1000 / u64::from(end.max(1));
            SeatReview {
                name: scenario.student(id).first_name.clone(),
                x_mm: at.x_mm,
                z_mm: at.z_mm,
                on_task_permille: u16::try_from(on).unwrap_or(1000),
                looked_ticks: course.looked_ticks,
                looks: course.looks,
            }
        });
        Self { width_mm: scenario.room.width_mm, depth_mm: scenario.room.depth_mm, seats: seats.collect() }
    }
}
