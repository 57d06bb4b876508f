//! The lessons, a card each. A file that cannot be read is a card too: it says what is wrong and where.

use bevy_egui::egui::{Align, Layout, RichText, TextStyle, Ui, vec2};
use proefles_scenario::{Lang, Level};

use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, color, space},
    widgets::{Btn, Tone, banner, chip, heading, icon_label, para, screen, soft, title, wrapped_row},
};

/// What the library shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LibraryModel {
    /// The files that were found.
    pub cards: Vec<Card>,
    /// Where to put files.
    pub folder: String,
}

/// A file of the library.
#[derive(Debug, Clone, PartialEq)]
pub enum Card {
    /// A lesson that can be given.
    Lesson(LessonCard),
    /// A file with errors.
    Broken {
        /// Name of the file.
        file: String,
        /// What is wrong, each with its place in the file.
        problems: Vec<String>,
    },
}

/// A lesson that can be given.
#[derive(Debug, Clone, PartialEq)]
pub struct LessonCard {
    /// Place in the library.
    pub index: usize,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// What is practised: framework, code and name.
    pub competences: Vec<String>,
    /// Length in minutes.
    pub minutes: u32,
    /// How demanding it is.
    pub level: Level,
    /// Size of the class.
    pub students: usize,
    /// Languages it is written in.
    pub languages: Vec<Lang>,
    /// Problems that do not keep it from being given.
    pub warnings: Vec<String>,
    /// How it went so far, if it was given before: whether it was ever passed, best score per mille.
    pub best: Option<(bool, u16)>,
}

/// What the user wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LibraryAction {
    /// This lesson, by its place in the library.
    Open(usize),
    /// Back to the title.
    Back,
    /// The settings.
    Settings,
    /// The folder of lessons, in the system's file manager.
    OpenFolder,
}

/// Shows the library.
pub fn library_ui(ui: &mut Ui, model: &LibraryModel, text: &Locale) -> Option<LibraryAction> {
    let mut chosen = None;
    let mut top = None;
    screen(
        ui,
        |ui| {
            if ui.add(Btn::icon_only(Icon::ArrowLeft, text.t(Key::CommonBack))).clicked() {
                top = Some(LibraryAction::Back);
            }
            title(ui, &text.t(Key::LibraryTitle));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(Btn::icon_only(Icon::Gear, text.t(Key::CommonSettings))).clicked() {
                    top = Some(LibraryAction::Settings);
                }
            });
        },
        |ui| chosen = cards(ui, model, text),
        None,
    );
    chosen.or(top)
}

fn cards(ui: &mut Ui, model: &LibraryModel, text: &Locale) -> Option<LibraryAction> {
    let mut chosen = None;
    if model.cards.is_empty() {
        theme::card().show(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, Icon::FolderOpen, &text.t(Key::LibraryEmpty));
            para(ui, &text.with(Key::LibraryEmptyHelp, "folder", model.folder.as_str()));
            if Btn::primary(text.t(Key::CommonOpenFolder)).icon(Icon::FolderOpen).first(ui).clicked() {
                chosen = Some(LibraryAction::OpenFolder);
            }
        });
    }
    // Lessons first, then the files that need their author.
    for card in model.cards.iter().filter(|card| matches!(card, Card::Lesson(_))) {
        let Card::Lesson(lesson) = card else { continue };
        if lesson_card(ui, lesson, text) {
            chosen = Some(LibraryAction::Open(lesson.index));
        }
        ui.add_space(space::S);
    }
    for card in &model.cards {
        let Card::Broken { file, problems } = card else { continue };
        broken_card(ui, file, problems, text);
        ui.add_space(space::S);
    }
    chosen
}

fn lesson_card(ui: &mut Ui, lesson: &LessonCard, text: &Locale) -> bool {
    let mut open = false;
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        wrapped_row(ui, |ui| {
            ui.label(RichText::new(&lesson.title).text_style(TextStyle::Heading));
            if let Some((passed, score)) = lesson.best {
                let (tone, key) =
                    if passed { (Tone::Good, Key::LibraryBestPassed) } else { (Tone::Warn, Key::LibraryBestNotYet) };
                chip(ui, tone, Some(tone.icon()), &text.with(key, "score", text.percent(score)));
            }
        });
        para(ui, &lesson.summary);
        facts(ui, lesson, text);
        ui.add_space(space::XS);
        soft(ui, &text.t(Key::LibraryPractises));
        for competence in &lesson.competences {
            icon_label(ui, Icon::Target, color::PRIMARY, competence);
        }
        for warning in &lesson.warnings {
            banner(ui, Tone::Warn, |ui| soft(ui, warning));
        }
        ui.add_space(space::S);
        let start = Btn::primary(text.t(Key::LibraryOpen))
            .label(text.with(Key::LibraryOpenNamed, "title", lesson.title.as_str()))
            .icon(Icon::Play);
        open = start.first(ui).clicked();
    });
    open
}

fn facts(ui: &mut Ui, lesson: &LessonCard, text: &Locale) {
    wrapped_row(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        chip(ui, Tone::Plain, Some(Icon::Clock), &text.with(Key::LibraryMinutes, "count", lesson.minutes));
        chip(ui, Tone::Plain, Some(Icon::Users), &text.with(Key::BriefingStudents, "count", lesson.students));
        let level = match lesson.level {
            Level::Starter => Key::LevelStarter,
            Level::Practised => Key::LevelPractised,
            Level::Advanced => Key::LevelAdvanced,
        };
        chip(ui, Tone::Plain, Some(Icon::TrendUp), &text.t(level));
        let names: Vec<_> = lesson
            .languages
            .iter()
            .map(|lang| match lang {
                Lang::Nl => text.t(Key::LangNl),
                Lang::En => text.t(Key::LangEn),
            })
            .collect();
        chip(ui, Tone::Plain, Some(Icon::Globe), &names.join(", "));
    });
}

fn broken_card(ui: &mut Ui, file: &str, problems: &[String], text: &Locale) {
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        banner(ui, Tone::Bad, |ui| {
            ui.label(RichText::new(text.with(Key::LibraryBroken, "file", file)).text_style(theme::style::strong()));
            soft(ui, &text.t(Key::LibraryBrokenHelp));
        });
        for problem in problems.iter().take(5) {
            ui.label(RichText::new(problem).text_style(TextStyle::Monospace));
        }
        if problems.len() > 5 {
            soft(ui, &text.with(Key::LibraryMoreProblems, "count", problems.len() - 5));
        }
    });
}
