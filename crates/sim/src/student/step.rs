//! One tick of one student: reactions come due, bouts end, attention lapses, help is needed.

use proefles_scenario::{Behaviour, Device, Network, Point, Pose, ScreenState, StudentId, TICKS_PER_SECOND};

use super::StudentState;
use super::neighbours::Neighbours;
use super::task::{Setting, task_behaviour, task_screen};
use super::trouble;
use crate::Gaze;
use crate::event::{Cause, Reaction};
use crate::rng::{self, Purpose};
use crate::rules::affect::Feeling;
use crate::rules::attention::{Distraction, Surroundings, bout_ticks, lapse_chance};
use crate::rules::{opportunity, params, perception, reply};

/// What a student's tick reads of the rest.
pub struct StepInput<'a> {
    pub seed: u64,
    pub tick: u32,
    pub setting: Setting<'a>,
    pub phase_since: u32,
    /// The activity counts as new since this tick: a question to the class renews it.
    pub renewed_at: u32,
    pub network_since: u32,
    pub instructed_until: u32,
    /// When the teacher greeted the class, if they did.
    pub greeted_at: Option<u32>,
    /// How much more the teacher praises than reprimands, -1 to 1.
    pub climate: f32,
    pub waiting: bool,
    pub teacher: Pose,
    pub gaze: Gaze,
    pub gaze_since: u32,
    /// The point that the teacher's eyes rest on, if they rest on the class.
    pub looks_at: Option<Point>,
    /// Where the student sits.
    pub seat: Pose,
    pub device: Device,
    pub neighbours: &'a Neighbours,
    /// The class as it is at this moment of the tick, by id.
    pub class: &'a [Shown],
    /// How many were in the class chat when the tick began.
    pub in_class_chat: u32,
}

impl StepInput<'_> {
    /// Whether a student has a screen on which something else than the task can be opened.
    pub fn has_open_screen(&self, state: &StudentState) -> bool {
        self.setting.online()
            && self.device != Device::Notebook
            && self.setting.network == Network::Up
            && !state.locked
            && !state.lid_down
    }
}

/// What a student's tick knows of another student.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    pub behaviour: Behaviour,
    pub screen: ScreenState,
    /// The chance that they join somebody who chats.
    pub joins: f32,
}

/// What a student's tick changes. The session carries it out and tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Change {
    pub behaviour: Option<(Behaviour, Cause, u32)>,
    pub partner: Option<StudentId>,
    pub screen: Option<ScreenState>,
    pub reaction: Option<Reaction>,
    /// A neighbour is drawn in: into a chat, or to laugh.
    pub draws_in: Option<(StudentId, Behaviour)>,
}

/// The tick of one student. Updates what is only the student's own and returns what others can notice.
pub fn step(state: &mut StudentState, id: StudentId, input: &StepInput) -> Change {
    let p = params();
    let mut change = Change::default();
    let unit = |purpose| rng::unit(input.seed, id.0, input.tick, purpose);
    let distance = input.seat.at.distance_mm(input.teacher.at);
    state.near = distance <= p.reach;
    if state.noticed_at.is_none() && perceived(state, id, input) {
        state.noticed_at = Some(input.tick);
    }
    drift(state, input.climate);
    // Once a second, each student in another tick.
    if (input.tick + u32::from(id.0)).is_multiple_of(TICKS_PER_SECOND) {
        trouble::second(state, input, &unit);
    }
    if let Some((reaction, at)) = state.reacts_at
        && input.tick >= at
    {
        state.reacts_at = None;
        state.reaction = Some((reaction, input.tick));
        change.reaction = Some(reaction);
        react(state, reaction, id, input, &mut change);
        return change;
    }
    let on_task = state.behaviour.on_task() || state.behaviour == Behaviour::Waiting;
    if let Some(at) = state.hand_at
        && input.tick >= at
    {
        state.hand_at = None;
        if on_task && !state.held {
            let patience = (p.patience as f32 * state.traits.patience) as u32;
            change.behaviour = Some((Behaviour::OnHand, Cause::Teacher, input.tick + patience));
            return change;
        }
    }
    if state.held && on_task {
        if input.tick >= state.until {
            state.held = false;
            back_to_task(state, id, input, Cause::End, &mut change);
        }
    } else if !on_task {
        step_off_task(state, id, input, &unit, &mut change);
    } else if input.tick >= state.replan_at || input.tick >= state.until {
        if state.behaviour == Behaviour::HelpPeer && unit(Purpose::Trouble) < p.help_peer_solves {
            state.resolve_trouble();
        }
        back_to_task(state, id, input, Cause::Task, &mut change);
    } else if input.tick >= state.quiet_until && interruptible(state.behaviour) {
        step_on_task(state, id, input, distance, &unit, &mut change);
    }
    change
}

