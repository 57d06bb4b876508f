//! The review screen: what happened in the run and what to try.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
