//! Devices that give their owners trouble: no login, an empty battery, a tool without the option that somebody needs; and the
//! question what they record.

use proefles_scenario::{Behaviour, ScreenState, StudentId};

use super::StudentState;
use super::step::{Change, StepInput};
use crate::event::Cause;
use crate::rng::{self, Purpose};
use crate::rules::params;

/// Whether somebody works on a device.
pub fn is_on_a_device(behaviour: Behaviour) -> bool {
    matches!(behaviour, Behaviour::OnScreen | Behaviour::DevQuiz | Behaviour::DevVrClass)
}

/// What befalls somebody who works on a device. True if anything does.
pub fn step(state: &mut StudentState, input: &StepInput, unit: &dyn Fn(Purpose) -> f32, change: &mut Change) -> bool {
    if !is_on_a_device(state.behaviour) {
        return false;
    }
    let p = params();
    // One draw for what excludes each other.
    let draw = unit(Purpose::Device) * 10.0;
    let battery = p.battery_rate;
    let access = battery + if state.lacks_tool { p.access_rate } else { 0.0 };
    let early = input.tick - input.task_since < p.privacy_within;
    let privacy = access + if early { p.privacy_rate } else { 0.0 };
    if draw < battery {
        state.battery_empty = true;
        change.screen = Some(ScreenState::EmptyBattery);
        change.behaviour = Some((Behaviour::DevBatt, Cause::Technology, input.tick + p.battery_lasts));
    } else if draw < access {
        change.behaviour = Some((Behaviour::DevAccess, Cause::Technology, input.tick + p.access_lasts));
    } else if draw < privacy {
        let patience = (p.patience as f32 * state.traits.patience) as u32;
        change.behaviour = Some((Behaviour::DevPriv, Cause::Technology, input.tick + patience));
    } else {
        return false;
    }
    true
}

/// Somebody takes up a task that may be on a device. Who was not logged in tries: it works, or it does not and they show it.
pub fn log_in(state: &mut StudentState, id: StudentId, input: &StepInput, takes_up: Behaviour, change: &mut Change) {
    let p = params();
    let tries = is_on_a_device(takes_up) || takes_up == Behaviour::Waiting && input.setting.login_down;
    if state.logged_in || !tries {
        return;
    }
    let fails = input.setting.login_down && !input.setting.stopped()
        || rng::unit(input.seed, id.0, input.task_since, Purpose::Login) < p.login_fails;
    // Whoever has the login page before them has shown it already.
    if fails && state.screen != ScreenState::Login {
        change.behaviour = Some((Behaviour::DevLogin, Cause::Technology, input.tick + p.login_lasts));
        change.screen = Some(ScreenState::Login);
    } else {
        state.logged_in = !input.setting.login_down;
    }
}
