//! Tells the simulation where a person's body is.

use bevy::prelude::*;
use proefles_scenario::Pose;
use proefles_sim::TeacherCommand;

use crate::session::{ClassroomSession, Command};

use super::{TeacherBody, pose_of};

/// Moving less than this is not told, in millimetres.
const FAR_MM: i32 = 100;
/// Turning less than this is not told, in degrees.
const WIDE_DEG: i32 = 15;

/// Whether a pose differs enough from the one told last.
fn is_news(told: Pose, now: Pose) -> bool {
    let turned = (i32::from(now.yaw_deg) - i32::from(told.yaw_deg)).rem_euclid(360);
    now.at.distance_mm(told.at) > FAR_MM || turned.min(360 - turned) > WIDE_DEG
}

/// Sends the pose when it changed noticeably; the schedule makes that at most once a tick.
pub(super) fn report(
    bodies: Query<&TeacherBody>,
    session: Res<ClassroomSession>,
    mut told: Local<Option<(u64, Pose)>>,
    mut commands: MessageWriter<Command>,
) {
    let Ok(body) = bodies.single() else { return };
    let now = pose_of(body);
    let seed = session.session().seed();
    // A new lesson starts where its author put the teacher.
    let last = match *told {
        Some((of, pose)) if of == seed && session.session().now() > 0 => pose,
        _ => session.scenario().room.teacher,
    };
    let mut last = last;
    if is_news(last, now) {
        commands.write(Command(TeacherCommand::Move(now)));
        last = now;
    }
    *told = Some((seed, last));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proefles_scenario::Point;

    fn pose(x_mm: i32, yaw_deg: i16) -> Pose {
        Pose { at: Point::new(x_mm, 0), yaw_deg }
    }

    #[test]
    fn only_noticeable_changes_are_news() {
        assert!(!is_news(pose(0, 0), pose(100, 15)));
        assert!(is_news(pose(0, 0), pose(101, 0)));
        assert!(is_news(pose(0, 0), pose(0, 16)));
        assert!(!is_news(pose(0, 355), pose(0, 5)), "over north it is ten degrees");
        assert!(is_news(pose(0, 350), pose(0, 10)));
    }
}
