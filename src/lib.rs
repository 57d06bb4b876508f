//! The application: a classroom to rehearse in, on the desktop and off-screen.
//!
//! This is the only place that adds plugins of more than one module, and the order here is the only one.

pub mod app;
pub mod audio;
pub mod content;
pub mod devices;
pub mod input;
pub mod interact;
pub mod locales;
pub mod pictures;
pub mod records;
pub mod render;
pub mod review;
pub mod rig;
pub mod session;
pub mod stage;
pub mod students;
pub mod third_party;
pub mod ui;

use std::ffi::OsString;
use std::process::ExitCode;

use bevy::prelude::*;
use clap::Parser;

use app::{AppConfig, Args};

/// Runs the program with these arguments, the first of which is its name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => {
            // Where the terminal has gone away there is nobody to tell.
            error.print().ok();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    app::launch(args.into(), build_app, session::rescue)
}

/// The application, ready to run. It may run in less than it was asked for, and says so.
pub fn build_app(mut config: AppConfig) -> App {
    app::start_readers();
    let mut app = App::new();
    let notices = app::shell_plugins(&mut app, &mut config);
    third_party::plugin(&mut app, &config);
    app.insert_resource(config);
    app.add_plugins((
        app::plugin,
        content::plugin,
        locales::plugin,
        input::plugin,
        session::plugin,
        rig::plugin,
        stage::plugin,
        students::plugin,
        devices::plugin,
        interact::plugin,
        render::plugin,
        audio::plugin,
        pictures::plugin,
        records::plugin,
        ui::plugin,
    ));
    app.add_plugins(review::plugin);
    let mut list = app.world_mut().resource_mut::<app::Notices>();
    for notice in notices {
        list.push(notice.level, notice.text);
    }
    app
}
