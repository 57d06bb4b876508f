//! What somebody feels, as it shows: over the work for as long as it is felt, and at the teacher for a few seconds.

use proefles_sim::{Affect, Feeling, Reaction};

use super::acts::{Act, Aim, Expression};
use super::arms::Gesture;
use super::clips::Clip;

/// How long a look at the teacher in reaction to something lasts, in seconds.
const LOOK_UP_SECS: f32 = 2.0;
/// How long a good or bad feeling stays on the face, in seconds.
const FEELING_SECS: f32 = 5.0;

/// What somebody feels about the work shows on a face that shows nothing else: a frown, heavy lids, a smile.
pub fn feel(act: &mut Act, affect: &Affect) {
    if act.face.laugh > 0.0 || act.face.angry > 0.0 {
        return;
    }
    let level = affect.level(affect.strongest());
    let face = &mut act.face;
    match affect.strongest() {
        Feeling::Concentration => {}
        Feeling::Confusion => {
            face.brows_up = face.brows_up.max(0.5 * level);
            face.squint = face.squint.max(0.3 * level);
        }
        Feeling::Frustration => {
            face.angry = 0.4 * level;
            face.squint = face.squint.max(0.3 * level);
        }
        Feeling::Boredom => {
            face.bored = face.bored.max(0.7 * level);
            act.slump_rad += 0.05 * level;
        }
        Feeling::Delight => face.smile = face.smile.max(0.6 * level),
    }
}

/// How an answer to the teacher shows, for a few seconds.
pub fn react(act: &mut Act, reaction: Reaction, age_secs: f32) {
    let looks = age_secs < LOOK_UP_SECS;
    let feels = age_secs < FEELING_SECS;
    match reaction {
        Reaction::LooksUp if looks => act.aim = Aim::Teacher,
        Reaction::Complies if looks => {
            act.aim = Aim::Teacher;
            nod(act);
        }
        Reaction::Pleased if feels => {
            act.face = Expression { smile: 0.85, ..Default::default() };
            if looks {
                act.aim = Aim::Teacher;
                nod(act);
            }
        }
        Reaction::Ignores if looks => {
            act.face.bored = act.face.bored.max(0.5);
            hold(act, Gesture::Fold);
        }
        Reaction::AnswersBack if looks => {
            hold(act, Gesture::Shrug);
            act.aim = Aim::Teacher;
            act.speaks = true;
            act.face = Expression { angry: 0.55, ..Default::default() };
        }
        Reaction::Answers if looks => {
            act.aim = Aim::Teacher;
            act.speaks = true;
        }
        Reaction::Hurt if feels => {
            act.aim = Aim::Down;
            act.slump_rad = 0.14;
            hold(act, Gesture::Lap);
            act.face = Expression { sad: 0.8, ..Default::default() };
        }
        _ => {}
    }
}

/// Hands that say something, of whoever sits up.
fn hold(act: &mut Act, hands: Gesture) {
    if act.stands.is_none() && act.clip != Clip::Sleep {
        act.hands = hands;
    }
}

/// A nod is for whoever sits up: not for a hand in the air, nor for a head on the desk.
fn nod(act: &mut Act) {
    if matches!(act.clip, Clip::Idle | Clip::Listen | Clip::Write | Clip::Type) && act.stands.is_none() {
        act.clip = Clip::Nod;
    }
}
