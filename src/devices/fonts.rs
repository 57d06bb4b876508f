//! The fonts that screens are set in, loaded with the lesson.

use std::sync::Arc;

use bevy::{asset::LoadState, prelude::*, text::Font};

use crate::{app::Screen, content::Preload};

use super::canvas::Fonts;

/// Files of the fonts: for reading, for headings, pictograms.
const FILES: [&str; 3] =
    ["fonts/AtkinsonHyperlegibleNext-Regular.ttf", "fonts/Nunito-Bold.ttf", "fonts/Phosphor-Fill.ttf"];

/// Fonts on their way.
#[derive(Resource, Default)]
struct Coming(Vec<Handle<Font>>);

/// The fonts, once they are there or have failed.
#[derive(Resource, Clone)]
pub struct ScreenFonts(pub Arc<Fonts>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Coming>()
        .add_systems(OnEnter(Screen::Loading), load)
        .add_systems(PreUpdate, take.run_if(not(resource_exists::<ScreenFonts>)));
}

fn load(assets: Res<AssetServer>, mut coming: ResMut<Coming>, mut preload: ResMut<Preload>) {
    coming.0 = FILES.iter().map(|file| assets.load(*file)).collect();
    for font in &coming.0 {
        preload.add(font.clone());
    }
}

fn take(mut commands: Commands, coming: Res<Coming>, assets: Res<AssetServer>, fonts: Res<Assets<Font>>) {
    let settled = |font: &Handle<Font>| fonts.contains(font) || matches!(assets.load_state(font), LoadState::Failed(_));
    if coming.0.is_empty() || !coming.0.iter().all(settled) {
        return;
    }
    let bytes = |at: usize| fonts.get(&coming.0[at]).map(|font| font.data.as_ref().to_vec());
    for (at, file) in FILES.iter().enumerate() {
        if !fonts.contains(&coming.0[at]) {
            warn!("{file} cannot be loaded: its text is missing from screens");
        }
    }
    commands.insert_resource(ScreenFonts(Arc::new(Fonts::new(bytes(0), bytes(1), bytes(2)))));
}
