//! Settings. They hold at once, so that what is chosen can be seen and heard.

use bevy_egui::egui::{Align, Layout, RichText, TextStyle, Ui, vec2};
use proefles_scenario::Lang;

use crate::app::{Quality, TURNS_DEG};
use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, color, space},
    widgets::{Btn, Tone, chip, heading, screen, segmented, slider, soft, stepper, title, toggle, two_columns},
};

/// The settings as the screen shows and changes them.
#[derive(Debug, Clone, PartialEq)]
pub struct SettingsModel {
    /// Language and text.
    pub reading: Reading,
    /// Volumes, 0 to 1: everything, voices, room.
    pub volumes: [f32; 3],
    /// How much the pictures may cost.
    pub quality: Quality,
    /// The mouse.
    pub mouse: Mouse,
    /// In a headset: how one gets about.
    pub comfort: Option<Comfort>,
    /// The keys.
    pub keys: Vec<KeyRow>,
}

/// How one gets about in a headset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comfort {
    /// How far a step of turning goes, in degrees.
    pub turn_deg: u16,
    /// Whether the left stick walks; else one goes from place to place.
    pub smooth_walk: bool,
    /// Whether the eyes are as high as those of somebody who stands.
    pub raised: bool,
}

/// Language and text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Language of program and lesson.
    pub lang: Lang,
    /// Size of text, 1 is normal.
    pub text_scale: f32,
    /// Captions.
    pub captions: bool,
}

/// The mouse.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mouse {
    /// Radians of turning for a thousand mouse counts.
    pub sensitivity: f32,
    /// Whether the mouse looks the other way up.
    pub invert_y: bool,
    /// Whether the teacher sees the class from a chair.
    pub seated: bool,
}

/// An action and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// Name of the action in the settings file.
    pub action: String,
    /// What it does.
    pub label: String,
    /// The key, as it is labelled.
    pub key: String,
    /// Another action that has the same key.
    pub conflict: Option<String>,
    /// Whether the next key pressed becomes its key.
    pub waiting: bool,
}

/// What the user wants, beside other values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsAction {
    /// Back to where they came from.
    Back,
    /// Another key for this action.
    Rebind(String),
    /// The keys as they were at first.
    ResetKeys,
}

/// Shows the settings and changes `model`.
pub fn settings_ui(ui: &mut Ui, model: &mut SettingsModel, text: &Locale) -> Option<SettingsAction> {
    let mut chosen = None;
    let (mut back, mut done) = (false, false);
    screen(
        ui,
        |ui| {
            back = Btn::icon_only(Icon::ArrowLeft, text.t(Key::CommonBack)).first(ui).clicked();
            title(ui, &text.t(Key::CommonSettings));
        },
        |ui| {
            let SettingsModel { reading, volumes, quality, mouse, comfort, keys } = model;
            let left = |ui: &mut Ui| {
                if let Some(comfort) = comfort {
                    comfort_ui(ui, comfort, text);
                }
                reading_ui(ui, reading, text);
                sound_ui(ui, volumes, text);
                picture_ui(ui, quality, text);
            };
            two_columns(ui, 860.0, left, |ui| chosen = hands_ui(ui, mouse, keys, text));
        },
        Some(Box::new(|ui| {
            done = ui.add(Btn::primary(text.t(Key::CommonDone)).icon(Icon::Check)).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| soft(ui, &text.t(Key::SettingsSaved)));
        })),
    );
    if back || done { Some(SettingsAction::Back) } else { chosen }
}

fn group(ui: &mut Ui, icon: Icon, name: &str, add: impl FnOnce(&mut Ui)) {
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, icon, name);
        add(ui);
    });
    ui.add_space(space::XS);
}

fn comfort_ui(ui: &mut Ui, model: &mut Comfort, text: &Locale) {
    group(ui, Icon::GameController, &text.t(Key::SettingsHeadset), |ui| {
        ui.label(text.t(Key::SettingsTurn));
        let options = TURNS_DEG.map(|degrees| (degrees, format!("{degrees}°")));
        segmented(ui, &mut model.turn_deg, &options);
        toggle(ui, &mut model.smooth_walk, &text.t(Key::SettingsSmooth));
        soft(ui, &text.t(Key::SettingsSmoothHelp));
        toggle(ui, &mut model.raised, &text.t(Key::SettingsRaised));
        soft(ui, &text.t(Key::SettingsRaisedHelp));
    });
}

