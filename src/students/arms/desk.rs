//! Gestures of hands at a desk. Places are from the chair: see [`Stance`].

use bevy::math::Vec3;

use crate::stage::DESK_HEIGHT;

use super::gesture::{Hands, Stance, bump, eased};
use super::reach::{Grip, Reach};

/// A flat hand.
const FLAT: Grip = Grip::all(0.05, -0.3);
/// A hand that rests.
const LOOSE: Grip = Grip::all(0.2, -0.2);
/// Three fingers about a pen.
const PEN: Grip = Grip { fingers: [0.45, 0.5, 0.65, 0.7], thumb: 0.5 };
/// One finger out.
const FINGER: Grip = Grip { fingers: [0.1, 0.55, 0.65, 0.7], thumb: 0.2 };
/// A phone between fingers and thumb.
const PHONE: Grip = Grip { fingers: [0.5; 4], thumb: 0.3 };
/// Knuckles under a chin.
const CHIN: Grip = Grip { fingers: [0.5, 0.6, 0.65, 0.7], thumb: 0.2 };
/// How long somebody rests the hands in one way, in seconds.
const REST_SECS: f32 = 19.0;

/// Hands at rest, held in another way every while.
pub fn rest(at: &Stance) -> Hands {
    at.in_turns(REST_SECS, 0x51, |pick| held_at_rest(at, pick))
}

fn held_at_rest(at: &Stance, pick: f32) -> Hands {
    if pick < 0.36 {
        // Fore-arms folded on the desk.
        Hands::both(at.on_desk(0, 0.09, 0.36, 0.0, 1.3, LOOSE), at.on_desk(1, 0.08, 0.42, 0.014, 1.3, LOOSE))
    } else if pick < 0.66 {
        // One hand in the other.
        Hands::both(
            at.on_desk(0, 0.075, 0.36, 0.0, 0.9, Grip::all(0.45, 0.2)),
            at.on_desk(1, 0.075, 0.375, 0.02, 0.9, Grip::all(0.5, 0.2)),
        )
    } else {
        Hands::both(at.on_desk(0, 0.14, 0.38, 0.0, 0.35, FLAT), at.on_desk(1, 0.13, 0.36, 0.0, 0.6, LOOSE))
    }
}

/// Hands in the lap.
pub fn lap(at: &Stance) -> Hands {
    let lie = |side: usize, ahead: f32| {
        let out = Stance::out(side);
        Reach {
            wrist: Vec3::new(out * 0.075, DESK_HEIGHT - 0.095, ahead),
            elbow: at.shoulder(side) + Vec3::new(out * 0.3, -0.6, -0.3),
            fingers: Vec3::new(-out * 0.9, -0.15, 0.7),
            palm: Vec3::new(0.0, -1.0, 0.0),
            grip: Grip::all(0.35, 0.1),
        }
    };
    Hands::both(lie(0, 0.11), lie(1, 0.13))
}

/// Where the writing hand is on a line of paper.
fn pen(at: &Stance, across: f32, up: f32, lift: f32) -> Reach {
    let hand = at.on_desk(1, 0.075 + across, 0.37 + up, 0.012 + lift, -0.35, PEN);
    Reach { palm: Vec3::new(0.55, -0.8, 0.0), ..hand }
}

/// The other hand holds the paper.
fn paper(at: &Stance) -> Reach {
    at.on_desk(0, 0.13, 0.41, 0.0, 0.75, FLAT)
}

/// Lines of writing, with pauses to think.
pub fn write(at: &Stance) -> Hands {
    const LINE_SECS: f32 = 5.5;
    let into = at.into(LINE_SECS);
    let along = (into / (LINE_SECS - 0.6)).min(1.0) - eased((into - LINE_SECS + 0.6) / 0.6);
    // A pause to think before every other line or so.
    let thinks = bump(into, 0.0, 1.6, 0.4) * eased((at.draw(LINE_SECS, 0x52) - 0.4) * 8.0);
    let still = 1.0 - thinks;
    let across = 0.10 * along + 0.003 * still * at.sine(2.7, 0.4);
    let up = 0.006 * still * at.sine(3.4, 0.0);
    let back = 0.03 * thinks + 0.02 * bump(into, LINE_SECS - 0.7, LINE_SECS, 0.3);
    Hands::both(paper(at), pen(at, across, up, back))
}

