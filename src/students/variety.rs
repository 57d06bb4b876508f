//! Makes bodies of one model look like different people, and gives hair and brows an edge that needs no sorting.

use std::collections::HashMap;

use bevy::{mesh::skinning::SkinnedMesh, prelude::*};

use crate::{app::AppSystems, content::Model};

use super::{Student, recolour::Twin, spawn::Parts};

/// Hair colours for those whose model somebody else has too.
const HAIR: [Color; 6] = [
    Color::srgb(0.10, 0.08, 0.07),
    Color::srgb(0.36, 0.22, 0.12),
    Color::srgb(0.62, 0.44, 0.25),
    Color::srgb(0.20, 0.12, 0.08),
    Color::srgb(0.48, 0.25, 0.13),
    Color::srgb(0.76, 0.60, 0.38),
];

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, vary.in_set(AppSystems::React));
}

fn vary(
    mut commands: Commands,
    mut materials: ResMut<Assets<StandardMaterial>>,
    fresh: Query<(Entity, &Student, &Model, &Parts), Added<Parts>>,
    students: Query<(&Student, &Model)>,
    children: Query<&Children>,
    names: Query<&Name>,
    mut meshes: Query<&mut MeshMaterial3d<StandardMaterial>, With<SkinnedMesh>>,
) {
    for (entity, student, model, parts) in &fresh {
        // By the roster, not by whose model came first: somebody looks the same in every run.
        let number = students.iter().filter(|(other, of)| of.0 == model.0 && other.id < student.id).count();
        if number > 0 {
            commands.entity(entity).insert(Twin(number - 1));
        }
        let mut own: HashMap<AssetId<StandardMaterial>, Handle<StandardMaterial>> = HashMap::new();
        for node in parts.versions.iter().flatten() {
            let is_hair = names.get(*node).is_ok_and(|name| name.contains("_hair_") || name.contains("_brow_"));
            if !is_hair {
                continue;
            }
            for mesh in children.iter_descendants(*node) {
                let Ok(mut material) = meshes.get_mut(mesh) else { continue };
                if let Some(mut shared) = materials.get_mut(&material.0) {
                    matt(&mut shared);
                }
                if number == 0 {
                    continue;
                }
                let id = material.0.id();
                let dyed = own.entry(id).or_insert_with(|| {
                    let colour = HAIR[(usize::from(student.id.0) * 5 + number) % HAIR.len()];
                    let base = materials.get(id).cloned().unwrap_or_default();
                    materials.add(StandardMaterial { base_color: colour, ..base })
                });
                material.0 = dyed.clone();
            }
        }
    }
}

/// Hair with soft edges that need no sorting (where edges are not smoothed, the engine cuts them), and without the bright
/// grain that ribbons have under many lights.
fn matt(hair: &mut StandardMaterial) {
    hair.alpha_mode = AlphaMode::AlphaToCoverage;
    hair.normal_map_texture = None;
    hair.perceptual_roughness = 0.95;
    hair.reflectance = 0.0;
}
