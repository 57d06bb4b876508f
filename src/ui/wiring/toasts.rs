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

/// How long a warning stands before a class, in seconds.
const WARNING_SECS: f32 = 12.0;

/// For how long the notices have stood before the class.
#[derive(Default)]
pub(super) struct Shown {
    count: usize,
    secs: f32,
}

pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    lesson: Option<Res<State<Classroom>>>,
    time: Res<Time<Real>>,
    mut notices: ResMut<Notices>,
    mut shown: Local<Shown>,
) -> Result {
    // What is only good to know can wait until nobody has a class to watch.
    let is_teaching = lesson.is_some_and(|lesson| *lesson.get() == Classroom::Running);
    // A warning stands before the class long enough to be read; then it waits until the lesson pauses or is over.
    if shown.count != notices.list().len() || !is_teaching {
        *shown = Shown { count: notices.list().len(), secs: 0.0 };
    }
    shown.secs += time.delta_secs();
    let least = match is_teaching {
        false => NoticeLevel::Info,
        true if shown.secs < WARNING_SECS => NoticeLevel::Warning,
        true => NoticeLevel::Error,
    };
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
