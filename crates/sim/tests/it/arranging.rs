//! Arranging the class: the parts of an instruction, the way of working, seats, the board, and the dashboard that costs
//! attention to the room.

use std::sync::Arc;

use proefles_scenario::{Activity, Behaviour, Device, Point, Scenario, StudentId};
use proefles_sim::{EventKind, Gaze, InstructionPart, InstructionParts, Refused, Session, TeacherCommand as T, params};

use crate::common::load;

fn laptops() -> Arc<Scenario> {
    let mut scenario = (*load("crates/sim/data/reference.scenario.ron")).clone();
    scenario.students.iter_mut().for_each(|student| student.device = Device::Laptop);
    scenario.phases.iter_mut().for_each(|phase| phase.online = true);
    Arc::new(scenario)
}

fn run(session: &mut Session, ticks: u32) -> Vec<EventKind> {
    (0..ticks).for_each(|_| session.tick());
    session.take_events().into_iter().map(|event| event.kind).collect()
}

/// Student-seconds off task in the minutes after a command, over seeds.
fn off_task(scenario: &Arc<Scenario>, command: T, secs: u32) -> u32 {
    let mut sum = 0;
    for seed in 0..30 {
        let mut session = Session::new(Arc::clone(scenario), seed);
        run(&mut session, 3000);
        session.apply(command).expect("it can be done now");
        for _ in 0..secs {
            run(&mut session, 10);
            sum += u32::from(session.off_task_permille());
        }
    }
    sum
}

#[test]
fn the_more_parts_an_instruction_has_the_less_the_class_strays() {
    let scenario = load("crates/sim/data/reference.scenario.ron");
    let parts = |parts: &[InstructionPart]| T::GiveInstruction(parts.iter().copied().collect());
    let what = off_task(&scenario, parts(&[InstructionPart::What]), 60);
    let three = [InstructionPart::What, InstructionPart::How, InstructionPart::HowLong];
    let some = off_task(&scenario, parts(&three), 60);
    let all = off_task(&scenario, T::GiveInstruction(InstructionParts::ALL), 60);
    assert!(all < some && some < what, "{all} {some} {what}");
}

#[test]
fn a_long_look_at_the_dashboard_tells_of_screens_and_lets_the_class_stray() {
    let scenario = laptops();
    let (mut strayed, mut told) = (0, 0);
    for seed in 0..12 {
        let mut session = Session::new(Arc::clone(&scenario), seed);
        run(&mut session, 9000);
        let strays = |session: &Session, id: StudentId| {
            let student = session.student(id);
            student.behaviour == Behaviour::DevTab && student.noticed_at.is_none()
        };
        let before: Vec<StudentId> = scenario.student_ids().filter(|id| strays(&session, *id)).collect();
        session.apply(T::LookAt(Gaze::Dashboard)).unwrap();
        assert!(!run(&mut session, 29).contains(&EventKind::DashboardHeld), "a glance");
        strayed += before.len();
        told += before.iter().filter(|id| !strays(&session, **id)).count();
        let events = run(&mut session, 60);
        assert_eq!(events.iter().filter(|kind| **kind == EventKind::DashboardHeld).count(), 1);
    }
    assert!(strayed > 3 && told == strayed, "{strayed} strayed, {told} noticed");
    let dashboard = off_task(&scenario, T::LookAt(Gaze::Dashboard), 90);
    let class = off_task(&scenario, T::LookAt(Gaze::Class), 90);
    let away = off_task(&scenario, T::LookAt(Gaze::Away), 90);
    assert!(dashboard > away && away > class, "{dashboard} {away} {class}");
}

#[test]
fn the_way_of_working_changes_until_the_next_phase() {
    let mut session = Session::new(laptops(), 1);
    run(&mut session, 100);
    session.apply(T::ChangeActivity(Activity::Discussion)).unwrap();
    assert_eq!(session.activity(), Activity::Discussion);
    let events = run(&mut session, 200);
    assert!(events.contains(&EventKind::ActivityChanged(Activity::Discussion)));
    let talks =
        session.scenario().student_ids().filter(|id| session.student(*id).behaviour == Behaviour::OnTalk).count();
    assert!(talks > 0);
    session.apply(T::Regroup).unwrap();
    assert_eq!(session.activity(), Activity::Pairs);
    let phase = session.phase().0;
    while session.phase().0 == phase {
        run(&mut session, 10);
    }
    assert_eq!(session.activity(), session.scenario().phase(session.phase().0).activity);
}

