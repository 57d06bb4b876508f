//! Who sits where, and where a body is that has left its chair.

use std::sync::Arc;

use proefles_scenario::{Behaviour, Place, Point, Pose, Scenario, SeatId, StudentId};

use super::{Plan, Session};
use crate::event::EventKind;
use crate::rules::params;
use crate::student::neighbours;
use crate::teacher::{Aisles, direction, stand_at};

/// How far beside the chair somebody stands, millimetres.
const BESIDE_MM: i32 = 420;

impl Plan {
    /// The plan for these seats, by student.
    pub fn of(scenario: &Scenario, seats: Vec<SeatId>) -> Self {
        let places: Vec<Pose> = seats.iter().map(|seat| scenario.seats[seat.index()].pose).collect();
        Self { neighbours: neighbours::of(scenario, &places), aisles: Aisles::of(scenario), seats, places }
    }
}

impl Session {
    /// Where a student's seat is.
    ///
    /// # Panics
    /// If the id is not of this session's scenario.
    pub fn seat_of(&self, id: StudentId) -> Pose {
        self.plan.places[id.index()]
    }

    /// Where a student's body is: on the seat, beside it, at the board, by another's desk, or between the door and the seat. None
    /// before they have come in.
    ///
    /// # Panics
    /// If the id is not of this session's scenario.
    pub fn place_of(&self, id: StudentId) -> Option<Pose> {
        let (seat, state) = (self.seat_of(id), &self.students[id.index()]);
        if !state.behaviour.stands() {
            return Some(seat);
        }
        let beside = |seat: Pose| self.beside(seat).at;
        let half_depth = self.scenario.room.depth_mm / 2;
        Some(match state.behaviour {
            Behaviour::OnBoard => Pose { at: Point::new(600, half_depth - 700), yaw_deg: 0 },
            Behaviour::Late => {
                let left = state.until.saturating_sub(self.lesson_now());
                if left > params().late_enters {
                    return None;
                }
                let door = stand_at(&self.scenario, &self.plan.aisles, Place::Door);
                let (to, of) = (beside(seat), params().late_enters as i32);
                let part = |from: i32, to: i32| to + (from - to) / of * left as i32;
                Pose {
                    at: Point::new(part(door.x_mm, to.x_mm), part(door.z_mm, to.z_mm)),
                    yaw_deg: direction(door, to),
                }
            }
            Behaviour::DevHelp => {
                let other = state.partner.map_or(seat, |partner| self.seat_of(partner));
                let at = beside(other);
                Pose { at, yaw_deg: direction(at, other.at) }
            }
            _ => {
                let at = beside(seat);
                let towards = state.partner.map_or(seat.yaw_deg, |partner| direction(at, self.seat_of(partner).at));
                Pose { at, yaw_deg: towards }
            }
        })
    }

    /// Where somebody stands who has left this seat: beside it, on the side of the aisle, facing as the seat does.
    pub fn beside(&self, seat: Pose) -> Pose {
        Pose { at: Point::new(self.plan.aisles.beside(seat.at, BESIDE_MM), seat.at.z_mm), ..seat }
    }

    /// The corners of the way from one place to another, the last of which is `to`: along the aisles and the front, never
    /// through a row of desks. Empty if both are the same.
    pub fn way(&self, from: Point, to: Point) -> Vec<Point> {
        if from == to { Vec::new() } else { self.plan.aisles.way(from, to) }
    }

    /// A place by name, where students are known to sit where they sit now.
    pub(crate) fn seated(&self, place: Place) -> Place {
        match place {
            Place::Student(id) => Place::Seat(self.plan.seats[id.index()]),
            place => place,
        }
    }

    /// Two students change seats.
    pub(crate) fn swap_seats(&mut self, one: StudentId, other: StudentId) {
        let mut seats = self.plan.seats.clone();
        seats.swap(one.index(), other.index());
        self.plan = Arc::new(Plan::of(&self.scenario, seats));
        for student in [one, other] {
            self.emit(EventKind::Reseated { student, seat: self.plan.seats[student.index()] });
        }
    }

    /// With whom a teacher would let a student change seats: somebody who has no friend around there, nearest to the front; none
    /// where nobody sits better.
    pub fn better_seat(&self, id: StudentId) -> Option<StudentId> {
        let friends_near = |who: StudentId, seat_of: StudentId| {
            let near = &self.plan.neighbours[seat_of.index()].near;
            near.iter().filter(|&&other| other != who && self.scenario.student(who).friends.contains(&other)).count()
        };
        let now = friends_near(id, id);
        self.scenario
            .student_ids()
            .filter(|&other| other != id && friends_near(id, other) <= now && friends_near(other, id) == 0)
            .map(|other| (friends_near(id, other), -self.seat_of(other).at.z_mm, other))
            .filter(|(friends, ahead, _)| *friends < now || *ahead < -self.seat_of(id).at.z_mm)
            .min()
            .map(|(_, _, other)| other)
    }
}
