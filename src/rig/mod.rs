//! The teacher's body: eyes, walking, collisions.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
