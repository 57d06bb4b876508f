//! Texts of the program in every language it speaks.

use bevy::prelude::*;

pub(super) fn plugin(_app: &mut App) {}
