//! The joints that every student body shares, and poses over them.
//!
//! A pose keeps the pelvis in the body's own space (y up, facing `+z`, left is `+x`) and every other joint relative to
//! its parent, so poses of different clips blend joint by joint and can be mirrored left to right.

use bevy::math::{Quat, Vec3};

/// Joint of the shared skeleton: an index into [`JOINTS`].
pub type Joint = usize;

/// Name and parent of each joint, parents first. The first has no parent and never moves.
pub const JOINTS: [(&str, Joint); 55] = [
    ("Root", 0),
    ("pelvis", 0),
    ("spine_01", 1),
    ("spine_02", 2),
    ("spine_03", 3),
    ("neck_01", 4),
    ("head", 5),
    ("eye_l", 6),
    ("eye_r", 6),
    ("thigh_l", 1),
    ("calf_l", 9),
    ("foot_l", 10),
    ("ball_l", 11),
    ("thigh_r", 1),
    ("calf_r", 13),
    ("foot_r", 14),
    ("ball_r", 15),
    ("clavicle_l", 4),
    ("upperarm_l", 17),
    ("lowerarm_l", 18),
    ("hand_l", 19),
    ("clavicle_r", 4),
    ("upperarm_r", 21),
    ("lowerarm_r", 22),
    ("hand_r", 23),
    ("thumb_01_l", 20),
    ("thumb_02_l", 25),
    ("thumb_03_l", 26),
    ("index_01_l", 20),
    ("index_02_l", 28),
    ("index_03_l", 29),
    ("middle_01_l", 20),
    ("middle_02_l", 31),
    ("middle_03_l", 32),
    ("ring_01_l", 20),
    ("ring_02_l", 34),
    ("ring_03_l", 35),
    ("pinky_01_l", 20),
    ("pinky_02_l", 37),
    ("pinky_03_l", 38),
    ("thumb_01_r", 24),
    ("thumb_02_r", 40),
    ("thumb_03_r", 41),
    ("index_01_r", 24),
    ("index_02_r", 43),
    ("index_03_r", 44),
    ("middle_01_r", 24),
    ("middle_02_r", 46),
    ("middle_03_r", 47),
    ("ring_01_r", 24),
    ("ring_02_r", 49),
    ("ring_03_r", 50),
    ("pinky_01_r", 24),
    ("pinky_02_r", 52),
    ("pinky_03_r", 53),
];

/// Root of the body, above the pelvis.
pub const ROOT: Joint = 0;
/// Pelvis.
pub const PELVIS: Joint = 1;
/// Middle of the spine.
pub const SPINE_02: Joint = 3;
/// Chest.
pub const SPINE_03: Joint = 4;
/// Neck.
pub const NECK: Joint = 5;
/// Head.
pub const HEAD: Joint = 6;
/// Left eye.
pub const EYE_L: Joint = 7;
/// Right eye.
pub const EYE_R: Joint = 8;
/// Left upper arm, at the shoulder.
pub const UPPERARM_L: Joint = 18;
/// Right upper arm, at the shoulder.
pub const UPPERARM_R: Joint = 22;
/// The first of the finger joints, which distant bodies leave still.
pub const FIRST_FINGER: Joint = 25;

/// The joint of that name.
pub fn joint(name: &str) -> Option<Joint> {
    JOINTS.iter().position(|(known, _)| *known == name)
}

/// The joint on the other side of the body; itself for those in the middle.
pub fn opposite(joint: Joint) -> Joint {
    match joint {
        EYE_L => EYE_R,
        EYE_R => EYE_L,
        9..=12 | 17..=20 => joint + 4,
        13..=16 | 21..=24 => joint - 4,
        25..=39 => joint + 15,
        40..=54 => joint - 15,
        middle => middle,
    }
}

/// A rotation seen in a mirror that swaps left and right. Joints of this skeleton have their local `x` across the body.
pub fn mirrored(rotation: Quat) -> Quat {
    Quat::from_xyzw(rotation.x, -rotation.y, -rotation.z, rotation.w)
}

/// Where every joint is.
#[derive(Debug, Clone, PartialEq)]
pub struct Pose {
    /// Middle of the pelvis in the body's space, in metres.
    pub pelvis: Vec3,
    /// Rotation of the pelvis in the body's space, and of every other joint relative to its parent.
    pub rotations: [Quat; JOINTS.len()],
}

impl Default for Pose {
    fn default() -> Self {
        Self { pelvis: Vec3::ZERO, rotations: [Quat::IDENTITY; JOINTS.len()] }
    }
}

impl Pose {
    /// Moves this pose towards another, by a share from 0 to 1.
    pub fn blend(&mut self, other: &Pose, share: f32) {
        if share >= 1.0 {
            self.clone_from(other);
        } else if share > 0.0 {
            self.pelvis = self.pelvis.lerp(other.pelvis, share);
            for (mine, theirs) in self.rotations.iter_mut().zip(&other.rotations) {
                *mine = nlerp(*mine, *theirs, share);
            }
        }
    }

