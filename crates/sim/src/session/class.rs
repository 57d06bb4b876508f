//! One tick of the class and of the teacher's body.

use std::sync::Arc;

use proefles_scenario::{Behaviour, IncidentKind, RoomKind, StudentId};

use super::Session;
use crate::Gaze;
use crate::event::{Cause, EventKind};
use crate::rng::{self, Purpose};
use crate::rules::{params, perception, sound};
use crate::student::{Change, Shown, StepInput, StudentState, interruptible, step, task_screen};
use crate::teacher::direction;

/// What a tick may change that is told of.
#[derive(Debug, Clone, Copy)]
struct Before {
    near: bool,
    shown: bool,
    noticed: bool,
}

impl Before {
    fn of(state: &StudentState) -> Self {
        Self { near: state.near, shown: state.shown_at.is_some(), noticed: state.noticed_at.is_some() }
    }
}

impl Session {
    /// Ticks every student in id order. A student sees the class as those before have left it.
    pub(crate) fn step_class(&mut self) {
        let scenario = Arc::clone(&self.scenario);
        let plan = Arc::clone(&self.plan);
        self.climate.tick();
        let climate = self.climate.value();
        let mut class = std::mem::take(&mut self.shown);
        class.clear();
        class.extend(scenario.student_ids().map(|id| self.shows(id)));
        let looks_at = perception::looks_at(self.teacher.gaze, self.teacher.pose, |id| self.seat_of(id).at);
        let in_class_chat = class.iter().filter(|shown| shown.behaviour.is_in_class_chat()).count() as u32;
        for id in scenario.student_ids() {
            let input = StepInput {
                seed: self.seed,
                tick: self.lesson_now(),
                setting: self.setting(&scenario),
                phase_since: self.phase_since,
                task_since: self.task_since,
                renewed_at: self.renewed_at,
                network_since: self.network_since,
                instructed_until: self.instructed_until,
                instruction: self.instruction,
                greeted_at: self.greeted_at,
                climate,
                waiting: self.lesson_now() < self.teacher.waiting_until,
                teacher: self.teacher.pose,
                gaze: self.teacher.gaze,
                gaze_since: self.teacher.gaze_since,
                looks_at,
                place: self.place_of(id),
                friends: &scenario.student(id).friends,
                board_works: !self.goes_on(IncidentKind::TouchFails),
                young: scenario.room.kind == RoomKind::Primary,
                device: scenario.student(id).device,
                neighbours: &plan.neighbours[id.index()],
                class: &class,
                in_class_chat,
            };
            let before = Before::of(&self.students[id.index()]);
            let change = step(&mut self.students[id.index()], id, &input);
            self.tell_of(id, before, &change);
            if let Some((other, behaviour)) = change.draws_in {
                self.draw_in(other, behaviour, id);
                class[other.index()] = self.shows(other);
            }
            class[id.index()] = self.shows(id);
        }
        self.shown = class;
        if self.lesson_now().is_multiple_of(proefles_scenario::TICKS_PER_SECOND) {
            self.let_helper_help();
            self.let_chat_laugh();
            self.end_incidents();
        }
        self.step_noise();
    }

    /// Carries out what a student's tick has changed, and tells of it.
    fn tell_of(&mut self, id: StudentId, before: Before, change: &Change) {
        let state = &self.students[id.index()];
        let after = Before::of(state);
        if after.shown && !before.shown {
            self.emit(EventKind::Shown { student: id });
        }
        if after.noticed && !before.noticed {
            self.emit(EventKind::Noticed { student: id });
        }
        if after.near != before.near {
            self.emit(EventKind::Proximity { student: id, near: after.near });
        }
        if let Some(reaction) = change.reaction {
            self.emit(EventKind::Reacted { student: id, reaction });
        }
        if let Some(screen) = change.screen {
            self.set_screen(id, screen);
        }
        if let Some((behaviour, cause, until)) = change.behaviour {
            self.change_behaviour(id, behaviour, cause, until, change.partner);
        }
    }

    /// What others see of a student.
    fn shows(&self, id: StudentId) -> Shown {
        let state = &self.students[id.index()];
        let joins = params().join_chat * state.traits.drawn_by_peers();
        Shown { behaviour: state.behaviour, screen: state.screen, joins }
    }

