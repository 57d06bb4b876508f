//! From what was observed to joints and faces: motion with cross-fades, then gaze on top, then into the model.

use bevy::{camera::primitives::Frustum, mesh::morph::MorphWeights, prelude::*};
use proefles_scenario::StudentId;

use crate::{
    app::AppSystems,
    render::{TierSettings, ViewPoint},
    stage::Landmarks,
};

use super::{
    Heads, Speaking, Student,
    acts::{Act, Aim, act, chance},
    arms::{Arms, Gesture, Thing, Wanted},
    bodies::Moves,
    clips::{Body, Clip},
    face::Face,
    gaze::{self, Angles, Turning},
    lod::{self, Detail},
    observe::Observed,
    places::Going,
    skeleton::{
        EYE_L, EYE_R, FIRST_FINGER, HEAD, JOINTS, NECK, PELVIS, Pose, SPINE_02, SPINE_03, UPPERARM_L, UPPERARM_R,
    },
    spawn::{Parts, Shown, set_shapes},
    stand::{Hanging, stand},
};

/// How long one motion fades into the next, in seconds.
const FADE_SECS: f32 = 0.35;
/// Longest time before a student takes up something new, in seconds: a class does not move as one.
const SLOWEST_START_SECS: f32 = 0.2;
/// Time in which gaze takes hold of or lets go of a head, in seconds.
const HOLD_SECS: f32 = 0.25;
/// Time in which somebody gets up or sits down, in seconds.
const RISE_SECS: f32 = 0.25;
/// Time in which steps begin and end, in seconds.
const GAIT_SECS: f32 = 0.15;
/// How far a chest turns at most towards what is looked at, in radians.
const CHEST_LIMIT_RAD: f32 = 0.7;
/// Above the head joint, where the eyes are, in metres.
const EYES_ABOVE_HEAD: f32 = 0.06;
/// Small jumps of the eyes: at most so far, in radians, and so many a second.
const SACCADE_RAD: f32 = 0.05;
const SACCADES_PER_SEC: f32 = 1.6;

/// How a student moves now.
#[derive(Component, Debug, Default)]
pub struct Moving {
    /// The motion alone, before gaze and posture.
    motion: Pose,
    pose: Pose,
    fade_from: Pose,
    fade_secs: f32,
    playing: Option<(Clip, bool)>,
    waiting: Option<((Clip, bool), f32)>,
    clip_secs: f32,
    head: Turning,
    hold: f32,
    chest: f32,
    slump: f32,
    aside: f32,
    arms: Arms,
    risen: f32,
    gait: f32,
    face: Face,
    speaks: bool,
    is_seen: bool,
    due_secs: f32,
    shapes: [f32; super::face::SHAPES],
    fresh: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (choose_detail, pose, write).chain().in_set(AppSystems::Animate));
}

fn choose_detail(
    tier: Res<TierSettings>,
    view: Res<ViewPoint>,
    eyes: Query<&Frustum, With<Camera3d>>,
    mut students: Query<(&Transform, &Parts, &mut Shown, &mut Moving), With<Student>>,
    mut nodes: Query<&mut Visibility, Without<Student>>,
) {
    for (place, parts, mut shown, mut moving) in &mut students {
        moving.is_seen = lod::may_be_seen(place.translation, eyes.iter());
        let metres = (place.translation + Vec3::Y).distance(view.0);
        let detail = lod::choose(metres, shown.0, tier.student_distances);
        if detail == shown.0 {
            continue;
        }
        shown.0 = detail;
        for (number, version) in parts.versions.iter().enumerate() {
            let wanted = if number == detail.number() { Visibility::Inherited } else { Visibility::Hidden };
            for node in version {
                if let Ok(mut visibility) = nodes.get_mut(*node) {
                    visibility.set_if_neq(wanted);
                }
            }
        }
    }
}

