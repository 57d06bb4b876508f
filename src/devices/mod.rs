//! Laptops, tablets, phones and the board: what their screens show.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
