//! The order of systems, one enum per schedule. Systems join a set; they are not ordered against each other across
//! modules.

use std::time::Duration;

use bevy::prelude::*;
use proefles_scenario::TICKS_PER_SECOND;

/// In `FixedUpdate`, ten times a second of lesson time.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SessionSystems {
    /// Commands of the teacher, the script and the autopilot enter the simulation.
    Ingest,
    /// One tick passes.
    Step,
    /// What happened is told to everybody.
    Publish,
}

/// In `Update`, every frame.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AppSystems {
    /// Reads events and state of the simulation.
    ReadSession,
    /// Bodies, screens and things take over what was read.
    React,
    /// Poses, faces and light between two ticks.
    Animate,
    /// Sounds.
    Sound,
    /// Panels' data. (The panels themselves are drawn in egui's own pass.)
    Ui,
}

/// In `PreUpdate`, every frame.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InputSystems {
    /// Devices fill the actions.
    Collect,
    /// Actions that exclude each other are settled.
    Resolve,
}

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(Time::<Fixed>::from_duration(Duration::from_secs(1) / TICKS_PER_SECOND))
        .configure_sets(FixedUpdate, (SessionSystems::Ingest, SessionSystems::Step, SessionSystems::Publish).chain())
        .configure_sets(
            Update,
            (AppSystems::ReadSession, AppSystems::React, AppSystems::Animate, AppSystems::Sound, AppSystems::Ui)
                .chain(),
        )
        .configure_sets(PreUpdate, (InputSystems::Collect, InputSystems::Resolve).chain());
}
