//! What a teacher's action does to the class.
//!
//! Each direction follows the literature named in `rules/params.rs`; reactions begin within 600 ms.

use proefles_scenario::{Behaviour, DisruptionLevel, StudentId, TeacherAction};

use crate::event::{EventKind, Reaction};
use crate::rng::{self, Purpose};
use crate::rules::{params as p, reply};
use crate::session::Session;
use crate::student::StudentState;

/// A word said within this distance is private, millimetres.
const PRIVATE_MM: i32 = 2000;
/// Reprimands count as repeated within this time, ticks.
const REPEAT_TICKS: u32 = 1200;

impl Session {
    /// Carries out what the teacher does of their own accord: conditions can ask for it.
    pub(crate) fn deed(&mut self, action: TeacherAction, student: Option<StudentId>, specific: bool) {
        self.teacher.last[action as usize] = Some(self.lesson_now());
        self.act(action, student, specific);
    }

    /// Carries out an action of the catalogue, of the teacher's own or because an effect says so.
    pub(crate) fn act(&mut self, action: TeacherAction, student: Option<StudentId>, specific: bool) {
        let private = student.is_some_and(|id| self.distance_to(id) <= PRIVATE_MM);
        if action != TeacherAction::Wait {
            self.teacher.waiting_until = self.lesson_now();
        }
        self.emit(EventKind::TeacherActed { action, student, private, specific });
        match (action, student) {
            (TeacherAction::Address, Some(id)) => self.address(id, private),
            (TeacherAction::Address, None) => self.address_class(),
            (TeacherAction::Praise, _) => self.praise(student, specific),
            (TeacherAction::Redirect, Some(id)) => self.redirect(id, private),
            (TeacherAction::Reprimand, Some(id)) => self.reprimand(id, private),
            (TeacherAction::Reprimand | TeacherAction::Redirect, None) => self.reprimand_class(),
            (TeacherAction::Wait, _) => self.wait(),
            (TeacherAction::CallOn, Some(id)) => self.call_on(id),
            (TeacherAction::GiveInstruction, _) => self.instruct(),
            (TeacherAction::AskClass, _) => self.ask_class(),
            (TeacherAction::LockDevices, _) => self.lock(student, true),
            (TeacherAction::UnlockDevices, _) => self.lock(student, false),
            (TeacherAction::CallOn | TeacherAction::UseBoard | TeacherAction::UseItem, _) => {}
        }
    }

    /// Schedules a student's reaction; a later one replaces an earlier one.
    pub(crate) fn react_soon(&mut self, id: StudentId, reaction: Reaction) {
        let (low, high) = p::REACTION_TICKS;
        let now = self.lesson_now();
        let delay = rng::between(self.seed, id.0, now, Purpose::Reaction, low, high);
        self.students[id.index()].reacts_at = Some((reaction, now + delay));
    }

    fn unit(&self, id: StudentId, purpose: Purpose) -> f32 {
        rng::unit(self.seed, id.0, self.lesson_now(), purpose)
    }

    /// Makes each off-task student stop with a chance that depends on how much the behaviour disrupts.
    fn call_back(&mut self, private_chance: f32, neighbours_chance: f32) {
        for id in self.scenario.student_ids() {
            let behaviour = self.students[id.index()].behaviour;
            let chance = match behaviour.level() {
                _ if !behaviour.is_off_task() => 0.0,
                DisruptionLevel::None | DisruptionLevel::Private => private_chance,
                DisruptionLevel::Neighbours => neighbours_chance,
                DisruptionLevel::Class | DisruptionLevel::Severe => neighbours_chance * 0.7,
            };
            if self.unit(id, Purpose::Comply) < chance {
                self.react_soon(id, Reaction::Complies);
            }
        }
    }

    fn address(&mut self, id: StudentId, private: bool) {
        let comforted_at = self.lesson_now() + p::COMFORT_TICKS;
        let state = &mut self.students[id.index()];
        StudentState::add(&mut state.attention, 0.1);
        if state.behaviour == Behaviour::Withdraw && private {
            state.until = state.until.min(comforted_at);
        }
        let complies = state.behaviour.is_off_task() && self.unit(id, Purpose::Comply) < 0.6;
        self.react_soon(id, if complies { Reaction::Complies } else { Reaction::LooksUp });
    }

    fn address_class(&mut self) {
        for state in &mut self.students {
            StudentState::add(&mut state.attention, 0.03);
        }
        self.call_back(0.15, 0.1);
    }

    fn praise(&mut self, student: Option<StudentId>, specific: bool) {
        let gain = p::PRAISE_ENGAGES[usize::from(!specific)];
        match student {
            Some(id) => {
                StudentState::add(&mut self.students[id.index()].engagement, gain);
                StudentState::add(&mut self.students[id.index()].respect, gain * 0.5);
                self.react_soon(id, Reaction::Pleased);
                for near in self.plan.neighbours[id.index()].near.clone() {
                    StudentState::add(&mut self.students[near.index()].engagement, gain * 0.3);
                }
            }
            None => {
                for id in self.scenario.student_ids() {
                    StudentState::add(&mut self.students[id.index()].engagement, gain * 0.6);
                    if self.students[id.index()].behaviour.on_task() && self.unit(id, Purpose::Comply) < 0.4 {
                        self.react_soon(id, Reaction::Pleased);
                    }
                }
            }
        }
    }