/// Whether a lapse, or somebody else's, can interrupt it.
pub fn interruptible(behaviour: Behaviour) -> bool {
    !matches!(
        behaviour,
        Behaviour::OnHand
            | Behaviour::OnAnswer
            | Behaviour::HelpQ
            | Behaviour::HelpDep
            | Behaviour::HelpTech
            | Behaviour::Withdraw
    )
}

/// Attention and engagement move slowly towards what the present behaviour sustains.
fn drift(state: &mut StudentState, climate: f32) {
    let p = params();
    let on_task = state.behaviour.on_task();
    let attention = if on_task { p.attention_on } else { p.attention_off };
    let engagement = match state.behaviour {
        Behaviour::Waiting => p.engagement_waiting,
        behaviour if behaviour.on_task() => p.engagement_on + p.climate_engages * climate,
        _ => p.engagement_off,
    };
    state.attention += (attention - state.attention) * p.attention_drift;
    state.engagement += (engagement - state.engagement) * p.engagement_drift;
}

/// Whether the teacher perceives now what the student does: within reach, by ear, under a look that has rested on it, or,
/// if it is large, in the direction of a longer look.
fn perceived(state: &StudentState, id: StudentId, input: &StepInput) -> bool {
    let p = params();
    if state.near || perception::is_heard(state.behaviour) {
        return true;
    }
    let Some(looks_at) = input.looks_at else { return false };
    let rested = input.tick - input.gaze_since.max(state.since);
    let on_it = match input.gaze {
        Gaze::Student(other) => other == id || input.neighbours.beside.contains(&other),
        _ => false,
    };
    let towards = || {
        rested >= p.glance
            && perception::is_large(state.behaviour)
            && perception::in_cone(input.teacher.at, looks_at, input.seat.at)
    };
    (on_it && rested >= p.fixation || towards())
        && perception::in_sight(state.behaviour, input.seat, input.teacher.at, &input.neighbours.close)
}

/// What a reaction does to the behaviour.
fn react(state: &mut StudentState, reaction: Reaction, id: StudentId, input: &StepInput, change: &mut Change) {
    let p = params();
    match reaction {
        Reaction::Complies => {
            state.held = false;
            state.quiet_until = input.tick + state.quiet_after;
            back_to_task(state, id, input, Cause::Teacher, change);
        }
        Reaction::AnswersBack => {
            state.held = false;
            let refuses = state.respect < p.refuse_respect
                && rng::unit(input.seed, id.0, input.tick, Purpose::Ending) < p.refuse_share;
            change.behaviour = Some(match refuses {
                true => (Behaviour::Refuse, Cause::Teacher, input.tick + p.refuse_length),
                false => (Behaviour::Backtalk, Cause::Teacher, input.tick + p.backtalk_length),
            });
        }
        Reaction::Answers => {
            change.behaviour = Some((Behaviour::OnAnswer, Cause::Teacher, input.tick + p.answer_length))
        }
        Reaction::Hurt => {
            // It makes nobody who had withdrawn before come back sooner.
            let before = if state.behaviour == Behaviour::Withdraw { state.until } else { 0 };
            change.behaviour = Some((Behaviour::Withdraw, Cause::Teacher, before.max(input.tick + p.hurt_length)));
        }
        Reaction::Ignores | Reaction::Pleased | Reaction::LooksUp => {}
    }
}

