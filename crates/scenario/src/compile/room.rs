//! The room: is everything inside the walls, and does everybody have a place of their own?

use std::collections::BTreeMap;

use super::Checked;
use crate::diagnostic::{Code, Sink};
use crate::limits::SEAT_MM;
use crate::model::Point;
use crate::schema::Entry;

/// Reports what does not fit.
pub(crate) fn check(sink: &mut Sink, checked: &Checked<'_>) {
    let s = checked.scenario;
    let outside = |at: Point| at.x_mm.abs() > s.room.width_mm / 2 || at.z_mm.abs() > s.room.depth_mm / 2;
    let walls = format!(
        "the walls are at x ±{} and z ±{} metres",
        f64::from(s.room.width_mm / 2) / 1000.0,
        f64::from(s.room.depth_mm / 2) / 1000.0
    );
    for (span, _, what) in checked.places.points.iter().filter(|(_, at, _)| outside(*at)) {
        sink.report(Code::OutsideRoom, 0, *span, format!("{what} is outside the room")).help(walls.clone());
    }
    for (at, seat) in s.seats.iter().enumerate().filter(|(_, seat)| outside(seat.pose.at)) {
        let message = format!("the seat \"{}\" is outside the room", seat.name);
        sink.report(Code::OutsideRoom, 0, checked.names.span(Entry::Seat, at), message).help(walls.clone());
    }
    overlaps(sink, checked);
    let mut taken = BTreeMap::new();
    for (at, student) in
        s.students.iter().enumerate().filter(|(_, student)| s.seats.get(student.seat.index()).is_some())
    {
        let span = checked.places.student_seats.get(at).copied().unwrap_or_default();
        if let Some((other, earlier)) = taken.insert(student.seat, (&student.name, span)) {
            let seat = &s.seats[student.seat.index()].name;
            sink.report(Code::SeatTaken, 0, span, format!("\"{other}\" already sits on \"{seat}\""))
                .help("give every student a seat of their own")
                .related(0, earlier, "taken here");
        }
    }
}

/// Seats are sorted along `x`, so that only neighbours are compared.
fn overlaps(sink: &mut Sink, checked: &Checked<'_>) {
    let seats = &checked.scenario.seats;
    let mut order: Vec<usize> = (0..seats.len()).collect();
    order.sort_by_key(|at| (seats[*at].pose.at.x_mm, *at));
    for (place, a) in order.iter().enumerate() {
        let at = seats[*a].pose.at;
        let mut near = order[place + 1..].iter().take_while(|b| seats[**b].pose.at.x_mm - at.x_mm < SEAT_MM);
        // One report for a seat is enough, however many lie in a heap.
        if let Some(b) = near.find(|b| seats[**b].pose.at.distance_mm(at) < SEAT_MM) {
            let (first, second) = (*a.min(b), *a.max(b));
            let message = format!("the seats \"{}\" and \"{}\" overlap", seats[first].name, seats[second].name);
            let span = |at| checked.names.span(Entry::Seat, at);
            let report = sink
                .report(Code::SeatsOverlap, 0, span(second), message)
                .help("keep at least 0.45 m between the middles of two seats");
            if span(first) != span(second) {
                report.related(0, span(first), "the other one");
            }
        }
    }
}
