//! Messages at the corner: what went wrong, what to do; each stays until it is closed.

use bevy_egui::egui::{Align2, Area, Frame, Id, Label, Margin, Order, Stroke, Ui, vec2};

use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, color},
    widgets::{Btn, Tone, sign},
};

/// Most messages shown at once; the others wait.
const AT_ONCE: usize = 3;

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// How much it matters.
    pub tone: Tone,
    /// What it says.
    pub text: String,
}

/// Shows messages, newest below, and returns the place of the one that was closed. Before the class they stand at the top
/// in the middle, where neither a decision nor what one does is; elsewhere at the side, where no heading is.
pub fn toasts_ui(ui: &mut Ui, toasts: &[Toast], before_class: bool, text: &Locale) -> Option<usize> {
    let mut closed = None;
    let width = (ui.ctx().content_rect().width() - 40.0).clamp(80.0, 340.0);
    let (corner, offset) = match before_class {
        true => (Align2::CENTER_TOP, vec2(0.0, 62.0)),
        false => (Align2::RIGHT_TOP, vec2(-16.0, 62.0)),
    };
    Area::new(Id::new("toasts")).order(Order::Foreground).anchor(corner, offset).show(ui.ctx(), |ui| {
        for (at, toast) in toasts.iter().enumerate().take(AT_ONCE) {
            let (ink, fill) = toast.tone.colours();
            let frame = Frame::new().fill(fill).stroke(Stroke::new(1.5, ink)).corner_radius(theme::radius::M);
            frame.inner_margin(Margin::same(10)).shadow(theme::shadow()).show(ui, |ui| {
                ui.set_width(width);
                ui.horizontal_top(|ui| {
                    sign(ui, toast.tone.icon(), 22.0, ink);
                    let room = vec2((ui.available_width() - 48.0).max(20.0), 10.0);
                    ui.allocate_ui(room, |ui| {
                        ui.set_width(room.x);
                        ui.add(Label::new(bevy_egui::egui::RichText::new(&toast.text).color(color::INK)).wrap());
                    });
                    if ui.add(Btn::icon_only(Icon::X, text.t(Key::CommonClose))).clicked() {
                        closed = Some(at);
                    }
                });
            });
        }
    });
    closed
}