fn pose(
    time: Res<Time>,
    view: Res<ViewPoint>,
    landmarks: Res<Landmarks>,
    mut heads: ResMut<Heads>,
    mut speaking: ResMut<Speaking>,
    mut students: Query<(&Student, &Transform, &Observed, &Moves, &Shown, &Going, &mut Moving)>,
) {
    let now_secs = time.elapsed_secs();
    let targets = Targets { teacher: view.0, landmarks: &landmarks, heads: &heads.0 };
    students.par_iter_mut().for_each(|(student, place, observed, moves, shown, going, mut moving)| {
        moving.due_secs += time.delta_secs();
        let pose_secs = if moving.is_seen { shown.0.pose_secs() } else { lod::UNSEEN_POSE_SECS };
        if moving.due_secs < pose_secs && moving.playing.is_some() {
            return;
        }
        let step_secs = std::mem::take(&mut moving.due_secs).min(0.5);
        let mut act = act(&observed.seen, observed.seed, now_secs);
        act.speaks |= now_secs < observed.speaks_until_secs;
        let goal = targets.point(&act, student.id, place);
        moving.step(&moves.0, &act, observed.seed, now_secs, step_secs);
        moving.speaks = act.speaks;
        moving.shapes = moving.face.shapes(observed.seed, now_secs, observed.lips(now_secs));
        moving.walk(&moves.0, &act, going, step_secs);
        let wanted = goal.map(|goal| {
            let eyes = moving.pose.place(HEAD, &moves.0.offsets) + Vec3::Y * EYES_ABOVE_HEAD;
            Angles::of(place.rotation.inverse() * (goal - place.translation) - eyes)
        });
        moving.look(&moves.0, &act, wanted, observed.seed, now_secs, step_secs);
        let may_use_hands = act.stands.is_none() && !going.walks() || !act.hands.is_seated() && !going.walks();
        let hands = Wanted {
            gesture: if may_use_hands { act.hands } else { Gesture::Motion },
            on_left: observed.seen.partner.is_none_or(|(_, on_left)| on_left),
            seed: observed.seed,
            now_secs,
            is_near: moving.is_seen && shown.0 != Detail::Far,
        };
        moving.reach(&moves.0, &hands, step_secs);
        moving.fresh = true;
    });
    for (student, place, _, moves, _, _, moving) in &students {
        if let Some(head) = heads.0.get_mut(student.id.index()) {
            *head = place.transform_point(moving.pose.place(HEAD, &moves.0.offsets) + Vec3::Y * EYES_ABOVE_HEAD);
        }
        if let Some(speaks) = speaking.0.get_mut(student.id.index()) {
            *speaks = moving.speaks;
        }
    }
}

/// What can be looked at.
struct Targets<'a> {
    teacher: Vec3,
    landmarks: &'a Landmarks,
    heads: &'a [Vec3],
}

impl Targets<'_> {
    fn point(&self, act: &Act, student: StudentId, place: &Transform) -> Option<Vec3> {
        let own = |x, y, z| place.transform_point(Vec3::new(x, y, z));
        let head = |of: StudentId| self.heads.get(of.index()).copied();
        match act.aim {
            Aim::Motion => None,
            Aim::Teacher => Some(self.teacher),
            Aim::Board => Some(self.landmarks.board),
            Aim::Desk => Some(own(0.0, 0.80, 0.55)),
            Aim::Down => Some(own(0.05, 0.45, 0.75)),
            Aim::Window => Some(self.landmarks.window + Vec3::Z * (place.translation.z + 0.8)),
            Aim::Student(other) => head(other),
            Aim::DeskOf(other) => head(other).map(|head| head + place.rotation * Vec3::new(0.0, -0.32, 0.42)),
            Aim::Around(number) => Some(self.around(number, student, place)),
        }
    }

    fn around(&self, number: u32, student: StudentId, place: &Transform) -> Vec3 {
        let pick = chance(number, u32::from(student.0) + 900);
        let others = self.heads.len().max(1);
        if pick < 0.55
            && let Some(head) = self.heads.get((pick / 0.55 * others as f32) as usize)
        {
            return *head;
        }
        if pick < 0.7 {
            return self.landmarks.door;
        }
        place.transform_point(Vec3::new((pick - 0.85) * 8.0, 1.0, 1.8))
    }
}

