//! Which key means which action: the defaults, what the user changed, and what clashes.

use std::collections::BTreeMap;

use bevy::prelude::*;

use super::{Action, Binding, Device, HandButton};

/// Endings of the name of an action in the settings file, for its button of another device than the desk's.
const ENDINGS: [(Device, &str); 2] = [(Device::Pad, ".pad"), (Device::Hands, ".hand")];

/// An action's keys and buttons. The first key is the one a user changes and panels show.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    action: Action,
    keys: Vec<Binding>,
    pad: Option<Binding>,
    hand: Option<Binding>,
}

/// Two actions with the same key or button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// One of them.
    pub action: Action,
    /// The other.
    pub other: Action,
    /// What they share.
    pub binding: Binding,
}

/// Which key or button means which action.
#[derive(Resource, Debug, Clone, PartialEq, Eq)]
pub struct Bindings(Vec<Row>);

impl Default for Bindings {
    fn default() -> Self {
        Self(Action::ALL.iter().map(|action| default_row(*action)).collect())
    }
}

impl Bindings {
    /// The defaults with the user's changes. Names that are not known are left out, so that a file of another version
    /// still does what it can.
    pub fn from_settings(keys: &BTreeMap<String, String>) -> Self {
        let mut bindings = Self::default();
        for (name, key) in keys {
            let other = ENDINGS.iter().find_map(|(device, ending)| Some((name.strip_suffix(ending)?, *device)));
            let (name, device) = other.unwrap_or((name.as_str(), Device::Desk));
            let (Some(action), Some(binding)) = (Action::from_name(name), Binding::from_name(key)) else {
                warn!("the settings bind \"{name}\" to \"{key}\", which this version does not know");
                continue;
            };
            if binding.device() != device {
                warn!("the settings bind \"{name}\" to \"{key}\", which is of another device");
                continue;
            }
            let row = &mut bindings.0[action as usize];
            match device {
                // A changed key replaces every default, or the old one would still work.
                Device::Desk => row.keys = vec![binding],
                Device::Pad => row.pad = Some(binding),
                Device::Hands => row.hand = Some(binding),
            }
        }
        bindings
    }

    /// Everything an action is bound to.
    pub fn of(&self, action: Action) -> impl Iterator<Item = Binding> + '_ {
        let row = &self.0[action as usize];
        row.keys.iter().copied().chain(row.pad).chain(row.hand)
    }

    /// The key that panels show for an action.
    pub fn key(&self, action: Action) -> Option<Binding> {
        self.0[action as usize].keys.first().copied()
    }

    /// What panels show for an action: the key, or in a headset what hands do.
    pub fn label(&self, action: Action, in_hands: bool) -> String {
        let binding = if in_hands { self.hand(action) } else { self.key(action) };
        binding.map_or_else(String::new, |binding| binding.label().to_owned())
    }

    /// What hands in a headset do for an action.
    pub fn hand(&self, action: Action) -> Option<Binding> {
        self.0[action as usize].hand
    }

    /// The gamepad's button for an action.
    pub fn pad(&self, action: Action) -> Option<Binding> {
        self.0[action as usize].pad
    }

    /// Every pair of actions that share a key, except pairs that are meant to.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut found = Vec::new();
        for (at, row) in self.0.iter().enumerate() {
            for other in &self.0[at + 1..] {
                if may_share(row.action, other.action) {
                    continue;
                }
                let shared = self.of(row.action).find(|binding| self.of(other.action).any(|its| its == *binding));
                found.extend(shared.map(|binding| Conflict { action: row.action, other: other.action, binding }));
            }
        }
        found
    }

    /// The first other action that has the key of this one.
    pub fn conflict_of(&self, action: Action) -> Option<Action> {
        self.conflicts().into_iter().find_map(|conflict| match conflict {
            Conflict { action: one, other, .. } if one == action => Some(other),
            Conflict { action: one, other, .. } if other == action => Some(one),
            _ => None,
        })
    }
}

/// The name of an action's entry in [`crate::app::Settings::keys`] for a key or button.
pub fn settings_name(action: Action, binding: Binding) -> String {
    let ending = ENDINGS.iter().find(|(device, _)| *device == binding.device()).map_or("", |(_, ending)| *ending);
    format!("{}{ending}", action.name())
}

/// Actions of panels and of the room are never wanted at the same time, so they may share a key.
fn may_share(one: Action, other: Action) -> bool {
    is_of_panels(one) != is_of_panels(other)
}

fn is_of_panels(action: Action) -> bool {
    matches!(action, Action::NextOption | Action::PrevOption | Action::Confirm | Action::Back)
}

