//! Actions of the teacher, whatever device they come from.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
