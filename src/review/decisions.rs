//! One decision of the run: what was going on, what could be done, what was done, and what came of it.

use bevy_egui::egui::{
    Align, CornerRadius, Frame, Label, Layout, Margin, Response, RichText, Sense, Stroke, TextStyle, Ui, vec2,
};
use proefles_review::{Consequence, DecisionReview, OptionReview};

use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, color, radius, space, style},
    widgets::{Tone, banner, chip, icon_label, para, row, sign, soft, wrapped_row},
};

/// Shows a decision. `chosen` is the one that the timeline points to.
pub fn decision_card(ui: &mut Ui, at: usize, decision: &DecisionReview, chosen: bool, text: &Locale) -> Response {
    let line = if chosen { Stroke::new(2.5, color::ACCENT) } else { Stroke::new(1.0, color::LINE) };
    let shown = theme::card().stroke(line).show(ui, |ui| {
        ui.set_width(ui.available_width());
        head(ui, at, decision, text);
        para(ui, &decision.prompt);
        ui.add_space(space::XS);
        for (place, option) in decision.options.iter().enumerate().filter(|(_, option)| option.offered) {
            option_row(ui, option, decision.chosen == Some(place), text);
        }
        if decision.cut_off {
            icon_line(ui, Icon::Stop, Tone::Info, &text.t(Key::ReviewCutOff));
        } else if decision.chosen.is_none() {
            icon_line(ui, Icon::Hourglass, Tone::Warn, &text.t(Key::ReviewExpired));
        }
        if !decision.feedback.is_empty() {
            banner(ui, Tone::Info, |ui| {
                para(ui, &decision.feedback);
                if let Some(source) = &decision.source {
                    soft(ui, &text.with(Key::ReviewSource, "source", source.as_str()));
                }
            });
        }
        if let Some(consequence) = decision.consequence {
            consequence_ui(ui, consequence, text);
        }
    });
    shown.response
}

fn head(ui: &mut Ui, at: usize, decision: &DecisionReview, text: &Locale) {
    row(ui, |ui| {
        number(ui, at);
        chip(ui, Tone::Plain, Some(Icon::Clock), &decision.time);
        if let Some(seconds) = decision.thinking_secs {
            let ticks = (seconds * 10.0).round() as u32;
            let shown = text.with(Key::ReviewThinking, "time", text.seconds(ticks));
            chip(ui, Tone::Plain, Some(Icon::Hourglass), &shown);
        }
    });
}

fn number(ui: &mut Ui, at: usize) {
    let (rect, _) = ui.allocate_exact_size(vec2(30.0, 30.0), Sense::hover());
    ui.painter().circle_filled(rect.center(), 15.0, color::ACCENT);
    let font = style::strong().resolve(ui.style());
    let number = (at + 1).to_string();
    ui.painter().text(rect.center(), bevy_egui::egui::Align2::CENTER_CENTER, number, font, color::ON_STRONG);
}

fn option_row(ui: &mut Ui, option: &OptionReview, taken: bool, text: &Locale) {
    let (fill, line) = if taken {
        (color::PRIMARY_TINT, Stroke::new(2.0, color::PRIMARY))
    } else {
        (color::PAPER, Stroke::new(1.0, color::LINE))
    };
    let frame = Frame::new().fill(fill).stroke(line).corner_radius(CornerRadius::same(radius::M));
    frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let height = ui.text_style_height(&TextStyle::Body);
            let icon = if taken { Icon::CheckCircle } else { Icon::Circle };
            sign(ui, icon, height, if taken { color::PRIMARY } else { color::OUTLINE });
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                let weight = if taken { style::strong() } else { TextStyle::Body };
                let words = ui.add(Label::new(RichText::new(&option.text).text_style(weight)).wrap());
                if taken {
                    let spoken = text.with(Key::ReviewYouChose, "option", option.text.as_str());
                    words.widget_info(|| {
                        bevy_egui::egui::WidgetInfo::labeled(bevy_egui::egui::WidgetType::Label, true, &spoken)
                    });
                }
                let (tone, icon) = verdict(option.verdict);
                chip(ui, tone, Some(icon), option.verdict_label);
                if !taken {
                    soft(ui, &option.feedback);
                }
            });
        });
    });
}

fn verdict(verdict: &str) -> (Tone, Icon) {
    match verdict {
        "strong" => (Tone::Good, Icon::Star),
        "sound" => (Tone::Info, Icon::Check),
        "weak" => (Tone::Warn, Icon::Question),
        _ => (Tone::Bad, Icon::Warning),
    }
}

fn consequence_ui(ui: &mut Ui, consequence: Consequence, text: &Locale) {
    soft(ui, &text.t(Key::ReviewAfter));
    let change = |key: Key, before: u16, after: u16| {
        let share = |percent: u16| text.percent(percent.saturating_mul(10)).into();
        text.with_all(key, [("before", share(before)), ("after", share(after))])
    };
    let on_task = change(Key::ReviewOnTask, consequence.on_task_before, consequence.on_task_after);
    let noise = change(Key::ReviewNoise, consequence.noise_before, consequence.noise_after);
    let tone = |better: i32| match better {
        3.. => Tone::Good,
        -2..=2 => Tone::Plain,
        _ => Tone::Warn,
    };
    let difference = |before: u16, after: u16| i32::from(after) - i32::from(before);
    wrapped_row(ui, |ui| {
        let gain = difference(consequence.on_task_before, consequence.on_task_after);
        chip(ui, tone(gain), Some(Icon::Users), &on_task);
        let louder = difference(consequence.noise_before, consequence.noise_after);
        chip(ui, tone(-louder), Some(Icon::SpeakerHigh), &noise);
    });
}

fn icon_line(ui: &mut Ui, icon: Icon, tone: Tone, words: &str) {
    let ink = tone.colours().0;
    icon_label(ui, icon, ink, RichText::new(words).text_style(style::strong()).color(ink));
}
