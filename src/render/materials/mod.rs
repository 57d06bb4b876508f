//! Materials of our own, one file each, with a shader of the same name in `assets/shaders/`.
//!
//! The shaders are part of the program: a picture never waits for one to be read. Whatever differs from one student or screen
//! to the next is in the number of the instance ([`Tag`]), so that all of a kind are drawn together.

mod cloth;
mod lit;
mod screen;
mod tag;
mod tagged;

use bevy::{asset::uuid_handle, prelude::*, shader::Shader};

pub use cloth::{ClothMaterial, Cloths};
pub use lit::{LitMaterial, Lits};
pub use screen::{ScreenMaterial, screen_tag};
pub use tag::{DYES, Light, Panel, Part, Tag};

/// A shader that comes with the program: its handle, its file in `assets/`, and its text.
macro_rules! shader {
    ($name:ident, $uuid:literal, $file:literal) => {
        const $name: (Handle<Shader>, &str, &str) =
            (uuid_handle!($uuid), concat!("shaders/", $file), include_str!(concat!("../../../assets/shaders/", $file)));
    };
}

shader!(ROOM, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a01", "room.wgsl");
shader!(GLOW, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a02", "glow.wgsl");
shader!(CLOTH, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a03", "cloth.wgsl");
shader!(LIT, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a04", "lit.wgsl");
shader!(SCREEN, "7a0c1e52-6d1b-4f0e-9a57-1d6f5b1c0a05", "screen.wgsl");

pub(super) fn plugin(app: &mut App) {
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    for (handle, file, text) in [ROOM, GLOW, CLOTH, LIT, SCREEN] {
        if let Err(error) = shaders.insert(&handle, Shader::from_wgsl(text, file)) {
            error!("{file}: {error}");
        }
    }
    app.add_plugins((cloth::plugin, lit::plugin, screen::plugin));
}
