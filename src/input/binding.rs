//! Keys and buttons, and what they are called: in the settings file by where they sit on the keyboard, to a person by
//! what is printed on them.

use bevy::prelude::*;

/// A key or button that an action can be bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Binding {
    /// A key of the keyboard, by its place.
    Key(KeyCode),
    /// A button of the mouse.
    Mouse(MouseButton),
    /// A button of the gamepad.
    Pad(GamepadButton),
    /// A button of a controller in either hand, or what a bare hand does for it.
    Hand(HandButton),
}

/// What hands do in a headset. Either hand does the same, so that one is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HandButton {
    /// The trigger, or a pinch.
    Trigger,
    /// The grip, or a fist.
    Grip,
    /// A or X.
    Primary,
    /// B or Y.
    Secondary,
    /// The button for the menu.
    Menu,
    /// The stick is pressed.
    StickPress,
    /// The stick is pushed away.
    StickUp,
    /// The stick is pulled.
    StickDown,
    /// The stick is pushed to the left.
    StickLeft,
    /// The stick is pushed to the right.
    StickRight,
}

/// Where keys and buttons are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Device {
    /// Keyboard and mouse.
    Desk,
    /// The gamepad.
    Pad,
    /// The hands, in a headset.
    Hands,
}

impl Binding {
    /// Where it is.
    pub const fn device(self) -> Device {
        match self {
            Binding::Key(_) | Binding::Mouse(_) => Device::Desk,
            Binding::Pad(_) => Device::Pad,
            Binding::Hand(_) => Device::Hands,
        }
    }

    /// Its name in the settings file; none if it cannot be bound.
    pub fn name(self) -> Option<&'static str> {
        NAMES.iter().find(|(binding, ..)| *binding == self).map(|(_, name, _)| *name)
    }

    /// The key or button of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, known, _)| *known == name).map(|(binding, ..)| *binding)
    }

    /// What is printed on it, on a keyboard with the letters in the order QWERTY.
    pub fn label(self) -> &'static str {
        NAMES.iter().find(|(binding, ..)| *binding == self).map_or("?", |(.., label)| *label)
    }
}

macro_rules! table {
    (keys { $($key:ident $label:literal)* } mouse { $($mouse:ident $mouse_name:literal $mouse_label:literal)* }
     pad { $($pad:ident $pad_name:literal $pad_label:literal)* }
     hands { $($hand:ident $hand_name:literal $hand_label:literal)* }) => {
        const NAMES: &[(Binding, &str, &str)] = &[
            $((Binding::Key(KeyCode::$key), stringify!($key), $label),)*
            $((Binding::Mouse(MouseButton::$mouse), $mouse_name, $mouse_label),)*
            $((Binding::Pad(GamepadButton::$pad), $pad_name, $pad_label),)*
            $((Binding::Hand(HandButton::$hand), $hand_name, $hand_label),)*
        ];
    };
}

table! {
    keys {
        KeyA "A" KeyB "B" KeyC "C" KeyD "D" KeyE "E" KeyF "F" KeyG "G" KeyH "H" KeyI "I" KeyJ "J" KeyK "K" KeyL "L"
        KeyM "M" KeyN "N" KeyO "O" KeyP "P" KeyQ "Q" KeyR "R" KeyS "S" KeyT "T" KeyU "U" KeyV "V" KeyW "W" KeyX "X"
        KeyY "Y" KeyZ "Z"
        Digit0 "0" Digit1 "1" Digit2 "2" Digit3 "3" Digit4 "4" Digit5 "5" Digit6 "6" Digit7 "7" Digit8 "8" Digit9 "9"
        Numpad0 "Num 0" Numpad1 "Num 1" Numpad2 "Num 2" Numpad3 "Num 3" Numpad4 "Num 4" Numpad5 "Num 5"
        Numpad6 "Num 6" Numpad7 "Num 7" Numpad8 "Num 8" Numpad9 "Num 9" NumpadEnter "Num Enter"
        F1 "F1" F2 "F2" F3 "F3" F4 "F4" F5 "F5" F6 "F6" F7 "F7" F8 "F8" F9 "F9" F10 "F10" F11 "F11" F12 "F12"
        ArrowUp "↑" ArrowDown "↓" ArrowLeft "←" ArrowRight "→"
        Space "Space" Enter "Enter" Escape "Esc" Tab "Tab" Backspace "Backspace" Delete "Delete" Insert "Insert"
        Home "Home" End "End" PageUp "PgUp" PageDown "PgDn"
        ShiftLeft "Shift" ShiftRight "Shift R" ControlLeft "Ctrl" ControlRight "Ctrl R" AltLeft "Alt" AltRight "AltGr"
        Comma "," Period "." Slash "/" Semicolon ";" Quote "'" BracketLeft "[" BracketRight "]" Minus "-" Equal "="
        Backquote "`" Backslash "\\" IntlBackslash "<"
    }
    mouse {
        Left "MouseLeft" "Mouse 1" Right "MouseRight" "Mouse 2" Middle "MouseMiddle" "Mouse 3"
        Back "MouseBack" "Mouse 4" Forward "MouseForward" "Mouse 5"
    }
    pad {
        South "PadSouth" "A" East "PadEast" "B" West "PadWest" "X" North "PadNorth" "Y"
        DPadUp "PadUp" "D-pad ↑" DPadDown "PadDown" "D-pad ↓" DPadLeft "PadLeft" "D-pad ←" DPadRight "PadRight" "D-pad →"
        LeftTrigger "PadL1" "LB" RightTrigger "PadR1" "RB" LeftTrigger2 "PadL2" "LT" RightTrigger2 "PadR2" "RT"
        LeftThumb "PadL3" "L3" RightThumb "PadR3" "R3" Select "PadSelect" "Select" Start "PadStart" "Start"
    }
    hands {
        Trigger "HandTrigger" "Trigger" Grip "HandGrip" "Grip" Primary "HandPrimary" "A / X"
        Secondary "HandSecondary" "B / Y" Menu "HandMenu" "Menu" StickPress "HandStick" "Stick ●"
        StickUp "HandStickUp" "Stick ↑" StickDown "HandStickDown" "Stick ↓" StickLeft "HandStickLeft" "Stick ←"
        StickRight "HandStickRight" "Stick →"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_key() {
        for (binding, name, label) in NAMES {
            assert_eq!(Binding::from_name(name), Some(*binding), "{name}");
            assert_eq!(binding.name(), Some(*name));
            assert!(!label.is_empty());
        }
        assert_eq!(Binding::Key(KeyCode::Power).name(), None);
    }
}
