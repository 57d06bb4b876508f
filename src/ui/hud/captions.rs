//! Who says what, and from which side: at the bottom, large enough, over a dark ground.

use bevy_egui::egui::{
    Align, Align2, Area, Color32, CornerRadius, FontSelection, Frame, Id, Margin, Order, RichText, TextFormat,
    TextStyle, Ui, WidgetInfo, WidgetType, text::LayoutJob, vec2,
};

use super::Side;
use crate::locales::{Key, Locale};
use crate::ui::{
    theme::{self, color, style},
    widgets::{row, sign, text_scale, wrapped_row},
};

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// Who said it.
    pub speaker: String,
    /// What.
    pub words: String,
    /// From where, if from somewhere in the room.
    pub side: Option<Side>,
}

/// Most captions at once; older ones make room.
pub const AT_ONCE: usize = 3;

/// Shows what is being said, newest at the bottom.
/// `covered` points at the right are another panel's.
pub fn captions_ui(ui: &mut Ui, captions: &[Caption], covered: f32, text: &Locale) {
    if captions.is_empty() {
        return;
    }
    let screen = ui.ctx().content_rect();
    // Beside the keys at the left, and beside what covers the right.
    let keys = 190.0 * text_scale(ui);
    let (left, right) = if covered > 0.0 { (keys, covered + 40.0) } else { (keys, keys) };
    let width = (screen.width() - left - right - 40.0).clamp(220.0, 720.0 * text_scale(ui));
    let shift = (left - right) / 2.0;
    let area = Area::new(Id::new("captions")).order(Order::Middle).anchor(Align2::CENTER_BOTTOM, vec2(shift, -22.0));
    area.interactable(false).show(ui.ctx(), |ui| {
        ui.set_max_width(width);
        ui.with_layout(bevy_egui::egui::Layout::top_down(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            for caption in captions.iter().skip(captions.len().saturating_sub(AT_ONCE)) {
                line(ui, caption, text);
            }
        });
    });
}

fn line(ui: &mut Ui, caption: &Caption, text: &Locale) {
    let ground = theme::see_through(color::CAPTION, 224);
    let frame = Frame::new().fill(ground).corner_radius(CornerRadius::same(10)).inner_margin(Margin::symmetric(14, 7));
    let spoken = match caption.side {
        Some(side) => format!("{}, {}: {}", caption.speaker, text.t(side.key()), caption.words),
        None => format!("{}: {}", caption.speaker, caption.words),
    };
    frame.show(ui, |ui| {
        row(ui, |ui| {
            if let Some(side @ (Side::Left | Side::Behind)) = caption.side {
                sign(ui, side.icon(), 22.0, color::CAPTION_NAME);
            }
            let response = ui.add(bevy_egui::egui::Label::new(words(ui, caption)).wrap());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &spoken));
            if let Some(side @ Side::Right) = caption.side {
                sign(ui, side.icon(), 22.0, color::CAPTION_NAME);
            }
        });
    });
}

fn words(ui: &Ui, caption: &Caption) -> LayoutJob {
    let format = |style: TextStyle, ink: Color32| TextFormat {
        font_id: FontSelection::from(style).resolve(ui.style()),
        color: ink,
        ..Default::default()
    };
    let mut job = LayoutJob::default();
    job.append(&format!("{}  ", caption.speaker), 0.0, format(style::caption_name(), color::CAPTION_NAME));
    job.append(&caption.words, 0.0, format(style::caption(), color::ON_STRONG));
    job
}

/// Shows the last lines once more, for whoever missed one.
pub fn caption_log_ui(ui: &mut Ui, lines: &[Caption], text: &Locale) {
    ui.label(RichText::new(text.t(Key::CaptionsLog)).text_style(style::small_strong()).color(color::INK_SOFT));
    for caption in lines {
        wrapped_row(ui, |ui| {
            ui.label(RichText::new(&caption.speaker).text_style(style::small_strong()));
            ui.label(RichText::new(&caption.words).text_style(TextStyle::Small));
        });
    }
}
