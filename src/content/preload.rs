//! What must be loaded before the lesson is shown.

use bevy::asset::{LoadState, RecursiveDependencyLoadState};
use bevy::prelude::*;

use crate::app::{AppSystems, Screen};

use super::mips::Making;

/// Assets that the classroom needs. Modules add theirs when `Screen::Loading` is entered; the lesson is shown once each
/// is there or has failed with a notice. They stay loaded, so that a second lesson starts at once.
#[derive(Resource, Debug, Default)]
pub struct Preload {
    handles: Vec<UntypedHandle>,
    settled: usize,
}

impl Preload {
    /// Asks to wait for an asset.
    pub fn add<A: Asset>(&mut self, handle: Handle<A>) {
        let handle = handle.untyped();
        if !self.handles.contains(&handle) {
            self.handles.push(handle);
        }
    }

    /// Share of the work done, 0 to 1.
    pub fn progress(&self) -> f32 {
        if self.handles.is_empty() { 1.0 } else { self.settled as f32 / self.handles.len() as f32 }
    }
}

/// Frames in a row with nothing left to wait for: so that everybody has had a turn to add, and what was read last has got
/// its smaller versions.
#[derive(Resource, Default)]
struct Frames(u32);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Preload>()
        .init_resource::<Frames>()
        .add_systems(OnEnter(Screen::Loading), |mut frames: ResMut<Frames>| frames.0 = 0)
        .add_systems(Update, wait.in_set(AppSystems::React).run_if(in_state(Screen::Loading)));
}

fn wait(
    server: Res<AssetServer>,
    mut preload: ResMut<Preload>,
    mut frames: ResMut<Frames>,
    making: Res<Making>,
    mut next: ResMut<NextState<Screen>>,
) {
    let is_settled = |handle: &&UntypedHandle| match server.get_load_states(handle.id()) {
        // Made in memory rather than loaded.
        None | Some((LoadState::Failed(_), ..)) => true,
        Some((_, _, all)) => {
            matches!(all, RecursiveDependencyLoadState::Loaded | RecursiveDependencyLoadState::Failed(_))
        }
    };
    preload.settled = preload.handles.iter().filter(is_settled).count();
    let is_ready = preload.settled == preload.handles.len() && making.is_done();
    frames.0 = if is_ready { frames.0 + 1 } else { 0 };
    if frames.0 > 2 {
        next.set(Screen::Classroom);
    }
}
