//! The run as a curve: how much of the class was on task and how loud it was, with the decisions on it.

use bevy_egui::egui::{Align2, Color32, FontId, RichText, Stroke, TextStyle, Ui, pos2, vec2};
use egui_plot::{FilledArea, GridInput, GridMark, Line, LineStyle, Plot, PlotPoints, VLine};
use proefles_review::Report;

use super::screen::ReviewState;
use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, color, space, style},
    widgets::{Btn, Tone, chip, soft, text_scale, wrapped_row},
};

/// Shows the curve. A click on a decision's number chooses it.
pub fn timeline_ui(ui: &mut Ui, report: &Report, state: &mut ReviewState, text: &Locale) {
    if report.curve.is_empty() {
        soft(ui, &text.t(Key::ReviewNoCurve));
        return;
    }
    legend(ui, report, text);
    curve(ui, report, state, text);
    markers(ui, report, state, text);
    moments(ui, report, text);
}

fn legend(ui: &mut Ui, report: &Report, text: &Locale) {
    let mean = report.curve.iter().map(|point| u32::from(point.on_task_permille)).sum::<u32>()
        / u32::try_from(report.curve.len()).unwrap_or(1).max(1);
    let mean = text.percent(u16::try_from(mean).unwrap_or(1000));
    wrapped_row(ui, |ui| {
        for (dashed, ink, words) in [
            (false, color::PRIMARY, text.with(Key::ReviewCurveOnTask, "mean", mean)),
            (true, color::NOISE, text.t(Key::ReviewCurveNoise)),
        ] {
            let (rect, _) = ui.allocate_exact_size(vec2(34.0, 14.0), bevy_egui::egui::Sense::hover());
            let (from, to) = (pos2(rect.left(), rect.center().y), pos2(rect.right(), rect.center().y));
            if dashed {
                ui.painter().add(bevy_egui::egui::Shape::dashed_line(&[from, to], Stroke::new(2.5, ink), 7.0, 4.0));
            } else {
                ui.painter().line_segment([from, to], Stroke::new(3.5, ink));
            }
            ui.label(RichText::new(words).text_style(style::small_strong()));
            ui.add_space(space::M);
        }
    });
}

fn curve(ui: &mut Ui, report: &Report, state: &ReviewState, text: &Locale) {
    let seconds: Vec<f64> = report.curve.iter().map(|point| f64::from(point.second)).collect();
    let on_task: Vec<f64> = report.curve.iter().map(|point| f64::from(point.on_task_permille) / 10.0).collect();
    let noise: Vec<f64> = report.curve.iter().map(|point| f64::from(point.noise_permille) / 10.0).collect();
    let zero = vec![0.0; seconds.len()];
    let pairs = |values: &[f64]| seconds.iter().zip(values).map(|(x, y)| [*x, *y]).collect::<PlotPoints<'_>>();
    let end = seconds.last().copied().unwrap_or(1.0).max(1.0);
    let small = TextStyle::Small.resolve(ui.style());
    ui.scope(|ui| {
        // The plot takes its axes' text from the body style.
        ui.style_mut().text_styles.insert(TextStyle::Body, small.clone());
        let plot = Plot::new("timeline")
            .height(200.0 * text_scale(ui).min(1.3))
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .show_crosshair(false)
            .show_background(false)
            .default_x_bounds(0.0, end)
            .default_y_bounds(0.0, 100.0)
            .set_margin_fraction(vec2(0.0, 0.0))
            .x_grid_spacer(move |input| minutes(input, end))
            .y_grid_spacer(|_| [0.0, 25.0, 50.0, 75.0, 100.0].map(|value| GridMark { value, step_size: 25.0 }).to_vec())
            .x_axis_formatter(|mark, _| clock(mark.value))
            .y_axis_formatter(|mark, _| text.percent((mark.value * 10.0).round().clamp(0.0, 1000.0) as u16));
        let shown = plot.show(ui, |plot| {
            plot.add(
                FilledArea::new("", &seconds, &zero, &on_task)
                    .fill_color(theme::see_through(color::PRIMARY, 31))
                    .allow_hover(false),
            );
            plot.line(
                Line::new("", pairs(&noise))
                    .color(color::NOISE)
                    .width(2.0)
                    .style(LineStyle::dashed_dense())
                    .allow_hover(false),
            );
            plot.line(Line::new("", pairs(&on_task)).color(color::PRIMARY).width(3.0).allow_hover(false));
            for (at, decision) in report.decisions.iter().enumerate() {
                let width = if state.chosen == Some(at) { 3.0 } else { 1.5 };
                let second = f64::from(decision.opened_tick) / 10.0;
                plot.vline(VLine::new("", second).color(color::ACCENT).width(width).allow_hover(false));
            }
        });
        let font = FontId::new(small.size, style::strong().resolve(ui.style()).family);
        for (at, decision) in report.decisions.iter().enumerate() {
            let second = f64::from(decision.opened_tick) / 10.0;
            let x = shown.transform.position_from_point_x(second);
            let top = shown.response.rect.top() + 11.0;
            ui.painter().circle_filled(pos2(x, top), small.size * 0.72, color::ACCENT);
            ui.painter().text(pos2(x, top), Align2::CENTER_CENTER, (at + 1).to_string(), font.clone(), Color32::WHITE);
        }
        let spoken = text.t(Key::ReviewTimeline);
        shown
            .response
            .widget_info(|| bevy_egui::egui::WidgetInfo::labeled(bevy_egui::egui::WidgetType::Image, true, &spoken));
    });
}

/// Minutes and seconds; nothing at the origin, where the other axis has its zero.
fn clock(seconds: f64) -> String {
    let whole = seconds.max(0.0) as u32;
    if whole == 0 { String::new() } else { format!("{}:{:02}", whole / 60, whole % 60) }
}

fn minutes(input: GridInput, end: f64) -> Vec<GridMark> {
    let step = if end > 240.0 { 60.0 } else { 30.0 };
    let (from, to) = input.bounds;
    let first = (from / step).ceil().max(0.0) as u32;
    let last = (to / step).floor().max(0.0) as u32;
    (first..=last).map(|at| GridMark { value: f64::from(at) * step, step_size: step }).collect()
}

/// Buttons for the decisions, so that keyboard and gamepad reach what the curve shows.
fn markers(ui: &mut Ui, report: &Report, state: &mut ReviewState, text: &Locale) {
    ui.horizontal_wrapped(|ui| {
        soft(ui, &text.t(Key::ReviewGoTo));
        for (at, decision) in report.decisions.iter().enumerate() {
            let number = (at + 1).to_string();
            let label = format!("{number}, {}: {}", decision.time, decision.prompt);
            let button = Btn::secondary(number).label(label).selected(state.chosen == Some(at));
            if ui.add(button).on_hover_text(&decision.prompt).clicked() {
                state.chosen = Some(at);
                state.scroll = true;
            }
        }
    });
}

fn moments(ui: &mut Ui, report: &Report, text: &Locale) {
    use proefles_review::MomentKind;
    if report.moments.is_empty() {
        return;
    }
    soft(ui, &text.t(Key::ReviewMoments));
    wrapped_row(ui, |ui| {
        for moment in &report.moments {
            let icon = match moment.kind {
                MomentKind::Phase => Icon::ListChecks,
                MomentKind::Technology => Icon::WifiSlash,
                MomentKind::Board => Icon::Monitor,
                MomentKind::Item => Icon::Plug,
            };
            let words = format!("{} {}", moment.time, moment.text);
            chip(ui, Tone::Plain, Some(icon), &words);
        }
    });
}
