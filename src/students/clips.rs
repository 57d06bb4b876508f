//! The recorded motions of a body as tables of poses, read once from its glTF clips.

use bevy::{
    animation::{AnimationTargetId, animated_field},
    math::{Quat, Vec3},
    prelude::*,
};

use super::{
    arms::{Bends, bends, hand_axes},
    skeleton::{EYE_L, EYE_R, HEAD, JOINTS, PELVIS, Pose, ROOT},
};

/// A motion that every body knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clip {
    /// Sits, hands on the desk.
    Idle,
    /// Sits up, arms folded on the desk.
    Listen,
    /// Writes on paper.
    Write,
    /// Types.
    Type,
    /// Raises a hand and lowers it.
    RaiseHand,
    /// Thumbs a phone below the desk.
    Phone,
    /// Talks to whoever sits to the left.
    Talk,
    /// Laughs.
    Laugh,
    /// Head on the desk.
    Sleep,
    /// Nods.
    Nod,
    /// Shakes the head.
    Shake,
    /// Throws something.
    Throw,
    /// Walks on the spot.
    Walk,
}

impl Clip {
    /// Every motion.
    pub const ALL: [Clip; 13] = [
        Clip::Idle,
        Clip::Listen,
        Clip::Write,
        Clip::Type,
        Clip::RaiseHand,
        Clip::Phone,
        Clip::Talk,
        Clip::Laugh,
        Clip::Sleep,
        Clip::Nod,
        Clip::Shake,
        Clip::Throw,
        Clip::Walk,
    ];

    /// Its name in the model file.
    pub const fn name(self) -> &'static str {
        match self {
            Clip::Idle => "idle",
            Clip::Listen => "listen",
            Clip::Write => "write",
            Clip::Type => "type",
            Clip::RaiseHand => "raise_hand",
            Clip::Phone => "phone",
            Clip::Talk => "talk",
            Clip::Laugh => "laugh",
            Clip::Sleep => "sleep",
            Clip::Nod => "nod",
            Clip::Shake => "shake",
            Clip::Throw => "throw",
            Clip::Walk => "walk",
        }
    }
}

/// Frames a second that the clips were recorded with.
const FPS: f32 = 10.0;
/// How far a round of walking carries in parts of the leg's length: the thighs swing 26 degrees to either side, which makes
/// four sines of it.
const STRIDE_LEGS: f32 = 1.75;
/// The joints at the ends of a thigh and of a shin.
const KNEE: usize = 10;
const ANKLE: usize = 11;
/// The clip whose last frame stands upright, from which a body's forward directions are read.
const UPRIGHT: &str = "stand";

/// One motion of one body.
#[derive(Debug, Clone, Default)]
struct Table {
    frames: Vec<Pose>,
}

/// Everything that is particular to one body model: its motions and measures.
#[derive(Debug, Clone)]
pub struct Body {
    tables: Vec<Table>,
    /// Offset of each joint from its parent, in metres.
    pub offsets: [Vec3; JOINTS.len()],
    /// Rotation of the root joint in the body's space.
    pub root: Transform,
    /// Where the head's own axes point when the body stands upright: the inverse of its rotation then.
    pub head_axes: Quat,
    /// The same for the left and the right eye.
    pub eye_axes: [Quat; 2],
    /// Standing upright, arms at the sides.
    pub rest: Pose,
    /// Axes of the left and the right hand in their own joints' space.
    pub hand_axes: [Quat; 2],
    /// Axes about which the fingers of both hands bend.
    pub bends: [Bends; 2],
}

/// What is missing from a model file that should hold a student's body.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// A clip.
    #[error("the model has no clip \"{0}\"")]
    NoClip(&'static str),
    /// A joint in a clip.
    #[error("the clip \"{clip}\" does not move the joint \"{joint}\"")]
    NoJoint {
        /// Which clip.
        clip: &'static str,
        /// Which joint.
        joint: &'static str,
    },
}

