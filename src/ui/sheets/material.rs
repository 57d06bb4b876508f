//! What a sheet is made of: it shines as the picture does, and is seen over everything, so that nobody reads through a desk.

use bevy::asset::uuid_handle;
use bevy::mesh::MeshVertexBufferLayoutRef;
use bevy::pbr::{MaterialPipeline, MaterialPipelineKey};
use bevy::prelude::*;
use bevy::render::render_resource::{
    AsBindGroup, CompareFunction, RenderPipelineDescriptor, SpecializedMeshPipelineError,
};
use bevy::shader::ShaderRef;

const SHADER: Handle<Shader> = uuid_handle!("b7c9d0c4-6b1e-4a55-8d0b-3b1f3a9b52e1");

/// A sheet's material.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone)]
pub(super) struct SheetMaterial {
    #[texture(0)]
    #[sampler(1)]
    picture: Handle<Image>,
    #[uniform(2)]
    part: Vec4,
}

impl SheetMaterial {
    /// Shows all of a picture.
    pub fn new(picture: Handle<Image>) -> Self {
        Self { picture, part: Vec4::new(0.0, 0.0, 1.0, 1.0) }
    }

    /// Shows a part of it, in shares of its size.
    pub fn show(&mut self, part: Rect) {
        self.part = Vec4::new(part.min.x, part.min.y, part.width(), part.height());
    }
}

impl Material for SheetMaterial {
    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }

    fn alpha_mode(&self) -> AlphaMode {
        AlphaMode::Premultiplied
    }

    fn depth_bias(&self) -> f32 {
        // Drawn after whatever else one sees through.
        1000.0
    }

    fn enable_prepass() -> bool {
        false
    }

    fn enable_shadows() -> bool {
        false
    }

    fn specialize(
        _pipeline: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        _layout: &MeshVertexBufferLayoutRef,
        _key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.primitive.cull_mode = None;
        if let Some(depth) = &mut descriptor.depth_stencil {
            depth.depth_compare = Some(CompareFunction::Always);
        }
        Ok(())
    }
}

pub(super) fn plugin(app: &mut App) {
    let shader = Shader::from_wgsl(include_str!("sheet.wgsl"), "sheet.wgsl");
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    if let Err(error) = shaders.insert(SHADER.id(), shader) {
        error!("the sheets' shader has no place: {error}");
    }
    app.add_plugins(MaterialPlugin::<SheetMaterial>::default());
}
