//! Gestures of hands away from the desk. Places are from the chair: see [`Stance`].

use bevy::math::Vec3;

use super::gesture::{Hands, Stance, bump, eased};
use super::reach::{Grip, Reach};

/// An open hand.
const OPEN: Grip = Grip::all(0.08, 0.1);
/// A hand that is half open.
const HALF: Grip = Grip::all(0.3, 0.2);
/// A fist.
const FIST: Grip = Grip::all(0.95, 0.7);
/// Index finger out.
const POINT: Grip = Grip { fingers: [0.02, 0.75, 0.85, 0.85], thumb: 0.5 };
/// Time of a raised hand on its way up, in seconds.
const RAISE_SECS: f32 = 0.55;

/// Time from one throw to the next, and from its beginning until the hand lets go, in seconds.
pub const THROW_SECS: f32 = 3.4;
pub const LETS_GO_SECS: f32 = 1.1;

/// The hand that has nothing to do.
fn idle(at: &Stance, side: usize) -> Reach {
    at.on_desk(side, 0.10, 0.36, 0.0, 1.0, Grip::all(0.2, -0.2))
}

/// A raised right hand; `low` from 0, straight, to 1, down at the shoulder.
fn raised(at: &Stance, low: f32, sway: f32) -> Reach {
    let lean = 0.06 * (super::super::acts::chance(at.seed, 0x61) - 0.5);
    let up = at.span() * (0.965 - 0.55 * low);
    Reach {
        wrist: at.shoulder(1) + Vec3::new(-0.05 + lean + sway, up, 0.10 + 0.12 * low),
        elbow: at.shoulder(1) + Vec3::new(-0.45, 0.1, 0.1),
        fingers: Vec3::new(sway * 1.5, 1.0, 0.12),
        palm: Vec3::new(0.25, 0.0, 1.0),
        grip: Grip { fingers: [0.05, 0.1, 0.15, 0.2], thumb: 0.1 },
    }
}

/// A hand straight up, which sinks a little with time.
pub fn up(at: &Stance, sway: f32) -> Hands {
    let tired = 0.25 * eased((at.since_secs - 8.0) / 12.0);
    let low = (1.0 - eased(at.since_secs / RAISE_SECS)) * 0.9;
    let hand = raised(at, low.max(tired), sway + 0.015 * at.sine(0.5, 0.0));
    // Arms grow heavy: the other hand holds the elbow up.
    let other = if tired > 0.12 {
        Reach {
            wrist: at.shoulder(1) + Vec3::new(0.03, 0.02, 0.17),
            elbow: at.shoulder(0) + Vec3::new(0.25, -0.5, 0.1),
            fingers: Vec3::new(-1.0, 0.35, 0.0),
            palm: Vec3::new(-0.3, 0.2, -1.0),
            grip: HALF,
        }
    } else {
        idle(at, 0)
    };
    Hands::both(other, hand)
}

/// A hand at the height of the head, the elbow bent.
pub fn half_up(at: &Stance) -> Hands {
    let open = at.sine(0.4, 0.0);
    let hand = Reach {
        wrist: at.shoulder(1) + Vec3::new(-0.10, 0.9 * at.fore, 0.14),
        elbow: at.shoulder(1) + Vec3::new(-0.5, -0.45, 0.3),
        fingers: Vec3::new(0.1 + 0.1 * open, 1.0, 0.15),
        palm: Vec3::new(0.3, 0.1, 1.0),
        grip: POINT,
    };
    Hands::both(idle(at, 0), hand)
}

/// Up and waving for a while, down for a moment, and up again.
pub fn wave(at: &Stance) -> Hands {
    const ROUND_SECS: f32 = 5.0;
    let into = at.since_secs.rem_euclid(ROUND_SECS);
    let high = bump(into, 0.0, ROUND_SECS - 0.5, 0.5);
    Hands::both(idle(at, 0), raised(at, 0.9 * (1.0 - high), 0.07 * high * at.sine(1.5, 0.0)))
}

/// One hand up, the other at the screen.
pub fn up_at_screen(at: &Stance) -> Hands {
    let tap = bump(at.into(2.4), 0.4, 1.4, 0.4);
    let finger =
        Reach { fingers: Vec3::new(-0.1, 0.25, 1.0), ..at.on_desk(0, 0.05, 0.40 + 0.05 * tap, 0.10, 0.1, POINT) };
    Hands { left: Some(finger), ..up(at, 0.0) }
}

