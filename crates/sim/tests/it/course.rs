//! The notation's words do what they say: who is meant, whose deed it was, and what stands still.

use std::collections::BTreeSet;
use std::sync::Arc;

use proefles_scenario::{Behaviour, ChoiceId, DecisionId, Place, Scenario, StudentId};
use proefles_sim::{BoardUse, EventKind, Gaze, InstructionParts, Policy, Session, TeacherCommand};

use crate::common::{bent, does, doing, left_alone, small};

/// By the fixture's order: noor A1, sam A2, milan A3, lotte B1, yusuf B2, emma B3.
const NOOR: StudentId = StudentId(0);
const SAM: StudentId = StudentId(1);

fn showing(session: &Session, behaviour: Behaviour) -> BTreeSet<u16> {
    let ids = session.scenario().student_ids().filter(|id| session.student(*id).behaviour == behaviour);
    ids.map(|id| id.0).collect()
}

/// Just after the beat of [`doing`].
fn after(scenario: &Arc<Scenario>, seed: u64) -> Session {
    left_alone(scenario, seed, 30)
}

#[test]
fn around_somebody_is_not_that_person() {
    let session = after(&doing("Behave(Student(\"noor\"), TOOT, 5), Behave(Around(\"noor\"), LAUGH, 5)"), 1);
    assert_eq!(session.student(NOOR).behaviour, Behaviour::Toot);
    let around = showing(&session, Behaviour::Laugh);
    assert!(around.contains(&SAM.0) && !around.contains(&NOOR.0), "{around:?}");
}

#[test]
fn shares_draw_for_themselves_unless_they_have_one_name() {
    let (mut own, mut apart) = (0, 0);
    for seed in 0..60 {
        let session = after(&doing("Behave(Share(50), TOOT, 5), Behave(Share(50), CLOWN, 5)"), seed);
        // Of one draw, whoever calls out would now clown.
        own += showing(&session, Behaviour::Toot).len();
        let session =
            after(&doing("Behave(Share(60, \"loud\"), TOOT, 5), Behave(Share(30, \"loud\"), CLOWN, 5)"), seed);
        let both = showing(&session, Behaviour::Toot).len() + showing(&session, Behaviour::Clown).len();
        let larger = after(&doing("Behave(Share(60, \"loud\"), TOOT, 5)"), seed);
        assert_eq!(both, showing(&larger, Behaviour::Toot).len(), "the smaller share lies within the larger");
        let same =
            after(&doing("Behave(Share(40, \"a\"), TOOT, 9), After(2, [Screens(Share(40, \"a\"), Game)])"), seed);
        let loud = showing(&same, Behaviour::Toot);
        let later = left_alone(same.scenario(), seed, 52);
        let playing = later.scenario().student_ids();
        let playing = playing.filter(|id| later.student(*id).screen == proefles_scenario::ScreenState::Game);
        assert_eq!(playing.map(|id| id.0).collect::<BTreeSet<_>>(), loud, "a name is of the same students later on");
        let other = after(&doing("Behave(Share(40, \"a\"), TOOT, 5), Behave(Share(40, \"b\"), CLOWN, 5)"), seed);
        apart += showing(&other, Behaviour::Toot).len();
    }
    // Six students, 60 seeds: half of them, of whom half are not drawn again.
    assert!((60..=120).contains(&own), "{own}");
    assert!(apart > 40, "{apart}");
}

#[test]
fn a_repeated_share_is_drawn_anew() {
    let scenario = bent(&[(
        "    beats: [",
        "    beats: [Beat(id: \"test\", when: Time(3), then: [Behave(Share(50), TOOT, 2)], repeat_s: 5),",
    )]);
    let mut session = left_alone(&scenario, 3, 30);
    let first = showing(&session, Behaviour::Toot);
    let differs = (0..10).any(|_| {
        (0..50).for_each(|_| session.tick());
        showing(&session, Behaviour::Toot) != first
    });
    assert!(differs);
}

