//! The teacher's body and hands: walking, looking, taking, keys.

use std::f32::consts::PI;

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput, NativeKey};
use bevy::prelude::*;
use proefles::app::{Classroom, Settings};
use proefles::input::{Action, Binding, Bindings, Rebinding, Scripted};
use proefles::interact::{Focus, Offer, Target};
use proefles::rig::{RADIUS, TeacherBody, floor_point, pose_of};
use proefles::session::ClassroomSession;
use proefles::stage::Obstacle;
use proefles_scenario::{ItemId, StudentId};
use proefles_sim::{EventKind, Gaze, Policy, TeacherCommand};

use crate::support::{Place, go, is_in, update_until, updates};

fn running() -> (Place, App) {
    let place = Place::new();
    let mut app = place.app_in_briefing();
    updates(&mut app, 3);
    go(&mut app, Classroom::Running);
    (place, app)
}

fn body(app: &mut App) -> TeacherBody {
    *app.world_mut().query::<&TeacherBody>().single(app.world()).unwrap()
}

fn stand(app: &mut App, feet: Vec3, yaw: f32) {
    let world = app.world_mut();
    let mut body = world.query::<&mut TeacherBody>().single_mut(world).unwrap();
    (body.feet, body.yaw) = (feet, yaw);
}

/// Turns the eyes to a point.
fn look_at(app: &mut App, point: Vec3) {
    let world = app.world_mut();
    let mut body = world.query::<&mut TeacherBody>().single_mut(world).unwrap();
    let way = point - body.eyes();
    (body.yaw, body.pitch) = (way.x.atan2(way.z), way.y.atan2(way.with_y(0.0).length()));
}

fn press(app: &mut App, key_code: KeyCode) {
    for state in [ButtonState::Pressed, ButtonState::Released] {
        app.world_mut().write_message(KeyboardInput {
            key_code,
            logical_key: Key::Unidentified(NativeKey::Unidentified),
            state,
            text: None,
            repeat: false,
            window: Entity::PLACEHOLDER,
        });
        app.update();
    }
}

fn hold(app: &mut App, actions: impl IntoIterator<Item = Action>) {
    app.world_mut().resource_mut::<Scripted>().held = actions.into_iter().collect();
}

fn session(app: &App) -> &proefles_sim::Session {
    app.world().resource::<ClassroomSession>().session()
}

fn seat(app: &App, id: StudentId) -> Vec3 {
    floor_point(session(app).scenario().seat_of(id).pose.at)
}

/// Commands so far, with their ticks.
fn commands(app: &App) -> Vec<(u32, TeacherCommand)> {
    let log = app.world().resource::<ClassroomSession>().recorder().commands();
    let scenario = session(app).scenario();
    log.iter().map(|stamped| (stamped.tick, stamped.command.resolve(scenario).unwrap())).collect()
}

/// How far the body's edge is from the nearest obstacle, in metres; negative inside.
fn clearance(app: &mut App) -> f32 {
    let feet = body(app).feet;
    let world = app.world_mut();
    let mut obstacles = world.query::<(&Transform, &Obstacle)>();
    let distance = |(place, obstacle): (&Transform, &Obstacle)| {
        let local = place.rotation.inverse() * (feet - place.translation);
        let outside = Vec2::new(local.x.abs() - obstacle.half_extents.x, local.z.abs() - obstacle.half_extents.z);
        outside.max(Vec2::ZERO).length() + outside.max_element().min(0.0) - RADIUS
    };
    obstacles.iter(world).map(distance).fold(f32::MAX, f32::min)
}

#[test]
fn the_body_starts_where_the_author_put_the_teacher() {
    let (_place, mut app) = running();
    assert_eq!(pose_of(&body(&mut app)), session(&app).scenario().room.teacher);
}

