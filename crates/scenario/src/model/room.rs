//! The room: walls, seats, things to take, and the places a teacher can go to.
//!
//! The plan and the 3D world share their axes: the origin is the middle of the floor, `x` runs from the windows to the
//! door side, `z` towards the digital board. Students face `+z`, a teacher at the board looks towards `-z`.

use super::{SeatId, StudentId, TextId};

/// A point on the floor, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Point {
    /// From the middle of the room, positive to the door side.
    pub x_mm: i32,
    /// From the middle of the room, positive towards the board.
    pub z_mm: i32,
}

impl Point {
    /// A point from its coordinates in millimetres.
    pub const fn new(x_mm: i32, z_mm: i32) -> Self {
        Self { x_mm, z_mm }
    }

    /// Distance to another point, in millimetres, rounded down.
    pub fn distance_mm(self, other: Point) -> i32 {
        let dx = i64::from(self.x_mm) - i64::from(other.x_mm);
        let dz = i64::from(self.z_mm) - i64::from(other.z_mm);
        i32::try_from((dx * dx + dz * dz).isqrt()).unwrap_or(i32::MAX)
    }
}

/// Where someone stands and which way they face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Pose {
    /// Feet.
    pub at: Point,
    /// Degrees, 0 faces `+z` (the board), 90 faces `+x` (the door side).
    pub yaw_deg: i16,
}

/// Which of the room kits is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoomKind {
    /// A primary school's room.
    Primary,
    /// A secondary school's room.
    Secondary,
    /// A computer room.
    Computers,
}

/// The classroom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Room kit.
    pub kind: RoomKind,
    /// Inner width (along `x`) and depth (along `z`) in millimetres.
    pub width_mm: i32,
    /// Depth along `z`.
    pub depth_mm: i32,
    /// Where the teacher starts.
    pub teacher: Pose,
    /// Middle of the teacher's desk.
    pub teacher_desk: Point,
}

/// A chair at a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Name in the plan, such as `A1`.
    pub name: String,
    /// Where the student sits, and the way the seat faces.
    pub pose: Pose,
}

/// What an item is, which decides its looks and what it can be plugged into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// The cable of the digital board; its socket is beside the board.
    BoardCable,
    /// A tablet to hand out or to take.
    Tablet,
    /// A box for phones.
    PhoneBox,
}

/// A thing that the teacher can take, put down and use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Author's name.
    pub name: String,
    /// What it is.
    pub kind: ItemKind,
    /// Its name for people.
    pub label: TextId,
    /// Where it lies at the start.
    pub at: Point,
    /// Where it is used: the socket of a cable, for instance.
    pub used_at: Point,
}

/// A place that a script or an author can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Beside the board.
    Board,
    /// The teacher's desk.
    Desk,
    /// The door.
    Door,
    /// The middle of the back wall.
    Back,
    /// The middle of the class.
    Middle,
    /// Within arm's reach of a student.
    Student(StudentId),
    /// At a seat.
    Seat(SeatId),
    /// A point on the floor.
    Point(Point),
}
