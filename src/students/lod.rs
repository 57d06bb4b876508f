//! Which version of a body is shown: full with a moving face near by, simpler further away.

use bevy::{
    camera::primitives::{Frustum, Sphere},
    math::Vec3,
};

/// Version of a body's meshes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    /// Moving face, eyes and fingers.
    Full,
    /// Whole figure, still face.
    Middle,
    /// Few triangles.
    Far,
}

impl Detail {
    /// The number that ends the names of this version's nodes.
    pub const fn number(self) -> usize {
        self as usize
    }

    /// Smallest time between two poses of a body, in seconds; zero is every frame. Motion far away needs fewer.
    pub const fn pose_secs(self) -> f32 {
        match self {
            Detail::Full => 0.0,
            Detail::Middle => 1.0 / 40.0,
            Detail::Far => 1.0 / 24.0,
        }
    }
}

/// Smallest time between two poses of a body that no eye sees, in seconds: its voice and its place are still needed.
pub const UNSEEN_POSE_SECS: f32 = 0.25;
/// Everything that a body at a place can reach lies within a ball about a point above it, in metres.
const BALL_ABOVE: f32 = 0.9;
const BALL_RADIUS: f32 = 1.2;

/// Whether a body at a place in the room may be seen from any of the eyes.
pub fn may_be_seen<'a>(place: Vec3, mut eyes: impl Iterator<Item = &'a Frustum>) -> bool {
    let ball = Sphere { center: (place + Vec3::Y * BALL_ABOVE).into(), radius: BALL_RADIUS };
    eyes.any(|eye| eye.intersects_sphere(&ball, true))
}

/// Up to which distance from the camera each version is used, in metres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distances {
    /// Full up to here; 0 never shows it.
    pub full: f32,
    /// Middle up to here.
    pub middle: f32,
}

/// A body keeps its version until the distance is past the border by this share, so that nothing flickers there.
const HYSTERESIS: f32 = 0.12;

/// The version for a distance in metres, given the one that is shown now.
pub fn choose(metres: f32, now: Detail, distances: Distances) -> Detail {
    let plain = |metres: f32| {
        if metres < distances.full {
            Detail::Full
        } else if metres < distances.middle {
            Detail::Middle
        } else {
            Detail::Far
        }
    };
    let nearest = plain(metres * (1.0 + HYSTERESIS));
    let furthest = plain(metres * (1.0 - HYSTERESIS));
    now.clamp(furthest.min(nearest), furthest.max(nearest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::camera::{CameraProjection, PerspectiveProjection};
    use bevy::transform::components::{GlobalTransform, Transform};

    #[test]
    fn who_is_behind_all_eyes_is_not_seen() {
        let eye = |to: Vec3| {
            let at = Transform::from_xyz(0.0, 1.6, 0.0).looking_to(to, Vec3::Y);
            PerspectiveProjection::default().compute_frustum(&GlobalTransform::from(at))
        };
        let (ahead, aback) = (eye(Vec3::NEG_Z), eye(Vec3::Z));
        let place = Vec3::new(0.5, 0.0, -3.0);
        assert!(may_be_seen(place, [&ahead].into_iter()));
        assert!(!may_be_seen(place, [&aback].into_iter()));
        assert!(may_be_seen(place, [&aback, &ahead].into_iter()));
        assert!(!may_be_seen(place, [].into_iter()));
    }

    const DISTANCES: Distances = Distances { full: 3.0, middle: 7.0 };

    #[test]
    fn nearer_bodies_have_more_detail() {
        assert_eq!(choose(1.0, Detail::Far, DISTANCES), Detail::Full);
        assert_eq!(choose(5.0, Detail::Far, DISTANCES), Detail::Middle);
        assert_eq!(choose(20.0, Detail::Full, DISTANCES), Detail::Far);
    }

    #[test]
    fn small_steps_at_a_border_change_nothing() {
        for shown in [Detail::Full, Detail::Middle] {
            assert_eq!(choose(2.9, shown, DISTANCES), shown);
            assert_eq!(choose(3.1, shown, DISTANCES), shown);
        }
    }

    #[test]
    fn the_full_version_can_be_left_out() {
        let never = Distances { full: 0.0, middle: 4.0 };
        assert_eq!(choose(0.1, Detail::Full, never), Detail::Middle);
    }
}
