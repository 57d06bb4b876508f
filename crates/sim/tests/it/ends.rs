//! How a lesson ends: by itself or broken off, and what its last events are.

use std::collections::BTreeSet;

use proefles_scenario::Lang;
use proefles_sim::replay::Recorder;
use proefles_sim::{Event, EventKind, Gaze, Policy, TeacherCommand};

use crate::common::{bent, small, taught};

/// An expert's run of the small lesson that is broken off at a tick.
fn broken_off(seed: u64, at: u32) -> Recorder {
    let mut run = Recorder::new(small(), seed, Lang::Nl, "expert");
    while run.session().outcome().is_none() && run.session().now() < at {
        for command in Policy::Expert.act(run.session()) {
            run.apply(command).ok();
        }
        run.tick();
    }
    run.apply(TeacherCommand::EndLesson).expect("a lesson that goes on can be broken off");
    run
}

#[test]
fn a_lesson_that_is_broken_off_is_not_passed() {
    let mut would_have_passed = 0;
    for seed in 0..10 {
        let whole = taught(small(), seed, Policy::Expert);
        let outcome = whole.session().outcome().expect("taught to the end");
        assert!(!outcome.broken_off);
        would_have_passed += u32::from(outcome.passed);
        // A second before its end nothing but the end is missing.
        for at in [5, whole.session().now() - 10] {
            let outcome = broken_off(seed, at).session().outcome().expect("broken off");
            assert!(outcome.broken_off && !outcome.passed, "seed {seed}, tick {at}");
        }
    }
    assert!(would_have_passed > 0);
}

/// Students whom the teacher looks at or stands by after these events.
fn still_open(events: &[Event]) -> (Option<Gaze>, BTreeSet<u16>) {
    let (mut gaze, mut near) = (None, BTreeSet::new());
    for event in events {
        match event.kind {
            EventKind::GazeMoved(to) => gaze = matches!(to, Gaze::Student(_)).then_some(to),
            EventKind::Proximity { student, near: true } => drop(near.insert(student.0)),
            EventKind::Proximity { student, near: false } => drop(near.remove(&student.0)),
            _ => {}
        }
    }
    (gaze, near)
}

#[test]
fn nothing_happens_after_the_end_and_nothing_stays_open() {
    // Ends in the midst of a beat's effects, in a second's last tick, with more due at the same time.
    let sudden = bent(&[(
        "    beats: [",
        "    beats: [Beat(id: \"test\", when: Time(50), then: [Say(\"noor.wifi\"), End, Say(\"noor.wifi\")]),\
         Beat(id: \"late\", when: Time(50), then: [Behave(Class, TOOT, 9)]),",
    )]);
    let mut closed = 0;
    for seed in 0..10 {
        let runs = [
            taught(sudden.clone(), seed, Policy::Expert),
            taught(small(), seed, Policy::Expert),
            broken_off(seed, 300 + seed as u32),
        ];
        for run in runs {
            let (last, before) = run.events().split_last().expect("a run has events");
            assert!(matches!(last.kind, EventKind::RunEnded { .. }), "seed {seed}: {last:?}");
            assert_eq!(still_open(before), (None, BTreeSet::new()), "seed {seed}");
            let end = before.iter().rposition(|event| event.tick < last.tick).expect("it lasted");
            closed += usize::from(still_open(&before[..end]) != (None, BTreeSet::new()));
        }
    }
    assert!(closed > 0, "no run had anything open at its end");
}

#[test]
fn a_decision_that_is_open_at_the_end_is_told_of() {
    let mut run = Recorder::new(small(), 1, Lang::Nl, "teacher");
    while run.session().open_decision().is_none() {
        run.tick();
    }
    let open = run.session().open_decision().expect("just opened").decision;
    run.apply(TeacherCommand::EndLesson).expect("it goes on");
    let told = run.events().iter().filter(|event| event.kind == EventKind::DecisionCutOff { decision: open });
    assert_eq!(told.count(), 1);
    let expired = run.events().iter().any(|event| matches!(event.kind, EventKind::DecisionExpired { .. }));
    assert!(!expired && run.session().open_decision().is_none());
    let scores = run.session().scores();
    assert!(scores.iter().all(|score| score.of == 0), "what could not be answered costs nothing");
}
