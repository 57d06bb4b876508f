//! The bones of a hand, and a hand made up from how a controller is held, where its joints are not seen.

use bevy::prelude::*;

use crate::third_party::openxr::{Hand, JOINTS, Joint, Joints};

/// A bone that is drawn: its joints, and how much thicker than the finger it is. Joints are counted as OpenXR does.
pub(super) const BONES: [(usize, usize, f32); 24] = [
    // From the wrist through the hand; the hand is thicker than its fingers.
    (1, 2, 1.3),
    (1, 7, 1.5),
    (1, 12, 1.5),
    (1, 17, 1.5),
    (1, 22, 1.4),
    (7, 12, 1.2),
    (12, 17, 1.2),
    (17, 22, 1.2),
    // Thumb.
    (2, 3, 1.15),
    (3, 4, 1.0),
    (4, 5, 1.0),
    // Forefinger to little finger.
    (7, 8, 1.0),
    (8, 9, 1.0),
    (9, 10, 1.0),
    (12, 13, 1.0),
    (13, 14, 1.0),
    (14, 15, 1.0),
    (17, 18, 1.0),
    (18, 19, 1.0),
    (19, 20, 1.0),
    (22, 23, 1.0),
    (23, 24, 1.0),
    (24, 25, 1.0),
    (2, 7, 1.2),
];

/// Lengths of a finger from its root, in metres, for forefinger to little finger.
const FINGERS: [[f32; 3]; 4] =
    [[0.042, 0.025, 0.020], [0.046, 0.029, 0.021], [0.043, 0.027, 0.020], [0.034, 0.021, 0.018]];
/// Where the roots of those fingers are: to the side of the thumb, and ahead of the palm, in metres.
const ROOTS: [(f32, f32); 4] = [(0.026, 0.040), (0.006, 0.044), (-0.014, 0.040), (-0.032, 0.032)];
/// How far each part of a closed finger is bent, in radians.
const BENT: [f32; 3] = [1.35, 1.5, 1.0];
/// How far fingers are bent that do nothing.
const EASE: f32 = 0.22;

/// A hand that holds a controller: fingers bend as trigger and grip are pulled.
pub(super) fn resting(hand: Hand, grip: Isometry3d, trigger: f32, squeeze: f32) -> Joints {
    // The thumb is at the left of a right hand that holds a stick upright.
    let side = if hand == Hand::Right { -1.0 } else { 1.0 };
    let mut joints = [Joint { radius: 0.009, ..default() }; JOINTS];
    let mut put = |at: usize, place: Vec3, radius: f32| {
        joints[at] = Joint {
            pose: Isometry3d::new(grip.rotation * place + Vec3::from(grip.translation), grip.rotation),
            radius,
        };
    };
    put(0, Vec3::ZERO, 0.015);
    put(1, Vec3::new(0.0, 0.0, 0.055), 0.016);
    // The thumb lies along the controller.
    for (at, (along, up)) in [(0.03, 0.0), (0.002, 0.008), (-0.028, 0.012), (-0.05, 0.010)].into_iter().enumerate() {
        put(2 + at, Vec3::new(side * (0.028 + 0.012 * at.min(2) as f32), up, along), 0.011 - 0.001 * at as f32);
    }
    for (finger, ((across, ahead), lengths)) in ROOTS.into_iter().zip(FINGERS).enumerate() {
        let first = 6 + 5 * finger;
        let bend = if finger == 0 { trigger.max(squeeze * 0.6) } else { squeeze }.clamp(0.0, 1.0);
        put(first, Vec3::new(side * across * 0.7, 0.0, 0.02), 0.010);
        let mut place = Vec3::new(side * across, 0.0, -ahead);
        let mut angle = 0.0;
        put(first + 1, place, 0.0095);
        for part in 0..3 {
            angle += BENT[part] * (EASE + (1.0 - EASE) * bend);
            place += Vec3::new(0.0, -angle.sin(), -angle.cos()) * lengths[part];
            put(first + 2 + part, place, 0.0088 - 0.0008 * part as f32);
        }
    }
    joints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tip(hand: Hand, trigger: f32) -> Vec3 {
        resting(hand, Isometry3d::IDENTITY, trigger, 0.0)[10].pose.translation.into()
    }

    #[test]
    fn a_pulled_trigger_bends_the_forefinger() {
        assert!(tip(Hand::Right, 1.0).z > tip(Hand::Right, 0.0).z + 0.03);
    }

    #[test]
    fn the_hands_mirror_each_other() {
        let (left, right) = (tip(Hand::Left, 0.3), tip(Hand::Right, 0.3));
        assert!((left.x + right.x).abs() < 1e-6 && (left.y - right.y).abs() < 1e-6);
    }

    #[test]
    fn every_bone_joins_two_joints_that_there_are() {
        assert!(BONES.iter().all(|(from, to, _)| from != to && *from < JOINTS && *to < JOINTS));
    }
}
