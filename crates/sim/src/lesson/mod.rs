//! The lesson's course: conditions are tested, effects carried out, decisions put and answered, endings chosen.

mod condition;
mod decision;
mod effect;
mod ending;
mod incident;

use proefles_scenario::{ChoiceId, DecisionId, Effect, IncidentKind, Scenario};

use crate::digest::Digest;
use crate::session::OpenDecision;

/// An effect that waits for its time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pending {
    /// In lesson time.
    pub due: u32,
    pub effects: Vec<Effect>,
}

/// A decision that has been closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Closed {
    pub tick: u32,
    /// None if time ran out.
    pub choice: Option<ChoiceId>,
}

/// Everything about the lesson's course that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonState {
    pub flags: Vec<bool>,
    /// When each beat fired last, in lesson time.
    pub fired: Vec<Option<u32>>,
    pub closed: Vec<Option<Closed>>,
    pub open: Option<OpenDecision>,
    /// Decisions that wait until the open one is closed, oldest first.
    pub queue: Vec<DecisionId>,
    /// No decision opens before this tick: of the run, because thinking goes on while the class stands still.
    pub next_decision_at: u32,
    pub pending: Vec<Pending>,
    /// Incidents that go on, and until when, in lesson time; none until they are mended.
    pub incidents: Vec<(IncidentKind, Option<u32>)>,
    /// Points earned and possible, by criterion.
    pub scores: Vec<(u32, u32)>,
}

impl LessonState {
    /// At the start of a run.
    pub fn new(scenario: &Scenario) -> Self {
        Self {
            flags: vec![false; scenario.flags.len()],
            fired: vec![None; scenario.beats.len()],
            closed: vec![None; scenario.decisions.len()],
            open: None,
            queue: Vec::new(),
            next_decision_at: 0,
            pending: Vec::new(),
            incidents: Vec::new(),
            scores: vec![(0, 0); scenario.rubric.len()],
        }
    }

    /// Feeds the state to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        let Self { flags, fired, closed, open, queue, next_decision_at, pending, incidents, scores } = self;
        digest.named(&(flags, fired, closed, open, queue, next_decision_at, pending, incidents, scores));
    }
}
