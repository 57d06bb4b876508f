//! What a behaviour looks like: from the simulation's words to a motion, a face and a place to look at. Pure functions,
//! so that what a student is seen to do can be tested without a screen.

use proefles_scenario::{Behaviour, Device, DisruptionLevel, StudentId};
use proefles_sim::{Affect, Feeling, Reaction};

use super::arms::Gesture;
use super::clips::Clip;
use super::feelings::{feel, react};
use super::off_task;
use super::stand::Hanging;

/// Where somebody looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// Wherever the motion turns the head: at paper or keys.
    Motion,
    /// At the teacher's eyes.
    Teacher,
    /// At the digital board.
    Board,
    /// At what lies on the own desk.
    Desk,
    /// Out of the window.
    Window,
    /// At another student's face.
    Student(StudentId),
    /// At what another student has on the desk.
    DeskOf(StudentId),
    /// At something that happens around, picked by this number.
    Around(u32),
    /// At nothing, downwards.
    Down,
}

/// What a face shows, as strengths from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Expression {
    /// Corners of the mouth up.
    pub smile: f32,
    /// Open laughter.
    pub laugh: f32,
    /// Sad.
    pub sad: f32,
    /// Angry.
    pub angry: f32,
    /// Surprised.
    pub surprise: f32,
    /// Lids half down.
    pub bored: f32,
    /// Brows up: a question.
    pub brows_up: f32,
    /// Eyes narrowed: concentration.
    pub squint: f32,
}

/// What is to be seen of a student at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Act {
    /// The motion.
    pub clip: Clip,
    /// Played with left and right swapped.
    pub mirrored: bool,
    /// What the hands do beyond the motion.
    pub hands: Gesture,
    /// Speed of the motion.
    pub speed: f32,
    /// Where the eyes go.
    pub aim: Aim,
    /// How far the chest turns towards what is looked at, from 0 to 1.
    pub turn: f32,
    /// How far the back sinks forwards, in radians; below 0 they lean back.
    pub slump_rad: f32,
    /// How far they lean to the left, in radians.
    pub aside_rad: f32,
    /// The face.
    pub face: Expression,
    /// Whether the mouth moves as in speech.
    pub speaks: bool,
    /// Out of the chair, with these arms hanging.
    pub stands: Option<Hanging>,
}

/// What the simulation says of a student, as far as it can be seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen {
    /// What they do.
    pub behaviour: Behaviour,
    /// For how many seconds.
    pub since_secs: f32,
    /// With whom; and whether that one sits on the left.
    pub partner: Option<(StudentId, bool)>,
    /// The latest reaction to the teacher and its age in seconds.
    pub reaction: Option<(Reaction, f32)>,
    /// What lies on their desk.
    pub device: Device,
    /// Attention to the lesson, 0 to 1.
    pub attention: f32,
    /// What they feel about the work.
    pub affect: Affect,
}

/// Mean time between two changes of where somebody looks, in seconds.
const GLANCE_SECS: f32 = 3.2;
/// From this delight on a quiz is something to cheer at.
const CHEERS_FROM: f32 = 0.55;
/// For how long somebody who listens sits in one way, in seconds.
const LEAN_SECS: f32 = 21.0;

/// What is to be seen of a student. `seed` tells students apart, `secs` is the time of the lesson.
pub fn act(seen: &Seen, seed: u32, secs: f32) -> Act {
    let mut act = of_behaviour(seen, seed, secs);
    feel(&mut act, &seen.affect);
    if let Some((reaction, age_secs)) = seen.reaction {
        react(&mut act, reaction, age_secs);
    }
    act
}

/// A number from 0 to 1 that depends on nothing but its arguments.
pub fn chance(seed: u32, salt: u32) -> f32 {
    let mut mixed = seed ^ salt.wrapping_mul(0x9e37_79b9);
    for factor in [0x7feb_352d_u32, 0x846c_a68b] {
        mixed = (mixed ^ (mixed >> 16)).wrapping_mul(factor);
    }
    ((mixed ^ (mixed >> 16)) >> 8) as f32 / (1u32 << 24) as f32
}

