//! The running state of a lesson, and one tick of it.

mod class;
mod command;
mod seating;
mod view;

use std::sync::Arc;

use proefles_scenario::{
    Activity, Behaviour, BoardShow, IncidentKind, ItemId, Network, PhaseId, Point, Pose, Scenario, SeatId, StudentId,
};

use crate::event::{Cause, EventKind};
use crate::lesson::LessonState;
use crate::rng::{self, Purpose};
use crate::rules::climate::Climate;
use crate::rules::params;
use crate::student::neighbours::Neighbours;
use crate::student::{Setting, Shown, StudentState, task_behaviour};
use crate::teacher::{Aisles, TeacherState};
use crate::{Event, InstructionParts};

pub use view::{OpenDecision, Outcome, StudentView, TeacherView};

/// What follows from the scenario and from where everybody sits. Clones of a session share it.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The seat of each student.
    pub seats: Vec<SeatId>,
    /// Where that is.
    pub places: Vec<Pose>,
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
    /// Stamps events and commands, and times decisions. Everything else goes by [`Session::lesson_now`].
    pub(crate) tick: u32,
    /// Ticks in which the class stood still because a decision stops it.
    pub(crate) stopped_ticks: u32,
    pub(crate) next_event: u32,
    pub(crate) events: Vec<Event>,
    /// What the class shows within a tick; kept so that a tick allocates nothing.
    pub(crate) shown: Vec<Shown>,
    pub(crate) students: Vec<StudentState>,
    pub(crate) teacher: TeacherState,
    pub(crate) lesson: LessonState,
    pub(crate) items: Vec<ItemState>,
    pub(crate) phase: PhaseId,
    pub(crate) phase_since: u32,
    /// What the class does: the phase's activity, or what the teacher made of it.
    pub(crate) activity: Activity,
    /// The class works in groups that the teacher made.
    pub(crate) grouped: bool,
    /// The present task was set at this tick.
    pub(crate) task_since: u32,
    pub(crate) renewed_at: u32,
    pub(crate) instructed_until: u32,
    pub(crate) instruction: InstructionParts,
    pub(crate) climate: Climate,
    pub(crate) greeted_at: Option<u32>,
    /// The teacher has said how the lesson goes on without what failed.
    pub(crate) plan_b: bool,
    /// Who helps others with their devices.
    pub(crate) helper: Option<StudentId>,
    pub(crate) network: Network,
    pub(crate) platform: Network,
    /// Since when network, platform and login have been as they are.
    pub(crate) network_since: u32,
    pub(crate) board: BoardShow,
    /// What the board shows once it is no longer frozen or without signal.
    pub(crate) board_under: BoardShow,
    /// Whether the teacher has hidden the picture by hand, also while there is no signal.
    pub(crate) board_hidden: bool,
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
        let plan = Arc::new(Plan::of(&scenario, scenario.students.iter().map(|student| student.seat).collect()));
        let mut session = Self {
            plan,
            seed,
            tick: 0,
            stopped_ticks: 0,
            next_event: 0,
            events: Vec::new(),
            shown: Vec::new(),
            students: scenario.student_ids().map(|id| StudentState::new(&scenario, id, seed)).collect(),
            teacher: TeacherState::new(scenario.room.teacher),
            lesson: LessonState::new(&scenario),
            items: scenario.items.iter().map(|item| ItemState { at: Some(item.at), used: false }).collect(),
            phase: PhaseId(0),
            phase_since: 0,
            activity: scenario.phases[0].activity,
            grouped: false,
            task_since: 0,
            renewed_at: 0,
            instructed_until: 0,
            instruction: InstructionParts::default(),
            climate: Climate::default(),
            greeted_at: None,
            plan_b: false,
            helper: None,
            network: Network::Up,
            platform: Network::Up,
            network_since: 0,
            board: BoardShow::Off,
            board_under: BoardShow::Off,
            board_hidden: false,
            noise: params().noise_start,
            on_task_sum: 0,
            samples: 0,
            paused: false,
            outcome: None,
            scenario: Arc::clone(&scenario),
        };
        session.emit(EventKind::RunStarted);
        session.start_phase(PhaseId(0));
        for id in session.scenario.student_ids() {
            let kit = session.students[id.index()].kit(session.scenario.student(id).device);
            session.students[id.index()].behaviour = task_behaviour(session.setting(&scenario), kit, (seed, id, 0));
        }
        session.let_some_be_late();
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
        if self.outcome.is_some() {
            return;
        }
        self.step_class();
        if self.tick.is_multiple_of(proefles_scenario::TICKS_PER_SECOND) {
            self.sample();
        }
        if self.lesson_now() >= self.scenario.duration_ticks {
            self.end(None, false);
        }
    }

    /// What the class works with now.
    pub(crate) fn setting<'a>(&self, scenario: &'a Scenario) -> Setting<'a> {
        Setting {
            phase: scenario.phase(self.phase),
            activity: self.activity,
            grouped: self.grouped,
            network: self.network,
            platform: self.platform,
            login_down: self.goes_on(IncidentKind::LoginDown),
            plan_b: self.plan_b,
        }
    }

    /// Who is not there yet when the lesson begins.
    fn let_some_be_late(&mut self) {
        let p = params();
        for id in self.scenario.student_ids() {
            if rng::unit(self.seed, id.0, 0, Purpose::Late) < p.late_share {
                let comes = rng::between(self.seed, id.0, 1, Purpose::Late, p.late_least, p.late_most);
                self.change_behaviour(id, Behaviour::Late, Cause::Lapse, comes, None);
            }
        }
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proefles_scenario::{Behaviour, ChoiceId, DecisionId, EndingId, StudentId, load_path};

    use super::*;
    use crate::event::Reaction;
    use crate::lesson::{Closed, Pending};

    fn session() -> Session {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenario/tests/fixtures/small.scenario.ron");
        let mut session = Session::new(Arc::new(load_path(&path).scenario.unwrap()), 1);
        session.lesson.open =
            Some(OpenDecision { decision: DecisionId(0), opened: 5, deadline: Some(90), offered: vec![ChoiceId(0)] });
        session
    }

    type Change = Box<dyn Fn(&mut Session)>;

    fn changes_of_a_student() -> Vec<Change> {
        vec![
            Box::new(|s| s.students[0].battery_empty = true),
            Box::new(|s| s.students[0].logged_in = true),
            Box::new(|s| s.students[0].lacks_tool ^= true),
            Box::new(|s| s.students[0].shown_at = Some(3)),
            Box::new(|s| s.students[0].lid_down = true),
            Box::new(|s| s.students[0].checked_until = 9),
            Box::new(|s| s.students[0].quiet_after = 9),
            Box::new(|s| s.students[0].affect.trouble_since = Some(3)),
            Box::new(|s| s.students[0].affect.stir(crate::rules::affect::Feeling::Delight, 0.1)),
            Box::new(|s| s.students[0].traits.sociability += 0.1),
            Box::new(|s| s.students[0].traits.patience += 0.1),
            Box::new(|s| s.students[0].traits.confidence += 0.1),
            Box::new(|s| s.students[0].traits.help_shyness += 0.1),
            Box::new(|s| s.students[0].traits.distractibility += 0.1),
            Box::new(|s| s.students[0].behaviour = Behaviour::Withdraw),
            Box::new(|s| s.students[0].partner = Some(StudentId(3))),
            Box::new(|s| s.students[0].reaction = Some((Reaction::Hurt, 7))),
            Box::new(|s| s.students[0].reacts_at = Some((Reaction::Hurt, 7))),
            Box::new(|s| s.students[0].hand_at = Some(7)),
            Box::new(|s| s.students[0].held = true),
            Box::new(|s| s.students[0].near = true),
        ]
    }

    #[test]
    fn the_hash_is_of_the_whole_state() {
        let closed = Closed { tick: 3, choice: None };
        let outcome = |broken_off| Outcome {
            ending: EndingId(0),
            passed: false,
            broken_off,
            score_permille: 0,
            on_task_permille: 0,
        };
        let mut changes: Vec<Change> = vec![
            Box::new(|s| s.seed += 1),
            Box::new(|s| s.tick += 1),
            Box::new(|s| s.stopped_ticks += 1),
            Box::new(|s| s.board_hidden = true),
            Box::new(|s| s.board_under = BoardShow::Loading),
            Box::new(|s| s.items[0].used = true),
            Box::new(|s| s.network = Network::Slow),
            Box::new(|s| s.samples += 1),
            Box::new(|s| s.climate.praise()),
            Box::new(|s| s.greeted_at = Some(4)),
            Box::new(|s| s.plan_b = true),
            Box::new(|s| s.helper = Some(StudentId(1))),
            Box::new(|s| s.activity = Activity::Transition),
            Box::new(|s| s.grouped = true),
            Box::new(|s| s.task_since += 1),
            Box::new(|s| s.instruction = InstructionParts::ALL),
            Box::new(|s| s.platform = Network::Down),
            Box::new(|s| s.lesson.incidents.push((proefles_scenario::IncidentKind::Snow, None))),
            Box::new(|s| s.swap_seats(StudentId(0), StudentId(1))),
            Box::new(|s| s.climate.reprimand()),
            Box::new(|s| s.paused = true),
            Box::new(move |s| s.outcome = Some(outcome(false))),
            Box::new(move |s| s.outcome = Some(outcome(true))),
            Box::new(|s| s.lesson.open.as_mut().unwrap().deadline = Some(91)),
            Box::new(|s| s.lesson.open.as_mut().unwrap().opened += 1),
            Box::new(|s| s.lesson.open = None),
            Box::new(|s| s.lesson.next_decision_at += 1),
            Box::new(|s| s.lesson.queue.push(DecisionId(1))),
            Box::new(|s| s.lesson.pending.push(Pending { due: 9, effects: Vec::new() })),
            Box::new(|s| s.lesson.pending.push(Pending { due: 9, effects: vec![proefles_scenario::Effect::Bell] })),
            Box::new(move |s| s.lesson.closed[1] = Some(closed)),
            Box::new(|s| s.lesson.fired[0] = Some(4)),
            Box::new(|s| s.lesson.scores[0] = (0, 1)),
            Box::new(|s| s.teacher.last[2] = Some(4)),
            Box::new(|s| s.teacher.asked_at = Some(4)),
        ];
        changes.extend(changes_of_a_student());
        let mut hashes = vec![session().hash()];
        for change in &changes {
            let mut changed = session();
            change(&mut changed);
            hashes.push(changed.hash());
        }
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), changes.len() + 1, "two different states have one hash");
    }
}
