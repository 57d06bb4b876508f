//! The title screen in the world.

use bevy::prelude::*;
use bevy_egui::EguiContexts;

use crate::app::{Screen, Settings};
use crate::locales::Texts;
use crate::ui::screens::title::{TitleAction, TitleModel, title_ui};

use super::{SettingsOpen, root};

pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    mut settings: ResMut<Settings>,
    mut open: ResMut<SettingsOpen>,
    mut next: ResMut<NextState<Screen>>,
    mut exit: MessageWriter<AppExit>,
) -> Result {
    let model = TitleModel { lang: settings.lang, version: env!("CARGO_PKG_VERSION").to_owned() };
    match title_ui(&mut root(&mut contexts, "title")?, &model, &texts.0) {
        Some(TitleAction::Start) => next.set(Screen::Library),
        Some(TitleAction::Settings) => open.0 = true,
        Some(TitleAction::Speak(lang)) => settings.lang = lang,
        Some(TitleAction::Quit) => {
            exit.write(AppExit::Success);
        }
        None => {}
    }
    Ok(())
}
