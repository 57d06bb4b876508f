//! The class: friends, names, devices, and who says what.

use std::collections::BTreeMap;

use super::Checked;
use crate::diagnostic::{Code, Sink};
use crate::model::{Device, Speaker};
use crate::schema::Entry;

/// Reports what is odd about the class.
pub(crate) fn check(sink: &mut Sink, checked: &Checked<'_>) {
    let s = checked.scenario;
    let mut first_names: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, student) in s.students.iter().enumerate() {
        let span = checked.names.span(Entry::Student, at);
        friends(sink, checked, at);
        if student.first_name.is_empty() {
            continue;
        }
        if let Some(other) = first_names.insert(&student.first_name, at) {
            let message = format!("two students are called {}", student.first_name);
            sink.report(Code::SameFirstName, 0, span, message)
                .help("add a letter, as a teacher would: \"Noor B.\"")
                .related(0, checked.names.span(Entry::Student, other), "the other one");
        }
    }
    devices(sink, checked);
    for ((decision, option), span) in &checked.places.says {
        let line =
            s.decisions.get(*decision).and_then(|found| found.choices.get(*option)).and_then(|choice| choice.says);
        let Some(line) = line.and_then(|line| s.lines.get(line.index())) else { continue };
        if line.speaker != Speaker::Teacher {
            sink.report(Code::NotTheTeacher, 0, *span, format!("\"{}\" is not a line of the teacher", line.name))
                .help("give the line `speaker: Teacher`, or use `Say(…)` in `then` for what others say");
        }
    }
}

fn friends(sink: &mut Sink, checked: &Checked<'_>, at: usize) {
    let s = checked.scenario;
    let student = &s.students[at];
    for (place, friend) in student.friends.iter().enumerate() {
        let spans = checked.places.friends.get(at);
        let span = spans.and_then(|spans| spans.get(place)).copied().unwrap_or_default();
        let Some(other) = s.students.get(friend.index()) else { continue };
        if friend.index() == at {
            sink.report(Code::OwnFriend, 0, span, format!("\"{}\" is their own friend", student.name))
                .help("take it away");
        } else if !other.friends.iter().any(|back| back.index() == at) {
            let message = format!("\"{}\" does not have \"{}\" as a friend", other.name, student.name);
            sink.report(Code::FriendNotMutual, 0, span, message)
                .help(format!("add \"{}\" to the friends of \"{}\" if it is mutual", student.name, other.name));
        }
    }
}

fn devices(sink: &mut Sink, checked: &Checked<'_>) {
    let s = checked.scenario;
    let Some(phase) = s.phases.iter().find(|phase| phase.online) else { return };
    for (at, student) in s.students.iter().enumerate().filter(|(_, student)| student.device == Device::Notebook) {
        let message = format!("\"{}\" has only a notebook, and the phase \"{}\" is online", student.name, phase.name);
        sink.report(Code::NoDevice, 0, checked.names.span(Entry::Student, at), message)
            .help("give them `device: Laptop` or `Tablet`");
    }
}
