//! Work and its trouble: it gets on, it is done, or it gives trouble that somebody asks about, hides, or gives up on.

use proefles_scenario::{Activity, Behaviour, ScreenState, StudentId};

use super::StudentState;
use super::step::{Change, StepInput, interruptible};
use crate::InstructionPart;
use crate::event::Cause;
use crate::rng::Purpose;
use crate::rules::affect::{Circumstances, Feeling};
use crate::rules::{opportunity, params};

/// Whether somebody works at the task themselves.
pub fn is_at_work(behaviour: Behaviour) -> bool {
    use Behaviour as B;
    matches!(behaviour, B::OnWrite | B::OnScreen | B::OnRead | B::DevQuiz | B::DevVrClass)
}

/// Whether the activity has work that one can be done with.
pub fn has_an_end(activity: Activity) -> bool {
    matches!(activity, Activity::Individual | Activity::Pairs)
}

/// A second of the work and of what the student feels about it.
pub fn second(state: &mut StudentState, input: &StepInput, unit: &dyn Fn(Purpose) -> f32) {
    let p = params();
    let is_stopped = input.stopped(state);
    if state.affect.trouble_since.is_some() {
        if is_stopped || unit(Purpose::Impasse) < p.impasse_over * state.efficacy {
            state.resolve_trouble();
        }
    } else if is_at_work(state.behaviour) {
        state.progress += (p.work_attention + state.attention) * (p.work_efficacy + state.efficacy) / p.work_takes;
        let hard = (p.help_unsure - state.efficacy).max(p.help_least);
        if unit(Purpose::Impasse) < p.impasse_rate * hard {
            state.affect.trouble_since = Some(input.tick);
        }
    }
    state.affect.second(&Circumstances {
        tick: input.tick,
        on_task: state.behaviour.on_task(),
        stopped: is_stopped,
        activity_ticks: input.tick - input.renewed_at.max(input.phase_since),
    });
}

/// What somebody at work does about it: finishes, asks, asks a neighbour, hides it, gives up,
/// or copies an answer from AI or from a neighbour. True if anything changes.
pub fn step(
    state: &mut StudentState,
    id: StudentId,
    input: &StepInput,
    distance_mm: i32,
    unit: &dyn Fn(Purpose) -> f32,
    change: &mut Change,
) -> bool {
    let p = params();
    if !is_at_work(state.behaviour) {
        return false;
    }
    if state.progress >= 1.0 && has_an_end(input.setting.activity) {
        change.behaviour = Some((Behaviour::Finished, Cause::Task, u32::MAX));
        return true;
    }
    let troubled = state.affect.trouble_since.is_some();
    // Who is unsure has more questions; who is shy asks fewer of them.
    let rate = if troubled { p.help_troubled } else { p.help_rate };
    let asks = rate * (p.help_unsure - state.efficacy).max(p.help_least) / state.traits.help_shyness;
    let asks = if input.told(InstructionPart::Help) { asks * p.instruct_help } else { asks };
    if unit(Purpose::Help) * 10.0 < asks {
        let patience = (p.patience as f32 * state.traits.patience) as u32;
        let tries = troubled || state.efficacy >= p.help_unsure_asks;
        let asks = if tries { Behaviour::HelpQ } else { Behaviour::HelpDep };
        change.behaviour = Some((asks, Cause::Task, input.tick + patience));
        return true;
    }
    if !troubled {
        return false;
    }
    // One draw for what excludes each other. A neighbour is asked rather when the teacher is far or busy.
    let draw = unit(Purpose::Trouble) * 10.0;
    let far = opportunity::distance_factor(distance_mm);
    let peer = p.help_peer * far * state.traits.sociability;
    let hide = peer + p.help_hide * (state.traits.help_shyness - 1.0).max(0.0);
    let gives_up = hide + p.give_up * state.affect.level(Feeling::Frustration) * state.affect.level(Feeling::Boredom);
    if draw < peer {
        let free = |other: &&StudentId| interruptible(input.class[other.index()].behaviour);
        let Some(&other) = input.neighbours.near.iter().find(free) else { return false };
        change.behaviour = Some((Behaviour::HelpPeer, Cause::Task, input.tick + p.help_peer_lasts));
        change.partner = Some(other);
    } else if draw < hide {
        change.behaviour = Some((Behaviour::HelpHide, Cause::Task, input.tick + p.help_hide_lasts));
    } else if draw < gives_up {
        change.behaviour = Some((Behaviour::OffGiveup, Cause::Task, input.tick + p.give_up_lasts));
    } else if draw < gives_up + p.ai_rate && input.has_open_screen(state) {
        change.behaviour = Some((Behaviour::DevAi, Cause::Lapse, input.tick + p.ai_lasts));
        change.screen = Some(ScreenState::AiAnswer);
        state.progress += p.ai_progress;
    } else if draw < gives_up + p.ai_rate + p.plagiat_rate && input.has_open_screen(state) {
        let at_work = |other: &&StudentId| is_at_work(input.class[other.index()].behaviour);
        let Some(&other) = input.neighbours.near.iter().find(at_work) else { return false };
        change.behaviour = Some((Behaviour::DevPlagiat, Cause::Peer(other), input.tick + p.plagiat_lasts));
        change.partner = Some(other);
        state.progress += p.ai_progress;
    } else {
        return false;
    }
    debug_assert!(change.partner != Some(id), "nobody asks themselves");
    true
}