/// A pen that hardly moves, and a hand that hides the face.
pub fn stuck(at: &Stance) -> Hands {
    let across = 0.03 + 0.008 * at.sine(0.11, 0.0);
    let brow = at.mouth + Vec3::new(0.035, 0.10, 0.0);
    Hands::both(at.propped(0, brow, Grip::all(0.3, 0.1)), pen(at, across, 0.002 * at.sine(0.8, 0.0), 0.0)).tilted(0.16)
}

/// Circles in a corner of the page; the head lies on the other hand.
pub fn draw(at: &Stance) -> Hands {
    let (across, up) = (0.02 * at.sine(0.9, 0.0), 0.02 * at.sine(0.9, 1.57));
    let cheek = at.mouth + Vec3::new(0.06, 0.02, -0.03);
    Hands::both(at.propped(0, cheek, CHIN), pen(at, 0.06 + across, 0.05 + up, 0.0)).tilted(0.32)
}

/// Both hands at the page; one turns it over now and then.
pub fn page(at: &Stance) -> Hands {
    const PAGE_SECS: f32 = 13.0;
    let into = at.into(PAGE_SECS);
    let turns = bump(into, PAGE_SECS - 1.6, PAGE_SECS, 0.7);
    let left = at.on_desk(0, 0.15, 0.38, 0.0, 0.4, FLAT);
    let right = at.on_desk(1, 0.14 - 0.16 * turns, 0.38 + 0.02 * turns, 0.06 * turns, 0.3, FLAT);
    Hands::both(left, right)
}

/// Bursts of typing, with pauses over the keys.
pub fn keys(at: &Stance) -> Hands {
    let busy = 1.0 - 0.9 * eased((at.draw(2.3, 0x53) - 0.75) * 10.0);
    let key = |side: usize| {
        let beat = busy * at.sine(if side == 0 { 3.0 } else { 3.6 }, side as f32);
        let wander = 0.012 * at.sine(0.31, 2.0 * side as f32);
        let grip = Grip {
            fingers: [0.22 + 0.12 * beat, 0.27 - 0.12 * beat, 0.32 + 0.1 * beat, 0.34 - 0.06 * beat],
            thumb: -0.1,
        };
        at.on_desk(side, 0.085 + wander, 0.385, 0.026 + 0.005 * beat, 0.3, grip)
    };
    Hands::both(key(0), key(1))
}

/// One finger looks for keys; the other hand lies beside.
pub fn one_finger(at: &Stance) -> Hands {
    let (aside, ahead) = (0.10 - 0.12 * at.draw(1.7, 0x54), 0.39 + 0.03 * at.draw(1.7, 0x55));
    let down = bump(at.into(1.7), 0.9, 1.3, 0.15);
    let finger = at.on_desk(1, aside, ahead, 0.055 - 0.03 * down, 0.15, FINGER);
    Hands::both(at.on_desk(0, 0.15, 0.34, 0.0, 0.8, LOOSE), finger)
}

/// Strokes and taps of a finger, so many a second; the other hand holds the tablet.
pub fn touch(at: &Stance, hertz: f32) -> Hands {
    let round = 1.0 / hertz;
    let down = bump(at.into(round), 0.25 * round, 0.8 * round, 0.2 * round);
    // A stroke while the finger is down; quick ones are taps.
    let slide = 0.025 * at.sine(hertz, 0.0) * if hertz < 1.0 { 1.0 } else { 0.2 };
    let (aside, ahead) = (0.02 + 0.09 * at.draw(round, 0x56), 0.36 + slide);
    let finger = at.on_desk(1, aside, ahead, 0.05 - 0.028 * down, 0.3, FINGER);
    Hands::both(at.on_desk(0, 0.155, 0.38, 0.004, 0.5, LOOSE), finger)
}

/// A hand on the touchpad and the head on the other.
pub fn browse(at: &Stance) -> Hands {
    let slide = 0.012 * at.sine(0.6, 0.0) * eased((0.7 - at.draw(1.5, 0x57)) * 6.0);
    let pad = at.on_desk(1, 0.04, 0.33 + slide, 0.022, 0.45, Grip { fingers: [0.1, 0.15, 0.3, 0.35], thumb: -0.2 });
    let cheek = at.mouth + Vec3::new(0.055, 0.0, -0.02);
    Hands::both(at.propped(0, cheek, CHIN), pad).tilted(0.2)
}

