//! Two bones and a hand: takes a hand to a place, with the elbow to one side and the palm turned as wanted.
//!
//! The angles at shoulder and elbow follow from the three lengths (law of cosines).

use bevy::math::{Mat3, Quat, Vec3};

use crate::stage::DESK_HEIGHT;

use super::super::{
    clips::Body,
    skeleton::{JOINTS, Joint, Pose},
};
use super::gesture::EDGE;

/// Joints of an arm.
#[derive(Debug, Clone, Copy)]
pub struct Arm {
    /// Shoulder.
    pub shoulder: Joint,
    /// Elbow.
    pub elbow: Joint,
    /// Wrist.
    pub wrist: Joint,
    /// Knuckle of the index finger.
    pub index: Joint,
    /// Knuckle of the middle finger.
    pub middle: Joint,
    /// Knuckle of the little finger.
    pub pinky: Joint,
    /// The first of its fifteen finger joints: thumb, index, middle, ring, little finger, each from the knuckle outwards.
    pub fingers: Joint,
}

/// Both arms: left, right.
pub const ARMS: [Arm; 2] = [
    Arm { shoulder: 18, elbow: 19, wrist: 20, index: 28, middle: 31, pinky: 37, fingers: 25 },
    Arm { shoulder: 22, elbow: 23, wrist: 24, index: 43, middle: 46, pinky: 52, fingers: 40 },
];

/// Longest reach as a share of the arm: a straight elbow snaps.
const STRETCH: f32 = 0.99;
/// How far a hand bends at the wrist at most, in radians.
const WRIST_LIMIT_RAD: f32 = 1.25;
/// Half the thickness of a fore-arm, in metres: its bone keeps so far above the desk.
const ARM_RADIUS: f32 = 0.02;
/// Share of a hand's roll that the fore-arm makes.
const FOREARM_ROLL: f32 = 0.55;

/// Where a hand is, and how it is held, in the body's space.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// Place of the wrist, in metres.
    pub wrist: Vec3,
    /// Point that the elbow keeps to, in metres.
    pub elbow: Vec3,
    /// Direction from the wrist to the knuckles; need not have length 1.
    pub fingers: Vec3,
    /// Direction that the palm faces; need not have length 1.
    pub palm: Vec3,
    /// How fingers are bent.
    pub grip: Grip,
}

/// How far fingers are bent: from 0, straight, to 1, a fist.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grip {
    /// Index, middle, ring and little finger.
    pub fingers: [f32; 4],
    /// The thumb: 0 lies beside the hand.
    pub thumb: f32,
}

impl Grip {
    /// Fingers bent alike.
    pub const fn all(bend: f32, thumb: f32) -> Self {
        Self { fingers: [bend; 4], thumb }
    }
}

impl Reach {
    /// Where a pose has a hand.
    pub fn of(pose: &Pose, body: &Body, side: usize) -> Self {
        let arm = ARMS[side];
        let hand = pose.in_body(arm.wrist) * body.hand_axes[side];
        Self {
            wrist: pose.place(arm.wrist, &body.offsets),
            elbow: pose.place(arm.elbow, &body.offsets),
            fingers: hand * Vec3::Z,
            palm: hand * Vec3::NEG_Y,
            grip: Grip::all(0.25, 0.3),
        }
    }

    /// Seen in a mirror that swaps left and right.
    pub fn mirrored(self) -> Self {
        let flip = |at: Vec3| Vec3::new(-at.x, at.y, at.z);
        Self {
            wrist: flip(self.wrist),
            elbow: flip(self.elbow),
            fingers: flip(self.fingers),
            palm: flip(self.palm),
            grip: self.grip,
        }
    }

    /// Part of the way from one reach to another.
    pub fn blend(self, to: Reach, share: f32) -> Reach {
        let from = self;
        let mix = |a: f32, b: f32| a + (b - a) * share;
        Reach {
            wrist: from.wrist.lerp(to.wrist, share),
            elbow: from.elbow.lerp(to.elbow, share),
            fingers: turned(from.fingers, to.fingers, share),
            palm: turned(from.palm, to.palm, share),
            grip: Grip {
                fingers: std::array::from_fn(|at| mix(from.grip.fingers[at], to.grip.fingers[at])),
                thumb: mix(from.grip.thumb, to.grip.thumb),
            },
        }
    }

