//! What a teacher can perceive from where they stand: postures and voices anywhere, screens only near or from behind.

use proefles_scenario::{Behaviour, StudentId};

use crate::rules::perception;
use crate::session::Session;

/// A student as perceived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub student: StudentId,
    pub behaviour: Behaviour,
    /// How long it has been so, ticks.
    pub ticks: u32,
    pub distance_mm: i32,
    /// Whether the teacher has perceived it, rather than could have.
    pub noticed: bool,
}

impl Seen {
    /// Whether it looks like something to respond to.
    pub fn is_off_task(&self) -> bool {
        self.behaviour.is_off_task()
    }

    /// Whether it looks like a request.
    pub fn asks(&self) -> bool {
        self.behaviour.asks()
    }
}

/// The class as perceived, by id. What cannot be told from here looks like work.
pub fn perceive(session: &Session) -> Vec<Seen> {
    let teacher = session.teacher().pose.at;
    let ids = session.scenario().student_ids();
    ids.map(|student| {
        let view = session.student(student);
        let place = session.place_of(student);
        let seat = place.unwrap_or_else(|| session.seat_of(student));
        let distance_mm = teacher.distance_mm(seat.at);
        let close = &session.plan.neighbours[student.index()].close;
        let behaviour = match view.behaviour {
            shown if perception::in_sight(shown, seat, teacher, close) => shown,
            Behaviour::HelpHide | Behaviour::DevAccess | Behaviour::OffPrivate | Behaviour::DevPhone => {
                Behaviour::OnWrite
            }
            hidden if hidden.is_covert() => Behaviour::OnScreen,
            // A head is in the way: who leans aside sees them.
            shown => shown,
        };
        let noticed = view.noticed_at.is_some();
        Seen { noticed, student, behaviour, ticks: session.lesson_now() - view.since, distance_mm }
    })
    .collect()
}
