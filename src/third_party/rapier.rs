//! Collisions and rays by rapier. Without a renderer nothing has a body.

use bevy::prelude::*;

use crate::app::AppConfig;

pub(super) fn plugin(_app: &mut App, _config: &AppConfig) {}
