//! Notices in the world.

use bevy::prelude::*;
use bevy_egui::EguiContexts;

use crate::app::{Classroom, NoticeLevel, Notices};
use crate::locales::Texts;
use crate::ui::{
    toasts::{Toast, toasts_ui},
    widgets::Tone,
};

use super::root;

pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    lesson: Option<Res<State<Classroom>>>,
    mut notices: ResMut<Notices>,
) -> Result {
    // What is only good to know can wait until nobody has a class to watch.
    let is_teaching = lesson.is_some_and(|lesson| *lesson.get() == Classroom::Running);
    let least = if is_teaching { NoticeLevel::Warning } else { NoticeLevel::Info };
    let lang = texts.0.lang();
    let (places, toasts): (Vec<usize>, Vec<Toast>) = notices
        .list()
        .iter()
        .enumerate()
        .filter(|(_, notice)| notice.level >= least)
        .map(|(at, notice)| {
            let tone = match notice.level {
                NoticeLevel::Info => Tone::Info,
                NoticeLevel::Warning => Tone::Warn,
                NoticeLevel::Error => Tone::Bad,
            };
            (at, Toast { tone, text: notice.text.get(lang).to_owned() })
        })
        .unzip();
    if toasts.is_empty() {
        return Ok(());
    }
    if let Some(at) = toasts_ui(&mut root(&mut contexts, "notices")?, &toasts, is_teaching, &texts.0) {
        notices.dismiss(places[at]);
    }
    Ok(())
}
