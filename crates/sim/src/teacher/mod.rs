//! The teacher in the simulation: where they are, where they look, what they last did.

mod act;
mod care;
mod walk;

use proefles_scenario::{ItemId, Point, Pose, TeacherAction};

use crate::Gaze;
use crate::digest::Digest;

pub use walk::{Aisles, direction, stand_at};

/// Everything about the teacher that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeacherState {
    pub pose: Pose,
    pub gaze: Gaze,
    pub gaze_since: u32,
    pub walking_to: Option<Point>,
    pub held: Option<ItemId>,
    /// Silence lasts until this tick.
    pub waiting_until: u32,
    /// The class was asked something at this tick.
    pub asked_at: Option<u32>,
    /// When they last did each of the actions of their own accord.
    pub last: [Option<u32>; TeacherAction::COUNT],
}

impl TeacherState {
    /// At the start of a run.
    pub fn new(pose: Pose) -> Self {
        Self {
            pose,
            gaze: Gaze::Class,
            gaze_since: 0,
            walking_to: None,
            held: None,
            waiting_until: 0,
            asked_at: None,
            last: [None; TeacherAction::COUNT],
        }
    }

    /// Feeds the state to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        let Self { pose, gaze, gaze_since, walking_to, held, waiting_until, asked_at, last } = self;
        digest.named(&(pose, gaze, gaze_since, walking_to, held, waiting_until, asked_at, last));
    }
}
