//! A lesson from start to end: driven, by hand, paused, broken off.

use bevy::prelude::*;
use proefles::app::{Classroom, NoticeLevel, Screen};
use proefles::records::Kept;
use proefles::session::{ClassroomSession, Command, RunReady, WrittenRun};
use proefles_cli::{Teacher, teach, verify_files};
use proefles_records::{Store, Summary};
use proefles_scenario::Lang;
use proefles_sim::replay::{RunLog, Script, events_ndjson, verify};
use proefles_sim::{EventKind, Gaze, Policy, TeacherCommand};
use serde_json::Value;

use crate::support::{Place, SCRIPT, go, is_in, notices, now, run, screen, small_scenario, update_until, updates};

fn check_run_of(place: &Place, teacher: Teacher) {
    let taught = teach(small_scenario(), 7, Lang::En, teacher).run;
    assert_eq!(place.read("run/events.ndjson"), events_ndjson(taught.events(), &small_scenario()));
    let text = place.read("run/run.ron");
    let log = RunLog::parse(&text).unwrap();
    assert_eq!(log.final_hash, format!("{:016x}", taught.session().hash()));
    assert_eq!(log.commands, taught.commands());
    verify(&text, &small_scenario(), |name| std::fs::read(place.path("run").join(name)).ok()).unwrap();
}

#[test]
fn a_script_gives_the_same_run_as_without_the_application() {
    let mut place = Place::new();
    place.config.script = Some(place.write("teach.ron", SCRIPT));
    assert_eq!(run(&mut place.app()), AppExit::Success);
    check_run_of(&place, Teacher::Script(Script::parse(SCRIPT, &small_scenario()).unwrap()));
}

#[test]
fn a_policy_gives_the_same_run_as_without_the_application() {
    let mut place = Place::new();
    place.config.autopilot = Some(Policy::Expert);
    assert_eq!(run(&mut place.app()), AppExit::Success);
    check_run_of(&place, Teacher::Policy(Policy::Expert));
    let review = place.read("run/review.html");
    assert!(review.starts_with("<!DOCTYPE html>"), "{}", &review[..200.min(review.len())]);
}

#[test]
fn a_driven_run_does_not_hear_the_devices() {
    let mut place = Place::new();
    place.config.script = Some(place.write("teach.ron", SCRIPT));
    let mut app = place.app();
    update_until(&mut app, |world| is_in(world, Classroom::Running));
    app.world_mut().write_message(Command(TeacherCommand::Reprimand(None)));
    assert_eq!(run(&mut app), AppExit::Success);
    check_run_of(&place, Teacher::Script(Script::parse(SCRIPT, &small_scenario()).unwrap()));
}

#[test]
fn exit_at_ends_there_and_keeps_the_run() {
    let mut place = Place::new();
    place.config.autopilot = Some(Policy::Typical);
    place.config.exit_at = Some(10.0);
    assert_eq!(run(&mut place.app()), AppExit::Success);
    let text = place.read("run/run.ron");
    assert_eq!(RunLog::parse(&text).unwrap().end_tick, 100);
    verify(&text, &small_scenario(), |name| std::fs::read(place.path("run").join(name)).ok()).unwrap();
    assert_eq!(verb(check_statements(&place).last().unwrap()), "terminated");
    let (_, found) = Store::open(&place.path("profile")).unwrap();
    assert!(found.cut_off.is_empty(), "its end was asked for");
}

#[test]
fn a_program_that_is_closed_in_the_lesson_leaves_it_and_is_not_cut_off() {
    let place = Place::new();
    let mut app = place.app_in_briefing();
    go(&mut app, Classroom::Running);
    updates(&mut app, 30);
    app.world_mut().write_message(AppExit::Success);
    app.update();
    drop(app);
    assert_eq!(verb(check_statements(&place).last().unwrap()), "terminated");
    let (_, found) = Store::open(&place.path("profile")).unwrap();
    assert!(found.cut_off.is_empty());
}

#[test]
fn a_person_s_commands_are_carried_out_and_published_once() {
    let place = Place::new();
    let mut app = place.app_in_briefing();
    go(&mut app, Classroom::Running);
    app.world_mut().write_message(Command(TeacherCommand::LookAt(Gaze::Board)));
    updates(&mut app, 3);
    let session = app.world().resource::<ClassroomSession>();
    let looks = session.events().iter().filter(|event| event.kind == EventKind::GazeMoved(Gaze::Board)).count();
    assert_eq!((looks, session.recorder().commands().len()), (1, 1));
}

