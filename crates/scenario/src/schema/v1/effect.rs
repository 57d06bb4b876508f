//! Effects: what `then` and `on_expire` say.

use crate::model::{
    BoardShow, Draw, Effect, EndingId, FlagId, IncidentKind, Strikes, StudentId, Target, TeacherAction,
};
use crate::schema::{Cx, Fields, Percent, PercentPoints, Read, Seconds, UNRESOLVED};
use crate::syntax::Node;

const EFFECTS: &[(&str, &[&str])] = &[
    ("Say", &["line"]),
    ("StartPhase", &["phase"]),
    ("Ask", &["decision"]),
    ("SetFlag", &["flag"]),
    ("ClearFlag", &["flag"]),
    ("Network", &["network"]),
    ("Board", &["show"]),
    ("Screens", &["who", "screen"]),
    ("Lock", &["who"]),
    ("Unlock", &["who"]),
    ("Behave", &["who", "behaviour", "for_s"]),
    ("Attention", &["who", "by_pct"]),
    ("Engagement", &["who", "by_pct"]),
    ("Respect", &["who", "by_pct"]),
    ("Teacher", &["action", "student"]),
    ("UseItem", &["item"]),
    ("Evidence", &["criterion", "points", "of"]),
    ("Incident", &["kind", "who", "for_s", "text"]),
    ("Mend", &["kind"]),
    ("Bell", &[]),
    ("End", &["ending"]),
    ("After", &["s", "then"]),
    ("If", &["when", "then", "otherwise"]),
];

impl Read for Effect {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let (word, f) = cx.variant(node, "an effect", EFFECTS)?;
        Some(match word {
            "Say" => Effect::Say(cx.req(&f, "line")),
            "StartPhase" => Effect::StartPhase(cx.req(&f, "phase")),
            "Ask" => Effect::Ask(cx.req(&f, "decision")),
            "SetFlag" => {
                let flag: FlagId = cx.req(&f, "flag");
                cx.places.flags_set.entry(flag.0).or_insert(f.span("flag"));
                Effect::SetFlag { flag, on: true }
            }
            "ClearFlag" => Effect::SetFlag { flag: cx.req(&f, "flag"), on: false },
            "Network" => Effect::Network(cx.req(&f, "network")),
            "Board" => Effect::Board(cx.req(&f, "show")),
            "Screens" => Effect::Screens { target: cx.req(&f, "who"), screen: cx.req(&f, "screen") },
            "Lock" => Effect::Lock { target: cx.req(&f, "who"), on: true },
            "Unlock" => Effect::Lock { target: cx.req(&f, "who"), on: false },
            "Behave" => Effect::Behave {
                target: cx.req(&f, "who"),
                behaviour: cx.req(&f, "behaviour"),
                ticks: cx.req::<Seconds>(&f, "for_s").0,
            },
            "Attention" => Effect::Attention { target: cx.req(&f, "who"), by_permille: by(cx, &f) },
            "Engagement" => Effect::Engagement { target: cx.req(&f, "who"), by_permille: by(cx, &f) },
            "Respect" => Effect::Respect { target: cx.req(&f, "who"), by_permille: by(cx, &f) },
            "Teacher" => teacher(cx, &f),
            "UseItem" => Effect::UseItem(cx.req(&f, "item")),
            "Evidence" => evidence(cx, &f),
            "Incident" => incident(cx, &f),
            "Mend" => Effect::Mend(cx.req(&f, "kind")),
            "End" => Effect::End(cx.opt::<EndingId>(&f, "ending")),
            "After" => Effect::After { ticks: cx.wait(&f, "s"), then: cx.req(&f, "then") },
            "If" => Effect::If {
                when: cx.req(&f, "when"),
                then: cx.req(&f, "then"),
                otherwise: cx.opt_list(&f, "otherwise"),
            },
            _ => Effect::Bell,
        })
    }

    fn broken() -> Self {
        Effect::Bell
    }
}

fn by(cx: &mut Cx<'_>, f: &Fields<'_>) -> i16 {
    cx.req::<PercentPoints>(f, "by_pct").0
}

fn evidence(cx: &mut Cx<'_>, f: &Fields<'_>) -> Effect {
    let (points, of) = (cx.req::<Points>(f, "points").0, cx.req::<Points>(f, "of").0);
    if points > of {
        let message = format!("{points} points of {of} are more than all");
        cx.report(crate::diagnostic::Code::OutOfRange, f.span("points"), message);
    }
    Effect::Evidence { criterion: cx.req(f, "criterion"), points, of }
}

