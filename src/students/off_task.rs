//! What is to be seen of somebody who is off task, disturbs others, or is hurt.

use proefles_scenario::Behaviour;

use super::acts::{Act, Aim, Expression, Play, Seen, base, chance, glance, glance_number, on_screen, talk};
use super::clips::Clip;
use super::stand::Hanging;

/// When in the clip of a raised hand it is before the face, in seconds.
const HAND_AT_MOUTH_SECS: f32 = 0.6;

/// Of somebody who disturbs others, or is hurt before them.
pub fn disturbing(seen: &Seen, seed: u32, secs: f32) -> Act {
    use Behaviour as B;
    match seen.behaviour {
        B::OffChat => talk(seen, seed, secs, 0.45),
        B::Disturb => Act {
            aim: seen.partner.map_or(Aim::Around(glance_number(seed, secs)), |(who, _)| Aim::Student(who)),
            turn: 0.7,
            face: Expression { smile: 0.4, ..Default::default() },
            ..base(Clip::Talk, seed)
        },
        B::Noise => Act {
            aim: Aim::Around(glance_number(seed, secs)),
            speed: 2.2,
            face: Expression { smile: 0.2, bored: 0.2, ..Default::default() },
            ..base(Clip::Type, seed)
        },
        B::Throw => Act {
            aim: Aim::Around(glance_number(seed, secs)),
            turn: 0.4,
            face: Expression { smile: 0.4, ..Default::default() },
            ..base(Clip::Throw, seed)
        },
        B::Toot => Act {
            aim: Aim::Teacher,
            speaks: true,
            face: Expression { brows_up: 0.5, smile: 0.2, ..Default::default() },
            ..base(Clip::Talk, seed)
        },
        B::OutSeat => Act { stands: Some(Hanging::Both), ..talk(seen, seed, secs, 0.4) },
        B::Late => Act {
            aim: if glance(seed, secs) < 0.5 { Aim::Teacher } else { Aim::Down },
            stands: Some(Hanging::Both),
            ..base(Clip::Idle, seed)
        },
        B::Crawl => Act { aim: Aim::Down, slump_rad: 0.35, ..base(Clip::Sleep, seed) },
        B::DevCyber => {
            Act { face: Expression { smile: 0.8, ..Default::default() }, ..on_screen(seen.device, seed, 1.0) }
        }
        B::Clown => clown(seen, seed, secs),
        B::Laugh => Act {
            aim: seen.partner.map_or(Aim::Around(glance_number(seed, secs)), |(who, _)| Aim::Student(who)),
            turn: 0.3,
            face: Expression { laugh: 0.9, ..Default::default() },
            ..base(Clip::Laugh, seed)
        },
        _ => harsh(seen, seed, secs),
    }
}

