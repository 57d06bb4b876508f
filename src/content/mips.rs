//! Smaller versions of the models' pictures, so that cloth and hair do not glitter from afar, where the graphics card takes
//! no compressed pictures: those bring theirs ([`super::pictures`]).
//!
//! They are made off the frame's thread while the lesson loads. No maintained library does this for our engine's version.

use std::sync::LazyLock;

use bevy::{
    image::{ImageFilterMode, ImageSampler},
    prelude::*,
    render::render_resource::{TextureDimension, TextureFormat},
    tasks::{AsyncComputeTaskPool, Task, block_on, poll_once},
};

use crate::app::{AppConfig, Quality, Settings};

/// Alpha from which a cut-out, such as hair, is there: where the engine cuts what it spreads over samples. Smaller
/// versions keep the share of it.
const ALPHA_EDGE: f32 = 0.5;
/// Samples along a slanting surface.
const ANISOTROPY: u16 = 4;
/// Models whose pictures are left as they are, but for cut-outs: on those of bodies the parts lie a pixel or two apart, and
/// smaller versions would mix eyes with lips.
const BODIES: &str = "models/students";

/// At low quality, pictures of the room that are wider or higher than this many pixels begin with their first smaller
/// version. Which quality holds is asked when a picture is read: a change shows when the application starts again.
const LARGEST_LOW: u32 = 1024;
/// The folder of all models and of the pictures beside them.
const MODELS: &str = "models";

/// Versions being made.
#[derive(Resource, Default)]
pub(super) struct Making {
    tasks: Vec<(AssetId<Image>, Task<Versions>)>,
    made: Vec<AssetId<Image>>,
}

impl Making {
    /// Whether all are made and in use.
    pub(super) fn is_done(&self) -> bool {
        self.tasks.is_empty() && self.made.is_empty()
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Making>();
    if app.world().resource::<AppConfig>().shell.renders() {
        app.add_systems(PreUpdate, (begin, finish, renew).chain());
    }
}

fn begin(
    mut making: ResMut<Making>,
    mut events: MessageReader<AssetEvent<Image>>,
    images: Res<Assets<Image>>,
    server: Res<AssetServer>,
    settings: Res<Settings>,
) {
    let largest = largest(settings.quality);
    for event in events.read() {
        let AssetEvent::Added { id } = event else { continue };
        let Some(path) = server.get_path(*id).filter(|path| path.path().starts_with(MODELS)) else { continue };
        let is_of_body = path.path().starts_with(BODIES);
        let Some(image) = images.get(*id).filter(|image| can_have(image, is_of_body)) else { continue };
        let (Some(base), size, srgb) = (image.data.clone(), image.size(), is_srgb(image)) else { continue };
        let task = AsyncComputeTaskPool::get().spawn(async move { levels(base, size, srgb).no_larger_than(largest) });
        making.tasks.push((*id, task));
    }
}

/// Pictures that are wider or higher than so many pixels begin with a smaller version.
pub(super) fn largest(quality: Quality) -> u32 {
    if quality == Quality::Low { LARGEST_LOW } else { u32::MAX }
}

fn finish(mut making: ResMut<Making>, mut images: ResMut<Assets<Image>>) {
    let Making { tasks, made } = &mut *making;
    tasks.retain_mut(|(id, task)| {
        let Some(versions) = block_on(poll_once(task)) else { return true };
        if let Some(mut image) = images.get_mut(*id) {
            set(&mut image, versions);
            made.push(*id);
        }
        false
    });
}

/// Materials keep the picture they were made with: they are made anew, once for all pictures.
fn renew(mut making: ResMut<Making>, mut materials: ResMut<Assets<StandardMaterial>>) {
    if !making.tasks.is_empty() || making.made.is_empty() {
        return;
    }
    let made = std::mem::take(&mut making.made);
    let uses = |material: &StandardMaterial| {
        [&material.base_color_texture, &material.normal_map_texture, &material.metallic_roughness_texture]
            .into_iter()
            .flatten()
            .any(|picture| made.contains(&picture.id()))
    };
    let stale: Vec<_> = materials.iter().filter(|(_, material)| uses(material)).map(|(id, _)| id).collect();
    for id in stale {
        if let Some(material) = materials.get_mut(id) {
            // Only what is taken out for change is made anew.
            material.into_inner();
        }
    }
}

fn can_have(image: &Image, is_of_body: bool) -> bool {
    let shape = &image.texture_descriptor;
    matches!(shape.format, TextureFormat::Rgba8UnormSrgb | TextureFormat::Rgba8Unorm)
        && shape.dimension == TextureDimension::D2
        && shape.size.depth_or_array_layers == 1
        && shape.mip_level_count == 1
        && (!is_of_body || image.data.as_deref().is_some_and(is_cut_out))
}

/// Whether some of a picture of four bytes a pixel is not there.
fn is_cut_out(pixels: &[u8]) -> bool {
    pixels.chunks_exact(4).any(|pixel| pixel[3] < 250)
}

fn is_srgb(image: &Image) -> bool {
    image.texture_descriptor.format == TextureFormat::Rgba8UnormSrgb
}

fn set(image: &mut Image, versions: Versions) {
    image.data = Some(versions.data);
    image.texture_descriptor.size.width = versions.size.x;
    image.texture_descriptor.size.height = versions.size.y;
    image.texture_descriptor.mip_level_count = versions.count;
    smooth(&mut image.sampler);
}

/// Passes from one version to the next without a seam, and keeps slanting surfaces sharp.
pub(super) fn smooth(sampler: &mut ImageSampler) {
    let descriptor = sampler.get_or_init_descriptor();
    descriptor.mag_filter = ImageFilterMode::Linear;
    descriptor.min_filter = ImageFilterMode::Linear;
    descriptor.mipmap_filter = ImageFilterMode::Linear;
    descriptor.anisotropy_clamp = ANISOTROPY;
}

/// A picture of four bytes a pixel and its halves, down to one pixel, one after the other.
pub struct Versions {
    /// Their bytes.
    pub data: Vec<u8>,
    /// How many they are.
    pub count: u32,
    /// Size of the first in pixels.
    pub size: UVec2,
}

impl Versions {
    /// Without those that are wider or higher than so many pixels.
    fn no_larger_than(mut self, pixels: u32) -> Self {
        let mut start = 0;
        while self.size.max_element() > pixels && self.count > 1 {
            start += (self.size.x * self.size.y * 4) as usize;
            self.size = (self.size / 2).max(UVec2::ONE);
            self.count -= 1;
        }
        self.data.drain(..start);
        self
    }
}

/// The smaller versions of a picture of four bytes a pixel.
pub fn levels(base: Vec<u8>, size: UVec2, srgb: bool) -> Versions {
    let full = size;
    let share = coverage(&base, 1.0);
    let is_cut_out = is_cut_out(&base);
    let (mut data, mut last, mut size, mut count) = (base.clone(), base, size, 1);
    while size.max_element() > 1 {
        last = half(&last, size, srgb);
        size = (size / 2).max(UVec2::ONE);
        count += 1;
        let start = data.len();
        data.extend_from_slice(&last);
        if is_cut_out {
            keep_coverage(&mut data[start..], share);
        }
    }
    Versions { data, count, size: full }
}

static LINEAR: LazyLock<[f32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|byte| {
        let share = byte as f32 / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
});

/// The nearest byte of each share of light, in small steps.
static BYTE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let byte = |at: usize| {
        let light = at as f32 / STEPS as f32;
        let share = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
        (share * 255.0 + 0.5) as u8
    };
    (0..=STEPS).map(byte).collect()
});
const STEPS: usize = 4096;

