//! What stands in the way and what a look can meet. The bodies are simpler than what is seen: boxes and capsules.

use bevy::prelude::*;
use proefles_scenario::{ItemId, StudentId};

use crate::app::Screen;
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
    app.add_observer(stop_the_body).add_systems(OnEnter(Screen::Classroom), stand_in);
}

/// Gives a collider to what stands in the way.
fn stop_the_body(added: On<Add, Obstacle>, mut commands: Commands, obstacles: Query<&Obstacle>) {
    if let Ok(obstacle) = obstacles.get(added.entity) {
        commands.entity(added.entity).insert(solid_box(obstacle.half_extents));
    }
}

/// Puts what a look can meet in the room.
fn stand_in(mut commands: Commands, session: Option<Res<ClassroomSession>>, landmarks: Res<Landmarks>) {
    let Some(session) = session else { return };
    let scenario = session.scenario();
    for id in scenario.student_ids() {
        let at = floor_point(scenario.seat_of(id).pose.at) + Vec3::Y * SEATED_MIDDLE;
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
