//! egui inside Bevy. Only with a renderer: a logic-only application has no panels.
//!
//! The panels have a camera of their own above all others, so that they are there before there is a room and stay when
//! it goes.

use bevy::camera::{CameraOutputMode, visibility::RenderLayers};
use bevy::input::gamepad::{GamepadButton, GamepadButtonStateChangedEvent};
use bevy::prelude::*;
use bevy::render::render_resource::BlendState;
use bevy::window::{CursorGrabMode, CursorOptions, PrimaryWindow};
use bevy_egui::{
    EguiContextSettings, EguiGlobalSettings, EguiInput, EguiPlugin, EguiPreUpdateSet, PrimaryEguiContext, egui,
};

use crate::app::AppConfig;

/// The camera that shows the panels.
#[derive(Component, Debug, Default)]
pub struct PanelCamera;

/// Above every camera of the room.
const ORDER: isize = 100;

pub(super) fn plugin(app: &mut App, config: &AppConfig) {
    if !config.shell.renders() {
        return;
    }
    app.add_plugins(EguiPlugin::default())
        .insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..default() })
        .add_systems(PreStartup, spawn_camera)
        .add_systems(
            PreUpdate,
            (gamepad_to_focus, leave_pointer).after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
        );
}

impl PanelCamera {
    /// How the panels are written: over the room in a window, or alone into a picture that others see through.
    pub fn output(is_alone: bool) -> CameraOutputMode {
        // egui multiplies colour by coverage before it writes, so the picture is laid over the room as it is.
        CameraOutputMode::Write {
            blend_state: (!is_alone).then_some(BlendState::PREMULTIPLIED_ALPHA_BLENDING),
            clear_color: if is_alone { ClearColorConfig::Custom(Color::NONE) } else { ClearColorConfig::None },
        }
    }
}

fn spawn_camera(mut commands: Commands) {
    let output_mode = PanelCamera::output(false);
    commands.spawn((
        PanelCamera,
        PrimaryEguiContext,
        Camera2d,
        RenderLayers::none(),
        Msaa::Off,
        Camera { order: ORDER, output_mode, clear_color: ClearColorConfig::Custom(Color::NONE), ..default() },
    ));
}

/// While the mouse turns the head it is no pointer: panels neither see it nor feel its clicks.
fn leave_pointer(
    cursors: Query<&CursorOptions, (With<PrimaryWindow>, Changed<CursorOptions>)>,
    mut contexts: Query<(&mut EguiContextSettings, &mut EguiInput), With<PrimaryEguiContext>>,
) {
    let Ok(cursor) = cursors.single() else { return };
    let is_pointer = cursor.grab_mode == CursorGrabMode::None;
    for (mut settings, mut input) in &mut contexts {
        settings.input_system_settings.run_write_window_pointer_moved_messages = is_pointer;
        settings.input_system_settings.run_write_pointer_button_messages = is_pointer;
        if !is_pointer {
            input.events.push(egui::Event::PointerGone);
        }
    }
}

/// Lets a gamepad move the focus and press what has it, through the keys that do the same.
fn gamepad_to_focus(
    mut changes: MessageReader<GamepadButtonStateChangedEvent>,
    mut inputs: Query<&mut EguiInput, With<PrimaryEguiContext>>,
) {
    for change in changes.read() {
        let key = match change.button {
            GamepadButton::DPadUp => egui::Key::ArrowUp,
            GamepadButton::DPadDown => egui::Key::ArrowDown,
            GamepadButton::DPadLeft => egui::Key::ArrowLeft,
            GamepadButton::DPadRight => egui::Key::ArrowRight,
            GamepadButton::South => egui::Key::Enter,
            GamepadButton::East => egui::Key::Escape,
            _ => continue,
        };
        for mut input in &mut inputs {
            input.events.push(egui::Event::Key {
                key,
                physical_key: None,
                pressed: change.state.is_pressed(),
                repeat: false,
                modifiers: egui::Modifiers::NONE,
            });
        }
    }
}
