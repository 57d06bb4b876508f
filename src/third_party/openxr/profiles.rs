//! Which button of each known controller means what. Each profile is suggested by itself and checked: a runtime that does
//! not know one loses only that one.

use openxr::InstanceExtensions;

/// Something of a hand that the program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Input {
    Grip,
    Aim,
    Trigger,
    Squeeze,
    Stick,
    StickClick,
    Primary,
    Secondary,
    Menu,
    Haptic,
}

/// A path of both hands, or of the left or the right one.
pub(super) type Row = (Input, &'static str);

/// A kind of controller.
pub(super) struct Profile {
    /// Its name below `/interaction_profiles/`.
    pub name: &'static str,
    /// Whether the runtime must offer an extension for it, and does.
    pub is_offered: fn(&InstanceExtensions) -> bool,
    /// Paths of both hands.
    pub both: &'static [Row],
    /// Paths of the left hand alone.
    pub left: &'static [Row],
    /// Paths of the right hand alone.
    pub right: &'static [Row],
}

const fn always(_: &InstanceExtensions) -> bool {
    true
}

/// Poses and the tick, which every controller has.
const POSES: [Row; 3] =
    [(Input::Grip, "input/grip/pose"), (Input::Aim, "input/aim/pose"), (Input::Haptic, "output/haptic")];
const TRIGGER: Row = (Input::Trigger, "input/trigger/value");
const SQUEEZE: Row = (Input::Squeeze, "input/squeeze/value");
const STICK: Row = (Input::Stick, "input/thumbstick");
const STICK_CLICK: Row = (Input::StickClick, "input/thumbstick/click");
const MENU: Row = (Input::Menu, "input/menu/click");
const A: Row = (Input::Primary, "input/a/click");
const B: Row = (Input::Secondary, "input/b/click");
const X: Row = (Input::Primary, "input/x/click");
const Y: Row = (Input::Secondary, "input/y/click");

/// Trigger, squeeze and stick with both hands, letters on each side, the menu at the left.
const TOUCH: &[Row] = &[POSES[0], POSES[1], POSES[2], TRIGGER, SQUEEZE, STICK, STICK_CLICK];

/// Every kind that is known.
pub(super) const PROFILES: &[Profile] = &[
    Profile {
        name: "khr/simple_controller",
        is_offered: always,
        both: &[POSES[0], POSES[1], POSES[2], (Input::Trigger, "input/select/click"), MENU],
        left: &[],
        right: &[],
    },
    Profile { name: "oculus/touch_controller", is_offered: always, both: TOUCH, left: &[X, Y, MENU], right: &[A, B] },
    Profile {
        name: "meta/touch_controller_plus",
        is_offered: |offered| offered.meta_touch_controller_plus.is_some(),
        both: TOUCH,
        left: &[X, Y, MENU],
        right: &[A, B],
    },
    Profile {
        // It has no button for a menu: its upper button is that.
        name: "valve/index_controller",
        is_offered: always,
        both: &[POSES[0], POSES[1], POSES[2], TRIGGER, SQUEEZE, STICK, STICK_CLICK, A, (Input::Menu, "input/b/click")],
        left: &[],
        right: &[],
    },
    Profile {
        // A pad in place of a stick.
        name: "htc/vive_controller",
        is_offered: always,
        both: &[
            POSES[0],
            POSES[1],
            POSES[2],
            TRIGGER,
            (Input::Squeeze, "input/squeeze/click"),
            (Input::Stick, "input/trackpad"),
            (Input::Primary, "input/trackpad/click"),
            MENU,
        ],
        left: &[],
        right: &[],
    },
    Profile {
        name: "microsoft/motion_controller",
        is_offered: always,
        both: &[
            POSES[0],
            POSES[1],
            POSES[2],
            TRIGGER,
            (Input::Squeeze, "input/squeeze/click"),
            STICK,
            STICK_CLICK,
            (Input::Primary, "input/trackpad/click"),
            MENU,
        ],
        left: &[],
        right: &[],
    },
    Profile {
        name: "bytedance/pico4_controller",
        is_offered: |offered| offered.bd_controller_interaction.is_some(),
        both: TOUCH,
        left: &[X, Y, MENU],
        right: &[A, B],
    },
    Profile {
        name: "bytedance/pico_neo3_controller",
        is_offered: |offered| offered.bd_controller_interaction.is_some(),
        both: TOUCH,
        left: &[X, Y, MENU],
        right: &[A, B, MENU],
    },
    Profile {
        // Bare hands: a pinch is the trigger, a fist the squeeze. The system's own gesture is the menu.
        name: "ext/hand_interaction_ext",
        is_offered: |offered| offered.ext_hand_interaction.is_some(),
        both: &[
            POSES[0],
            POSES[1],
            (Input::Trigger, "input/pinch_ext/value"),
            (Input::Squeeze, "input/grasp_ext/value"),
        ],
        left: &[],
        right: &[],
    },
];

impl Profile {
    /// Its paths, each with what it is read as.
    pub fn paths(&self) -> impl Iterator<Item = (Input, String)> {
        let of = |side: &'static str| move |(input, path): &Row| (*input, format!("/user/hand/{side}/{path}"));
        let left = self.both.iter().chain(self.left).map(of("left"));
        left.chain(self.both.iter().chain(self.right).map(of("right")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_controller_points_and_takes_and_most_have_a_menu() {
        for profile in PROFILES {
            let paths: Vec<(Input, String)> = profile.paths().collect();
            for needed in [Input::Grip, Input::Aim, Input::Trigger] {
                let sides = paths.iter().filter(|(input, _)| *input == needed).count();
                assert_eq!(sides, 2, "{} lacks {needed:?}", profile.name);
            }
            let has_menu = paths.iter().any(|(input, _)| *input == Input::Menu);
            assert!(has_menu || profile.name.starts_with("ext/"), "{}", profile.name);
        }
    }

    #[test]
    fn no_path_is_read_as_two_things() {
        for profile in PROFILES {
            let mut paths: Vec<String> = profile.paths().map(|(_, path)| path).collect();
            let count = paths.len();
            paths.sort();
            paths.dedup();
            assert_eq!(paths.len(), count, "{}", profile.name);
        }
    }
}
