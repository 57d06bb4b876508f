//! The policies: one teacher whose habits are a row of a table.

use std::fmt;
use std::str::FromStr;

use proefles_scenario::{
    Activity, Behaviour, BoardShow, ChoiceId, DisruptionLevel, ItemKind, Place, StudentId, Verdict,
};

use super::perceive::{Seen, perceive};
use crate::rng::{self, Purpose};
use crate::session::Session;
use crate::{BoardUse, Gaze, InstructionParts, TeacherCommand};

/// A teacher that teaches by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Looks at the own screen and lets everything pass.
    Absent,
    /// Reprimands in public, early and often; takes the heaviest option.
    Harsh,
    /// Means well, stands still, watches the front.
    Immobile,
    /// What observation studies describe: anchored at the front, uneven gaze, mostly verbal.
    Typical,
    /// Moves, scans evenly, answers softly; decides as most do.
    Dynamic,
    /// Moves, scans, answers early and in private, praises; takes the option that the field advises.
    Expert,
    /// Anything.
    Random,
}

/// When in an exchange somebody gets the turn, and when the teacher says something about the answer, ticks.
const EXCHANGE_TURN: u32 = 40;
const EXCHANGE_CLOSE: u32 = 80;

/// A name that is not a policy's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no policy \"{0}\"; choose absent, harsh, immobile, typical, dynamic, expert or random")]
pub struct UnknownPolicy(pub String);

/// How a policy takes an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Picks {
    Best,
    Mixed,
    Worst,
    Any,
    Nothing,
}

/// Habits of a policy. Times are ticks.
struct Habits {
    /// Length of a look.
    look: u32,
    /// Looks at the whole class evenly rather than at the front.
    even: bool,
    /// Walks to whom needs it.
    walks: bool,
    /// Lets off-task behaviour pass for so long; never answers if none.
    answers_after: Option<u32>,
    /// Answers so often at most.
    acts_every: u32,
    /// Answers by reprimands rather than redirection.
    harsh: bool,
    /// Praises so often; never if none.
    praises_every: Option<u32>,
    /// Asks the class something so often while it explains; never if none.
    asks_every: Option<u32>,
    /// Sees to the board, the cable and the class that waits.
    sees_to_things: bool,
    picks: Picks,
    /// Time to decide, from and to.
    thinks: (u32, u32),
}

impl Policy {
    /// Every policy, from least to most skilled, and random.
    pub const ALL: [Policy; 7] =
        [Self::Absent, Self::Harsh, Self::Immobile, Self::Typical, Self::Dynamic, Self::Expert, Self::Random];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Harsh => "harsh",
            Self::Immobile => "immobile",
            Self::Typical => "typical",
            Self::Dynamic => "dynamic",
            Self::Expert => "expert",
            Self::Random => "random",
        }
    }

    const fn habits(self) -> Habits {
        let typical = Habits {
            look: 25,
            even: false,
            walks: false,
            answers_after: Some(100),
            acts_every: 120,
            harsh: false,
            praises_every: Some(900),
            asks_every: Some(450),
            sees_to_things: true,
            picks: Picks::Mixed,
            thinks: (50, 110),
        };
        match self {
            Self::Absent => Habits {
                answers_after: None,
                praises_every: None,
                asks_every: None,
                sees_to_things: false,
                picks: Picks::Nothing,
                ..typical
            },
            Self::Harsh => Habits {
                answers_after: Some(30),
                harsh: true,
                acts_every: 30,
                praises_every: None,
                picks: Picks::Worst,
                thinks: (20, 50),
                ..typical
            },
            Self::Immobile => Habits { answers_after: Some(200), ..typical },
            Self::Typical => typical,
            Self::Dynamic => Habits { even: true, walks: true, answers_after: Some(60), acts_every: 30, ..typical },
            Self::Expert => Habits {
                look: 18,
                even: true,
                walks: true,
                answers_after: Some(40),
                acts_every: 30,
                praises_every: Some(350),
                picks: Picks::Best,
                thinks: (30, 70),
                ..typical
            },
            Self::Random => Habits { picks: Picks::Any, thinks: (10, 150), ..typical },
        }
    }

    /// What this teacher does at the session's tick. A pure function of what can be perceived, the seed and the tick.
    pub fn act(self, session: &Session) -> Vec<TeacherCommand> {
        let mut commands = Vec::new();
        if session.outcome().is_some() {
            return commands;
        }
        if session.paused() {
            return vec![TeacherCommand::Resume];
        }
        let habits = self.habits();
        commands.extend(decide(session, &habits));
        if self == Self::Absent {
            if session.now() == 1 {
                commands.push(TeacherCommand::LookAt(Gaze::Away));
            }
            return commands;
        }
        if self == Self::Random {
            commands.extend(anything(session));
        }
        let seen = perceive(session);
        if habits.sees_to_things {
            commands.extend(see_to_things(session, &seen));
        }
        if session.now().is_multiple_of(habits.look) {
            commands.extend(look(session, &seen, &habits));
        }
        commands.extend(exchange(session, &seen, &habits));
        if session.now() % habits.acts_every == 15 {
            commands.extend(answer(session, &seen, &habits));
        }
        commands
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Policy {
    type Err = UnknownPolicy;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|policy| policy.name() == name).ok_or_else(|| UnknownPolicy(name.to_owned()))
    }
}

