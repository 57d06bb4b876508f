//! Equal inputs give equal runs, and a change shifts nothing that does not follow from it.

use std::sync::Arc;

use proefles_scenario::{Behaviour, StudentId};
use proefles_sim::replay::events_ndjson;
use proefles_sim::{EventKind, Gaze, Policy, Session, TeacherCommand};
use proptest::prelude::*;

use crate::common::{left_alone, small, taught};

#[test]
fn the_same_run_four_times_has_the_same_events_and_hash() {
    let runs: Vec<_> = (0..4).map(|_| taught(small(), 11, Policy::Typical)).collect();
    for run in &runs[1..] {
        assert_eq!(run.session().hash(), runs[0].session().hash());
        assert_eq!(events_ndjson(run.events(), &small()), events_ndjson(runs[0].events(), &small()));
    }
    assert_ne!(taught(small(), 12, Policy::Typical).session().hash(), runs[0].session().hash());
}

#[test]
fn runs_on_other_threads_are_the_same() {
    let here = taught(small(), 5, Policy::Expert).session().hash();
    let threads: Vec<_> =
        (0..4).map(|_| std::thread::spawn(|| taught(small(), 5, Policy::Expert).session().hash())).collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), here);
    }
}

#[test]
fn a_command_that_changes_nothing_shifts_no_draw() {
    let plain = left_alone(&small(), 3, 900);
    let mut nudged = Session::new(small(), 3);
    for tick in 0..900 {
        if tick % 50 == 0 {
            // The gaze already rests on the class.
            nudged.apply(TeacherCommand::LookAt(Gaze::Class)).unwrap();
        }
        nudged.tick();
    }
    assert_eq!(plain.hash(), nudged.hash());
}

#[test]
fn a_clone_goes_on_like_the_original() {
    let mut original = left_alone(&small(), 9, 400);
    let mut copy = original.clone();
    for _ in 0..300 {
        original.tick();
        copy.tick();
    }
    assert_eq!(original.hash(), copy.hash());
}

#[test]
fn pausing_costs_no_time() {
    let plain = left_alone(&small(), 4, 300);
    let mut paused = left_alone(&small(), 4, 150);
    paused.apply(TeacherCommand::Pause).unwrap();
    (0..77).for_each(|_| paused.tick());
    assert_eq!(paused.now(), 150);
    paused.apply(TeacherCommand::Resume).unwrap();
    (0..150).for_each(|_| paused.tick());
    let behaviours = |s: &Session| s.scenario().student_ids().map(|id| s.student(id).behaviour).collect::<Vec<_>>();
    assert_eq!((plain.now(), behaviours(&plain)), (paused.now(), behaviours(&paused)));
}

#[test]
fn names_and_looks_do_not_touch_behaviour() {
    let mut renamed = (*small()).clone();
    let looks: Vec<(String, String)> =
        renamed.students.iter().rev().map(|s| (s.first_name.clone(), s.look.clone())).collect();
    for (student, (first_name, look)) in renamed.students.iter_mut().zip(looks) {
        (student.first_name, student.look) = (first_name, look);
    }
    let (a, b) = (taught(small(), 8, Policy::Typical), taught(Arc::new(renamed), 8, Policy::Typical));
    assert_eq!(a.events(), b.events());
}

#[test]
fn event_numbers_have_no_gap_and_ticks_never_go_back() {
    let run = taught(small(), 2, Policy::Random);
    for (at, pair) in run.events().windows(2).enumerate() {
        assert_eq!(pair[1].id as usize, at + 1);
        assert!(pair[0].tick <= pair[1].tick);
    }
    assert!(matches!(run.events()[0].kind, EventKind::RunStarted));
    assert!(matches!(run.events().last().unwrap().kind, EventKind::RunEnded { .. }));
}

#[test]
fn every_change_of_behaviour_starts_from_the_one_before() {
    let run = taught(small(), 6, Policy::Harsh);
    let mut now: Vec<Option<Behaviour>> = vec![None; small().students.len()];
    for event in run.events() {
        if let EventKind::BehaviourChanged { student, from, to, .. } = event.kind {
            let known = &mut now[student.index()];
            assert!(known.is_none_or(|known| known == from), "{student:?} at {}", event.tick);
            *known = Some(to);
        }
    }
    assert!(now.iter().any(Option::is_some));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is commanded, nothing panics, and shares stay shares.
    #[test]
    fn any_commands_keep_the_state_in_bounds(seed in any::<u64>(), wishes in prop::collection::vec((0_u32..300, 0_u16..40, 0_u8..14), 0..60)) {
        let mut session = Session::new(small(), seed);
        let mut wishes = wishes;
        wishes.sort_unstable();
        for tick in 0..300 {
            for (_, who, what) in wishes.iter().filter(|(at, ..)| *at == tick) {
                let id = StudentId(*who);
                let command = match what {
                    0 => TeacherCommand::LookAt(Gaze::Student(id)),
                    1 => TeacherCommand::WalkTo(proefles_scenario::Place::Student(id)),
                    2 => TeacherCommand::Redirect(id),
                    3 => TeacherCommand::Reprimand(Some(id)),
                    4 => TeacherCommand::Praise { student: Some(id), specific: true },
                    5 => TeacherCommand::CallOn(id),
                    6 => TeacherCommand::LockDevices(None),
                    7 => TeacherCommand::AskClass,
                    8 => TeacherCommand::Wait,
                    9 => TeacherCommand::Pause,
                    10 => TeacherCommand::Resume,
                    11 => TeacherCommand::TakeItem(proefles_scenario::ItemId(*who)),
                    12 => TeacherCommand::UseItem,
                    _ => TeacherCommand::Choose {
                        decision: proefles_scenario::DecisionId(*who % 3),
                        choice: proefles_scenario::ChoiceId(*who % 7),
                    },
                };
                let before = session.hash();
                if session.apply(command).is_err() {
                    prop_assert_eq!(before, session.hash(), "a refused command changed the state");
                }
            }
            session.tick();
            prop_assert!(session.on_task_permille() <= 1000 && session.noise_permille() <= 1000);
            for id in session.scenario().student_ids() {
                let student = session.student(id);
                for value in [student.attention, student.engagement, student.respect] {
                    prop_assert!((0.0..=1.0).contains(&value));
                }
            }
        }
    }
}
