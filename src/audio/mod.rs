//! Sound: murmur, steps, bell and voices.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