    /// Another joins or is hurt, unless they cannot be interrupted.
    fn draw_in(&mut self, id: StudentId, behaviour: Behaviour, by: StudentId) {
        let state = &self.students[id.index()];
        if interruptible(state.behaviour) && !state.held {
            let until = match behaviour {
                Behaviour::Laugh => self.lesson_now() + params().laugh_length,
                Behaviour::Withdraw => self.lesson_now() + params().hurt_length,
                _ => self.students[by.index()].until,
            };
            self.change_behaviour(id, behaviour, Cause::Peer(by), until, Some(by));
        }
    }

    /// Once a second: whoever is in the class chat may laugh at what was posted there.
    fn let_chat_laugh(&mut self) {
        let Some(by) = self.students.iter().position(|student| student.behaviour == Behaviour::DevCyber) else {
            return;
        };
        for id in self.scenario.student_ids() {
            if self.students[id.index()].behaviour == Behaviour::DevChat
                && self.unit(id, Purpose::Join) < params().join_laugh
            {
                self.draw_in(id, Behaviour::Laugh, StudentId::from_index(by));
            }
        }
    }

    /// Gives a student another behaviour and tells of it. Ending a chat lets the partner end it soon.
    pub(crate) fn change_behaviour(
        &mut self,
        id: StudentId,
        to: Behaviour,
        cause: Cause,
        until: u32,
        partner: Option<StudentId>,
    ) {
        let (tick, state) = (self.lesson_now(), &mut self.students[id.index()]);
        let from = state.behaviour;
        let left = state.partner.take();
        state.partner = partner;
        state.until = until;
        state.held = false;
        if from == to {
            return;
        }
        state.behaviour = to;
        state.since = tick;
        state.noticed_at = None;
        state.shown_at = None;
        self.emit(EventKind::BehaviourChanged { student: id, from, to, cause, partner });
        if from == Behaviour::DevHelp
            && let Some(other) = left
        {
            self.get_going(other);
        }
        if from == Behaviour::OffChat
            && let Some(other) = left
            && other != id
        {
            let other = &mut self.students[other.index()];
            if other.behaviour == Behaviour::OffChat && other.partner == Some(id) {
                other.until = other.until.min(tick + params().chat_left);
            }
        }
    }

    /// Lets a student take up the present task a little later.
    pub(crate) fn replan(&mut self, id: StudentId, earliest: u32, latest: u32) {
        let now = self.lesson_now();
        let delay = rng::between(self.seed, id.0, now, Purpose::Replan, earliest, latest);
        self.students[id.index()].replan_at = now + delay;
    }

    /// Shows what a student on task would have on the screen.
    pub(crate) fn show_task_screen(&mut self, id: StudentId) {
        let scenario = Arc::clone(&self.scenario);
        let kit = self.students[id.index()].kit(scenario.student(id).device);
        let screen = task_screen(self.setting(&scenario), kit);
        self.set_screen(id, screen);
    }

    fn step_noise(&mut self) {
        let activity = sound::of_activity(self.activity);
        let talk: f32 = self.students.iter().map(|student| sound::of_student(student.behaviour)).sum();
        let count = (self.students.len() as f32).max(params().noise_class_least);
        let scale = params().noise_class / count;
        self.noise = sound::follow(self.noise, activity + talk * scale);
    }

    /// One tick of walking, turning and looking.
    pub(crate) fn step_teacher(&mut self) {
        if self.teacher.gaze == Gaze::Dashboard
            && self.lesson_now() - self.teacher.gaze_since == params().dash_glance + 1
        {
            self.emit(EventKind::DashboardHeld);
        }
        if let Some(to) = self.teacher.walking_to {
            let at = self.teacher.pose.at;
            let next = self.plan.aisles.walk(at, to);
            self.teacher.pose.at = next;
            if next == to {
                self.teacher.walking_to = None;
            } else if next != at {
                self.teacher.pose.yaw_deg = direction(at, next);
            }
            if self.teacher.walking_to.is_none() {
                self.face_gaze();
            }
        }
    }

    /// Turns the body to what the eyes rest on.
    pub(crate) fn face_gaze(&mut self) {
        let at = self.teacher.pose.at;
        self.teacher.pose.yaw_deg = match self.teacher.gaze {
            Gaze::Student(id) => direction(at, self.seat_of(id).at),
            Gaze::Board => 0,
            Gaze::Class if at.z_mm > 0 => 180,
            Gaze::Class => direction(at, proefles_scenario::Point::new(0, 0)),
            Gaze::Dashboard | Gaze::Away => self.teacher.pose.yaw_deg,
        };
    }

    /// Distance from the teacher to a student's seat, millimetres.
    pub(crate) fn distance_to(&self, id: StudentId) -> i32 {
        self.teacher.pose.at.distance_mm(self.seat_of(id).at)
    }
}
