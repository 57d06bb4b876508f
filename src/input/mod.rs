//! Actions of the teacher, whatever device they come from.
//!
//! Devices fill [`Collected`] in `InputSystems::Collect`; in `InputSystems::Resolve` the [`Bindings`] make an
//! [`ActionState`] of it. Everybody else reads only that.

mod action;
mod binding;
mod bindings;
mod collect;
mod cursor;
mod hands;
mod pause;
mod rebind;
mod state;
mod stick;

use bevy::input::InputPlugin;
use bevy::prelude::*;

use crate::app::{AppSystems, InputSystems};

pub use action::{Action, ActionSet};
pub use binding::{Binding, Device, HandButton};
pub use bindings::{Bindings, Conflict};
pub use collect::{Collected, Scripted};
pub use cursor::MouseLooks;
pub use rebind::Rebinding;
pub use state::ActionState;

/// What panels in view want for themselves. Whoever draws panels sets it every frame.
#[derive(Resource, Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PanelWants {
    /// The mouse is a pointer: a menu is open.
    pub pointer: bool,
    /// Keys mean something in the panel: only walking still works in the room.
    pub keys: bool,
    /// Whether the teacher reads the dashboard, and so does not see the room.
    pub dashboard: bool,
    /// Whether the left and the right hand point at a panel, in a headset: then trigger and stick are the panel's.
    pub pointed: [bool; 2],
}

pub(super) fn plugin(app: &mut App) {
    // Without a window the engine has no devices, but tests and scripts still have keys.
    if !app.is_plugin_added::<InputPlugin>() {
        app.add_plugins(InputPlugin);
    }
    app.init_resource::<Collected>()
        .init_resource::<Scripted>()
        .init_resource::<Bindings>()
        .init_resource::<ActionState>()
        .init_resource::<PanelWants>()
        .init_resource::<MouseLooks>()
        .init_resource::<Rebinding>()
        .configure_sets(PreUpdate, InputSystems::Collect.after(bevy::input::InputSystems))
        .add_systems(
            PreUpdate,
            (collect::begin, collect::keyboard_and_mouse, collect::gamepads, hands::hands)
                .chain()
                .in_set(InputSystems::Collect),
        )
        .add_systems(
            PreUpdate,
            (rebind::take_key, rebind::follow_settings, state::resolve, cursor::decide, cursor::grab)
                .chain()
                .in_set(InputSystems::Resolve),
        )
        .add_systems(Update, pause::toggle.in_set(AppSystems::ReadSession));
}