#[test]
fn a_pause_stops_time_and_is_part_of_the_run() {
    let place = Place::new();
    let mut app = place.app_in_briefing();
    go(&mut app, Classroom::Running);
    updates(&mut app, 20);
    go(&mut app, Classroom::Paused);
    let stopped_at = now(&app);
    updates(&mut app, 50);
    assert_eq!(now(&app), stopped_at);
    go(&mut app, Classroom::Running);
    updates(&mut app, 20);
    assert!(now(&app) >= stopped_at + 19, "{} after {stopped_at}", now(&app));
    let events = app.world().resource::<ClassroomSession>().events();
    let pauses: Vec<&EventKind> = events
        .iter()
        .map(|event| &event.kind)
        .filter(|kind| matches!(kind, EventKind::Paused | EventKind::Resumed))
        .collect();
    assert_eq!(pauses, [&EventKind::Paused, &EventKind::Resumed]);
}

#[test]
fn ending_the_lesson_while_paused_leads_to_the_review() {
    let place = Place::new();
    let mut app = place.app_in_briefing();
    go(&mut app, Classroom::Running);
    updates(&mut app, 20);
    go(&mut app, Classroom::Paused);
    app.world_mut().write_message(Command(TeacherCommand::EndLesson));
    update_until(&mut app, |world| screen(world) == Screen::Review);
    update_until(&mut app, |world| world.resource::<RunReady>().folder.is_some());
    let ready = app.world().resource::<RunReady>();
    assert!(ready.outcome.is_some());
    assert_eq!(ready.folder.as_deref(), Some(place.path("run").as_path()));
}

#[test]
fn somebody_who_watches_a_driven_lesson_can_stop_it_and_see_its_review() {
    let mut place = Place::new();
    place.config.autopilot = Some(Policy::Typical);
    let mut app = place.app();
    update_until(&mut app, |world| is_in(world, Classroom::Running));
    updates(&mut app, 20);
    go(&mut app, Classroom::Paused);
    app.world_mut().write_message(Command(TeacherCommand::Reprimand(None)));
    app.world_mut().write_message(Command(TeacherCommand::EndLesson));
    update_until(&mut app, |world| screen(world) == Screen::Review);
    update_until(&mut app, |world| world.resource::<RunReady>().folder.is_some());
    assert!(app.world().resource::<RunReady>().outcome.is_some_and(|outcome| outcome.broken_off));
    let text = place.read("run/run.ron");
    assert!(text.contains("EndLesson") && !text.contains("Reprimand"), "{text}");
    verify(&text, &small_scenario(), |name| std::fs::read(place.path("run").join(name)).ok()).unwrap();
}

#[test]
fn while_a_lesson_loads_the_one_before_is_gone() {
    let place = Place::new();
    let mut app = place.app_in_briefing();
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Loading);
    app.update();
    assert_eq!(screen(app.world()), Screen::Loading);
    assert!(!app.world().contains_resource::<ClassroomSession>());
    update_until(&mut app, |world| is_in(world, Classroom::Briefing));
    assert_eq!(now(&app), 0);
}

#[test]
fn an_application_that_falls_over_leaves_the_run_behind() {
    let place = Place::new();
    let mut app = place.app_in_briefing();
    go(&mut app, Classroom::Running);
    updates(&mut app, 120);
    // What a panic does, too: the world is dropped in the middle of the lesson.
    drop(app);
    let text = place.read("run/run.ron");
    assert!(RunLog::parse(&text).unwrap().end_tick >= 119);
    verify(&text, &small_scenario(), |name| std::fs::read(place.path("run").join(name)).ok()).unwrap();
}

