//! Materials of our own, one file each, with a shader of the same name in `assets/shaders/`.
//!
//! The shaders are part of the program: a picture never waits for one to be read. Whatever differs from one student or screen
//! to the next is in the number of the instance ([`Tag`]), so that all of a kind are drawn together.

mod cloth;
mod hand;
mod ink;
mod lit;
mod screen;
mod sky;
mod tag;
mod tagged;
mod vignette;

use bevy::{asset::uuid_handle, prelude::*, shader::Shader};

pub use cloth::{ClothMaterial, Cloths};
pub use hand::{HandMaterial, RAY_DOT, RayMaterial};
pub use ink::{Board, InkMaterial};
pub use lit::{LitMaterial, Lits};
pub use screen::{ScreenMaterial, screen_tag};
pub use sky::SkyMaterial;
pub use tag::{DYES, Light, Panel, Part, Tag};
pub use vignette::Vignette;

/// A shader that comes with the program: its handle, its file in `assets/`, and its text.
macro_rules! shader {
    ($name:ident, $uuid:literal, $file:literal) => {
        const $name: (Handle<Shader>, &str, &str) =
            (uuid_handle!($uuid), concat!("shaders/", $file), include_str!(concat!("../../../assets/shaders/", $file)));
    };
}

shader!(ROOM, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a01", "room.wgsl");
shader!(GRAIN, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a0b", "grain.wgsl");
shader!(GLOW, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a02", "glow.wgsl");
shader!(CLOTH, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a03", "cloth.wgsl");
shader!(LIT, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a04", "lit.wgsl");
shader!(SCREEN, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a05", "screen.wgsl");
shader!(SKY, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a06", "sky.wgsl");
shader!(INK, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a07", "ink.wgsl");
shader!(VIGNETTE, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a08", "vignette.wgsl");
shader!(HAND, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a09", "hand.wgsl");
shader!(RAY, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a0a", "ray.wgsl");

pub(super) fn plugin(app: &mut App) {
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    for (handle, file, text) in [ROOM, GRAIN, GLOW, CLOTH, LIT, SCREEN, SKY, INK, VIGNETTE, HAND, RAY] {
        if let Err(error) = shaders.insert(&handle, Shader::from_wgsl(text, file)) {
            error!("{file}: {error}");
        }
    }
    app.add_plugins((
        cloth::plugin,
        lit::plugin,
        screen::plugin,
        sky::plugin,
        ink::plugin,
        vignette::plugin,
        hand::plugin,
    ));
}
