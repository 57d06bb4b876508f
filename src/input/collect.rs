//! What the devices say in this frame, before anybody knows what it means.

use bevy::input::mouse::AccumulatedMouseMotion;
use bevy::prelude::*;

use super::{ActionSet, Binding};

/// What the devices say in this frame.
#[derive(Resource, Debug, Clone, Default)]
pub struct Collected {
    /// Keys and buttons that are held.
    pub held: Vec<Binding>,
    /// Those that went down in this frame.
    pub fresh: Vec<Binding>,
    /// How far the mouse moved, in counts: `x` to the right, `y` down.
    pub mouse: Vec2,
    /// The left stick as it is: `x` to the right, `y` up.
    pub left_stick: Vec2,
    /// The right stick as it is.
    pub right_stick: Vec2,
    /// Actions of [`Scripted`].
    pub scripted: ActionSet,
    /// Turn of [`Scripted`], in radians.
    pub scripted_look: Vec2,
    /// How long the frame took, in seconds. Looking around goes on while lesson time is slow.
    pub real_secs: f32,
}

/// Actions without a device: for tests, demonstrations and whoever steers the program in another way.
#[derive(Resource, Debug, Clone, Default)]
pub struct Scripted {
    /// Held until they are taken away.
    pub held: ActionSet,
    /// A turn in radians, made once: `x` to the right, `y` up.
    pub look: Vec2,
}

/// Starts anew, with what a script wants.
pub(super) fn begin(mut collected: ResMut<Collected>, mut scripted: ResMut<Scripted>, time: Res<Time<Real>>) {
    *collected = Collected {
        scripted: scripted.held,
        scripted_look: std::mem::take(&mut scripted.look),
        real_secs: time.delta_secs().min(0.1),
        ..default()
    };
}

pub(super) fn keyboard_and_mouse(
    mut collected: ResMut<Collected>,
    keys: Res<ButtonInput<KeyCode>>,
    buttons: Res<ButtonInput<MouseButton>>,
    motion: Res<AccumulatedMouseMotion>,
) {
    let collected = &mut *collected;
    collected.held.extend(keys.get_pressed().copied().map(Binding::Key));
    collected.held.extend(buttons.get_pressed().copied().map(Binding::Mouse));
    collected.fresh.extend(keys.get_just_pressed().copied().map(Binding::Key));
    collected.fresh.extend(buttons.get_just_pressed().copied().map(Binding::Mouse));
    collected.mouse += motion.delta;
}

/// All gamepads together: it does not matter which one is picked up.
pub(super) fn gamepads(mut collected: ResMut<Collected>, pads: Query<&Gamepad>) {
    let collected = &mut *collected;
    for pad in &pads {
        collected.held.extend(pad.get_pressed().copied().map(Binding::Pad));
        collected.fresh.extend(pad.get_just_pressed().copied().map(Binding::Pad));
        collected.left_stick += pad.left_stick();
        collected.right_stick += pad.right_stick();
    }
}