/// Statements of the run in the store, as lines, and those in its folder: one telling, not two.
fn check_statements(place: &Place) -> Vec<Value> {
    let log = RunLog::parse(&place.read("run/run.ron")).unwrap();
    let (store, _) = Store::open(&place.path("profile")).unwrap();
    let kept = store.statements(Some(log.header.registration.parse().unwrap())).unwrap();
    let lines = kept.iter().fold(String::new(), |text, line| text + line + "\n");
    assert_eq!(lines, place.read("run/statements.ndjson"));
    verify_files(&small_scenario(), |name| std::fs::read(place.path("run").join(name)).ok()).unwrap();
    kept.iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn verb(statement: &Value) -> &str {
    statement["verb"]["id"].as_str().unwrap().rsplit('/').next().unwrap()
}

#[test]
fn store_and_folder_tell_a_driven_run_to_the_same_byte_and_not_as_the_person_s() {
    let mut place = Place::new();
    place.config.autopilot = Some(Policy::Expert);
    assert_eq!(run(&mut place.app()), AppExit::Success);
    let all = check_statements(&place);
    assert_eq!((verb(&all[0]), verb(all.last().unwrap())), ("initialized", "terminated"));
    assert!(all.iter().all(|statement| statement["actor"]["account"]["name"] == "policy-expert"));
    let (store, _) = Store::open(&place.path("profile")).unwrap();
    assert_eq!(store.summary("small").unwrap().runs, 0, "no card of the library counts it");
}

#[test]
fn store_and_folder_tell_a_person_s_run_to_the_same_byte() {
    let place = Place::new();
    let mut app = place.app_in_briefing();
    go(&mut app, Classroom::Running);
    updates(&mut app, 40);
    go(&mut app, Classroom::Paused);
    updates(&mut app, 5);
    go(&mut app, Classroom::Running);
    app.world_mut().write_message(Command(TeacherCommand::AskClass));
    updates(&mut app, 20);
    app.world_mut().write_message(Command(TeacherCommand::EndLesson));
    update_until(&mut app, |world| screen(world) == Screen::Review);
    update_until(&mut app, |world| world.resource::<RunReady>().folder.is_some());
    drop(app);
    let all = check_statements(&place);
    let (store, _) = Store::open(&place.path("profile")).unwrap();
    let person = store.actor().unwrap().name;
    assert!(all.iter().all(|statement| statement["actor"]["account"]["name"] == person));
    let verbs: Vec<&str> = all.iter().map(verb).collect();
    for expected in ["suspended", "resumed", "interacted", "terminated"] {
        assert!(verbs.contains(&expected), "{verbs:?}");
    }
    assert!(!verbs.contains(&"completed"), "it was broken off: {verbs:?}");
    assert_eq!(store.summary("small").unwrap(), Summary::default(), "and no card of the library counts it");
}

#[test]
fn a_lesson_left_from_the_pause_is_ended_and_not_cut_off() {
    for to in [Screen::Library, Screen::Loading] {
        let place = Place::new();
        let mut app = place.app_in_briefing();
        go(&mut app, Classroom::Running);
        updates(&mut app, 30);
        go(&mut app, Classroom::Paused);
        let leave_for = |app: &mut App, to| app.world_mut().resource_mut::<NextState<Screen>>().set(to);
        leave_for(&mut app, to);
        update_until(&mut app, |world| world.contains_resource::<WrittenRun>() && world.resource::<Kept>().is_safe());
        let all = check_statements(&place);
        assert_eq!(verb(all.last().unwrap()), "terminated", "{to:?}");
        assert!(all.iter().any(|statement| verb(statement) == "suspended"));
        assert!(!all.iter().any(|statement| verb(statement) == "completed"));
        if to == Screen::Loading {
            update_until(&mut app, |world| is_in(world, Classroom::Briefing));
            leave_for(&mut app, Screen::Library);
        }
        update_until(&mut app, |world| screen(world) == Screen::Library);
        drop(app);
        let (store, found) = Store::open(&place.path("profile")).unwrap();
        assert!(found.cut_off.is_empty(), "{to:?}: {:?}", found.cut_off);
        assert_eq!(store.summary("small").unwrap().runs, 0, "it was not played to the end");
    }
}

#[test]
fn a_run_that_was_cut_off_is_told_at_the_next_start() {
    let place = Place::new();
    let mut app = place.app_in_briefing();
    go(&mut app, Classroom::Running);
    updates(&mut app, 30);
    drop(app);
    let told = notices(&place.app(), NoticeLevel::Info);
    assert!(told.iter().any(|text| text.contains("\"small\" was cut off")), "{told:?}");
}

#[test]
fn a_script_that_cannot_be_used_is_named_before_anything_runs() {
    let mut place = Place::new();
    let script = "(format: 1, commands: [(tick: 5, command: Redirect(\"nobody\"))])";
    place.config.script = Some(place.write("teach.ron", script));
    let mut app = place.app();
    assert_eq!(run(&mut app), AppExit::error());
    let told = notices(&app, NoticeLevel::Error);
    assert!(told.iter().any(|text| text.contains("teach.ron") && text.contains("nobody")), "{told:?}");
}

#[test]
fn a_lesson_that_is_broken_or_unknown_is_an_error_that_says_so() {
    let check = |scenario: String, expected: &str| {
        let mut place = Place::new();
        place.config.scenario = Some(scenario);
        place.config.autopilot = Some(Policy::Expert);
        let mut app = place.app();
        assert_eq!(run(&mut app), AppExit::error());
        let told = notices(&app, NoticeLevel::Error);
        assert!(told.iter().any(|text| text.contains(expected)), "{told:?}");
    };
    let place = Place::new();
    check("no-such-lesson".to_owned(), "There is no lesson \"no-such-lesson\"");
    check(place.path("none.scenario.ron").display().to_string(), "none.scenario.ron");
    check(place.write("cut.scenario.ron", "Scenario(format: 1, id: \"cut").display().to_string(), "SC0");
    check(place.write("empty.scenario.ron", "").display().to_string(), "SC0");
}
