//! What a teacher does besides words to order: greeting, helping, checking, arranging what to work with.

use proefles_scenario::{Behaviour, Device, IncidentKind, StudentId};

use crate::event::{Cause, Reaction};
use crate::rng::{self, Purpose};
use crate::rules::affect::Feeling;
use crate::rules::params;
use crate::session::Session;
use crate::student::{StudentState, interruptible};

impl Session {
    /// A greeting counts once, at the start.
    pub(crate) fn greet(&mut self) {
        let now = self.lesson_now();
        if self.greeted_at.is_some() || now > params().greet_within {
            return;
        }
        self.greeted_at = Some(now);
        for id in self.scenario.student_ids() {
            StudentState::add(&mut self.students[id.index()].engagement, params().greet_engages);
            self.react_soon(id, Reaction::LooksUp);
        }
    }

    /// Help with the task: it takes being near.
    pub(crate) fn help(&mut self, id: StudentId, private: bool) {
        let login_down = self.goes_on(IncidentKind::LoginDown);
        let state = &mut self.students[id.index()];
        use Behaviour as B;
        let asked =
            matches!(state.behaviour, B::HelpQ | B::HelpDep | B::HelpHide | B::OffNoEq | B::DevAccess | B::DevPriv)
                || state.behaviour.has_device_trouble();
        let stuck = asked || state.affect.trouble_since.is_some();
        if private && stuck {
            state.resolve_trouble();
            StudentState::add(&mut state.engagement, params().help_engages);
            state.lacks_tool &= state.behaviour != B::DevAccess;
            state.battery_empty = false;
            state.logged_in |= state.behaviour == B::DevLogin && !login_down;
        }
        let helped = private && (asked || state.behaviour.is_off_task());
        self.react_soon(id, if helped { Reaction::Complies } else { Reaction::LooksUp });
    }

    /// A look at somebody's work: what does not belong there goes away, and it stays away for a while.
    pub(crate) fn check_work(&mut self, id: StudentId, private: bool) {
        let until = self.lesson_now() + params().checked_lasts;
        let hides = self.unit(id, Purpose::Comply) < params().checked_stops;
        let state = &mut self.students[id.index()];
        if private {
            state.checked_until = until;
            StudentState::add(&mut state.attention, params().address_attention);
        }
        let stops = private && hides && state.behaviour.is_off_task();
        self.react_soon(id, if stops { Reaction::Complies } else { Reaction::LooksUp });
    }

    /// Lids half down, tablets face down: most do it, and until screens are opened again nothing on them distracts.
    pub(crate) fn lids_down(&mut self) {
        for id in self.scenario.student_ids() {
            let has_screen = self.scenario.student(id).device != Device::Notebook;
            if !has_screen || self.unit(id, Purpose::Comply) >= params().lids_comply {
                continue;
            }
            let state = &mut self.students[id.index()];
            state.lid_down = true;
            StudentState::add(&mut state.attention, params().lids_attention);
            if state.behaviour.takes_a_screen() {
                self.react_soon(id, Reaction::Complies);
            } else {
                self.replan(id, params().taken_up_least, params().phase_taken_up);
            }
        }
    }

    /// The lesson goes on without what has failed.
    pub(crate) fn announce_plan_b(&mut self) {
        self.plan_b = true;
        self.renewed_at = self.lesson_now();
        for id in self.scenario.student_ids() {
            self.replan(id, params().taken_up_least, params().network_taken_up);
        }
    }

    /// From now on this student helps others with their devices.
    pub(crate) fn appoint_helper(&mut self, id: StudentId) {
        self.helper = Some(id);
        StudentState::add(&mut self.students[id.index()].engagement, params().help_engages);
        self.react_soon(id, Reaction::Pleased);
    }

    /// A gesture for silence: who sees it, quietens; it costs nobody's respect.
    pub(crate) fn gesture(&mut self) {
        let p = params();
        self.call_back(p.gesture_stops, p.gesture_stops_neighbours);
    }

    /// The heaviest step: it ends the episode and costs respect.
    pub(crate) fn sanction(&mut self, id: StudentId) {
        let p = params();
        self.climate.reprimand();
        let stops = self.unit(id, Purpose::Comply) < p.sanction_stops;
        let friends = self.scenario.student(id).friends.clone();
        let state = &mut self.students[id.index()];
        StudentState::add(&mut state.respect, -p.sanction_respect);
        StudentState::add(&mut state.engagement, -p.engagement_public);
        state.affect.stir(Feeling::Frustration, p.reprimand_frustrates);
        let reaction = match (state.behaviour.is_off_task(), stops) {
            (true, true) => Reaction::Complies,
            (true, false) => Reaction::AnswersBack,
            (false, _) => Reaction::Hurt,
        };
        for friend in friends {
            StudentState::add(&mut self.students[friend.index()].respect, -p.sanction_respect * p.respect_friends);
        }
        self.react_soon(id, reaction);
    }

    /// Once a second: the helper gets somebody whose device gives trouble going again.
    pub(crate) fn let_helper_help(&mut self) {
        let Some(helper) = self.helper else { return };
        let doing = self.students[helper.index()].behaviour;
        let free = doing.on_task() && interruptible(doing) || doing == Behaviour::Waiting;
        let waiting = |id: &StudentId| self.students[id.index()].behaviour.has_device_trouble();
        let first = self.scenario.student_ids().find(waiting);
        if let Some(id) = first.filter(|&id| free && id != helper)
            && rng::unit(self.seed, id.0, self.lesson_now(), Purpose::Help) < params().helper_rate
        {
            let until = self.lesson_now() + params().helps_lasts;
            self.change_behaviour(helper, Behaviour::DevHelp, Cause::Peer(id), until, Some(id));
        }
    }

    /// Somebody's device works again, thanks to another.
    pub(crate) fn get_going(&mut self, id: StudentId) {
        let now = self.lesson_now();
        let works = !self.goes_on(IncidentKind::LoginDown);
        let state = &mut self.students[id.index()];
        if state.behaviour.has_device_trouble() {
            state.battery_empty = false;
            state.logged_in |= works;
            state.until = now + 1;
            self.replan(id, params().taken_up_least, params().phase_taken_up);
        }
    }

    /// A turn at the board: somebody who has not withdrawn goes. The others are awake, because any of them may be next.
    pub(crate) fn send_to_board(&mut self, id: StudentId) {
        let p = params();
        for state in &mut self.students {
            StudentState::add(&mut state.attention, p.board_attention);
        }
        let goes = self.students[id.index()].behaviour != Behaviour::Withdraw;
        self.react_soon(id, if goes { Reaction::Goes } else { Reaction::LooksUp });
    }
}
