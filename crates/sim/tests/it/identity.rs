//! Who somebody is has nothing to do with what they do.

use std::sync::Arc;

use proefles_sim::{Policy, Session};

use crate::common::load;

/// Every event and the last state of the lesson, taught by a policy.
fn run(mut session: Session) -> (Vec<String>, u64) {
    while session.outcome().is_none() {
        for command in Policy::Dynamic.act(&session) {
            session.apply(command).ok();
        }
        session.tick();
    }
    (session.take_events().iter().map(|event| format!("{event:?}")).collect(), session.hash())
}

#[test]
fn names_looks_and_genders_change_nothing() {
    let lesson = load("scenarios/network-down.scenario.ron");
    let mut other = (*lesson).clone();
    let count = other.students.len();
    for (at, student) in other.students.iter_mut().enumerate() {
        let of = &lesson.students[(at * 7 + 3) % count];
        (student.first_name, student.look) = (of.first_name.clone(), of.look.clone());
    }
    assert_ne!(lesson.students, other.students);
    let other = Arc::new(other);
    for seed in 0..3 {
        let [one, two] = [&lesson, &other].map(|lesson| run(Session::new(Arc::clone(lesson), seed)));
        assert_eq!(one, two, "seed {seed}");
    }
}
