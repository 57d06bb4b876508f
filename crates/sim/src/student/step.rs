//! One tick of one student: reactions come due, bouts end, attention lapses, help is needed.

use proefles_scenario::{Activity, Behaviour, Device, Network, Point, Pose, ScreenState, StudentId, TICKS_PER_SECOND};

use super::neighbours::Neighbours;
use super::task::{Setting, task_behaviour, task_screen};
use super::trouble;
use super::{StudentState, conflict, device, lapse, notice};
use crate::event::{Cause, Reaction};
use crate::rng::{self, Purpose};
use crate::rules::attention::{Surroundings, bout_ticks, lapse_chance};
use crate::rules::{opportunity, params, reply};
use crate::{Gaze, InstructionPart, InstructionParts};

/// What a student's tick reads of the rest.
pub struct StepInput<'a> {
    pub seed: u64,
    pub tick: u32,
    pub setting: Setting<'a>,
    pub phase_since: u32,
    /// The present task was set at this tick: with the phase, or by the teacher since.
    pub task_since: u32,
    /// The activity counts as new since this tick: a question to the class renews it.
    pub renewed_at: u32,
    pub network_since: u32,
    pub instructed_until: u32,
    /// What the latest instruction said.
    pub instruction: InstructionParts,
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
    /// Where the student is; none before they have come in.
    pub place: Option<Pose>,
    pub friends: &'a [StudentId],
    /// The board takes touch.
    pub board_works: bool,
    /// A primary class.
    pub young: bool,
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
        let kit = state.kit(self.device);
        self.setting.online() && self.setting.network == Network::Up && kit.has_screen() && !kit.locked && !kit.lid_down
    }

    /// Whether the lesson stands still for this student.
    pub fn stopped(&self, state: &StudentState) -> bool {
        state.kit(self.device).stopped(self.setting)
    }

    /// How strongly peers draw together here, against rows of pairs: 1.
    pub fn pull(&self) -> f32 {
        self.neighbours.pull * if self.setting.grouped { params().grouped_pull } else { 1.0 }
    }

    /// Whether a fresh instruction said this.
    pub fn told(&self, part: InstructionPart) -> bool {
        self.tick < self.instructed_until && self.instruction.has(part)
    }

    /// How much of a full instruction is fresh, 0 to 1.
    fn instructed(&self) -> f32 {
        if self.tick < self.instructed_until { self.instruction.share() } else { 0.0 }
    }

    /// Where the student is; somebody who has not come in is as far as can be.
    fn at(&self) -> Point {
        self.place.map_or(Point::new(i32::MAX / 8, i32::MAX / 8), |place| place.at)
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
    /// Another is drawn in: into a chat, to laugh, or hurt.
    pub draws_in: Option<(StudentId, Behaviour)>,
}

