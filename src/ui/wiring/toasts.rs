//! Notices in the world.

use bevy::prelude::*;
use bevy_egui::EguiContexts;

use crate::app::{NoticeLevel, Notices};
use crate::locales::Texts;
use crate::ui::{
    toasts::{Toast, toasts_ui},
    widgets::Tone,
};

use super::root;

pub(super) fn show(mut contexts: EguiContexts, texts: Res<Texts>, mut notices: ResMut<Notices>) -> Result {
    if notices.list().is_empty() {
        return Ok(());
    }
    let lang = texts.0.lang();
    let toasts: Vec<_> = notices
        .list()
        .iter()
        .map(|notice| {
            let tone = match notice.level {
                NoticeLevel::Info => Tone::Info,
                NoticeLevel::Warning => Tone::Warn,
                NoticeLevel::Error => Tone::Bad,
            };
            Toast { tone, text: notice.text.get(lang).to_owned() }
        })
        .collect();
    if let Some(at) = toasts_ui(&mut root(&mut contexts, "notices")?, &toasts, &texts.0) {
        notices.dismiss(at);
    }
    Ok(())
}
