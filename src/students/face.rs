//! What a face shows: expression, blinks and the mouth of somebody who speaks, as strengths of the model's shapes.

use super::acts::{Expression, chance};
use super::lips::VISEMES;

/// Number of shapes of a face.
pub const SHAPES: usize = 17;
const BLINK: usize = 8;
const SMILE: usize = 9;
const LAUGH: usize = 10;
const SAD: usize = 11;
const ANGRY: usize = 12;
const SURPRISE: usize = 13;
const BORED: usize = 14;
const BROWS_UP: usize = 15;
const SQUINT: usize = 16;

/// Sounds of speech in a second.
const SOUNDS_PER_SEC: f32 = 6.5;
/// How long lids take to close and open, in seconds.
const BLINK_SECS: f32 = 0.16;
/// Time in which an expression covers most of its way, in seconds.
const SETTLE_SECS: f32 = 0.22;

/// A face on its way from one expression to another.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Face {
    now: Expression,
    speech: f32,
}

impl Face {
    /// Moves towards an expression for a time in seconds.
    pub fn step(&mut self, goal: &Expression, speaks: bool, secs: f32) {
        let share = 1.0 - (-secs / SETTLE_SECS).exp();
        let near = |now: &mut f32, goal: f32| *now += (goal - *now) * share;
        near(&mut self.now.smile, goal.smile);
        near(&mut self.now.laugh, goal.laugh);
        near(&mut self.now.sad, goal.sad);
        near(&mut self.now.angry, goal.angry);
        near(&mut self.now.surprise, goal.surprise);
        near(&mut self.now.bored, goal.bored);
        near(&mut self.now.brows_up, goal.brows_up);
        near(&mut self.now.squint, goal.squint);
        near(&mut self.speech, f32::from(u8::from(speaks)));
    }

    /// Strengths of the model's shapes now, in its order. `lips` are those of the line that is spoken, if they are known.
    pub fn shapes(&self, seed: u32, secs: f32, lips: Option<[f32; VISEMES]>) -> [f32; SHAPES] {
        let mut shapes = [0.0; SHAPES];
        shapes[SMILE] = self.now.smile;
        shapes[LAUGH] = self.now.laugh;
        shapes[SAD] = self.now.sad;
        shapes[ANGRY] = self.now.angry;
        shapes[SURPRISE] = self.now.surprise;
        shapes[BORED] = self.now.bored;
        shapes[BROWS_UP] = self.now.brows_up;
        shapes[SQUINT] = self.now.squint;
        shapes[BLINK] = blink(seed, secs) * (1.0 - 0.5 * self.now.bored);
        if self.speech > 0.02 {
            let lips = lips.unwrap_or_else(|| by_chance(seed, secs));
            for (shape, strength) in shapes.iter_mut().zip(lips) {
                *shape = strength * self.speech;
            }
            shapes[LAUGH] *= 0.6;
        }
        shapes
    }
}

/// How far the lids are closed, from 0 to 1. Everybody blinks in their own rhythm, every 2.5 to 6 seconds.
fn blink(seed: u32, secs: f32) -> f32 {
    let pace = 2.5 + 3.5 * chance(seed, 51);
    let turn = (secs / pace).max(0.0) as u32;
    let start = pace * (turn as f32 + 0.8 * chance(seed, 0x2000 + turn));
    let through = (secs - start) / BLINK_SECS;
    if (0.0..1.0).contains(&through) { 1.0 - (2.0 * through - 1.0).abs() } else { 0.0 }
}

/// The mouth's shapes in speech whose sounds nobody knows.
fn by_chance(seed: u32, secs: f32) -> [f32; VISEMES] {
    let at = (secs * SOUNDS_PER_SEC).max(0.0);
    let sound = at as u32;
    let through = at - sound as f32;
    let shape = (chance(seed, 0x4000 + sound) * VISEMES as f32) as usize;
    let strength = (through * std::f32::consts::PI).sin() * (0.35 + 0.5 * chance(seed, 0x8000 + sound));
    let mut shapes = [0.0; VISEMES];
    shapes[shape.min(VISEMES - 1)] = strength;
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_blink_but_rarely() {
        let closed = (0..6000).filter(|step| blink(9, *step as f32 * 0.01) > 0.5).count();
        assert!((50..400).contains(&closed), "{closed} of 6000 moments");
    }

    #[test]
    fn strengths_stay_within_bounds() {
        let mut face = Face::default();
        let all = Expression { smile: 1.0, laugh: 1.0, sad: 1.0, angry: 1.0, ..Default::default() };
        for step in 0..2000 {
            face.step(&all, step % 300 < 150, 0.016);
            let shapes = face.shapes(step, step as f32 * 0.016, None);
            assert!(shapes.iter().all(|strength| (0.0..=1.0).contains(strength)), "{shapes:?}");
        }
    }

    #[test]
    fn a_mouth_moves_only_in_speech() {
        let mut face = Face::default();
        face.step(&Expression::default(), false, 1.0);
        assert!(face.shapes(3, 5.0, None)[..VISEMES].iter().all(|strength| *strength == 0.0));
        face.step(&Expression::default(), true, 1.0);
        let open = (0..50).any(|step| face.shapes(3, step as f32 * 0.1, None)[..VISEMES].iter().any(|s| *s > 0.3));
        assert!(open);
        let mut lips = [0.0; VISEMES];
        lips[2] = 0.8;
        assert!(face.shapes(3, 0.0, Some(lips))[2] > 0.7, "what is said is seen");
    }
}
