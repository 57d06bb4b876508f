//! Arms and hands at run time: what they do follows from what a student does, where desk and face are, and how long the
//! arms are. Taken to their places by inverse kinematics after the motion, the chest's turn and the gaze.

mod air;
mod desk;
mod gesture;
mod grip;
mod reach;
#[cfg(test)]
mod sticks;

use bevy::math::{Quat, Vec3};

use crate::stage::DESK_HEIGHT;

use super::{
    acts::chance,
    clips::Body,
    skeleton::{HEAD, Pose},
};

pub use gesture::{EDGE, Gesture, Stance, Thing};
pub use grip::{Bends, FINGER_JOINTS, bends};
pub use reach::{ARMS, hand_axes};

use reach::Reach;

/// Time in which hands go from one gesture to the next, in seconds.
const FADE_SECS: f32 = 0.45;
/// Longest time before hands take up something new, in seconds.
const SLOWEST_START_SECS: f32 = 0.2;
/// Share of students who write with the left hand (one in ten; Papadatou-Pastou and others 2020, doi 10.1037/bul0000229).
const LEFT_HANDED: f32 = 0.106;
/// From the head's joint to between the lips, along the face, in metres.
const LIPS_AHEAD: f32 = 0.095;
/// A hand that goes from above the desk to below it passes so far before the desk's edge, in metres.
const CLEAR_OF_EDGE: f32 = 0.05;

/// What moves the arms of a student now.
#[derive(Debug, Clone)]
pub struct Arms {
    doing: (Gesture, bool),
    waited_secs: f32,
    since_secs: f32,
    fade_secs: f32,
    from: [Option<Reach>; 2],
    last: [Option<Reach>; 2],
    from_fingers: [[Quat; FINGER_JOINTS]; 2],
    tilt_rad: f32,
}

impl Default for Arms {
    fn default() -> Self {
        Self {
            doing: Default::default(),
            waited_secs: 0.0,
            since_secs: 0.0,
            fade_secs: FADE_SECS,
            from: [None; 2],
            last: [None; 2],
            from_fingers: [[Quat::IDENTITY; FINGER_JOINTS]; 2],
            tilt_rad: 0.0,
        }
    }
}

/// What arms are to do, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// What.
    pub gesture: Gesture,
    /// Whether the other one, whom it concerns, sits on the left.
    pub on_left: bool,
    /// Tells students apart.
    pub seed: u32,
    /// Time of the room, in seconds.
    pub now_secs: f32,
    /// Whether fingers are seen.
    pub is_near: bool,
}

impl Arms {
    /// Takes the arms of a pose on by some seconds. `facing` is the head's rotation in the body's space.
    pub fn step(&mut self, pose: &mut Pose, body: &Body, wanted: &Wanted, facing: Quat, secs: f32) {
        self.take_up(pose, wanted, secs);
        let (gesture, on_left) = self.doing;
        if gesture == Gesture::Motion && self.fade_secs >= FADE_SECS {
            self.last = [None; 2];
            self.tilt_rad = 0.0;
            return;
        }
        self.since_secs += secs;
        self.fade_secs += secs;
        let stance = Stance {
            shoulders: ARMS.map(|arm| pose.place(arm.shoulder, &body.offsets)),
            mouth: pose.place(HEAD, &body.offsets) + facing * Vec3::Z * LIPS_AHEAD,
            upper: body.offsets[ARMS[0].elbow].length(),
            fore: body.offsets[ARMS[0].wrist].length(),
            toward: if on_left { 1.0 } else { -1.0 },
            secs: wanted.now_secs * (0.85 + 0.3 * chance(wanted.seed, 0x71)) + 40.0 * chance(wanted.seed, 0x72),
            since_secs: self.since_secs,
            seed: wanted.seed,
        };
        let hands = gesture.hands(&stance, is_left_handed(wanted.seed));
        self.tilt_rad += (hands.tilt_rad - self.tilt_rad) * (1.0 - (-secs / 0.3).exp());
        let share = gesture::eased(self.fade_secs / FADE_SECS);
        for (side, goal) in [hands.left, hands.right].into_iter().enumerate() {
            self.put(pose, body, side, goal, share, wanted.is_near);
        }
    }

    /// How far the head tilts to the left because a hand holds it, in radians.
    pub fn tilt_rad(&self) -> f32 {
        self.tilt_rad
    }

    /// What the writing hand holds.
    pub fn held(&self) -> Option<Thing> {
        // On its way it takes the thing up.
        if self.fade_secs > 0.5 * FADE_SECS { self.doing.0.held(self.since_secs) } else { None }
    }

    /// Whether it throws what it held.
    pub fn lets_go(&self) -> bool {
        self.doing.0 == Gesture::Throw && self.held().is_none()
    }

