//! The review in the world: the report is made once, off the frame's thread, when the screen is entered.

use std::path::PathBuf;

use bevy::prelude::*;
use bevy::tasks::{AsyncComputeTaskPool, Task, block_on, poll_once};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use proefles_review::Report;
use proefles_scenario::Lang;

use super::{ReviewAction, ReviewState, review_ui};
use crate::app::{NoticeLevel, Notices, Said, Screen, Settings, fallback_dir};
use crate::locales::Texts;
use crate::session::RunReady;
use crate::ui::{SettingsOpen, open_folder, root, screens::loading};

/// The report of the last run, in the language of the settings.
#[derive(Resource, Default)]
pub struct Made {
    report: Option<(Lang, Report)>,
    making: Option<(Lang, Task<Report>)>,
    state: ReviewState,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Made>()
        .add_systems(OnEnter(Screen::Review), forget)
        .add_systems(Update, make.run_if(in_state(Screen::Review)))
        .add_systems(EguiPrimaryContextPass, show.run_if(in_state(Screen::Review)));
}

/// Whether the review is shown, and not the wait for it.
pub fn has_report(made: Res<Made>) -> bool {
    made.report.is_some()
}

fn forget(mut made: ResMut<Made>) {
    *made = Made::default();
}

/// Starts the report where it is missing or in another language, and takes it when it is done.
fn make(mut made: ResMut<Made>, run: Option<Res<RunReady>>, settings: Res<Settings>) {
    let Some(run) = run else { return };
    let lang = settings.lang;
    let done = made.making.as_mut().and_then(|(of, task)| block_on(poll_once(task)).map(|report| (*of, report)));
    if done.is_some() {
        made.report = done;
        made.making = None;
    }
    made.state.has_folder = run.folder.is_some();
    let is_current = made.report.as_ref().is_some_and(|(of, _)| *of == lang);
    if is_current || made.making.is_some() {
        return;
    }
    let taught_by = run.recorder.header().taught_by.clone();
    let run = run.clone();
    let task = AsyncComputeTaskPool::get()
        .spawn(async move { Report::new(&run.scenario, &run.events, run.seed, &taught_by, lang) });
    made.making = Some((lang, task));
}

fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    open: Res<SettingsOpen>,
    run: Option<Res<RunReady>>,
    mut made: ResMut<Made>,
    mut next: ResMut<NextState<Screen>>,
    mut notices: ResMut<Notices>,
) -> Result {
    if open.0 {
        return Ok(());
    }
    let mut ui = root(&mut contexts, "review")?;
    let Made { report, state, .. } = &mut *made;
    let Some((_, report)) = report else {
        let title = texts.0.t(crate::locales::Key::EndedWait);
        let model = loading::LoadingModel { title, step: loading::Step::Room, progress: 1.0 };
        loading::loading_ui(&mut ui, &model, &texts.0);
        return Ok(());
    };
    let folder = run.as_ref().and_then(|run| run.folder.clone());
    match review_ui(&mut ui, report, state, &texts.0) {
        Some(ReviewAction::Retry) => next.set(Screen::Loading),
        Some(ReviewAction::OtherLesson) => next.set(Screen::Library),
        Some(ReviewAction::SavePage) => save(report, folder, &mut notices),
        Some(ReviewAction::OpenFolder) => {
            if let Some(folder) = folder {
                open_folder(&folder, &mut notices);
            }
        }
        None => {}
    }
    Ok(())
}

/// Writes the review as a page beside the record of the run, or among the user's documents where there is none.
fn save(report: &Report, folder: Option<PathBuf>, notices: &mut Notices) {
    let documents = || directories::UserDirs::new().and_then(|dirs| dirs.document_dir().map(PathBuf::from));
    let folder = folder.or_else(documents).unwrap_or_else(fallback_dir);
    let file = folder.join(format!("{}-{}.html", report.scenario, report.lang));
    let written =
        std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, proefles_review::html::page(report)));
    let shown = file.display();
    match written {
        Ok(()) => notices.push(
            NoticeLevel::Info,
            Said::new(format!("De nabespreking is bewaard: {shown}"), format!("The review has been saved: {shown}")),
        ),
        Err(error) => notices.push(
            NoticeLevel::Error,
            Said::new(
                format!("De nabespreking kon niet bewaard worden in {shown}: {error}. Maak plaats vrij of kies een andere map met --record."),
                format!("The review could not be saved to {shown}: {error}. Free some space or choose another folder with --record."),
            ),
        ),
    }
}
