//! What an effect does, and which beats fire.

use std::sync::Arc;

use proefles_scenario::{
    Activity, Behaviour, BoardShow, Draw, Effect, Network, ScreenState, StudentId, Target, TeacherAction,
};

use super::Pending;
use crate::InstructionParts;
use crate::event::{Cause, EventKind};
use crate::rng::{self, Purpose};
use crate::rules::params;
use crate::session::Session;
use crate::student::StudentState;

/// Beats fired in a row within one tick at most: a beat can make another's condition true, but not forever.
const MAX_CHAIN: usize = 8;

impl Session {
    /// Carries out what has come due, then fires beats until none is ready.
    pub(crate) fn run_beats(&mut self) {
        let now = self.lesson_now();
        while let Some(at) = self.lesson.pending.iter().position(|pending| pending.due <= now)
            && self.outcome.is_none()
        {
            let due = self.lesson.pending.remove(at);
            self.perform_all(&due.effects);
        }
        let scenario = Arc::clone(&self.scenario);
        for _ in 0..MAX_CHAIN {
            let mut fired_any = false;
            for (at, beat) in scenario.beats.iter().enumerate() {
                let ready = match (self.lesson.fired[at], beat.repeat_ticks) {
                    (None, _) => true,
                    (Some(_), None) => false,
                    (Some(last), Some(repeat)) => now - last >= repeat.max(1),
                };
                if ready && self.outcome.is_none() && self.holds(&beat.when) {
                    self.lesson.fired[at] = Some(now);
                    self.emit(EventKind::BeatFired(proefles_scenario::BeatId::from_index(at)));
                    self.perform_all(&beat.then);
                    fired_any = true;
                }
            }
            if !fired_any {
                break;
            }
        }
    }

    /// Carries out effects in order. After the lesson's end nothing happens any more.
    pub(crate) fn perform_all(&mut self, effects: &[Effect]) {
        for effect in effects {
            if self.outcome.is_some() {
                return;
            }
            self.perform(effect);
        }
    }

    fn perform(&mut self, effect: &Effect) {
        match effect {
            Effect::Say(line) => self.emit(EventKind::LineSpoken(*line)),
            Effect::StartPhase(phase) => self.start_phase(*phase),
            Effect::Ask(decision) => self.lesson.queue.push(*decision),
            Effect::SetFlag { flag, on } => self.lesson.flags[flag.index()] = *on,
            Effect::Network(network) => self.set_network(*network),
            Effect::Board(show) => self.show_on_board(*show),
            Effect::Screens { target, screen } => {
                for id in self.members(target) {
                    self.set_screen(id, *screen);
                }
            }
            Effect::Lock { target, on } => {
                for id in self.members(target) {
                    self.lock(Some(id), *on);
                }
            }
            Effect::Behave { target, behaviour, ticks } => self.make_behave(target, *behaviour, *ticks),
            Effect::Attention { target, by_permille } => self.adjust(target, *by_permille, |s| &mut s.attention),
            Effect::Engagement { target, by_permille } => self.adjust(target, *by_permille, |s| &mut s.engagement),
            Effect::Respect { target, by_permille } => self.adjust(target, *by_permille, |s| &mut s.respect),
            Effect::Teacher { action, student } => {
                if *action == TeacherAction::GiveInstruction {
                    // An author's teacher leaves no part of it out.
                    self.instruction = InstructionParts::ALL;
                }
                self.act(*action, *student, true);
            }
            Effect::UseItem(item) => self.put_in_place(*item),
            Effect::Evidence { criterion, points, of } => self.give_evidence(*criterion, *points, *of, None),
            Effect::Incident { kind, target, ticks, text } => {
                let struck = target.as_ref().map(|target| self.members(target));
                self.befall(*kind, struck, *ticks, *text);
            }
            Effect::Mend(kind) => self.mend(*kind),
            Effect::Bell => self.emit(EventKind::BellRang),
            Effect::End(ending) => self.end(*ending, false),
            Effect::After { ticks, then } => {
                self.lesson.pending.push(Pending { due: self.lesson_now() + ticks, effects: then.clone() });
            }
            Effect::If { when, then, otherwise } => {
                let branch = if self.holds(when) { then } else { otherwise };
                self.perform_all(branch);
            }
        }
    }

    /// The students that a target names now, in id order.
    fn members(&self, target: &Target) -> Vec<StudentId> {
        let all = self.scenario.student_ids();
        match target {
            Target::Student(id) => vec![*id],
            Target::Students(ids) => ids.clone(),
            Target::Class => all.collect(),
            Target::OffTask => all.filter(|id| self.students[id.index()].behaviour.is_off_task()).collect(),
            Target::Around(id) => {
                let mut ids = self.plan.neighbours[id.index()].near.clone();
                ids.sort_unstable();
                ids
            }
            Target::Share { permille, draw } => {
                let (number, tick) = match draw {
                    Draw::Own(number) => (u64::from(*number) << 1, self.lesson_now()),
                    Draw::Named(number) => (u64::from(*number) << 1 | 1, 0),
                };
                let seed = rng::branch(self.seed, number);
                let drawn =
                    |id: &StudentId| rng::unit(seed, id.0, tick, Purpose::Share) * 1000.0 < f32::from(*permille);
                all.filter(drawn).collect()
            }
        }
    }

