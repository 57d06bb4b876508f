//! Footsteps, as the floor makes them: of the teacher, one for each stride the body has walked, and of students who walk.

use bevy::prelude::*;

use crate::rig::TeacherBody;
use crate::session::ClassroomSession;
use crate::stage::Floor;
use crate::students::Footfall;

use super::desk::Bus;
use super::dice::Dice;
use super::library::{Effect, Effects};
use super::mixer::{Cue, Mixer};

/// Steps on a floor, and how much softer than on a hard one they are, in decibels.
const fn steps_on(floor: Floor) -> ([Effect; 4], f32) {
    match floor {
        Floor::Linoleum => ([Effect::Step1, Effect::Step2, Effect::Step3, Effect::Step4], 0.0),
        Floor::Carpet => ([Effect::StepCarpet1, Effect::StepCarpet2, Effect::StepCarpet3, Effect::StepCarpet4], -6.0),
    }
}

/// Length of a step among desks, in metres.
const STRIDE: f32 = 0.68;
/// Who moves further in a frame did not walk, in metres.
const LEAP: f32 = 1.0;
/// Level of a step, in decibels, and how much steps differ.
const LEVEL: (f32, f32) = (-14.0, 1.5);
/// Level of a student's step, in decibels: they weigh less and wear soft soles.
const STUDENT_LEVEL: f32 = -11.0;
/// How much the pitch of steps differs, as a factor.
const PITCH: f32 = 0.05;

/// How far a body has come since its last step.
#[derive(Debug, Clone, Default)]
pub(super) struct Stride {
    feet: Option<Vec3>,
    walked: f32,
}

impl Stride {
    /// The body is here now. Returns whether a foot has come down.
    fn step(&mut self, feet: Vec3) -> bool {
        let moved = self.feet.replace(feet).map_or(0.0, |before| before.distance(feet));
        if moved > LEAP {
            self.walked = 0.0;
            return false;
        }
        if moved < 1e-4 {
            // Who sets off puts the first foot down sooner.
            self.walked = STRIDE / 2.0;
            return false;
        }
        self.walked += moved;
        if self.walked < STRIDE {
            return false;
        }
        self.walked %= STRIDE;
        true
    }
}

pub(super) fn walk(
    mut mixer: ResMut<Mixer>,
    bodies: Query<&TeacherBody>,
    session: Res<ClassroomSession>,
    effects: Effects,
    mut stride: Local<Stride>,
    mut dice: Local<Dice>,
    mut last: Local<usize>,
) {
    let Ok(body) = bodies.single() else {
        *stride = Stride::default();
        return;
    };
    if !stride.step(body.feet) {
        return;
    }
    let (steps, softer) = steps_on(Floor::of(session.scenario().room.kind));
    *last = dice.other_than(*last, steps.len());
    let Some(clip) = effects.get(steps[*last]) else { return };
    let level = LEVEL.0 + softer + dice.between(-LEVEL.1, LEVEL.1);
    mixer.play(&Cue::new(clip, Bus::Room).level(level).pitch(dice.between(1.0 - PITCH, 1.0 + PITCH)));
}

/// Steps of students, from where their feet are.
pub(super) fn students_walk(
    mut mixer: ResMut<Mixer>,
    mut footfalls: MessageReader<Footfall>,
    session: Res<ClassroomSession>,
    effects: Effects,
    mut dice: Local<Dice>,
    mut last: Local<usize>,
) {
    let (steps, softer) = steps_on(Floor::of(session.scenario().room.kind));
    for Footfall(place) in footfalls.read() {
        *last = dice.other_than(*last, steps.len());
        let Some(clip) = effects.get(steps[*last]) else { continue };
        let level = STUDENT_LEVEL + softer + dice.between(-LEVEL.1, LEVEL.1);
        mixer.play(&Cue::new(clip, Bus::Room).at(*place).level(level).pitch(dice.between(1.05, 1.05 + 2.0 * PITCH)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Steps of a walk of so many metres, so many of them a second, at 60 frames a second.
    fn steps(metres: f32, pace: f32) -> usize {
        let mut stride = Stride::default();
        let frames = (metres / pace * 60.0).round() as usize;
        (0..=frames).filter(|frame| stride.step(Vec3::X * (*frame as f32 * pace / 60.0))).count()
    }

    #[test]
    fn steps_follow_the_distance_not_the_time() {
        assert_eq!(steps(6.8, 1.6), steps(6.8, 0.8));
        assert!((9..=11).contains(&steps(6.8, 1.6)), "{}", steps(6.8, 1.6));
    }

    #[test]
    fn who_stands_or_is_put_elsewhere_makes_no_step() {
        let mut stride = Stride::default();
        assert!((0..600).all(|_| !stride.step(Vec3::ZERO)));
        assert!(!stride.step(Vec3::X * 5.0));
    }
}
