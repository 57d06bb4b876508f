//! What the user prefers, kept in the profile folder.

use std::collections::BTreeMap;

use bevy::prelude::*;
use proefles_scenario::Lang;

use super::{AppConfig, Quality};

/// What the user prefers. Changed in place by `ui`; saved when it changed.
#[derive(Resource, Debug, Clone, PartialEq)]
pub struct Settings {
    /// Language of program and lesson.
    pub lang: Lang,
    /// Volume of everything, 0 to 1.
    pub volume: f32,
    /// Volume of voices, 0 to 1.
    pub voices_volume: f32,
    /// Volume of murmur, steps and bell, 0 to 1.
    pub room_volume: f32,
    /// Size of all text, 1 is normal, 0.75 to 2.
    pub text_scale: f32,
    /// Radians of turning for a thousand mouse counts, 0.2 to 8.
    pub mouse_sensitivity: f32,
    /// Moving the mouse away from you looks down.
    pub invert_y: bool,
    /// Captions for what is said.
    pub captions: bool,
    /// How much the pictures may cost.
    pub quality: Quality,
    /// Name of an action to name of a key or button; what is not there has its default.
    pub keys: BTreeMap<String, String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::En,
            volume: 0.8,
            voices_volume: 1.0,
            room_volume: 0.8,
            text_scale: 1.0,
            mouse_sensitivity: 2.0,
            invert_y: false,
            captions: true,
            quality: Quality::Medium,
            keys: BTreeMap::new(),
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    let mut settings = Settings::default();
    if let Some(config) = app.world().get_resource::<AppConfig>() {
        settings.lang = config.lang.unwrap_or(settings.lang);
        settings.quality = config.quality.unwrap_or(settings.quality);
    }
    app.insert_resource(settings);
}