pub(super) fn base(clip: Clip, seed: u32) -> Act {
    Act {
        clip,
        mirrored: false,
        hands: Gesture::Motion,
        speed: 0.88 + 0.26 * chance(seed, 12),
        aim: Aim::Motion,
        turn: 0.0,
        slump_rad: 0.05 * chance(seed, 13),
        aside_rad: 0.0,
        face: Expression::default(),
        speaks: false,
        stands: None,
    }
}

/// What is to be seen of somebody who works, waits or asks; and of everybody else.
fn of_behaviour(seen: &Seen, seed: u32, secs: f32) -> Act {
    use Behaviour as B;
    let glance = glance(seed, secs);
    match seen.behaviour {
        B::OnListen => listening(seen.attention, seed, secs, glance),
        B::OnWrite => Act { aim: working(glance), hands: Gesture::Write, ..base(Clip::Write, seed) },
        B::OnRead => Act { aim: Aim::Desk, slump_rad: 0.12, hands: Gesture::Page, ..base(Clip::Idle, seed) },
        B::OnBoard => at_the_board(seed),
        B::DevHelp => Act {
            stands: Some(Hanging::Both),
            hands: Gesture::Point,
            slump_rad: 0.22,
            speaks: true,
            ..talk(seen, seed, secs, 0.3)
        },
        B::DevVrClass => in_a_headset(seed, secs),
        B::DevQuiz => quizzing(seen, seed, secs),
        B::OnScreen => on_screen(seen.device, seed, glance),
        B::Finished => Act {
            aim: Aim::Around(glance_number(seed, secs)),
            slump_rad: -0.10,
            hands: Gesture::Lap,
            ..base(Clip::Idle, seed)
        },
        B::HelpPeer => helping(seen, seed, secs),
        B::OnTalk => talk(seen, seed, secs, 0.2),
        B::OnAnswer => Act { aim: Aim::Teacher, speaks: true, hands: Gesture::Talk, ..base(Clip::Idle, seed) },
        B::Waiting => waiting(seed, glance),
        B::HelpHide | B::DevAccess | B::OnHand | B::HelpQ | B::HelpDep | B::DevPriv => in_need(seen, seed),
        B::HelpTech | B::DevLogin | B::DevBatt => {
            let aim = if glance < 0.4 { Aim::Desk } else { Aim::Teacher };
            hand_up(seed, aim, 0.6, Gesture::UpAtScreen)
        }
        _ if seen.behaviour.level() >= DisruptionLevel::Neighbours => off_task::disturbing(seen, seed, secs),
        _ => off_task::quietly(seen, seed, secs),
    }
}

/// Of somebody who needs help: some ask, some hide it.
fn in_need(seen: &Seen, seed: u32) -> Act {
    use Behaviour as B;
    let worried = Expression { squint: 0.3, sad: 0.2, ..Default::default() };
    match seen.behaviour {
        B::HelpHide => Act {
            aim: Aim::Desk,
            slump_rad: 0.14,
            speed: 0.6,
            face: worried,
            hands: Gesture::Stuck,
            ..base(Clip::Write, seed)
        },
        B::DevAccess => Act {
            aim: Aim::Desk,
            slump_rad: 0.30,
            face: Expression { squint: 0.8, ..worried },
            hands: Gesture::OneFinger,
            ..base(Clip::Type, seed)
        },
        B::HelpQ => hand_up(seed, Aim::Teacher, 0.8, Gesture::HalfUp),
        B::HelpDep => hand_up(seed, Aim::Teacher, 0.5, Gesture::Wave),
        B::DevPriv => hand_up(seed, Aim::Desk, 0.3, Gesture::UpAtScreen),
        _ => hand_up(seed, Aim::Teacher, 0.4, Gesture::Up),
    }
}

