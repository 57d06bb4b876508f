//! What every other module may rely on: configuration, states, order of systems, settings, notices.

mod config;
mod notices;
mod pools;
mod sets;
mod settings;
mod shell;
mod states;

use bevy::prelude::*;

pub use config::{AppConfig, Args, Quality, ScreenshotAt, Shell};
pub use notices::{Notice, NoticeLevel, Notices, Said};
pub use pools::start_readers;
pub use sets::{AppSystems, InputSystems, SessionSystems};
pub use settings::Settings;
pub use shell::shell_plugins;
pub use states::{Classroom, Screen};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((states::plugin, sets::plugin, settings::plugin, notices::plugin));
}