/// Goes (back) to what the phase asks for.
fn back_to_task(state: &mut StudentState, id: StudentId, input: &StepInput, cause: Cause, change: &mut Change) {
    let p = params();
    state.replan_at = u32::MAX;
    let behaviour = task_behaviour(input.setting, input.device, (input.seed, id, input.tick));
    let vary = rng::between(input.seed, id.0, input.tick, Purpose::Duration, p.task_least, p.task_most);
    let screen = task_screen(input.setting, input.device, state.locked, state.lid_down);
    if screen != state.screen && state.screen != ScreenState::EmptyBattery {
        change.screen = Some(screen);
    }
    change.behaviour = Some((behaviour, cause, input.tick + vary));
    if trouble::is_at_work(behaviour) && state.progress >= 1.0 && trouble::has_an_end(input.setting.phase.activity) {
        change.behaviour = Some((Behaviour::Finished, cause, u32::MAX));
    }
    let fresh_task = trouble::is_at_work(behaviour) && input.tick.saturating_sub(input.phase_since) < p.begin_within;
    let told = if input.tick < input.instructed_until { p.begin_instructed } else { 1.0 };
    if fresh_task
        && cause == Cause::Task
        && rng::unit(input.seed, id.0, input.phase_since, Purpose::Begin) < p.begin_late * told
    {
        let normal = rng::normal(input.seed, id.0, input.tick, Purpose::Duration);
        let lacks = input.device == Device::Notebook
            && rng::unit(input.seed, id.0, input.phase_since, Purpose::Equipment) < p.no_equipment;
        let late = if lacks { Behaviour::OffNoEq } else { Behaviour::NotGetOn };
        change.behaviour = Some((late, Cause::Task, input.tick + bout_ticks(p.begin_lasts, normal)));
    }
    let fresh_outage = behaviour == Behaviour::Waiting
        && input.setting.stopped()
        && input.tick.saturating_sub(input.network_since) < p.help_tech_within;
    let asks = p.help_tech_share / state.traits.help_shyness;
    if fresh_outage && rng::unit(input.seed, id.0, input.network_since, Purpose::Help) < asks {
        let patience = (p.help_tech_patience as f32 * state.traits.patience) as u32;
        change.behaviour = Some((Behaviour::HelpTech, Cause::Technology, input.tick + patience));
    }
}

/// A student who is off task: the bout may end by itself, by nearness, or by a look; unanswered chatter may escalate. Who
/// has withdrawn is not called back by a look, but somebody who comes near helps.
fn step_off_task(
    state: &mut StudentState,
    id: StudentId,
    input: &StepInput,
    unit: &dyn Fn(Purpose) -> f32,
    change: &mut Change,
) {
    let p = params();
    if input.tick >= state.until {
        state.quiet_until = state.quiet_until.max(input.tick + p.quiet_self);
        back_to_task(state, id, input, Cause::End, change);
        return;
    }
    let minds_looks = state.behaviour.is_off_task();
    let looked_at = minds_looks
        && input.gaze == Gaze::Student(id)
        && (input.tick - input.gaze_since) % p.look_again == p.look_takes;
    if looked_at && unit(Purpose::Look) < reply::look_stops(state.behaviour) {
        state.quiet_until = input.tick + p.quiet_answered;
        back_to_task(state, id, input, Cause::Teacher, change);
        return;
    }
    let length = state.until.saturating_sub(state.since).max(10) as f32;
    let near = if state.near { p.reach_ends } else { 0.0 };
    let silence = if input.waiting && state.behaviour == Behaviour::OffChat { p.silence_ends } else { 0.0 };
    if unit(Purpose::Ending) < (near + silence) / length {
        state.quiet_until = input.tick + p.quiet_answered / 2;
        back_to_task(state, id, input, Cause::Teacher, change);
        return;
    }
    let age = input.tick - state.since;
    let escalates = state.behaviour == Behaviour::OffChat && age > p.escalate_grace && !state.near;
    if escalates && unit(Purpose::Escalate) < p.escalate_rate / 10.0 {
        let unwatched = opportunity::gaze_factor(id, input.seat.at, input.teacher, input.gaze) > 1.0;
        let loud = match unit(Purpose::LapseKind) {
            draw if draw < p.escalate_to_shout => Behaviour::Toot,
            draw if unwatched && draw > p.escalate_to_throw => Behaviour::Throw,
            _ => Behaviour::Clown,
        };
        change.behaviour = Some((loud, Cause::Lapse, input.tick + p.escalated_length));
        change.draws_in = input
            .neighbours
            .near
            .iter()
            .find(|other| rng::unit(input.seed, other.0, input.tick, Purpose::Join) < p.join_laugh)
            .map(|&other| (other, Behaviour::Laugh));
    }
}

