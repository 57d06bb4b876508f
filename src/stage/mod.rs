//! The room: walls, floor, windows, furniture by the seating plan, and where they stand in the way.

mod clock;
mod door;
mod floor;
mod furniture;
mod obstacle;
mod outside;
mod room;

use bevy::prelude::*;
use proefles_scenario::Pose;

use crate::app::{AppConfig, Screen};

pub use clock::LessonBegins;
pub use door::DoorMoved;
pub use floor::Floor;
pub use furniture::Desk;
pub use obstacle::Obstacle;

/// Part of the classroom of one lesson: it goes when the lesson is left.
#[derive(Component, Debug, Clone, Copy, Default)]
pub struct ClassroomPart;

/// The digital board's picture, as a mesh in the room.
#[derive(Component, Debug, Clone, Copy)]
pub struct BoardScreen;

/// Points of the room that people look at, in metres.
#[derive(Resource, Debug, Clone, Copy, PartialEq)]
pub struct Landmarks {
    /// Middle of the digital board.
    pub board: Vec3,
    /// Outside the windows, at the middle of their wall.
    pub window: Vec3,
    /// Middle of the door.
    pub door: Vec3,
}

impl Default for Landmarks {
    fn default() -> Self {
        Self { board: Vec3::new(0.0, 1.62, 3.53), window: Vec3::new(-8.0, 1.9, 0.0), door: Vec3::new(4.15, 1.3, 2.75) }
    }
}

/// How far in front of a sitting student the middle of their desk stands, in metres.
pub const DESK_AHEAD: f32 = 0.42;
/// How far behind a sitting student the middle of their chair stands, in metres.
pub const CHAIR_BEHIND: f32 = 0.04;
/// Height of a student's desk, in metres (EN 1729 size 5).
pub const DESK_HEIGHT: f32 = 0.71;

/// Where somebody of the seating plan sits, as a place in the room.
pub fn seat_place(pose: Pose) -> Transform {
    Transform::from_xyz(pose.at.x_mm as f32 / 1000.0, 0.0, pose.at.z_mm as f32 / 1000.0)
        .with_rotation(Quat::from_rotation_y(f32::from(pose.yaw_deg).to_radians()))
}

/// The same place, moved so far forward along the way that the seat faces.
pub fn ahead(place: Transform, metres: f32) -> Transform {
    Transform { translation: place.translation + place.rotation * Vec3::Z * metres, ..place }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Landmarks>()
        .add_message::<DoorMoved>()
        .add_plugins(obstacle::plugin)
        .add_systems(OnExit(Screen::Classroom), clear)
        .add_systems(OnEnter(Screen::Library), clear)
        .add_systems(OnEnter(Screen::Title), clear);
    if app.world().resource::<AppConfig>().shell.renders() {
        app.add_plugins((room::plugin, furniture::plugin, clock::plugin, outside::plugin, door::plugin));
    }
}

fn clear(mut commands: Commands, parts: Query<Entity, (With<ClassroomPart>, Without<ChildOf>)>) {
    for part in &parts {
        commands.entity(part).despawn();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proefles_scenario::Point;

    #[test]
    fn a_seat_that_faces_the_board_is_not_turned() {
        let place = seat_place(Pose { at: Point::new(1500, -900), yaw_deg: 0 });
        assert_eq!(place.translation, Vec3::new(1.5, 0.0, -0.9));
        let desk = ahead(place, DESK_AHEAD);
        assert!(desk.translation.distance(Vec3::new(1.5, 0.0, -0.48)) < 1e-5);
    }

    #[test]
    fn a_seat_that_faces_the_door_has_its_desk_on_that_side() {
        let place = seat_place(Pose { at: Point::default(), yaw_deg: 90 });
        assert!(ahead(place, 1.0).translation.distance(Vec3::X) < 1e-5);
    }
}
