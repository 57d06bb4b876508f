//! What a teacher cannot walk through: walls, desks and students' places. Whoever moves the teacher gives them colliders.

use bevy::prelude::*;
use proefles_scenario::Scenario;

use crate::{app::Screen, content::SelectedScenario};

use super::{ClassroomPart, DESK_AHEAD, DESK_HEIGHT, ahead, seat_place};

/// A box in the way, about its entity's [`Transform`].
#[derive(Component, Debug, Clone, Copy, PartialEq)]
#[require(Transform)]
pub struct Obstacle {
    /// Half of its width, height and depth, in metres.
    pub half_extents: Vec3,
}

/// Half of a student's desk.
const DESK: Vec3 = Vec3::new(0.35, DESK_HEIGHT / 2.0, 0.25);
/// Half of a student with a chair.
const SEATED: Vec3 = Vec3::new(0.24, 0.6, 0.26);
/// Half of the teacher's desk.
const TEACHER_DESK: Vec3 = Vec3::new(0.70, 0.37, 0.35);
/// Half of the thickness of a wall.
const WALL: f32 = 0.1;
/// Height of the room, in metres.
const HEIGHT: f32 = 3.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Loading), spawn);
}

fn spawn(mut commands: Commands, selected: Res<SelectedScenario>) {
    let Some(scenario) = &selected.0 else { return };
    for (place, obstacle) in obstacles(scenario) {
        commands.spawn((ClassroomPart, place, obstacle));
    }
}

/// Every obstacle of a lesson's room and where it stands.
fn obstacles(scenario: &Scenario) -> Vec<(Transform, Obstacle)> {
    let mut found = walls(scenario.room.width_mm as f32 / 2000.0, scenario.room.depth_mm as f32 / 2000.0);
    let desk = scenario.room.teacher_desk;
    let desk = Vec3::new(desk.x_mm as f32 / 1000.0, 0.0, desk.z_mm as f32 / 1000.0);
    found.push(standing(Transform::from_translation(desk), TEACHER_DESK));
    for seat in &scenario.seats {
        let place = seat_place(seat.pose);
        found.push(standing(ahead(place, DESK_AHEAD), DESK));
        found.push(standing(ahead(place, -0.03), SEATED));
    }
    found
}

fn walls(half_width: f32, half_depth: f32) -> Vec<(Transform, Obstacle)> {
    let mut walls = Vec::new();
    for side in [-1.0, 1.0] {
        let across = Transform::from_xyz(side * (half_width + WALL), 0.0, 0.0);
        walls.push(standing(across, Vec3::new(WALL, HEIGHT / 2.0, half_depth + 2.0 * WALL)));
        let along = Transform::from_xyz(0.0, 0.0, side * (half_depth + WALL));
        walls.push(standing(along, Vec3::new(half_width + 2.0 * WALL, HEIGHT / 2.0, WALL)));
    }
    walls
}

fn standing(foot: Transform, half_extents: Vec3) -> (Transform, Obstacle) {
    (Transform { translation: foot.translation + Vec3::Y * half_extents.y, ..foot }, Obstacle { half_extents })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walls_close_the_room_and_leave_its_inside_free() {
        let walls = walls(4.2, 3.6);
        let inside = |point: Vec3, (place, obstacle): &(Transform, Obstacle)| {
            (point - place.translation).abs().cmplt(obstacle.half_extents).all()
        };
        for free in [Vec3::Y, Vec3::new(4.1, 1.0, 3.5), Vec3::new(-4.1, 0.1, -3.5)] {
            assert!(!walls.iter().any(|wall| inside(free, wall)), "{free}");
        }
        for closed in [Vec3::new(4.3, 1.0, 0.0), Vec3::new(0.0, 1.0, -3.7), Vec3::new(4.25, 1.0, 3.65)] {
            assert!(walls.iter().any(|wall| inside(closed, wall)), "{closed}");
        }
    }
}
