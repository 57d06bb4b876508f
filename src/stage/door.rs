//! The door opens for whoever comes in or goes out, and closes behind them.

use bevy::prelude::*;

use crate::{app::AppSystems, session::ClassroomSession, students::Student};

use super::Landmarks;

/// Somebody nearer than this to the door's middle goes through it, in metres.
const NEAR: f32 = 1.35;
/// How far it opens, in degrees: out into the corridor.
const OPEN_DEG: f32 = 78.0;
/// In about this time it covers most of its way, in seconds: a hand opens it, a closer shuts it.
const OPENS_SECS: f32 = 0.28;
const CLOSES_SECS: f32 = 0.75;

/// The door begins to open or has fallen shut.
#[derive(Message, Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoorMoved {
    /// A hand is on its handle.
    Opens,
    /// It has fallen into its lock.
    Shut,
}

/// The door's leaf, with its hinge as origin.
#[derive(Component, Debug, Default)]
struct Door {
    /// From 0, shut, to 1.
    open: f32,
}

pub(super) fn plugin(app: &mut App) {
    app.add_observer(find)
        .add_systems(Update, swing.in_set(AppSystems::Animate).run_if(resource_exists::<ClassroomSession>));
}

fn find(named: On<Add, Name>, mut commands: Commands, names: Query<&Name>) {
    if names.get(named.entity).is_ok_and(|name| name.as_str() == "door") {
        commands.entity(named.entity).insert(Door::default());
    }
}

fn swing(
    time: Res<Time>,
    landmarks: Res<Landmarks>,
    mut moved: MessageWriter<DoorMoved>,
    mut doors: Query<(&mut Door, &mut Transform), Without<Student>>,
    students: Query<(&Transform, &InheritedVisibility), With<Student>>,
) {
    let at = landmarks.door.xz();
    let passes = students.iter().any(|(body, seen)| seen.get() && body.translation.xz().distance(at) < NEAR);
    for (mut door, mut leaf) in &mut doors {
        let open = moved_on(door.open, passes, time.delta_secs());
        if open == door.open {
            continue;
        }
        if door.open == 0.0 {
            moved.write(DoorMoved::Opens);
        }
        if open == 0.0 {
            moved.write(DoorMoved::Shut);
        }
        door.open = open;
        leaf.rotation = Quat::from_rotation_y(-(OPEN_DEG * open).to_radians());
    }
}

/// How far the door is open after a time in seconds.
fn moved_on(open: f32, passes: bool, secs: f32) -> f32 {
    let (goal, pace) = if passes { (1.0, OPENS_SECS) } else { (0.0, CLOSES_SECS) };
    let next = open + (goal - open) * (1.0 - (-secs / pace).exp());
    if (next - goal).abs() < 0.004 { goal } else { next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_door_opens_for_somebody_and_falls_shut_behind_them() {
        let mut open = 0.0;
        for _ in 0..20 {
            open = moved_on(open, true, 0.1);
        }
        assert_eq!(open, 1.0);
        let mut before = open;
        for _ in 0..60 {
            open = moved_on(open, false, 0.1);
            assert!(open <= before);
            before = open;
        }
        assert_eq!(open, 0.0);
        assert_eq!(moved_on(0.0, false, 0.1), 0.0, "nothing moves that is shut");
    }
}
