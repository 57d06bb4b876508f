//! The open decision, at the side. The class goes on while one thinks, unless the author lets it stand still.

use bevy_egui::egui::{Align2, Area, Id, Order, RichText, ScrollArea, TextStyle, Ui, vec2};

use super::Side;
use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, color, space, style},
    widgets::{Btn, Tone, chip, para, row, sign, text_scale, timer_bar, wrapped_row},
};

/// The open decision.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionModel {
    /// What is going on.
    pub prompt: String,
    /// The options, in the order of their numbers.
    pub options: Vec<String>,
    /// Share of the time that is left, and seconds; none if it may take as long as it takes.
    pub timer: Option<(f32, u32)>,
    /// Whom it is about, and where they are.
    pub about: Option<(String, Side)>,
    /// Whether the class stands still meanwhile.
    pub stops_class: bool,
    /// The option that a gamepad or the tab key has come to.
    pub selected: Option<usize>,
    /// The option that was taken, and whether it has been recorded.
    pub taken: Option<(usize, bool)>,
}

/// Width of the panel: enough for two lines an option, and never half of the view.
pub fn panel_width(ui: &Ui) -> f32 {
    (380.0 * text_scale(ui)).min(ui.ctx().content_rect().width() * 0.44)
}

/// Shows the decision. Returns the place of the option that was taken.
pub fn decision_ui(ui: &mut Ui, model: &DecisionModel, text: &Locale) -> Option<usize> {
    let mut taken = None;
    let screen = ui.ctx().content_rect();
    let width = panel_width(ui);
    let area = Area::new(Id::new("decision")).order(Order::Middle).anchor(Align2::RIGHT_CENTER, vec2(-16.0, 0.0));
    area.show(ui.ctx(), |ui| {
        theme::glass().show(ui, |ui| {
            ui.set_width(width);
            ScrollArea::vertical().max_height(screen.height() * 0.9).min_scrolled_height(screen.height() * 0.9).show(
                ui,
                |ui| {
                    head(ui, model, text);
                    ui.add_space(space::XS);
                    taken = options(ui, model, text);
                },
            );
        });
    });
    taken
}

fn head(ui: &mut Ui, model: &DecisionModel, text: &Locale) {
    wrapped_row(ui, |ui| {
        let height = ui.text_style_height(&TextStyle::Heading);
        sign(ui, Icon::Question, height, color::ACCENT);
        ui.label(RichText::new(text.t(Key::DecisionTitle)).text_style(TextStyle::Heading));
    });
    if let Some((name, side)) = &model.about {
        let place = text.t(side.key());
        chip(ui, Tone::Info, Some(side.icon()), &format!("{name}, {place}"));
    }
    para(ui, &model.prompt);
    if model.stops_class {
        chip(ui, Tone::Plain, Some(Icon::Pause), &text.t(Key::DecisionStops));
    }
    if let Some((left, seconds)) = model.timer
        && model.taken.is_none()
    {
        timer_bar(ui, left, seconds, &text.with(Key::DecisionTimeLeft, "seconds", seconds));
    }
}

fn options(ui: &mut Ui, model: &DecisionModel, text: &Locale) -> Option<usize> {
    let mut taken = None;
    for (at, option) in model.options.iter().enumerate() {
        let number = (at + 1).to_string();
        let is_taken = model.taken.is_some_and(|(place, _)| place == at);
        let mut button = Btn::secondary(option).label(format!("{number}. {option}")).wide().left();
        button = if is_taken {
            button.key_first(Icon::Check.sign().to_string()).selected(true)
        } else {
            button.key_first(number)
        };
        if model.selected == Some(at) && model.taken.is_none() {
            button = button.selected(true);
        }
        let pressed = ui.add(button.enabled(model.taken.is_none() || is_taken)).clicked();
        if pressed && model.taken.is_none() {
            taken = Some(at);
        }
    }
    if let Some((_, recorded)) = model.taken {
        let (icon, key) =
            if recorded { (Icon::CheckCircle, Key::DecisionKept) } else { (Icon::Hourglass, Key::DecisionKeeping) };
        row(ui, |ui| {
            let height = ui.text_style_height(&style::small_strong());
            sign(ui, icon, height, color::GOOD);
            ui.label(RichText::new(text.t(key)).text_style(style::small_strong()).color(color::GOOD));
        });
    }
    taken
}