/// Hands that speak along: now one, now both.
pub fn talk(at: &Stance) -> Hands {
    let beat = |side: usize| {
        let out = Stance::out(side);
        let (a, b) = (at.sine(0.62, 1.9 * side as f32), at.sine(1.15, 0.8 + side as f32));
        Reach {
            wrist: at.shoulder(side) + Vec3::new(out * (0.03 + 0.03 * a), -0.62 * at.upper + 0.04 * b, 0.30 + 0.03 * a),
            elbow: at.shoulder(side) + Vec3::new(out * 0.4, -0.6, -0.2),
            fingers: Vec3::new(-out * 0.25, 0.35 + 0.25 * b, 1.0),
            palm: Vec3::new(-out * 0.6, 0.6 + 0.4 * a, 0.0),
            grip: Grip::all(0.2 + 0.12 * a, 0.1),
        }
    };
    at.in_turns(3.1, 0x62, |pick| {
        let left = if pick < 0.65 { beat(0) } else { idle(at, 0) };
        let right = if pick > 0.4 { beat(1) } else { idle(at, 1) };
        Hands::both(left, right)
    })
}

/// A hand between the mouth and the rest of the class.
pub fn whisper(at: &Stance) -> Hands {
    // The hand of the side that the other one is not on.
    let far = usize::from(at.toward > 0.0);
    let out = Stance::out(far);
    let cup = Reach {
        wrist: at.mouth + Vec3::new(out * 0.085, -0.085, 0.055),
        elbow: at.shoulder(far) + Vec3::new(out * 0.35, -0.6, 0.25),
        fingers: Vec3::new(-out * 0.25, 1.0, 0.15),
        palm: Vec3::new(-out, 0.0, -0.55),
        grip: Grip::all(0.12, 0.0),
    };
    let near = idle(at, 1 - far);
    if far == 0 { Hands::both(cup, near) } else { Hands::both(near, cup) }
}

/// A hand before the mouth.
pub fn snigger(at: &Stance) -> Hands {
    let shake = 0.006 * at.sine(4.0, 0.0);
    let hand = Reach {
        wrist: at.mouth + Vec3::new(-0.075, -0.07 + shake, 0.065),
        elbow: at.shoulder(1) + Vec3::new(-0.3, -0.6, 0.2),
        fingers: Vec3::new(0.9, 0.75, 0.0),
        palm: Vec3::new(0.1, 0.1, -1.0),
        grip: Grip::all(0.15, 0.0),
    };
    Hands::both(idle(at, 0), hand)
}

/// From the desk to the mouth, a bite, and down to chew.
pub fn eat(at: &Stance) -> Hands {
    const BITE_SECS: f32 = 4.6;
    let near = bump(at.since_secs.rem_euclid(BITE_SECS), 0.0, 2.6, 0.7);
    let low = Reach { palm: Vec3::new(0.8, -0.2, -0.5), ..at.on_desk(1, 0.05, 0.31, 0.07, 0.6, Grip::all(0.5, 0.5)) };
    let high = Reach {
        wrist: at.mouth + Vec3::new(-0.045, -0.075, 0.085),
        elbow: at.shoulder(1) + Vec3::new(-0.35, -0.6, 0.15),
        fingers: Vec3::new(0.5, 0.7, -0.35),
        palm: Vec3::new(0.6, 0.0, -0.8),
        grip: Grip::all(0.5, 0.5),
    };
    Hands::both(idle(at, 0), low.blend(high, near))
}

/// Winds up, lets fly, and comes back.
pub fn throw(at: &Stance) -> Hands {
    let into = at.since_secs.rem_euclid(THROW_SECS);
    let (back, fly, end) = (eased((into - 0.3) / 0.55), eased((into - 1.0) / 0.16), eased((into - 1.35) / 0.7));
    let behind = Reach {
        wrist: at.shoulder(1) + Vec3::new(-0.20, 0.22, -0.16),
        elbow: at.shoulder(1) + Vec3::new(-0.6, 0.1, -0.1),
        fingers: Vec3::new(0.1, 0.8, -0.7),
        palm: Vec3::new(0.2, 0.4, 1.0),
        grip: Grip::all(0.6, 0.5),
    };
    let ahead = Reach {
        wrist: at.shoulder(1) + Vec3::new(0.06, 0.08, 0.86 * at.span()),
        elbow: at.shoulder(1) + Vec3::new(-0.4, -0.2, 0.2),
        fingers: Vec3::new(0.1, -0.35, 1.0),
        palm: Vec3::new(0.0, -1.0, -0.3),
        grip: OPEN,
    };
    let rest = idle(at, 1);
    let hand = rest.blend(behind, back).blend(ahead, fly).blend(rest, end);
    Hands::both(idle(at, 0), hand)
}