impl Moving {
    /// What the writing hand holds.
    pub fn holds(&self) -> Option<Thing> {
        self.arms.held()
    }

    /// Whether it throws what it held.
    pub fn lets_go(&self) -> bool {
        self.arms.lets_go()
    }

    fn step(&mut self, body: &Body, act: &Act, seed: u32, now_secs: f32, secs: f32) {
        let wanted = (act.clip, act.mirrored);
        match self.playing {
            None => self.begin(body, wanted, seed, true),
            Some(playing) if playing == wanted => self.waiting = None,
            Some(_) => {
                let waited = match self.waiting {
                    Some((same, waited)) if same == wanted => waited + secs,
                    _ => secs,
                };
                self.waiting = Some((wanted, waited));
                if waited >= SLOWEST_START_SECS * chance(seed, now_secs as u32) {
                    self.begin(body, wanted, seed, false);
                }
            }
        }
        let Some((clip, mirrored)) = self.playing else { return };
        self.clip_secs += secs * act.speed;
        let at = self.clip_secs.rem_euclid(body.secs(clip));
        let mut target = body.sample(clip, at);
        if mirrored {
            target = target.mirror();
        }
        self.fade_secs = (self.fade_secs + secs).min(FADE_SECS);
        let share = smooth(self.fade_secs / FADE_SECS);
        self.motion.clone_from(&self.fade_from);
        self.motion.blend(&target, share);
        self.pose.clone_from(&self.motion);
        self.slump += (act.slump_rad - self.slump) * settle(secs, 0.6);
        self.aside += (act.aside_rad - self.aside) * settle(secs, 0.5);
        let lean = Quat::from_rotation_z(-self.aside) * Quat::from_rotation_x(self.slump);
        self.pose.turn(SPINE_02, lean);
        // The arms keep their direction: where the motion has hands on the desk they stay on it.
        for arm in [UPPERARM_L, UPPERARM_R] {
            self.pose.turn(arm, lean.inverse());
        }
        self.face.step(&act.face, act.speaks, secs);
    }

    /// Gets up, and sets one foot before the other, as far as the body has moved.
    fn walk(&mut self, body: &Body, act: &Act, going: &Going, secs: f32) {
        if going.rolls {
            return;
        }
        let upright = act.stands.is_some() || going.walks();
        self.risen += (f32::from(u8::from(upright)) - self.risen) * settle(secs, RISE_SECS);
        if self.risen > 0.01 {
            let hanging = if going.walks() { Hanging::Both } else { act.stands.unwrap_or_default() };
            stand(&mut self.pose, &body.offsets, self.risen, hanging);
        }
        self.gait += (f32::from(u8::from(going.walks())) - self.gait) * settle(secs, GAIT_SECS);
        if self.gait > 0.01 {
            let cycle = body.secs(Clip::Walk);
            let step = body.sample(Clip::Walk, (going.walked / body.stride()).fract() * cycle);
            self.pose.blend(&step, self.gait * self.risen);
        }
    }

    fn begin(&mut self, body: &Body, wanted: (Clip, bool), seed: u32, at_once: bool) {
        self.waiting = None;
        self.playing = Some(wanted);
        self.clip_secs = chance(seed, 60 + wanted.0 as u32) * body.secs(wanted.0);
        self.fade_from.clone_from(&self.motion);
        self.fade_secs = if at_once { FADE_SECS } else { 0.0 };
    }

    /// Takes the hands to where they are wanted.
    fn reach(&mut self, body: &Body, wanted: &Wanted, secs: f32) {
        let facing = self.pose.in_body(HEAD) * body.head_axes;
        self.arms.step(&mut self.pose, body, wanted, facing, secs);
    }

