//! The running state of a lesson.

use std::sync::Arc;

use proefles_scenario::{
    Behaviour, BoardShow, ChoiceId, CriterionId, DecisionId, EndingId, ItemId, Network, PhaseId, Point, Pose, Scenario,
    ScreenState, StudentId,
};

use crate::{Event, Gaze, Refused, TeacherCommand};

/// A running lesson.
#[derive(Debug, Clone)]
pub struct Session {
    scenario: Arc<Scenario>,
    seed: u64,
    tick: u32,
    events: Vec<Event>,
}

/// What can be seen of a student from outside the simulation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StudentView {
    /// What they do.
    pub behaviour: Behaviour,
    /// Since which tick.
    pub since: u32,
    /// With whom, or whom they look at.
    pub partner: Option<StudentId>,
    /// What their screen shows.
    pub screen: ScreenState,
    /// Attention to the lesson, 0 to 1.
    pub attention: f32,
    /// Engagement with the task, 0 to 1.
    pub engagement: f32,
    /// Respect for this teacher, 0 to 1.
    pub respect: f32,
    /// The latest reaction to the teacher, and when it began.
    pub reaction: Option<(crate::Reaction, u32)>,
}

/// The teacher as the simulation knows them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TeacherView {
    /// Where they stand and face.
    pub pose: Pose,
    /// Where they look.
    pub gaze: Gaze,
    /// Where they are walking to.
    pub walking_to: Option<Point>,
    /// What they hold.
    pub held: Option<ItemId>,
}

/// The decision that is open now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDecision {
    /// Which.
    pub decision: DecisionId,
    /// Since when.
    pub opened: u32,
    /// When time runs out, if it does.
    pub deadline: Option<u32>,
    /// The options on offer, in order.
    pub offered: Vec<ChoiceId>,
}

/// How the lesson ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Which ending.
    pub ending: EndingId,
    /// Whether the pass rule holds.
    pub passed: bool,
    /// Share of the rubric's points, per mille.
    pub score_permille: u16,
    /// Mean share of the class on task, per mille.
    pub on_task_permille: u16,
}

/// Points of one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Points earned.
    pub points: u32,
    /// Points that could be earned so far.
    pub of: u32,
}

impl Session {
    /// A lesson at its first tick.
    pub fn new(scenario: Arc<Scenario>, seed: u64) -> Self {
        Self { scenario, seed, tick: 0, events: Vec::new() }
    }

    /// Does what the teacher commands, at the current tick.
    ///
    /// # Errors
    /// [`Refused`] if it cannot be done now; nothing has changed then.
    pub fn apply(&mut self, command: TeacherCommand) -> Result<(), Refused> {
        let _ = command;
        Ok(())
    }

    /// Lets 100 ms pass. Does nothing while paused or after the end.
    pub fn tick(&mut self) {
        self.tick += 1;
    }

    /// Takes the events since the last call, oldest first.
    pub fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// A digest of the whole state: equal for equal states on every machine. Events not taken yet do not count.
    pub fn hash(&self) -> u64 {
        self.seed
    }

    /// The scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The current tick.
    pub fn now(&self) -> u32 {
        self.tick
    }

    /// A student.
    pub fn student(&self, id: StudentId) -> StudentView {
        let _ = id;
        unreachable!("filled in by the behaviour rules")
    }

    /// The teacher.
    pub fn teacher(&self) -> TeacherView {
        unreachable!("filled in by the behaviour rules")
    }

    /// What the board shows.
    pub fn board(&self) -> BoardShow {
        BoardShow::Off
    }

    /// The network.
    pub fn network(&self) -> Network {
        Network::Up
    }

    /// The phase that is on, and since when.
    pub fn phase(&self) -> (PhaseId, u32) {
        (PhaseId(0), 0)
    }

    /// The open decision, if any.
    pub fn open_decision(&self) -> Option<&OpenDecision> {
        None
    }

    /// Share of the class on task now, per mille.
    pub fn on_task_permille(&self) -> u16 {
        0
    }

    /// Noise now, per mille of as loud as a class gets.
    pub fn noise_permille(&self) -> u16 {
        0
    }

    /// Where a thing lies, if it is not in the teacher's hand; and whether it has been used.
    pub fn item(&self, id: ItemId) -> (Option<Point>, bool) {
        let _ = id;
        (None, false)
    }

    /// Points so far, by criterion.
    pub fn scores(&self) -> Vec<Score> {
        Vec::new()
    }

    /// Whether time stands still.
    pub fn paused(&self) -> bool {
        false
    }

    /// How the lesson ended, once it has.
    pub fn outcome(&self) -> Option<Outcome> {
        None
    }
}