fn teacher(cx: &mut Cx<'_>, f: &Fields<'_>) -> Effect {
    let action: TeacherAction = cx.req(f, "action");
    let instead = match action {
        TeacherAction::ChangeActivity => Some("begin a phase with that activity: `StartPhase(\"…\")`"),
        TeacherAction::Reseat => Some("seat them so in the scenario, or leave it to the teacher"),
        _ => None,
    };
    if let Some(instead) = instead {
        let message = format!("`Teacher` does not say how or with whom to {action:?}");
        cx.report(crate::diagnostic::Code::UnknownWord, f.span("action"), message).help(instead);
    }
    Effect::Teacher { action, student: cx.opt::<StudentId>(f, "student") }
}

fn incident(cx: &mut Cx<'_>, f: &Fields<'_>) -> Effect {
    use crate::diagnostic::Code;
    let kind: IncidentKind = cx.req(f, "kind");
    let target: Option<Target> = cx.opt(f, "who");
    let word = kind.word();
    match (kind.strikes(), &target) {
        (Strikes::Room, Some(_)) => {
            let message = format!("{word} befalls the room, nobody in particular");
            cx.report(Code::UnknownField, f.span("who"), message).help("leave `who` out");
        }
        (Strikes::Student, target) if !matches!(target, Some(Target::Student(_))) => {
            let message = format!("{word} is about one student");
            cx.report(Code::MissingField, f.span("who"), message).help("name one: `who: Student(\"…\")`");
        }
        _ => {}
    }
    if kind == IncidentKind::WrongScreen && f.get("text").is_none() {
        let message = "WrongScreen needs `text`: what is to be read on the board".to_owned();
        cx.report(Code::MissingField, f.head, message).help("add `text: \"…\"`, the id of a text");
    }
    let by_itself = Some(kind.lasts_secs() * crate::model::TICKS_PER_SECOND).filter(|ticks| *ticks > 0);
    let ticks = cx.opt::<Seconds>(f, "for_s").map(|stated| stated.0).or(by_itself);
    Effect::Incident { kind, target, ticks, text: cx.opt(f, "text") }
}

/// Points for a criterion, 0 to 20.
pub(crate) struct Points(pub u8);

impl Read for Points {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        cx.whole(node, 0, 20).and_then(|points| u8::try_from(points).ok()).map(Points)
    }

    fn broken() -> Self {
        Points(0)
    }
}

impl Read for Target {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        const TARGETS: &[(&str, &[&str])] = &[
            ("Class", &[]),
            ("OffTask", &[]),
            ("Student", &["student"]),
            ("Students", &["students"]),
            ("Around", &["student"]),
            ("Share", &["pct", "name"]),
        ];
        let (word, f) = cx.variant(node, "a group of students", TARGETS)?;
        Some(match word {
            "OffTask" => Target::OffTask,
            "Student" => Target::Student(cx.req(&f, "student")),
            "Students" => Target::Students(cx.req(&f, "students")),
            "Around" => Target::Around(cx.req(&f, "student")),
            "Share" => Target::Share { permille: cx.req::<Percent>(&f, "pct").0, draw: draw(cx, &f) },
            _ => Target::Class,
        })
    }

    fn broken() -> Self {
        Target::Class
    }
}

/// The draw of a share: of its name, or its own.
fn draw(cx: &mut Cx<'_>, f: &Fields<'_>) -> Draw {
    let Some(node) = f.get("name") else {
        cx.names.own_draws += 1;
        return Draw::Own(cx.names.own_draws);
    };
    let Some(name) = cx.text(node, "the name of a share") else { return Draw::Own(0) };
    cx.check_id(name, node.span);
    if let Some(number) = cx.names.shares.get(name) {
        cx.places.shares_once.remove(&number);
        return Draw::Named(number);
    }
    cx.names.shares.add(Some(name), node.span);
    let number = cx.names.shares.get(name).unwrap_or(UNRESOLVED);
    cx.places.shares_once.insert(number, node.span);
    Draw::Named(number)
}

impl Read for BoardShow {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        const SHOWS: &[(&str, &[&str])] = &[
            ("Off", &[]),
            ("Slide", &["text"]),
            ("Quiz", &["text"]),
            ("Loading", &[]),
            ("NoSignal", &[]),
            ("Private", &["text"]),
            ("Frozen", &[]),
        ];
        let (word, f) = cx.variant(node, "what a board can show", SHOWS)?;
        Some(match word {
            "Slide" => BoardShow::Slide(cx.req(&f, "text")),
            "Quiz" => BoardShow::Quiz(cx.req(&f, "text")),
            "Loading" => BoardShow::Loading,
            "NoSignal" => BoardShow::NoSignal,
            "Private" => BoardShow::Private(cx.req(&f, "text")),
            "Frozen" => BoardShow::Frozen,
            _ => BoardShow::Off,
        })
    }

    fn broken() -> Self {
        BoardShow::Off
    }
}