#[test]
fn what_an_effect_makes_the_teacher_do_is_no_deed_of_their_own() {
    let beat = "    beats: [Beat(id: \"test\", when: TeacherDid(AskClass, 2), then: [Bell]),\
                Beat(id: \"asks\", when: Time(3), then: [Teacher(AskClass)]),";
    let scenario = bent(&[("    beats: [", beat)]);
    let rang = |session: &mut Session| session.take_events().iter().any(|event| event.kind == EventKind::BellRang);
    let mut session = left_alone(&scenario, 1, 60);
    let acted = session.take_events();
    assert!(acted.iter().any(|event| matches!(event.kind, EventKind::TeacherActed { .. })));
    assert!(!acted.iter().any(|event| event.kind == EventKind::BellRang));
    does(&mut session, TeacherCommand::AskClass);
    session.tick();
    assert!(rang(&mut session));
}

#[test]
fn only_hiding_the_picture_hides_the_board() {
    let beat = "    beats: [Beat(id: \"test\", when: BoardHidden, then: [Bell], repeat_s: 1),\
                Beat(id: \"out\", when: Time(3), then: [Board(NoSignal), After(3, [Board(Loading)])]),";
    let scenario = bent(&[("    beats: [", beat)]);
    let rings = |session: &mut Session, ticks: u32| {
        (0..ticks).for_each(|_| session.tick());
        session.take_events().iter().filter(|event| event.kind == EventKind::BellRang).count()
    };
    let mut session = left_alone(&scenario, 1, 35);
    assert_eq!(session.board(), proefles_scenario::BoardShow::NoSignal);
    does(&mut session, TeacherCommand::UseBoard(BoardUse::Show));
    assert_eq!(rings(&mut session, 5), 0);
    does(&mut session, TeacherCommand::UseBoard(BoardUse::Freeze));
    assert!(rings(&mut session, 5) > 0, "also while there is no signal");
    assert_eq!(rings(&mut session.clone(), 40), 1, "another picture is not hidden any more");
    does(&mut session, TeacherCommand::UseBoard(BoardUse::Show));
    assert_eq!(rings(&mut session, 20), 0);
    assert_eq!(session.board(), proefles_scenario::BoardShow::Loading);
}

#[test]
fn a_new_phase_s_picture_is_hidden_no_more_and_a_wish_gives_no_signal_back() {
    let beat = "    beats: [Beat(id: \"test\", when: BoardHidden, then: [Bell], repeat_s: 1),\
                Beat(id: \"next\", when: Time(3), then: [StartPhase(\"PHASE\")]),\
                Beat(id: \"out\", when: Time(6), then: [Board(NoSignal)]),";
    let phase = small().phases[1].name.clone();
    let scenario = bent(&[("    beats: [", &beat.replace("PHASE", &phase))]);
    let mut session = left_alone(&scenario, 1, 10);
    does(&mut session, TeacherCommand::UseBoard(BoardUse::Off));
    (0..25).for_each(|_| session.tick());
    session.take_events();
    (0..25).for_each(|_| session.tick());
    let rings = session.take_events().iter().filter(|event| event.kind == EventKind::BellRang).count();
    assert_eq!(rings, 0, "the phase has shown its own");
    (0..10).for_each(|_| session.tick());
    for wish in [BoardUse::Off, BoardUse::Show] {
        does(&mut session, TeacherCommand::UseBoard(wish));
        assert_eq!(session.board(), proefles_scenario::BoardShow::NoSignal, "{wish:?}");
    }
}

/// How long a student stays withdrawn when treated so for at most a minute, ticks.
fn withdrawn_for(seed: u64, mut treat: impl FnMut(&mut Session)) -> u32 {
    let mut session = after(&doing("Behave(Student(\"noor\"), WITHDRAW, 60)"), seed);
    let mut ticks = 0;
    while session.student(NOOR).behaviour == Behaviour::Withdraw && ticks < 900 {
        if ticks == 20 {
            treat(&mut session);
        }
        session.tick();
        ticks += 1;
    }
    ticks
}

