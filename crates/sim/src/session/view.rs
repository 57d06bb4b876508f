//! What others may read of a session.

use std::sync::Arc;

use proefles_scenario::{
    Activity, Behaviour, BoardShow, ChoiceId, CriterionId, DecisionId, EndingId, IncidentKind, ItemId, Network,
    PhaseId, Point, Pose, Scenario, ScreenState, StudentId,
};

use super::Session;
use crate::digest::Digest;
use crate::event::Reaction;
use crate::rules::affect::Affect;
use crate::{Event, Gaze, Score};

/// What can be seen of a student from outside the simulation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StudentView {
    /// What they do.
    pub behaviour: Behaviour,
    /// Since when, in lesson time.
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
    /// What they feel about the work.
    pub affect: Affect,
    /// When it could first be seen or heard from where the teacher stood, wherever they looked, in lesson time.
    pub shown_at: Option<u32>,
    /// When the teacher first perceived that they are off task or ask for something, in lesson time: looked at long enough, within reach, or heard.
    pub noticed_at: Option<u32>,
    /// The latest reaction to the teacher, and when it began, in lesson time.
    pub reaction: Option<(Reaction, u32)>,
}

/// The teacher as the simulation knows them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TeacherView {
    /// Where they stand and face.
    pub pose: Pose,
    /// Where they look.
    pub gaze: Gaze,
    /// Since when, in lesson time.
    pub gaze_since: u32,
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
    /// Whether the pass rule holds. Never if the lesson was broken off.
    pub passed: bool,
    /// Whether the teacher broke the lesson off before it ended by itself.
    pub broken_off: bool,
    /// Share of the rubric's points, per mille.
    pub score_permille: u16,
    /// Mean share of the class on task, per mille.
    pub on_task_permille: u16,
}

impl Session {
    /// Takes the events since the last call, oldest first.
    pub fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// Moves the events since the last call to the end of a list, oldest first. Who keeps the list lets a lesson run without
    /// allocating.
    pub fn move_events(&mut self, to: &mut Vec<Event>) {
        to.append(&mut self.events);
    }

    /// A digest of the whole state: equal for equal states on every machine. Events not taken yet do not count.
    pub fn hash(&self) -> u64 {
        let mut digest = Digest::default();
        for value in [self.seed, self.on_task_sum] {
            digest.u64(value);
        }
        for value in [self.tick, self.stopped_ticks, self.next_event, self.phase_since, self.renewed_at] {
            digest.u32(value);
        }
        for value in [self.instructed_until, self.network_since, self.samples] {
            digest.u32(value);
        }
        for student in &self.students {
            student.digest(&mut digest);
        }
        self.teacher.digest(&mut digest);
        self.lesson.digest(&mut digest);
        digest.float(self.noise);
        self.climate.digest(&mut digest);
        digest.named(&(&self.items, self.phase, self.network, self.board, self.board_under, self.board_hidden));
        digest.named(&(self.activity, self.grouped, self.task_since, self.instruction, &self.plan.seats));
        digest.named(&self.platform);
        digest.named(&(self.paused, self.outcome, self.greeted_at, self.plan_b, self.helper));
        digest.finish()
    }

    /// The scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The current tick: what events are stamped with.
    pub fn now(&self) -> u32 {
        self.tick
    }

    /// Lesson time: ticks in which the class did not stand still. The class and the lesson's course go by it.
    pub fn lesson_now(&self) -> u32 {
        self.tick - self.stopped_ticks
    }

    /// A student.
    ///
    /// # Panics
    /// If the id is not of this session's scenario.
    pub fn student(&self, id: StudentId) -> StudentView {
        let state = &self.students[id.index()];
        StudentView {
            behaviour: state.behaviour,
            since: state.since,
            partner: state.partner,
            screen: state.screen,
            attention: state.attention,
            engagement: state.engagement,
            respect: state.respect,
            affect: state.affect,
            shown_at: state.shown_at,
            noticed_at: state.noticed_at,
            reaction: state.reaction,
        }
    }

    /// The teacher.
    pub fn teacher(&self) -> TeacherView {
        TeacherView {
            pose: self.teacher.pose,
            gaze: self.teacher.gaze,
            gaze_since: self.teacher.gaze_since,
            walking_to: self.teacher.walking_to,
            held: self.teacher.held,
        }
    }

    /// What the board shows.
    pub fn board(&self) -> BoardShow {
        self.board
    }

    /// The network.
    pub fn network(&self) -> Network {
        self.network
    }

    /// The learning platform, on which the tasks lie.
    pub fn platform(&self) -> Network {
        self.platform
    }

    /// The incidents that go on now, oldest first.
    pub fn incidents(&self) -> impl Iterator<Item = IncidentKind> + '_ {
        self.lesson.incidents.iter().map(|&(kind, _)| kind)
    }

    /// What the class is meant to do: the phase's activity, or what the teacher has made of it.
    pub fn activity(&self) -> Activity {
        self.activity
    }

    /// Whether a student's device is locked.
    ///
    /// # Panics
    /// If the id is not of this session's scenario.
    pub fn is_locked(&self, id: StudentId) -> bool {
        self.students[id.index()].locked
    }

    /// The phase that is on, and since when, in lesson time.
    pub fn phase(&self) -> (PhaseId, u32) {
        (self.phase, self.phase_since)
    }

    /// The open decision, if any.
    pub fn open_decision(&self) -> Option<&OpenDecision> {
        self.lesson.open.as_ref()
    }

    /// Share of the class on task now, per mille.
    pub fn on_task_permille(&self) -> u16 {
        let on_task = self.students.iter().filter(|student| student.behaviour.on_task()).count();
        (on_task * 1000).checked_div(self.students.len()).and_then(|share| u16::try_from(share).ok()).unwrap_or(1000)
    }

    /// Share of the class that is off task, per mille. Who waits or has withdrawn is not.
    pub fn off_task_permille(&self) -> u16 {
        let count = self.students.iter().filter(|student| student.behaviour.is_off_task()).count();
        (count * 1000).checked_div(self.students.len()).and_then(|share| u16::try_from(share).ok()).unwrap_or(0)
    }

    /// Noise now, per mille of as loud as a class gets.
    pub fn noise_permille(&self) -> u16 {
        (self.noise.clamp(0.0, 1.0) * 1000.0) as u16
    }

    /// Where a thing lies, if it is not in the teacher's hand; and whether it has been used.
    pub fn item(&self, id: ItemId) -> (Option<Point>, bool) {
        self.items.get(id.index()).map_or((None, false), |item| (item.at, item.used))
    }

    /// Points so far, by criterion.
    pub fn scores(&self) -> Vec<Score> {
        let scores = self.lesson.scores.iter().enumerate();
        scores.map(|(at, &(points, of))| Score { criterion: CriterionId::from_index(at), points, of }).collect()
    }

    /// Whether time stands still.
    pub fn paused(&self) -> bool {
        self.paused
    }

    /// How the lesson ended, once it has.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }
}
