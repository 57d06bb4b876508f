//! The settings in the world.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, egui};

use crate::app::{Screen, Settings};
use crate::input::{Action, Bindings, Rebinding};
use crate::locales::Texts;
use crate::third_party::openxr::{Headset, Presence};
use crate::ui::screens::settings::{Comfort, Mouse, Reading, SettingsAction, SettingsModel, settings_ui};

use super::{SettingsOpen, bindings, root};

pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    mut settings: ResMut<Settings>,
    mut open: ResMut<SettingsOpen>,
    screen: Res<State<Screen>>,
    mut next: ResMut<NextState<Screen>>,
    known: Res<Bindings>,
    mut rebinding: ResMut<Rebinding>,
    headset: Res<Headset>,
) -> Result {
    let mut ui = root(&mut contexts, "settings")?;
    let mut model = read(&settings);
    if headset.presence == Presence::None {
        model.comfort = None;
    }
    model.keys = bindings::rows(&known, rebinding.0, &texts.0);
    let before = model.clone();
    let mut action = settings_ui(&mut ui, &mut model, &texts.0);
    if model != before {
        write(&mut settings, &model);
    }
    let waits = rebinding.0.is_some() || rebinding.is_changed();
    if ui.input(|input| input.key_pressed(egui::Key::Escape)) && !waits {
        action = Some(SettingsAction::Back);
    }
    match action {
        // While an action waits for its key, that key presses nothing.
        Some(_) if waits => {}
        Some(SettingsAction::Back) => {
            open.0 = false;
            if *screen.get() == Screen::Settings {
                next.set(Screen::Title);
            }
        }
        Some(SettingsAction::Rebind(name)) => rebinding.0 = Action::from_name(&name),
        Some(SettingsAction::ResetKeys) => settings.keys.clear(),
        None => {}
    }
    Ok(())
}

fn read(settings: &Settings) -> SettingsModel {
    SettingsModel {
        reading: Reading { lang: settings.lang, text_scale: settings.text_scale, captions: settings.captions },
        volumes: [settings.volume, settings.voices_volume, settings.room_volume],
        quality: settings.quality,
        mouse: Mouse { sensitivity: settings.mouse_sensitivity, invert_y: settings.invert_y, seated: settings.seated },
        comfort: Some(Comfort {
            turn_deg: settings.turn_deg,
            smooth_walk: settings.smooth_walk,
            raised: settings.raised,
        }),
        keys: Vec::new(),
    }
}

fn write(settings: &mut Settings, model: &SettingsModel) {
    settings.lang = model.reading.lang;
    settings.text_scale = model.reading.text_scale;
    settings.captions = model.reading.captions;
    [settings.volume, settings.voices_volume, settings.room_volume] = model.volumes;
    settings.quality = model.quality;
    settings.mouse_sensitivity = model.mouse.sensitivity;
    settings.invert_y = model.mouse.invert_y;
    settings.seated = model.mouse.seated;
    if let Some(Comfort { turn_deg, smooth_walk, raised }) = model.comfort {
        (settings.turn_deg, settings.smooth_walk, settings.raised) = (turn_deg, smooth_walk, raised);
    }
}
