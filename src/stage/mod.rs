//! The room: walls, floor, windows, furniture by the seating plan, the digital board and the light.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
