//! The end of the lesson in the world.

use bevy::prelude::*;
use bevy_egui::EguiContexts;

use crate::app::Screen;
use crate::locales::{Key, Texts};
use crate::session::{ClassroomSession, RunReady};
use crate::ui::screens::ended::{EndedModel, ended_ui};

use super::root;

pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    session: Option<Res<ClassroomSession>>,
    run: Option<Res<RunReady>>,
    mut screen: ResMut<NextState<Screen>>,
) -> Result {
    let Some(session) = session else { return Ok(()) };
    let (session, lang) = (session.session(), texts.0.lang());
    let scenario = session.scenario();
    let (title, story) = match session.outcome() {
        Some(outcome) if outcome.broken_off => (texts.0.t(Key::ReviewBrokenOff), String::new()),
        Some(outcome) => {
            let ending = &scenario.endings[outcome.ending.index()];
            (scenario.text(lang, ending.title).to_owned(), scenario.text(lang, ending.text).to_owned())
        }
        None => (scenario.text(lang, scenario.title).to_owned(), String::new()),
    };
    let model = EndedModel { title, story, ready: run.is_some() };
    if ended_ui(&mut root(&mut contexts, "ended")?, &model, &texts.0) {
        screen.set(Screen::Review);
    }
    Ok(())
}
