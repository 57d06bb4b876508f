//! The review as a screen: first how it went and what to try, then the evidence, decision by decision.

use bevy_egui::egui::{self, Align, Layout, RichText, TextStyle, Ui, vec2};
use proefles_review::{CompetenceScore, OutcomeReview, Report};

use super::{
    decisions::decision_card,
    heat::{Layer, heat_ui},
    timeline::timeline_ui,
};
use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, color, space, style},
    widgets::{
        Btn, Tone, banner, chip, heading, icon_label, meter, para, row, screen, sign, soft, text_scale, title,
        two_columns,
    },
};

/// What the user wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewAction {
    /// The same lesson again.
    Retry,
    /// To the library.
    OtherLesson,
    /// The review as a page of its own.
    SavePage,
    /// The folder of the run.
    OpenFolder,
}

/// What the review shows beside the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReviewState {
    /// The decision that the timeline points to.
    pub chosen: Option<usize>,
    /// Whether to bring that decision into view.
    pub scroll: bool,
    /// Whether the run has a folder.
    pub has_folder: bool,
    /// What the plan of the room shows.
    pub layer: Layer,
}

/// Shows the review.
pub fn review_ui(ui: &mut Ui, report: &Report, state: &mut ReviewState, text: &Locale) -> Option<ReviewAction> {
    let mut action = None;
    let has_folder = state.has_folder;
    screen(
        ui,
        |ui| {
            ui.vertical(|ui| {
                soft(ui, &text.t(Key::ReviewTitle));
                title(ui, &report.title);
            });
        },
        |ui| content(ui, report, state, text),
        Some(Box::new(|ui| action = buttons(ui, has_folder, text))),
    );
    action
}

fn buttons(ui: &mut Ui, has_folder: bool, text: &Locale) -> Option<ReviewAction> {
    let mut action = None;
    let retry = Btn::primary(text.t(Key::ReviewRetry)).icon(Icon::ArrowCounterClockwise).big();
    if retry.first(ui).clicked() {
        action = Some(ReviewAction::Retry);
    }
    if ui.add(Btn::secondary(text.t(Key::CommonOtherLesson)).icon(Icon::BookOpen)).clicked() {
        action = Some(ReviewAction::OtherLesson);
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        if ui.add(Btn::secondary(text.t(Key::ReviewSave)).icon(Icon::FileText)).clicked() {
            action = Some(ReviewAction::SavePage);
        }
        if has_folder && ui.add(Btn::quiet(text.t(Key::CommonOpenFolder)).icon(Icon::FolderOpen)).clicked() {
            action = Some(ReviewAction::OpenFolder);
        }
    });
    action
}

fn content(ui: &mut Ui, report: &Report, state: &mut ReviewState, text: &Locale) {
    ui.spacing_mut().item_spacing.y = 6.0;
    let left = |ui: &mut Ui| {
        outcome(ui, report.outcome.as_ref(), text);
        ui.add_space(space::XS);
        suggestions(ui, report, text);
    };
    two_columns(ui, 820.0, left, |ui| competences(ui, &report.competences, text));
    ui.add_space(space::XS);
    card(ui, |ui| {
        heading(ui, Icon::ChartLine, &text.t(Key::ReviewTimeline));
        timeline_ui(ui, report, state, text);
    });
    ui.add_space(space::S);
    if !report.decisions.is_empty() {
        heading(ui, Icon::Path, &text.t(Key::ReviewDecisions));
    }
    for (at, decision) in report.decisions.iter().enumerate() {
        let chosen = state.chosen == Some(at);
        let response = decision_card(ui, at, decision, chosen, text);
        if chosen && std::mem::take(&mut state.scroll) {
            ui.scroll_to_rect(response.rect, Some(Align::Center));
        }
        ui.add_space(space::XS);
    }
    card(ui, |ui| {
        heading(ui, Icon::Eye, &text.t(Key::ReviewHeat));
        heat_ui(ui, &report.heat, &mut state.layer, text);
    });
    ui.add_space(space::S);
    card(ui, |ui| episodes(ui, report, text));
    ui.add_space(space::S);
    card(ui, |ui| counts(ui, report, text));
}

fn card(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui);
    });
}

fn outcome(ui: &mut Ui, outcome: Option<&OutcomeReview>, text: &Locale) {
    card(ui, |ui| {
        let Some(outcome) = outcome else {
            heading(ui, Icon::Stop, &text.t(Key::ReviewBrokenOff));
            para(ui, &text.t(Key::ReviewBrokenOffHelp));
            return;
        };
        let (tone, key) =
            if outcome.passed { (Tone::Good, Key::ReviewPassed) } else { (Tone::Warn, Key::ReviewNotYet) };
        banner(ui, tone, |ui| {
            ui.label(RichText::new(text.t(key)).text_style(TextStyle::Heading).color(tone.colours().0));
            ui.label(RichText::new(&outcome.title).text_style(style::strong()));
        });
        para(ui, &outcome.text);
        for check in &outcome.checks {
            let tone = if check.holds { Tone::Good } else { Tone::Warn };
            let icon = if check.holds { Icon::CheckCircle } else { Icon::XCircle };
            icon_label(ui, icon, tone.colours().0, &check.text);
        }
    });
}

