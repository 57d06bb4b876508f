//! The library in the world.

use std::path::Path;
use std::process::Command;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, egui};
use proefles_scenario::{Lang, Scenario, TICKS_PER_SECOND};

use crate::app::{NoticeLevel, Notices, Said, Screen, Settings};
use crate::content::{Library, LibraryEntry, SelectedScenario};
use crate::locales::Texts;
use crate::ui::screens::library::{Card, LessonCard, LibraryAction, LibraryModel, library_ui};

use super::{SettingsOpen, results::Best, root};

pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    settings: Res<Settings>,
    library: Res<Library>,
    best: Res<Best>,
    mut selected: ResMut<SelectedScenario>,
    mut open: ResMut<SettingsOpen>,
    mut next: ResMut<NextState<Screen>>,
    mut notices: ResMut<Notices>,
    mut model: Local<LibraryModel>,
    mut made_for: Local<Option<Lang>>,
) -> Result {
    if library.is_changed() || best.is_changed() || *made_for != Some(settings.lang) {
        *model = library_model(&library, &best, settings.lang);
        *made_for = Some(settings.lang);
    }
    let mut ui = root(&mut contexts, "library")?;
    let mut action = library_ui(&mut ui, &model, &texts.0);
    if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        action = Some(LibraryAction::Back);
    }
    match action {
        Some(LibraryAction::Open(at)) => {
            if let Some(scenario) = library.entries.get(at).and_then(|entry| entry.scenario.clone()) {
                selected.0 = Some(scenario);
                next.set(Screen::Loading);
            }
        }
        Some(LibraryAction::Back) => next.set(Screen::Title),
        Some(LibraryAction::Settings) => open.0 = true,
        Some(LibraryAction::OpenFolder) => open_folder(Path::new(&model.folder), &mut notices),
        None => {}
    }
    Ok(())
}

fn library_model(library: &Library, best: &Best, lang: Lang) -> LibraryModel {
    let cards = library.entries.iter().enumerate().map(|(at, entry)| card(at, entry, best, lang)).collect();
    LibraryModel { cards, folder: std::path::absolute("scenarios").unwrap_or_default().display().to_string() }
}

fn card(index: usize, entry: &LibraryEntry, best: &Best, lang: Lang) -> Card {
    let Some(scenario) = &entry.scenario else {
        let file = entry.path.file_name().unwrap_or(entry.path.as_os_str()).to_string_lossy().into_owned();
        return Card::Broken { file, problems: entry.problems.clone() };
    };
    Card::Lesson(LessonCard {
        index,
        title: scenario.text(lang, scenario.title).to_owned(),
        summary: scenario.text(lang, scenario.summary).to_owned(),
        competences: competences(scenario, lang),
        minutes: minutes(scenario),
        level: scenario.level,
        students: scenario.students.len(),
        languages: scenario.languages.clone(),
        warnings: entry.problems.clone(),
        best: best.get(&scenario.id).copied(),
    })
}

fn competences(scenario: &Scenario, lang: Lang) -> Vec<String> {
    let name = |of: &proefles_scenario::Competence| format!("{} · {}", of.reference(), scenario.text(lang, of.label));
    scenario.competences.iter().map(name).collect()
}

/// Length of a lesson in whole minutes, rounded up.
pub(super) fn minutes(scenario: &Scenario) -> u32 {
    scenario.duration_ticks.div_ceil(TICKS_PER_SECOND * 60)
}

/// Shows a folder in the system's own file manager.
pub(crate) fn open_folder(folder: &Path, notices: &mut Notices) {
    let program = if cfg!(target_os = "windows") {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let made = std::fs::create_dir_all(folder);
    if made.is_err() || Command::new(program).arg(folder).spawn().is_err() {
        let folder = folder.display();
        let text = Said::new(
            format!("De map kon niet geopend worden. Open ze zelf: {folder}"),
            format!("The folder could not be opened. Open it yourself: {folder}"),
        );
        notices.push(NoticeLevel::Warning, text);
    }
}
