//! The bridge to the simulation: the only place that feeds commands to the session and lets it tick.

mod bridge;

use std::path::PathBuf;
use std::sync::Arc;

use bevy::prelude::*;
use proefles_scenario::{Lang, Scenario};
use proefles_sim::{Event, Outcome, Score, Session, TeacherCommand};

/// Something the teacher does, from whatever device. Refused commands are dropped with a debug line.
#[derive(Message, Debug, Clone, Copy)]
pub struct Command(pub TeacherCommand);

/// Something that happened in the simulation, in order, each exactly once.
#[derive(Message, Debug, Clone)]
pub struct Happened(pub Event);

/// The running lesson, to read. It exists from the end of `Screen::Loading` until `Screen::Classroom` is left.
#[derive(Resource, Debug)]
pub struct ClassroomSession {
    session: Session,
}

impl ClassroomSession {
    /// The simulation.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The lesson.
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.session.scenario()
    }
}

/// A run that is over: all that the review needs. It exists from the end of the lesson until the next one begins.
#[derive(Resource, Debug, Clone)]
pub struct RunReady {
    /// The lesson.
    pub scenario: Arc<Scenario>,
    /// Its seed.
    pub seed: u64,
    /// Language it was given in.
    pub lang: Lang,
    /// What the teacher did, with ticks, as the simulation took it.
    pub commands: Vec<(u32, TeacherCommand)>,
    /// Everything that happened.
    pub events: Vec<Event>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Points by criterion.
    pub scores: Vec<Score>,
    /// Folder of the record, once it has been written.
    pub folder: Option<PathBuf>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Command>().add_message::<Happened>().add_plugins(bridge::plugin);
}