#[test]
fn two_change_seats_and_with_them_their_neighbours() {
    let mut session = Session::new(laptops(), 1);
    let (one, other) = (StudentId(0), StudentId(20));
    let (here, there) = (session.seat_of(one), session.seat_of(other));
    session.apply(T::Reseat(one, other)).unwrap();
    assert_eq!((session.seat_of(one), session.seat_of(other)), (there, here));
    session.apply(T::WalkTo(proefles_scenario::Place::Student(one))).unwrap();
    run(&mut session, 300);
    assert!(session.teacher().pose.at.distance_mm(there.at) < 1500);
    assert_eq!(session.apply(T::Reseat(one, one)), Err(Refused::Unknown));
}

#[test]
fn after_a_change_to_the_better_seat_fewer_friends_are_within_a_whisper_or_the_front_is_nearer() {
    let session = Session::new(load("scenarios/network-down.scenario.ron"), 1);
    let scenario = session.scenario();
    let friends_near = |session: &Session, id: StudentId| {
        let near =
            |friend: &&StudentId| session.seat_of(**friend).at.distance_mm(session.seat_of(id).at) <= params().whisper;
        scenario.student(id).friends.iter().filter(near).count()
    };
    let mut parted = 0;
    for id in scenario.student_ids() {
        let Some(other) = session.better_seat(id) else { continue };
        let mut after = session.clone();
        after.apply(T::Reseat(id, other)).unwrap();
        let (before, now) = (friends_near(&session, id), friends_near(&after, id));
        let ahead = after.seat_of(id).at.z_mm > session.seat_of(id).at.z_mm;
        assert!(now < before || now == before && ahead, "{id:?} with {other:?}: {before} friends near, then {now}");
        parted += usize::from(now < before);
    }
    assert!(parted > 3, "{parted}");
}

#[test]
fn whoever_is_sent_to_the_board_stands_there_within_a_second_and_comes_back() {
    let mut session = Session::new(laptops(), 1);
    run(&mut session, 1000);
    let id = StudentId(9);
    session.apply(T::SendToBoard(id)).unwrap();
    run(&mut session, 7);
    assert_eq!(session.student(id).behaviour, Behaviour::OnBoard);
    let place = session.place_of(id).unwrap();
    assert_eq!((place.yaw_deg, place.at.z_mm > session.seat_of(id).at.z_mm), (0, true));
    run(&mut session, 500);
    assert_ne!(session.student(id).behaviour, Behaviour::OnBoard);
    assert_eq!(session.place_of(id), Some(session.seat_of(id)));
}

#[test]
fn praise_of_a_neighbour_calls_a_dreamer_back() {
    let scenario = load("crates/sim/data/reference.scenario.ron");
    let (mut with, mut without) = (0, 0);
    for seed in 0..60 {
        let mut session = Session::new(Arc::clone(&scenario), seed);
        run(&mut session, 2000);
        let dreams = |id: &StudentId| session.student(*id).behaviour == Behaviour::OffDaydream;
        let Some(dreamer) = scenario.student_ids().find(dreams) else { continue };
        let near =
            |id: &StudentId| *id != dreamer && session.seat_of(*id).at.distance_mm(session.seat_of(dreamer).at) < 900;
        let Some(neighbour) = scenario.student_ids().find(near) else { continue };
        let mut other = session.clone();
        other.apply(T::Praise { student: Some(neighbour), specific: true }).unwrap();
        run(&mut other, 15);
        run(&mut session, 15);
        with += u32::from(other.student(dreamer).behaviour.is_off_task());
        without += u32::from(session.student(dreamer).behaviour.is_off_task());
    }
    assert!(without > 10 && with * 10 < without * 9, "{with} {without}");
}

#[test]
fn whoever_goes_to_the_board_goes_along_the_aisles() {
    let scenario = laptops();
    let session = Session::new(Arc::clone(&scenario), 1);
    for id in scenario.student_ids() {
        let (from, board) = (session.seat_of(id).at, Point::new(600, scenario.room.depth_mm / 2 - 700));
        for (from, to) in [(from, board), (board, from)] {
            let way = session.way(from, to);
            assert_eq!(way.last(), Some(&to), "{id:?} arrives");
            // Each leg but the one to or from the chair runs along the room or across its front.
            let places: Vec<Point> = std::iter::once(from).chain(way).collect();
            let legs: Vec<_> = places.windows(2).collect();
            let front = scenario.seats.iter().map(|seat| seat.pose.at.z_mm).max().unwrap();
            for leg in legs.iter().filter(|leg| leg.iter().all(|at| at.z_mm <= front && *at != session.seat_of(id).at))
            {
                assert_eq!(leg[0].x_mm, leg[1].x_mm, "{id:?} goes through a row from {:?} to {:?}", leg[0], leg[1]);
            }
        }
    }
    assert!(session.way(Point::new(5, 5), Point::new(5, 5)).is_empty());
}
