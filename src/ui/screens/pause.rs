//! The lesson stands still.

use bevy_egui::egui::{Id, Modal, Ui};

use crate::locales::{Key, Locale};
use crate::ui::{
    hud::captions::{Caption, caption_log_ui},
    icons::Icon,
    theme::{self, space},
    widgets::{Btn, para, soft, title},
};

/// What the user wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseAction {
    /// Go on.
    Resume,
    /// The settings.
    Settings,
    /// The same lesson from its beginning.
    Restart,
    /// End now, and see the review.
    End,
    /// To the library.
    Quit,
}

/// What the pause shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PauseModel {
    /// Title of the lesson.
    pub title: String,
    /// Ticks of the lesson that have passed.
    pub ticks: u32,
    /// What was said last.
    pub said: Vec<Caption>,
}

/// Shows the pause over the room.
pub fn pause_ui(ui: &mut Ui, model: &PauseModel, text: &Locale) -> Option<PauseAction> {
    let mut chosen = None;
    let frame = theme::card().shadow(theme::shadow());
    Modal::new(Id::new("pause-panel")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((ui.ctx().content_rect().width() - 60.0).clamp(80.0, 380.0));
        soft(ui, &model.title);
        title(ui, &text.t(Key::PauseTitle));
        para(ui, &text.with(Key::PauseExplain, "time", text.clock(model.ticks)));
        ui.add_space(space::S);
        let resume = Btn::primary(text.t(Key::PauseResume)).icon(Icon::Play).key("Esc").big().wide();
        if resume.first(ui).clicked() {
            chosen = Some(PauseAction::Resume);
        }
        for (key, icon, action) in [
            (Key::CommonSettings, Icon::Gear, PauseAction::Settings),
            (Key::PauseRestart, Icon::ArrowCounterClockwise, PauseAction::Restart),
            (Key::PauseEnd, Icon::ChartLine, PauseAction::End),
            (Key::PauseQuit, Icon::SignOut, PauseAction::Quit),
        ] {
            if ui.add(Btn::secondary(text.t(key)).icon(icon).wide().left()).clicked() {
                chosen = Some(action);
            }
        }
        ui.add_space(space::XS);
        soft(ui, &text.t(Key::PauseNothingLost));
        if !model.said.is_empty() {
            ui.separator();
            caption_log_ui(ui, &model.said, text);
        }
    });
    chosen
}