    /// The same pose with left and right swapped.
    pub fn mirror(&self) -> Pose {
        let mut turned = self.clone();
        turned.pelvis.x = -self.pelvis.x;
        for (at, rotation) in self.rotations.iter().enumerate() {
            turned.rotations[opposite(at)] = mirrored(*rotation);
        }
        turned.rotations[ROOT] = self.rotations[ROOT];
        turned
    }

    /// Rotation of a joint in the body's space.
    pub fn in_body(&self, joint: Joint) -> Quat {
        let mut rotation = self.rotations[joint];
        let mut at = joint;
        while at != PELVIS && at != ROOT {
            at = JOINTS[at].1;
            rotation = self.rotations[at] * rotation;
        }
        rotation
    }

    /// Turns a joint, and with it everything that hangs from it, by a rotation given in the body's space.
    pub fn turn(&mut self, joint: Joint, by: Quat) {
        let above = if joint == PELVIS { Quat::IDENTITY } else { self.in_body(JOINTS[joint].1) };
        self.rotations[joint] = above.inverse() * by * above * self.rotations[joint];
    }

    /// Turns a joint so that the bone to the next, given in the joint's space, points a share of the way to a direction in the
    /// body's space.
    pub fn swing(&mut self, joint: Joint, bone: Vec3, to: Vec3, share: f32) {
        let (now, to) = ((self.in_body(joint) * bone).normalize_or_zero(), to.normalize_or_zero());
        if now != Vec3::ZERO && to != Vec3::ZERO {
            let arc = Quat::from_rotation_arc(now, to);
            self.turn(joint, Quat::IDENTITY.slerp(arc, share));
        }
    }

    /// Place of a joint in the body's space, for a body with these offsets of each joint from its parent.
    pub fn place(&self, joint: Joint, offsets: &[Vec3; JOINTS.len()]) -> Vec3 {
        if joint == PELVIS || joint == ROOT {
            return self.pelvis;
        }
        let parent = JOINTS[joint].1;
        self.place(parent, offsets) + self.in_body(parent) * offsets[joint]
    }
}

/// Normalised linear blend on the shorter way round: as good as a spherical one between neighbouring frames.
fn nlerp(from: Quat, to: Quat, share: f32) -> Quat {
    let to = if from.dot(to) < 0.0 { -to } else { to };
    (from * (1.0 - share) + to * share).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_come_first_and_opposites_pair_up() {
        for (at, (name, parent)) in JOINTS.iter().enumerate() {
            assert!(*parent < at || at == ROOT, "{name}");
            assert_eq!(opposite(opposite(at)), at, "{name}");
            let other = JOINTS[opposite(at)].0;
            let expected = match name.strip_suffix("_l") {
                Some(stem) => format!("{stem}_r"),
                None => match name.strip_suffix("_r") {
                    Some(stem) => format!("{stem}_l"),
                    None => (*name).to_owned(),
                },
            };
            assert_eq!(other, expected);
        }
    }

    #[test]
    fn named_joints_are_those_of_the_table() {
        let named = [("pelvis", PELVIS), ("head", HEAD), ("upperarm_l", UPPERARM_L), ("upperarm_r", UPPERARM_R)];
        for (name, at) in named {
            assert_eq!(joint(name), Some(at), "{name}");
        }
    }

    #[test]
    fn mirroring_twice_changes_nothing() {
        let mut pose = Pose { pelvis: Vec3::new(0.1, 0.5, 0.2), ..Default::default() };
        pose.rotations[FIRST_FINGER] = Quat::from_rotation_y(0.4);
        pose.rotations[HEAD] = Quat::from_rotation_z(-0.3);
        assert_ne!(pose.mirror(), pose);
        assert_eq!(pose.mirror().mirror(), pose);
    }

    #[test]
    fn turning_a_joint_turns_it_in_the_bodys_space() {
        let mut pose = Pose::default();
        pose.rotations[PELVIS] = Quat::from_rotation_x(0.7);
        pose.rotations[SPINE_02] = Quat::from_rotation_z(0.2);
        let before = pose.in_body(HEAD);
        let by = Quat::from_rotation_y(0.5);
        pose.turn(SPINE_03, by);
        assert!(pose.in_body(HEAD).angle_between(by * before) < 1e-5);
    }

    #[test]
    fn blending_goes_from_one_pose_to_the_other() {
        let mut pose = Pose::default();
        let mut other = Pose::default();
        other.rotations[HEAD] = Quat::from_rotation_x(1.0);
        pose.blend(&other, 0.5);
        assert!((pose.rotations[HEAD].angle_between(Quat::IDENTITY) - 0.5).abs() < 0.01);
        pose.blend(&other, 1.0);
        assert_eq!(pose, other);
    }
}
