//! What a teacher's action does to the class.
//!
//! Each direction follows the literature named in `rules/params.rs`; reactions begin within 600 ms.

use std::sync::Arc;

use proefles_scenario::{Activity, Behaviour, DisruptionLevel, StudentId, TeacherAction};

use crate::event::{EventKind, Reaction};
use crate::rng::{self, Purpose};
use crate::rules::affect::Feeling;
use crate::rules::{params, reply};
use crate::session::Session;
use crate::student::StudentState;

impl Session {
    /// Carries out what the teacher does of their own accord: conditions can ask for it.
    pub(crate) fn deed(&mut self, action: TeacherAction, student: Option<StudentId>, specific: bool) {
        self.teacher.last[action as usize] = Some(self.lesson_now());
        self.act(action, student, specific);
    }

    /// Carries out an action of the catalogue, of the teacher's own or because an effect says so.
    pub(crate) fn act(&mut self, action: TeacherAction, student: Option<StudentId>, specific: bool) {
        let private = student.is_some_and(|id| self.distance_to(id) <= params().private_within);
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
            (TeacherAction::Greet, _) => self.greet(),
            (TeacherAction::Help, Some(id)) => self.help(id, private),
            (TeacherAction::CheckWork, Some(id)) => self.check_work(id, private),
            (TeacherAction::LidsDown, _) => self.lids_down(),
            (TeacherAction::AnnouncePlanB, _) => self.announce_plan_b(),
            (TeacherAction::AppointHelper, Some(id)) => self.appoint_helper(id),
            (TeacherAction::Gesture, _) => self.gesture(),
            (TeacherAction::Sanction, Some(id)) => self.sanction(id),
            (TeacherAction::SendToBoard, Some(id)) => self.send_to_board(id),
            (TeacherAction::Regroup, _) => self.change_activity(Activity::Pairs, true),
            // The command or effect itself has done it.
            (
                TeacherAction::UseBoard
                | TeacherAction::UseItem
                | TeacherAction::ChangeActivity
                | TeacherAction::Reseat,
                _,
            ) => {}
            // Somebody must be meant; an author's effect may leave it out.
            (TeacherAction::CallOn | TeacherAction::Help | TeacherAction::CheckWork, None) => {}
            (TeacherAction::AppointHelper | TeacherAction::Sanction | TeacherAction::SendToBoard, None) => {}
        }
    }

    /// Schedules a student's reaction; a later one replaces an earlier one.
    pub(crate) fn react_soon(&mut self, id: StudentId, reaction: Reaction) {
        let (low, high) = (params().reaction_least, params().reaction_most);
        let now = self.lesson_now();
        let delay = rng::between(self.seed, id.0, now, Purpose::Reaction, low, high);
        let state = &mut self.students[id.index()];
        state.reacts_at = Some((reaction, now + delay));
        state.quiet_after = params().quiet_answered;
    }

    pub(crate) fn unit(&self, id: StudentId, purpose: Purpose) -> f32 {
        rng::unit(self.seed, id.0, self.lesson_now(), purpose)
    }

    /// Makes each off-task student stop with a chance that depends on how much the behaviour disrupts.
    pub(crate) fn call_back(&mut self, private_chance: f32, neighbours_chance: f32) {
        for id in self.scenario.student_ids() {
            let behaviour = self.students[id.index()].behaviour;
            let chance = match behaviour.level() {
                _ if !behaviour.is_off_task() => 0.0,
                DisruptionLevel::None | DisruptionLevel::Private => private_chance,
                DisruptionLevel::Neighbours => neighbours_chance,
                DisruptionLevel::Class | DisruptionLevel::Severe => neighbours_chance * params().stops_class,
            };
            if self.unit(id, Purpose::Comply) < chance {
                self.react_soon(id, Reaction::Complies);
                // What was not said to them in person is forgotten sooner.
                self.students[id.index()].quiet_after = params().quiet_called;
            }
        }
    }

    fn address(&mut self, id: StudentId, private: bool) {
        let comforted_at = self.lesson_now() + params().comfort;
        let state = &mut self.students[id.index()];
        StudentState::add(&mut state.attention, params().address_attention);
        if state.behaviour == Behaviour::Withdraw && private {
            state.until = state.until.min(comforted_at);
        }
        let complies = state.behaviour.is_off_task() && self.unit(id, Purpose::Comply) < params().address_stops;
        self.react_soon(id, if complies { Reaction::Complies } else { Reaction::LooksUp });
    }

    fn address_class(&mut self) {
        for state in &mut self.students {
            StudentState::add(&mut state.attention, params().address_class_attention);
        }
        self.call_back(params().address_class_stops, params().address_class_stops_neighbours);
    }

    fn praise(&mut self, student: Option<StudentId>, specific: bool) {
        self.climate.praise();
        let p = params();
        let gain = if specific { p.praise_specific } else { p.praise_general };
        match student {
            Some(id) => {
                StudentState::add(&mut self.students[id.index()].engagement, gain);
                StudentState::add(&mut self.students[id.index()].respect, gain * p.praise_respect);
                self.students[id.index()].affect.stir(Feeling::Delight, p.praise_delights);
                self.react_soon(id, Reaction::Pleased);
                let plan = Arc::clone(&self.plan);
                for &near in &plan.neighbours[id.index()].near {
                    StudentState::add(&mut self.students[near.index()].engagement, gain * p.praise_neighbours);
                    if specific {
                        self.follow_example(near);
                    }
                }
            }
            None => {
                for id in self.scenario.student_ids() {
                    StudentState::add(&mut self.students[id.index()].engagement, gain * p.praise_class);
                    if self.students[id.index()].behaviour.on_task() && self.unit(id, Purpose::Comply) < p.praise_seen {
                        self.react_soon(id, Reaction::Pleased);
                    }
                }
            }
        }
    }

    /// Somebody beside them is praised for working: who has but a small lapse may go back to work.
    fn follow_example(&mut self, id: StudentId) {
        let behaviour = self.students[id.index()].behaviour;
        let small = behaviour.is_off_task() && behaviour.level() <= DisruptionLevel::Private;
        if small && self.unit(id, Purpose::Comply) < params().praise_calls_back {
            self.react_soon(id, Reaction::Complies);
        }
    }

    /// How often the student was told off lately.
    fn repeats(&self, id: StudentId) -> u32 {
        let state = &self.students[id.index()];
        let recent = state.reprimands > 0 && self.lesson_now() - state.last_reprimand < params().repeat_within;
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
            StudentState::add(&mut self.students[id.index()].respect, -params().respect_redirect);
        }
        self.react_soon(id, if complies { Reaction::Complies } else { Reaction::Ignores });
    }

    fn reprimand(&mut self, id: StudentId, private: bool) {
        let p = params();
        self.climate.reprimand();
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
            StudentState::add(&mut state.respect, -p.respect_public);
            StudentState::add(&mut state.engagement, -p.engagement_public);
            state.affect.stir(Feeling::Frustration, p.reprimand_frustrates);
            for friend in self.scenario.student(id).friends.clone() {
                let friend = &mut self.students[friend.index()];
                StudentState::add(&mut friend.respect, -p.respect_public * p.respect_friends);
            }
            self.call_back(p.ripple_stops, p.ripple_stops_neighbours);
        }
        self.react_soon(id, reaction);
    }

    fn reprimand_class(&mut self) {
        self.climate.reprimand();
        let p = params();
        for state in &mut self.students {
            StudentState::add(&mut state.respect, -p.respect_class);
            StudentState::add(&mut state.engagement, -p.engagement_class);
        }
        self.call_back(p.scold_stops, p.scold_stops_neighbours);
    }

    fn wait(&mut self) {
        let p = params();
        let now = self.lesson_now();
        self.teacher.waiting_until = now + p.wait_lasts;
        let asked = self.teacher.asked_at.is_some_and(|at| now - at <= p.wait_after);
        if asked {
            self.hands_up(p.hand * (p.hand_wait - 1.0), p.hand_waited);
        }
    }

    fn call_on(&mut self, id: StudentId) {
        let p = params();
        let state = &mut self.students[id.index()];
        StudentState::add(&mut state.attention, p.turn_attention);
        let ready = state.behaviour.asks();
        // Who gets the turn with a question gets an answer to it.
        if state.behaviour == Behaviour::HelpQ {
            state.resolve_trouble();
        }
        let awake = state.behaviour.on_task() && state.attention > p.turn_awake;
        let can = state.behaviour != Behaviour::Withdraw;
        let answers = ready || awake || can && self.unit(id, Purpose::Comply) < p.turn_answers;
        self.react_soon(id, if answers { Reaction::Answers } else { Reaction::LooksUp });
        for other in self.scenario.student_ids().filter(|&other| other != id) {
            if self.students[other.index()].behaviour == Behaviour::OnHand {
                self.replan(other, p.hands_down_least, p.hands_down_most);
            }
        }
    }

    fn instruct(&mut self) {
        let p = params();
        let parts = self.instruction;
        self.emit(EventKind::Instructed(parts));
        let heard = (1.0 - self.noise * p.noise_masks) * parts.share();
        self.renewed_at = self.lesson_now();
        self.instructed_until = self.renewed_at + p.instruction_lasts;
        for state in &mut self.students {
            StudentState::add(&mut state.attention, p.instruction_attention * heard);
        }
        self.call_back(p.instruct_stops * heard, p.instruct_stops_neighbours * heard);
    }

    fn ask_class(&mut self) {
        self.renewed_at = self.lesson_now();
        self.teacher.asked_at = Some(self.renewed_at);
        let p = params();
        self.call_back(p.ask_stops, p.ask_stops_neighbours);
        self.hands_up(p.hand, p.hand_first);
    }

    /// Hands go up with a chance, from `earliest` ticks on.
    fn hands_up(&mut self, chance: f32, earliest: u32) {
        let p = params();
        let now = self.lesson_now();
        for id in self.scenario.student_ids() {
            let state = &self.students[id.index()];
            let knows = state.behaviour.on_task() || state.behaviour == Behaviour::Waiting;
            let chance = chance
                * state.traits.confidence
                * (p.hand_attention + state.attention)
                * (p.hand_engagement + state.engagement);
            if knows && state.behaviour != Behaviour::OnHand && self.unit(id, Purpose::Hand) < chance {
                let delay = rng::between(self.seed, id.0, now, Purpose::Reaction, earliest, earliest + p.hand_spread);
                self.students[id.index()].hand_at = Some(now + delay);
            }
        }
    }

    /// Locks or unlocks one device or all.
    pub(crate) fn lock(&mut self, student: Option<StudentId>, on: bool) {
        for id in self.scenario.student_ids().filter(|&id| student.is_none_or(|one| one == id)) {
            let state = &mut self.students[id.index()];
            state.locked = on;
            state.lid_down &= on;
            if on && state.behaviour.takes_a_screen() {
                self.react_soon(id, Reaction::Complies);
            } else if on {
                self.show_task_screen(id);
            } else {
                self.replan(id, params().taken_up_least, params().network_noticed);
            }
        }
    }
}