/// A student who is on task: attention may lapse, a screen in view may catch the eye, a question may arise.
fn step_on_task(
    state: &mut StudentState,
    id: StudentId,
    input: &StepInput,
    distance_mm: i32,
    unit: &dyn Fn(Purpose) -> f32,
    change: &mut Change,
) {
    let p = params();
    let is_stopped = input.setting.stopped() || input.setting.phase.activity == proefles_scenario::Activity::Transition;
    let chatting =
        input.neighbours.near.iter().filter(|n| input.class[n.index()].behaviour == Behaviour::OffChat).count();
    let around = Surroundings {
        activity: input.setting.phase.activity,
        activity_ticks: input.tick - input.renewed_at.max(input.phase_since),
        phase_ticks: input.tick - input.phase_since,
        lesson_ticks: input.tick,
        stopped_ticks: is_stopped.then(|| input.tick - input.network_since.max(input.phase_since)),
        instructed: input.tick < input.instructed_until,
        opportunity: opportunity::distance_factor(distance_mm)
            * opportunity::gaze_factor(id, input.seat.at, input.teacher, input.gaze)
            * opportunity::busy_factor(match input.gaze {
                Gaze::Student(other) if other != id => input.tick - input.gaze_since,
                _ => 0,
            }),
        chatting_neighbours: chatting as u32,
        pull: input.neighbours.pull * state.traits.drawn_by_peers(),
        affect: state.affect.lapse_factor(),
        climate: input.climate,
        greeted_ticks: input.greeted_at.map(|at| input.tick - at),
        checked: input.tick < state.checked_until,
        disrespect: (p.respect_start - state.respect).max(0.0),
    };
    let idle = state.behaviour == Behaviour::Finished && input.tick - state.since > p.finished_after;
    let around = Surroundings { opportunity: around.opportunity * if idle { p.finished_idles } else { 1.0 }, ..around };
    let chance = lapse_chance(&around, state.traits.distractibility, state.attention, state.engagement);
    if unit(Purpose::Lapse) < chance {
        lapse(id, state, is_stopped, around.opportunity, input, unit, change);
        return;
    }
    if unit(Purpose::Notify) < p.notification_rate / 10.0 {
        change.behaviour = Some((Behaviour::DevNotif, Cause::Technology, input.tick + p.notification_lasts));
        return;
    }
    let chat = p.chat_spreads / 10.0 * input.in_class_chat as f32 * state.traits.sociability;
    if input.in_class_chat > 0
        && input.has_open_screen(state)
        && unit(Purpose::ClassChat) < chat
        && let Some(by) = input.class.iter().position(|other| other.behaviour == Behaviour::DevChat)
    {
        let cause = Cause::Peer(StudentId::from_index(by));
        change.behaviour = Some((Behaviour::DevChat, cause, input.tick + p.class_chat_lasts));
        change.screen = Some(ScreenState::Chat);
        return;
    }
    let watched = input.neighbours.screens.iter().find(|other| {
        let Shown { behaviour, screen, .. } = input.class[other.index()];
        matches!(behaviour, Behaviour::DevTab | Behaviour::DevChat)
            && matches!(screen, ScreenState::Game | ScreenState::Video | ScreenState::OtherTab | ScreenState::Chat)
    });
    if let Some(&other) = watched
        && unit(Purpose::Join) < p.view_rate / 10.0
    {
        change.behaviour = Some((Behaviour::DevView, Cause::Peer(other), input.tick + p.view_length));
        change.partner = Some(other);
        return;
    }
    trouble::step(state, id, input, distance_mm, unit, change);
}

