//! Bent fingers.

use bevy::math::{Quat, Vec3};

use super::super::skeleton::{JOINTS, Pose};
use super::reach::{ARMS, Grip};

/// Joints of a hand's fingers.
pub const FINGER_JOINTS: usize = 15;
/// How far a finger's three joints bend in a fist, in radians, from the knuckle outwards.
const FIST_RAD: [f32; 3] = [0.96, 1.31, 0.79];
/// How far a thumb's joints turn, in radians.
const THUMB_RAD: [f32; 3] = [0.35, 0.52, 0.52];
/// How far fingers and thumb are bent in the pose of somebody who stands at rest, from which all grips are made.
const AT_REST: (f32, f32) = (0.25, 0.3);

/// The axis about which each finger joint of a hand bends, in the joint's own space.
pub type Bends = [Vec3; FINGER_JOINTS];

/// Reads the axes from the pose of somebody who stands at rest.
pub fn bends(rest: &Pose, offsets: &[Vec3; JOINTS.len()], side: usize) -> Bends {
    let arm = ARMS[side];
    let along = rest.place(arm.middle, offsets) - rest.place(arm.wrist, offsets);
    let across = rest.place(arm.index, offsets) - rest.place(arm.pinky, offsets);
    let hinge = along.cross(across).cross(along).normalize_or(Vec3::X);
    let along = along.normalize_or(Vec3::Z);
    // Left and right are mirror images: the same bend turns the other way.
    let (hinge, along) = if side == 0 { (-hinge, along) } else { (hinge, -along) };
    std::array::from_fn(|at| rest.in_body(arm.fingers + at).inverse() * if at < 3 { along } else { hinge })
}

impl Grip {
    /// Rotations of a hand's finger joints.
    pub fn rotations(&self, rest: &Pose, bends: &Bends, side: usize) -> [Quat; FINGER_JOINTS] {
        std::array::from_fn(|at| {
            let (finger, phalanx) = (at / 3, at % 3);
            let angle = match finger.checked_sub(1) {
                None => (self.thumb - AT_REST.1) * THUMB_RAD[phalanx],
                Some(finger) => (self.fingers[finger] - AT_REST.0) * FIST_RAD[phalanx],
            };
            rest.rotations[ARMS[side].fingers + at] * Quat::from_axis_angle(bends[at], angle)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::students::arms::sticks::body;

    #[test]
    fn a_fist_brings_the_fingertips_to_the_palms_side() {
        let body = body(1.0);
        for (side, arm) in ARMS.into_iter().enumerate() {
            let tip = |bend| {
                let mut pose = body.rest.clone();
                let rotations = Grip::all(bend, 0.3).rotations(&body.rest, &body.bends[side], side);
                pose.rotations[arm.fingers..arm.fingers + FINGER_JOINTS].copy_from_slice(&rotations);
                let hand = pose.in_body(arm.wrist) * body.hand_axes[side];
                hand.inverse() * (pose.place(arm.middle + 2, &body.offsets) - pose.place(arm.wrist, &body.offsets))
            };
            let (open, shut) = (tip(0.0), tip(1.0));
            assert!(shut.y < open.y - 0.01 && shut.z < open.z - 0.01, "side {side}: from {open} to {shut}");
        }
    }

    #[test]
    fn the_grip_of_rest_changes_nothing() {
        let body = body(1.0);
        let rotations = Grip::all(AT_REST.0, AT_REST.1).rotations(&body.rest, &body.bends[1], 1);
        assert_eq!(rotations[..], body.rest.rotations[40..55]);
    }
}
