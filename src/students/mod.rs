//! Bodies for simulated students: spawn, pose, face and gaze follow the simulation.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
