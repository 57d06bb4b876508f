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
    let args = Args::parse_from(args);
    match build_app(args.into()).run() {
        AppExit::Success => ExitCode::SUCCESS,
        AppExit::Error(code) => ExitCode::from(code.get()),
    }
}

/// The application, ready to run.
pub fn build_app(config: AppConfig) -> App {
    app::start_readers();
    let mut app = App::new();
    content::asset_sources(&mut app, &config);
    app::shell_plugins(&mut app, &config);
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
        records::plugin,
        ui::plugin,
        review::plugin,
    ));
    app
}