    fn adjust(&mut self, target: &Target, by_permille: i16, value: impl Fn(&mut StudentState) -> &mut f32) {
        for id in self.members(target) {
            StudentState::add(value(&mut self.students[id.index()]), f32::from(by_permille) / 1000.0);
        }
    }

    /// The author's behaviour for a while. Who has withdrawn is left alone unless named.
    fn make_behave(&mut self, target: &Target, behaviour: Behaviour, ticks: u32) {
        let mut members = self.members(target);
        if matches!(target, Target::Around(_) | Target::Share { .. }) {
            members.retain(|id| self.students[id.index()].behaviour != Behaviour::Withdraw);
        }
        let now = self.lesson_now();
        for &id in &members {
            let spread = rng::between(self.seed, id.0, now, Purpose::Duration, 0, ticks / 5);
            let partner = self.partner_for(id, behaviour, &members);
            let until = now + ticks - ticks / 10 + spread;
            self.change_behaviour(id, behaviour, Cause::Author, until, partner);
            self.students[id.index()].held = true;
        }
    }

    /// With whom: for a chat a neighbour of the same target, where there is one; for a screen somebody who has one in view.
    fn partner_for(&self, id: StudentId, behaviour: Behaviour, members: &[StudentId]) -> Option<StudentId> {
        let neighbours = &self.plan.neighbours[id.index()];
        let near = || neighbours.near.iter().copied();
        match behaviour {
            Behaviour::OffChat | Behaviour::OnTalk => near().find(|other| members.contains(other)).or(near().next()),
            Behaviour::DevPlagiat | Behaviour::Tease | Behaviour::Phys | Behaviour::OutSeat => near().next(),
            Behaviour::DevView => {
                let in_view = || neighbours.screens.iter().copied();
                let plays = |other: &StudentId| {
                    let doing = self.students[other.index()].behaviour;
                    doing == Behaviour::DevTab || doing.is_in_class_chat()
                };
                in_view().find(plays).or_else(|| near().find(|other| neighbours.screens.contains(other)))
            }
            _ => None,
        }
    }

    pub(crate) fn start_phase(&mut self, phase: proefles_scenario::PhaseId) {
        self.phase = phase;
        self.phase_since = self.lesson_now();
        self.renewed_at = self.phase_since;
        self.task_since = self.phase_since;
        self.activity = self.scenario.phase(phase).activity;
        self.grouped = false;
        if self.lesson_now() >= self.instructed_until {
            // What was said long ago was about the last task.
            self.instruction = InstructionParts::default();
        }
        self.plan_b = false;
        self.emit(EventKind::PhaseStarted(phase));
        let board = self.scenario.phase(phase).board;
        self.board_under = board;
        if !matches!(self.board, BoardShow::NoSignal | BoardShow::Frozen) {
            self.board_hidden &= board == BoardShow::Off;
            self.set_board(board);
        }
        for id in self.scenario.student_ids() {
            self.students[id.index()].progress = 0.0;
            self.replan(id, params().taken_up_least, params().phase_taken_up);
        }
    }

    /// The class goes on in another way within the phase.
    pub(crate) fn change_activity(&mut self, activity: Activity, grouped: bool) {
        self.activity = activity;
        self.grouped = grouped;
        self.task_since = self.lesson_now();
        self.renewed_at = self.task_since;
        self.emit(EventKind::ActivityChanged(activity));
        for id in self.scenario.student_ids() {
            self.replan(id, params().taken_up_least, params().phase_taken_up);
        }
    }

    pub(crate) fn set_network(&mut self, network: Network) {
        if self.network != network {
            self.network = network;
            self.emit(EventKind::NetworkChanged(network));
            self.connection_changed(network == Network::Up);
        }
    }

    /// What the task needs has failed, or come back.
    pub(crate) fn connection_changed(&mut self, works: bool) {
        self.plan_b &= !works;
        self.network_since = self.lesson_now();
        let p = params();
        let latest = if works { p.network_taken_up } else { p.network_noticed };
        for id in self.scenario.student_ids() {
            self.replan(id, p.taken_up_least, latest);
        }
    }

    /// Another picture comes to the board. The laptop's own stays hidden while nothing comes through; another replaces it.
    pub(crate) fn show_on_board(&mut self, show: BoardShow) {
        self.board_hidden &= matches!(show, BoardShow::NoSignal | BoardShow::Frozen | BoardShow::Off);
        self.set_board(show);
    }

    /// Changes the board's picture.
    pub(crate) fn set_board(&mut self, show: BoardShow) {
        if self.board != show {
            self.board = show;
            self.emit(EventKind::BoardChanged(show));
        }
    }

    /// Changes a screen, unless the student has none.
    pub(crate) fn set_screen(&mut self, id: StudentId, screen: ScreenState) {
        let has_screen = self.scenario.student(id).device != proefles_scenario::Device::Notebook;
        let state = &mut self.students[id.index()];
        if has_screen && state.screen != screen {
            state.screen = screen;
            self.emit(EventKind::ScreenChanged { student: id, screen });
        }
    }
}