/// Before the board: one arm writes, and the eyes are on it.
fn at_the_board(seed: u32) -> Act {
    Act { aim: Aim::Board, hands: Gesture::Board, stands: Some(Hanging::Both), ..base(Clip::Idle, seed) }
}

/// In a headset the head turns about in a world that nobody else sees.
fn in_a_headset(seed: u32, secs: f32) -> Act {
    Act {
        aim: Aim::Around(glance_number(seed, secs)),
        turn: 0.5,
        face: Expression { surprise: 0.3, smile: 0.3, ..Default::default() },
        hands: Gesture::Controllers,
        ..base(Clip::Idle, seed)
    }
}

/// Quick taps, and looks to the board and back; who is delighted throws up the fists now and then.
fn quizzing(seen: &Seen, seed: u32, secs: f32) -> Act {
    let glance = glance(seed, secs);
    let wins = seen.affect.level(Feeling::Delight) > CHEERS_FROM && (0.35..0.5).contains(&glance);
    let at_board = glance < 0.35 || wins;
    Act {
        aim: if at_board { Aim::Board } else { Aim::Desk },
        speed: 1.3,
        face: Expression { smile: if wins { 0.9 } else { 0.35 }, brows_up: 0.2, ..Default::default() },
        hands: if wins { Gesture::Cheer } else { Gesture::Taps },
        ..base(Clip::Type, seed)
    }
}

/// Changes with every glance: a share from 0 to 1.
pub(super) fn glance(seed: u32, secs: f32) -> f32 {
    chance(seed, 0x1000 + glance_number(seed, secs))
}

/// Counts the glances of somebody; they last differently long and change at other times for everybody.
pub(super) fn glance_number(seed: u32, secs: f32) -> u32 {
    let pace = GLANCE_SECS * (0.7 + 0.6 * chance(seed, 21));
    (secs / pace + 17.0 * chance(seed, 22)).max(0.0) as u32
}

/// Who attends sits up; with less of it the head sinks on a hand.
fn listening(attention: f32, seed: u32, secs: f32, glance: f32) -> Act {
    let lapse = 0.25 * (1.0 - attention.clamp(0.0, 1.0));
    let aim = if glance < 0.68 - lapse {
        Aim::Teacher
    } else if glance < 0.88 - lapse {
        Aim::Board
    } else {
        Aim::Desk
    };
    let leans = chance(seed, 0x2000 + (secs / LEAN_SECS) as u32) < 0.06 + 0.5 * (0.6 - attention).max(0.0);
    let (hands, slump_rad) = if leans { (Gesture::Chin, 0.20) } else { (Gesture::Rest, 0.05 * chance(seed, 13)) };
    Act { aim, hands, slump_rad, ..base(Clip::Listen, seed) }
}

fn working(glance: f32) -> Aim {
    if glance < 0.1 { Aim::Board } else { Aim::Motion }
}

pub(super) fn on_screen(device: Device, seed: u32, glance: f32) -> Act {
    let (clip, hands) = match device {
        Device::Notebook => (Clip::Write, Gesture::Write),
        Device::Tablet => (Clip::Type, Gesture::Touch),
        Device::Laptop | Device::Headset => (Clip::Type, Gesture::Keys),
    };
    Act {
        aim: if glance < 0.08 { Aim::Board } else { Aim::Desk },
        face: Expression { squint: 0.15, ..Default::default() },
        hands,
        ..base(clip, seed)
    }
}

/// Which way the other one is: 1 on the left, -1 on the right, 0 if there is nobody.
pub(super) fn side_of_partner(seen: &Seen) -> f32 {
    seen.partner.map_or(0.0, |(_, on_left)| if on_left { 1.0 } else { -1.0 })
}

