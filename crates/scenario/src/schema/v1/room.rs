//! The room: walls, seats one by one or in rows, things.

use crate::diagnostic::Code;
use crate::limits::{MAX_SEATS, SEAT_MM};
use crate::model::{Item, ItemKind, Point, Pose, Room, RoomKind, Seat, TextId};
use crate::schema::{Cx, Entry, Fields, Metres, Read};
use crate::syntax::{Kind, Node};

impl Read for Room {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        const FIELDS: &[&str] = &["kind", "width_m", "depth_m", "teacher", "teacher_desk"];
        let f = cx.fields(node, "Room", "a room", FIELDS)?;
        Some(Room {
            kind: cx.req(&f, "kind"),
            width_mm: cx.req::<Wall>(&f, "width_m").0,
            depth_mm: cx.req::<Wall>(&f, "depth_m").0,
            teacher: cx.req(&f, "teacher"),
            teacher_desk: floor(cx, &f, "teacher_desk", "the teacher's desk"),
        })
    }

    fn broken() -> Self {
        let wall = Wall::broken().0;
        let teacher = Pose::default();
        Room { kind: RoomKind::Secondary, width_mm: wall, depth_mm: wall, teacher, teacher_desk: Point::default() }
    }
}

/// Length of a wall, in millimetres.
struct Wall(i32);

impl Read for Wall {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        cx.number(node, 3, 2_000, 60_000, "metres").and_then(|mm| i32::try_from(mm).ok()).map(Wall)
    }

    /// So wide that nothing is reported as outside.
    fn broken() -> Self {
        Wall(400_000)
    }
}

/// Degrees, 0 to 359, also written from -180.
struct Facing(i16);

impl Read for Facing {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let degrees = cx.number(node, 0, -180, 360, "degrees")?;
        i16::try_from(degrees.rem_euclid(360)).ok().map(Facing)
    }

    fn broken() -> Self {
        Facing(0)
    }
}

impl Read for Pose {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let f = cx.fields(node, "Pose", "a place to stand", &["x", "z", "facing"])?;
        let (x, z) = (cx.req(&f, "x"), cx.req(&f, "z"));
        let at = cx.point(node.span, x, z, "the teacher's place");
        Some(Pose { at, yaw_deg: cx.req::<Facing>(&f, "facing").0 })
    }

    fn broken() -> Self {
        Pose::default()
    }
}

/// `(x, z)`.
struct Floor(Metres, Metres);

impl Read for Floor {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let f = cx.fields(node, "Point", "a point on the floor", &["x", "z"])?;
        Some(Floor(cx.req(&f, "x"), cx.req(&f, "z")))
    }

    fn broken() -> Self {
        Floor(Metres(0), Metres(0))
    }
}

fn floor(cx: &mut Cx<'_>, f: &Fields<'_>, name: &str, what: &'static str) -> Point {
    let Floor(x, z) = cx.req(f, name);
    cx.point(f.span(name), x, z, what)
}

impl Read for Item {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let f = cx.fields(node, "Item", "an item", &["id", "kind", "label", "at", "used_at"])?;
        Some(Item {
            name: cx.req(&f, "id"),
            kind: cx.req(&f, "kind"),
            label: cx.req(&f, "label"),
            at: floor(cx, &f, "at", "this item"),
            used_at: floor(cx, &f, "used_at", "the place to use this item"),
        })
    }

    fn broken() -> Self {
        let at = Point::default();
        Item { name: String::new(), kind: ItemKind::Tablet, label: TextId::broken(), at, used_at: at }
    }
}