    /// Takes the hand of a pose there, or as near as the arm is long. The fingers stay as they are.
    pub fn apply(&self, pose: &mut Pose, body: &Body, side: usize) {
        let (arm, offsets) = (ARMS[side], &body.offsets);
        let shoulder = pose.place(arm.shoulder, offsets);
        let (upper, fore) = (offsets[arm.elbow].length(), offsets[arm.wrist].length());
        let to = within(self.wrist - shoulder, (upper + fore) * STRETCH);
        let far = to.length().max((upper - fore).abs() + 0.01);
        let way = to.normalize_or(Vec3::NEG_Y);
        let along = ((upper * upper + far * far - fore * fore) / (2.0 * far)).clamp(-upper, upper);
        let aside = (upper * upper - along * along).max(0.0).sqrt();
        let bend =
            elbow_clear_of_desk(shoulder, way * far, self.elbow - shoulder, side, |out| way * along + out * aside);
        pose.swing(arm.shoulder, offsets[arm.elbow], bend, 1.0);
        pose.swing(arm.elbow, offsets[arm.wrist], way * far - bend, 1.0);
        self.turn_hand(pose, body, side, (way * far - bend).normalize_or(way));
    }

    fn turn_hand(&self, pose: &mut Pose, body: &Body, side: usize, forearm: Vec3) {
        let arm = ARMS[side];
        let fingers = towards(forearm, self.fingers.normalize_or(forearm), WRIST_LIMIT_RAD);
        let wanted = basis(fingers, self.palm) * body.hand_axes[side].inverse();
        // The bones of a fore-arm roll over each other: the hand does not turn on a fixed stump.
        let bone = body.offsets[arm.wrist].normalize_or(Vec3::Y);
        let turned = pose.in_body(arm.elbow).inverse() * wanted * body.rest.rotations[arm.wrist].inverse();
        let roll = twist(turned, bone) * FOREARM_ROLL;
        pose.rotations[arm.elbow] *= Quat::from_axis_angle(bone, roll);
        pose.rotations[arm.wrist] = pose.in_body(arm.elbow).inverse() * wanted;
    }
}

/// The rotation that takes `z` to the fingers' direction and `-y` to the palm's.
pub fn basis(fingers: Vec3, palm: Vec3) -> Quat {
    let ahead = fingers.normalize_or(Vec3::Z);
    let up = (-palm).reject_from_normalized(ahead).normalize_or(ahead.any_orthonormal_vector());
    Quat::from_mat3(&Mat3::from_cols(up.cross(ahead), up, ahead))
}

/// Axes of a hand in its own joint's space: of [`basis`], from where its knuckles are.
pub fn hand_axes(offsets: &[Vec3; JOINTS.len()], side: usize) -> Quat {
    let arm = ARMS[side];
    let along = offsets[arm.middle].normalize_or(Vec3::Y);
    let across = offsets[arm.index] - offsets[arm.pinky];
    let palm = if side == 0 { along.cross(across) } else { across.cross(along) };
    basis(along, palm)
}

/// Where an elbow goes, from the shoulder: to the side of `pole`, raised outwards as far as it takes to keep the fore-arm
/// out of the desk when the hand is over it. `at` gives the place for a direction across the way to the hand.
fn elbow_clear_of_desk(shoulder: Vec3, hand: Vec3, pole: Vec3, side: usize, at: impl Fn(Vec3) -> Vec3) -> Vec3 {
    let way = hand.normalize_or(Vec3::NEG_Y);
    let across = |to: Vec3| to.reject_from_normalized(way).normalize_or(way.any_orthonormal_vector());
    let (low, high) = (across(pole), across(Vec3::new(if side == 0 { 1.0 } else { -1.0 }, 0.5, -0.1)));
    let raised = |share: f32| at(across(low.lerp(high, share)));
    let wrist = shoulder + hand;
    let is_clear = |elbow: Vec3| fore_arm_is_clear(shoulder + elbow, wrist);
    if wrist.y < DESK_HEIGHT || is_clear(raised(0.0)) {
        return raised(0.0);
    }
    let (mut fails, mut clears) = (0.0, 1.0);
    for _ in 0..6 {
        let half = 0.5 * (fails + clears);
        if is_clear(raised(half)) { clears = half } else { fails = half }
    }
    raised(clears)
}

/// Whether a fore-arm passes over the desk's edge and not through it.
fn fore_arm_is_clear(elbow: Vec3, wrist: Vec3) -> bool {
    if elbow.z >= EDGE {
        return elbow.y > DESK_HEIGHT + ARM_RADIUS;
    }
    if wrist.z <= EDGE {
        return true;
    }
    let over_edge = elbow.lerp(wrist, (EDGE - elbow.z) / (wrist.z - elbow.z));
    over_edge.y > DESK_HEIGHT + ARM_RADIUS
}

/// A way from the shoulder that is at most so long: what is too far off lies nearer at the same height, if that is enough.
fn within(way: Vec3, longest: f32) -> Vec3 {
    if way.length() <= longest {
        return way;
    }
    let straight = way.normalize_or_zero() * longest;
    let level = (longest * longest - way.y * way.y).max(0.0).sqrt();
    let flat = Vec3::new(way.x, 0.0, way.z).normalize_or_zero() * level;
    // High up or far down there is nothing level to reach along.
    let share = ((level / longest - 0.2) / 0.4).clamp(0.0, 1.0);
    straight.lerp(flat.with_y(way.y), share)
}

