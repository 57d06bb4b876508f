//! What stands in the way and what a look can meet. The bodies are simpler than what is seen: boxes and capsules.

use bevy::prelude::*;
use proefles_scenario::{ItemId, StudentId};
use proefles_sim::Session;

use crate::app::{AppSystems, Screen};
use crate::rig::floor_point;
use crate::session::ClassroomSession;
use crate::stage::{Landmarks, Obstacle};
use crate::third_party::rapier::{sight_box, sight_capsule, solid_box};

/// Something in the room that one can look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// A student.
    Student(StudentId),
    /// The digital board.
    Board,
    /// A thing that can be taken.
    Item(ItemId),
}

/// Carries the [`Target`] on the entity whose collider a look meets.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight(pub Target);

/// Height of the middle of a sitting student, in metres.
const SEATED_MIDDLE: f32 = 0.86;
/// Half of the straight part of their capsule, in metres.
const SEATED_HALF: f32 = 0.26;
/// Its radius, in metres. No wider than a body, so that one can look past the front row.
const SEATED_RADIUS: f32 = 0.19;
/// Half of the digital board's picture with its frame, in metres.
const BOARD: Vec3 = Vec3::new(1.06, 0.64, 0.05);

pub(super) fn plugin(app: &mut App) {
    app.add_observer(stop_the_body)
        .add_systems(OnEnter(Screen::Classroom), stand_in)
        .add_systems(Update, follow_bodies.in_set(AppSystems::ReadSession).run_if(resource_exists::<ClassroomSession>));
}

/// Gives a collider to what stands in the way.
fn stop_the_body(added: On<Add, Obstacle>, mut commands: Commands, obstacles: Query<&Obstacle>) {
    if let Ok(obstacle) = obstacles.get(added.entity) {
        commands.entity(added.entity).insert(solid_box(obstacle.half_extents));
    }
}

/// Where a look meets a student, or would once they have come in.
fn middle(session: &Session, id: StudentId) -> Vec3 {
    let place = session.place_of(id).map_or(Vec3::NEG_Y * 100.0, |place| floor_point(place.at));
    place + Vec3::Y * SEATED_MIDDLE
}

/// Students who leave their chairs take what a look meets with them.
fn follow_bodies(session: Res<ClassroomSession>, mut bodies: Query<(&Sight, &mut Transform)>) {
    for (sight, mut place) in &mut bodies {
        if let Target::Student(id) = sight.0 {
            let at = middle(session.session(), id);
            if place.translation != at {
                place.translation = at;
            }
        }
    }
}

/// Puts what a look can meet in the room.
fn stand_in(mut commands: Commands, session: Option<Res<ClassroomSession>>, landmarks: Res<Landmarks>) {
    let Some(session) = session else { return };
    let scenario = session.scenario();
    for id in scenario.student_ids() {
        let at = middle(session.session(), id);
        commands.spawn((
            Sight(Target::Student(id)),
            DespawnOnExit(Screen::Classroom),
            Transform::from_translation(at),
            sight_capsule(SEATED_HALF, SEATED_RADIUS),
        ));
    }
    commands.spawn((
        Sight(Target::Board),
        DespawnOnExit(Screen::Classroom),
        Transform::from_translation(landmarks.board),
        sight_box(BOARD),
    ));
}