fn default_row(action: Action) -> Row {
    use GamepadButton as Pad;
    use KeyCode as Key;
    let key = |keys: &[Key], pad: Option<Pad>| Row {
        action,
        keys: keys.iter().copied().map(Binding::Key).collect(),
        pad: pad.map(Binding::Pad),
        hand: default_hand(action).map(Binding::Hand),
    };
    match action {
        Action::WalkAhead => key(&[Key::KeyW, Key::ArrowUp], None),
        Action::WalkBack => key(&[Key::KeyS, Key::ArrowDown], None),
        Action::WalkLeft => key(&[Key::KeyA, Key::ArrowLeft], None),
        Action::WalkRight => key(&[Key::KeyD, Key::ArrowRight], None),
        Action::Use => Row {
            action,
            keys: vec![Binding::Key(Key::KeyE), Binding::Mouse(MouseButton::Left)],
            pad: Some(Binding::Pad(Pad::West)),
            hand: default_hand(action).map(Binding::Hand),
        },
        Action::Drop => key(&[Key::KeyQ], Some(Pad::Select)),
        Action::Actions => key(&[Key::Space], Some(Pad::North)),
        Action::Dashboard => key(&[Key::KeyO], Some(Pad::DPadLeft)),
        Action::Instruct => key(&[Key::KeyG], Some(Pad::DPadRight)),
        Action::Pause => key(&[Key::Escape], Some(Pad::Start)),
        Action::FreeCursor => key(&[Key::AltLeft], None),
        Action::Choice1 => key(&[Key::Digit1, Key::Numpad1], None),
        Action::Choice2 => key(&[Key::Digit2, Key::Numpad2], None),
        Action::Choice3 => key(&[Key::Digit3, Key::Numpad3], None),
        Action::Choice4 => key(&[Key::Digit4, Key::Numpad4], None),
        Action::Choice5 => key(&[Key::Digit5, Key::Numpad5], None),
        Action::Choice6 => key(&[Key::Digit6, Key::Numpad6], None),
        Action::NextOption => key(&[Key::Tab], Some(Pad::DPadDown)),
        Action::PrevOption => key(&[], Some(Pad::DPadUp)),
        Action::Confirm => key(&[Key::Enter], Some(Pad::South)),
        Action::Back => key(&[Key::Backspace], Some(Pad::East)),
        Action::Address => key(&[Key::KeyT], Some(Pad::RightTrigger)),
        Action::Praise => key(&[Key::KeyF], Some(Pad::RightTrigger2)),
        Action::Redirect => key(&[Key::KeyR], Some(Pad::LeftTrigger)),
        Action::CallOn => key(&[Key::KeyC], Some(Pad::LeftTrigger2)),
        Action::Reprimand => key(&[Key::KeyX], None),
        Action::Lock => key(&[Key::KeyL], None),
        Action::Wait => key(&[Key::KeyH], Some(Pad::RightThumb)),
        Action::AskClass => key(&[Key::KeyV], None),
        Action::PraiseClass => key(&[Key::KeyP], None),
        Action::ReprimandClass => key(&[Key::KeyY], None),
        Action::FreezeBoard => key(&[Key::KeyB], None),
        Action::ShowBoard => key(&[Key::KeyN], None),
        Action::LockAll => key(&[Key::KeyK], None),
        Action::TurnLeft => key(&[Key::Comma], None),
        Action::TurnRight => key(&[Key::Period], None),
        Action::TurnBack => key(&[Key::Slash], None),
        Action::Teleport => key(&[Key::KeyJ], None),
        Action::Recentre => key(&[Key::Home], None),
    }
}

/// What hands do for an action: little, because they point at panels for the rest.
fn default_hand(action: Action) -> Option<HandButton> {
    Some(match action {
        Action::Use => HandButton::Trigger,
        Action::Drop => HandButton::StickPress,
        Action::Actions => HandButton::Primary,
        Action::Pause => HandButton::Menu,
        Action::TurnLeft => HandButton::StickLeft,
        Action::TurnRight => HandButton::StickRight,
        Action::TurnBack => HandButton::StickDown,
        Action::Teleport => HandButton::StickUp,
        Action::Recentre => HandButton::Secondary,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(entries: &[(&str, &str)]) -> Bindings {
        let keys = entries.iter().map(|(name, key)| ((*name).to_owned(), (*key).to_owned())).collect();
        Bindings::from_settings(&keys)
    }

    #[test]
    fn the_defaults_do_not_clash_and_every_action_has_one() {
        let bindings = Bindings::default();
        assert_eq!(bindings.conflicts(), []);
        assert!(Action::ALL.iter().all(|action| bindings.of(*action).next().is_some()));
        assert!(Action::ALL.iter().flat_map(|action| bindings.of(*action)).all(|binding| binding.name().is_some()));
    }

    #[test]
    fn a_changed_key_replaces_the_defaults_and_leaves_the_gamepad() {
        let bindings = with(&[("use", "KeyU")]);
        let of_use: Vec<Binding> = bindings.of(Action::Use).collect();
        let hand = Binding::Hand(HandButton::Trigger);
        assert_eq!(of_use, [Binding::Key(KeyCode::KeyU), Binding::Pad(GamepadButton::West), hand]);
        let bindings = with(&[("use.hand", "HandGrip")]);
        assert_eq!(bindings.hand(Action::Use), Some(Binding::Hand(HandButton::Grip)));
        let bindings = with(&[("use.pad", "PadSouth")]);
        assert_eq!(bindings.pad(Action::Use), Some(Binding::Pad(GamepadButton::South)));
        assert_eq!(bindings.key(Action::Use), Some(Binding::Key(KeyCode::KeyE)));
    }

    #[test]
    fn a_key_used_twice_is_reported_for_both() {
        let bindings = with(&[("praise", "KeyE")]);
        assert_eq!(bindings.conflict_of(Action::Praise), Some(Action::Use));
        assert_eq!(bindings.conflict_of(Action::Use), Some(Action::Praise));
        assert_eq!(bindings.conflict_of(Action::Drop), None);
    }

    #[test]
    fn what_is_not_known_is_left_at_its_default() {
        let odd =
            [("fly", "KeyF"), ("use", "KeyÅ"), ("drop", "PadSouth"), ("pause.pad", "KeyP"), ("use.hand", "PadSouth")];
        assert_eq!(with(&odd), Bindings::default());
    }
}