/// Talk in turns: the one of two who speaks changes every few seconds, and both agree on whose turn it is.
pub(super) fn talk(seen: &Seen, seed: u32, secs: f32, smile: f32) -> Act {
    let Some((partner, on_left)) = seen.partner else {
        let aim = Aim::Around(glance_number(seed, secs));
        return Act { aim, speaks: true, hands: Gesture::Talk, ..base(Clip::Talk, seed) };
    };
    let turn = (secs / 2.6) as u32;
    let speaks = (chance(turn, 31) < 0.5) == on_left;
    Act {
        mirrored: !on_left,
        aim: Aim::Student(partner),
        turn: 0.25,
        aside_rad: 0.10 * side_of_partner(seen),
        face: Expression { smile: if speaks { 0.6 * smile } else { smile }, ..Default::default() },
        speaks,
        hands: if speaks { Gesture::Talk } else { Gesture::Rest },
        ..base(if speaks { Clip::Talk } else { Clip::Idle }, seed)
    }
}

/// Shows a neighbour something in their work, softly.
fn helping(seen: &Seen, seed: u32, secs: f32) -> Act {
    let talks = talk(seen, seed, secs, 0.1);
    let Some((partner, _)) = seen.partner else { return talks };
    let shows = talks.speaks;
    Act {
        aim: if shows { Aim::DeskOf(partner) } else { talks.aim },
        aside_rad: 0.2 * side_of_partner(seen),
        slump_rad: 0.10,
        hands: if shows { Gesture::Point } else { talks.hands },
        ..talks
    }
}

fn hand_up(seed: u32, aim: Aim, brows_up: f32, hands: Gesture) -> Act {
    Act {
        aim,
        face: Expression { brows_up, ..Default::default() },
        slump_rad: -0.04,
        hands,
        ..base(Clip::Listen, seed)
    }
}

