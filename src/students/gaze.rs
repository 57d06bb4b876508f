//! How a head and eyes turn towards what somebody looks at: limits, smoothness, and the small jumps that eyes make.

use bevy::math::{Quat, Vec3};

/// How far a head turns from the chest to either side, in radians.
const HEAD_YAW_LIMIT_RAD: f32 = 1.15;
/// How far a head tilts up and down, in radians.
const HEAD_UP_LIMIT_RAD: f32 = 0.45;
/// Down.
const HEAD_DOWN_LIMIT_RAD: f32 = 0.75;
/// How far eyes turn from the head, in radians.
const EYE_LIMIT_RAD: f32 = 0.42;
/// Share of a turn that the head makes; the eyes do the rest at once.
const HEAD_SHARE: f32 = 0.82;
/// Share of the head's turn that the neck makes.
pub const NECK_SHARE: f32 = 0.4;
/// Time in which a head covers most of its way, in seconds.
const HEAD_SETTLE_SECS: f32 = 0.22;

/// A direction as angles: yaw to the left of `+z` is positive, pitch up is positive. Radians.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Angles {
    /// About the vertical.
    pub yaw: f32,
    /// Above the horizon.
    pub pitch: f32,
}

impl Angles {
    /// Angles of a direction, which need not have length 1. Straight ahead if it has none.
    pub fn of(direction: Vec3) -> Self {
        let flat = direction.x.hypot(direction.z);
        if flat < 1e-6 && direction.y.abs() < 1e-6 {
            return Self::default();
        }
        Self { yaw: direction.x.atan2(direction.z), pitch: direction.y.atan2(flat) }
    }

    /// The rotation that turns `+z` into this direction without rolling.
    pub fn rotation(self) -> Quat {
        Quat::from_rotation_y(self.yaw) * Quat::from_rotation_x(-self.pitch)
    }

    /// Part of the way to another direction.
    pub fn towards(self, to: Angles, share: f32) -> Angles {
        Angles { yaw: self.yaw + wrap(to.yaw - self.yaw) * share, pitch: self.pitch + (to.pitch - self.pitch) * share }
    }
}

fn wrap(angle: f32) -> f32 {
    use std::f32::consts::{PI, TAU};
    (angle + PI).rem_euclid(TAU) - PI
}

/// Where the head can turn to see that way, when the chest faces `chest_yaw`.
pub fn head_goal(wanted: Angles, chest_yaw: f32) -> Angles {
    let aside = wrap(wanted.yaw - chest_yaw) * HEAD_SHARE;
    Angles {
        yaw: chest_yaw + aside.clamp(-HEAD_YAW_LIMIT_RAD, HEAD_YAW_LIMIT_RAD),
        pitch: (wanted.pitch * HEAD_SHARE).clamp(-HEAD_DOWN_LIMIT_RAD, HEAD_UP_LIMIT_RAD),
    }
}

/// Where the eyes point from a head that faces `head`, as angles relative to the head.
pub fn eye_goal(wanted: Angles, head: Angles) -> Angles {
    Angles {
        yaw: wrap(wanted.yaw - head.yaw).clamp(-EYE_LIMIT_RAD, EYE_LIMIT_RAD),
        pitch: (wanted.pitch - head.pitch).clamp(-EYE_LIMIT_RAD, EYE_LIMIT_RAD),
    }
}

/// A head on its way: a critically damped spring, so it starts and stops softly and never overshoots.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Turning {
    /// Where it is.
    pub at: Angles,
    speed: Angles,
}

impl Turning {
    /// Moves towards the goal for a time in seconds.
    pub fn step(&mut self, goal: Angles, secs: f32) {
        let from = Angles { yaw: goal.yaw - wrap(goal.yaw - self.at.yaw), ..self.at };
        (self.at.yaw, self.speed.yaw) = spring(from.yaw, self.speed.yaw, goal.yaw, secs);
        (self.at.pitch, self.speed.pitch) = spring(from.pitch, self.speed.pitch, goal.pitch, secs);
    }
}

/// Exact step of a critically damped spring: stable for steps of any length.
fn spring(at: f32, speed: f32, goal: f32, secs: f32) -> (f32, f32) {
    let stiffness = 2.0 / HEAD_SETTLE_SECS;
    let decay = (-stiffness * secs).exp();
    let away = at - goal;
    let push = speed + stiffness * away;
    (goal + (away + push * secs) * decay, (speed - stiffness * push * secs) * decay)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angles_and_directions_agree() {
        for direction in [Vec3::Z, Vec3::X, -Vec3::X, Vec3::new(0.3, 0.4, 0.5), Vec3::new(-1.0, -0.7, 0.2)] {
            let back = Angles::of(direction).rotation() * Vec3::Z;
            assert!(back.angle_between(direction) < 1e-3, "{direction} became {back}");
        }
        assert_eq!(Angles::of(Vec3::ZERO), Angles::default());
    }

    #[test]
    fn nobody_turns_the_head_backwards() {
        for degrees in -180..=180 {
            let wanted = Angles { yaw: (degrees as f32).to_radians(), pitch: 1.4 };
            let head = head_goal(wanted, 0.3);
            assert!((head.yaw - 0.3).abs() <= HEAD_YAW_LIMIT_RAD + 1e-5);
            assert!(head.pitch <= HEAD_UP_LIMIT_RAD);
            let eyes = eye_goal(wanted, head);
            assert!(eyes.yaw.abs() <= EYE_LIMIT_RAD && eyes.pitch.abs() <= EYE_LIMIT_RAD);
        }
    }

    #[test]
    fn eyes_reach_what_is_within_their_limits() {
        let wanted = Angles { yaw: 0.6, pitch: -0.2 };
        let head = head_goal(wanted, 0.0);
        let eyes = eye_goal(wanted, head);
        assert!((head.yaw + eyes.yaw - wanted.yaw).abs() < 1e-5);
        assert!((head.pitch + eyes.pitch - wanted.pitch).abs() < 1e-5);
    }

    #[test]
    fn a_head_arrives_without_overshooting_at_any_frame_rate() {
        for rate in [5.0, 15.0, 60.0, 240.0_f32] {
            let goal = Angles { yaw: 1.0, pitch: 0.2 };
            let mut head = Turning::default();
            for _ in 0..rate as usize {
                head.step(goal, 1.0 / rate);
                assert!(head.at.yaw <= 1.0 + 1e-4, "overshoots at {rate} frames a second");
            }
            assert!((head.at.yaw - 1.0).abs() < 0.01, "{} after a second at {rate}", head.at.yaw);
        }
    }
}
