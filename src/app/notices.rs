//! Messages that the user must see: what went wrong, what was done about it, what they can do.

use bevy::prelude::*;
use proefles_scenario::Lang;

use super::{AppConfig, Settings, terminal};

/// A text in each language of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Said {
    /// A text in both languages.
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { nl: nl.into(), en: en.into() }
    }

    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoticeLevel {
    /// Good to know.
    Info,
    /// Something does not work as asked; the program goes on.
    Warning,
    /// Something the user asked for could not be done.
    Error,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub level: NoticeLevel,
    /// What it says.
    pub text: Said,
}

/// Messages for the user, oldest first. Anyone adds; `ui` shows and dismisses them.
#[derive(Resource, Debug, Default)]
pub struct Notices {
    list: Vec<Notice>,
    /// Not yet in the log or the terminal.
    untold: Vec<Notice>,
}

impl Notices {
    /// Adds a message, unless the same is still there.
    pub fn push(&mut self, level: NoticeLevel, text: Said) {
        let notice = Notice { level, text };
        if self.list.contains(&notice) {
            return;
        }
        self.untold.push(notice.clone());
        self.list.push(notice);
    }

    /// The messages, oldest first.
    pub fn list(&self) -> &[Notice] {
        &self.list
    }

    /// Removes one message; nothing happens if there is none at that place.
    pub fn dismiss(&mut self, at: usize) {
        if at < self.list.len() {
            self.list.remove(at);
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Notices>().add_systems(Last, tell.run_if(resource_changed::<Notices>));
}

/// Puts messages in the log; where there is no window, in the terminal.
fn tell(mut notices: ResMut<Notices>, config: Res<AppConfig>, settings: Res<Settings>) {
    for Notice { level, text } in std::mem::take(&mut notices.bypass_change_detection().untold) {
        if !config.has_window() {
            terminal::line(text.get(settings.lang));
            continue;
        }
        match level {
            NoticeLevel::Info => info!("{}", text.en),
            NoticeLevel::Warning => warn!("{}", text.en),
            NoticeLevel::Error => error!("{}", text.en),
        }
    }
}
