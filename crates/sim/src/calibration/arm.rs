//! The arms of a calibration: a lesson, a teacher, and what share of the seeds it gets.

use std::sync::Arc;

use proefles_scenario::{Place, Scenario, StudentId};

use super::lesson;
use super::observe::{Observed, Observer};
use crate::rng::{self, Purpose};
use crate::{Policy, Session, TeacherCommand};

/// A reference lesson with a teacher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arm {
    /// What observation studies describe.
    Typical,
    /// Never responds.
    Absent,
    /// Stands still.
    Immobile,
    /// Moves and scans evenly.
    Dynamic,
    /// As typical, after greeting everybody at the door.
    Greeted,
    /// As typical, with the class at tables.
    Groups,
    /// As typical, with laptops.
    Devices,
    /// As typical, with so many students.
    Size(u8),
    /// Explains all lesson long and never responds; with a poll in between or without.
    Explained {
        /// Five minutes of poll after fifteen minutes.
        poll: bool,
    },
    /// Asks the class every minute; waits in silence for three seconds and more, or goes on.
    Asks {
        /// Waits.
        waits: bool,
    },
    /// Says something every twenty seconds: praise in so many of ten, and a reprimand otherwise.
    Feedback {
        /// Of ten.
        praises: u8,
    },
}

/// What part of the seeds an arm gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// All of them: most targets are measured here.
    All,
    /// A quarter.
    Quarter,
}

impl Arm {
    /// Every arm, in the order in which they run.
    pub const ALL: [Arm; 20] = [
        Self::Typical,
        Self::Absent,
        Self::Immobile,
        Self::Dynamic,
        Self::Greeted,
        Self::Groups,
        Self::Devices,
        Self::Size(15),
        Self::Size(25),
        Self::Size(45),
        Self::Explained { poll: false },
        Self::Explained { poll: true },
        Self::Asks { waits: false },
        Self::Asks { waits: true },
        Self::Feedback { praises: 2 },
        Self::Feedback { praises: 4 },
        Self::Feedback { praises: 6 },
        Self::Feedback { praises: 8 },
        Self::Feedback { praises: 9 },
        Self::Feedback { praises: 10 },
    ];

    /// What part of the seeds it gets.
    pub const fn share(self) -> Share {
        if matches!(self, Self::Typical) { Share::All } else { Share::Quarter }
    }

    /// How many of so many seeds it gets, at least two.
    pub const fn lessons(self, seeds: u32) -> u32 {
        let part = match self.share() {
            Share::All => seeds,
            Share::Quarter => seeds / 4,
        };
        if part < 2 { 2 } else { part }
    }

    fn lesson(self) -> Arc<Scenario> {
        match self {
            Self::Groups => lesson::in_groups(),
            Self::Devices => lesson::on_devices(),
            Self::Size(count) => lesson::of_size(usize::from(count)),
            Self::Explained { poll } => lesson::explained(poll),
            _ => lesson::reference(),
        }
    }

    fn teach(self, session: &Session) -> Vec<TeacherCommand> {
        match self {
            Self::Immobile => Policy::Immobile.act(session),
            // Who responds would blur what a poll does by itself.
            Self::Absent | Self::Explained { .. } => Policy::Absent.act(session),
            Self::Dynamic => Policy::Dynamic.act(session),
            Self::Greeted => greet(session),
            Self::Asks { waits } => ask(session, waits),
            Self::Feedback { praises } => feed_back(session, praises),
            _ => Policy::Typical.act(session),
        }
    }

    /// Gives one lesson and notes what happens.
    pub fn observe(self, seed: u64) -> Observed {
        let mut session = Session::new(self.lesson(), seed);
        let mut observer = Observer::new(&session);
        while session.outcome().is_none() {
            for command in self.teach(&session) {
                // A policy may ask for what cannot be done now, as a teacher may.
                session.apply(command).ok();
            }
            session.tick();
            let events = session.take_events();
            observer.tick(&session, &events);
        }
        observer.finish()
    }
}

/// Two seconds for each at the door; then as usual.
fn greet(session: &Session) -> Vec<TeacherCommand> {
    let mut commands = Policy::Typical.act(session);
    if session.now() == 0 {
        commands.push(TeacherCommand::WalkTo(Place::Door));
        commands.push(TeacherCommand::Greet);
    }
    commands
}

/// A question every minute. Who waits says nothing more.
fn ask(session: &Session, waits: bool) -> Vec<TeacherCommand> {
    match session.now() % 600 {
        300 => vec![TeacherCommand::AskClass],
        302 if waits => vec![TeacherCommand::Wait],
        450 => vec![TeacherCommand::Address(None)],
        _ => Vec::new(),
    }
}

/// Feedback every twenty seconds, to whoever it fits: praise for somebody at work, a reprimand for somebody who is not.
fn feed_back(session: &Session, praises: u8) -> Vec<TeacherCommand> {
    if session.now() % 200 != 100 {
        return Vec::new();
    }
    let count = session.scenario().students.len() as u32;
    let draw = |number, most| rng::between(session.seed(), number, session.now(), Purpose::Bot, 0, most);
    let praise = draw(u16::MAX, 9) < u32::from(praises);
    let start = draw(u16::MAX - 1, count - 1);
    let fits = |id: &StudentId| {
        let behaviour = session.student(*id).behaviour;
        if praise { behaviour.on_task() } else { behaviour.is_off_task() }
    };
    let mut class = (0..count).map(|at| StudentId(((start + at) % count) as u16));
    let Some(id) = class.find(fits) else { return Vec::new() };
    vec![match praise {
        true => TeacherCommand::Praise { student: Some(id), specific: true },
        false => TeacherCommand::Reprimand(Some(id)),
    }]
}
