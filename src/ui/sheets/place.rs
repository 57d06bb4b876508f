//! Where sheets hang: around the wearer, never fastened to the head. A sheet stays where it is until the head has turned or
//! gone well away from it, and then comes after.

use std::f32::consts::{PI, TAU};

use bevy::prelude::*;

use super::{POINT, Part, Sheet};
use crate::rig::Wearer;

/// A sheet's part, and where it hangs.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default)]
pub struct Place {
    /// Its part of the picture, in points.
    pub rect: Rect,
    /// Whether it is shown.
    pub is_shown: bool,
    /// Where it is anchored: the head as it was.
    anchor: Anchor,
    was_shown: bool,
    follows: bool,
}

/// A head as it was: where, and which way it faced over the floor, in radians.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Anchor {
    at: Vec3,
    yaw: f32,
}

/// How a part hangs about its anchor.
struct Hang {
    /// Distance from the eyes, in metres.
    distance: f32,
    /// To the right, in degrees.
    right_deg: f32,
    /// Up, in degrees.
    up_deg: f32,
    /// How far the head may turn before it comes after, in degrees.
    leeway_deg: f32,
    /// How far the head may go, in metres.
    leeway: f32,
}

/// How quickly a sheet comes after, per second.
const FOLLOW: f32 = 3.5;
/// It has arrived when it is this near, in radians and metres.
const ARRIVED: (f32, f32) = (0.05, 0.03);

const fn hang(part: Part) -> Hang {
    let (distance, right_deg, up_deg, leeway_deg, leeway) = match part {
        Part::Whole => (1.6, 0.0, -4.0, 65.0, 0.9),
        // Beside the view and tilted, as a tablet is held.
        Part::Decision => (0.9, 27.0, -10.0, 30.0, 0.25),
        Part::Captions => (1.5, 0.0, -25.0, 25.0, 0.3),
        Part::Status => (1.5, 0.0, 18.0, 30.0, 0.3),
        Part::Hint => (1.2, 0.0, -12.0, 20.0, 0.3),
    };
    Hang { distance, right_deg, up_deg, leeway_deg, leeway }
}

/// The shorter way around from one direction to another, in radians.
fn shortest(from: f32, to: f32) -> f32 {
    (to - from + PI).rem_euclid(TAU) - PI
}

impl Place {
    /// The same, showing this part of the picture or not being shown.
    pub(super) fn showing(self, rect: Rect, is_shown: bool) -> Self {
        Self { rect, is_shown, ..self }
    }

    /// Lets it come after a head for a while, if that has gone away from it. A sheet that is shown anew is there at once.
    fn come_after(&mut self, head: Anchor, hang: &Hang, secs: f32) {
        let turn = shortest(self.anchor.yaw, head.yaw);
        let gone = head.at.distance(self.anchor.at);
        if self.is_shown && !self.was_shown {
            (self.anchor, self.follows) = (head, false);
        } else if turn.abs() > hang.leeway_deg.to_radians() || gone > hang.leeway {
            self.follows = true;
        } else if turn.abs() < ARRIVED.0 && gone < ARRIVED.1 {
            self.follows = false;
        }
        if self.follows {
            let part = 1.0 - (-FOLLOW * secs).exp();
            self.anchor.yaw = (self.anchor.yaw + turn * part).rem_euclid(TAU);
            self.anchor.at = self.anchor.at.lerp(head.at, part);
        }
        self.was_shown = self.is_shown;
    }

    /// Where it hangs: its middle, its turn towards the eyes, its size in metres.
    fn transform(&self, hang: &Hang) -> Transform {
        let yaw = self.anchor.yaw - hang.right_deg.to_radians();
        let pitch = hang.up_deg.to_radians();
        let way = Vec3::new(yaw.sin() * pitch.cos(), pitch.sin(), yaw.cos() * pitch.cos());
        // Its front is `+z`, and that looks back at the eyes.
        let size = self.rect.size() * POINT * hang.distance;
        Transform::from_translation(self.anchor.at + way * hang.distance)
            .looking_to(way, Vec3::Y)
            .with_scale(size.extend(1.0))
    }
}

pub(super) fn follow(
    wearer: Res<Wearer>,
    time: Res<Time<Real>>,
    mut sheets: Query<(&Sheet, &mut Place, &mut Transform)>,
) {
    let Some(head) = wearer.head else { return };
    let ahead = head.rotation * Vec3::NEG_Z;
    let now = Anchor { at: head.translation.into(), yaw: ahead.x.atan2(ahead.z) };
    for (Sheet(part), mut place, mut transform) in &mut sheets {
        let hang = hang(*part);
        place.bypass_change_detection().come_after(now, &hang, time.delta_secs());
        let next = if place.is_shown { place.transform(&hang) } else { Transform::from_scale(Vec3::ZERO) };
        transform.set_if_neq(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(part: Part) -> Place {
        let mut place = Place { rect: part.rect(1.0, true), is_shown: true, ..default() };
        place.come_after(Anchor { at: Vec3::Y * 1.65, yaw: 0.0 }, &hang(part), 0.02);
        place
    }

    #[test]
    fn a_sheet_is_not_fastened_to_the_head_but_comes_after_it() {
        let mut place = shown(Part::Decision);
        let at_first = place.transform(&hang(Part::Decision)).translation;
        place.come_after(Anchor { at: Vec3::Y * 1.65, yaw: 0.3 }, &hang(Part::Decision), 0.02);
        assert_eq!(place.transform(&hang(Part::Decision)).translation, at_first, "a glance aside");
        for _ in 0..200 {
            place.come_after(Anchor { at: Vec3::Y * 1.65, yaw: 1.5 }, &hang(Part::Decision), 0.02);
        }
        assert!(shortest(place.anchor.yaw, 1.5).abs() < 0.06);
    }

    #[test]
    fn the_decision_hangs_at_the_right_and_looks_at_the_eyes() {
        let place = shown(Part::Decision).transform(&hang(Part::Decision));
        // Facing `+z`, the right is `-x`.
        assert!(place.translation.x < -0.3 && place.translation.z > 0.6, "{}", place.translation);
        let to_eyes = (Vec3::Y * 1.65 - place.translation).normalize();
        assert!((place.rotation * Vec3::Z).dot(to_eyes) > 0.99);
    }

    #[test]
    fn the_smallest_text_is_large_enough_wherever_it_hangs() {
        for part in Part::ALL {
            let hang = hang(part);
            let height = 14.0 * POINT * hang.distance;
            let angle = 2.0 * (height / 2.0 / hang.distance).atan().to_degrees();
            assert!(angle >= 1.2, "{part:?}: {angle}°");
        }
    }
}
