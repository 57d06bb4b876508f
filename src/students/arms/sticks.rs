//! A body of sticks for tests: it sits, arms down, with bones as long as those of somebody of that size.

use bevy::math::{Quat, Vec3};

use super::super::{
    clips::Body,
    skeleton::{JOINTS, Pose},
};
use super::reach::ARMS;

/// A body that is so many times as large as a twelve-year-old's.
pub fn body(size: f32) -> Body {
    let mut offsets = [Vec3::ZERO; JOINTS.len()];
    for joint in [2, 3, 4, 5, 6] {
        offsets[joint] = Vec3::Y * 0.11 * size;
    }
    for (joint, aside) in [(9, 0.09), (13, -0.09)] {
        offsets[joint] = Vec3::X * aside * size;
        offsets[joint + 1] = Vec3::NEG_Y * 0.36 * size;
        offsets[joint + 2] = Vec3::NEG_Y * 0.34 * size;
        offsets[joint + 3] = Vec3::Z * 0.1 * size;
    }
    for (arm, out) in ARMS.into_iter().zip([1.0, -1.0]) {
        offsets[arm.shoulder - 1] = Vec3::new(0.02 * out, 0.06, 0.0) * size;
        offsets[arm.shoulder] = Vec3::new(0.12 * out, 0.0, 0.0) * size;
        offsets[arm.elbow] = Vec3::NEG_Y * 0.24 * size;
        offsets[arm.wrist] = Vec3::NEG_Y * 0.21 * size;
        for finger in 0..5 {
            // Palms face the body: thumbs are ahead.
            let knuckle = if finger == 0 {
                Vec3::new(0.0, -0.03, 0.03)
            } else {
                Vec3::new(0.0, -0.08, 0.045 - 0.02 * finger as f32)
            };
            offsets[arm.fingers + 3 * finger] = knuckle * size;
            offsets[arm.fingers + 3 * finger + 1] = Vec3::NEG_Y * 0.035 * size;
            offsets[arm.fingers + 3 * finger + 2] = Vec3::NEG_Y * 0.022 * size;
        }
    }
    let mut rest = Pose { pelvis: Vec3::Y * (0.43 + 0.08 * size), ..Default::default() };
    for hip in [9, 13] {
        rest.turn(hip, Quat::from_rotation_x(-std::f32::consts::FRAC_PI_2));
        rest.turn(hip + 1, Quat::from_rotation_x(std::f32::consts::FRAC_PI_2));
    }
    Body::of(rest, offsets)
}
