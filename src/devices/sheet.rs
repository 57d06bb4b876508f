//! The sheet of screen pictures and one shared material for each state.

use std::collections::HashMap;

use bevy::{
    asset::RenderAssetUsages,
    image::{ImageAddressMode, ImageFilterMode, ImageSampler, ImageSamplerDescriptor},
    prelude::*,
    render::render_resource::{Extent3d, TextureDimension, TextureFormat},
    tasks::{AsyncComputeTaskPool, Task, futures::check_ready},
};
use proefles_scenario::{Lang, ScreenState};

use crate::app::{AppSystems, Settings};

use super::{
    canvas::Picture,
    fonts::ScreenFonts,
    screen_faces::{LOADING_PHASES, STATES, draw_sheet, on_sheet},
};

/// How bright a screen's white is: a little brighter than white paper.
pub const GLOW: f32 = 1.15;
/// How long one picture of the sign for waiting is shown, in seconds.
const PHASE_SECS: f32 = 0.14;

/// The material of each state of a screen.
#[derive(Resource, Default)]
pub struct ScreenMaterials {
    states: HashMap<ScreenState, Handle<StandardMaterial>>,
    drawn: Option<Lang>,
}

impl ScreenMaterials {
    /// The material of a state, once the sheet has been drawn.
    pub fn get(&self, state: ScreenState) -> Option<&Handle<StandardMaterial>> {
        self.states.get(&state)
    }
}

/// A sheet that is being drawn.
#[derive(Resource)]
pub(super) struct Drawing(Task<Picture>, Lang);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<ScreenMaterials>().add_systems(
        Update,
        (draw, take, turn).chain().in_set(AppSystems::React).run_if(resource_exists::<ScreenFonts>),
    );
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

/// A material that shines with a picture, whatever the light in the room.
pub fn shining(image: Handle<Image>) -> StandardMaterial {
    StandardMaterial {
        base_color: LinearRgba::gray(GLOW).into(),
        base_color_texture: Some(image),
        unlit: true,
        ..default()
    }
}

fn draw(
    mut commands: Commands,
    settings: Res<Settings>,
    fonts: Res<ScreenFonts>,
    materials: Res<ScreenMaterials>,
    drawing: Option<Res<Drawing>>,
) {
    if drawing.is_some() || materials.drawn == Some(settings.lang) {
        return;
    }
    let (lang, fonts) = (settings.lang, fonts.0.clone());
    let task = AsyncComputeTaskPool::get().spawn(async move { draw_sheet(lang, fonts) });
    commands.insert_resource(Drawing(task, lang));
}

fn take(
    mut commands: Commands,
    drawing: Option<ResMut<Drawing>>,
    mut sheet: ResMut<ScreenMaterials>,
    mut images: ResMut<Assets<Image>>,
    mut materials: ResMut<Assets<StandardMaterial>>,
) {
    let Some(mut drawing) = drawing else { return };
    let Some(picture) = check_ready(&mut drawing.0) else { return };
    let image = images.add(image_of(picture));
    for state in STATES {
        let shining = StandardMaterial { uv_transform: on_sheet(state, 0), ..shining(image.clone()) };
        match sheet.states.get(&state) {
            Some(known) => {
                if let Some(mut known) = materials.get_mut(known) {
                    *known = shining;
                }
            }
            None => {
                sheet.states.insert(state, materials.add(shining));
            }
        }
    }
    sheet.drawn = Some(drawing.1);
    commands.remove_resource::<Drawing>();
}

/// Turns the sign for waiting on every screen that waits: one material for all of them.
fn turn(
    time: Res<Time>,
    sheet: Res<ScreenMaterials>,
    mut materials: ResMut<Assets<StandardMaterial>>,
    mut phase: Local<u32>,
) {
    let now = (time.elapsed_secs() / PHASE_SECS) as u32 % LOADING_PHASES;
    if now == std::mem::replace(&mut *phase, now) {
        return;
    }
    if let Some(mut waiting) = sheet.get(ScreenState::Loading).and_then(|loading| materials.get_mut(loading)) {
        waiting.uv_transform = on_sheet(ScreenState::Loading, now);
    }
}