/// Arms crossed before the chest.
pub fn fold(at: &Stance) -> Hands {
    let breathes = 0.004 * at.sine(0.25, 0.0);
    let middle = (at.shoulder(0) + at.shoulder(1)) * 0.5;
    let arm = |side: usize, low: f32, far: f32| {
        let out = Stance::out(side);
        Reach {
            wrist: middle + Vec3::new(-out * 0.075, -0.66 * at.upper - low + breathes, far),
            elbow: at.shoulder(side) + Vec3::new(out * 0.45, -0.8, 0.12),
            fingers: Vec3::new(-out, 0.22, -0.12),
            palm: Vec3::new(0.0, -0.25, -1.0),
            grip: Grip::all(0.28, 0.1),
        }
    };
    Hands::both(arm(0, 0.0, 0.185), arm(1, 0.035, 0.215))
}

/// An arm out to a neighbour, again and again.
pub fn poke(at: &Stance, hertz: f32) -> Hands {
    let side = usize::from(at.toward < 0.0);
    let out = Stance::out(side);
    let jab = at.sine(hertz, 0.0) * 0.5 + 0.5;
    let hand = Reach {
        wrist: at.shoulder(side) + Vec3::new(out * at.span() * (0.55 + 0.38 * jab), -0.03 - 0.06 * (1.0 - jab), 0.10),
        elbow: at.shoulder(side) + Vec3::new(out * 0.3, -0.5, 0.05),
        fingers: Vec3::new(out, 0.05, 0.15),
        palm: Vec3::new(0.0, -1.0, 0.2),
        grip: if hertz > 1.0 { FIST } else { POINT },
    };
    let other = idle(at, 1 - side);
    if side == 0 { Hands::both(hand, other) } else { Hands::both(other, hand) }
}

/// Both fists up and shaking.
pub fn cheer(at: &Stance) -> Hands {
    let fist = |side: usize| {
        let out = Stance::out(side);
        let pump = 0.05 * at.sine(2.6, 0.5 * side as f32);
        Reach {
            wrist: at.shoulder(side) + Vec3::new(out * 0.12, 0.72 * at.span() + pump, 0.10),
            elbow: at.shoulder(side) + Vec3::new(out * 0.6, 0.0, 0.1),
            fingers: Vec3::new(-out * 0.1, 1.0, -0.1),
            palm: Vec3::new(-out * 0.3, 0.0, 1.0),
            grip: FIST,
        }
    };
    Hands::both(fist(0), fist(1))
}

/// Arms wide, now this way, now that.
pub fn wide(at: &Stance) -> Hands {
    let arm = |side: usize| {
        let out = Stance::out(side);
        let (a, b) = (at.sine(0.55, 2.4 * side as f32), at.sine(0.9, 1.0 + side as f32));
        Reach {
            wrist: at.shoulder(side) + Vec3::new(out * (0.55 + 0.2 * a) * at.span(), (0.3 + 0.4 * b) * at.span(), 0.16),
            elbow: at.shoulder(side) + Vec3::new(out * 0.5, -0.4, -0.1),
            fingers: Vec3::new(out * (0.6 + 0.3 * a), 0.8, 0.35),
            palm: Vec3::new(-out * 0.2, 0.2, 1.0),
            grip: OPEN,
        }
    };
    Hands::both(arm(0), arm(1))
}

/// Palms up at both sides.
pub fn shrug(at: &Stance) -> Hands {
    let lift = 0.03 * at.sine(0.8, 0.0).max(0.0);
    let arm = |side: usize| {
        let out = Stance::out(side);
        Reach {
            wrist: at.shoulder(side) + Vec3::new(out * 0.15, -0.52 * at.upper + lift, 0.24),
            elbow: at.shoulder(side) + Vec3::new(out * 0.2, -0.7, -0.1),
            fingers: Vec3::new(out * 0.7, 0.25, 0.7),
            palm: Vec3::new(0.0, 1.0, 0.25),
            grip: OPEN,
        }
    };
    Hands::both(arm(0), arm(1))
}

