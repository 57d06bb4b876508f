//! What must outlive the run: statements of the run go to the store by a worker thread.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
