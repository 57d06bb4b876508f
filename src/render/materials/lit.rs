//! Desks and devices in the light of the screen on them.

use bevy::{prelude::*, shader::Shader};

use super::{
    LIT,
    tagged::{self, Copies, Kind, TaggedMaterial},
};

/// Names the shader of what stands in the light of a screen.
#[derive(TypePath, Debug, Clone, Default)]
pub struct Lit;

impl Kind for Lit {
    const SHADER: Handle<Shader> = LIT.0;
    const LABEL: &'static str = "lit";
}

/// What desks and devices are drawn with.
pub type LitMaterial = TaggedMaterial<Lit>;

/// The materials of desks and devices, by the ones their models came with.
pub type Lits = Copies<Lit>;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(tagged::plugin::<Lit>);
}
