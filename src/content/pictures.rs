//! The models' pictures, compressed where the graphics card takes that: a fraction of the memory, smaller versions included.
//!
//! A model names a picture such as `pictures/floor.picture.jpg`, which every tool can show. The art scripts put
//! `pictures/floor.ktx2` beside it, in the format BC7. Only one of the two is read.

use bevy::asset::io::Reader;
use bevy::asset::{AssetLoader, AssetPath, LoadContext};
use bevy::image::{CompressedImageFormatSupport, CompressedImageFormats, ImageLoaderSettings, ImageType, TextureError};
use bevy::prelude::*;
use bevy::reflect::TypePath;
use bevy::render::render_resource::TextureDimension;
use bevy::render::renderer::RenderAdapterInfo;
use thiserror::Error;

use crate::app::{AppConfig, Settings};

use super::mips;

/// Ends of the names of pictures that may have a compressed copy beside them.
const ENDS: [&str; 2] = ["picture.jpg", "picture.png"];

/// Reads a picture, or the compressed copy of it.
#[derive(Debug, TypePath)]
struct PictureLoader {
    formats: CompressedImageFormats,
    /// A copy that is wider or higher than so many pixels begins with its first smaller version that is not.
    largest: u32,
}

#[derive(Debug, Error)]
enum PictureError {
    #[error("it cannot be read: {0}")]
    Read(#[from] std::io::Error),
    #[error("it is no picture: {0}")]
    Decode(#[from] TextureError),
}

impl AssetLoader for PictureLoader {
    type Asset = Image;
    type Settings = ImageLoaderSettings;
    type Error = PictureError;

    async fn load(
        &self,
        reader: &mut dyn Reader,
        settings: &ImageLoaderSettings,
        context: &mut LoadContext<'_>,
    ) -> Result<Image, PictureError> {
        let path = context.path().clone_owned();
        if self.formats.contains(CompressedImageFormats::BC) {
            match context.read_asset_bytes(compressed(&path)).await {
                Ok(bytes) => return self.copy(&bytes, settings),
                Err(error) => warn!("{path} has no compressed copy, and takes more memory: {error}"),
            }
        }
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).await?;
        Ok(self.decode(&bytes, path.path().extension().and_then(|end| end.to_str()).unwrap_or_default(), settings)?)
    }

    fn extensions(&self) -> &[&str] {
        &ENDS
    }
}

impl PictureLoader {
    fn copy(&self, bytes: &[u8], settings: &ImageLoaderSettings) -> Result<Image, PictureError> {
        let mut image = self.decode(bytes, "ktx2", settings)?;
        drop_larger(&mut image, self.largest);
        mips::smooth(&mut image.sampler);
        Ok(image)
    }

    fn decode(&self, bytes: &[u8], end: &str, settings: &ImageLoaderSettings) -> Result<Image, TextureError> {
        let kind = ImageType::Extension(end);
        let sampler = settings.sampler.clone();
        Image::from_buffer(bytes, kind, self.formats, settings.is_srgb, sampler, settings.asset_usage)
    }
}

/// Where the compressed copy of a picture lies.
fn compressed(path: &AssetPath) -> AssetPath<'static> {
    // Both parts of the ending go.
    AssetPath::from_path_buf(path.path().with_extension("").with_extension("ktx2"))
        .with_source(path.source().clone_owned())
}

/// Whether this is a renderer in software. It takes compressed pictures, but unpacks them anew for each pixel that it draws.
fn is_software(adapter: &RenderAdapterInfo) -> bool {
    // The type itself is not passed on by the engine.
    format!("{:?}", adapter.device_type) == "Cpu"
}

/// Takes away versions that are wider or higher than so many pixels.
fn drop_larger(image: &mut Image, largest: u32) {
    let about = &mut image.texture_descriptor;
    let (wide, high) = about.format.block_dimensions();
    let Some(block) = about.format.block_copy_size(None) else { return };
    let mut start = 0;
    while about.size.width.max(about.size.height) > largest && about.mip_level_count > 1 {
        start += (about.size.width.div_ceil(wide) * about.size.height.div_ceil(high) * block) as usize;
        about.size = about.size.mip_level_size(1, TextureDimension::D2);
        about.mip_level_count -= 1;
    }
    if let Some(data) = &mut image.data {
        data.drain(..start.min(data.len()));
    }
}

