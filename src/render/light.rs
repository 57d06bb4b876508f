//! Light for what moves: the still room carries its own in a lightmap. A soft surrounding light, made from a simple
//! picture of the room (bright windows, white ceiling, warm floor), and a low sun through the windows.

use bevy::{
    asset::RenderAssetUsages,
    light::EnvironmentMapLight,
    prelude::*,
    render::render_resource::{Extent3d, TextureDimension, TextureFormat, TextureViewDescriptor, TextureViewDimension},
};

use super::TierSettings;

/// Side of the surrounding light's pictures in pixels: it is smooth, so a few are enough.
const SIDE: usize = 16;
/// Strength of the surrounding light in cd/m² for a white of 1 in its picture.
const SURROUNDING: f32 = 1000.0;
/// Sunlight that reaches the class through the windows, in lux.
const SUN_LUX: f32 = 1400.0;

/// The surrounding light of the room.
#[derive(Resource, Debug, Clone)]
pub struct RoomLight {
    diffuse: Handle<Image>,
    specular: Handle<Image>,
}

impl RoomLight {
    /// The surrounding light as a part of a camera.
    pub fn environment(&self) -> EnvironmentMapLight {
        EnvironmentMapLight {
            diffuse_map: self.diffuse.clone(),
            specular_map: self.specular.clone(),
            intensity: SURROUNDING,
            affects_lightmapped_mesh_diffuse: false,
            ..default()
        }
    }
}

#[derive(Component)]
struct Sun;

pub(super) fn plugin(app: &mut App) {
    let mut images = app.world_mut().resource_mut::<Assets<Image>>();
    let light =
        RoomLight { diffuse: images.add(cube(&[1.0])), specular: images.add(cube(&[600.0, 120.0, 24.0, 6.0, 2.0])) };
    app.insert_resource(light)
        .insert_resource(GlobalAmbientLight { brightness: 0.0, ..default() })
        .add_systems(Startup, rise)
        .add_systems(Update, cast_shadows.run_if(resource_changed::<TierSettings>));
}

fn rise(mut commands: Commands, tier: Res<TierSettings>) {
    commands.spawn((
        Name::new("sun"),
        Sun,
        DirectionalLight {
            illuminance: SUN_LUX,
            color: Color::linear_rgb(1.0, 0.93, 0.82),
            shadow_maps_enabled: tier.shadows,
            affects_lightmapped_mesh_diffuse: false,
            ..default()
        },
        Transform::default().looking_to(Vec3::new(0.62, -0.72, -0.3), Vec3::Y),
    ));
}

fn cast_shadows(tier: Res<TierSettings>, mut suns: Query<&mut DirectionalLight, With<Sun>>) {
    for mut sun in &mut suns {
        sun.shadow_maps_enabled = tier.shadows;
    }
}

/// What light comes from a direction, for somebody in the middle of the room; white paper in good light is 1.
fn radiance(direction: Vec3) -> Vec3 {
    let ceiling = Vec3::new(0.95, 0.93, 0.90);
    let wall = Vec3::new(0.62, 0.59, 0.54);
    let floor = Vec3::new(0.34, 0.33, 0.31);
    let sky = Vec3::new(2.6, 2.75, 3.0);
    let up = direction.y;
    let around = if up > 0.0 { wall.lerp(ceiling, smooth(up / 0.6)) } else { wall.lerp(floor, smooth(-up / 0.45)) };
    let window = smooth((-direction.x - 0.35) / 0.4) * smooth((up + 0.12) / 0.15) * smooth((0.62 - up) / 0.2);
    around.lerp(sky, window)
}

