//! Other colours for the tops of those who share a body model with somebody else: skin, hair and trousers stay.

use bevy::{
    mesh::{Indices, VertexAttributeValues, skinning::SkinnedMesh},
    prelude::*,
    render::render_resource::TextureFormat,
};

use crate::app::AppSystems;

use super::{skeleton::JOINTS, spawn::Parts};

/// Somebody who has the same model as others, and the how many-eth of them.
#[derive(Component, Debug, Clone, Copy)]
pub struct Twin(pub usize);

/// How far the hue of a twin's top is turned, in turns, and how much lighter it is.
const SHIFTS: [(f32, f32); 4] = [(0.5, 1.0), (0.22, 0.9), (0.72, 1.1), (0.36, 0.8)];

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, recolour.in_set(AppSystems::React));
}

/// One student a frame: each costs a few milliseconds.
fn recolour(
    mut commands: Commands,
    twins: Query<(Entity, &Twin, &Parts)>,
    children: Query<&Children>,
    names: Query<&Name>,
    mut bodies: Query<(&Mesh3d, &SkinnedMesh, &mut MeshMaterial3d<StandardMaterial>)>,
    meshes: Res<Assets<Mesh>>,
    mut images: ResMut<Assets<Image>>,
    mut materials: ResMut<Assets<StandardMaterial>>,
) {
    let Some((entity, twin, parts)) = twins.iter().next() else { return };
    commands.entity(entity).remove::<Twin>();
    let shift = SHIFTS[twin.0 % SHIFTS.len()];
    // Versions of a body share their picture: it is painted once, where any of them has a top.
    let mut pictures: Vec<Picture> = Vec::new();
    for node in parts.versions.iter().flatten() {
        if !names.get(*node).is_ok_and(|name| name.contains("_body_")) {
            continue;
        }
        for mesh in children.iter_descendants(*node) {
            let Ok((shape, skin, material)) = bodies.get(mesh) else { continue };
            let joints: Vec<usize> = skin
                .joints
                .iter()
                .map(|joint| parts.joints.iter().position(|known| known == joint).unwrap_or_default())
                .collect();
            let picture = materials.get(&material.0).and_then(|own| own.base_color_texture.clone());
            let surface = meshes.get(&shape.0).and_then(|shape| Surface::of(shape, &joints));
            let Some((picture, surface)) = picture.zip(surface) else { continue };
            match pictures.iter_mut().find(|known| known.picture == picture) {
                Some(known) => {
                    known.surface.join(surface);
                    known.wearers.push(mesh);
                }
                None => pictures.push(Picture { picture, surface, wearers: vec![mesh] }),
            }
        }
    }
    for Picture { picture, surface, wearers } in pictures {
        let Some(other) = images.get(&picture).and_then(|picture| repainted(picture, &surface, shift)) else {
            continue;
        };
        let other = images.add(other);
        for wearer in wearers {
            let Ok((_, _, mut material)) = bodies.get_mut(wearer) else { continue };
            let Some(own) = materials.get(&material.0).cloned() else { continue };
            material.0 = materials.add(StandardMaterial { base_color_texture: Some(other.clone()), ..own });
        }
    }
}

/// A picture, what of it is on bodies, and the meshes that wear it.
struct Picture {
    picture: Handle<Image>,
    surface: Surface,
    wearers: Vec<Entity>,
}

/// What a part of a body is covered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cover {
    Top,
    /// A fore-arm: sleeve or skin.
    Forearm,
    Hand,
    /// About the hips: the hem of the top, or trousers.
    Hip,
    Shin,
    Other,
}

fn cover(at: usize) -> Cover {
    match JOINTS[at].0 {
        name if name.starts_with("spine") || name.starts_with("clavicle") || name.starts_with("upperarm") => Cover::Top,
        name if name.starts_with("lowerarm") => Cover::Forearm,
        name if name.starts_with("hand") => Cover::Hand,
        name if name == "pelvis" || name.starts_with("thigh") => Cover::Hip,
        name if name.starts_with("calf") => Cover::Shin,
        _ => Cover::Other,
    }
}

/// A body's triangles on its texture, and what each corner is covered with.
struct Surface {
    corners: Vec<(Vec2, Cover)>,
    triangles: Vec<[usize; 3]>,
}

impl Surface {
    /// Adds another surface on the same picture.
    fn join(&mut self, other: Self) {
        let before = self.corners.len();
        self.corners.extend(other.corners);
        self.triangles.extend(other.triangles.into_iter().map(|triangle| triangle.map(|corner| corner + before)));
    }

    fn of(mesh: &Mesh, joints: &[usize]) -> Option<Self> {
        let VertexAttributeValues::Float32x2(places) = mesh.attribute(Mesh::ATTRIBUTE_UV_0)? else { return None };
        let VertexAttributeValues::Uint16x4(bound) = mesh.attribute(Mesh::ATTRIBUTE_JOINT_INDEX)? else { return None };
        let VertexAttributeValues::Float32x4(weights) = mesh.attribute(Mesh::ATTRIBUTE_JOINT_WEIGHT)? else {
            return None;
        };
        let corners = places
            .iter()
            .zip(bound.iter().zip(weights))
            .map(|(place, (bound, weights))| {
                let strongest = (0..4).max_by(|a, b| weights[*a].total_cmp(&weights[*b])).unwrap_or_default();
                let at = joints.get(usize::from(bound[strongest])).copied().unwrap_or_default();
                (Vec2::from_array(*place), cover(at))
            })
            .collect();
        let indices: Vec<usize> = match mesh.indices()? {
            Indices::U16(indices) => indices.iter().map(|index| usize::from(*index)).collect(),
            Indices::U32(indices) => indices.iter().map(|index| *index as usize).collect(),
        };
        let triangles = indices.chunks_exact(3).map(|three| [three[0], three[1], three[2]]).collect();
        Some(Self { corners, triangles })
    }
}

