//! The teacher's body: eyes, walking, collisions.
//!
//! A person moves the body and the simulation is told; a policy or a script moves the simulation's teacher and the body
//! follows. Either way there is one [`TeacherBody`], and the camera is its eyes.

mod body;
mod follow;
mod headset;
mod report;
mod walk;

use bevy::prelude::*;

use crate::app::{AppSystems, Classroom, Screen, SessionSystems};
use crate::session::ClassroomSession;

pub use headset::{Fade, HandPart, HeadsetSystems, Landing, Wearer, by_wearer, in_classroom};

pub use body::{EYE_HEIGHT, EYE_HEIGHT_SEATED, RADIUS, TeacherBody, floor_point, pose_of, yaw_of};

/// Whether a person teaches.
pub fn by_person(session: Option<Res<ClassroomSession>>) -> bool {
    session.is_some_and(|session| !session.is_driven())
}

/// Whether a policy or a script teaches.
pub fn by_driver(session: Option<Res<ClassroomSession>>) -> bool {
    session.is_some_and(|session| session.is_driven())
}

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(headset::plugin)
        .add_systems(OnEnter(Screen::Classroom), body::spawn)
        .add_systems(
            Update,
            (
                (walk::turn, walk::walk).chain().run_if(by_person).run_if(not(by_wearer)),
                follow::follow.run_if(by_driver),
                body::sit.run_if(not(by_wearer)),
                body::place_eyes,
            )
                .chain()
                .after(HeadsetSystems)
                .in_set(AppSystems::ReadSession)
                .run_if(in_state(Classroom::Running).or_else(in_state(Classroom::Briefing))),
        )
        .add_systems(
            FixedUpdate,
            report::report.before(SessionSystems::Ingest).run_if(in_state(Classroom::Running).and_then(by_person)),
        );
}
