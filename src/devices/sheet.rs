//! The sheet of screen pictures, the material of all screens that show one of them, and the light each gives.

use std::collections::HashMap;

use bevy::{
    asset::RenderAssetUsages,
    image::{ImageAddressMode, ImageFilterMode, ImageSampler, ImageSamplerDescriptor},
    prelude::*,
    render::render_resource::{Extent3d, TextureDimension, TextureFormat},
    tasks::{AsyncComputeTaskPool, Task, futures::check_ready},
};
use proefles_scenario::{Lang, ScreenState};

use crate::{
    app::{AppSystems, Settings},
    render::ScreenMaterial,
};

use super::{
    canvas::Picture,
    fonts::ScreenFonts,
    screen_faces::{EDGE_SHARE, GRID, STATES, draw_sheet, mean},
};

/// The material of all screens, and the mean colour of what each state shows.
#[derive(Resource, Default)]
pub struct Sheet {
    material: Option<Handle<ScreenMaterial>>,
    means: HashMap<ScreenState, [u8; 3]>,
    drawn: Option<Lang>,
}

impl Sheet {
    /// The material, once the sheet has been drawn.
    pub fn material(&self) -> Option<&Handle<ScreenMaterial>> {
        self.material.as_ref()
    }

    /// Mean colour of what a state shows, once the sheet has been drawn.
    pub fn mean(&self, state: ScreenState) -> Option<[u8; 3]> {
        self.means.get(&state).copied()
    }
}

/// A sheet that is being drawn.
#[derive(Resource)]
pub(super) struct Drawing(Task<Drawn>, Lang);

/// A drawn sheet, and the mean colour of each state on it.
type Drawn = (Picture, HashMap<ScreenState, [u8; 3]>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Sheet>()
        .add_systems(Update, (draw, take).chain().in_set(AppSystems::React).run_if(resource_exists::<ScreenFonts>));
}

/// A finished picture as an image of the engine, smooth at any distance.
pub fn image_of(picture: Picture) -> Image {
    let size = Extent3d { width: picture.width, height: picture.height, depth_or_array_layers: 1 };
    let usage = RenderAssetUsages::RENDER_WORLD;
    let mut image = Image::new_uninit(size, TextureDimension::D2, TextureFormat::Rgba8UnormSrgb, usage);
    image.data = Some(picture.data);
    image.texture_descriptor.mip_level_count = picture.levels;
    image.sampler = ImageSampler::Descriptor(ImageSamplerDescriptor {
        address_mode_u: ImageAddressMode::ClampToEdge,
        address_mode_v: ImageAddressMode::ClampToEdge,
        mag_filter: ImageFilterMode::Linear,
        min_filter: ImageFilterMode::Linear,
        mipmap_filter: ImageFilterMode::Linear,
        anisotropy_clamp: 4,
        ..default()
    });
    image
}

fn draw(
    mut commands: Commands,
    settings: Res<Settings>,
    fonts: Res<ScreenFonts>,
    sheet: Res<Sheet>,
    drawing: Option<Res<Drawing>>,
) {
    if drawing.is_some() || sheet.drawn == Some(settings.lang) {
        return;
    }
    let (lang, fonts) = (settings.lang, fonts.0.clone());
    let task = AsyncComputeTaskPool::get().spawn(async move {
        let picture = draw_sheet(lang, fonts);
        let means = STATES.iter().map(|state| (*state, mean(&picture, *state))).collect();
        (picture, means)
    });
    commands.insert_resource(Drawing(task, lang));
}

fn take(
    mut commands: Commands,
    drawing: Option<ResMut<Drawing>>,
    mut sheet: ResMut<Sheet>,
    mut images: ResMut<Assets<Image>>,
    mut materials: ResMut<Assets<ScreenMaterial>>,
) {
    let Some(mut drawing) = drawing else { return };
    let Some((picture, means)) = check_ready(&mut drawing.0) else { return };
    let material = ScreenMaterial::new(images.add(image_of(picture)), GRID.into(), EDGE_SHARE);
    match &sheet.material {
        Some(known) => {
            if let Some(mut known) = materials.get_mut(known) {
                *known = material;
            }
        }
        None => sheet.material = Some(materials.add(material)),
    }
    sheet.means = means;
    sheet.drawn = Some(drawing.1);
    commands.remove_resource::<Drawing>();
}