/// The tick of one student. Updates what is only the student's own and returns what others can notice.
pub fn step(state: &mut StudentState, id: StudentId, input: &StepInput) -> Change {
    let p = params();
    let mut change = Change::default();
    let unit = |purpose| rng::unit(input.seed, id.0, input.tick, purpose);
    let distance = input.at().distance_mm(input.teacher.at);
    state.near = distance <= p.reach;
    notice::look_at_it(state, id, input);
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
    } else if interruptible(state.behaviour) {
        // Devices do not wait until a student may lapse again.
        let befell = device::step(state, input, &unit, &mut change);
        if !befell && input.tick >= state.quiet_until {
            step_on_task(state, id, input, distance, &unit, &mut change);
        }
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
            | Behaviour::OnBoard
            | Behaviour::Late
            | Behaviour::Tease
            | Behaviour::Phys
            | Behaviour::DevLogin
            | Behaviour::DevBatt
            | Behaviour::DevHelp
            | Behaviour::DevPriv
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
        Reaction::Goes if input.board_works => {
            change.behaviour = Some((Behaviour::OnBoard, Cause::Teacher, input.tick + p.board_lasts));
        }
        Reaction::Goes => {
            change.behaviour = Some((Behaviour::HelpTech, Cause::Technology, input.tick + p.help_tech_patience));
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
    let kit = state.kit(input.device);
    let behaviour = task_behaviour(input.setting, kit, (input.seed, id, input.tick));
    let vary = rng::between(input.seed, id.0, input.tick, Purpose::Duration, p.task_least, p.task_most);
    let screen = task_screen(input.setting, kit);
    if screen != state.screen {
        change.screen = Some(screen);
    }
    change.behaviour = Some((behaviour, cause, input.tick + vary));
    if trouble::is_at_work(behaviour) && state.progress >= 1.0 && trouble::has_an_end(input.setting.activity) {
        change.behaviour = Some((Behaviour::Finished, cause, u32::MAX));
    }
    let fresh_task = trouble::is_at_work(behaviour) && input.tick.saturating_sub(input.task_since) < p.begin_within;
    let told = 1.0 - (1.0 - p.begin_instructed) * input.instructed();
    if fresh_task
        && cause == Cause::Task
        && rng::unit(input.seed, id.0, input.task_since, Purpose::Begin) < p.begin_late * told
    {
        let normal = rng::normal(input.seed, id.0, input.tick, Purpose::Duration);
        let lacks = input.device == Device::Notebook
            && rng::unit(input.seed, id.0, input.task_since, Purpose::Equipment) < p.no_equipment;
        let late = if lacks { Behaviour::OffNoEq } else { Behaviour::NotGetOn };
        change.behaviour = Some((late, Cause::Task, input.tick + bout_ticks(p.begin_lasts, normal)));
        return;
    }
    device::log_in(state, id, input, behaviour, change);
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
    if state.behaviour == Behaviour::Tease && conflict::step_teasing(state, input, unit, change)
        || state.behaviour == Behaviour::DevChat && conflict::post(id, input, unit, change)
    {
        return;
    }
    let looked_at = minds_looks
        && input.gaze == Gaze::Student(id)
        && (input.tick - input.gaze_since) % p.look_again == p.look_takes;
    if looked_at && unit(Purpose::Look) < reply::look_stops(state.behaviour) {
        state.quiet_until = input.tick + p.quiet_answered;
        back_to_task(state, id, input, Cause::Teacher, change);
        return;
    }
    let length = state.until.saturating_sub(state.since).max(10) as f32;
    // Nobody's battery fills up because somebody stands beside it.
    let near = if state.near && !state.behaviour.has_device_trouble() { p.reach_ends } else { 0.0 };
    let silence = if input.waiting && state.behaviour == Behaviour::OffChat { p.silence_ends } else { 0.0 };
    if unit(Purpose::Ending) < (near + silence) / length {
        state.quiet_until = input.tick + p.quiet_answered / 2;
        back_to_task(state, id, input, Cause::Teacher, change);
        return;
    }
    let age = input.tick - state.since;
    let escalates = state.behaviour == Behaviour::OffChat && age > p.escalate_grace && !state.near;
    if escalates && unit(Purpose::Escalate) < p.escalate_rate / 10.0 {
        let unwatched = opportunity::gaze_factor(id, input.at(), input.teacher, input.gaze) > 1.0;
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
    let is_stopped = input.stopped(state) || input.setting.activity == Activity::Transition;
    let chatting =
        input.neighbours.near.iter().filter(|n| input.class[n.index()].behaviour == Behaviour::OffChat).count();
    let around = Surroundings {
        activity: input.setting.activity,
        activity_ticks: input.tick - input.renewed_at.max(input.phase_since),
        phase_ticks: input.tick - input.phase_since,
        lesson_ticks: input.tick,
        stopped_ticks: is_stopped.then(|| input.tick - input.network_since.max(input.phase_since)),
        instructed: input.instructed(),
        opportunity: opportunity::distance_factor(distance_mm)
            * opportunity::gaze_factor(id, input.at(), input.teacher, input.gaze)
            * opportunity::busy_factor(id, input.gaze, input.tick - input.gaze_since),
        chatting_neighbours: chatting as u32,
        pull: input.pull() * state.traits.drawn_by_peers(),
        affect: state.affect.lapse_factor(),
        climate: input.climate,
        greeted_ticks: input.greeted_at.map(|at| input.tick - at),
        checked: input.tick < state.checked_until,
        disrespect: (p.respect_start - state.respect).max(0.0),
    };
    let idle = state.behaviour == Behaviour::Finished
        && input.tick - state.since > p.finished_after
        && !input.instruction.has(InstructionPart::WhenDone);
    let around = Surroundings { opportunity: around.opportunity * if idle { p.finished_idles } else { 1.0 }, ..around };
    let chance = lapse_chance(&around, state.traits.distractibility, state.attention, state.engagement);
    if unit(Purpose::Lapse) < chance {
        lapse::begin(id, state, is_stopped, around.opportunity, input, unit, change);
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
        && let Some(by) = input.class.iter().position(|other| other.behaviour.is_in_class_chat())
    {
        let cause = Cause::Peer(StudentId::from_index(by));
        change.behaviour = Some((Behaviour::DevChat, cause, input.tick + p.class_chat_lasts));
        change.screen = Some(ScreenState::Chat);
        return;
    }
    let watched = input.neighbours.screens.iter().find(|other| {
        let Shown { behaviour, screen, .. } = input.class[other.index()];
        (behaviour == Behaviour::DevTab || behaviour.is_in_class_chat())
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
