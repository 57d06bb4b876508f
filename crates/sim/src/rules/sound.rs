//! How loud the class is.

use proefles_scenario::{Activity, Behaviour};

/// Noise of the activity itself, 0 to 1.
pub const fn of_activity(activity: Activity) -> f32 {
    match activity {
        Activity::Explain => 0.05,
        Activity::Individual => 0.08,
        Activity::Pairs => 0.3,
        Activity::Quiz => 0.12,
        Activity::Discussion => 0.12,
        Activity::Transition => 0.25,
    }
}

/// What a student adds, 0 to 1 of as loud as a class gets, in a class of 24.
pub const fn of_student(behaviour: Behaviour) -> f32 {
    match behaviour {
        Behaviour::Toot | Behaviour::Clown | Behaviour::Backtalk => 0.18,
        Behaviour::Laugh => 0.07,
        Behaviour::OffChat => 0.045,
        Behaviour::OnTalk => 0.012,
        Behaviour::OnAnswer => 0.03,
        Behaviour::OffFidget => 0.008,
        Behaviour::HelpTech => 0.01,
        _ => 0.0,
    }
}

/// The level a moment later: it rises fast and falls slowly, as a room does.
pub fn follow(level: f32, target: f32) -> f32 {
    let rate = if target > level { 0.15 } else { 0.06 };
    level + (target.min(1.0) - level) * rate
}
