//! What a teacher does changes the class in the direction that the literature names.
//!
//! Each pair of runs shares its seed, so that the two differ in the action alone (common random numbers).

use proefles_scenario::{Behaviour, Place, Point, Pose, StudentId};
use proefles_sim::{EventKind, Gaze, InstructionParts, Policy, Session, TeacherCommand};

use crate::common::{does, small, taught};

const SEEDS: u64 = 60;
/// A reaction begins within 600 ms.
const REACTION_TICKS: u32 = 6;

/// Ticks that the class spends off task in the next half minute.
fn off_task_ticks(session: &mut Session) -> i64 {
    let mut off = 0;
    for _ in 0..300 {
        session.tick();
        off += i64::from(session.off_task_permille());
    }
    off
}

/// Sum over seeds of what an action changes in off-task time, started from the first moment at which somebody strays.
fn effect(act: impl Fn(&mut Session, StudentId)) -> i64 {
    let mut difference = 0;
    for seed in 0..SEEDS {
        let mut plain = Session::new(small(), seed);
        let strays = |session: &Session| {
            session.scenario().student_ids().find(|id| session.student(*id).behaviour.is_off_task())
        };
        while strays(&plain).is_none() && plain.now() < 600 {
            plain.tick();
        }
        let Some(student) = strays(&plain) else { continue };
        let mut acted = plain.clone();
        act(&mut acted, student);
        difference += off_task_ticks(&mut acted) - off_task_ticks(&mut plain);
    }
    difference
}

#[test]
fn answers_to_straying_bring_the_class_back() {
    let redirect = effect(|session, id| does(session, TeacherCommand::Redirect(id)));
    assert!(redirect < 0, "redirecting: {redirect}");
    let look = effect(|session, id| does(session, TeacherCommand::LookAt(Gaze::Student(id))));
    assert!(look < 0, "looking: {look}");
    let step = effect(|session, id| {
        let seat = session.scenario().seat_of(id).pose.at;
        let at = Point::new(seat.x_mm + 700, seat.z_mm);
        does(session, TeacherCommand::Move(Pose { at, yaw_deg: 180 }));
    });
    assert!(step < 0, "standing near: {step}");
    let instruction = effect(|session, _| does(session, TeacherCommand::GiveInstruction(InstructionParts::ALL)));
    assert!(instruction < 0, "a clear instruction: {instruction}");
}

#[test]
fn a_reaction_begins_within_600_ms() {
    for seed in 0..20 {
        let mut session = Session::new(small(), seed);
        (0..30).for_each(|_| session.tick());
        session.take_events();
        let student = StudentId(2);
        does(&mut session, TeacherCommand::Address(Some(student)));
        let said = session.now();
        (0..10).for_each(|_| session.tick());
        let reacted = session.take_events().into_iter().find_map(|event| match event.kind {
            EventKind::Reacted { student: who, .. } if who == student => Some(event.tick),
            _ => None,
        });
        assert!(reacted.is_some_and(|at| at - said <= REACTION_TICKS), "seed {seed}: {reacted:?}");
    }
}

#[test]
fn public_reprimands_cost_respect_and_praise_gains_engagement() {
    for seed in 0..20 {
        let mut session = Session::new(small(), seed);
        session.tick();
        let student = StudentId(0);
        let far = Pose { at: Point::new(0, 3000), yaw_deg: 180 };
        does(&mut session, TeacherCommand::Move(far));
        let before = session.student(student);
        let mut praised = session.clone();
        does(&mut session, TeacherCommand::Reprimand(Some(student)));
        does(&mut praised, TeacherCommand::Praise { student: Some(student), specific: true });
        assert!(session.student(student).respect < before.respect);
        assert!(praised.student(student).engagement > before.engagement);
        let mut general = praised.clone();
        does(&mut general, TeacherCommand::Praise { student: Some(StudentId(1)), specific: false });
        does(&mut praised, TeacherCommand::Praise { student: Some(StudentId(1)), specific: true });
        let engagement = |session: &Session| session.student(StudentId(1)).engagement;
        assert!(engagement(&praised) > engagement(&general));
    }
}

#[test]
fn waiting_after_a_question_brings_more_hands() {
    let hands = |waits: bool| -> u32 {
        (0..SEEDS)
            .map(|seed| {
                let mut session = Session::new(small(), seed);
                (0..20).for_each(|_| session.tick());
                session.take_events();
                does(&mut session, TeacherCommand::AskClass);
                session.tick();
                if waits {
                    does(&mut session, TeacherCommand::Wait);
                }
                (0..60).for_each(|_| session.tick());
                let up = |event: &&proefles_sim::Event| {
                    matches!(event.kind, EventKind::BehaviourChanged { to: Behaviour::OnHand, .. })
                };
                session.take_events().iter().filter(up).count() as u32
            })
            .sum()
    };
    let (without, with) = (hands(false), hands(true));
    assert!(without > 0 && with > without, "{without} hands without, {with} with waiting");
}

#[test]
fn locked_devices_show_it_and_unlock_again() {
    let mut session = Session::new(small(), 1);
    (0..20).for_each(|_| session.tick());
    does(&mut session, TeacherCommand::LockDevices(None));
    let count = |session: &Session| {
        let ids = session.scenario().student_ids();
        ids.filter(|id| session.student(*id).screen == proefles_scenario::ScreenState::Locked).count()
    };
    assert!(count(&session) > 0);
    does(&mut session, TeacherCommand::UnlockDevices(None));
    (0..60).for_each(|_| session.tick());
    assert_eq!(count(&session), 0);
}

#[test]
fn walking_to_a_student_ends_beside_them() {
    let mut session = Session::new(small(), 1);
    for id in session.scenario().student_ids() {
        does(&mut session, TeacherCommand::WalkTo(Place::Student(id)));
        (0..200).for_each(|_| session.tick());
        let seat = session.scenario().seat_of(id).pose.at;
        let distance = session.teacher().pose.at.distance_mm(seat);
        assert!((200..=1500).contains(&distance), "{id:?}: {distance} mm");
    }
}

#[test]
fn skill_shows_in_the_class() {
    let mean = |policy: Policy| -> u32 {
        let on_task = |seed| u32::from(taught(small(), seed, policy).session().outcome().unwrap().on_task_permille);
        (0..30).map(on_task).sum::<u32>() / 30
    };
    let (absent, typical, expert) = (mean(Policy::Absent), mean(Policy::Typical), mean(Policy::Expert));
    assert!(absent < typical && typical < expert, "absent {absent}, typical {typical}, expert {expert}");
}
