//! What is to be seen of somebody who is off task, disturbs others, or is hurt.

use proefles_scenario::Behaviour;

use super::acts::{Act, Aim, Expression, Seen, base, chance, glance, glance_number, on_screen, side_of_partner, talk};
use super::arms::Gesture;
use super::clips::Clip;
use super::stand::Hanging;

/// How often somebody bored stretches, in seconds, and for how long.
const STRETCH_EVERY_SECS: f32 = 23.0;
const STRETCH_SECS: f32 = 3.4;
/// How often somebody who sobs does so, in radians of a sine a second.
const SOBS_PER_SEC: f32 = 9.0;

/// At the other one, or around if there is nobody.
fn at_partner(seen: &Seen, seed: u32, secs: f32) -> Aim {
    seen.partner.map_or(Aim::Around(glance_number(seed, secs)), |(who, _)| Aim::Student(who))
}

/// Of somebody who disturbs others, or is hurt before them.
pub fn disturbing(seen: &Seen, seed: u32, secs: f32) -> Act {
    use Behaviour as B;
    match seen.behaviour {
        B::OffChat => chatting(seen, seed, secs),
        B::Disturb => Act {
            aim: at_partner(seen, seed, secs),
            turn: 0.7,
            aside_rad: 0.12 * side_of_partner(seen),
            face: Expression { smile: 0.4, ..Default::default() },
            hands: Gesture::Poke,
            ..base(Clip::Idle, seed)
        },
        B::Noise => Act {
            aim: Aim::Around(glance_number(seed, secs)),
            slump_rad: -0.06,
            face: Expression { smile: 0.2, bored: 0.2, ..Default::default() },
            hands: Gesture::Drum,
            ..base(Clip::Idle, seed)
        },
        B::Throw => Act {
            aim: Aim::Around(glance_number(seed, secs)),
            turn: 0.4,
            face: Expression { smile: 0.4, ..Default::default() },
            hands: Gesture::Throw,
            ..base(Clip::Idle, seed)
        },
        B::Toot => Act {
            aim: Aim::Teacher,
            speaks: true,
            slump_rad: 0.10,
            face: Expression { brows_up: 0.5, smile: 0.2, ..Default::default() },
            hands: Gesture::Talk,
            ..base(Clip::Idle, seed)
        },
        B::OutSeat => Act { stands: Some(Hanging::Both), ..standing_about(seen, seed, secs) },
        B::Late => Act {
            aim: if glance(seed, secs) < 0.5 { Aim::Teacher } else { Aim::Down },
            stands: Some(Hanging::Both),
            ..base(Clip::Idle, seed)
        },
        B::Crawl => Act { aim: Aim::Down, slump_rad: 0.35, ..base(Clip::Sleep, seed) },
        B::DevCyber => Act {
            face: Expression { smile: 0.8, ..Default::default() },
            hands: Gesture::Snigger,
            ..on_screen(seen.device, seed, 1.0)
        },
        B::Clown => clown(seen, seed, secs),
        B::Laugh => Act {
            aim: at_partner(seen, seed, secs),
            turn: 0.3,
            slump_rad: -0.12,
            face: Expression { laugh: 0.9, ..Default::default() },
            hands: if chance(seed, 43) < 0.4 { Gesture::Snigger } else { Gesture::Rest },
            ..base(Clip::Laugh, seed)
        },
        _ => harsh(seen, seed, secs),
    }
}

/// Heads together, now and then behind a hand.
fn chatting(seen: &Seen, seed: u32, secs: f32) -> Act {
    let talks = talk(seen, seed, secs, 0.45);
    let whispers = talks.speaks && chance(seed, 0x3000 + (secs / 5.2) as u32) < 0.4;
    Act {
        aside_rad: 0.17 * side_of_partner(seen),
        hands: if whispers { Gesture::Whisper } else { talks.hands },
        ..talks
    }
}

/// Stands beside the chair and talks to others, hands in the air only to make a point.
fn standing_about(seen: &Seen, seed: u32, secs: f32) -> Act {
    let talks = talk(seen, seed, secs, 0.4);
    Act { hands: if talks.speaks { Gesture::Talk } else { Gesture::Motion }, aside_rad: 0.0, ..talks }
}

