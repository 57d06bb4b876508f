//! Clothes: bodies of one model look like different people, hair and brows have an edge that needs no sorting, and the light
//! of screens falls on who sits before them.

use bevy::{mesh::skinning::SkinnedMesh, prelude::*};

use crate::{
    app::AppSystems,
    content::Model,
    render::{ClothMaterial, Cloths, DYES, Light, Part, Tag},
};

use super::{Student, places::Going, spawn::Parts};

/// The meshes of a student, with what is said of each to the shader.
#[derive(Component, Debug)]
struct Dressed(Vec<(Entity, Tag)>);

/// The light that is on a student now.
#[derive(Component, Debug, Default, PartialEq)]
struct Shining(Light);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (dress, shine).chain().in_set(AppSystems::React));
}

fn dress(
    mut commands: Commands,
    mut owns: ResMut<Assets<StandardMaterial>>,
    mut cloths: ResMut<Assets<ClothMaterial>>,
    mut copies: ResMut<Cloths>,
    fresh: Query<(Entity, &Student, &Model, &Parts), Added<Parts>>,
    students: Query<(&Student, &Model)>,
    children: Query<&Children>,
    names: Query<&Name>,
    meshes: Query<&MeshMaterial3d<StandardMaterial>, With<SkinnedMesh>>,
) {
    for (entity, student, model, parts) in &fresh {
        // By the roster, not by whose model came first: somebody looks the same in every run.
        let twin = students.iter().filter(|(other, of)| of.0 == model.0 && other.id < student.id).count();
        let (top, bottom, hair) = dyes(twin as u32, student.id.0.into());
        let mut dressed = Vec::new();
        for node in parts.versions.iter().flatten() {
            let is_hair = names.get(*node).is_ok_and(|name| name.contains("_hair_") || name.contains("_brow_"));
            let tag = Tag::of(if is_hair { Part::Hair } else { Part::Body }).dyed(top, bottom, hair);
            for mesh in children.iter_descendants(*node) {
                let Ok(MeshMaterial3d(own)) = meshes.get(mesh) else { continue };
                if is_hair && let Some(mut own) = owns.get_mut(own) {
                    matt(&mut own);
                }
                let cloth = copies.of(own, &owns, &mut cloths);
                commands
                    .entity(mesh)
                    .remove::<MeshMaterial3d<StandardMaterial>>()
                    .insert((MeshMaterial3d(cloth), tag.lit(Light::default())));
                dressed.push((mesh, tag));
            }
        }
        commands.entity(entity).insert((Dressed(dressed), Shining::default()));
    }
}

/// Dyes of top, trousers and hair for the how many-eth of those who have the same model: the first wears what it came with.
fn dyes(twin: u32, student: u32) -> (u32, u32, u32) {
    if twin == 0 {
        return (0, 0, 0);
    }
    (1 + (twin - 1) % DYES, 1 + (twin + student) % DYES, 1 + (student * 5 + twin) % DYES)
}

/// Hair with soft edges that need no sorting (where edges are not smoothed, the engine cuts them), and without the bright
/// grain that ribbons have under many lights.
fn matt(hair: &mut StandardMaterial) {
    hair.alpha_mode = AlphaMode::AlphaToCoverage;
    hair.normal_map_texture = None;
    hair.perceptual_roughness = 0.95;
    hair.reflectance = 0.0;
}

/// Lets the light of a screen fall on its owner, who sits before it and does not walk about.
fn shine(mut commands: Commands, mut students: Query<(&Light, &Going, &Dressed, &mut Shining)>) {
    for (light, going, dressed, mut shining) in &mut students {
        let light = if going.walks() { Light::default() } else { *light };
        if shining.set_if_neq(Shining(light)) {
            for (mesh, tag) in &dressed.0 {
                commands.entity(*mesh).insert(tag.lit(light));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_model_wears_what_it_came_with_and_twins_look_different() {
        assert_eq!(dyes(0, 17), (0, 0, 0));
        let tops: Vec<u32> = (1..=DYES).map(|twin| dyes(twin, 3).0).collect();
        assert_eq!(tops, [1, 2, 3, 4, 5, 6]);
        for twin in 1..30 {
            let (top, bottom, hair) = dyes(twin, twin + 7);
            assert!([top, bottom, hair].iter().all(|dye| (1..=DYES).contains(dye)));
        }
    }
}