/// The mean of each four pixels. Colours count as much as they are there, so that no dark rim creeps into cut-outs.
fn half(from: &[u8], size: UVec2, srgb: bool) -> Vec<u8> {
    let to = (size / 2).max(UVec2::ONE);
    let mut out = Vec::with_capacity((to.x * to.y * 4) as usize);
    for y in 0..to.y {
        for x in 0..to.x {
            let (mut colour, mut weights, mut alpha) = ([0.0_f32; 3], 0.0_f32, 0.0_f32);
            for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                let (x, y) = ((2 * x + dx).min(size.x - 1), (2 * y + dy).min(size.y - 1));
                let at = ((y * size.x + x) * 4) as usize;
                let there = f32::from(from[at + 3]);
                let weight = there + 0.01;
                for part in 0..3 {
                    let byte = from[at + part];
                    let value = if srgb { LINEAR[usize::from(byte)] } else { f32::from(byte) / 255.0 };
                    colour[part] += value * weight;
                }
                weights += weight;
                alpha += there;
            }
            out.extend(colour.map(|sum| to_byte(sum / weights, srgb)));
            out.push((alpha / 4.0 + 0.5) as u8);
        }
    }
    out
}

fn to_byte(value: f32, srgb: bool) -> u8 {
    let value = value.clamp(0.0, 1.0);
    if srgb { BYTE[(value * STEPS as f32 + 0.5) as usize] } else { (value * 255.0 + 0.5) as u8 }
}

/// Share of the pixels that are there, with their alpha scaled.
fn coverage(pixels: &[u8], scale: f32) -> f32 {
    let there = pixels.chunks_exact(4).filter(|pixel| f32::from(pixel[3]) * scale >= ALPHA_EDGE * 255.0).count();
    there as f32 / (pixels.len() / 4).max(1) as f32
}

