//! Standing up: legs straighten under a seated motion, arms hang, and the feet stay on the floor.

use bevy::math::Vec3;

use super::skeleton::{JOINTS, Joint, Pose};

/// Hip, knee, ankle and ball of each leg.
const LEGS: [[Joint; 4]; 2] = [[9, 10, 11, 12], [13, 14, 15, 16]];
/// Shoulder, elbow and wrist of each arm: left, right.
const ARMS: [[Joint; 3]; 2] = [[18, 19, 20], [22, 23, 24]];
/// How far arms hang from the body, sideways and ahead of straight down.
const HANG: (f32, f32) = (0.12, 0.1);

/// Which arms hang.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hanging {
    /// Both.
    #[default]
    Both,
    /// The left one: the right does what the motion says.
    Left,
}

/// Straightens a seated pose by a share from 0, seated, to 1, standing.
pub fn stand(pose: &mut Pose, offsets: &[Vec3; JOINTS.len()], share: f32, hanging: Hanging) {
    if share <= 0.0 {
        return;
    }
    let ankle = pose.place(LEGS[0][2], offsets);
    for [hip, knee, foot, ball] in LEGS {
        let toes = pose.in_body(foot) * offsets[ball];
        pose.swing(hip, offsets[knee], Vec3::NEG_Y, share);
        pose.swing(knee, offsets[foot], Vec3::NEG_Y, share);
        // The foot keeps its tilt on the floor.
        pose.swing(foot, offsets[ball], toes, 1.0);
    }
    for (side, [shoulder, elbow, wrist]) in ARMS.into_iter().enumerate() {
        if side == 1 && hanging == Hanging::Left {
            continue;
        }
        let aside = if side == 0 { HANG.0 } else { -HANG.0 };
        pose.swing(shoulder, offsets[elbow], Vec3::new(aside, -1.0, 0.0), share);
        pose.swing(elbow, offsets[wrist], Vec3::new(0.0, -1.0, HANG.1), share);
    }
    let risen = ankle.y - pose.place(LEGS[0][2], offsets).y;
    pose.pelvis.y += risen;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::students::skeleton::HEAD;
    use bevy::math::Quat;

    /// A body of sticks that sits: thighs ahead, shins down.
    fn seated() -> (Pose, [Vec3; JOINTS.len()]) {
        let mut offsets = [Vec3::ZERO; JOINTS.len()];
        for joint in [2, 3, 4, 5, 6] {
            offsets[joint] = Vec3::Y * 0.12;
        }
        for [hip, knee, foot, ball] in LEGS {
            offsets[hip] = Vec3::new(if hip == 9 { 0.1 } else { -0.1 }, 0.0, 0.0);
            offsets[knee] = Vec3::NEG_Y * 0.4;
            offsets[foot] = Vec3::NEG_Y * 0.4;
            offsets[ball] = Vec3::Z * 0.12;
        }
        for [_, elbow, wrist] in ARMS {
            offsets[elbow] = Vec3::NEG_Y * 0.25;
            offsets[wrist] = Vec3::NEG_Y * 0.22;
        }
        let mut pose = Pose { pelvis: Vec3::new(0.0, 0.5, 0.0), ..Default::default() };
        for [hip, knee, ..] in LEGS {
            pose.turn(hip, Quat::from_rotation_x(-std::f32::consts::FRAC_PI_2));
            pose.turn(knee, Quat::from_rotation_x(std::f32::consts::FRAC_PI_2));
        }
        (pose, offsets)
    }

    #[test]
    fn who_stands_is_taller_by_the_thighs_and_has_the_feet_where_they_were_high() {
        let (mut pose, offsets) = seated();
        let (head, ankle) = (pose.place(HEAD, &offsets).y, pose.place(LEGS[1][2], &offsets).y);
        stand(&mut pose, &offsets, 1.0, Hanging::Both);
        assert!((pose.place(LEGS[1][2], &offsets).y - ankle).abs() < 1e-4);
        assert!((pose.place(HEAD, &offsets).y - head - 0.4).abs() < 1e-3);
        assert!(pose.place(LEGS[0][2], &offsets).z.abs() < 1e-3, "the feet are under the body");
    }

    #[test]
    fn half_way_up_lies_between() {
        let (mut pose, offsets) = seated();
        let sits = pose.place(HEAD, &offsets).y;
        stand(&mut pose, &offsets, 0.5, Hanging::Left);
        let half = pose.place(HEAD, &offsets).y;
        assert!(half > sits + 0.05 && half < sits + 0.38, "{sits} {half}");
    }
}
