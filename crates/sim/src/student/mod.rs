//! A student's state, and one tick of it.

mod conflict;
mod device;
mod lapse;
pub mod neighbours;
mod notice;
mod step;
mod task;
mod trouble;

use proefles_scenario::{Behaviour, Device, Scenario, ScreenState, StudentId, Temperament};

use crate::digest::Digest;
use crate::event::Reaction;
use crate::math::exp;
use crate::rng::{self, Purpose};
use crate::rules::affect::Affect;
use crate::rules::params;

pub use device::is_on_a_device;
pub use step::{Change, Shown, StepInput, interruptible, step};
pub use task::{Kit, Setting, task_behaviour, task_screen};

/// Traits of a student in this run: the author's temperament, varied by the seed. 1.0 is average.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Traits {
    pub distractibility: f32,
    pub sociability: f32,
    pub patience: f32,
    /// How seldom they ask for help.
    pub help_shyness: f32,
    pub confidence: f32,
}

impl Traits {
    /// How strongly peers draw this student: the sociable and the easily distracted more. 1 is average.
    pub fn drawn_by_peers(&self) -> f32 {
        self.sociability * (1.0 + self.distractibility) / 2.0
    }
}

/// Everything about a student that changes.
#[derive(Debug, Clone, PartialEq)]
pub struct StudentState {
    pub traits: Traits,
    pub behaviour: Behaviour,
    /// When the behaviour began. This and every other time here is lesson time, in ticks.
    pub since: u32,
    /// When it ends by itself.
    pub until: u32,
    pub partner: Option<StudentId>,
    /// The author holds this behaviour; rules leave it alone until it ends.
    pub held: bool,
    /// Attention, engagement with the task and respect for the teacher, 0 to 1.
    pub attention: f32,
    pub engagement: f32,
    pub respect: f32,
    pub affect: Affect,
    /// How far the work of this phase is, 0 to 1 and more.
    pub progress: f32,
    /// How sure the student is of being able to do this work, 0 to 2; it starts as confidence.
    pub efficacy: f32,
    /// No lapse before this tick.
    pub quiet_until: u32,
    /// Takes up the current task at this tick.
    pub replan_at: u32,
    pub screen: ScreenState,
    pub locked: bool,
    /// The lid is half down, or the tablet lies on its face.
    pub lid_down: bool,
    pub battery_empty: bool,
    /// Logged in to the task of this phase.
    pub logged_in: bool,
    /// The tool of the lesson lacks an option that this student needs.
    pub lacks_tool: bool,
    /// The teacher has looked at the work: lapses are fewer until this tick.
    pub checked_until: u32,
    /// When what the student does now could first be seen or heard from where the teacher stood.
    pub shown_at: Option<u32>,
    /// When the teacher first perceived what the student does now.
    pub noticed_at: Option<u32>,
    pub reaction: Option<(Reaction, u32)>,
    /// A reaction that will begin at a tick.
    pub reacts_at: Option<(Reaction, u32)>,
    /// Quiet time after that reaction, if it ends a lapse.
    pub quiet_after: u32,
    /// Times told off, and when last.
    pub reprimands: u32,
    pub last_reprimand: u32,
    /// Whether the teacher is within reach.
    pub near: bool,
    /// A hand goes up at this tick.
    pub hand_at: Option<u32>,
}

/// `value` per mille, varied by the seed.
fn vary(value: u16, seed: u64, who: u16, number: u32) -> f32 {
    let p = params();
    f32::from(value) / 1000.0 * (p.trait_least + p.trait_spread * rng::unit(seed, who, number, Purpose::Trait))
}

impl StudentState {
    /// The state at the start of a run.
    pub fn new(scenario: &Scenario, id: StudentId, seed: u64) -> Self {
        let p = params();
        let student = scenario.student(id);
        let Temperament { distractibility, sociability, patience, help_shyness, confidence } = student.temperament;
        let traits = Traits {
            distractibility: f32::from(distractibility) / 1000.0
                * exp(p.trait_sigma * rng::normal(seed, id.0, 0, Purpose::Trait)),
            sociability: vary(sociability, seed, id.0, 1),
            patience: vary(patience, seed, id.0, 2),
            help_shyness: vary(help_shyness, seed, id.0, 4),
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
            attention: p.attention_start,
            engagement: p.engagement_start,
            respect: p.respect_start,
            affect: Affect::start(),
            progress: 0.0,
            efficacy: traits.confidence,
            quiet_until: rng::between(seed, id.0, 0, Purpose::Duration, p.quiet_start_least, p.quiet_start_most),
            replan_at: u32::MAX,
            screen,
            locked: false,
            lid_down: false,
            battery_empty: false,
            logged_in: false,
            lacks_tool: screen == ScreenState::Task && rng::unit(seed, id.0, 0, Purpose::Device) < p.access_share,
            checked_until: 0,
            shown_at: None,
            noticed_at: None,
            reaction: None,
            reacts_at: None,
            quiet_after: 0,
            reprimands: 0,
            last_reprimand: 0,
            near: false,
            hand_at: None,
        }
    }

    /// What the student works with, with this on the desk.
    pub fn kit(&self, device: Device) -> Kit {
        let Self { battery_empty, locked, lid_down, logged_in, .. } = *self;
        Kit { device, battery_empty, locked, lid_down, logged_in }
    }

    /// The task gives no trouble any more: relief, and a little more trust in oneself.
    pub fn resolve_trouble(&mut self) {
        if self.affect.trouble_since.is_some() {
            self.affect.resolve();
            self.efficacy = (self.efficacy + params().efficacy_gain).min(2.0);
        }
    }

    /// Adds to a value that stays between 0 and 1.
    pub fn add(value: &mut f32, by: f32) {
        *value = (*value + by).clamp(0.0, 1.0);
    }

    /// Feeds the state to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        let Self { traits, behaviour, since, until, partner, held, attention, engagement, respect, .. } = self;
        let Self { quiet_until, replan_at, screen, locked, reaction, reacts_at, reprimands, .. } = self;
        let Self { last_reprimand, near, hand_at, affect, quiet_after, lid_down, checked_until, .. } = self;
        affect.digest(digest);
        let Traits { distractibility, sociability, patience, help_shyness, confidence } = *traits;
        for value in [distractibility, sociability, patience, help_shyness, confidence] {
            digest.float(value);
        }
        for value in [*attention, *engagement, *respect, self.progress, self.efficacy] {
            digest.float(value);
        }
        for tick in
            [*since, *until, *quiet_until, *replan_at, *reprimands, *last_reprimand, *quiet_after, *checked_until]
        {
            digest.u32(tick);
        }
        digest.named(&(behaviour, partner, held, screen, locked, reaction, reacts_at, near, hand_at, lid_down));
        digest.named(&(self.noticed_at, self.shown_at, self.battery_empty, self.logged_in, self.lacks_tool));
    }
}
