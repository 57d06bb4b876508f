//! Events as lines of JSON, by the author's names: `{"id":12,"tick":305,"type":"ChoiceTaken",…}`.

use proefles_scenario::{BoardShow, Scenario, ScreenState, StudentId, TextId};
use serde_json::{Map, Value, json};

use crate::Gaze;
use crate::event::{Cause, Event, EventKind};

/// One line per event, each ended by a newline.
pub fn events_ndjson(events: &[Event], scenario: &Scenario) -> String {
    events.iter().fold(String::new(), |mut text, event| {
        text.push_str(&event_json(event, scenario).to_string());
        text.push('\n');
        text
    })
}

/// An event as a JSON object. Keys are in alphabetical order.
pub fn event_json(event: &Event, scenario: &Scenario) -> Value {
    let (name, fields) = kind_json(&event.kind, scenario);
    let mut object = match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    object.insert("id".to_owned(), json!(event.id));
    object.insert("tick".to_owned(), json!(event.tick));
    object.insert("type".to_owned(), json!(name));
    Value::Object(object)
}

fn board_json(show: BoardShow, scenario: &Scenario) -> Value {
    let with = |kind: &str, text: TextId| json!({ "board": kind, "text": scenario.texts.name(text) });
    match show {
        BoardShow::Slide(text) => with("Slide", text),
        BoardShow::Quiz(text) => with("Quiz", text),
        BoardShow::Private(text) => with("Private", text),
        other => json!({ "board": format!("{other:?}") }),
    }
}

/// Name and fields of a kind.
fn kind_json(kind: &EventKind, scenario: &Scenario) -> (&'static str, Value) {
    match kind {
        EventKind::RunStarted => ("RunStarted", Value::Null),
        EventKind::PhaseStarted(phase) => ("PhaseStarted", json!({ "phase": scenario.phase(*phase).name })),
        EventKind::BeatFired(beat) => ("BeatFired", json!({ "beat": scenario.beats[beat.index()].name })),
        EventKind::LineSpoken(line) => ("LineSpoken", json!({ "line": scenario.line(*line).name })),
        EventKind::NetworkChanged(network) => ("NetworkChanged", json!({ "network": format!("{network:?}") })),
        EventKind::BoardChanged(show) => ("BoardChanged", board_json(*show, scenario)),
        EventKind::IncidentBegan(kind) => ("IncidentBegan", json!({ "incident": kind.word() })),
        EventKind::IncidentEnded(kind) => ("IncidentEnded", json!({ "incident": kind.word() })),
        EventKind::ActivityChanged(activity) => ("ActivityChanged", json!({ "activity": format!("{activity:?}") })),
        EventKind::Instructed(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| format!("{part:?}")).collect();
            ("Instructed", json!({ "parts": parts }))
        }
        EventKind::DashboardHeld => ("DashboardHeld", Value::Null),
        EventKind::BellRang => ("BellRang", Value::Null),
        EventKind::Paused => ("Paused", Value::Null),
        EventKind::Resumed => ("Resumed", Value::Null),
        EventKind::Sampled { on_task_permille, noise_permille, attention_permille } => (
            "Sampled",
            json!({ "on_task": on_task_permille, "noise": noise_permille, "attention": attention_permille }),
        ),
        EventKind::DecisionOpened { .. }
        | EventKind::ChoiceTaken { .. }
        | EventKind::DecisionExpired { .. }
        | EventKind::DecisionCutOff { .. }
        | EventKind::EvidenceGiven { .. }
        | EventKind::RunEnded { .. } => course_json(kind, scenario),
        _ => class_json(kind, scenario),
    }
}

