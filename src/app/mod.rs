//! What every other module may rely on: configuration, states, order of systems, settings, notices.

mod config;
mod errors;
mod install;
mod launch;
mod notices;
mod pools;
mod profile;
mod sets;
mod settings;
mod settings_file;
mod shell;
mod states;
pub mod terminal;
mod worker;

use bevy::prelude::*;

pub use config::{AppConfig, Args, Quality, ScreenshotAt, Shell, SoundTo};
pub use install::InstallRoot;
pub use launch::launch;
pub use notices::{Notice, NoticeLevel, Notices, Said};
pub use pools::start_readers;
pub use profile::{Profile, fallback_dir};
pub use sets::{AppSystems, InputSystems, SessionSystems};
pub use settings::{Settings, TURNS_DEG};
pub use shell::shell_plugins;
pub use states::{Classroom, Screen};
pub use worker::Worker;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        errors::plugin,
        states::plugin,
        sets::plugin,
        notices::plugin,
        worker::plugin,
        profile::plugin,
        settings::plugin,
    ));
}
