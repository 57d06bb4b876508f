//! Loading in the world.

use bevy::prelude::*;
use bevy_egui::EguiContexts;

use crate::app::Settings;
use crate::content::{Preload, SelectedScenario};
use crate::locales::Texts;
use crate::ui::screens::loading::{LoadingModel, Step, loading_ui};

use super::root;

pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    settings: Res<Settings>,
    selected: Res<SelectedScenario>,
    preload: Res<Preload>,
) -> Result {
    let title = selected.0.as_ref().map_or("Proefles", |scenario| scenario.text(settings.lang, scenario.title));
    let progress = preload.progress();
    let step = if progress < 1.0 { Step::Assets } else { Step::Room };
    let model = LoadingModel { title: title.to_owned(), step, progress };
    loading_ui(&mut root(&mut contexts, "loading")?, &model, &texts.0);
    Ok(())
}