/// A phone below the desk's edge, thumbs at work.
pub fn phone(at: &Stance) -> Hands {
    let hold = |side: usize| {
        let out = Stance::out(side);
        let thumb = PHONE.thumb + 0.35 * at.sine(2.0 + 0.3 * side as f32, 1.5 * side as f32);
        Reach {
            wrist: Vec3::new(out * 0.055, DESK_HEIGHT - 0.12, 0.23),
            elbow: at.shoulder(side) + Vec3::new(out * 0.35, -0.6, -0.25),
            fingers: Vec3::new(-out * 0.35, 0.25, 0.8),
            palm: Vec3::new(-out * 0.6, 0.9, -0.15),
            grip: Grip { thumb, ..PHONE },
        }
    };
    Hands::both(hold(0), hold(1))
}

/// Something is taken apart below the desk.
pub fn under_desk(at: &Stance) -> Hands {
    let low = |side: usize| {
        let out = Stance::out(side);
        let (twist, pull) = (at.sine(0.7, 3.1 * side as f32), 0.02 * at.sine(0.45, 0.0));
        Reach {
            wrist: Vec3::new(out * (0.07 + pull), DESK_HEIGHT - 0.115 + 0.012 * twist, 0.17),
            elbow: at.shoulder(side) + Vec3::new(out * 0.4, -0.6, -0.2),
            fingers: Vec3::new(-out, 0.1 + 0.2 * twist, 0.5),
            palm: Vec3::new(0.0, 0.5 * twist, -1.0),
            grip: Grip::all(0.55, 0.5),
        }
    };
    Hands::both(low(0), low(1))
}

/// The chin on a hand, the other arm before the chest.
pub fn chin(at: &Stance) -> Hands {
    let cheek = at.mouth + Vec3::new(-0.055, -0.01, -0.03);
    Hands::both(at.on_desk(0, 0.02, 0.33, 0.0, 1.6, LOOSE), at.propped(1, cheek, CHIN)).tilted(-0.2)
}

/// The brow on both hands, elbows on the desk.
pub fn brow(at: &Stance) -> Hands {
    let hold = |side: usize| {
        let temple = at.mouth + Vec3::new(Stance::out(side) * 0.055, 0.11, 0.02);
        Reach { palm: Vec3::new(-Stance::out(side), 0.0, -0.6), ..at.propped(side, temple, Grip::all(0.25, 0.0)) }
    };
    Hands::both(hold(0), hold(1))
}

/// Drums with both hands in turn.
pub fn drum(at: &Stance) -> Hands {
    let hit = |side: usize| {
        let up = at.sine(2.6, std::f32::consts::PI * side as f32).max(-0.35) + 0.35;
        let hand = at.on_desk(side, 0.13, 0.38, 0.045 * up, 0.3, Grip::all(0.12, -0.2));
        Reach { fingers: hand.fingers + Vec3::Y * (0.35 * up - 0.1), ..hand }
    };
    Hands::both(hit(0), hit(1))
}

/// Turns a pen between the fingers; the other hand goes to the neck now and then.
pub fn fidget(at: &Stance) -> Hands {
    let (spin, beat) = (at.sine(2.4, 0.0), at.sine(1.9, 0.7));
    let pen = Reach {
        palm: Vec3::new(0.9 * spin, -1.0, 0.0),
        ..at.on_desk(
            1,
            0.07,
            0.34,
            0.06 + 0.012 * beat,
            0.5,
            Grip { fingers: [0.4, 0.5, 0.6, 0.65], thumb: 0.5 + 0.3 * spin },
        )
    };
    let neck = Reach {
        wrist: at.shoulder(0) + Vec3::new(-0.01, 0.10 + 0.012 * beat, -0.01),
        elbow: at.shoulder(0) + Vec3::new(0.5, -0.1, 0.35),
        fingers: Vec3::new(-0.7, 0.5, -0.6),
        palm: Vec3::new(-0.6, -0.1, -0.6),
        grip: Grip::all(0.3, 0.0),
    };
    let desk = at.on_desk(0, 0.14 + 0.01 * beat, 0.36, 0.0, 0.6, Grip::all(0.25 + 0.15 * spin, -0.1));
    at.in_turns(5.0, 0x58, |pick| Hands::both(if pick < 0.45 { neck } else { desk }, pen))
}
