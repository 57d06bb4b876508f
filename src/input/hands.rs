//! What hands in a headset say, as buttons: a pull or a push counts from a point on, and until well below it, so that a
//! hand that trembles there presses once.

use bevy::prelude::*;

use super::{Binding, Collected, HandButton, PanelWants};
use crate::app::Settings;
use crate::third_party::openxr::{Hand, HandState, Headset};

/// From where on something counts as pressed, and below which it no longer does: a trigger, a stick.
const TRIGGER: (f32, f32) = (0.6, 0.4);
const STICK: (f32, f32) = (0.7, 0.45);

/// What a hand held in the frame before, and what of it a panel keeps until it is let go.
#[derive(Debug, Default)]
pub(super) struct Before {
    held: Vec<HandButton>,
    kept: Vec<HandButton>,
}

/// What a hand holds. `before` is what it held.
fn held(hand: &HandState, before: &[HandButton]) -> Vec<HandButton> {
    let analog = |button, value: f32, (from, until)| {
        let is_held = value >= if before.contains(&button) { until } else { from };
        is_held.then_some(button)
    };
    let digital = |button, is_held: bool| is_held.then_some(button);
    // A stick means one direction: that in which it is pushed furthest.
    let is_upright = hand.stick.y.abs() > hand.stick.x.abs();
    let (across, along) = if is_upright { (0.0, hand.stick.y) } else { (hand.stick.x, 0.0) };
    [
        analog(HandButton::Trigger, hand.trigger, TRIGGER),
        analog(HandButton::Grip, hand.squeeze, TRIGGER),
        analog(HandButton::StickUp, along, STICK),
        analog(HandButton::StickDown, -along, STICK),
        analog(HandButton::StickLeft, -across, STICK),
        analog(HandButton::StickRight, across, STICK),
        digital(HandButton::StickPress, hand.stick_click),
        digital(HandButton::Primary, hand.primary),
        digital(HandButton::Secondary, hand.secondary),
        digital(HandButton::Menu, hand.menu),
    ]
    .into_iter()
    .flatten()
    .collect()
}

const fn is_stick(button: HandButton) -> bool {
    matches!(button, HandButton::StickUp | HandButton::StickDown | HandButton::StickLeft | HandButton::StickRight)
}

/// Whether a button is a panel's own while the hand points at one.
fn is_of_panel(button: HandButton) -> bool {
    !matches!(button, HandButton::Menu | HandButton::Primary | HandButton::Secondary)
}

pub(super) fn hands(
    mut collected: ResMut<Collected>,
    headset: Res<Headset>,
    wants: Res<PanelWants>,
    settings: Res<Settings>,
    mut before: Local<[Before; 2]>,
) {
    if !headset.is_worn() {
        *before = default();
        return;
    }
    for hand in Hand::BOTH {
        let at = hand as usize;
        let before = &mut before[at];
        let now = held(headset.hand(hand), &before.held);
        let walks = settings.smooth_walk && hand == Hand::Left;
        before.kept.retain(|button| now.contains(button));
        for button in now.iter().copied() {
            let is_fresh = !before.held.contains(&button);
            if is_fresh && (wants.pointed[at] && is_of_panel(button) || walks && is_stick(button)) {
                before.kept.push(button);
            }
            if before.kept.contains(&button) {
                continue;
            }
            collected.held.push(Binding::Hand(button));
            if is_fresh {
                collected.fresh.push(Binding::Hand(button));
            }
        }
        if walks && !wants.pointed[at] {
            collected.left_stick += headset.hand(hand).stick;
        }
        before.held = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pull_counts_until_it_is_well_let_go() {
        let pulled = |trigger| HandState { trigger, ..default() };
        assert_eq!(held(&pulled(0.5), &[]), []);
        assert_eq!(held(&pulled(0.5), &[HandButton::Trigger]), [HandButton::Trigger]);
        assert_eq!(held(&pulled(0.3), &[HandButton::Trigger]), []);
    }

    #[test]
    fn a_stick_means_one_direction() {
        let pushed = |x, y| HandState { stick: Vec2::new(x, y), ..default() };
        assert_eq!(held(&pushed(0.8, 0.75), &[]), [HandButton::StickRight]);
        assert_eq!(held(&pushed(-0.2, 0.9), &[]), [HandButton::StickUp]);
        assert_eq!(held(&pushed(0.3, -0.3), &[]), []);
    }
}