/// Decisions, evidence and the end.
fn course_json(kind: &EventKind, scenario: &Scenario) -> (&'static str, Value) {
    match kind {
        EventKind::DecisionOpened { decision, offered, deadline } => {
            let names: Vec<&str> = offered.iter().map(|c| scenario.choice(*decision, *c).name.as_str()).collect();
            let decision = &scenario.decision(*decision).name;
            ("DecisionOpened", json!({ "decision": decision, "offered": names, "deadline": deadline }))
        }
        EventKind::ChoiceTaken { decision, choice, thinking_ticks } => (
            "ChoiceTaken",
            json!({
                "decision": scenario.decision(*decision).name,
                "choice": scenario.choice(*decision, *choice).name,
                "thinking_ticks": thinking_ticks,
            }),
        ),
        EventKind::DecisionExpired { decision } => {
            ("DecisionExpired", json!({ "decision": scenario.decision(*decision).name }))
        }
        EventKind::DecisionCutOff { decision } => {
            ("DecisionCutOff", json!({ "decision": scenario.decision(*decision).name }))
        }
        EventKind::EvidenceGiven { criterion, points, of, decision } => (
            "EvidenceGiven",
            json!({
                "criterion": scenario.rubric[criterion.index()].name,
                "points": points,
                "of": of,
                "decision": decision.map(|id| scenario.decision(id).name.as_str()),
            }),
        ),
        EventKind::RunEnded { ending, passed, broken_off, score_permille, on_task_permille } => (
            "RunEnded",
            json!({
                "ending": scenario.endings[ending.index()].name,
                "passed": passed,
                "broken_off": broken_off,
                "score": score_permille,
                "on_task": on_task_permille,
            }),
        ),
        _ => unreachable!("only called for the kinds above"),
    }
}

/// Students, the teacher and things.
fn class_json(kind: &EventKind, scenario: &Scenario) -> (&'static str, Value) {
    let name = |id: StudentId| scenario.student(id).name.as_str();
    match kind {
        EventKind::BehaviourChanged { student, from, to, cause, partner } => {
            let cause = match cause {
                Cause::Peer(id) => format!("Peer:{}", name(*id)),
                other => format!("{other:?}"),
            };
            let partner = partner.map(name);
            let (from, to) = (from.id(), to.id());
            (
                "BehaviourChanged",
                json!({ "student": name(*student), "from": from, "to": to, "cause": cause, "partner": partner }),
            )
        }
        EventKind::ScreenChanged { student, screen } => {
            ("ScreenChanged", json!({ "student": name(*student), "screen": screen_name(*screen) }))
        }
        EventKind::TeacherActed { action, student, private, specific } => (
            "TeacherActed",
            json!({
                "action": format!("{action:?}"),
                "student": student.map(name),
                "private": private,
                "specific": specific,
            }),
        ),
        EventKind::GazeMoved(gaze) => match gaze {
            Gaze::Student(id) => ("GazeMoved", json!({ "gaze": "Student", "student": name(*id) })),
            other => ("GazeMoved", json!({ "gaze": format!("{other:?}") })),
        },
        EventKind::Proximity { student, near } => ("Proximity", json!({ "student": name(*student), "near": near })),
        EventKind::Reseated { student, seat } => {
            ("Reseated", json!({ "student": name(*student), "seat": scenario.seats[seat.index()].name }))
        }
        EventKind::Shown { student } => ("Shown", json!({ "student": name(*student) })),
        EventKind::Noticed { student } => ("Noticed", json!({ "student": name(*student) })),
        EventKind::Reacted { student, reaction } => {
            ("Reacted", json!({ "student": name(*student), "reaction": format!("{reaction:?}") }))
        }
        EventKind::ItemTaken(item) => ("ItemTaken", json!({ "item": scenario.items[item.index()].name })),
        EventKind::ItemDropped(item) => ("ItemDropped", json!({ "item": scenario.items[item.index()].name })),
        EventKind::ItemUsed(item) => ("ItemUsed", json!({ "item": scenario.items[item.index()].name })),
        _ => unreachable!("kind_json hands over only the kinds above"),
    }
}

fn screen_name(screen: ScreenState) -> String {
    format!("{screen:?}")
}