/// A direction, at most so far from another, in radians. Both have length 1.
fn towards(from: Vec3, to: Vec3, most: f32) -> Vec3 {
    let angle = from.angle_between(to);
    if angle <= most {
        return to;
    }
    let axis = from.cross(to).normalize_or(from.any_orthonormal_vector());
    Quat::from_axis_angle(axis, most) * from
}

/// Part of the way from one direction to another, round the shorter side.
fn turned(from: Vec3, to: Vec3, share: f32) -> Vec3 {
    let (from, to) = (from.normalize_or(Vec3::Z), to.normalize_or(Vec3::Z));
    let axis = from.cross(to).normalize_or(from.any_orthonormal_vector());
    Quat::from_axis_angle(axis, from.angle_between(to) * share) * from
}

/// How far a rotation turns about an axis, in radians, from -π to π.
fn twist(rotation: Quat, axis: Vec3) -> f32 {
    let about = Vec3::new(rotation.x, rotation.y, rotation.z).dot(axis);
    let angle = 2.0 * about.atan2(rotation.w);
    (angle + std::f32::consts::PI).rem_euclid(std::f32::consts::TAU) - std::f32::consts::PI
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::students::arms::sticks::body;

    fn reach(wrist: Vec3) -> Reach {
        Reach {
            wrist,
            elbow: Vec3::new(0.6, 0.4, -0.2),
            fingers: Vec3::Z,
            palm: Vec3::NEG_Y,
            grip: Grip::all(0.3, 0.0),
        }
    }

    #[test]
    fn a_hand_goes_where_it_is_wanted_and_faces_as_wanted() {
        let body = body(1.0);
        for wrist in [Vec3::new(0.15, 0.75, 0.35), Vec3::new(0.05, 1.1, 0.2), Vec3::new(0.2, 0.6, 0.1)] {
            let mut pose = body.rest.clone();
            reach(wrist).apply(&mut pose, &body, 0);
            let got = Reach::of(&pose, &body, 0);
            assert!(got.wrist.distance(wrist) < 1e-3, "{} for {wrist}", got.wrist);
            assert!(got.palm.dot(Vec3::NEG_Y) > 0.75, "the palm faces {}", got.palm);
        }
    }

    #[test]
    fn what_is_too_far_off_is_reached_for_at_its_height() {
        let body = body(1.0);
        let mut pose = body.rest.clone();
        reach(Vec3::new(0.2, 0.8, 3.0)).apply(&mut pose, &body, 0);
        let got = Reach::of(&pose, &body, 0).wrist;
        assert!((got.y - 0.8).abs() < 1e-3 && got.z > 0.2, "{got}");
        assert!(pose.rotations.iter().all(|rotation| rotation.is_finite()));
    }

    #[test]
    fn a_place_in_the_shoulder_itself_breaks_nothing() {
        let body = body(0.8);
        for side in [0, 1] {
            let mut pose = body.rest.clone();
            let shoulder = pose.place(ARMS[side].shoulder, &body.offsets);
            Reach { elbow: shoulder, ..reach(shoulder) }.apply(&mut pose, &body, side);
            assert!(pose.rotations.iter().all(|rotation| rotation.is_finite()));
        }
    }

    #[test]
    fn an_elbow_points_to_its_side() {
        let body = body(1.0);
        let mut pose = body.rest.clone();
        reach(Vec3::new(0.15, 0.8, 0.3)).apply(&mut pose, &body, 0);
        let (shoulder, elbow) = (pose.place(18, &body.offsets), pose.place(19, &body.offsets));
        assert!(elbow.x > shoulder.x && elbow.y < shoulder.y, "{elbow}");
    }

    #[test]
    fn mirroring_twice_changes_nothing() {
        let one = reach(Vec3::new(0.1, 0.8, 0.3));
        assert_ne!(one.mirrored(), one);
        assert_eq!(one.mirrored().mirrored(), one);
    }

    #[test]
    fn what_a_reach_reads_it_makes_again() {
        let body = body(1.0);
        for side in [0, 1] {
            let read = Reach::of(&body.rest, &body, side);
            let mut pose = body.rest.clone();
            read.apply(&mut pose, &body, side);
            let again = Reach::of(&pose, &body, side);
            assert!(again.wrist.distance(read.wrist) < 0.01, "{} {}", again.wrist, read.wrist);
            assert!(again.fingers.dot(read.fingers) > 0.98);
        }
    }
}