/// Registers the loader once it is known what the graphics card takes.
pub(super) struct Pictures;

impl Plugin for Pictures {
    fn build(&self, app: &mut App) {
        if app.world().resource::<AppConfig>().shell.renders() {
            app.preregister_asset_loader::<PictureLoader>(&ENDS);
        }
    }

    fn finish(&self, app: &mut App) {
        let world = app.world();
        if !world.resource::<AppConfig>().shell.renders() {
            return;
        }
        let takes =
            world.get_resource::<CompressedImageFormatSupport>().map_or(CompressedImageFormats::NONE, |is| is.0);
        let is_software = world.get_resource::<RenderAdapterInfo>().is_some_and(is_software);
        let wanted = world.resource::<AppConfig>().compressed.unwrap_or(!is_software);
        let formats = if wanted { takes } else { CompressedImageFormats::NONE };
        let largest = mips::largest(world.resource::<Settings>().quality);
        app.register_asset_loader(PictureLoader { formats, largest });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::asset::LoadState;
    use bevy::image::{ImageFilterMode, ImageSampler};
    use bevy::render::render_resource::TextureFormat;

    const FLOOR: &str = "models/pictures/floor.picture.jpg";

    /// A picture of the assets, as a graphics card gets it that takes these formats.
    fn load(path: &'static str, formats: CompressedImageFormats, largest: u32) -> Image {
        let mut app = App::new();
        let assets = AssetPlugin { file_path: concat!(env!("CARGO_MANIFEST_DIR"), "/assets").to_owned(), ..default() };
        app.add_plugins((MinimalPlugins, assets)).init_asset::<Image>();
        app.register_asset_loader(PictureLoader { formats, largest });
        let handle: Handle<Image> = app.world().resource::<AssetServer>().load(path);
        loop {
            app.update();
            std::thread::yield_now();
            match app.world().resource::<AssetServer>().load_state(&handle) {
                LoadState::Loaded => break,
                LoadState::Failed(error) => panic!("{error}"),
                _ => {}
            }
        }
        app.world_mut().resource_mut::<Assets<Image>>().remove(&handle).expect("it is loaded")
    }

    #[test]
    fn a_card_that_takes_blocks_gets_the_copy_with_its_smaller_versions() {
        let image = load(FLOOR, CompressedImageFormats::BC, u32::MAX);
        let about = &image.texture_descriptor;
        assert_eq!((about.format, about.mip_level_count), (TextureFormat::Bc7RgbaUnormSrgb, 11));
        assert_eq!(image.size(), UVec2::splat(1024));
        let ImageSampler::Descriptor(sampler) = &image.sampler else { panic!("it has its own sampler") };
        assert!(matches!(sampler.mipmap_filter, ImageFilterMode::Linear) && sampler.anisotropy_clamp > 1);
    }

    #[test]
    fn another_card_gets_the_picture_itself() {
        let image = load(FLOOR, CompressedImageFormats::NONE, u32::MAX);
        let about = &image.texture_descriptor;
        assert_eq!((about.format, about.mip_level_count), (TextureFormat::Rgba8UnormSrgb, 1));
        assert_eq!(image.size(), UVec2::splat(1024));
    }

    #[test]
    fn at_low_quality_a_copy_begins_with_a_smaller_version() {
        let whole = load(FLOOR, CompressedImageFormats::BC, u32::MAX);
        let small = load(FLOOR, CompressedImageFormats::BC, 256);
        assert_eq!((small.size(), small.texture_descriptor.mip_level_count), (UVec2::splat(256), 9));
        let (whole, small) = (whole.data.expect("kept"), small.data.expect("kept"));
        assert_eq!(whole[whole.len() - small.len()..], small);
        // Blocks of 16 pixels have 16 bytes.
        assert_eq!(whole.len() - small.len(), 1024 * 1024 + 512 * 512);
    }

    #[test]
    fn the_copy_lies_beside_the_picture() {
        let path = AssetPath::from("models/students/pictures/hair.picture.png");
        assert_eq!(compressed(&path), AssetPath::from("models/students/pictures/hair.ktx2"));
    }
}
