//! Gaze and hands: look at, reach, take and use; becomes commands.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