    /// How often the student was told off lately.
    fn repeats(&self, id: StudentId) -> u32 {
        let state = &self.students[id.index()];
        let recent = state.reprimands > 0 && self.lesson_now() - state.last_reprimand < REPEAT_TICKS;
        if recent { state.reprimands } else { 0 }
    }

    fn redirect(&mut self, id: StudentId, private: bool) {
        let state = &self.students[id.index()];
        let behaviour = state.behaviour;
        if !behaviour.is_off_task() {
            self.react_soon(id, Reaction::LooksUp);
            return;
        }
        let chance = reply::complies(behaviour, private, self.repeats(id), state.respect);
        let complies = self.unit(id, Purpose::Comply) < chance;
        if !private {
            StudentState::add(&mut self.students[id.index()].respect, -0.02);
        }
        self.react_soon(id, if complies { Reaction::Complies } else { Reaction::Ignores });
    }

    fn reprimand(&mut self, id: StudentId, private: bool) {
        let repeats = self.repeats(id);
        let state = &self.students[id.index()];
        let (behaviour, respect) = (state.behaviour, state.respect);
        let off_task = behaviour.is_off_task();
        let reaction = if behaviour == Behaviour::Withdraw {
            Reaction::Hurt
        } else if off_task && self.unit(id, Purpose::Comply) < reply::complies(behaviour, private, repeats, respect) {
            Reaction::Complies
        } else if self.unit(id, Purpose::Backtalk) < reply::answers_back(private, respect) {
            Reaction::AnswersBack
        } else if off_task {
            Reaction::Ignores
        } else {
            Reaction::Hurt
        };
        let now = self.lesson_now();
        let state = &mut self.students[id.index()];
        state.reprimands = repeats + 1;
        state.last_reprimand = now;
        if !private {
            StudentState::add(&mut state.respect, -p::RESPECT_PUBLIC);
            StudentState::add(&mut state.engagement, -0.05);
            for friend in self.scenario.student(id).friends.clone() {
                let friend = &mut self.students[friend.index()];
                StudentState::add(&mut friend.respect, -p::RESPECT_PUBLIC * p::RESPECT_FRIENDS);
            }
            self.call_back(0.25, 0.15);
        }
        self.react_soon(id, reaction);
    }

    fn reprimand_class(&mut self) {
        for state in &mut self.students {
            StudentState::add(&mut state.respect, -0.05);
            StudentState::add(&mut state.engagement, -0.04);
        }
        self.call_back(0.35, 0.3);
    }

    fn wait(&mut self) {
        let now = self.lesson_now();
        self.teacher.waiting_until = now + p::WAIT_TICKS;
        let asked = self.teacher.asked_at.is_some_and(|at| now - at <= 50);
        if asked {
            self.hands_up(p::HAND * (p::HAND_WAIT - 1.0), 25);
        }
    }

    fn call_on(&mut self, id: StudentId) {
        let state = &mut self.students[id.index()];
        StudentState::add(&mut state.attention, 0.2);
        let ready = matches!(state.behaviour, Behaviour::OnHand | Behaviour::HelpQ | Behaviour::HelpTech);
        let awake = state.behaviour.on_task() && state.attention > 0.6;
        let can = state.behaviour != Behaviour::Withdraw;
        let answers = ready || awake || can && self.unit(id, Purpose::Comply) < 0.4;
        self.react_soon(id, if answers { Reaction::Answers } else { Reaction::LooksUp });
        for other in self.scenario.student_ids().filter(|&other| other != id) {
            if self.students[other.index()].behaviour == Behaviour::OnHand {
                self.replan(other, 20, 60);
            }
        }
    }

    fn instruct(&mut self) {
        let heard = 1.0 - self.noise * 0.6;
        self.renewed_at = self.lesson_now();
        self.instructed_until = self.renewed_at + p::INSTRUCTION_TICKS;
        for state in &mut self.students {
            StudentState::add(&mut state.attention, p::INSTRUCTION_ATTENTION * heard);
        }
        self.call_back(0.7 * heard, 0.55 * heard);
    }

    fn ask_class(&mut self) {
        self.renewed_at = self.lesson_now();
        self.teacher.asked_at = Some(self.renewed_at);
        self.call_back(0.2, 0.1);
        self.hands_up(p::HAND, 8);
    }

    /// Hands go up with a chance, from `earliest` ticks on.
    fn hands_up(&mut self, chance: f32, earliest: u32) {
        let now = self.lesson_now();
        for id in self.scenario.student_ids() {
            let state = &self.students[id.index()];
            let knows = state.behaviour.on_task() || state.behaviour == Behaviour::Waiting;
            let chance = chance * state.traits.confidence * (0.4 + state.attention) * (0.5 + state.engagement);
            if knows && state.behaviour != Behaviour::OnHand && self.unit(id, Purpose::Hand) < chance {
                let delay = rng::between(self.seed, id.0, now, Purpose::Reaction, earliest, earliest + 25);
                self.students[id.index()].hand_at = Some(now + delay);
            }
        }
    }

    /// Locks or unlocks one device or all.
    pub(crate) fn lock(&mut self, student: Option<StudentId>, on: bool) {
        for id in self.scenario.student_ids().filter(|&id| student.is_none_or(|one| one == id)) {
            let state = &mut self.students[id.index()];
            state.locked = on;
            if on && matches!(state.behaviour, Behaviour::DevTab | Behaviour::DevView) {
                self.react_soon(id, Reaction::Complies);
            } else if on {
                self.show_task_screen(id);
            } else {
                self.replan(id, 3, 25);
            }
        }
    }
}
