//! Controls that hold a value: switch, one of several, slider, number.

use bevy_egui::egui::{
    self, Align2, Color32, CornerRadius, Response, Sense, Slider, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use super::{Btn, button::focus_ring};
use crate::ui::{
    icons::Icon,
    theme::{color, size},
};

/// A switch. Its knob also shows a tick, so that it reads without colour.
pub fn toggle(ui: &mut Ui, on: &mut bool, label: &str) -> Response {
    let (rect, mut response) = ui.allocate_exact_size(vec2(56.0, size::TARGET), Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, ui.is_enabled(), *on, label));
    let rail = egui::Rect::from_center_size(rect.center(), vec2(52.0, 28.0));
    let slide = ui.ctx().animate_bool(response.id, *on);
    let fill = if *on { color::PRIMARY } else { color::PAPER };
    let line = if *on { Stroke::NONE } else { Stroke::new(2.0, color::OUTLINE) };
    ui.painter().rect(rail, CornerRadius::same(14), fill, line, StrokeKind::Inside);
    let knob = pos2(egui::lerp(rail.left() + 14.0..=rail.right() - 14.0, slide), rail.center().y);
    let knob_fill = if *on { Color32::WHITE } else { color::OUTLINE };
    ui.painter().circle_filled(knob, 10.0, knob_fill);
    if *on {
        let icon = Icon::Check;
        ui.painter().text(knob, Align2::CENTER_CENTER, icon.sign(), icon.font(14.0, false), color::PRIMARY);
    }
    focus_ring(ui, rail, &response);
    response
}

/// One of a few, all of them in view. True when it changed.
pub fn segmented<T: Copy + PartialEq>(ui: &mut Ui, value: &mut T, options: &[(T, String)]) -> bool {
    let mut changed = false;
    ui.horizontal_wrapped(|ui| {
        for (option, text) in options {
            let chosen = option == value;
            let mut button = Btn::secondary(text).selected(chosen);
            if chosen {
                button = button.icon(Icon::Check);
            }
            if ui.add(button).clicked() && !chosen {
                *value = *option;
                changed = true;
            }
        }
    });
    changed
}

/// A slider with its value in words beside it. True when it changed.
pub fn slider(
    ui: &mut Ui,
    value: &mut f32,
    range: std::ops::RangeInclusive<f32>,
    step: f64,
    label: &str,
    shown: &str,
) -> bool {
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 90.0).clamp(80.0, 260.0);
        ui.spacing_mut().slider_width = width;
        let response = ui.add(Slider::new(value, range).step_by(step).show_value(false));
        response.widget_info(|| WidgetInfo::slider(true, step, format!("{label}: {shown}")));
        focus_ring(ui, response.rect, &response);
        ui.label(shown);
        response.changed()
    })
    .inner
}

/// A value with a button to lower and one to raise it. True when it changed.
pub fn stepper(
    ui: &mut Ui,
    value: &mut f32,
    range: std::ops::RangeInclusive<f32>,
    step: f32,
    label: &str,
    shown: &str,
) -> bool {
    let before = *value;
    ui.horizontal(|ui| {
        let less = Btn::secondary("−").label(format!("{label} −")).enabled(*value > *range.start() + step / 2.0);
        if ui.add(less).clicked() {
            *value -= step;
        }
        ui.add_sized(vec2(64.0, size::TARGET), egui::Label::new(shown));
        let more = Btn::secondary("+").label(format!("{label} +")).enabled(*value < *range.end() - step / 2.0);
        if ui.add(more).clicked() {
            *value += step;
        }
    });
    *value = value.clamp(*range.start(), *range.end());
    (*value - before).abs() > f32::EPSILON
}
