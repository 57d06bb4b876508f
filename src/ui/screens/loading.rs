//! What is being prepared before the lesson, and how far it is.

use bevy_egui::egui::{Align, Layout, Rect, RichText, Ui, UiBuilder, vec2};

use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, color, space, style},
    widgets::{Tone, backdrop, icon_label, meter, para, soft, title},
};

/// Steps of loading, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Models, pictures, sounds.
    Assets,
    /// Shaders.
    Pipelines,
    /// Room and class.
    Room,
}

/// What the loading screen shows.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadingModel {
    /// The lesson.
    pub title: String,
    /// What is being done.
    pub step: Step,
    /// Share of everything, 0 to 1.
    pub progress: f32,
}

/// Shows how far it is.
pub fn loading_ui(ui: &mut Ui, model: &LoadingModel, text: &Locale) {
    let whole = ui.max_rect();
    backdrop(ui, whole);
    let rect = Rect::from_center_size(whole.center(), vec2(whole.width().min(560.0) - 40.0, 360.0));
    let mut page = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    theme::card().shadow(theme::shadow()).show(&mut page, |ui| {
        ui.set_width(ui.available_width());
        soft(ui, &text.t(Key::LoadingTitle));
        title(ui, &model.title);
        ui.add_space(space::S);
        let share = (model.progress.clamp(0.0, 1.0) * 1000.0) as u16;
        let width = ui.available_width();
        meter(ui, width, 14.0, model.progress, color::PRIMARY, &text.t(Key::LoadingTitle));
        ui.label(RichText::new(text.percent(share)).text_style(style::small_strong()).color(color::INK_SOFT));
        ui.add_space(space::S);
        for (step, key) in [
            (Step::Assets, Key::LoadingAssets),
            (Step::Pipelines, Key::LoadingPipelines),
            (Step::Room, Key::LoadingRoom),
        ] {
            let (icon, ink) = match step.cmp(&model.step) {
                std::cmp::Ordering::Less => (Icon::CheckCircle, Tone::Good.colours().0),
                std::cmp::Ordering::Equal => (Icon::Hourglass, color::PRIMARY),
                std::cmp::Ordering::Greater => (Icon::Circle, color::INK_SOFT),
            };
            let weight = if step == model.step { style::strong() } else { bevy_egui::egui::TextStyle::Body };
            icon_label(ui, icon, ink, RichText::new(text.t(key)).text_style(weight));
        }
    });
    page.add_space(space::L);
    para(&mut page, &text.t(Key::LoadingTip));
}
