//! Theme, widgets, screens, heads-up display and captions.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
