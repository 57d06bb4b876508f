//! Conditions: what `when` says.

use crate::model::{ChoiceId, Condition, FlagId, Place, Point};
use crate::schema::{Cx, Metres, Percent, Read, Seconds, UNRESOLVED};
use crate::syntax::{Node, Span};

const CONDITIONS: &[(&str, &[&str])] = &[
    ("Always", &[]),
    ("Time", &["s"]),
    ("Phase", &["phase", "for_s"]),
    ("Fired", &["beat", "ago_s"]),
    ("Decided", &["decision", "option"]),
    ("Expired", &["decision"]),
    ("Flag", &["flag"]),
    ("OffTaskAtLeast", &["pct"]),
    ("OffTaskAtMost", &["pct"]),
    ("NoiseAtLeast", &["pct"]),
    ("NoiseAtMost", &["pct"]),
    ("Student", &["student", "behaviour"]),
    ("Count", &["behaviour", "at_least"]),
    ("TeacherNear", &["place", "m"]),
    ("LooksAt", &["student"]),
    ("TeacherDid", &["action", "within_s"]),
    ("BoardHidden", &[]),
    ("ItemUsed", &["item"]),
    ("Network", &["network"]),
    ("Incident", &["kind"]),
    ("Not", &["condition"]),
    ("All", &["conditions"]),
    ("Any", &["conditions"]),
];

impl Read for Condition {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let (word, f) = cx.variant(node, "a condition", CONDITIONS)?;
        Some(match word {
            "Time" => Condition::Time { ticks: cx.wait(&f, "s") },
            "Phase" => Condition::Phase { phase: cx.req(&f, "phase"), ticks: cx.opt_wait(&f, "for_s") },
            "Fired" => Condition::Fired { beat: cx.req(&f, "beat"), ticks: cx.opt_wait(&f, "ago_s") },
            "Decided" => decided(cx, &f),
            "Expired" => Condition::Expired(cx.req(&f, "decision")),
            "Flag" => {
                let flag: FlagId = cx.req(&f, "flag");
                cx.places.flags_read.entry(flag.0).or_insert(f.span("flag"));
                Condition::Flag(flag)
            }
            "OffTaskAtLeast" => Condition::OffTaskAtLeast { permille: cx.req::<Percent>(&f, "pct").0 },
            "OffTaskAtMost" => Condition::OffTaskAtMost { permille: cx.req::<Percent>(&f, "pct").0 },
            "NoiseAtLeast" => Condition::NoiseAtLeast { permille: cx.req::<Percent>(&f, "pct").0 },
            "NoiseAtMost" => Condition::NoiseAtMost { permille: cx.req::<Percent>(&f, "pct").0 },
            "Student" => Condition::Student { student: cx.req(&f, "student"), behaviour: cx.req(&f, "behaviour") },
            "Count" => {
                Condition::Count { behaviour: cx.req(&f, "behaviour"), at_least: cx.req::<Students>(&f, "at_least").0 }
            }
            "TeacherNear" => Condition::TeacherNear { place: cx.req(&f, "place"), mm: cx.req::<Near>(&f, "m").0 },
            "LooksAt" => Condition::LooksAt(cx.req(&f, "student")),
            "TeacherDid" => Condition::TeacherDid {
                action: cx.req(&f, "action"),
                within_ticks: cx.req::<Seconds>(&f, "within_s").0,
            },
            "BoardHidden" => Condition::BoardHidden,
            "ItemUsed" => Condition::ItemUsed(cx.req(&f, "item")),
            "Network" => Condition::Network(cx.req(&f, "network")),
            "Incident" => Condition::Incident(cx.req(&f, "kind")),
            "Not" => Condition::Not(Box::new(cx.req(&f, "condition"))),
            "All" => Condition::All(cx.req(&f, "conditions")),
            "Any" => Condition::Any(cx.req(&f, "conditions")),
            _ => Condition::Always,
        })
    }

    fn broken() -> Self {
        Condition::Always
    }
}

fn decided(cx: &mut Cx<'_>, f: &crate::schema::Fields<'_>) -> Condition {
    let decision: crate::model::DecisionId = cx.req(f, "decision");
    let choice = f.get("option").map(|node| ChoiceId(cx.option_id(decision.0, node)));
    Condition::Decided { decision, choice }
}

impl Cx<'_> {
    /// A waiting time, remembered for the check against the lesson's length.
    pub(crate) fn wait(&mut self, f: &crate::schema::Fields<'_>, name: &str) -> u32 {
        let ticks = self.req::<Seconds>(f, name).0;
        self.places.waits.push((f.span(name), ticks));
        ticks
    }

    fn opt_wait(&mut self, f: &crate::schema::Fields<'_>, name: &str) -> u32 {
        if f.get(name).is_some() { self.wait(f, name) } else { 0 }
    }

    /// A point on the floor, remembered for the check against the walls.
    pub(crate) fn point(&mut self, span: Span, x: Metres, z: Metres, what: &'static str) -> Point {
        let point = Point::new(x.0, z.0);
        self.places.points.push((span, point, what));
        point
    }
}

/// How many students, 1 to 1000.
struct Students(u16);

impl Read for Students {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let most = i64::try_from(crate::model::MAX_STUDENTS).unwrap_or(i64::MAX);
        cx.whole(node, 1, most).and_then(|count| u16::try_from(count).ok()).map(Students)
    }

    fn broken() -> Self {
        Students(1)
    }
}

/// A distance, in millimetres.
struct Near(i32);

impl Read for Near {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        cx.number(node, 3, 100, 100_000, "metres").and_then(|mm| i32::try_from(mm).ok()).map(Near)
    }

    fn broken() -> Self {
        Near(1000)
    }
}

impl Read for Place {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        const PLACES: &[(&str, &[&str])] = &[
            ("Board", &[]),
            ("Desk", &[]),
            ("Door", &[]),
            ("Back", &[]),
            ("Middle", &[]),
            ("Student", &["student"]),
            ("Seat", &["seat"]),
            ("Point", &["x", "z"]),
        ];
        let (word, f) = cx.variant(node, "a place", PLACES)?;
        Some(match word {
            "Board" => Place::Board,
            "Desk" => Place::Desk,
            "Door" => Place::Door,
            "Back" => Place::Back,
            "Student" => Place::Student(cx.req(&f, "student")),
            "Seat" => Place::Seat(cx.req(&f, "seat")),
            "Point" => {
                let (x, z) = (cx.req(&f, "x"), cx.req(&f, "z"));
                Place::Point(cx.point(node.span, x, z, "this place"))
            }
            _ => Place::Middle,
        })
    }

    fn broken() -> Self {
        Place::Seat(crate::model::SeatId(UNRESOLVED))
    }
}
