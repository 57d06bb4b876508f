//! Time and phase, how loud it is, what one looks at, and what was just done.

use bevy_egui::egui::{
    Align2, Area, Color32, CornerRadius, Id, Label, Margin, Order, Rect, RichText, Sense, Stroke, TextStyle,
    TextWrapMode, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, color, space, style},
    widgets::{Tone, chip, keycap, row, sign},
};

/// What stands at the edges of the view.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StatusModel {
    /// Ticks until the lesson ends.
    pub left_ticks: u32,
    /// The phase that is on.
    pub phase: String,
    /// How loud it is, per mille of as loud as a class gets.
    pub noise_permille: u16,
    /// What is broken now.
    pub trouble: Option<String>,
    /// What the teacher looks at: a first name or a thing.
    pub look: Option<String>,
    /// A key and what it would do now.
    pub hint: Option<(String, String)>,
    /// What the teacher holds.
    pub held: Option<String>,
    /// What was just done, in words.
    pub done: Option<String>,
    /// Who teaches, if it is not a person: shown so that nobody wonders.
    pub driven: bool,
    /// The keys that open the actions and the pause, if they are to be shown.
    pub keys: Option<(String, String)>,
}

/// Shows the edges of the view.
pub fn status_ui(ui: &mut Ui, model: &StatusModel, text: &Locale) {
    let corner = Area::new(Id::new("status")).order(Order::Middle).anchor(Align2::LEFT_TOP, vec2(16.0, 16.0));
    corner.interactable(false).show(ui.ctx(), |ui| {
        theme::glass().show(ui, |ui| {
            row(ui, |ui| {
                let height = ui.text_style_height(&TextStyle::Heading);
                sign(ui, Icon::Clock, height, color::PRIMARY);
                let clock = RichText::new(text.clock(model.left_ticks)).text_style(TextStyle::Heading);
                let clock = ui.label(clock);
                let spoken = text.with(Key::HudTimeLeft, "time", text.clock(model.left_ticks));
                clock.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &spoken));
                ui.add_space(space::XS);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.label(RichText::new(&model.phase).text_style(style::small_strong()));
                    noise(ui, model.noise_permille, text);
                });
            });
            if let Some(trouble) = &model.trouble {
                chip(ui, Tone::Warn, Some(Icon::WifiSlash), trouble);
            }
            if let Some(held) = &model.held {
                chip(ui, Tone::Plain, Some(Icon::Hand), &text.with(Key::HudHolding, "thing", held.as_str()));
            }
            if model.driven {
                chip(ui, Tone::Info, Some(Icon::GameController), &text.t(Key::HudDriven));
            }
        });
    });
    if let Some((actions, pause)) = &model.keys {
        keys(ui, [(actions, Key::ControlActions), (pause, Key::ControlPause)], text);
    }
    reticle(ui, model);
    done(ui, model);
}

/// Five bars that fill as it gets louder, and the word for it.
fn noise(ui: &mut Ui, permille: u16, text: &Locale) {
    let (steps, key) = match permille {
        0..=149 => (1, Key::NoiseQuiet),
        150..=349 => (2, Key::NoiseSoft),
        350..=549 => (3, Key::NoiseBusy),
        550..=749 => (4, Key::NoiseLoud),
        _ => (5, Key::NoiseVeryLoud),
    };
    row(ui, |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let (rect, _) = ui.allocate_exact_size(vec2(34.0, 14.0), Sense::hover());
        for step in 0..5 {
            let height = 4.0 + step as f32 * 2.4;
            let x = rect.left() + step as f32 * 7.0;
            let bar = Rect::from_min_max(pos2(x, rect.bottom() - height), pos2(x + 5.0, rect.bottom()));
            let fill = if step >= steps {
                color::LINE
            } else if steps >= 4 {
                color::BAD
            } else {
                color::PRIMARY
            };
            ui.painter().rect_filled(bar, CornerRadius::same(2), fill);
        }
        ui.label(RichText::new(text.t(key)).text_style(TextStyle::Small).color(color::INK_SOFT));
    });
}

fn keys(ui: &mut Ui, keys: [(&String, Key); 2], text: &Locale) {
    let area = Area::new(Id::new("hud-keys")).order(Order::Middle).anchor(Align2::LEFT_BOTTOM, vec2(16.0, -16.0));
    area.interactable(false).show(ui.ctx(), |ui| {
        theme::glass().inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
            for (key, what) in keys {
                row(ui, |ui| {
                    keycap(ui, key);
                    ui.label(RichText::new(text.t(what)).text_style(TextStyle::Small));
                });
            }
        });
    });
}

/// A small dot in the middle, and under it what one looks at and could do.
fn reticle(ui: &mut Ui, model: &StatusModel) {
    let middle = ui.ctx().content_rect().center();
    let painter = ui.painter();
    let grown = if model.look.is_some() { 5.0 } else { 3.0 };
    painter.circle(
        middle,
        grown,
        theme::see_through(Color32::WHITE, 220),
        Stroke::new(1.5, Color32::from_black_alpha(140)),
    );
    if model.look.is_none() && model.hint.is_none() {
        return;
    }
    let area = Area::new(Id::new("look")).order(Order::Middle).pivot(Align2::CENTER_TOP);
    // Below a face that is near, not over it.
    let below = (ui.ctx().content_rect().height() * 0.075).max(18.0);
    area.fixed_pos(middle + vec2(0.0, below)).interactable(false).show(ui.ctx(), |ui| {
        let frame = theme::glass().inner_margin(Margin::symmetric(10, 5)).corner_radius(CornerRadius::same(10));
        frame.show(ui, |ui| {
            if let Some(look) = &model.look {
                let name = RichText::new(look).text_style(style::strong());
                ui.add(Label::new(name).wrap_mode(TextWrapMode::Extend));
            }
            if let Some((key, what)) = &model.hint {
                row(ui, |ui| {
                    keycap(ui, key);
                    let what = RichText::new(what).text_style(TextStyle::Small);
                    ui.add(Label::new(what).wrap_mode(TextWrapMode::Extend));
                });
            }
        });
    });
}

/// What was just done, at the top: the teacher knows it was heard.
fn done(ui: &mut Ui, model: &StatusModel) {
    let Some(done) = &model.done else { return };
    let area = Area::new(Id::new("done")).order(Order::Foreground).anchor(Align2::CENTER_TOP, vec2(0.0, 18.0));
    area.interactable(false).show(ui.ctx(), |ui| {
        let frame = theme::glass().inner_margin(Margin::symmetric(14, 8));
        frame.show(ui, |ui| {
            row(ui, |ui| {
                let height = ui.text_style_height(&style::strong());
                sign(ui, Icon::CheckCircle, height, color::GOOD);
                let words = RichText::new(done).text_style(style::strong());
                ui.add(Label::new(words).wrap_mode(TextWrapMode::Extend));
            });
        });
    });
}
