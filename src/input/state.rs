//! What the user means now: filled by devices, read by everybody.

use bevy::prelude::*;

use super::{Action, ActionSet, Binding, Bindings, Collected, MouseLooks, PanelWants, stick};
use crate::app::Settings;

/// Radians a second at full stick.
const STICK_TURN: f32 = 2.6;
/// Looking up and down is half as far as around.
const STICK_TILT: f32 = 1.6;

/// What the user means in this frame.
#[derive(Resource, Debug, Clone, Default, PartialEq)]
pub struct ActionState {
    now: ActionSet,
    before: ActionSet,
    walk: Vec2,
    look: Vec2,
}

impl ActionState {
    /// Whether the action is held.
    pub fn pressed(&self, action: Action) -> bool {
        self.now.contains(action)
    }

    /// Whether the action ended in this frame.
    pub fn just_released(&self, action: Action) -> bool {
        !self.now.contains(action) && self.before.contains(action)
    }

    /// Whether the action began in this frame.
    pub fn just_pressed(&self, action: Action) -> bool {
        self.now.contains(action) && !self.before.contains(action)
    }

    /// The way to walk: `x` to the right, `y` ahead, at most 1 long.
    pub fn walk(&self) -> Vec2 {
        self.walk
    }

    /// How far to turn in this frame, in radians: `x` to the right, `y` up.
    pub fn look(&self) -> Vec2 {
        self.look
    }

    /// Takes over what the devices said. What a panel wants for itself is left out.
    pub fn update(&mut self, collected: &Collected, bindings: &Bindings, wants: &PanelWants, settings: &Settings) {
        self.before = self.now;
        let held = |action: &Action| {
            let is_kept = wants.keys && action.is_kept_by_panels();
            let by_device = bindings.of(*action).any(|binding| collected.held.contains(&binding));
            !is_kept && (by_device || collected.scripted.contains(*action))
        };
        self.now = Action::ALL.iter().copied().filter(held).collect();
        let side = |plus, minus| f32::from(i8::from(self.now.contains(plus)) - i8::from(self.now.contains(minus)));
        let keys = Vec2::new(side(Action::WalkRight, Action::WalkLeft), side(Action::WalkAhead, Action::WalkBack));
        self.walk = (keys + stick::settle(collected.left_stick)).clamp_length_max(1.0);
        let mouse = if wants.pointer { Vec2::ZERO } else { collected.mouse * settings.mouse_sensitivity / 1000.0 };
        let fine = stick::settle_fine(collected.right_stick) * collected.real_secs;
        let mut look = Vec2::new(mouse.x, -mouse.y) + fine * Vec2::new(STICK_TURN, STICK_TILT);
        if settings.invert_y {
            look.y = -look.y;
        }
        self.look = look + collected.scripted_look;
    }
}

pub(super) fn resolve(
    mut state: ResMut<ActionState>,
    mut collected: ResMut<Collected>,
    mouse: Res<MouseLooks>,
    bindings: Res<Bindings>,
    wants: Res<PanelWants>,
    settings: Res<Settings>,
) {
    if !mouse.0 {
        // It is a pointer now: its clicks are for panels.
        collected.mouse = Vec2::ZERO;
        collected.held.retain(|binding| !matches!(binding, Binding::Mouse(_)));
    }
    state.update(&collected, &bindings, &wants, &settings);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(collected: &Collected, wants: &PanelWants, settings: &Settings) -> ActionState {
        let mut state = ActionState::default();
        state.update(collected, &Bindings::default(), wants, settings);
        state
    }

    fn held(keys: &[KeyCode]) -> Collected {
        Collected { held: keys.iter().copied().map(Binding::Key).collect(), ..default() }
    }

    #[test]
    fn a_held_key_begins_once() {
        let mut state = state(&held(&[KeyCode::KeyE]), &PanelWants::default(), &Settings::default());
        assert!(state.just_pressed(Action::Use));
        let again = held(&[KeyCode::KeyE]);
        state.update(&again, &Bindings::default(), &PanelWants::default(), &Settings::default());
        assert!(state.pressed(Action::Use) && !state.just_pressed(Action::Use));
    }

    #[test]
    fn two_ways_at_once_are_not_faster_and_opposites_cancel() {
        let none = PanelWants::default();
        let diagonal = state(&held(&[KeyCode::KeyW, KeyCode::KeyD]), &none, &Settings::default());
        assert!((diagonal.walk().length() - 1.0).abs() < 1e-6 && diagonal.walk().x > 0.7);
        let both = state(&held(&[KeyCode::KeyW, KeyCode::KeyS]), &none, &Settings::default());
        assert_eq!(both.walk(), Vec2::ZERO);
    }

    #[test]
    fn a_panel_keeps_its_keys_but_one_can_still_walk() {
        let wants = PanelWants { keys: true, pointer: true, ..default() };
        let collected =
            Collected { mouse: Vec2::splat(50.0), ..held(&[KeyCode::KeyW, KeyCode::KeyF, KeyCode::Escape]) };
        let state = state(&collected, &wants, &Settings::default());
        assert!(state.pressed(Action::WalkAhead));
        assert!(!state.pressed(Action::Praise) && !state.pressed(Action::Pause));
        assert_eq!(state.look(), Vec2::ZERO);
    }

    #[test]
    fn the_mouse_turns_by_its_sensitivity_and_can_be_inverted() {
        let collected = Collected { mouse: Vec2::new(500.0, 100.0), ..default() };
        let mut settings = Settings { mouse_sensitivity: 2.0, ..Settings::default() };
        let look = state(&collected, &PanelWants::default(), &settings).look();
        assert!((look - Vec2::new(1.0, -0.2)).length() < 1e-6, "{look}");
        settings.invert_y = true;
        assert!(state(&collected, &PanelWants::default(), &settings).look().y > 0.0);
    }
}