#[test]
fn who_is_hurt_needs_care_and_no_correction() {
    let go = |session: &mut Session| {
        let seat = session.scenario().seat_of(NOOR).pose.at;
        let at = proefles_scenario::Point::new(seat.x_mm - 700, seat.z_mm);
        does(session, TeacherCommand::Move(proefles_scenario::Pose { at, yaw_deg: 90 }));
    };
    for seed in 0..20 {
        let alone = withdrawn_for(seed, |_| {});
        let corrections = [
            TeacherCommand::LookAt(Gaze::Student(NOOR)),
            TeacherCommand::GiveInstruction(InstructionParts::ALL),
            TeacherCommand::Redirect(NOOR),
            TeacherCommand::Reprimand(None),
            TeacherCommand::Address(Some(NOOR)),
        ];
        for command in corrections {
            assert_eq!(withdrawn_for(seed, |session| does(session, command)), alone, "seed {seed}: {command:?}");
        }
        let told_off = withdrawn_for(seed, |session| does(session, TeacherCommand::Reprimand(Some(NOOR))));
        assert!(told_off >= alone, "seed {seed}: {told_off} and {alone}");
        let cared_for = withdrawn_for(seed, |session| {
            go(session);
            does(session, TeacherCommand::Address(Some(NOOR)));
        });
        assert!(cared_for <= 110 && cared_for < alone, "seed {seed}: {cared_for}");
    }
    let near: u32 = (0..20).map(|seed| withdrawn_for(seed, go)).sum();
    let alone: u32 = (0..20).map(|seed| withdrawn_for(seed, |_| {})).sum();
    assert!(near * 2 < alone, "{near} and {alone}");
}

#[test]
fn who_is_hurt_is_not_off_task_and_not_swept_along() {
    let effects =
        "Behave(Student(\"noor\"), WITHDRAW, 60), Behave(Share(100), LAUGH, 5), Behave(Around(\"sam\"), LAUGH, 5)";
    let session = after(&doing(effects), 1);
    assert_eq!(session.student(NOOR).behaviour, Behaviour::Withdraw);
    assert_eq!(showing(&session, Behaviour::Laugh).len(), 5);
    let session = after(&doing("Behave(Class, WITHDRAW, 60), Behave(OffTask, OFF_CHAT, 5)"), 1);
    assert_eq!((session.off_task_permille(), session.on_task_permille()), (0, 0));
    let waiting = after(&doing("Behave(Class, WAITING, 60), Behave(OffTask, OFF_CHAT, 5)"), 1);
    assert_eq!(showing(&waiting, Behaviour::Waiting).len(), 6);
    for policy in [Policy::Harsh, Policy::Typical, Policy::Dynamic, Policy::Expert] {
        let mut session = after(&doing("Behave(Student(\"noor\"), WITHDRAW, 60)"), 4);
        for _ in 0..400 {
            for command in policy.act(&session) {
                let corrects =
                    matches!(command, TeacherCommand::Redirect(NOOR) | TeacherCommand::Reprimand(Some(NOOR)));
                assert!(!corrects || session.student(NOOR).behaviour != Behaviour::Withdraw, "{policy}");
                session.apply(command).ok();
            }
            session.tick();
        }
    }
}

