//! What the user prefers, kept in the profile folder.

use std::collections::BTreeMap;

use bevy::prelude::*;
use proefles_scenario::Lang;

use super::profile::dir_of;
use super::settings_file::{self, Read};
use super::{AppConfig, NoticeLevel, Notices, Profile, Quality, Said, Worker};

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
    /// The teacher sees the class from a chair.
    pub seated: bool,
    /// In a headset, how far a step of turning goes, in degrees: 30, 45 or 60.
    pub turn_deg: u16,
    /// In a headset, the left stick walks; else one goes from place to place.
    pub smooth_walk: bool,
    /// In a headset, the eyes are as high as those of somebody who stands, also from a chair.
    pub raised: bool,
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
            lang: system_lang(),
            volume: 0.8,
            voices_volume: 1.0,
            room_volume: 0.8,
            text_scale: 1.0,
            mouse_sensitivity: 2.0,
            invert_y: false,
            seated: false,
            turn_deg: 30,
            smooth_walk: false,
            raised: false,
            captions: true,
            quality: Quality::Medium,
            keys: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// The same with every number in its range, whatever a file said.
    pub fn clamped(mut self) -> Self {
        let within = |value: f32, low, high, normal| if value.is_finite() { value.clamp(low, high) } else { normal };
        let normal = Self::default();
        self.volume = within(self.volume, 0.0, 1.0, normal.volume);
        self.voices_volume = within(self.voices_volume, 0.0, 1.0, normal.voices_volume);
        self.room_volume = within(self.room_volume, 0.0, 1.0, normal.room_volume);
        self.text_scale = within(self.text_scale, 0.75, 2.0, normal.text_scale);
        if !TURNS_DEG.contains(&self.turn_deg) {
            self.turn_deg = normal.turn_deg;
        }
        self.mouse_sensitivity = within(self.mouse_sensitivity, 0.2, 8.0, normal.mouse_sensitivity);
        self
    }
}

/// How far a step of turning may go, in degrees.
pub const TURNS_DEG: [u16; 3] = [30, 45, 60];

/// The language in which to speak before there are settings: asked for, kept, or of the system.
pub(super) fn first_lang(config: &AppConfig) -> Lang {
    let kept = || settings_file::peek(&dir_of(config).join(settings_file::NAME)).map(|kept| kept.lang);
    config.lang.or_else(kept).unwrap_or_else(system_lang)
}

/// The language of the user's system, English if it is none of ours.
fn system_lang() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Lang::from_code(&value))
        .unwrap_or(Lang::En)
}

/// What the file holds, so that only changes of the user are written, not those of arguments.
#[derive(Resource)]
struct Kept {
    settings: Settings,
    /// When a change waits to be written, in seconds of the program.
    due_secs: Option<f32>,
}

/// Changes within this time are written together.
const GATHER_SECS: f32 = 0.5;

pub(super) fn plugin(app: &mut App) {
    let file = app.world().resource::<Profile>().dir().join(settings_file::NAME);
    let kept = match settings_file::read(&file) {
        Read::Settings(settings) => settings.clamped(),
        Read::None => Settings::default(),
        Read::Bad { reason, kept_as } => {
            let text = match &kept_as {
                Some(kept_as) => unreadable(&reason, &kept_as.display().to_string()),
                None => unreadable(&reason, &file.display().to_string()),
            };
            app.world_mut().resource_mut::<Notices>().push(NoticeLevel::Warning, text);
            Settings::default()
        }
    };
    let config = app.world().resource::<AppConfig>();
    let mut settings = kept.clone();
    settings.lang = config.lang.unwrap_or(settings.lang);
    settings.quality = config.quality.unwrap_or(settings.quality);
    app.insert_resource(Kept { settings: settings.clone(), due_secs: None })
        .insert_resource(settings)
        .add_systems(Last, (notice_change.run_if(resource_changed::<Settings>), save).chain());
}

fn unreadable(reason: &str, kept_as: &str) -> Said {
    Said::new(
        format!(
            "De instellingen konden niet gelezen worden ({reason}) en staan weer op hun beginwaarden. Het oude bestand is bewaard: {kept_as}"
        ),
        format!(
            "The settings could not be read ({reason}) and are back at their defaults. The old file was kept: {kept_as}"
        ),
    )
}

fn notice_change(settings: Res<Settings>, mut kept: ResMut<Kept>, time: Res<Time<Real>>) {
    if *settings != kept.settings {
        kept.due_secs = Some(time.elapsed_secs() + GATHER_SECS);
    }
}

/// Writes changed settings a moment after the latest change, and at the program's end.
fn save(
    settings: Res<Settings>,
    mut kept: ResMut<Kept>,
    profile: Res<Profile>,
    worker: Res<Worker>,
    time: Res<Time<Real>>,
    exits: MessageReader<AppExit>,
) {
    let is_due = kept.due_secs.is_some_and(|due| time.elapsed_secs() >= due || !exits.is_empty());
    if !is_due {
        return;
    }
    kept.due_secs = None;
    kept.settings = settings.clone();
    if !profile.is_writable() {
        return;
    }
    let (file, text) = (profile.dir().join(settings_file::NAME), settings_file::text(&settings));
    worker.run(move || {
        if let Err(error) = settings_file::write(&file, &text) {
            error!("the settings could not be written to {}: {error}", file.display());
        }
    });
}
