//! What students do with their screens when nobody asked for it.

use std::sync::Arc;

use proefles_scenario::{Beat, Behaviour, Condition, Device, Effect, Scenario, ScreenState, StudentId, Target};
use proefles_sim::{Cause, Event, EventKind, Gaze, Session, TeacherCommand};

use crate::common::{does, load};

/// The reference lesson on laptops. At ten seconds these students do this for two minutes.
fn laptops(students: Vec<StudentId>, behaviour: Behaviour) -> Arc<Scenario> {
    let mut scenario = (*load("crates/sim/data/reference.scenario.ron")).clone();
    scenario.students.iter_mut().for_each(|student| student.device = Device::Laptop);
    scenario.phases.iter_mut().for_each(|phase| phase.online = true);
    scenario.beats.push(Beat {
        name: "test".to_owned(),
        when: Condition::Time { ticks: 100 },
        then: vec![Effect::Behave { target: Target::Students(students), behaviour, ticks: 1200 }],
        repeat_ticks: None,
    });
    Arc::new(scenario)
}

/// Events of so many minutes in which the teacher does this at the start and nothing else.
fn minutes(scenario: &Arc<Scenario>, seed: u64, count: u32, start: Option<TeacherCommand>) -> Vec<Event> {
    let mut session = Session::new(Arc::clone(scenario), seed);
    if let Some(command) = start {
        does(&mut session, command);
    }
    (0..count * 600).for_each(|_| session.tick());
    session.take_events()
}

/// How many were drawn into the class chat by others who are in it.
fn drawn_in(events: &[Event]) -> usize {
    let joins = |kind: &EventKind| {
        matches!(kind, EventKind::BehaviourChanged { to: Behaviour::DevChat, cause: Cause::Peer(_), .. })
    };
    events.iter().filter(|event| joins(&event.kind)).count()
}

#[test]
fn the_class_chat_spreads_from_those_in_it_but_not_to_locked_screens() {
    let chat = laptops((0..8).map(StudentId).collect(), Behaviour::DevChat);
    let quiet = laptops(Vec::new(), Behaviour::DevChat);
    let sum = |scenario: &Arc<Scenario>, start: Option<TeacherCommand>| -> usize {
        (0..10).map(|seed| drawn_in(&minutes(scenario, seed, 3, start))).sum()
    };
    let (with, without) = (sum(&chat, None), sum(&quiet, None));
    assert!(with > 3 * without && with > 20, "{with} against {without}");
    assert_eq!(sum(&chat, Some(TeacherCommand::LockDevices(None))), 0);
}

#[test]
fn an_ai_answer_is_on_the_screen_and_leaves_the_trouble_as_it_was() {
    let scenario = laptops(Vec::new(), Behaviour::DevAi);
    let mut seen = 0;
    for seed in 0..4 {
        let mut session = Session::new(Arc::clone(&scenario), seed);
        while session.outcome().is_none() {
            session.tick();
            for event in session.take_events() {
                if let EventKind::BehaviourChanged { student, to: Behaviour::DevAi, .. } = event.kind {
                    let view = session.student(student);
                    assert_eq!(view.screen, ScreenState::AiAnswer);
                    assert!(view.affect.trouble_since.is_some());
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 0, "nobody copied");
}

#[test]
fn a_look_from_the_board_notices_a_dreamer_but_not_a_phone() {
    let noticed = |behaviour: Behaviour| {
        let who = StudentId(12);
        let scenario = laptops(vec![who], behaviour);
        let events = minutes(&scenario, 1, 1, Some(TeacherCommand::LookAt(Gaze::Student(who))));
        let began = events.iter().position(|event| {
            matches!(event.kind, EventKind::BehaviourChanged { student, to, .. } if student == who && to == behaviour)
        });
        let after = &events[began.unwrap_or_else(|| panic!("the author made them do it"))..];
        let ends = |kind: &EventKind| matches!(kind, EventKind::BehaviourChanged { student, from, .. } if *student == who && *from == behaviour);
        let spell = after.iter().take_while(|event| !ends(&event.kind));
        spell.into_iter().any(|event| matches!(event.kind, EventKind::Noticed { student } if student == who))
    };
    assert!(noticed(Behaviour::OffDaydream));
    assert!(!noticed(Behaviour::DevPhone));
}