/// Number of a draw by the bot: it has its own key, so that it never shares a student's.
fn draw(session: &Session, low: u32, high: u32) -> u32 {
    rng::between(session.seed(), u16::MAX, session.now(), Purpose::Bot, low, high)
}

/// Takes an option once the time to think is over.
fn decide(session: &Session, habits: &Habits) -> Option<TeacherCommand> {
    let open = session.open_decision()?;
    let (low, high) = habits.thinks;
    let thinks = rng::between(session.seed(), u16::MAX, open.opened, Purpose::Bot, low, high);
    let limit = open.deadline.map_or(u32::MAX, |deadline| deadline - open.opened);
    if session.now() - open.opened < thinks.min(limit.saturating_sub(5)) {
        return None;
    }
    let choices = &session.scenario().decision(open.decision).choices;
    let verdict = |choice: &ChoiceId| choices[choice.index()].verdict;
    let picked = match habits.picks {
        Picks::Nothing => return None,
        Picks::Best => open.offered.iter().copied().max_by_key(|choice| (verdict(choice), std::cmp::Reverse(*choice))),
        Picks::Worst => open.offered.iter().copied().min_by_key(|choice| (verdict(choice), *choice)),
        Picks::Any => {
            let at = draw(session, 0, open.offered.len().saturating_sub(1) as u32);
            open.offered.get(at as usize).copied()
        }
        Picks::Mixed => {
            let weight = |choice: &ChoiceId| match verdict(choice) {
                Verdict::Strong => 35,
                Verdict::Sound => 35,
                Verdict::Weak => 22,
                Verdict::Harmful => 8,
            };
            let total: u32 = open.offered.iter().map(weight).sum();
            let mut left = draw(session, 0, total.saturating_sub(1));
            open.offered.iter().copied().find(|choice| {
                let weight = weight(choice);
                let found = left < weight;
                left = left.saturating_sub(weight);
                found
            })
        }
    };
    picked.map(|choice| TeacherCommand::Choose { decision: open.decision, choice })
}

/// Covers a private picture, puts a loose cable back, tells a class that waits what to do.
fn see_to_things(session: &Session, seen: &[Seen]) -> Vec<TeacherCommand> {
    let mut commands = Vec::new();
    let now = session.now();
    if matches!(session.board(), BoardShow::Private(_)) && now.is_multiple_of(20) {
        commands.push(TeacherCommand::UseBoard(BoardUse::Freeze));
    }
    let waiting = seen.iter().filter(|s| s.behaviour == Behaviour::Waiting && s.ticks > 100).count();
    if waiting * 2 > seen.len() && now.is_multiple_of(150) {
        commands.push(TeacherCommand::GiveInstruction(InstructionParts::ALL));
    }
    if session.board() == BoardShow::NoSignal && now.is_multiple_of(10) {
        let scenario = session.scenario();
        let cables = scenario.items.iter().enumerate().filter(|(_, item)| item.kind == ItemKind::BoardCable);
        for (at, item) in cables {
            let id = proefles_scenario::ItemId::from_index(at);
            let reach = |point| session.teacher().pose.at.distance_mm(point) < 1500;
            commands.push(match session.item(id) {
                (_, true) => continue,
                (None, _) if reach(item.used_at) => TeacherCommand::UseItem,
                (None, _) => TeacherCommand::WalkTo(Place::Point(item.used_at)),
                (Some(point), _) if reach(point) => TeacherCommand::TakeItem(id),
                (Some(point), _) => TeacherCommand::WalkTo(Place::Point(point)),
            });
        }
    }
    commands
}

