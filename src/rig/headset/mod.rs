//! The teacher's body in a headset: the tracking root is the floor under the wearer, and moving it is getting about.
//! Nothing moves that the wearer did not move.

mod fade;
mod hands;
mod joints;
mod teleport;

use std::f32::consts::PI;

use bevy::prelude::*;

use super::walk::PACE;
use super::{EYE_HEIGHT, EYE_HEIGHT_SEATED, RADIUS, TeacherBody, by_person};
use crate::app::{AppConfig, AppSystems, Classroom, Screen, Settings, Shell};
use crate::input::{Action, ActionState};
use crate::third_party::openxr::{Hand, Headset, Presence, TrackingRoot};
use crate::third_party::rapier::Bodies;

pub use fade::Fade;
pub use hands::HandPart;
pub use teleport::Landing;

/// Height of the body that must fit where one goes, in metres.
const HEIGHT: f32 = 1.7;
/// Longest time that one step of walking is made for, in seconds.
const LONGEST: f32 = 0.25;

/// Where head and hands are in the classroom.
#[derive(Resource, Debug, Clone, Copy, Default)]
pub struct Wearer {
    /// The head: it looks along `-z`. None while the headset is not there.
    pub head: Option<Isometry3d>,
    /// Where each hand holds, left first.
    pub grips: [Option<Isometry3d>; 2],
    /// From where and which way each hand points.
    pub aims: [Option<Isometry3d>; 2],
}

/// A pose of the headset's room, in the classroom.
pub fn in_classroom(root: &Transform, pose: Isometry3d) -> Isometry3d {
    Isometry3d::new(root.translation, root.rotation) * pose
}

/// Whether the teacher's eyes are those of the headset's wearer.
pub fn by_wearer(headset: Res<Headset>) -> bool {
    headset.presence != Presence::None && headset.head.is_some()
}

/// What the root was set by; when it changes, the wearer is put in their place anew.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Placed {
    lesson: Option<Entity>,
    is_there: bool,
    moved: u32,
    seated: bool,
    raised: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Wearer>();
    if app.world().resource::<AppConfig>().shell != Shell::Xr {
        return;
    }
    app.add_plugins((fade::plugin, hands::plugin, teleport::plugin))
        .insert_resource(ClearColor(Color::srgb(0.30, 0.34, 0.38)))
        .add_systems(
            Update,
            (place, (turn, walk, teleport::aim).run_if(in_lesson), embody, know)
                .chain()
                .in_set(AppSystems::ReadSession)
                .in_set(HeadsetSystems),
        )
        .add_systems(Update, mirror.in_set(AppSystems::Animate));
}

/// What puts the wearer in the classroom.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HeadsetSystems;

/// Whether one can get about: in the lesson, and in the room before it begins.
fn in_lesson(headset: Res<Headset>, lesson: Option<Res<State<Classroom>>>) -> bool {
    headset.is_worn() && lesson.is_some_and(|lesson| matches!(lesson.get(), Classroom::Running | Classroom::Briefing))
}

/// Which way a head faces over the floor, in radians: 0 is `+z`, as for a body.
fn yaw_of(head: Isometry3d) -> f32 {
    let ahead = head.rotation * Vec3::NEG_Z;
    // Who looks straight up or down faces the way of the chin or the crown.
    let flat = if ahead.y.abs() > 0.98 { head.rotation * Vec3::NEG_Y * ahead.y.signum() } else { ahead };
    flat.x.atan2(flat.z)
}

/// Puts the wearer where the body is, when a lesson begins, when the headset comes, and when they ask.
fn place(
    headset: Res<Headset>,
    settings: Res<Settings>,
    actions: Res<ActionState>,
    bodies: Query<(Entity, &TeacherBody)>,
    mut roots: Query<&mut Transform, With<TrackingRoot>>,
    mut placed: Local<Placed>,
    mut recentred: Local<bool>,
) {
    let (Ok(mut root), Some(head)) = (roots.single_mut(), headset.head) else {
        placed.is_there = false;
        return;
    };
    let body = bodies.single().ok();
    let now = Placed {
        lesson: body.map(|(entity, _)| entity),
        is_there: headset.presence != Presence::None,
        moved: headset.moved,
        seated: settings.seated,
        raised: settings.raised,
    };
    *recentred = actions.just_pressed(Action::Recentre);
    if *placed == now && !*recentred {
        return;
    }
    *placed = now;
    // Before there is a room, one looks along `-z` from its middle, as far from panels as anywhere.
    let (feet, yaw) = body.map_or((Vec3::ZERO, PI), |(_, body)| (body.feet, body.yaw));
    let turn = Quat::from_rotation_y(yaw - yaw_of(head));
    let height = height_offset(&headset, &settings, head.translation.y);
    let head_at = turn * Vec3::from(head.translation);
    *root = Transform::from_translation(Vec3::new(feet.x - head_at.x, height, feet.z - head_at.z)).with_rotation(turn);
}

/// How far the floor of the headset's room is above that of the classroom, in metres.
fn height_offset(headset: &Headset, settings: &Settings, head_y: f32) -> f32 {
    let wanted = if settings.seated { EYE_HEIGHT_SEATED } else { EYE_HEIGHT };
    match (headset.has_floor, settings.raised) {
        (true, false) => 0.0,
        (true, true) => EYE_HEIGHT - head_y,
        (false, _) => wanted - head_y,
    }
}

/// Turns the root about the head.
fn turn_by(root: &mut Transform, head: Isometry3d, angle: f32) {
    let pivot = Vec3::from(in_classroom(root, head).translation);
    root.rotate_around(pivot, Quat::from_rotation_y(angle));
}