/// Of somebody who is unkind, rude or hurt.
fn harsh(seen: &Seen, seed: u32, secs: f32) -> Act {
    use Behaviour as B;
    match seen.behaviour {
        B::Tease => Act {
            aim: seen.partner.map_or(Aim::Around(glance_number(seed, secs)), |(who, _)| Aim::Student(who)),
            turn: 0.8,
            speaks: (secs / 1.7) as u32 % 3 != 2,
            face: Expression { laugh: 0.4, smile: 0.5, ..Default::default() },
            ..base(Clip::Talk, seed)
        },
        B::Phys => Act {
            aim: seen.partner.map_or(Aim::Around(0), |(who, _)| Aim::Student(who)),
            mirrored: seen.partner.is_some_and(|(_, on_left)| !on_left),
            turn: 1.0,
            speed: 1.8,
            face: Expression { angry: 0.7, ..Default::default() },
            ..base(Clip::Throw, seed)
        },
        B::Refuse => refusing(glance(seed, secs), seed),
        B::Backtalk => Act {
            aim: Aim::Teacher,
            speaks: true,
            face: Expression { angry: 0.6, ..Default::default() },
            ..base(Clip::Talk, seed)
        },
        B::Withdraw => {
            Act { aim: Aim::Motion, face: Expression { sad: 0.8, ..Default::default() }, ..base(Clip::Sleep, seed) }
        }
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
            turn: 0.5,
            slump_rad: 0.06,
            face: Expression { bored: 0.35, ..Default::default() },
            ..base(Clip::Idle, seed)
        },
        B::OffIdle => idling(seen.since_secs, seed),
        B::OffFidget => Act {
            aim: Aim::Around(glance_number(seed, secs)),
            speed: 1.9,
            face: Expression { bored: 0.2, ..Default::default() },
            ..base(Clip::Write, seed)
        },
        B::OffDoodle => Act { aim: Aim::Desk, slump_rad: 0.08, speed: 0.7, ..base(Clip::Write, seed) },
        B::OffEat => Act {
            play: Play::Hold(HAND_AT_MOUTH_SECS),
            aim: Aim::Around(glance_number(seed, secs)),
            ..base(Clip::RaiseHand, seed)
        },
        B::OffSleep => base(Clip::Sleep, seed),
        B::OffPrivate => {
            Act { aim: if glance(seed, secs) < 0.3 { Aim::Teacher } else { Aim::Motion }, ..base(Clip::Phone, seed) }
        }
        B::OffNoEq => Act {
            aim: Aim::Around(glance_number(seed, secs)),
            turn: 0.6,
            face: Expression { brows_up: 0.4, ..Default::default() },
            ..base(Clip::Idle, seed)
        },
        B::OffGiveup => Act {
            aim: Aim::Down,
            slump_rad: 0.16,
            face: Expression { sad: 0.35, bored: 0.4, ..Default::default() },
            ..base(Clip::Idle, seed)
        },
        B::NotGetOn => Act {
            aim: Aim::Around(glance_number(seed, secs)),
            slump_rad: 0.08,
            face: Expression { bored: 0.4, ..Default::default() },
            ..base(Clip::Idle, seed)
        },
        B::OffEnv => Act { aim: Aim::Around(glance_number(seed, secs)), turn: 0.5, ..base(Clip::Idle, seed) },
        _ => at_a_screen(seen, seed, secs),
    }
}

/// Of somebody whose eyes are on a screen for something else than the task.
fn at_a_screen(seen: &Seen, seed: u32, secs: f32) -> Act {
    use Behaviour as B;
    match seen.behaviour {
        B::DevTab => {
            Act { face: Expression { smile: 0.25, ..Default::default() }, ..on_screen(seen.device, seed, 1.0) }
        }
        B::DevChat => {
            Act { face: Expression { smile: 0.55, ..Default::default() }, ..on_screen(seen.device, seed, 1.0) }
        }
        B::DevPlagiat => Act {
            aim: match seen.partner {
                Some((who, _)) if glance(seed, secs) < 0.55 => Aim::DeskOf(who),
                _ => Aim::Desk,
            },
            turn: 0.3,
            ..on_screen(seen.device, seed, 1.0)
        },
        B::DevAi => Act { speed: 0.5, face: Expression::default(), ..on_screen(seen.device, seed, 1.0) },
        B::DevPhone | B::DevNotif => base(Clip::Phone, seed),
        B::DevView => Act {
            aim: seen.partner.map_or(Aim::Around(0), |(who, _)| Aim::DeskOf(who)),
            turn: 0.8,
            ..base(Clip::Idle, seed)
        },
        other => {
            debug_assert!(false, "{other:?} has no look of its own");
            base(Clip::Idle, seed)
        }
    }
}

fn idling(since_secs: f32, seed: u32) -> Act {
    let face = Expression { bored: 0.7, ..Default::default() };
    if since_secs > 6.0 && chance(seed, 42) < 0.6 {
        return Act { face, ..base(Clip::Sleep, seed) };
    }
    Act { aim: Aim::Down, slump_rad: 0.1, face, ..base(Clip::Idle, seed) }
}

fn clown(seen: &Seen, seed: u32, secs: f32) -> Act {
    let face = Expression { laugh: 0.5, brows_up: 0.5, ..Default::default() };
    let aim = seen.partner.map_or(Aim::Around(glance_number(seed, secs)), |(who, _)| Aim::Student(who));
    let clip = if (seen.since_secs / 2.4) as u32 % 3 == 2 { Clip::Throw } else { Clip::Talk };
    Act { aim, turn: 0.6, face, speaks: clip == Clip::Talk, ..base(clip, seed) }
}

fn refusing(glance: f32, seed: u32) -> Act {
    Act {
        aim: if glance < 0.4 { Aim::Window } else { Aim::Down },
        slump_rad: 0.12,
        face: Expression { angry: 0.5, sad: 0.2, ..Default::default() },
        ..base(Clip::Listen, seed)
    }
}