fn suggestions(ui: &mut Ui, report: &Report, text: &Locale) {
    card(ui, |ui| {
        heading(ui, Icon::Lightbulb, &text.t(Key::ReviewTry));
        if report.suggestions.is_empty() {
            para(ui, &text.t(Key::ReviewTryNothing));
        }
        for (at, suggestion) in report.suggestions.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.label(RichText::new(format!("{}.", at + 1)).text_style(style::strong()).color(color::ACCENT));
                ui.with_layout(Layout::top_down(Align::Min), |ui| para(ui, &suggestion.text));
            });
        }
    });
}

fn competences(ui: &mut Ui, competences: &[CompetenceScore], text: &Locale) {
    card(ui, |ui| {
        heading(ui, Icon::Medal, &text.t(Key::ReviewCompetences));
        for competence in competences {
            ui.label(RichText::new(&competence.label).text_style(style::strong()));
            bar(ui, &competence.label, (competence.points, competence.of), 14.0, text);
            soft(ui, &competence.code);
            for criterion in competence.criteria.iter().filter(|criterion| criterion.of > 0) {
                ui.horizontal_top(|ui| {
                    ui.add_space(space::S);
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        let words = format!("{}: {} / {}", criterion.label, criterion.points, criterion.of);
                        ui.label(RichText::new(words).text_style(TextStyle::Small));
                    });
                });
            }
            ui.add_space(space::S);
        }
    });
}

fn bar(ui: &mut Ui, label: &str, (points, of): (u32, u32), height: f32, text: &Locale) {
    if of == 0 {
        soft(ui, &text.t(Key::ReviewNoEvidence));
        return;
    }
    let share = points as f32 / of as f32;
    row(ui, |ui| {
        let shown = text.with_all(Key::ReviewPoints, [("points", points.into()), ("of", of.into())]);
        let width = (ui.available_width() - 120.0 * text_scale(ui)).max(60.0);
        meter(ui, width, height, share, color::PRIMARY, &format!("{label}: {shown}"));
        ui.label(RichText::new(shown).text_style(style::small_strong()));
    });
}

/// Stretches off task that went on for longer: when they were seen, and when answered.
fn episodes(ui: &mut Ui, report: &Report, text: &Locale) {
    heading(ui, Icon::Hourglass, &text.t(Key::ReviewEpisodes));
    if report.episodes.is_empty() {
        soft(ui, &text.t(Key::ReviewNoEpisodes));
    }
    for episode in &report.episodes {
        let (tone, icon) = match (episode.seen_secs, episode.answered_secs) {
            (_, Some(_)) => (Tone::Plain, Icon::HandPalm),
            (Some(_), None) => (Tone::Plain, Icon::Eye),
            (None, None) => (Tone::Warn, Icon::EyeSlash),
        };
        chip(ui, tone, Some(icon), &format!("{} {}", episode.time, episode.text));
    }
}

/// Counts of what the teacher did. Figures to look at, none of them a verdict.
fn counts(ui: &mut Ui, report: &Report, text: &Locale) {
    heading(ui, Icon::ListChecks, &text.t(Key::ReviewCounts));
    soft(ui, &text.t(Key::ReviewCountsHelp));
    let all = &report.indicators;
    let seconds = |ticks: Option<u32>| ticks.map_or_else(|| "–".to_owned(), |ticks| text.seconds(ticks));
    let figures = [
        (Icon::ThumbsUp, Key::CountPraise, format!("{} ({})", all.praise, all.specific_praise)),
        (Icon::ArrowRight, Key::CountRedirects, all.redirects.to_string()),
        (Icon::Prohibit, Key::CountReprimands, format!("{} ({})", all.reprimands, all.public_reprimands)),
        (Icon::HandPalm, Key::CountTurns, all.turns.to_string()),
        (Icon::Eye, Key::CountLooked, format!("{} / {}", all.students_looked_at, all.students)),
        (Icon::PersonSimpleWalk, Key::CountNear, format!("{} / {}", all.students_approached, all.students)),
        (Icon::MagnifyingGlass, Key::CountNoticed, format!("{} / {}", all.noticed, all.lapses)),
        (Icon::Hourglass, Key::CountNoticing, seconds(all.median_noticing_ticks)),
        (Icon::Warning, Key::CountMissed, format!("{} / {}", all.missed, all.disruptions)),
        (Icon::Clock, Key::CountResponse, seconds(all.median_response_ticks)),
    ];
    let width = 168.0 * text_scale(ui);
    let in_a_row = ((ui.available_width() / (width + space::S)) as usize).max(1);
    for some in figures.chunks(in_a_row) {
        ui.horizontal_top(|ui| {
            for (icon, key, figure) in some {
                figure_card(ui, *icon, &text.t(*key), figure, width);
            }
        });
    }
    chip(ui, Tone::Plain, Some(Icon::Info), &text.with(Key::ReviewSeed, "seed", report.seed.to_string()));
}

fn figure_card(ui: &mut Ui, icon: Icon, label: &str, figure: &str, width: f32) {
    let frame = egui::Frame::new().fill(color::SAND).corner_radius(theme::radius::M).inner_margin(10);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let size = vec2(width - 20.0, 64.0 * text_scale(ui));
        ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
            ui.set_min_size(size);
            row(ui, |ui| {
                sign(ui, icon, 22.0, color::PRIMARY);
                ui.label(RichText::new(figure).text_style(TextStyle::Heading));
            });
            soft(ui, label);
        });
    });
}