/// All seats, and their ids into the table.
pub(crate) fn seats(cx: &mut Cx<'_>, root: &Node) -> Vec<Seat> {
    let Some(items) = root.field("seats").and_then(|node| cx.list(node, MAX_SEATS)) else { return Vec::new() };
    let mut seats = Vec::new();
    for node in items {
        let before = seats.len();
        match &node.kind {
            Kind::Call { name: Some(name), .. } if name.text == "Rows" => seats.extend(rows(cx, node)),
            _ => seats.extend(seat(cx, node)),
        }
        let (id, span) = super::header::id_of(node);
        let span = if id.is_some() { span } else { node.head() };
        if seats.len() > MAX_SEATS {
            cx.report(Code::OutOfRange, node.head(), format!("there are more than {MAX_SEATS} seats"));
            seats.truncate(MAX_SEATS.max(before));
            break;
        }
        for seat in &seats[before..] {
            cx.check_id(&seat.name, span);
            let name = (!seat.name.is_empty()).then_some(seat.name.as_str());
            if let Some(earlier) = cx.names.table(Entry::Seat).add(name, span) {
                let file = cx.file;
                cx.report(Code::DuplicateId, span, format!("there is another seat \"{}\"", seat.name))
                    .help("give every seat its own id; `Rows` names its seats A1, A2, … B1 and so on")
                    .related(file, earlier, "the first one");
            }
        }
    }
    seats
}

fn seat(cx: &mut Cx<'_>, node: &Node) -> Option<Seat> {
    let f = cx.fields(node, "Seat", "a seat", &["id", "x", "z", "facing"])?;
    let at = Point::new(cx.req::<Metres>(&f, "x").0, cx.req::<Metres>(&f, "z").0);
    let yaw_deg = cx.opt::<Facing>(&f, "facing").map_or(0, |facing| facing.0);
    Some(Seat { name: cx.req(&f, "id"), pose: Pose { at, yaw_deg } })
}

/// A small count.
struct Count(i32);

impl Read for Count {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        cx.whole(node, 1, 99).and_then(|count| i32::try_from(count).ok()).map(Count)
    }

    fn broken() -> Self {
        Count(1)
    }
}

/// From the middle of one seat to the next, in millimetres: no less than a person on a chair takes.
struct Gap(i32);

impl Read for Gap {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        cx.number(node, 3, i64::from(SEAT_MM), 20_000, "metres").and_then(|mm| i32::try_from(mm).ok()).map(Gap)
    }

    fn broken() -> Self {
        Gap(1000)
    }
}

/// Rows of desks, all facing the board: `A1` stands at the windows in front.
fn rows(cx: &mut Cx<'_>, node: &Node) -> Vec<Seat> {
    const FIELDS: &[&str] =
        &["rows", "columns", "together", "front_z", "row_gap_m", "seat_gap_m", "aisle_m", "middle_x"];
    let Some(f) = cx.fields(node, "Rows", "rows of seats", FIELDS) else { return Vec::new() };
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let rows = cx.req::<Count>(&f, "rows").0;
    if rows > 26 {
        cx.report(Code::OutOfRange, f.span("rows"), "at most 26 rows, because they are named by letters");
    }
    let columns = cx.req::<Count>(&f, "columns").0;
    let together = cx.opt::<Count>(&f, "together").map_or(1, |count| count.0);
    let front = cx.req::<Metres>(&f, "front_z").0;
    let row_gap = cx.req::<Gap>(&f, "row_gap_m").0;
    let seat_gap = cx.req::<Gap>(&f, "seat_gap_m").0;
    let aisle = cx.opt::<Metres>(&f, "aisle_m").map_or(0, |metres| metres.0);
    let middle = cx.opt::<Metres>(&f, "middle_x").map_or(0, |metres| metres.0);
    let along = |column: i32| column * seat_gap + (column / together) * aisle;
    let first = middle - along(columns - 1) / 2;
    let mut seats = Vec::new();
    for (row, letter) in (0..rows).zip(letters.chars()) {
        for column in 0..columns {
            let at = Point::new(first + along(column), front - row * row_gap);
            seats.push(Seat { name: format!("{letter}{}", column + 1), pose: Pose { at, yaw_deg: 0 } });
        }
    }
    seats
}
