//! What must be loaded before the lesson is shown.

use bevy::prelude::*;

/// Assets that the classroom needs. Modules add theirs when `Screen::Loading` is entered; the lesson is shown once each is
/// there or has failed with a notice.
#[derive(Resource, Debug, Default)]
pub struct Preload {
    handles: Vec<UntypedHandle>,
    loaded: usize,
}

impl Preload {
    /// Asks to wait for an asset.
    pub fn add<A: Asset>(&mut self, handle: Handle<A>) {
        self.handles.push(handle.untyped());
    }

    /// Share of the work done, 0 to 1.
    pub fn progress(&self) -> f32 {
        if self.handles.is_empty() { 1.0 } else { self.loaded as f32 / self.handles.len() as f32 }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Preload>();
}
