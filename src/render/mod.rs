//! Cameras, quality tiers, the light of the room, and materials of our own.
//!
//! Whoever spawns a `Camera3d` need not know any of this: each is set up when it appears, and again when the quality
//! changes.

mod camera;
mod light;
mod materials;
mod shader_fix;
mod tier;

use bevy::prelude::*;

use crate::app::AppConfig;

pub use camera::ViewPoint;
pub use materials::{
    Board, ClothMaterial, Cloths, DYES, HandMaterial, InkMaterial, Light, LitMaterial, Lits, Panel, Part, RAY_DOT,
    RayMaterial, ScreenMaterial, SkyMaterial, Tag, Vignette, screen_tag,
};
pub use tier::TierSettings;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(tier::plugin).init_resource::<ViewPoint>();
    if app.world().resource::<AppConfig>().shell.renders() {
        app.add_plugins((light::plugin, camera::plugin, shader_fix::plugin, materials::plugin));
    }
}