/// Where the eyes go next.
fn look(session: &Session, seen: &[Seen], habits: &Habits) -> Option<TeacherCommand> {
    let count = seen.len() as u32;
    if count == 0 {
        return None;
    }
    let striking =
        seen.iter().filter(|s| s.asks() || s.is_off_task() && s.behaviour.level() >= DisruptionLevel::Neighbours);
    let striking: Vec<StudentId> = striking.map(|s| s.student).collect();
    let turn = session.now() / habits.look;
    if habits.even && !striking.is_empty() && turn.is_multiple_of(2) {
        return Some(TeacherCommand::LookAt(Gaze::Student(striking[turn as usize / 2 % striking.len()])));
    }
    let at = if habits.even {
        // A stride that shares no factor with the class visits everybody once before anybody twice.
        let stride = (2..).find(|stride| gcd(*stride, count) == 1).unwrap_or(1);
        turn * stride % count
    } else {
        // In three looks of four the smaller of two draws: it favours low ids, the front rows of a roster.
        let other = |number| rng::between(session.seed(), u16::MAX - number, session.now(), Purpose::Bot, 0, count - 1);
        let first = draw(session, 0, count - 1);
        if other(5) * 4 < count * 3 { first.min(other(1)) } else { first }
    };
    Some(TeacherCommand::LookAt(Gaze::Student(seen[at as usize].student)))
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// A question to the class, a turn for somebody whose hand is up, a word about the answer: while the class listens.
fn exchange(session: &Session, seen: &[Seen], habits: &Habits) -> Option<TeacherCommand> {
    let every = habits.asks_every?;
    let listens = matches!(session.activity(), Activity::Explain | Activity::Discussion);
    if !listens || session.now() < every {
        return None;
    }
    let doing = |behaviour: Behaviour| seen.iter().filter(move |s| s.behaviour == behaviour).max_by_key(|s| s.ticks);
    match session.now() % every {
        0 => Some(TeacherCommand::AskClass),
        EXCHANGE_TURN => Some(TeacherCommand::CallOn(doing(Behaviour::OnHand)?.student)),
        EXCHANGE_CLOSE => {
            Some(TeacherCommand::Praise { student: Some(doing(Behaviour::OnAnswer)?.student), specific: false })
        }
        _ => None,
    }
}

/// What the teacher does about what they see.
fn answer(session: &Session, seen: &[Seen], habits: &Habits) -> Vec<TeacherCommand> {
    let mut commands = Vec::new();
    let now = session.now();
    let busy_with_board = session.board() == BoardShow::NoSignal && habits.sees_to_things;
    let in_exchange = habits.asks_every.is_some_and(|every| now % every < EXCHANGE_CLOSE);
    let waits = |s: &&Seen| s.asks() && s.ticks > 20 && !(in_exchange && s.behaviour == Behaviour::OnHand);
    if let Some(asking) = seen.iter().filter(waits).max_by_key(|s| s.ticks) {
        commands.push(TeacherCommand::CallOn(asking.student));
    }
    let patience = habits.answers_after.unwrap_or(u32::MAX);
    let off_task = seen.iter().filter(|s| s.noticed && s.is_off_task() && s.ticks >= patience);
    let worst = off_task.max_by_key(|s| (s.behaviour.level(), s.ticks));
    if let Some(worst) = worst {
        let id = worst.student;
        if habits.harsh {
            commands.push(TeacherCommand::Reprimand(Some(id)));
        } else if worst.distance_mm <= 2000 || !habits.walks {
            let small = worst.behaviour.level() <= DisruptionLevel::Private;
            if habits.walks || !small {
                commands.push(TeacherCommand::Redirect(id));
            }
        } else if !busy_with_board {
            commands.push(TeacherCommand::WalkTo(Place::Student(id)));
        }
    }
    let hurt = seen.iter().find(|s| s.behaviour == Behaviour::Withdraw && s.ticks > 40);
    if let Some(hurt) = hurt.filter(|_| habits.walks && worst.is_none() && !busy_with_board) {
        commands.push(match hurt.distance_mm <= 1500 {
            true => TeacherCommand::Address(Some(hurt.student)),
            false => TeacherCommand::WalkTo(Place::Student(hurt.student)),
        });
    }
    if habits.harsh && session.noise_permille() > 350 && now % 90 == 15 {
        commands.push(TeacherCommand::Reprimand(None));
    }
    let praises = habits.praises_every.is_some_and(|every| now % every / 30 == 0);
    if praises && let Some(good) = seen.iter().filter(|s| s.behaviour.on_task()).max_by_key(|s| s.ticks) {
        commands.push(TeacherCommand::Praise { student: Some(good.student), specific: habits.even });
    }
    if habits.walks && worst.is_none() && hurt.is_none() && now % 240 == 15 && !busy_with_board {
        let at = draw(session, 0, seen.len() as u32 - 1) as usize;
        commands.push(TeacherCommand::WalkTo(Place::Student(seen[at].student)));
    }
    commands
}

/// Something at random, every few seconds.
fn anything(session: &Session) -> Option<TeacherCommand> {
    if !session.now().is_multiple_of(40) || session.scenario().students.is_empty() {
        return None;
    }
    let id = StudentId(draw(session, 0, session.scenario().students.len() as u32 - 1) as u16);
    Some(match rng::between(session.seed(), u16::MAX - 2, session.now(), Purpose::Bot, 0, 11) {
        0 => TeacherCommand::Praise { student: Some(id), specific: false },
        1 => TeacherCommand::Redirect(id),
        2 => TeacherCommand::Reprimand(Some(id)),
        3 => TeacherCommand::CallOn(id),
        4 => TeacherCommand::Wait,
        5 => TeacherCommand::GiveInstruction(InstructionParts::ALL),
        6 => TeacherCommand::AskClass,
        7 => TeacherCommand::WalkTo(Place::Student(id)),
        8 => TeacherCommand::LockDevices(Some(id)),
        9 => TeacherCommand::UnlockDevices(None),
        10 => TeacherCommand::Address(Some(id)),
        _ => TeacherCommand::UseBoard(BoardUse::Show),
    })
}