    fn look(&mut self, body: &Body, act: &Act, wanted: Option<Angles>, seed: u32, now_secs: f32, secs: f32) {
        let aside = wanted.map_or(0.0, |wanted| wanted.yaw.clamp(-CHEST_LIMIT_RAD, CHEST_LIMIT_RAD) * act.turn);
        self.chest += (aside - self.chest) * settle(secs, 0.45);
        self.pose.turn(SPINE_02, Quat::from_rotation_y(self.chest * 0.5));
        self.pose.turn(SPINE_03, Quat::from_rotation_y(self.chest * 0.5));

        let facing = |pose: &Pose| pose.in_body(HEAD) * body.head_axes;
        let moved = Angles::of(facing(&self.pose) * Vec3::Z);
        let goal = wanted.map_or(moved, |wanted| gaze::head_goal(wanted, self.chest));
        self.head.step(goal, secs);
        let held = f32::from(u8::from(wanted.is_some()));
        self.hold += (held - self.hold) * settle(secs, HOLD_SECS);
        let there = moved.towards(self.head.at, self.hold);
        let by = |to: Angles| to.rotation() * moved.rotation().inverse();
        let neck = by(moved.towards(there, gaze::NECK_SHARE));
        self.pose.turn(NECK, neck);
        self.pose.turn(HEAD, by(there) * neck.inverse());

        let nose = facing(&self.pose) * Vec3::Z;
        self.pose.turn(HEAD, Quat::from_axis_angle(nose, -self.arms.tilt_rad()));
        let head = facing(&self.pose);
        let mut eyes = wanted.map_or(Angles::default(), |wanted| gaze::eye_goal(wanted, Angles::of(head * Vec3::Z)));
        let jump = (now_secs * SACCADES_PER_SEC + 9.0 * chance(seed, 71)) as u32;
        eyes.yaw += (chance(seed, 0x9000 + jump) - 0.5) * 2.0 * SACCADE_RAD;
        eyes.pitch += (chance(seed, 0xa000 + jump) - 0.5) * SACCADE_RAD;
        let above = self.pose.in_body(HEAD).inverse();
        for (at, eye) in [EYE_L, EYE_R].into_iter().enumerate() {
            self.pose.rotations[eye] = above * head * eyes.rotation() * body.eye_axes[at].inverse();
        }
    }
}

fn settle(secs: f32, time_secs: f32) -> f32 {
    1.0 - (-secs / time_secs).exp()
}

fn smooth(share: f32) -> f32 {
    share * share * (3.0 - 2.0 * share)
}

/// Writes poses to the joints.
pub(super) fn write(
    mut students: Query<(&Parts, &Moves, &Shown, &mut Moving)>,
    mut joints: Query<&mut Transform, Without<Student>>,
    mut faces: Query<&mut MorphWeights>,
) {
    for (parts, moves, shown, mut moving) in &mut students {
        if !std::mem::take(&mut moving.fresh) {
            continue;
        }
        let body = &moves.0;
        let last = if shown.0 == Detail::Far { FIRST_FINGER } else { JOINTS.len() };
        for (at, entity) in parts.joints.iter().enumerate().take(last).skip(PELVIS) {
            let Ok(mut joint) = joints.get_mut(*entity) else { continue };
            joint.rotation = moving.pose.rotations[at];
            joint.translation = body.offsets[at];
            joint.scale = Vec3::ONE;
            if at == PELVIS {
                let root = body.root.rotation.inverse();
                joint.rotation = root * joint.rotation;
                joint.translation = root * (moving.pose.pelvis - body.root.translation);
            }
        }
        if shown.0 == Detail::Full
            && let Some(mut face) = parts.face.and_then(|face| faces.get_mut(face).ok())
        {
            set_shapes(&mut face, &moving.shapes);
        }
    }
}
