//! What a frame asks of a machine, in numbers that are the same on every machine: triangles, draws, textures, pipelines.

use std::collections::HashSet;

use bevy::core_pipeline::core_3d::{AlphaMask3d, Opaque3d, Transparent3d};
use bevy::mesh::skinning::SkinnedMesh;
use bevy::pbr::{RenderMaterialInstances, Shadow};
use bevy::prelude::*;
use bevy::render::RenderApp;
use bevy::render::render_asset::RenderAssets;
use bevy::render::render_phase::{BinnedPhaseItem, SortedPhaseItem, ViewBinnedRenderPhases, ViewSortedRenderPhases};
use bevy::render::render_resource::TextureDimension;
use bevy::render::sync_world::MainEntity;
use bevy::render::texture::GpuImage;
use serde::{Deserialize, Serialize};

/// What the latest frame that was drawn asked for.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Meshes before the camera.
    pub meshes: usize,
    /// Those of them that joints move.
    pub skinned: usize,
    /// Their triangles.
    pub triangles: usize,
    /// Different pairs of mesh and material: the draws of a machine that cannot join several in one call.
    pub draws: usize,
    /// Calls in which this machine draws them, all passes together.
    pub calls: usize,
    /// Memory of the textures in bytes, smaller versions among them.
    pub texture_bytes: u64,
}

impl Counts {
    /// Counts for the latest frame.
    pub fn of(app: &mut App) -> Self {
        let mut counts = Counts::default();
        let mut pairs = HashSet::new();
        let shown = in_view(app.world_mut());
        let render = app.sub_app(RenderApp).world();
        let materials = &render.resource::<RenderMaterialInstances>().instances;
        for (entity, Shown { mesh, skinned, triangles }) in shown {
            counts.meshes += 1;
            counts.skinned += usize::from(skinned);
            counts.triangles += triangles;
            pairs.insert((mesh, materials.get(&MainEntity::from(entity)).map(|of| of.asset_id)));
        }
        counts.draws = pairs.len();
        counts.calls = binned::<Opaque3d>(render)
            + binned::<AlphaMask3d>(render)
            + binned::<Shadow>(render)
            + sorted::<Transparent3d>(render);
        counts.texture_bytes = render.resource::<RenderAssets<GpuImage>>().iter().map(|(_, image)| bytes(image)).sum();
        counts
    }
}

/// A mesh before the camera.
struct Shown {
    mesh: AssetId<Mesh>,
    skinned: bool,
    triangles: usize,
}

fn in_view(world: &mut World) -> Vec<(Entity, Shown)> {
    let mut shown = world.query::<(Entity, &Mesh3d, Has<SkinnedMesh>, &ViewVisibility)>();
    let meshes = world.resource::<Assets<Mesh>>();
    let seen = shown.iter(world).filter(|(.., seen)| seen.get());
    seen.map(|(entity, mesh, skinned, _)| {
        let corners = meshes.get(&mesh.0).and_then(|mesh| Some(mesh.try_indices_option().ok()??.len()));
        (entity, Shown { mesh: mesh.id(), skinned, triangles: corners.unwrap_or(0) / 3 })
    })
    .collect()
}

/// Calls of the views' phases whose items are gathered by kind.
fn binned<Item: BinnedPhaseItem>(render: &World) -> usize {
    let Some(phases) = render.get_resource::<ViewBinnedRenderPhases<Item>>() else { return 0 };
    let calls = phases.values().map(|phase| {
        let alone: usize = phase.unbatchable_meshes.values().map(|alone| alone.entities.len()).sum();
        phase.multidrawable_meshes.len() + phase.batchable_meshes.len() + alone
    });
    calls.sum()
}

/// Calls of the views' phases whose items are drawn from back to front, at most: neighbours of a kind are joined.
fn sorted<Item: SortedPhaseItem>(render: &World) -> usize {
    let Some(phases) = render.get_resource::<ViewSortedRenderPhases<Item>>() else { return 0 };
    phases.values().map(|phase| phase.items.len()).sum()
}

/// Memory of a texture with its smaller versions, in bytes.
fn bytes(image: &GpuImage) -> u64 {
    let about = &image.texture_descriptor;
    let (wide, high) = about.format.block_dimensions();
    let block = u64::from(about.format.block_copy_size(None).unwrap_or(4));
    let levels = (0..about.mip_level_count).map(|level| {
        let size = about.size.mip_level_size(level, TextureDimension::D2);
        u64::from(size.width.div_ceil(wide)) * u64::from(size.height.div_ceil(high)) * block
    });
    levels.sum::<u64>() * u64::from(about.size.depth_or_array_layers) * u64::from(about.sample_count)
}