    fn take_up(&mut self, pose: &Pose, wanted: &Wanted, secs: f32) {
        let next = (wanted.gesture, wanted.on_left);
        if next == self.doing {
            self.waited_secs = 0.0;
            return;
        }
        self.waited_secs += secs;
        if self.waited_secs < SLOWEST_START_SECS * chance(wanted.seed, wanted.now_secs as u32) {
            return;
        }
        self.waited_secs = 0.0;
        self.doing = next;
        self.since_secs = 0.0;
        self.fade_secs = 0.0;
        self.from = self.last;
        for (fingers, arm) in self.from_fingers.iter_mut().zip(ARMS) {
            fingers.copy_from_slice(&pose.rotations[arm.fingers..arm.fingers + FINGER_JOINTS]);
        }
    }

    fn put(&mut self, pose: &mut Pose, body: &Body, side: usize, goal: Option<Reach>, share: f32, is_near: bool) {
        let now = Reach::of(pose, body, side);
        let goal_or_now = goal.unwrap_or(now);
        let mut reach = goal_or_now;
        if share < 1.0 {
            let from = self.from[side].unwrap_or(now);
            reach = from.blend(goal_or_now, share);
            reach.wrist = way(from.wrist, goal_or_now.wrist, share);
        }
        if goal.is_some() || share < 1.0 {
            reach.apply(pose, body, side);
        }
        self.last[side] = Some(reach);
        if is_near && goal.is_some() {
            let at = ARMS[side].fingers;
            let bent = goal_or_now.grip.rotations(&body.rest, &body.bends[side], side);
            for (finger, bent) in bent.into_iter().enumerate() {
                let from = if share < 1.0 { self.from_fingers[side][finger].slerp(bent, share) } else { bent };
                pose.rotations[at + finger] = from;
            }
        }
    }
}

/// Whether somebody writes with the left hand.
pub fn is_left_handed(seed: u32) -> bool {
    chance(seed, 11) < LEFT_HANDED
}

