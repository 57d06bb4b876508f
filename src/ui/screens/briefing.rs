//! Before the lesson: what you practise, what is going on, who is in class, and which keys do what.

use bevy_egui::egui::{self, Align, CornerRadius, Frame, Layout, Margin, RichText, ScrollArea, Ui, UiBuilder, vec2};

use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, color, radius, size, space, style},
    widgets::{
        Btn, SeatingPlan, Tone, chip, heading, icon_label, keycap, para, seating_plan, soft, title, two_columns,
        wrapped_row,
    },
};

/// Keys, and what they do.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlHint {
    /// Keys or buttons, as they are labelled.
    pub keys: Vec<String>,
    /// What they do.
    pub what: String,
}

/// What the briefing shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BriefingModel {
    /// Title of the lesson.
    pub title: String,
    /// Length in minutes.
    pub minutes: u32,
    /// What you practise.
    pub goals: Vec<String>,
    /// What is going on.
    pub situation: Vec<String>,
    /// Phases of the lesson.
    pub phases: Vec<String>,
    /// The class.
    pub plan: SeatingPlan,
    /// Keys.
    pub controls: Vec<ControlHint>,
    /// What it takes to pass.
    pub pass: Vec<String>,
}

/// What the user wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BriefingAction {
    /// Start the lesson.
    Start,
    /// Another lesson.
    Back,
}

/// Shows the briefing over the room.
pub fn briefing_ui(ui: &mut Ui, model: &BriefingModel, text: &Locale) -> Option<BriefingAction> {
    let mut chosen = None;
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, egui::Color32::from_black_alpha(70));
    let rect = whole.shrink2(vec2(((whole.width() - size::PAGE) / 2.0).max(16.0), 16.0));
    let mut page = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    let sheet =
        Frame::new().fill(color::SAND).corner_radius(CornerRadius::same(radius::L)).inner_margin(Margin::same(20));
    sheet.shadow(theme::shadow()).show(&mut page, |ui| {
        ui.set_min_size(ui.available_size());
        egui::Panel::bottom("briefing-foot").frame(Frame::new()).show_separator_line(false).show(ui, |ui| {
            ui.add_space(space::S);
            Frame::new().inner_margin(Margin::same(5)).show(ui, |ui| chosen = foot(ui, text));
        });
        wrapped_row(ui, |ui| {
            title(ui, &model.title);
            chip(ui, Tone::Plain, Some(Icon::Clock), &text.with(Key::LibraryMinutes, "count", model.minutes));
            let count = model.plan.seats.len();
            chip(ui, Tone::Plain, Some(Icon::Users), &text.with(Key::BriefingStudents, "count", count));
        });
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| columns(ui, model, text));
    });
    chosen
}

fn foot(ui: &mut Ui, text: &Locale) -> Option<BriefingAction> {
    let mut chosen = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let start = Btn::primary(text.t(Key::BriefingStart)).icon(Icon::Play).key("Enter").big();
        if start.first(ui).clicked() {
            chosen = Some(BriefingAction::Start);
        }
        if ui.add(Btn::secondary(text.t(Key::CommonOtherLesson)).icon(Icon::ArrowLeft)).clicked() {
            chosen = Some(BriefingAction::Back);
        }
        // In a small window the buttons need the room.
        if ui.available_width() > HINT_WIDTH {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| soft(ui, &text.t(Key::BriefingNoRush)));
        }
    });
    chosen
}

/// Least room for the line beside the buttons, in points.
const HINT_WIDTH: f32 = 360.0;

fn columns(ui: &mut Ui, model: &BriefingModel, text: &Locale) {
    two_columns(ui, 720.0, |ui| story(ui, model, text), |ui| class(ui, model, text));
}

fn story(ui: &mut Ui, model: &BriefingModel, text: &Locale) {
    ui.spacing_mut().item_spacing.y = 6.0;
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, Icon::BookOpen, &text.t(Key::BriefingSituation));
        for part in &model.situation {
            para(ui, part);
            ui.add_space(2.0);
        }
    });
    ui.add_space(space::S);
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, Icon::Target, &text.t(Key::BriefingGoals));
        for goal in &model.goals {
            icon_label(ui, Icon::CheckCircle, color::PRIMARY, goal);
        }
        for rule in &model.pass {
            icon_label(ui, Icon::Medal, color::ACCENT, rule);
        }
    });
    if !model.phases.is_empty() {
        ui.add_space(space::S);
        theme::card().show(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, Icon::ListChecks, &text.t(Key::BriefingPhases));
            for (at, phase) in model.phases.iter().enumerate() {
                ui.horizontal_top(|ui| {
                    ui.label(RichText::new(format!("{}.", at + 1)).text_style(style::strong()).color(color::PRIMARY));
                    ui.add(egui::Label::new(phase).wrap());
                });
            }
        });
    }
}

fn class(ui: &mut Ui, model: &BriefingModel, text: &Locale) {
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, Icon::GameController, &text.t(Key::BriefingControls));
        for hint in &model.controls {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                for key in &hint.keys {
                    keycap(ui, key);
                }
                ui.add_space(space::XS);
                ui.with_layout(Layout::top_down(Align::Min), |ui| ui.add(egui::Label::new(&hint.what).wrap()));
            });
        }
    });
    ui.add_space(space::S);
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, Icon::Users, &text.t(Key::BriefingClass));
        seating_plan(ui, &model.plan, &text.t(Key::BriefingPlan));
    });
}