/// Of somebody who is unkind, rude or hurt.
fn harsh(seen: &Seen, seed: u32, secs: f32) -> Act {
    use Behaviour as B;
    match seen.behaviour {
        B::Tease => Act {
            aim: at_partner(seen, seed, secs),
            turn: 0.8,
            aside_rad: 0.2 * side_of_partner(seen),
            speaks: (secs / 1.7) as u32 % 3 != 2,
            face: Expression { laugh: 0.4, smile: 0.5, ..Default::default() },
            hands: Gesture::Point,
            ..base(Clip::Idle, seed)
        },
        B::Phys => Act {
            aim: at_partner(seen, seed, secs),
            turn: 1.0,
            aside_rad: 0.2 * side_of_partner(seen),
            face: Expression { angry: 0.7, ..Default::default() },
            hands: Gesture::Strike,
            ..base(Clip::Idle, seed)
        },
        B::Refuse => refusing(glance(seed, secs), seed),
        B::Backtalk => Act {
            aim: Aim::Teacher,
            speaks: true,
            slump_rad: -0.08,
            face: Expression { angry: 0.6, ..Default::default() },
            hands: Gesture::Shrug,
            ..base(Clip::Idle, seed)
        },
        B::Withdraw => Act {
            aim: Aim::Motion,
            slump_rad: 0.02 * (secs * SOBS_PER_SEC).sin().max(0.0),
            face: Expression { sad: 0.8, ..Default::default() },
            ..base(Clip::Sleep, seed)
        },
        other => {
            debug_assert!(false, "{other:?} has no look of its own");
            base(Clip::Idle, seed)
        }
    }
}

/// Of somebody who is off task without disturbing anybody.
pub fn quietly(seen: &Seen, seed: u32, secs: f32) -> Act {
    use Behaviour as B;
    match seen.behaviour {
        B::OffDaydream => Act {
            aim: Aim::Window,
            turn: 0.35,
            slump_rad: 0.20,
            face: Expression { bored: 0.35, ..Default::default() },
            hands: Gesture::Chin,
            ..base(Clip::Idle, seed)
        },
        B::OffIdle => idling(seen.since_secs, seed, secs),
        B::OffFidget => Act {
            aim: Aim::Around(glance_number(seed, secs * 1.6)),
            speed: 1.9,
            face: Expression { bored: 0.2, ..Default::default() },
            hands: Gesture::Fidget,
            ..base(Clip::Idle, seed)
        },
        B::OffDoodle => Act {
            aim: Aim::Desk,
            slump_rad: 0.22,
            aside_rad: 0.08,
            speed: 0.7,
            hands: Gesture::Draw,
            ..base(Clip::Idle, seed)
        },
        B::OffEat => Act {
            aim: if glance(seed, secs) < 0.3 { Aim::Teacher } else { Aim::Around(glance_number(seed, secs)) },
            hands: Gesture::Eat,
            ..base(Clip::Idle, seed)
        },
        B::OffSleep => base(Clip::Sleep, seed),
        B::OffPrivate => Act {
            aim: if glance(seed, secs) < 0.3 { Aim::Teacher } else { Aim::Down },
            slump_rad: 0.10,
            hands: Gesture::UnderDesk,
            ..base(Clip::Idle, seed)
        },
        B::OffNoEq => Act {
            aim: if glance(seed, secs) < 0.5 { Aim::Down } else { Aim::Around(glance_number(seed, secs)) },
            turn: 0.4,
            slump_rad: 0.18,
            aside_rad: 0.34,
            face: Expression { brows_up: 0.4, ..Default::default() },
            hands: Gesture::Search,
            ..base(Clip::Idle, seed)
        },
        _ => idly(seen, seed, secs),
    }
}

