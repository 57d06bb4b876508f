//! Which of the engine's plugins each shell needs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use bevy::app::ScheduleRunnerPlugin;
use bevy::log::{Level, LogPlugin};
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::pipelined_rendering::PipelinedRenderingPlugin;
use bevy::render::renderer::initialize_renderer;
use bevy::render::settings::{Backends, RenderCreation, RenderResources, WgpuSettings};
use bevy::state::app::StatesPlugin;
use bevy::window::{ExitCondition, PresentMode, WindowResolution};
use bevy::winit::{UpdateMode, WinitPlugin, WinitSettings};

use super::launch::has_display;
use super::{AppConfig, InstallRoot, Notice, NoticeLevel, Said, Shell};
use crate::third_party::openxr::{Opened, headset_plugins, open};

/// Shortest time of a frame without a window, while no headset sets the pace.
const IDLE_FRAME: Duration = Duration::from_millis(4);

/// Adds the engine's plugins for the shell. Changes the shell to what this machine can do, and says so.
pub fn shell_plugins(app: &mut App, config: &mut AppConfig) -> Vec<Notice> {
    let mut notices = Vec::new();
    let root = InstallRoot::find();
    let assets = AssetPlugin { file_path: root.assets().display().to_string(), ..default() };
    app.insert_resource(root);
    match config.shell {
        Shell::Desktop => desktop(app, config, assets),
        Shell::Xr => match open() {
            Ok(opened) => headset(app, config, assets, opened),
            Err(refused) => notices.extend(without_headset(app, config, assets, refused.said())),
        },
        Shell::Offscreen => match headless_renderer() {
            Some(renderer) => offscreen(app, assets, renderer),
            None => {
                config.shell = Shell::Logic;
                notices.push(Notice { level: NoticeLevel::Warning, text: no_renderer() });
                app.add_plugins(quiet_log());
                logic(app, assets);
            }
        },
        Shell::Logic => logic(app, assets),
    }
    notices
}

fn window(config: &AppConfig) -> Window {
    Window {
        title: "Proefles".to_owned(),
        resolution: WindowResolution::new(config.size.x, config.size.y),
        ..default()
    }
}

fn desktop(app: &mut App, config: &AppConfig, assets: AssetPlugin) {
    let window = WindowPlugin { primary_window: Some(window(config)), ..default() };
    app.add_plugins(DefaultPlugins.set(assets).set(window));
}

fn headset(app: &mut App, config: &AppConfig, assets: AssetPlugin, opened: Opened) {
    // A window that waits for its own screen would hold up the headset.
    let shown = config.window.then(|| Window { present_mode: PresentMode::AutoNoVsync, ..window(config) });
    let exit_condition = if config.window { ExitCondition::OnAllClosed } else { ExitCondition::DontExit };
    let plugins = DefaultPlugins
        .set(assets)
        .set(WindowPlugin { primary_window: shown, exit_condition, ..default() })
        .set(opened.renderer())
        // Poses would be of another frame than the picture, and a session could not be ended in step.
        .disable::<PipelinedRenderingPlugin>();
    if config.window {
        // Also while the window has no focus: it is looked at from inside.
        let always = WinitSettings { focused_mode: UpdateMode::Continuous, unfocused_mode: UpdateMode::Continuous };
        app.add_plugins(plugins).insert_resource(always);
    } else {
        app.add_plugins(plugins.disable::<WinitPlugin>()).add_plugins(ScheduleRunnerPlugin::run_loop(IDLE_FRAME));
    }
    headset_plugins(app, opened, config.eyes);
}

/// The desktop in place of the headset; where there is neither, the program says so and ends.
fn without_headset(app: &mut App, config: &mut AppConfig, assets: AssetPlugin, why: Said) -> Vec<Notice> {
    let notice = |level, said: Said, then: Said| Notice {
        level,
        text: Said::new(format!("{} {}", said.nl, then.nl), format!("{} {}", said.en, then.en)),
    };
    if has_display() {
        config.shell = Shell::Desktop;
        config.window = true;
        desktop(app, config, assets);
        return vec![notice(NoticeLevel::Warning, why, on_the_desktop())];
    }
    config.shell = Shell::Logic;
    logic(app, assets);
    app.add_systems(PreStartup, |mut exit: MessageWriter<AppExit>| {
        exit.write(AppExit::error());
    });
    vec![notice(NoticeLevel::Error, why, no_desktop())]
}

fn offscreen(app: &mut App, assets: AssetPlugin, renderer: RenderResources) {
    let window = WindowPlugin { primary_window: None, exit_condition: ExitCondition::DontExit, ..default() };
    let render = RenderPlugin {
        render_creation: RenderCreation::Manual(renderer),
        // A picture must not lack what is still being compiled.
        synchronous_pipeline_compilation: true,
        ..default()
    };
    app.add_plugins(
        DefaultPlugins
            .set(assets)
            .set(window)
            .set(render)
            .set(quiet_log())
            .disable::<WinitPlugin>()
            // Software drivers fall over at exit when a second thread still renders.
            .disable::<PipelinedRenderingPlugin>(),
    )
    .add_plugins(ScheduleRunnerPlugin::run_loop(Duration::ZERO));
}

fn logic(app: &mut App, assets: AssetPlugin) {
    app.add_plugins((
        MinimalPlugins.set(ScheduleRunnerPlugin::run_loop(Duration::ZERO)),
        StatesPlugin,
        TransformPlugin,
        assets,
    ));
}

/// Off-screen, the terminal is for progress: only warnings come between.
fn quiet_log() -> LogPlugin {
    LogPlugin {
        level: Level::WARN,
        filter: "wgpu=error,naga=error,bevy_render::renderer=error,bevy_egui::render=error,gilrs=error".to_owned(),
        ..default()
    }
}

/// A renderer without a window, if this machine has any, even one in software.
fn headless_renderer() -> Option<RenderResources> {
    let settings = WgpuSettings::default();
    let backends = settings.backends?;
    // OpenGL wants a display even for pictures, and complains without one: it comes last.
    let first = backends & Backends::PRIMARY;
    // The engine panics where there is no adapter, and offers no way to ask beforehand.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let open = |backends| {
        catch_unwind(AssertUnwindSafe(|| bevy::tasks::block_on(initialize_renderer(backends, None, &settings)))).ok()
    };
    let renderer = open(first).or_else(|| open(backends));
    std::panic::set_hook(hook);
    renderer
}

fn on_the_desktop() -> Said {
    Said::new("De les gaat door op het scherm.", "The lesson goes on on the desktop.")
}

fn no_desktop() -> Said {
    Said::new("Er is ook geen beeldscherm.", "There is no display either.")
}

fn no_renderer() -> Said {
    Said::new(
        "Er is geen grafisch stuurprogramma (Vulkan) gevonden: de les gaat door zonder beelden. Installeer er een, op Debian of Ubuntu: sudo apt-get install mesa-vulkan-drivers",
        "No graphics driver (Vulkan) was found: the lesson goes on without pictures. Install one; on Debian or Ubuntu: sudo apt-get install mesa-vulkan-drivers",
    )
}
