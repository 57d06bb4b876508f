//! The first lesson, taught from the title to the review by moving head and hands and pressing buttons.

use bevy::prelude::*;
use proefles::app::{Classroom, Screen};
use proefles::session::{ClassroomSession, RunReady};
use proefles_cli::verify_files;
use proefles_scenario::DecisionId;
use proefles_sim::replay::{RunLog, Script, events_ndjson, replay};
use proefles_sim::{EventKind, Gaze, TeacherCommand};

use crate::stage::{FRAME, LONG, Stage};

const EYES: UVec2 = UVec2::splat(64);

pub fn teach() {
    let mut stage = Stage::open(EYES, None);
    stage.choose("Choose a lesson");
    stage.choose("Teach this lesson");
    stage.until("the briefing", |world| {
        world.get_resource::<State<Classroom>>().is_some_and(|at| *at.get() == Classroom::Briefing)
    });
    stage.choose("Start the lesson");
    stage.until("the lesson", |world| {
        world.get_resource::<State<Classroom>>().is_some_and(|at| *at.get() == Classroom::Running)
    });
    look_at_a_student(&mut stage);
    turn_and_go(&mut stage);
    pause(&mut stage);
    let taken = decide_to_the_end(&mut stage);
    assert!(taken >= 3, "only {taken} decisions were taken");
    stage.choose("To the review");
    stage.until("the review", |world| *world.resource::<State<Screen>>().get() == Screen::Review);
    stage.until("the run is written", |world| {
        world.get_resource::<RunReady>().is_some_and(|ready| ready.folder.is_some())
    });
    check_run(&mut stage);
}

fn count(stage: &Stage, is_it: impl Fn(&EventKind) -> bool) -> usize {
    let session = stage.app.world().resource::<ClassroomSession>();
    session.events().iter().filter(|event| is_it(&event.kind)).count()
}

/// A look that rests on somebody is told.
fn look_at_a_student(stage: &mut Stage) {
    let yaws = [0.0, -12.0, 12.0, -20.0, 20.0, -6.0, 6.0];
    for yaw in yaws {
        stage.look(yaw, -14.0);
        stage.frames(8);
        if count(stage, |kind| matches!(kind, EventKind::GazeMoved(Gaze::Student(_)))) > 0 {
            return stage.look(0.0, 0.0);
        }
    }
    panic!("no look met a student");
}

/// The stick to the side turns a step, the stick ahead goes where the hand points.
fn turn_and_go(stage: &mut Stage) {
    let before = stage.body();
    stage.push_stick([1.0, 0.0], |_| {});
    let turned = stage.body();
    let step = (before.yaw - turned.yaw).rem_euclid(std::f32::consts::TAU).to_degrees();
    assert!((step - 30.0).abs() < 1.0, "a step to the right is {step}°");
    assert!(turned.feet.distance(before.feet) < 0.02, "and nobody is moved by it");
    stage.push_stick([-1.0, 0.0], |_| {});
    let known = stage.session().teacher().pose.at;
    let mut gone = 0.0;
    for yaw in [0.0, 40.0, -40.0, 70.0, -70.0] {
        stage.push_stick([0.0, 1.0], |stage| {
            stage.remote.state.hands[1].pose = xtask::xr_sim::Pose::new([0.2, 1.25, -0.35], yaw, -35.0);
            stage.act();
        });
        gone = stage.body().feet.distance(before.feet);
        if gone > 0.3 {
            break;
        }
    }
    assert!((0.3..4.0).contains(&gone), "one goes some way: {gone} m");
    stage.frames(6);
    assert!(stage.session().teacher().pose.at.distance_mm(known) > 200, "and the lesson knows");
}

/// One press pauses, another control goes on.
fn pause(stage: &mut Stage) {
    stage.press_menu();
    assert!(stage.is_in(Classroom::Paused), "one press pauses");
    let now = stage.session().now();
    stage.frames(10);
    assert_eq!(stage.session().now(), now);
    stage.choose("Back to the lesson");
    assert!(stage.is_in(Classroom::Running));
}

/// Takes the second option of each decision by pointing at it. Returns how many were taken.
fn decide_to_the_end(stage: &mut Stage) -> usize {
    let mut taken: Vec<DecisionId> = Vec::new();
    loop {
        stage.time(LONG);
        stage.until("a decision or the end", |world| {
            let session = world.resource::<ClassroomSession>().session();
            session.open_decision().is_some() || session.outcome().is_some()
        });
        stage.time(FRAME);
        let Some(open) = stage.session().open_decision().cloned() else { break };
        assert!(!taken.contains(&open.decision), "it was taken and is open again");
        stage.frames(6);
        stage.choose("2. ");
        stage.frames(4);
        let is_taken = |kind: &EventKind| matches!(kind, EventKind::ChoiceTaken { decision, choice, .. } if *decision == open.decision && *choice == open.offered[1]);
        assert_eq!(count(stage, is_taken), 1, "the second option was taken");
        taken.push(open.decision);
    }
    taken.len()
}

/// The run holds, and the same commands by script give the same events to the byte.
fn check_run(stage: &mut Stage) {
    let folder = stage.run_dir();
    let ready = stage.world().resource::<RunReady>().clone();
    verify_files(&ready.scenario, |name| std::fs::read(folder.join(name)).ok()).expect("the run holds");
    let written = std::fs::read_to_string(folder.join("events.ndjson")).expect("the events were written");
    let log = RunLog::parse(&std::fs::read_to_string(folder.join("run.ron")).expect("written")).expect("a run");
    let script = Script::resolve(&log.commands, &ready.scenario).expect("commands of this lesson");
    let start = proefles_sim::replay::Recorder::new(ready.scenario.clone(), ready.seed, ready.lang, "script");
    let again = replay(start, script, log.end_tick);
    assert_eq!(events_ndjson(again.events(), &ready.scenario), written, "the same commands give the same events");
    let by_hand = |wanted: fn(&TeacherCommand) -> bool| {
        let commands = ready.recorder.commands().iter();
        commands.filter(|stamped| wanted(&stamped.command.resolve(&ready.scenario).expect("a command"))).count()
    };
    assert!(by_hand(|command| matches!(command, TeacherCommand::Choose { .. })) >= 3);
    assert!(by_hand(|command| matches!(command, TeacherCommand::LookAt(_))) >= 1);
    assert!(by_hand(|command| matches!(command, TeacherCommand::Move(_))) >= 1);
    assert_eq!(by_hand(|command| matches!(command, TeacherCommand::Pause)), 1);
}