fn turn(
    headset: Res<Headset>,
    settings: Res<Settings>,
    actions: Res<ActionState>,
    mut roots: Query<&mut Transform, With<TrackingRoot>>,
    mut fade: ResMut<Fade>,
) {
    let (Ok(mut root), Some(head)) = (roots.single_mut(), headset.head) else { return };
    let step = f32::from(settings.turn_deg).to_radians();
    let turns = [(Action::TurnLeft, step), (Action::TurnRight, -step), (Action::TurnBack, PI)];
    for (_, angle) in turns.into_iter().filter(|(action, _)| actions.just_pressed(*action)) {
        turn_by(&mut root, head, angle);
        fade.blink();
    }
}

/// Walks by the stick, for who asked for that.
fn walk(
    headset: Res<Headset>,
    settings: Res<Settings>,
    actions: Res<ActionState>,
    time: Res<Time<Real>>,
    solids: Bodies,
    mut roots: Query<&mut Transform, With<TrackingRoot>>,
    mut fade: ResMut<Fade>,
) {
    let (Ok(mut root), Some(head)) = (roots.single_mut(), headset.head) else { return };
    let wanted = if settings.smooth_walk { actions.walk() } else { Vec2::ZERO };
    fade.walks(wanted.length());
    if wanted == Vec2::ZERO {
        return;
    }
    let head = in_classroom(&root, head);
    let yaw = yaw_of(head);
    let (ahead, right) = (Vec3::new(yaw.sin(), 0.0, yaw.cos()), Vec3::new(-yaw.cos(), 0.0, yaw.sin()));
    let way = (right * wanted.x + ahead * wanted.y) * PACE * time.delta_secs().min(LONGEST);
    root.translation += solids.walk(Vec3::from(head.translation).with_y(0.0), RADIUS, HEIGHT, way);
}

/// The body is where the head is.
fn embody(
    headset: Res<Headset>,
    roots: Query<&Transform, With<TrackingRoot>>,
    session: Option<Res<crate::session::ClassroomSession>>,
    time: Res<Time<Real>>,
    mut bodies: Query<&mut TeacherBody>,
) {
    let (Ok(root), Some(head), true) = (roots.single(), headset.head, by_person(session)) else { return };
    if headset.presence == Presence::None {
        return;
    }
    let head = in_classroom(root, head);
    let ahead = head.rotation * Vec3::NEG_Z;
    for mut body in &mut bodies {
        let feet = Vec3::from(head.translation).with_y(0.0);
        let secs = time.delta_secs();
        let velocity = if secs > 0.0 { (feet - body.feet) / secs } else { Vec3::ZERO };
        body.set_if_neq(TeacherBody {
            feet,
            yaw: yaw_of(head).rem_euclid(2.0 * PI),
            pitch: ahead.y.clamp(-1.0, 1.0).asin(),
            eye_height: head.translation.y,
            // Going from place to place at once is no walk, and makes no steps.
            velocity: if velocity.length() > 4.0 * PACE { Vec3::ZERO } else { velocity },
        });
    }
}

/// Tells everybody where head and hands are.
fn know(headset: Res<Headset>, roots: Query<&Transform, With<TrackingRoot>>, mut wearer: ResMut<Wearer>) {
    let Ok(root) = roots.single() else { return };
    let there = |pose: Option<Isometry3d>| pose.map(|pose| in_classroom(root, pose));
    let is_there = headset.presence != Presence::None;
    *wearer = Wearer {
        head: there(headset.head.filter(|_| is_there)),
        grips: Hand::BOTH.map(|hand| there(headset.hand(hand).grip)),
        aims: Hand::BOTH.map(|hand| there(headset.hand(hand).aim)),
    };
}

/// The body's own camera shows in the window what the wearer sees; without a window it rests.
fn mirror(config: Res<AppConfig>, screen: Res<State<Screen>>, mut cameras: Query<&mut Camera, With<TeacherBody>>) {
    if *screen.get() != Screen::Classroom || config.window {
        return;
    }
    for mut camera in &mut cameras {
        if camera.is_active {
            camera.is_active = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_keeps_the_head_where_it_is() {
        let mut root = Transform::from_xyz(1.0, 0.2, -2.0).with_rotation(Quat::from_rotation_y(0.4));
        let head = Isometry3d::new(Vec3::new(0.3, 1.6, -0.5), Quat::from_rotation_y(0.2));
        let before = in_classroom(&root, head);
        turn_by(&mut root, head, PI / 6.0);
        let after = in_classroom(&root, head);
        assert!(before.translation.distance(after.translation) < 1e-5);
        assert!((yaw_of(after) - yaw_of(before) - PI / 6.0).abs() < 1e-4);
    }

    #[test]
    fn a_head_faces_the_way_it_looks_also_when_it_looks_down() {
        let looks = |yaw: f32, pitch: f32| {
            yaw_of(Isometry3d::from_rotation(Quat::from_rotation_y(yaw) * Quat::from_rotation_x(pitch)))
        };
        assert!((looks(0.0, 0.0).abs() - PI).abs() < 1e-5, "along -z");
        assert!((looks(PI, -0.6)).abs() < 1e-4);
        let down = looks(PI, -1.5);
        assert!(down.abs() < 1e-3, "{down}");
    }

    #[test]
    fn eyes_are_as_high_as_one_asks() {
        let headset = |has_floor| Headset { has_floor, ..default() };
        let settings = |seated, raised| Settings { seated, raised, ..Settings::default() };
        assert_eq!(height_offset(&headset(true), &settings(false, false), 1.2), 0.0);
        assert!((height_offset(&headset(true), &settings(false, true), 1.2) + 1.2 - EYE_HEIGHT).abs() < 1e-6);
        assert!((height_offset(&headset(false), &settings(true, false), 0.0) - EYE_HEIGHT_SEATED).abs() < 1e-6);
    }
}
