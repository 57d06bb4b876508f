//! Every incident that an author can let happen: it begins, shows in what it strikes, and ends by itself or when mended.

use std::sync::Arc;

use proefles_scenario::{
    Beat, Behaviour, BoardShow, Condition, Device, Effect, IncidentKind, Network, Scenario, ScreenState, Strikes,
    StudentId, Target, TextId,
};
use proefles_sim::{BoardUse, Event, EventKind, Session, TeacherCommand};

use crate::common::load;

const WHO: StudentId = StudentId(7);
/// When the incident happens, and how long it is watched, ticks.
const AT: u32 = 600;
const WATCHED: u32 = 400;

/// The reference lesson on laptops with one beat: the incident, for as long as it lasts by itself or for 20 s.
fn lesson(kind: IncidentKind) -> Arc<Scenario> {
    let mut scenario = (*load("crates/sim/data/reference.scenario.ron")).clone();
    scenario.students.iter_mut().for_each(|student| student.device = Device::Laptop);
    scenario.phases.iter_mut().for_each(|phase| {
        phase.online = true;
        phase.activity = proefles_scenario::Activity::Individual;
    });
    let target = (kind.strikes() != Strikes::Room).then_some(Target::Student(WHO));
    let then = vec![Effect::Incident { kind, target, ticks: Some(200), text: Some(TextId(0)) }];
    let when = Condition::Time { ticks: AT };
    scenario.beats = vec![Beat { name: "it".to_owned(), when, then, repeat_ticks: None }];
    Arc::new(scenario)
}

/// What is to be seen of an incident, or an event, within 20 s of it.
fn shows(kind: IncidentKind, session: &Session, events: &[Event]) -> bool {
    use IncidentKind as I;
    let student = session.student(WHO);
    let does = |behaviour| student.behaviour == behaviour;
    let count = |behaviour| {
        events.iter().filter(|e| matches!(e.kind, EventKind::BehaviourChanged { to, .. } if to == behaviour)).count()
    };
    match kind {
        I::NetworkDown | I::PowerCut => session.network() == Network::Down && count(Behaviour::Waiting) > 10,
        I::NetworkSlow => session.network() == Network::Slow,
        I::PlatformDown => session.platform() == Network::Down && count(Behaviour::Waiting) > 10,
        I::PlatformSlow => session.platform() == Network::Slow,
        I::LoginDown => student.screen == ScreenState::Login,
        I::BoardNoSignal => session.board() == BoardShow::NoSignal,
        I::BoardLoading => session.board() == BoardShow::Loading,
        // Seen by who is sent to the board; its own test says how.
        I::TouchFails => session.incidents().any(|on| on == kind),
        I::WrongScreen => matches!(session.board(), BoardShow::Private(_)),
        I::BatteryEmpty => does(Behaviour::DevBatt) && student.screen == ScreenState::EmptyBattery,
        I::Updating => does(Behaviour::HelpTech) && student.screen == ScreenState::Updating,
        I::Frozen => does(Behaviour::HelpTech) && student.screen == ScreenState::Loading,
        I::Blocked => does(Behaviour::HelpTech) && student.screen == ScreenState::Blocked,
        I::WorkLost => does(Behaviour::HelpTech),
        I::Notifications => does(Behaviour::DevNotif),
        I::NoAccess => does(Behaviour::DevAccess),
        I::ClassChat => does(Behaviour::DevChat),
        I::HurtfulPost => does(Behaviour::DevCyber) && count(Behaviour::Withdraw) > 0,
        I::AiAnswers => does(Behaviour::DevAi),
        I::Copying => does(Behaviour::DevPlagiat) && student.partner.is_some(),
        I::PrivacyQuestion => does(Behaviour::DevPriv),
        I::LateArrival => does(Behaviour::Late),
        I::Teasing => does(Behaviour::Tease) && student.partner.is_some(),
        I::Pushing => does(Behaviour::Phys) && count(Behaviour::Withdraw) > 0,
        I::Bell | I::Announcement | I::Visitor | I::Insect | I::Siren | I::Snow => count(Behaviour::OffEnv) > 10,
    }
}

#[test]
fn every_incident_shows_and_ends() {
    assert!(IncidentKind::ALL.len() >= 20);
    for &kind in IncidentKind::ALL {
        let mut session = Session::new(lesson(kind), 2);
        let (mut events, mut shown) = (Vec::new(), false);
        for tick in 0..AT + WATCHED {
            session.tick();
            let new = session.take_events();
            if tick >= AT - 1 {
                events.extend(new);
                shown |= shows(kind, &session, &events);
            }
        }
        let began = events.iter().filter(|event| event.kind == EventKind::IncidentBegan(kind)).count();
        let ended = events.iter().filter(|event| event.kind == EventKind::IncidentEnded(kind)).count();
        assert_eq!((began, ended, shown), (1, 1, true), "{kind:?}");
        assert_eq!(session.incidents().count(), 0);
        assert_eq!((session.network(), session.platform()), (Network::Up, Network::Up), "{kind:?}");
    }
}