#[test]
fn walking_is_as_fast_as_a_teacher_and_desks_and_walls_stop_it() {
    let (_place, mut app) = running();
    let way_free = seat(&app, StudentId(0)).with_x(0.0) + Vec3::Z * 1.6;
    stand(&mut app, way_free.with_x(-1.5), PI / 2.0);
    hold(&mut app, [Action::WalkAhead]);
    updates(&mut app, 10);
    let from = body(&mut app).feet;
    updates(&mut app, 5);
    let speed = (body(&mut app).feet.x - from.x) / 0.5;
    assert!((1.4..=1.65).contains(&speed), "{speed} m/s");
    // To the students: their desks are in the way.
    let desk = seat(&app, StudentId(0));
    stand(&mut app, desk + Vec3::Z * 1.6, PI);
    for _ in 0..60 {
        app.update();
        assert!(clearance(&mut app) > -0.02, "at {}", body(&mut app).feet);
    }
    assert!(body(&mut app).feet.z > desk.z + 0.6, "the desk stopped it");
    // Out of the room, at an angle: along the wall, never through it.
    stand(&mut app, way_free, 1.0);
    updates(&mut app, 120);
    assert!(clearance(&mut app) > -0.02, "at {}", body(&mut app).feet);
}

#[test]
fn the_simulation_hears_of_moves_that_matter_and_at_most_once_a_tick() {
    let (_place, mut app) = running();
    updates(&mut app, 30);
    let is_move = |(_, command): &&(u32, TeacherCommand)| matches!(command, TeacherCommand::Move(_));
    assert_eq!(commands(&app).iter().filter(is_move).count(), 0, "standing still is no news");
    hold(&mut app, [Action::WalkRight]);
    for _ in 0..40 {
        app.world_mut().resource_mut::<Scripted>().look = Vec2::new(0.02, 0.0);
        app.update();
    }
    let log = commands(&app);
    let ticks: Vec<u32> = log.iter().filter(is_move).map(|(tick, _)| *tick).collect();
    assert!(ticks.len() > 3 && ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
    let told = session(&app).teacher().pose.at;
    assert!(told.distance_mm(pose_of(&body(&mut app)).at) <= 260, "it lags at most a tick's walk behind");
}

#[test]
fn the_ray_finds_the_student_and_a_resting_look_is_told() {
    let (_place, mut app) = running();
    for id in session(&app).scenario().clone().student_ids() {
        let face = seat(&app, id) + Vec3::Y * 1.1;
        look_at(&mut app, face);
        updates(&mut app, 6);
        assert_eq!(app.world().resource::<Focus>().what, Some(Target::Student(id)));
        assert_eq!(session(&app).teacher().gaze, Gaze::Student(id));
    }
    let told = commands(&app).iter().filter(|(_, command)| matches!(command, TeacherCommand::LookAt(_))).count();
    assert!(told <= session(&app).scenario().students.len(), "each look is told once");
}

#[test]
fn a_passing_look_is_not_told() {
    let (_place, mut app) = running();
    let ids: Vec<StudentId> = session(&app).scenario().student_ids().collect();
    for at in 0..30 {
        let face = seat(&app, ids[at % 2]) + Vec3::Y * 1.1;
        look_at(&mut app, face);
        app.update();
    }
    assert!(!commands(&app).iter().any(|(_, command)| matches!(command, TeacherCommand::LookAt(_))));
}

#[test]
fn the_cable_is_taken_and_plugged_in_where_it_belongs() {
    let (_place, mut app) = running();
    let cable = ItemId(0);
    let item = session(&app).scenario().items[0].clone();
    press(&mut app, KeyCode::KeyE);
    assert_eq!(session(&app).teacher().held, None, "it is out of reach");
    stand(&mut app, floor_point(item.at) + Vec3::X * 1.1, 0.0);
    updates(&mut app, 3);
    assert_eq!(*app.world().resource::<Offer>(), Offer::Take(cable));
    press(&mut app, KeyCode::KeyE);
    assert_eq!(session(&app).teacher().held, Some(cable));
    assert_eq!(*app.world().resource::<Offer>(), Offer::Nothing, "its socket is not near");
    stand(&mut app, floor_point(item.used_at) - Vec3::Z * 0.8, 0.0);
    updates(&mut app, 3);
    assert_eq!(*app.world().resource::<Offer>(), Offer::Use(cable));
    press(&mut app, KeyCode::KeyE);
    assert_eq!(session(&app).teacher().held, None);
    assert!(session(&app).item(cable).1, "it is plugged in");
    let events = app.world().resource::<ClassroomSession>().events();
    assert!(events.iter().any(|event| event.kind == EventKind::ItemUsed(cable)));
    updates(&mut app, 2);
    assert_eq!(*app.world().resource::<Offer>(), Offer::Nothing, "what is plugged in stays there");
}

#[test]
fn a_thing_in_hand_can_be_put_down() {
    let (_place, mut app) = running();
    let at = floor_point(session(&app).scenario().items[0].at);
    stand(&mut app, at + Vec3::X * 1.1, 0.0);
    updates(&mut app, 3);
    press(&mut app, KeyCode::KeyE);
    press(&mut app, KeyCode::KeyQ);
    assert_eq!(session(&app).teacher().held, None);
    assert!(session(&app).item(ItemId(0)).0.is_some());
}

#[test]
fn a_word_reaches_the_student_in_view() {
    let (_place, mut app) = running();
    let whom = StudentId(1);
    let face = seat(&app, whom) + Vec3::Y * 1.1;
    look_at(&mut app, face);
    app.update();
    press(&mut app, KeyCode::KeyR);
    assert!(commands(&app).iter().any(|(_, command)| *command == TeacherCommand::Redirect(whom)));
}

#[test]
fn a_decision_is_taken_by_the_number_of_its_option() {
    let (_place, mut app) = running();
    update_until(&mut app, |world| {
        let session = world.resource::<ClassroomSession>().session();
        session.open_decision().is_some() || session.outcome().is_some()
    });
    let open = session(&app).open_decision().expect("the lesson asks something").clone();
    press(&mut app, KeyCode::Digit2);
    let taken = TeacherCommand::Choose { decision: open.decision, choice: open.offered[1] };
    assert!(commands(&app).iter().any(|(_, command)| *command == taken));
}

#[test]
fn escape_pauses_and_goes_on() {
    let (_place, mut app) = running();
    press(&mut app, KeyCode::Escape);
    assert!(is_in(app.world(), Classroom::Paused));
    let feet = body(&mut app).feet;
    hold(&mut app, [Action::WalkAhead]);
    updates(&mut app, 10);
    assert_eq!(body(&mut app).feet, feet, "one does not walk while time stands still");
    hold(&mut app, []);
    press(&mut app, KeyCode::Escape);
    assert!(is_in(app.world(), Classroom::Running));
}

#[test]
fn a_key_is_changed_by_pressing_another() {
    let (_place, mut app) = running();
    app.world_mut().resource_mut::<Rebinding>().0 = Some(Action::Wait);
    app.update();
    press(&mut app, KeyCode::KeyU);
    updates(&mut app, 2);
    assert_eq!(app.world().resource::<Settings>().keys.get("wait").map(String::as_str), Some("KeyU"));
    assert_eq!(app.world().resource::<Bindings>().key(Action::Wait), Some(Binding::Key(KeyCode::KeyU)));
    let before = commands(&app).len();
    press(&mut app, KeyCode::KeyH);
    assert_eq!(commands(&app).len(), before, "the old key does nothing any more");
    press(&mut app, KeyCode::KeyU);
    assert!(commands(&app)[before..].iter().any(|(_, command)| *command == TeacherCommand::Wait));
}

#[test]
fn the_eyes_follow_a_policy_s_teacher() {
    let mut place = Place::new();
    place.config.autopilot = Some(Policy::Expert);
    let mut app = place.app();
    update_until(&mut app, |world| is_in(world, Classroom::Running));
    for _ in 0..200 {
        app.update();
        let told = floor_point(session(&app).teacher().pose.at);
        assert!(body(&mut app).feet.distance(told) < 3.5, "the body keeps up, even over long steps of time");
        if !is_in(app.world(), Classroom::Running) {
            break;
        }
    }
    assert!(
        commands(&app)
            .iter()
            .any(|(_, command)| matches!(command, TeacherCommand::WalkTo(_) | TeacherCommand::LookAt(_)))
    );
}