/// What a lapse of attention becomes.
fn lapse(
    id: StudentId,
    state: &StudentState,
    is_stopped: bool,
    opportunity: f32,
    input: &StepInput,
    unit: &dyn Fn(Purpose) -> f32,
    change: &mut Change,
) {
    let p = params();
    let traits = state.traits;
    let kind = Distraction::draw(unit(Purpose::LapseKind), input.neighbours.pull * traits.drawn_by_peers(), is_stopped);
    let until =
        input.tick + bout_ticks(kind.mean_ticks(), rng::normal(input.seed, id.0, input.tick, Purpose::Duration));
    let lapse_to = |behaviour| Some((behaviour, Cause::Lapse, until));
    match kind {
        Distraction::Peer => {
            let free = |other: &&StudentId| interruptible(input.class[other.index()].behaviour);
            match input.neighbours.near.iter().find(free) {
                Some(&other)
                    if rng::unit(input.seed, other.0, input.tick, Purpose::Join) < input.class[other.index()].joins =>
                {
                    change.behaviour = lapse_to(Behaviour::OffChat);
                    change.partner = Some(other);
                    change.draws_in = Some((other, Behaviour::OffChat));
                }
                // Nobody joins: a look around instead.
                _ => {
                    let normal = rng::normal(input.seed, id.0, input.tick, Purpose::Duration);
                    let until = input.tick + bout_ticks(Distraction::Environment.mean_ticks(), normal);
                    change.behaviour = Some((Behaviour::OffEnv, Cause::Lapse, until));
                }
            }
        }
        Distraction::Other if unit(Purpose::Join) < p.restless * state.affect.level(Feeling::Boredom) => {
            let other = input.neighbours.near.first().copied();
            let pokes = unit(Purpose::Screen) < p.pokes && other.is_some();
            change.behaviour = lapse_to(if pokes { Behaviour::Disturb } else { Behaviour::Noise });
            change.partner = other.filter(|_| pokes);
        }
        Distraction::Own | Distraction::Other => {
            let screen = unit(Purpose::Screen);
            if screen < p.screen_share * p.phone_share {
                change.behaviour = lapse_to(Behaviour::DevPhone);
            } else if screen < p.screen_share && input.has_open_screen(state) && unit(Purpose::ClassChat) < p.chat_share
            {
                change.behaviour = lapse_to(Behaviour::DevChat);
                change.screen = Some(ScreenState::Chat);
            } else if screen < p.screen_share && input.has_open_screen(state) {
                change.behaviour = lapse_to(Behaviour::DevTab);
                change.screen = Some(opened(screen));
            } else if kind == Distraction::Own {
                change.behaviour = lapse_to(inwards(state, opportunity, unit(Purpose::Join)));
            } else {
                change.behaviour = lapse_to(Behaviour::OffIdle);
            }
        }
        Distraction::Environment => change.behaviour = lapse_to(Behaviour::OffEnv),
        Distraction::Supplies if input.tick >= p.eat_after && unit(Purpose::Join) < p.eat_share => {
            change.behaviour = lapse_to(Behaviour::OffEat);
        }
        Distraction::Supplies if unit(Purpose::Screen) < p.doodle_share => {
            change.behaviour = lapse_to(Behaviour::OffDoodle);
        }
        Distraction::Supplies => change.behaviour = lapse_to(Behaviour::OffFidget),
    }
}

/// What a lapse that turns inwards looks like, for a draw in `0..1`. The chance to do something in secret is taken where the
/// teacher is far or turned away.
fn inwards(state: &StudentState, opportunity: f32, draw: f32) -> Behaviour {
    let p = params();
    let sleeps = p.sleep_share * state.affect.level(Feeling::Boredom);
    let unwatched = if opportunity > 1.0 { p.private_share } else { 0.0 };
    if draw < sleeps {
        Behaviour::OffSleep
    } else if draw < sleeps + unwatched {
        Behaviour::OffPrivate
    } else {
        Behaviour::OffDaydream
    }
}

/// What is opened beside the task, for a draw in `0..1`.
fn opened(draw: f32) -> ScreenState {
    let p = params();
    if draw < p.other_tab_share {
        ScreenState::OtherTab
    } else if draw < p.game_share {
        ScreenState::Game
    } else {
        ScreenState::Video
    }
}
