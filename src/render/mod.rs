//! Cameras, quality tiers and materials.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