/// The picture with the top in another colour, if there is a top to be told from skin.
fn repainted(picture: &Image, surface: &Surface, shift: (f32, f32)) -> Option<Image> {
    if picture.texture_descriptor.format != TextureFormat::Rgba8UnormSrgb {
        return None;
    }
    let size = picture.size();
    let mut pixels = picture.data.clone()?;
    let texel = |place: Vec2| {
        let at = (place * size.as_vec2()).as_uvec2().min(size - 1);
        ((at.y * size.x + at.x) * 4) as usize
    };
    let mean = |kind: Cover| {
        let (mut sum, mut count) = (Vec3::ZERO, 0.0);
        for (place, _) in surface.corners.iter().filter(|(_, cover)| *cover == kind) {
            let at = texel(*place);
            sum += Vec3::new(f32::from(pixels[at]), f32::from(pixels[at + 1]), f32::from(pixels[at + 2]));
            count += 1.0;
        }
        (count > 0.0).then(|| sum / count)
    };
    let (top, skin) = (mean(Cover::Top)?, mean(Cover::Hand)?);
    let others = [Some(skin), mean(Cover::Shin)];
    let mut done = vec![false; (size.x * size.y) as usize];
    for triangle in &surface.triangles {
        let corners = triangle.map(|at| surface.corners[at]);
        if corners.iter().any(|(_, cover)| !matches!(cover, Cover::Top | Cover::Forearm | Cover::Hip)) {
            continue;
        }
        each_texel(corners.map(|(place, _)| place * size.as_vec2()), size, |at| {
            if std::mem::replace(&mut done[at], true) {
                return;
            }
            let colour = [0, 1, 2].map(|part| f32::from(pixels[at * 4 + part]));
            let from = |mean: Vec3| Vec3::from_array(colour).distance(mean);
            if others.into_iter().flatten().all(|other| from(top) < from(other)) {
                let other = turned(colour, shift);
                pixels[at * 4..at * 4 + 3].copy_from_slice(&other);
            }
        });
    }
    let mut other = picture.clone();
    other.data = Some(pixels);
    Some(other)
}

/// Calls for each texel of a triangle, and for those at its edge.
fn each_texel(corners: [Vec2; 3], size: UVec2, mut call: impl FnMut(usize)) {
    let low = corners[0].min(corners[1]).min(corners[2]).floor().max(Vec2::ONE) - 1.0;
    let high = corners[0].max(corners[1]).max(corners[2]).ceil().min((size - 1).as_vec2());
    let edge = |from: Vec2, to: Vec2, at: Vec2| (to - from).perp_dot(at - from);
    let area = edge(corners[0], corners[1], corners[2]);
    if area.abs() < 1e-6 {
        return;
    }
    for y in low.y as u32..=high.y as u32 {
        for x in low.x as u32..=high.x as u32 {
            let at = Vec2::new(x as f32 + 0.5, y as f32 + 0.5);
            // A margin of about a texel and a half, so that smaller levels and seams have the new colour too.
            let inside = (0..3).all(|side| {
                let (from, to) = (corners[side], corners[(side + 1) % 3]);
                edge(from, to, at) * area.signum() > -1.5 * from.distance(to)
            });
            if inside {
                call((y * size.x + x) as usize);
            }
        }
    }
}

/// A colour with its hue turned and its lightness scaled. Greys, which have no hue, take a little of one.
fn turned(colour: [f32; 3], (turn, lighter): (f32, f32)) -> [u8; 3] {
    let own = Hsla::from(Color::srgb(colour[0] / 255.0, colour[1] / 255.0, colour[2] / 255.0));
    let hue = (own.hue + turn * 360.0).rem_euclid(360.0);
    let other = Hsla::new(hue, own.saturation.max(0.18), (own.lightness * lighter).min(0.85), 1.0);
    let other = Srgba::from(other);
    [other.red, other.green, other.blue].map(|part| (part * 255.0).round() as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::students::skeleton::{HEAD, PELVIS, joint};

    #[test]
    fn tops_are_told_from_hands_and_heads() {
        assert_eq!(cover(joint("spine_02").unwrap_or_default()), Cover::Top);
        assert_eq!(cover(joint("hand_l").unwrap_or_default()), Cover::Hand);
        assert_eq!(cover(HEAD), Cover::Other);
        assert_eq!(cover(PELVIS), Cover::Hip);
    }

    #[test]
    fn turning_a_hue_changes_the_colour_and_keeps_its_strength() {
        let red = [200.0, 60.0, 50.0];
        let other = turned(red, (0.5, 1.0));
        assert!(other[2] > other[0], "{other:?} is on the blue side");
        assert_eq!(other.iter().max(), Some(&200));
    }

    #[test]
    fn a_triangle_covers_its_texels_and_stays_on_the_picture() {
        let mut seen = std::collections::BTreeSet::new();
        each_texel([Vec2::ZERO, Vec2::new(8.0, 0.0), Vec2::new(0.0, 8.0)], UVec2::splat(8), |at| {
            seen.insert(at);
        });
        assert!(seen.contains(&0) && seen.contains(&7) && !seen.contains(&63));
        assert!(seen.iter().all(|at| *at < 64));
    }
}