impl Body {
    /// Reads a body from its clips.
    ///
    /// # Errors
    /// [`BodyError`] if a clip or a joint is missing.
    pub fn read<'a>(rig: &Name, clip: impl Fn(&str) -> Option<&'a AnimationClip>) -> Result<Body, BodyError> {
        let targets = targets(rig);
        let upright = clip(UPRIGHT).ok_or(BodyError::NoClip(UPRIGHT))?;
        let end = upright.duration();
        let root = Transform {
            translation: translation(upright, &targets, ROOT, end).ok_or(missing(UPRIGHT, ROOT))?,
            rotation: rotation(upright, &targets, ROOT, end).ok_or(missing(UPRIGHT, ROOT))?,
            scale: Vec3::ONE,
        };
        let standing = pose(UPRIGHT, upright, &targets, &root, end)?;
        let mut offsets = [Vec3::ZERO; JOINTS.len()];
        for (at, offset) in offsets.iter_mut().enumerate() {
            *offset = translation(upright, &targets, at, end).ok_or(missing(UPRIGHT, at))?;
        }
        let mut tables = Vec::with_capacity(Clip::ALL.len());
        for motion in Clip::ALL {
            let name = motion.name();
            let found = clip(name).ok_or(BodyError::NoClip(name))?;
            tables.push(table(name, found, &targets, &root)?);
        }
        Ok(Body { tables, root, ..Body::of(standing, offsets) })
    }

    /// A body without motions, by its pose at rest and the offsets of its joints.
    pub fn of(rest: Pose, offsets: [Vec3; JOINTS.len()]) -> Body {
        let axes = |joint| rest.in_body(joint).inverse();
        Body {
            tables: Vec::new(),
            offsets,
            root: Transform::IDENTITY,
            head_axes: axes(HEAD),
            eye_axes: [axes(EYE_L), axes(EYE_R)],
            hand_axes: [0, 1].map(|side| hand_axes(&offsets, side)),
            bends: [0, 1].map(|side| bends(&rest, &offsets, side)),
            rest,
        }
    }

    /// Length of a motion in seconds.
    pub fn secs(&self, clip: Clip) -> f32 {
        (self.tables[clip as usize].frames.len().saturating_sub(1)).max(1) as f32 / FPS
    }

    /// How far one round of the walking motion carries, a step left and a step right, in metres.
    pub fn stride(&self) -> f32 {
        STRIDE_LEGS * (self.offsets[KNEE].length() + self.offsets[ANKLE].length())
    }

    /// The pose of a motion at a time in seconds, which must lie within it (later times hold the last frame).
    pub fn sample(&self, clip: Clip, secs: f32) -> Pose {
        let frames = &self.tables[clip as usize].frames;
        let at = (secs.max(0.0) * FPS).min(frames.len().saturating_sub(1) as f32);
        let first = at as usize;
        let mut pose = frames[first].clone();
        if let Some(next) = frames.get(first + 1) {
            pose.blend(next, at - first as f32);
        }
        pose
    }
}

fn missing(clip: &'static str, joint: usize) -> BodyError {
    BodyError::NoJoint { clip, joint: JOINTS[joint].0 }
}

/// The loader names a joint by the path of names from the model's first node down to it.
fn targets(rig: &Name) -> Vec<AnimationTargetId> {
    let mut paths: Vec<Vec<Name>> = Vec::with_capacity(JOINTS.len());
    for (at, (name, parent)) in JOINTS.iter().enumerate() {
        let mut path = if at == ROOT { vec![rig.clone()] } else { paths[*parent].clone() };
        path.push(Name::new(*name));
        paths.push(path);
    }
    paths.iter().map(|path| AnimationTargetId::from_names(path.iter())).collect()
}

fn table(
    name: &'static str,
    clip: &AnimationClip,
    targets: &[AnimationTargetId],
    root: &Transform,
) -> Result<Table, BodyError> {
    let last = (clip.duration() * FPS).round() as usize;
    let mut frames = Vec::with_capacity(last + 1);
    for frame in 0..=last {
        frames.push(pose(name, clip, targets, root, frame as f32 / FPS)?);
    }
    Ok(Table { frames })
}

fn pose(
    name: &'static str,
    clip: &AnimationClip,
    targets: &[AnimationTargetId],
    root: &Transform,
    secs: f32,
) -> Result<Pose, BodyError> {
    let mut pose = Pose::default();
    for (at, slot) in pose.rotations.iter_mut().enumerate() {
        *slot = rotation(clip, targets, at, secs).ok_or(missing(name, at))?;
    }
    pose.rotations[PELVIS] = root.rotation * pose.rotations[PELVIS];
    let pelvis = translation(clip, targets, PELVIS, secs).ok_or(missing(name, PELVIS))?;
    pose.pelvis = root.transform_point(pelvis);
    Ok(pose)
}

fn rotation(clip: &AnimationClip, targets: &[AnimationTargetId], joint: usize, secs: f32) -> Option<Quat> {
    clip.sample_clamped(animated_field!(Transform::rotation), targets[joint], secs)
}

fn translation(clip: &AnimationClip, targets: &[AnimationTargetId], joint: usize, secs: f32) -> Option<Vec3> {
    clip.sample_clamped(animated_field!(Transform::translation), targets[joint], secs)
}
