//! Sticks of a gamepad: they never rest exactly in the middle, and small movements should be fine ones.

use bevy::prelude::*;

/// Within this of the middle, a stick rests. Part of its reach.
const REST: f32 = 0.16;
/// Beyond this it is all the way. Part of its reach.
const FULL: f32 = 0.95;

/// A stick's way: none within the dead zone, full at its edge, in the same direction. The dead zone is round, so that
/// slow diagonal movements are not pulled to an axis.
pub fn settle(raw: Vec2) -> Vec2 {
    let length = raw.length();
    if !length.is_finite() || length <= REST {
        return Vec2::ZERO;
    }
    raw / length * ((length - REST) / (FULL - REST)).min(1.0)
}

/// The same for looking: slower near the middle, so that one can aim.
pub fn settle_fine(raw: Vec2) -> Vec2 {
    let settled = settle(raw);
    settled * settled.length()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resting_stick_says_nothing() {
        for raw in [Vec2::ZERO, Vec2::new(0.1, -0.1), Vec2::new(REST, 0.0), Vec2::NAN] {
            assert_eq!(settle(raw), Vec2::ZERO);
        }
    }

    #[test]
    fn it_starts_softly_and_never_exceeds_one() {
        assert!(settle(Vec2::new(REST + 0.01, 0.0)).x < 0.02);
        assert!((settle(Vec2::new(1.0, 1.0)).length() - 1.0).abs() < 1e-6);
        assert!((settle(Vec2::new(0.0, -0.97)) - Vec2::NEG_Y).length() < 1e-6);
    }

    #[test]
    fn looking_is_finer_than_walking_near_the_middle_only() {
        let half = Vec2::new(0.5, 0.0);
        assert!(settle_fine(half).x < settle(half).x * 0.6);
        assert!((settle_fine(Vec2::X).x - 1.0).abs() < 1e-6);
    }

    #[test]
    fn the_direction_stays() {
        let raw = Vec2::new(0.3, -0.6);
        assert!(settle(raw).normalize().distance(raw.normalize()) < 1e-6);
    }
}
