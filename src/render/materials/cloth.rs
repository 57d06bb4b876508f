//! Students: clothes and hair in other colours than their picture has, and the light of the screen they sit before.

use bevy::{prelude::*, shader::Shader};

use super::{
    CLOTH,
    tagged::{self, Copies, Kind, TaggedMaterial},
};

/// Names the shader of students.
#[derive(TypePath, Debug, Clone, Default)]
pub struct Cloth;

impl Kind for Cloth {
    const SHADER: Handle<Shader> = CLOTH.0;
    const LABEL: &'static str = "cloth";
}

/// What students are drawn with.
pub type ClothMaterial = TaggedMaterial<Cloth>;

/// The materials of students, by the ones their models came with.
pub type Cloths = Copies<Cloth>;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(tagged::plugin::<Cloth>);
}
