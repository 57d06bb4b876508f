//! How loud the class is.

use super::params::params;
use proefles_scenario::{Activity, Behaviour};

/// Noise of the activity itself, 0 to 1.
pub fn of_activity(activity: Activity) -> f32 {
    let p = params();
    match activity {
        Activity::Explain => p.noise_explain,
        Activity::Individual => p.noise_individual,
        Activity::Pairs => p.noise_pairs,
        Activity::Quiz => p.noise_quiz,
        Activity::Discussion => p.noise_discussion,
        Activity::Transition => p.noise_transition,
    }
}

/// What a student adds, 0 to 1 of as loud as a class gets, in a class of 24.
pub fn of_student(behaviour: Behaviour) -> f32 {
    let p = params();
    match behaviour {
        Behaviour::Toot | Behaviour::Clown | Behaviour::Backtalk => p.noise_loud,
        Behaviour::Laugh => p.noise_laugh,
        Behaviour::OffChat => p.noise_chat,
        Behaviour::OnTalk => p.noise_talk,
        Behaviour::OnAnswer => p.noise_answer,
        Behaviour::OffFidget => p.noise_fidget,
        Behaviour::Noise | Behaviour::Throw | Behaviour::Disturb => p.noise_restless,
        Behaviour::HelpPeer => p.noise_talk,
        Behaviour::HelpTech => p.noise_help,
        _ => 0.0,
    }
}

/// The level a moment later: it rises fast and falls slowly, as a room does.
pub fn follow(level: f32, target: f32) -> f32 {
    let rate = if target > level { params().noise_rises } else { params().noise_falls };
    level + (target.min(1.0) - level) * rate
}
