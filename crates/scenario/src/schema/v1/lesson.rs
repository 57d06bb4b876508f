//! The class and the lesson's course: students, phases, lines, beats.

use crate::diagnostic::Code;
use crate::model::{
    Activity, Beat, BoardShow, Condition, Device, Effect, Line, Phase, SeatId, Speaker, Student, StudentId,
    Temperament, TextId,
};
use crate::schema::{Cx, Fields, Read, Seconds};
use crate::syntax::{Kind, Node};

/// A list with a least and a most number of entries.
pub(crate) fn entries<T: Read>(cx: &mut Cx<'_>, f: &Fields<'_>, name: &str, least: usize, most: usize) -> Vec<T> {
    let Some(node) = f.get(name) else { return cx.req(f, name) };
    let Some(items) = cx.list(node, most) else { return Vec::new() };
    if items.len() < least && !cx.incomplete {
        let message = format!("`{name}` needs at least {least} {}", if least == 1 { "entry" } else { "entries" });
        cx.report(Code::OutOfRange, node.head(), message);
    }
    items.iter().map(|item| T::read(cx, item).unwrap_or_else(T::broken)).collect()
}

impl Read for Student {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        const FIELDS: &[&str] = &["id", "name", "seat", "look", "wheelchair", "device", "friends", "temperament"];
        let Some(f) = cx.fields(node, "Student", "a student", FIELDS) else {
            cx.places.student_seats.push(node.head());
            cx.places.friends.push(Vec::new());
            return None;
        };
        cx.places.student_seats.push(f.span("seat"));
        let spans = match f.get("friends").map(|node| &node.kind) {
            Some(Kind::List(items)) => items.iter().map(|item| item.span).collect(),
            _ => Vec::new(),
        };
        cx.places.friends.push(spans);
        Some(Student {
            name: cx.req(&f, "id"),
            first_name: cx.req(&f, "name"),
            seat: cx.req(&f, "seat"),
            look: cx.req(&f, "look"),
            wheelchair: cx.opt(&f, "wheelchair").unwrap_or_default(),
            temperament: cx.opt(&f, "temperament").unwrap_or_default(),
            device: cx.req(&f, "device"),
            friends: cx.opt_list::<StudentId>(&f, "friends"),
        })
    }

    fn broken() -> Self {
        Student {
            name: String::new(),
            first_name: String::new(),
            seat: SeatId::broken(),
            look: String::new(),
            wheelchair: false,
            temperament: Temperament::default(),
            device: Device::Laptop,
            friends: Vec::new(),
        }
    }
}

/// A trait: percent of an average student, per mille here.
struct Trait(u16);

impl Read for Trait {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        cx.number(node, 1, 100, 3000, "percent").and_then(|permille| u16::try_from(permille).ok()).map(Trait)
    }

    fn broken() -> Self {
        Trait(1000)
    }
}

impl Read for Temperament {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        const FIELDS: &[&str] = &["distractibility", "sociability", "patience", "help_shyness", "confidence"];
        let f = cx.fields(node, "Temperament", "a temperament", FIELDS)?;
        let mut share = |name| cx.opt::<Trait>(&f, name).map_or(1000, |share| share.0);
        Some(Temperament {
            distractibility: share("distractibility"),
            sociability: share("sociability"),
            patience: share("patience"),
            help_shyness: share("help_shyness"),
            confidence: share("confidence"),
        })
    }

    fn broken() -> Self {
        Temperament::default()
    }
}

impl Read for Phase {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let f = cx.fields(node, "Phase", "a phase", &["id", "title", "activity", "board", "online"])?;
        Some(Phase {
            name: cx.req(&f, "id"),
            title: cx.req(&f, "title"),
            activity: cx.req(&f, "activity"),
            online: cx.opt(&f, "online").unwrap_or(false),
            board: cx.req(&f, "board"),
        })
    }

    fn broken() -> Self {
        let title = TextId::broken();
        Phase { name: String::new(), title, activity: Activity::Individual, online: false, board: BoardShow::Off }
    }
}

impl Read for Line {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let f = cx.fields(node, "Line", "a line", &["id", "speaker"])?;
        Some(Line { name: cx.req(&f, "id"), text: cx.req(&f, "id"), speaker: cx.req(&f, "speaker") })
    }

    fn broken() -> Self {
        Line { name: String::new(), speaker: Speaker::Class, text: TextId::broken() }
    }
}

impl Read for Speaker {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        const SPEAKERS: &[(&str, &[&str])] =
            &[("Student", &["student"]), ("Teacher", &[]), ("Class", &[]), ("Announcer", &[])];
        let (word, f) = cx.variant(node, "a speaker", SPEAKERS)?;
        Some(match word {
            "Student" => Speaker::Student(cx.req(&f, "student")),
            "Teacher" => Speaker::Teacher,
            "Announcer" => Speaker::Announcer,
            _ => Speaker::Class,
        })
    }

    fn broken() -> Self {
        Speaker::Class
    }
}

impl Read for Beat {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let f = cx.fields(node, "Beat", "a beat", &["id", "when", "then", "repeat_s"])?;
        let repeat_ticks = cx.opt::<Seconds>(&f, "repeat_s").map(|seconds| seconds.0);
        if repeat_ticks.is_some_and(|ticks| ticks < 10) {
            cx.report(Code::OutOfRange, f.span("repeat_s"), "a beat repeats after 1 second or more")
                .help("leave `repeat_s` out if the beat fires only once");
        }
        Some(Beat { name: cx.req(&f, "id"), when: cx.req(&f, "when"), then: cx.req(&f, "then"), repeat_ticks })
    }

    fn broken() -> Self {
        Beat { name: String::new(), when: Condition::Always, then: Vec::<Effect>::new(), repeat_ticks: None }
    }
}
