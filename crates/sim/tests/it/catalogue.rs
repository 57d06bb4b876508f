//! Every behaviour of the catalogue happens by itself, somewhere, to somebody; every incident does what it says.

use std::collections::BTreeMap;
use std::sync::Arc;

use proefles_scenario::{Activity, Behaviour, Device, RoomKind, Scenario, StudentId};
use proefles_sim::{Cause, EventKind, Policy, Session, TeacherCommand};

use crate::common::load;

/// How often each behaviour began by the rules, not because an author said so, while a policy taught that also sends students
/// to the board and lets one help others.
fn count(scenario: &Arc<Scenario>, policy: Policy, seed: u64, counts: &mut BTreeMap<&'static str, u32>) {
    let mut session = Session::new(Arc::clone(scenario), seed);
    session.apply(TeacherCommand::AppointHelper(StudentId(0))).expect("a student of the lesson");
    while session.outcome().is_none() {
        if session.now() % 3000 == 1500 {
            session.apply(TeacherCommand::SendToBoard(StudentId(1))).ok();
        }
        for command in policy.act(&session) {
            session.apply(command).ok();
        }
        session.tick();
        for event in session.take_events() {
            if let EventKind::BehaviourChanged { to, cause, .. } = event.kind
                && cause != Cause::Author
            {
                *counts.entry(to.id()).or_default() += 1;
            }
        }
    }
}

/// The reference lesson on laptops, in a primary class with a quiz and with headsets on some desks.
fn on_devices(paper: &Scenario) -> Scenario {
    let mut lesson = paper.clone();
    lesson.room.kind = RoomKind::Primary;
    for (at, student) in lesson.students.iter_mut().enumerate() {
        student.device = if at % 6 == 0 { Device::Headset } else { Device::Laptop };
    }
    lesson.phases.iter_mut().for_each(|phase| phase.online = true);
    lesson.phases.last_mut().expect("a lesson has phases").activity = Activity::Quiz;
    lesson
}

#[test]
fn every_behaviour_of_the_catalogue_happens_by_the_rules_alone() {
    let paper = load("crates/sim/data/reference.scenario.ron");
    let lessons = [Arc::clone(&paper), Arc::new(on_devices(&paper)), load("scenarios/network-down.scenario.ron")];
    let mut counts = BTreeMap::new();
    for scenario in &lessons {
        for policy in [Policy::Absent, Policy::Harsh, Policy::Typical] {
            (0..8).for_each(|seed| count(scenario, policy, seed, &mut counts));
        }
    }
    let missing: Vec<&str> = Behaviour::ALL.iter().map(|b| b.id()).filter(|id| !counts.contains_key(id)).collect();
    assert!(missing.is_empty(), "{missing:?} of {counts:?}");
}
