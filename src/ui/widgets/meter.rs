//! Bars: a share with its number, and time that runs out.

use bevy_egui::egui::{Align2, Color32, CornerRadius, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::ui::{
    icons::Icon,
    theme::{color, style},
};

/// A share of something as a bar. The number in words stands beside it by the caller.
pub fn meter(ui: &mut Ui, width: f32, height: f32, share: f32, fill: Color32, label: &str) -> Rect {
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let share = share.clamp(0.0, 1.0);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::ProgressIndicator, true, label);
        info.value = Some(f64::from(share));
        info
    });
    let corners = CornerRadius::same((height / 2.0) as u8);
    ui.painter().rect_filled(rect, corners, color::SAND_DEEP);
    if share > 0.0 {
        let mut bar = rect;
        bar.set_width((rect.width() * share).max(height));
        ui.painter().rect_filled(bar, corners, fill);
    }
    rect
}

/// Time that is left, as a bar with a clock and seconds. `left` is the share that is left.
pub fn timer_bar(ui: &mut Ui, left: f32, seconds: u32, label: &str) {
    let urgent = left < 0.3;
    let ink = if urgent { color::BAD } else { color::INK_SOFT };
    ui.horizontal(|ui| {
        let height = ui.text_style_height(&style::small_strong());
        let (at, _) = ui.allocate_exact_size(vec2(height, height), Sense::hover());
        let icon = if urgent { Icon::Hourglass } else { Icon::Clock };
        ui.painter().text(at.center(), Align2::CENTER_CENTER, icon.sign(), icon.font(height, urgent), ink);
        let width = (ui.available_width() - height * 3.0).max(60.0);
        let fill = if urgent { color::BAD } else { color::PRIMARY };
        let rect = meter(ui, width, 8.0, left, fill, label);
        // A notch where it becomes urgent, so that the bar reads without colour.
        let notch = pos2(rect.left() + rect.width() * 0.3, rect.center().y);
        ui.painter().vline(notch.x, notch.y - 6.0..=notch.y + 6.0, (1.5, color::OUTLINE));
        ui.label(bevy_egui::egui::RichText::new(format!("{seconds} s")).text_style(style::small_strong()).color(ink));
    });
}