/// Part of the way of a hand: round the desk's edge if it goes from above the desk to below it or back.
fn way(from: Vec3, to: Vec3, share: f32) -> Vec3 {
    let is_under = |at: Vec3| at.y < DESK_HEIGHT && at.z > EDGE - CLEAR_OF_EDGE;
    let is_over = |at: Vec3| at.y >= DESK_HEIGHT && at.z > EDGE - CLEAR_OF_EDGE;
    let crosses = (is_under(from) && is_over(to)) || (is_over(from) && is_under(to));
    if !crosses {
        return from.lerp(to, share);
    }
    let middle = (from + to) * 0.5;
    let by = Vec3::new(middle.x, DESK_HEIGHT, EDGE - CLEAR_OF_EDGE);
    // A parabola that is at `by` half-way.
    from.lerp(to, share) + (by - middle) * 4.0 * share * (1.0 - share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sticks::body;

    const ALL: [Gesture; 37] = [
        Gesture::Rest,
        Gesture::Lap,
        Gesture::Write,
        Gesture::Stuck,
        Gesture::Draw,
        Gesture::Page,
        Gesture::Keys,
        Gesture::OneFinger,
        Gesture::Touch,
        Gesture::Taps,
        Gesture::Browse,
        Gesture::Phone,
        Gesture::UnderDesk,
        Gesture::Chin,
        Gesture::Brow,
        Gesture::Snigger,
        Gesture::Eat,
        Gesture::Drum,
        Gesture::Fidget,
        Gesture::Up,
        Gesture::HalfUp,
        Gesture::Wave,
        Gesture::UpAtScreen,
        Gesture::Talk,
        Gesture::Whisper,
        Gesture::Throw,
        Gesture::Fold,
        Gesture::Poke,
        Gesture::Strike,
        Gesture::Cheer,
        Gesture::Wide,
        Gesture::Shrug,
        Gesture::Board,
        Gesture::Point,
        Gesture::Controllers,
        Gesture::Stretch,
        Gesture::Search,
    ];
    const SIZES: [f32; 3] = [0.78, 1.0, 1.18];
    const STEP_SECS: f32 = 1.0 / 30.0;

    fn wanted(gesture: Gesture, seed: u32, now_secs: f32) -> Wanted {
        Wanted { gesture, on_left: seed.is_multiple_of(2), seed, now_secs, is_near: true }
    }

    /// Wrists of somebody who does one thing for some seconds and then the other, in every frame.
    fn course(size: f32, first: Gesture, then: Gesture, seed: u32) -> Vec<[Vec3; 2]> {
        let body = body(size);
        let mut arms = Arms::default();
        (0..200)
            .map(|frame| {
                let gesture = if frame < 90 { first } else { then };
                let mut pose = body.rest.clone();
                arms.step(
                    &mut pose,
                    &body,
                    &wanted(gesture, seed, frame as f32 * STEP_SECS),
                    Quat::IDENTITY,
                    STEP_SECS,
                );
                assert!(pose.rotations.iter().all(|rotation| rotation.is_finite()), "{gesture:?}");
                ARMS.map(|arm| pose.place(arm.wrist, &body.offsets))
            })
            .collect()
    }

    #[test]
    fn no_hand_jumps_from_one_gesture_to_another() {
        // A thrown ball leaves a hand at some 10 m/s; nothing else is as quick.
        for (at, first) in ALL.into_iter().enumerate() {
            let then = ALL[(at * 7 + 3) % ALL.len()];
            let quick = [first, then].contains(&Gesture::Throw);
            let wrists = course(SIZES[at % 3], first, then, at as u32 + 1);
            for (frame, pair) in wrists.windows(2).enumerate().skip(20) {
                let far = (0..2).map(|side| pair[0][side].distance(pair[1][side])).fold(0.0, f32::max);
                let most = if quick { 0.35 } else { 0.13 };
                assert!(
                    far < most,
                    "{first:?} to {then:?}: {far:.3} m in frame {frame}: {:.3?}",
                    &wrists[frame - 3..frame + 3]
                );
            }
        }
    }

    #[test]
    fn hands_of_any_size_keep_out_of_the_desk() {
        for gesture in ALL {
            for size in SIZES {
                for seed in 0..4 {
                    for wrist in course(size, gesture, gesture, seed).into_iter().skip(30).flatten() {
                        let within = wrist.z > EDGE + 0.02 && wrist.x.abs() < 0.35;
                        let inside = (DESK_HEIGHT - 0.07..DESK_HEIGHT + 0.012).contains(&wrist.y);
                        assert!(!(within && inside), "{gesture:?} at size {size}: {wrist:.3}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_hand_that_goes_below_the_desk_passes_before_its_edge() {
        let (above, below) = (Vec3::new(0.1, DESK_HEIGHT + 0.03, 0.36), Vec3::new(0.05, DESK_HEIGHT - 0.12, 0.23));
        for step in 0..=100 {
            let at = way(above, below, step as f32 / 100.0);
            let inside = at.z > EDGE && (DESK_HEIGHT - 0.03..DESK_HEIGHT).contains(&at.y);
            assert!(!inside, "{at}");
        }
        assert_eq!(way(above, below, 0.0), above);
        assert!(way(above, below, 1.0).distance(below) < 1e-5);
    }

    #[test]
    fn what_must_be_told_apart_has_hands_elsewhere() {
        let place = |gesture| course(1.0, gesture, gesture, 5)[150];
        let apart = |one, other| {
            let (one, other) = (place(one), place(other));
            (0..2).map(|side| one[side].distance(other[side])).fold(0.0, f32::max)
        };
        use Gesture as G;
        for (one, other) in [
            (G::Page, G::Draw),
            (G::Page, G::Fold),
            (G::Draw, G::Fold),
            (G::Write, G::Draw),
            (G::Write, G::Stuck),
            (G::Keys, G::Browse),
            (G::Keys, G::Phone),
            (G::Phone, G::Rest),
            (G::Chin, G::Rest),
            (G::Up, G::HalfUp),
            (G::Eat, G::Snigger),
            (G::Brow, G::Chin),
        ] {
            assert!(apart(one, other) > 0.1, "{one:?} and {other:?} are {:.3} m apart", apart(one, other));
        }
    }

    #[test]
    fn a_raised_hand_is_over_the_head_and_others_are_not() {
        let high = |gesture| {
            let body = body(1.0);
            course(1.0, gesture, gesture, 3)[80].into_iter().map(|wrist| wrist.y).fold(0.0, f32::max)
                - body.rest.place(HEAD, &body.offsets).y
        };
        for gesture in [Gesture::Up, Gesture::Wave, Gesture::UpAtScreen, Gesture::Cheer] {
            assert!(high(gesture) > 0.15, "{gesture:?}: {:.2}", high(gesture));
        }
        for gesture in [Gesture::Rest, Gesture::Write, Gesture::Phone, Gesture::Fold, Gesture::Eat] {
            assert!(high(gesture) < 0.1, "{gesture:?}: {:.2}", high(gesture));
        }
    }

    #[test]
    fn what_hands_take_up_begins_to_show_within_600_ms() {
        for (at, gesture) in ALL.into_iter().enumerate().filter(|(_, gesture)| *gesture != Gesture::Rest) {
            let wrists = course(1.0, Gesture::Rest, gesture, at as u32);
            let (before, after) = (wrists[89], wrists[89 + 18]);
            let moved = (0..2).map(|side| before[side].distance(after[side])).fold(0.0, f32::max);
            assert!(moved > 0.012, "{gesture:?}: only {moved:.3} m in 600 ms");
        }
    }

    #[test]
    fn gestures_do_not_depend_on_how_often_they_are_evaluated() {
        let body = body(1.0);
        let end = |frames: u32| {
            let (mut arms, mut pose) = (Arms::default(), body.rest.clone());
            for frame in 1..=frames {
                pose = body.rest.clone();
                let secs = 4.0 / frames as f32;
                let now = frame as f32 * secs;
                arms.step(&mut pose, &body, &wanted(Gesture::Keys, 2, now), Quat::IDENTITY, secs);
            }
            pose.place(ARMS[0].wrist, &body.offsets)
        };
        assert!(end(20).distance(end(240)) < 1e-3);
    }
}
