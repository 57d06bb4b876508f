//! Walking by command: along the front and down the aisles, as a teacher does.

use proefles_scenario::{Place, Point, Scenario};

use crate::rules::params;

/// Space between two seats' middles that leaves room to walk, millimetres.
const AISLE_MM: i32 = 1200;
/// How far before the first row the front walkway runs, millimetres.
const FRONT_MM: i32 = 1150;
/// Within this of an aisle's middle somebody is in it, millimetres.
const IN_AISLE_MM: i32 = 150;

/// Where one can walk: a front line and aisles between the rows of desks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aisles {
    /// `z` of the walkway before the first row.
    front_z_mm: i32,
    /// `x` of each aisle, ascending.
    x_mm: Vec<i32>,
}

impl Aisles {
    /// The walkways that the seating plan leaves.
    pub fn of(scenario: &Scenario) -> Self {
        let front = scenario.seats.iter().map(|seat| seat.pose.at.z_mm).max().unwrap_or(0);
        let mut seats: Vec<i32> = scenario.seats.iter().map(|seat| seat.pose.at.x_mm).collect();
        seats.sort_unstable();
        let half = scenario.room.width_mm / 2;
        let mut x_mm = Vec::new();
        if seats.first().is_some_and(|&first| first + half > AISLE_MM) {
            x_mm.push(seats[0] - AISLE_MM / 2 - 100);
        }
        x_mm.extend(seats.windows(2).filter(|pair| pair[1] - pair[0] >= AISLE_MM).map(|pair| (pair[0] + pair[1]) / 2));
        if let Some(&last) = seats.last()
            && half - last > AISLE_MM
        {
            x_mm.push(last + AISLE_MM / 2 + 100);
        }
        if x_mm.is_empty() {
            x_mm.push(0);
        }
        Self { front_z_mm: (front + FRONT_MM).min(scenario.room.depth_mm / 2 - 400), x_mm }
    }

    /// The aisle nearest to an `x`.
    fn nearest(&self, x_mm: i32) -> i32 {
        self.x_mm.iter().copied().min_by_key(|aisle| (aisle - x_mm).abs()).unwrap_or(0)
    }

    /// Beside a seat, so far off, on the side of the nearest aisle.
    pub fn beside(&self, seat: Point, mm: i32) -> i32 {
        seat.x_mm + if self.nearest(seat.x_mm) < seat.x_mm { -mm } else { mm }
    }

    /// The next corner on the way.
    fn corner(&self, at: Point, to: Point) -> Point {
        let both_in_front = at.z_mm >= self.front_z_mm - 50 && to.z_mm >= self.front_z_mm - 50;
        if both_in_front || (at.x_mm - to.x_mm).abs() <= IN_AISLE_MM {
            to
        } else if at.z_mm >= self.front_z_mm - 50 {
            Point::new(to.x_mm, at.z_mm)
        } else {
            Point::new(at.x_mm, self.front_z_mm)
        }
    }

    /// The corners of the way from one place to another, the last of which is `to`: out to the aisle, along the aisles and
    /// the front, and in again. Never through a row of desks.
    pub fn way(&self, from: Point, to: Point) -> Vec<Point> {
        let in_aisle = |at: Point| {
            if at.z_mm >= self.front_z_mm - 50 { at } else { Point::new(self.nearest(at.x_mm), at.z_mm) }
        };
        let (mut at, end) = (in_aisle(from), in_aisle(to));
        let mut corners = Vec::new();
        if at != from {
            corners.push(at);
        }
        while at != end {
            at = self.corner(at, end);
            corners.push(at);
        }
        if end != to {
            corners.push(to);
        }
        corners
    }

    /// One tick of walking: the new place, which is `to` on arrival.
    pub fn walk(&self, at: Point, to: Point) -> Point {
        let (corner, step) = (self.corner(at, to), params().walk);
        let distance = at.distance_mm(corner);
        if distance <= step {
            return corner;
        }
        let part = |from: i32, to: i32| from + (to - from) * step / distance;
        Point::new(part(at.x_mm, corner.x_mm), part(at.z_mm, corner.z_mm))
    }
}

/// Where a teacher stands who goes to a place.
pub fn stand_at(scenario: &Scenario, aisles: &Aisles, place: Place) -> Point {
    let room = &scenario.room;
    let (half_width, half_depth) = (room.width_mm / 2, room.depth_mm / 2);
    let beside = |seat: Point| Point::new(aisles.nearest(seat.x_mm), seat.z_mm + 250);
    match place {
        Place::Board => Point::new(-1400, half_depth - 700),
        Place::Desk => Point::new(room.teacher_desk.x_mm, room.teacher_desk.z_mm - 650),
        Place::Door => Point::new(half_width - 700, half_depth - 900),
        Place::Back => Point::new(aisles.nearest(0), -half_depth + 500),
        Place::Middle => Point::new(aisles.nearest(0), 0),
        Place::Student(id) => beside(scenario.seat_of(id).pose.at),
        Place::Seat(id) => beside(scenario.seats[id.index()].pose.at),
        Place::Point(point) => Point::new(
            point.x_mm.clamp(-half_width + 300, half_width - 300),
            point.z_mm.clamp(-half_depth + 300, half_depth - 300),
        ),
    }
}

/// The compass direction from one point to another in whole eighths: degrees, 0 is `+z`, 90 is `+x`.
pub fn direction(from: Point, to: Point) -> i16 {
    let (dx, dz) = (i64::from(to.x_mm - from.x_mm), i64::from(to.z_mm - from.z_mm));
    let (ax, az) = (dx.abs(), dz.abs());
    if ax * 2 < az {
        if dz >= 0 { 0 } else { 180 }
    } else if az * 2 < ax {
        if dx >= 0 { 90 } else { 270 }
    } else {
        match (dx >= 0, dz >= 0) {
            (true, true) => 45,
            (true, false) => 135,
            (false, false) => 225,
            (false, true) => 315,
        }
    }
}
