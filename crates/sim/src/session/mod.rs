//! The running state of a lesson, and one tick of it.

mod class;
mod command;
mod view;

use std::sync::Arc;

use proefles_scenario::{BoardShow, ItemId, Network, PhaseId, Point, Scenario};

use crate::Event;
use crate::event::EventKind;
use crate::lesson::LessonState;
use crate::student::neighbours::{self, Neighbours};
use crate::student::{StudentState, task_behaviour};
use crate::teacher::{Aisles, TeacherState};

pub use view::{OpenDecision, Outcome, StudentView, TeacherView};

/// What follows from the scenario alone and is shared by all clones of a session.
#[derive(Debug)]
pub(crate) struct Plan {
    pub neighbours: Vec<Neighbours>,
    pub aisles: Aisles,
}

/// Where a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ItemState {
    /// On the floor or a desk; none in the teacher's hand.
    pub at: Option<Point>,
    pub used: bool,
}

/// A running lesson.
#[derive(Debug, Clone)]
pub struct Session {
    pub(crate) scenario: Arc<Scenario>,
    pub(crate) plan: Arc<Plan>,
    pub(crate) seed: u64,
    pub(crate) tick: u32,
    /// Ticks in which the class stood still because a decision stops it.
    pub(crate) stopped_ticks: u32,
    pub(crate) next_event: u32,
    pub(crate) events: Vec<Event>,
    pub(crate) students: Vec<StudentState>,
    pub(crate) teacher: TeacherState,
    pub(crate) lesson: LessonState,
    pub(crate) items: Vec<ItemState>,
    pub(crate) phase: PhaseId,
    pub(crate) phase_since: u32,
    pub(crate) renewed_at: u32,
    pub(crate) instructed_until: u32,
    pub(crate) network: Network,
    pub(crate) network_since: u32,
    pub(crate) board: BoardShow,
    /// What the board shows once it is no longer frozen or without signal.
    pub(crate) board_under: BoardShow,
    pub(crate) noise: f32,
    pub(crate) on_task_sum: u64,
    pub(crate) samples: u32,
    pub(crate) paused: bool,
    pub(crate) outcome: Option<Outcome>,
}

impl Session {
    /// A lesson at its start. Its first events are there at once.
    ///
    /// # Panics
    /// If the scenario has no phase or no ending, which checking a scenario rules out.
    pub fn new(scenario: Arc<Scenario>, seed: u64) -> Self {
        assert!(
            !scenario.phases.is_empty() && !scenario.endings.is_empty(),
            "a checked scenario has phases and endings"
        );
        let plan = Arc::new(Plan { neighbours: neighbours::of(&scenario), aisles: Aisles::of(&scenario) });
        let mut session = Self {
            plan,
            seed,
            tick: 0,
            stopped_ticks: 0,
            next_event: 0,
            events: Vec::new(),
            students: scenario.student_ids().map(|id| StudentState::new(&scenario, id, seed)).collect(),
            teacher: TeacherState::new(scenario.room.teacher),
            lesson: LessonState::new(&scenario),
            items: scenario.items.iter().map(|item| ItemState { at: Some(item.at), used: false }).collect(),
            phase: PhaseId(0),
            phase_since: 0,
            renewed_at: 0,
            instructed_until: 0,
            network: Network::Up,
            network_since: 0,
            board: BoardShow::Off,
            board_under: BoardShow::Off,
            noise: 0.05,
            on_task_sum: 0,
            samples: 0,
            paused: false,
            outcome: None,
            scenario,
        };
        session.emit(EventKind::RunStarted);
        session.start_phase(PhaseId(0));
        for id in session.scenario.student_ids() {
            let device = session.scenario.student(id).device;
            let phase = session.scenario.phase(PhaseId(0));
            session.students[id.index()].behaviour = task_behaviour(phase, Network::Up, device, (seed, id, 0));
        }
        session
    }

    /// Lets 100 ms pass. Does nothing while paused or after the end.
    pub fn tick(&mut self) {
        if self.paused || self.outcome.is_some() {
            return;
        }
        self.tick += 1;
        let stands_still =
            self.lesson.open.as_ref().is_some_and(|open| self.scenario.decision(open.decision).stops_class);
        if stands_still {
            self.stopped_ticks += 1;
            self.run_decisions();
            return;
        }
        self.step_teacher();
        self.run_beats();
        self.run_decisions();
        self.step_class();
        if self.tick.is_multiple_of(proefles_scenario::TICKS_PER_SECOND) {
            self.sample();
        }
        if self.lesson_ticks() >= self.scenario.duration_ticks {
            self.end(None);
        }
    }

    /// Lesson time: ticks in which the class did not stand still.
    pub(crate) fn lesson_ticks(&self) -> u32 {
        self.tick - self.stopped_ticks
    }

    /// Tells what happened.
    pub(crate) fn emit(&mut self, kind: EventKind) {
        self.events.push(Event { id: self.next_event, tick: self.tick, kind });
        self.next_event += 1;
    }

    fn sample(&mut self) {
        let on_task_permille = self.on_task_permille();
        let attention: f32 = self.students.iter().map(|student| student.attention).sum();
        let attention_permille = (attention / self.students.len().max(1) as f32 * 1000.0) as u16;
        self.on_task_sum += u64::from(on_task_permille);
        self.samples += 1;
        let noise_permille = self.noise_permille();
        self.emit(EventKind::Sampled { on_task_permille, noise_permille, attention_permille });
    }

    /// Whether an id is of this scenario.
    pub(crate) fn knows_item(&self, id: ItemId) -> bool {
        id.index() < self.items.len()
    }
}