#[test]
fn what_is_mended_works_at_once_and_what_is_whole_is_not_mended() {
    let mut scenario = (*lesson(IncidentKind::PlatformDown)).clone();
    let mend = |ticks, kind| Beat {
        name: format!("mend {ticks}"),
        when: Condition::Time { ticks },
        then: vec![Effect::Mend(kind)],
        repeat_ticks: None,
    };
    scenario.beats.push(mend(AT + 50, IncidentKind::NetworkDown));
    scenario.beats.push(mend(AT + 100, IncidentKind::PlatformDown));
    let mut session = Session::new(Arc::new(scenario), 2);
    (0..AT + 60).for_each(|_| session.tick());
    assert_eq!(session.platform(), Network::Down);
    (0..60).for_each(|_| session.tick());
    assert_eq!(session.platform(), Network::Up);
    let ends = session.take_events().into_iter().filter(|e| matches!(e.kind, EventKind::IncidentEnded(_))).count();
    assert_eq!(ends, 1);
}

/// The lesson with these effects at these ticks, and nothing else.
fn with_beats(beats: Vec<(u32, Vec<Effect>)>) -> Session {
    let mut scenario = (*lesson(IncidentKind::Snow)).clone();
    scenario.beats = beats
        .into_iter()
        .map(|(ticks, then)| Beat {
            name: format!("at {ticks}"),
            when: Condition::Time { ticks },
            then,
            repeat_ticks: None,
        })
        .collect();
    Session::new(Arc::new(scenario), 2)
}

fn befalls(kind: IncidentKind, ticks: Option<u32>) -> Effect {
    let target = (kind.strikes() != Strikes::Room).then_some(Target::Student(WHO));
    Effect::Incident { kind, target, ticks, text: Some(TextId(0)) }
}

fn run_to(session: &mut Session, tick: u32) {
    while session.now() < tick {
        session.tick();
    }
}

#[test]
fn what_one_incident_still_breaks_another_does_not_mend() {
    use IncidentKind as I;
    let mut session = with_beats(vec![
        (10, vec![befalls(I::NetworkDown, None), befalls(I::PowerCut, Some(100)), befalls(I::NetworkSlow, Some(50))]),
        (200, vec![Effect::Mend(I::NetworkDown)]),
        (250, vec![befalls(I::BoardNoSignal, None), befalls(I::BoardLoading, Some(50))]),
    ]);
    for (tick, network) in [(30, Network::Down), (80, Network::Down), (150, Network::Down), (220, Network::Up)] {
        run_to(&mut session, tick);
        assert_eq!(session.network(), network, "at {tick}");
    }
    run_to(&mut session, 330);
    assert_eq!(session.board(), BoardShow::NoSignal, "it no longer loads, and there is still no signal");
}

#[test]
fn a_picture_that_the_teacher_froze_stays_hidden_when_the_signal_is_back() {
    let mut session = with_beats(vec![(10, vec![befalls(IncidentKind::BoardNoSignal, Some(100))])]);
    run_to(&mut session, 50);
    session.apply(TeacherCommand::UseBoard(BoardUse::Freeze)).unwrap();
    run_to(&mut session, 150);
    assert_eq!(session.board(), BoardShow::Frozen);
}

#[test]
fn mending_batteries_fills_them() {
    let mut session = with_beats(vec![
        (10, vec![befalls(IncidentKind::BatteryEmpty, None)]),
        (1500, vec![Effect::Mend(IncidentKind::BatteryEmpty)]),
    ]);
    run_to(&mut session, 1400);
    assert_eq!(session.student(WHO).screen, ScreenState::EmptyBattery, "the minute is over: on paper");
    run_to(&mut session, 1600);
    assert_ne!(session.student(WHO).screen, ScreenState::EmptyBattery);
}

#[test]
fn at_a_board_that_feels_no_touch_whoever_is_sent_there_waits_for_help() {
    let at_the_board = |beats| {
        let mut session = with_beats(beats);
        run_to(&mut session, 100);
        session.apply(TeacherCommand::SendToBoard(WHO)).unwrap();
        run_to(&mut session, 110);
        session.student(WHO).behaviour
    };
    assert_eq!(at_the_board(Vec::new()), Behaviour::OnBoard);
    let broken = vec![(10, vec![befalls(IncidentKind::TouchFails, None)])];
    assert_eq!(at_the_board(broken), Behaviour::HelpTech);
}

#[test]
fn an_authors_teacher_makes_groups_as_a_teacher_does() {
    let action = proefles_scenario::TeacherAction::Regroup;
    let mut session = with_beats(vec![(10, vec![Effect::Teacher { action, student: None }])]);
    run_to(&mut session, 20);
    assert_eq!(session.activity(), proefles_scenario::Activity::Pairs);
}