/// Scales alpha until as much is there as in the first version (after Castaño, "Computing Alpha Mipmaps", 2010).
fn keep_coverage(pixels: &mut [u8], share: f32) {
    if coverage(pixels, 1.0) >= share {
        return;
    }
    let (mut low, mut high) = (1.0_f32, 4.0_f32);
    for _ in 0..8 {
        let middle = (low + high) / 2.0;
        if coverage(pixels, middle) < share { low = middle } else { high = middle }
    }
    for pixel in pixels.chunks_exact_mut(4) {
        pixel[3] = (f32::from(pixel[3]) * high).ceil().min(255.0) as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_version_of_each_size_down_to_one_pixel() {
        let Versions { data, count, .. } = levels(vec![200; 16 * 8 * 4], UVec2::new(16, 8), true);
        assert_eq!(count, 5);
        assert_eq!(data.len(), (16 * 8 + 8 * 4 + 4 * 2 + 2 + 1) * 4);
        assert!(data.iter().all(|byte| byte.abs_diff(200) <= 1), "one colour stays that colour");
    }

    #[test]
    fn what_is_too_large_for_a_machine_begins_with_a_smaller_version() {
        let all = levels(vec![200; 16 * 8 * 4], UVec2::new(16, 8), true);
        let rest = levels(vec![200; 16 * 8 * 4], UVec2::new(16, 8), true).no_larger_than(8);
        assert_eq!((rest.size, rest.count), (UVec2::new(8, 4), 4));
        assert_eq!(rest.data, all.data[16 * 8 * 4..]);
        let same = levels(vec![200; 16 * 8 * 4], UVec2::new(16, 8), true).no_larger_than(16);
        assert_eq!(same.data, all.data);
    }

    fn picture(alpha: u8) -> Image {
        let mut image = Image::new_target_texture(64, 64, TextureFormat::Rgba8UnormSrgb, None);
        image.data = Some([90, 60, 40, alpha].repeat(64 * 64));
        image
    }

    #[test]
    fn compressed_pictures_are_left_as_they_are() {
        let mut image = Image::new_target_texture(64, 64, TextureFormat::Rgba8UnormSrgb, None);
        image.texture_descriptor.format = TextureFormat::Bc7RgbaUnormSrgb;
        assert!(!can_have(&image, false) && !can_have(&image, true));
    }

    #[test]
    fn of_bodies_only_hair_has_smaller_versions() {
        assert!(can_have(&picture(255), false));
        assert!(!can_have(&picture(255), true));
        assert!(can_have(&picture(0), true));
    }

    #[test]
    fn materials_of_changed_pictures_are_made_anew_and_no_others() {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, AssetPlugin::default()))
            .init_asset::<Image>()
            .init_asset::<StandardMaterial>();
        let image = app.world_mut().resource_mut::<Assets<Image>>().add(picture(255));
        let mut materials = app.world_mut().resource_mut::<Assets<StandardMaterial>>();
        let uses = materials.add(StandardMaterial { base_color_texture: Some(image.clone()), ..default() });
        let _other = materials.add(StandardMaterial::default());
        app.update();
        app.insert_resource(Making { tasks: Vec::new(), made: vec![image.id()] }).add_systems(PreUpdate, renew);
        let mut events = app.world_mut().resource_mut::<Messages<AssetEvent<StandardMaterial>>>();
        events.clear();
        app.update();
        let mut events = app.world_mut().resource_mut::<Messages<AssetEvent<StandardMaterial>>>();
        let told: Vec<_> = events.drain().collect();
        assert_eq!(told, [AssetEvent::Modified { id: uses.id() }]);
        assert!(app.world().resource::<Making>().is_done());
    }

    #[test]
    fn colours_are_mixed_as_light() {
        let from = [[0, 0, 0, 255], [255, 255, 255, 255]].concat();
        assert_eq!(half(&from, UVec2::new(2, 1), true)[0], 188, "half the light of white");
        assert_eq!(half(&from, UVec2::new(2, 1), false)[0], 128);
    }

    #[test]
    fn what_is_not_there_gives_no_colour() {
        let from = [[0, 0, 0, 0], [250, 120, 10, 255]].concat();
        let mean = half(&from, UVec2::new(2, 1), true);
        assert!(mean[0] > 245 && mean[2] < 15, "{mean:?}");
    }

    #[test]
    fn thin_hair_does_not_thin_out() {
        // Every fourth column is there.
        let row: Vec<u8> = (0..64_u32).flat_map(|x| [90, 60, 40, if x % 4 == 0 { 255 } else { 0 }]).collect();
        let base = row.repeat(64);
        let share = coverage(&base, 1.0);
        let data = levels(base, UVec2::splat(64), true).data;
        let quarter = &data[(64 * 64 + 32 * 32) * 4..][..16 * 16 * 4];
        let there = quarter.chunks(4).filter(|pixel| pixel[3] >= 128).count();
        assert!(there as f32 >= share * 256.0, "{there} of 256 pixels for {share}");
    }
}