fn reading_ui(ui: &mut Ui, model: &mut Reading, text: &Locale) {
    group(ui, Icon::Translate, &text.t(Key::SettingsReading), |ui| {
        ui.label(text.t(Key::SettingsLanguage));
        let options = [(Lang::Nl, text.t(Key::LangNl)), (Lang::En, text.t(Key::LangEn))];
        segmented(ui, &mut model.lang, &options);
        let label = text.t(Key::SettingsTextSize);
        ui.label(&label);
        let shown = text.percent((model.text_scale * 1000.0).round() as u16);
        stepper(ui, &mut model.text_scale, theme::TEXT_SCALE, 0.125, &label, &shown);
        switch(ui, &mut model.captions, &text.t(Key::SettingsCaptions), &text.t(Key::SettingsCaptionsHelp));
    });
}

fn sound_ui(ui: &mut Ui, volumes: &mut [f32; 3], text: &Locale) {
    group(ui, Icon::SpeakerHigh, &text.t(Key::SettingsSound), |ui| {
        let names = [Key::SettingsVolume, Key::SettingsVoices, Key::SettingsRoom];
        for (value, key) in volumes.iter_mut().zip(names) {
            let label = text.t(key);
            ui.label(&label);
            let shown = text.percent((*value * 1000.0).round() as u16);
            slider(ui, value, 0.0..=1.0, 0.05, &label, &shown);
        }
    });
}

fn picture_ui(ui: &mut Ui, quality: &mut Quality, text: &Locale) {
    group(ui, Icon::Monitor, &text.t(Key::SettingsPicture), |ui| {
        let options = [
            (Quality::Low, text.t(Key::QualityLow)),
            (Quality::Medium, text.t(Key::QualityMedium)),
            (Quality::High, text.t(Key::QualityHigh)),
        ];
        segmented(ui, quality, &options);
        soft(ui, &text.t(Key::SettingsQualityHelp));
    });
}

fn hands_ui(ui: &mut Ui, mouse: &mut Mouse, keys: &[KeyRow], text: &Locale) -> Option<SettingsAction> {
    let mut chosen = None;
    group(ui, Icon::Mouse, &text.t(Key::SettingsMouse), |ui| {
        let label = text.t(Key::SettingsSensitivity);
        ui.label(&label);
        let shown = format!("{:.1}", mouse.sensitivity);
        slider(ui, &mut mouse.sensitivity, 0.2..=8.0, 0.1, &label, &shown);
        switch(ui, &mut mouse.invert_y, &text.t(Key::SettingsInvert), "");
        switch(ui, &mut mouse.seated, &text.t(Key::SettingsSeated), &text.t(Key::SettingsSeatedHelp));
    });
    group(ui, Icon::Keyboard, &text.t(Key::SettingsKeys), |ui| {
        soft(ui, &text.t(Key::SettingsKeysHelp));
        for row in keys {
            if key_row(ui, row, text) {
                chosen = Some(SettingsAction::Rebind(row.action.clone()));
            }
        }
        if ui.add(Btn::secondary(text.t(Key::SettingsKeysReset)).icon(Icon::ArrowCounterClockwise)).clicked() {
            chosen = Some(SettingsAction::ResetKeys);
        }
    });
    chosen
}

fn key_row(ui: &mut Ui, row: &KeyRow, text: &Locale) -> bool {
    let mut pressed = false;
    ui.horizontal(|ui| {
        let (key, shown) = if row.waiting { (text.t(Key::SettingsKeyPress), true) } else { (row.key.clone(), false) };
        let label = format!("{}: {key}", row.label);
        ui.allocate_ui_with_layout(vec2(150.0, 40.0), Layout::top_down_justified(Align::Center), |ui| {
            pressed = ui.add(Btn::secondary(key).label(label).selected(shown).wide()).clicked();
        });
        ui.vertical(|ui| {
            ui.add_space(8.0);
            ui.label(&row.label);
            if let Some(other) = &row.conflict {
                chip(
                    ui,
                    Tone::Warn,
                    Some(Icon::Warning),
                    &text.with(Key::SettingsKeyConflict, "other", other.as_str()),
                );
            }
        });
    });
    pressed
}

fn switch(ui: &mut Ui, on: &mut bool, label: &str, help: &str) {
    ui.horizontal(|ui| {
        toggle(ui, on, label);
        ui.vertical(|ui| {
            ui.add_space(8.0);
            let words = ui.add(
                bevy_egui::egui::Label::new(RichText::new(label).text_style(TextStyle::Body))
                    .sense(bevy_egui::egui::Sense::CLICK),
            );
            if words.clicked() {
                *on = !*on;
            }
            if !help.is_empty() {
                ui.label(RichText::new(help).text_style(TextStyle::Small).color(color::INK_SOFT));
            }
        });
    });
}