/// Of somebody who does nothing that they should, and nothing else either.
fn idly(seen: &Seen, seed: u32, secs: f32) -> Act {
    use Behaviour as B;
    match seen.behaviour {
        B::OffGiveup => Act {
            aim: Aim::Down,
            slump_rad: 0.26,
            face: Expression { sad: 0.35, bored: 0.4, ..Default::default() },
            hands: Gesture::Brow,
            ..base(Clip::Idle, seed)
        },
        B::NotGetOn => Act {
            aim: Aim::Around(glance_number(seed, secs)),
            slump_rad: -0.16,
            face: Expression { bored: 0.4, ..Default::default() },
            hands: Gesture::Lap,
            ..base(Clip::Idle, seed)
        },
        B::OffEnv => Act {
            aim: Aim::Around(glance_number(seed, secs)),
            turn: 0.7,
            hands: Gesture::Rest,
            ..base(Clip::Idle, seed)
        },
        _ => at_a_screen(seen, seed, secs),
    }
}

/// Of somebody whose eyes are on a screen for something else than the task.
fn at_a_screen(seen: &Seen, seed: u32, secs: f32) -> Act {
    use Behaviour as B;
    match seen.behaviour {
        B::DevTab => Act {
            face: Expression { smile: 0.25, ..Default::default() },
            slump_rad: 0.20,
            hands: Gesture::Browse,
            ..on_screen(seen.device, seed, 1.0)
        },
        B::DevChat => {
            Act { face: Expression { smile: 0.55, ..Default::default() }, ..on_screen(seen.device, seed, 1.0) }
        }
        B::DevPlagiat => Act {
            aim: match seen.partner {
                Some((who, _)) if glance(seed, secs) < 0.55 => Aim::DeskOf(who),
                _ => Aim::Desk,
            },
            turn: 0.3,
            aside_rad: 0.10 * side_of_partner(seen),
            ..on_screen(seen.device, seed, 1.0)
        },
        B::DevAi => Act {
            speed: 0.5,
            face: Expression::default(),
            slump_rad: -0.06,
            hands: Gesture::OneFinger,
            ..on_screen(seen.device, seed, 1.0)
        },
        B::DevPhone | B::DevNotif => Act { hands: Gesture::Phone, ..base(Clip::Phone, seed) },
        B::DevView => Act {
            aim: seen.partner.map_or(Aim::Around(0), |(who, _)| Aim::DeskOf(who)),
            turn: 0.8,
            aside_rad: 0.16 * side_of_partner(seen),
            hands: Gesture::Rest,
            ..base(Clip::Idle, seed)
        },
        other => {
            debug_assert!(false, "{other:?} has no look of its own");
            base(Clip::Idle, seed)
        }
    }
}

/// Slumped, sooner or later with the head on the arms; now and then a stretch.
fn idling(since_secs: f32, seed: u32, secs: f32) -> Act {
    let face = Expression { bored: 0.7, ..Default::default() };
    let into = (secs + STRETCH_EVERY_SECS * chance(seed, 44)).rem_euclid(STRETCH_EVERY_SECS);
    if into < STRETCH_SECS {
        let face = Expression { bored: 0.9, surprise: 0.3, ..face };
        return Act { aim: Aim::Down, slump_rad: -0.14, face, hands: Gesture::Stretch, ..base(Clip::Idle, seed) };
    }
    if since_secs > 6.0 && chance(seed, 42) < 0.6 {
        return Act { face, ..base(Clip::Sleep, seed) };
    }
    Act { aim: Aim::Down, slump_rad: 0.24, face, hands: Gesture::Chin, ..base(Clip::Idle, seed) }
}

fn clown(seen: &Seen, seed: u32, secs: f32) -> Act {
    let face = Expression { laugh: 0.5, brows_up: 0.5, ..Default::default() };
    let speaks = (seen.since_secs / 2.4) as u32 % 3 != 2;
    let aim = at_partner(seen, seed, secs);
    Act { aim, turn: 0.6, face, speaks, slump_rad: -0.08, hands: Gesture::Wide, ..base(Clip::Idle, seed) }
}

fn refusing(glance: f32, seed: u32) -> Act {
    Act {
        aim: if glance < 0.4 { Aim::Window } else { Aim::Down },
        slump_rad: -0.12,
        face: Expression { angry: 0.5, sad: 0.2, ..Default::default() },
        hands: Gesture::Fold,
        ..base(Clip::Idle, seed)
    }
}