fn smooth(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// A cube of pictures of the room, one level for each power of the cosine it is blurred with, each half as wide.
fn cube(powers: &[f32]) -> Image {
    let sources: Vec<(Vec3, Vec3, f32)> = texels(SIDE).map(|(way, solid)| (way, radiance(way), solid)).collect();
    let mut levels = Vec::new();
    for (level, power) in powers.iter().enumerate() {
        levels.push(
            texels((SIDE >> level).max(1)).map(|(way, _)| pack(blurred(&sources, way, *power))).collect::<Vec<u32>>(),
        );
    }
    // The texture wants face by face, and in each face level by level.
    let mut data = Vec::new();
    for face in 0..6 {
        for level in &levels {
            let size = level.len() / 6;
            data.extend(level[face * size..(face + 1) * size].iter().flat_map(|texel| texel.to_le_bytes()));
        }
    }
    let size = Extent3d { width: SIDE as u32, height: SIDE as u32, depth_or_array_layers: 6 };
    let mut image =
        Image::new_uninit(size, TextureDimension::D2, TextureFormat::Rgb9e5Ufloat, RenderAssetUsages::RENDER_WORLD);
    image.data = Some(data);
    image.texture_descriptor.mip_level_count = levels.len() as u32;
    image.texture_view_descriptor =
        Some(TextureViewDescriptor { dimension: Some(TextureViewDimension::Cube), ..default() });
    image
}

fn blurred(sources: &[(Vec3, Vec3, f32)], way: Vec3, power: f32) -> Vec3 {
    let (mut sum, mut weights) = (Vec3::ZERO, 0.0);
    for (from, light, solid) in sources {
        let cosine = way.dot(*from);
        if cosine > 0.0 {
            let weight = cosine.powf(power) * solid;
            sum += *light * weight;
            weights += weight;
        }
    }
    if weights > 0.0 { sum / weights } else { radiance(way) }
}

/// Direction and relative solid angle of each texel of a cube, faces in the order +x −x +y −y +z −z.
fn texels(side: usize) -> impl Iterator<Item = (Vec3, f32)> {
    (0..6 * side * side).map(move |at| {
        let (face, row, column) = (at / (side * side), at / side % side, at % side);
        let u = 2.0 * (column as f32 + 0.5) / side as f32 - 1.0;
        let v = 2.0 * (row as f32 + 0.5) / side as f32 - 1.0;
        let way = match face {
            0 => Vec3::new(1.0, -v, -u),
            1 => Vec3::new(-1.0, -v, u),
            2 => Vec3::new(u, 1.0, v),
            3 => Vec3::new(u, -1.0, -v),
            4 => Vec3::new(u, -v, 1.0),
            _ => Vec3::new(-u, -v, -1.0),
        };
        // Bevy's cubes are left-handed: their z points the other way.
        let length = way.length();
        ((way * Vec3::new(1.0, 1.0, -1.0)) / length, 1.0 / (length * length * length))
    })
}

/// Packs a colour into nine bits each with one exponent for the three.
fn pack(colour: Vec3) -> u32 {
    let colour = colour.clamp(Vec3::ZERO, Vec3::splat(65_000.0));
    let largest = colour.max_element().max(1e-5);
    let exponent = (largest.log2().floor() as i32 + 1).clamp(-15, 16);
    let scale = (9 - exponent) as f32;
    let bits = |part: f32| ((part * scale.exp2() + 0.5) as u32).min(511);
    bits(colour.x) | bits(colour.y) << 9 | bits(colour.z) << 18 | ((exponent + 15) as u32) << 27
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpack(packed: u32) -> Vec3 {
        let scale = ((packed >> 27) as f32 - 15.0 - 9.0).exp2();
        Vec3::new((packed & 511) as f32, (packed >> 9 & 511) as f32, (packed >> 18 & 511) as f32) * scale
    }

    #[test]
    fn colours_survive_packing() {
        for colour in [Vec3::new(1.0, 0.5, 0.25), Vec3::new(3.1, 2.7, 0.02), Vec3::splat(0.01), Vec3::ZERO] {
            assert!(unpack(pack(colour)).distance(colour) <= 0.004 * colour.max_element().max(1.0), "{colour}");
        }
    }

    #[test]
    fn the_light_comes_from_the_windows_and_from_above() {
        let sources: Vec<_> = texels(SIDE).map(|(way, solid)| (way, radiance(way), solid)).collect();
        let light = |way| blurred(&sources, way, 1.0).element_sum();
        assert!(light(-Vec3::X) > 1.5 * light(Vec3::X));
        assert!(light(Vec3::Y) > 1.5 * light(-Vec3::Y));
    }

    #[test]
    fn a_cube_holds_all_its_levels() {
        let image = cube(&[8.0, 2.0]);
        assert_eq!(image.data.map(|data| data.len()), Some(6 * (16 * 16 + 8 * 8) * 4));
    }
}