/// Writes at the height of the eyes; the other arm hangs.
pub fn board(at: &Stance) -> Hands {
    const LINE_SECS: f32 = 6.0;
    let into = at.into(LINE_SECS);
    let line = (into / (LINE_SECS - 0.8)).min(1.0) - eased((into - LINE_SECS + 0.8) / 0.8);
    let hand = Reach {
        wrist: at.shoulder(1)
            + Vec3::new(
                0.16 - 0.26 * line,
                0.10 + 0.012 * at.sine(2.1, 0.0),
                0.80 * at.span() + 0.004 * at.sine(2.9, 0.0),
            ),
        elbow: at.shoulder(1) + Vec3::new(-0.35, -0.55, 0.1),
        fingers: Vec3::new(0.25, 0.35, 1.0),
        palm: Vec3::new(0.8, -0.6, 0.0),
        grip: Grip { fingers: [0.4, 0.45, 0.6, 0.7], thumb: 0.5 },
    };
    Hands { right: Some(hand), ..Default::default() }
}

/// A finger at what a neighbour has on the desk.
pub fn point(at: &Stance) -> Hands {
    let side = usize::from(at.toward < 0.0);
    let out = Stance::out(side);
    let there = bump(at.into(3.4), 0.3, 2.6, 0.5);
    let hand = Reach {
        wrist: at.shoulder(side)
            + Vec3::new(out * (0.16 + 0.2 * there) * at.span(), -0.72 * at.upper, 0.30 + 0.08 * there),
        elbow: at.shoulder(side) + Vec3::new(out * 0.35, -0.5, -0.1),
        fingers: Vec3::new(out * 0.8, -0.25, 0.75),
        palm: Vec3::NEG_Y,
        grip: POINT,
    };
    if side == 0 {
        Hands { left: Some(hand), ..Default::default() }
    } else {
        Hands { right: Some(hand), ..Default::default() }
    }
}

/// Both hands before the chest, holding what nobody else sees, moving about.
pub fn controllers(at: &Stance) -> Hands {
    let hold = |side: usize| {
        let out = Stance::out(side);
        let (a, b) = (at.sine(0.33, 2.1 * side as f32), at.sine(0.47, 1.3 * side as f32));
        Reach {
            wrist: at.shoulder(side) + Vec3::new(out * (0.02 + 0.09 * a), -0.35 * at.upper + 0.10 * b, 0.30 + 0.05 * b),
            elbow: at.shoulder(side) + Vec3::new(out * 0.45, -0.6, -0.1),
            fingers: Vec3::new(-out * 0.15 + 0.3 * a, 0.25 * b, 1.0),
            palm: Vec3::new(-out, -0.3, 0.0),
            grip: Grip::all(0.75, 0.6),
        }
    };
    Hands::both(hold(0), hold(1))
}

/// Arms up and back, held for a moment, and down.
pub fn stretch(at: &Stance) -> Hands {
    let share = bump(at.since_secs, 0.0, 3.2, 0.9);
    let arm = |side: usize| {
        let out = Stance::out(side);
        let high = Reach {
            wrist: at.shoulder(side) + Vec3::new(out * 0.16, 0.80 * at.span(), -0.04),
            elbow: at.shoulder(side) + Vec3::new(out * 0.7, 0.1, 0.0),
            fingers: Vec3::new(out * 0.3, 1.0, -0.2),
            palm: Vec3::new(0.0, 0.4, 1.0),
            grip: Grip::all(0.6, 0.4),
        };
        idle(at, side).blend(high, share)
    };
    Hands::both(arm(0), arm(1))
}

/// One arm down beside the chair; the other holds on to the desk.
pub fn search(at: &Stance) -> Hands {
    let (a, b) = (at.sine(0.9, 0.0), at.sine(1.3, 1.0));
    let arm = Reach {
        wrist: at.shoulder(0) + Vec3::new(0.16 + 0.02 * a, -0.93 * at.span() + 0.03 * b, 0.06 + 0.04 * a),
        elbow: at.shoulder(0) + Vec3::new(0.6, -0.3, -0.2),
        fingers: Vec3::new(0.15, -1.0, 0.2 + 0.2 * b),
        palm: Vec3::new(-1.0, 0.0, 0.2),
        grip: HALF,
    };
    Hands::both(arm, at.on_desk(1, 0.12, 0.34, 0.0, 0.5, Grip::all(0.15, -0.2)))
}