/// Hands that go up for help in a whole minute of work, over some seeds.
fn hands(shyness: u32) -> usize {
    let trait_of = format!("device: Laptop, temperament: (help_shyness: {shyness}),");
    let beat = "    beats: [Beat(id: \"test\", when: Time(1), then: [StartPhase(\"quiz\")]),";
    let scenario = bent(&[
        ("device: Laptop,", &trait_of),
        ("    beats: [", beat),
        ("when: Phase(\"quiz\", 10)", "when: Time(119)"),
    ]);
    let asked = |seed| {
        let mut session = left_alone(&scenario, seed, 1000);
        let asks = |event: &&proefles_sim::Event| {
            matches!(event.kind, EventKind::BehaviourChanged { student: NOOR, to: Behaviour::HelpQ, .. })
        };
        session.take_events().iter().filter(asks).count()
    };
    (0..150).map(asked).sum()
}

#[test]
fn who_is_shy_raises_a_hand_less_often() {
    let (bold, shy) = (hands(30), hands(300));
    assert!(bold > shy * 2, "{bold} and {shy}");
}

/// The class as it is, with everything that is seen of it.
fn picture(session: &Session) -> Vec<String> {
    let mut all: Vec<String> =
        session.scenario().student_ids().map(|id| format!("{:?}", session.student(id))).collect();
    all.push(format!("{:?} {} {:?}", session.phase(), session.noise_permille(), session.board()));
    all
}

/// The small lesson with its first decision stopping the class, chosen after so many ticks. Pictures by lesson time.
fn thinking(seed: u64, ticks: u32) -> (Vec<Vec<String>>, Vec<(u32, EventKind)>) {
    let beats = "    beats: [Beat(id: \"told\", when: All([Decided(\"offline\"), TeacherDid(Wait, 4)]), then: [Bell]),\
                 Beat(id: \"on\", when: Fired(\"outage\", 9), then: [Behave(Share(40), TOOT, 6), Bell], repeat_s: 7),";
    let scenario =
        bent(&[("    beats: [", beats), ("            timer_s: 25,", "            stops_class: true, timer_s: 60,")]);
    let mut session = Session::new(scenario, seed);
    let (mut pictures, mut stamps, mut thought) = (Vec::new(), Vec::new(), 0);
    while session.outcome().is_none() && session.lesson_now() < 900 {
        if session.lesson_now() == 300 && thought == 0 {
            does(&mut session, TeacherCommand::LookAt(Gaze::Student(SAM)));
            does(&mut session, TeacherCommand::WalkTo(Place::Back));
        }
        if session.open_decision().is_some_and(|open| open.decision == DecisionId(0)) {
            if thought == 0 {
                does(&mut session, TeacherCommand::Wait);
            }
            if thought == ticks {
                does(&mut session, TeacherCommand::Choose { decision: DecisionId(0), choice: ChoiceId(1) });
            }
            thought += 1;
        }
        let before = session.lesson_now();
        session.tick();
        let events = session.take_events().into_iter();
        let kinds =
            events.filter(|event| !matches!(event.kind, EventKind::Sampled { .. } | EventKind::ChoiceTaken { .. }));
        stamps.extend(kinds.map(|event| (session.lesson_now(), event.kind)));
        if session.lesson_now() != before {
            pictures.push(picture(&session));
        }
    }
    assert!(thought > ticks, "the decision was open for {ticks} ticks");
    (pictures, stamps)
}

#[test]
fn a_class_that_stands_still_does_not_notice() {
    for seed in 0..4 {
        let (at_once, events) = thinking(seed, 0);
        let (later, later_events) = thinking(seed, 333);
        for (tick, (a, b)) in at_once.iter().zip(&later).enumerate() {
            assert_eq!(a, b, "seed {seed}, lesson tick {tick}");
        }
        assert_eq!(at_once.len(), later.len());
        let course = |events: Vec<(u32, EventKind)>| -> Vec<(u32, EventKind)> {
            // What is stamped with the run's time, and what the teacher does while the class stands still.
            let stamped =
                |kind: &EventKind| matches!(kind, EventKind::DecisionOpened { .. } | EventKind::TeacherActed { .. });
            events.into_iter().filter(|(_, kind)| !stamped(kind)).collect()
        };
        assert_eq!(course(events), course(later_events), "seed {seed}");
    }
}
