//! The lesson is over: how it ended, while the review is being made.

use bevy_egui::egui::{Id, Modal, Ui};

use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, space},
    widgets::{Btn, para, soft, title},
};

/// How the lesson ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedModel {
    /// A few words.
    pub title: String,
    /// What happened.
    pub story: String,
    /// Whether the review can be shown.
    pub ready: bool,
}

/// Shows how the lesson ended. True when the user wants the review.
pub fn ended_ui(ui: &mut Ui, model: &EndedModel, text: &Locale) -> bool {
    let mut go_on = false;
    let frame = theme::card().shadow(theme::shadow());
    Modal::new(Id::new("ended-panel")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((ui.ctx().content_rect().width() - 60.0).clamp(80.0, 460.0));
        soft(ui, &text.t(Key::EndedOver));
        title(ui, &model.title);
        para(ui, &model.story);
        ui.add_space(space::S);
        let button = Btn::primary(text.t(Key::EndedReview)).icon(Icon::ChartLine).key("Enter").big().wide();
        go_on = button.enabled(model.ready).first(ui).clicked();
        if !model.ready {
            soft(ui, &text.t(Key::EndedWait));
        }
    });
    go_on
}
