//! A student's state, and one tick of it.

pub mod neighbours;
mod step;
mod task;

use std::hash::Hasher;

use proefles_scenario::{Behaviour, Device, Scenario, ScreenState, StudentId, Temperament};

use crate::digest::Digest;
use crate::event::Reaction;
use crate::rng::{self, Purpose};

pub use step::{StepInput, step};
pub use task::{task_behaviour, task_screen};

/// Traits of a student in this run: the author's temperament, varied by the seed. 1.0 is average.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Traits {
    pub distractibility: f32,
    pub sociability: f32,
    pub patience: f32,
    pub confidence: f32,
}

/// Everything about a student that changes.
#[derive(Debug, Clone, PartialEq)]
pub struct StudentState {
    pub traits: Traits,
    pub behaviour: Behaviour,
    /// Tick at which the behaviour began.
    pub since: u32,
    /// Tick at which it ends by itself.
    pub until: u32,
    pub partner: Option<StudentId>,
    /// The author holds this behaviour; rules leave it alone until it ends.
    pub held: bool,
    /// Attention, engagement with the task and respect for the teacher, 0 to 1.
    pub attention: f32,
    pub engagement: f32,
    pub respect: f32,
    /// No lapse before this tick.
    pub quiet_until: u32,
    /// Takes up the current task at this tick.
    pub replan_at: u32,
    pub screen: ScreenState,
    pub locked: bool,
    pub reaction: Option<(Reaction, u32)>,
    /// A reaction that will begin at a tick.
    pub reacts_at: Option<(Reaction, u32)>,
    /// Times told off, and when last.
    pub reprimands: u32,
    pub last_reprimand: u32,
    /// Whether the teacher is within reach.
    pub near: bool,
    /// A hand goes up at this tick.
    pub hand_at: Option<u32>,
}

/// `value` per mille, varied by up to ±25 % by the seed.
fn vary(value: u16, seed: u64, who: u16, number: u32) -> f32 {
    f32::from(value) / 1000.0 * (0.75 + 0.5 * rng::unit(seed, who, number, Purpose::Trait))
}

impl StudentState {
    /// The state at the start of a run.
    pub fn new(scenario: &Scenario, id: StudentId, seed: u64) -> Self {
        let student = scenario.student(id);
        let Temperament { distractibility, sociability, patience, confidence, .. } = student.temperament;
        let traits = Traits {
            distractibility: vary(distractibility, seed, id.0, 0),
            sociability: vary(sociability, seed, id.0, 1),
            patience: vary(patience, seed, id.0, 2),
            confidence: vary(confidence, seed, id.0, 3),
        };
        let screen = if student.device == Device::Notebook { ScreenState::Off } else { ScreenState::Task };
        Self {
            traits,
            behaviour: Behaviour::OnListen,
            since: 0,
            until: u32::MAX,
            partner: None,
            held: false,
            attention: 0.8,
            engagement: 0.7,
            respect: 0.75,
            quiet_until: rng::between(seed, id.0, 0, Purpose::Duration, 50, 600),
            replan_at: u32::MAX,
            screen,
            locked: false,
            reaction: None,
            reacts_at: None,
            reprimands: 0,
            last_reprimand: 0,
            near: false,
            hand_at: None,
        }
    }

    /// Adds to a value that stays between 0 and 1.
    pub fn add(value: &mut f32, by: f32) {
        *value = (*value + by).clamp(0.0, 1.0);
    }

    /// Feeds the state to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        for value in [self.attention, self.engagement, self.respect, self.traits.distractibility] {
            digest.float(value);
        }
        digest.write_u8(self.behaviour as u8);
        for tick in [self.since, self.until, self.quiet_until, self.replan_at, self.reprimands, self.last_reprimand] {
            digest.write_u32(tick);
        }
        digest.write_u32(self.hand_at.unwrap_or(u32::MAX));
        digest.write_u16(self.partner.map_or(u16::MAX, |partner| partner.0));
        digest.write_u8(self.screen as u8);
        digest.write_u8(u8::from(self.locked) | u8::from(self.held) << 1 | u8::from(self.near) << 2);
        for (reaction, tick) in [self.reaction, self.reacts_at].into_iter().flatten() {
            digest.write_u8(reaction as u8);
            digest.write_u32(tick);
        }
    }
}
