//! Cameras, quality tiers and the light of the room.
//!
//! Whoever spawns a `Camera3d` need not know any of this: each is set up when it appears, and again when the quality
//! changes.

mod camera;
mod light;
mod shader_fix;
mod tier;

use bevy::prelude::*;

use crate::app::AppConfig;

pub use camera::ViewPoint;
pub use tier::TierSettings;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(tier::plugin).init_resource::<ViewPoint>();
    if app.world().resource::<AppConfig>().shell.renders() {
        app.add_plugins((light::plugin, camera::plugin, shader_fix::plugin));
    }
}
