//! A lesson with a class of another size: for benches, and for trying how things grow.

use super::{Scenario, Seat, SeatId};

impl Scenario {
    /// This lesson with so many students on the first of these seats: the roster in its order, again and again. Where
    /// there are fewer than in the roster, beats and decisions are left out, because they name those who are missing.
    ///
    /// # Panics
    /// If there are fewer seats than students, which is a defect of the caller.
    #[must_use]
    pub fn with_class(&self, students: usize, seats: Vec<Seat>) -> Self {
        assert!(students <= seats.len(), "{students} students need as many seats, not {}", seats.len());
        let mut lesson = self.clone();
        lesson.seats = seats;
        lesson.students = (0..students)
            .map(|at| {
                let mut student = self.students[at % self.students.len()].clone();
                student.name = format!("s{at}");
                student.seat = SeatId::from_index(at);
                student.friends.retain(|friend| friend.index() < students);
                student
            })
            .collect();
        if students < self.students.len() {
            lesson.beats.clear();
            lesson.decisions.clear();
        }
        lesson
    }
}