fn waiting(seed: u32, glance: f32) -> Act {
    let aim = if glance < 0.4 {
        Aim::Teacher
    } else if glance < 0.65 {
        Aim::Board
    } else {
        Aim::Desk
    };
    let pick = chance(seed, 41);
    let hands = if pick < 0.3 {
        Gesture::Lap
    } else if pick < 0.75 {
        Gesture::Rest
    } else {
        Gesture::Chin
    };
    Act {
        aim,
        slump_rad: if hands == Gesture::Chin { 0.20 } else { 0.05 },
        face: Expression { bored: 0.3, ..Default::default() },
        hands,
        ..base(if pick < 0.5 { Clip::Idle } else { Clip::Listen }, seed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(behaviour: Behaviour) -> Seen {
        Seen {
            behaviour,
            since_secs: 3.0,
            partner: Some((StudentId(4), true)),
            reaction: None,
            device: Device::Laptop,
            attention: 0.8,
            affect: Affect::start(),
        }
    }

    #[test]
    fn behaviours_that_a_teacher_must_tell_apart_look_different() {
        let clip = |behaviour| act(&seen(behaviour), 5, 10.0).clip;
        assert_eq!(clip(Behaviour::OnListen), Clip::Listen);
        assert_eq!(clip(Behaviour::OnWrite), Clip::Write);
        assert_eq!(clip(Behaviour::OnScreen), Clip::Type);
        assert_eq!(act(&seen(Behaviour::HelpQ), 5, 10.0).hands, Gesture::HalfUp);
        assert_eq!(clip(Behaviour::DevPhone), Clip::Phone);
        assert_eq!(clip(Behaviour::Laugh), Clip::Laugh);
        assert_eq!(clip(Behaviour::Withdraw), Clip::Sleep);
    }

    #[test]
    fn every_behaviour_of_the_catalogue_has_its_look() {
        for &behaviour in Behaviour::ALL {
            assert!(act(&seen(behaviour), 5, 10.0).speed > 0.0, "{behaviour:?}");
        }
    }

    #[test]
    fn what_is_felt_shows_on_a_face_at_work() {
        let mut bored = seen(Behaviour::OnWrite);
        bored.affect.stir(Feeling::Boredom, 1.0);
        let (calm, bored) = (act(&seen(Behaviour::OnWrite), 5, 10.0), act(&bored, 5, 10.0));
        assert!(bored.face.bored > calm.face.bored + 0.4 && bored.slump_rad > calm.slump_rad);
        assert_eq!(bored.clip, calm.clip);
    }

    /// What can be seen of an act from a few metres, roughly.
    fn look(behaviour: Behaviour) -> (Clip, Gesture, bool, bool, i32, i32) {
        let act = act(&seen(behaviour), 5, 10.0);
        let lean = (act.slump_rad * 12.0).round() as i32;
        (act.clip, act.hands, act.stands.is_some(), act.speaks, lean, (act.face.angry * 4.0) as i32)
    }

    #[test]
    fn behaviours_that_looked_alike_have_hands_or_backs_of_their_own() {
        use Behaviour as B;
        let apart = [
            B::OnRead,
            B::OffDoodle,
            B::NotGetOn,
            B::OffPrivate,
            B::OffEat,
            B::OnWrite,
            B::HelpHide,
            B::OffIdle,
            B::OffDaydream,
            B::Refuse,
            B::Finished,
            B::OffGiveup,
            B::OffFidget,
            B::Noise,
            B::OffNoEq,
            B::DevTab,
            B::DevCyber,
        ];
        for (at, one) in apart.into_iter().enumerate() {
            for &other in &apart[at + 1..] {
                assert_ne!(look(one), look(other), "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn hands_that_need_a_desk_are_for_who_sits() {
        for &behaviour in Behaviour::ALL {
            for seed in 0..6 {
                let act = act(&seen(behaviour), seed, 12.0);
                assert!(act.stands.is_none() || !act.hands.is_seated(), "{behaviour:?} has {:?}", act.hands);
            }
        }
    }

    #[test]
    fn two_who_chat_take_turns() {
        let mut spoke = [0, 0];
        for step in 0..200 {
            let secs = step as f32 * 0.5;
            let left = act(&Seen { partner: Some((StudentId(1), false)), ..seen(Behaviour::OffChat) }, 7, secs);
            let right = act(&Seen { partner: Some((StudentId(0), true)), ..seen(Behaviour::OffChat) }, 8, secs);
            assert_ne!(left.speaks, right.speaks, "exactly one speaks at {secs} s");
            assert!(left.mirrored && !right.mirrored, "each turns to the other");
            spoke[usize::from(left.speaks)] += 1;
        }
        assert!(spoke[0] > 50 && spoke[1] > 50, "{spoke:?}");
    }

    #[test]
    fn listeners_look_mostly_at_the_teacher_and_not_all_at_once() {
        let mut at_teacher = 0;
        let mut changes = 0;
        for seed in 0..24 {
            for step in 0..100 {
                let aim = |secs| act(&seen(Behaviour::OnListen), seed, secs).aim;
                at_teacher += u32::from(aim(step as f32) == Aim::Teacher);
                changes += u32::from(aim(step as f32) != aim(step as f32 + 0.1));
            }
        }
        assert!((1300..1800).contains(&at_teacher), "{at_teacher} of 2400");
        assert!(changes < 200, "{changes} changes in 100 ms steps");
    }

    #[test]
    fn a_reaction_shows_and_passes() {
        let mut student = seen(Behaviour::OnScreen);
        student.reaction = Some((Reaction::Pleased, 0.1));
        let pleased = act(&student, 3, 20.0);
        assert_eq!((pleased.clip, pleased.aim), (Clip::Nod, Aim::Teacher));
        assert!(pleased.face.smile > 0.5);
        student.reaction = Some((Reaction::Pleased, 30.0));
        assert_eq!(act(&student, 3, 20.0), act(&seen(Behaviour::OnScreen), 3, 20.0));
    }

    #[test]
    fn no_two_students_of_a_class_move_alike() {
        let speeds: std::collections::BTreeSet<u32> =
            (0..24).map(|seed| act(&seen(Behaviour::OnWrite), seed, 0.0).speed.to_bits()).collect();
        assert_eq!(speeds.len(), 24);
    }
}
