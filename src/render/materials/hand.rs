//! The teacher's hands in a headset, and where they point.

use bevy::{
    mesh::{MeshTag, MeshVertexBufferLayoutRef},
    pbr::{MaterialPipeline, MaterialPipelineKey},
    prelude::*,
    render::render_resource::{AsBindGroup, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError},
    shader::ShaderRef,
};

use super::{HAND, RAY};

#[derive(Debug, Clone, Copy, ShaderType)]
struct Skin {
    colour: Vec4,
    clear: Vec4,
}

/// A hand: its rim is bright, its middle lets through what is behind.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone)]
pub struct HandMaterial {
    #[uniform(0)]
    skin: Skin,
}

impl Default for HandMaterial {
    fn default() -> Self {
        Self { skin: Skin { colour: Vec4::new(0.55, 0.68, 0.78, 0.62), clear: Vec4::ZERO } }
    }
}

impl HandMaterial {
    /// How clear the hand is, from 0 to 1: 1 where it would hide text.
    pub fn set_clear(&mut self, clear: f32) {
        self.skin.clear.x = clear.clamp(0.0, 1.0);
    }
}

impl Material for HandMaterial {
    fn fragment_shader() -> ShaderRef {
        ShaderRef::Handle(HAND.0)
    }

    fn alpha_mode(&self) -> AlphaMode {
        AlphaMode::Blend
    }
}

#[derive(Debug, Clone, Copy, ShaderType)]
struct Beam {
    colour: Vec4,
}

/// Where a hand points: on a strip whose `v` runs from the hand to the end it is a ray that fades, on a square with the number
/// [`RAY_DOT`] it is the dot at the end.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone)]
pub struct RayMaterial {
    #[uniform(0)]
    beam: Beam,
}

/// Number of the instance that is a dot.
pub const RAY_DOT: MeshTag = MeshTag(1);

impl Default for RayMaterial {
    fn default() -> Self {
        Self { beam: Beam { colour: Vec4::new(0.95, 0.72, 0.18, 0.9) } }
    }
}

impl Material for RayMaterial {
    fn fragment_shader() -> ShaderRef {
        ShaderRef::Handle(RAY.0)
    }

    fn alpha_mode(&self) -> AlphaMode {
        AlphaMode::Blend
    }

    fn specialize(
        _: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        _: &MeshVertexBufferLayoutRef,
        _: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        // A strip is seen from both sides.
        descriptor.primitive.cull_mode = None;
        Ok(())
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((MaterialPlugin::<HandMaterial>::default(), MaterialPlugin::<RayMaterial>::default()));
}
