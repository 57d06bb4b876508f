//! Where the user is in the program.

use bevy::prelude::*;

/// The screen that is on. Entities of one screen carry `DespawnOnExit(Screen::X)`.
#[derive(States, Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Screen {
    /// Reads settings and looks for lessons.
    #[default]
    Boot,
    /// First screen.
    Title,
    /// Cards of the lessons that were found.
    Library,
    /// Assets, pipelines and the room of the chosen lesson.
    Loading,
    /// The lesson.
    Classroom,
    /// What happened in the lesson.
    Review,
    /// Settings.
    Settings,
}

/// Where the lesson is.
#[derive(SubStates, Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[source(Screen = Screen::Classroom)]
pub enum Classroom {
    /// The room stands, time does not run yet, the briefing is on.
    #[default]
    Briefing,
    /// Time runs.
    Running,
    /// Time stands still.
    Paused,
    /// The lesson is over; the review is being made.
    Ended,
}

pub(super) fn plugin(app: &mut App) {
    app.init_state::<Screen>().add_sub_state::<Classroom>();
}
