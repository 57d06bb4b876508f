//! When attention lapses, and what a lapse turns into.

use super::params as p;
use proefles_scenario::Activity;

/// What a lapse depends on besides the student. All factors multiply.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings {
    /// What the class is meant to do.
    pub activity: Activity,
    /// Ticks since that began, or since the teacher last renewed it.
    pub activity_ticks: u32,
    /// Ticks since the lesson began.
    pub lesson_ticks: u32,
    /// Ticks since the lesson stopped for lack of network, if it has.
    pub stopped_ticks: Option<u32>,
    /// Whether a clear instruction is fresh.
    pub instructed: bool,
    /// Opportunity: distance × gaze × busy.
    pub opportunity: f32,
    /// Chatting neighbours.
    pub chatting_neighbours: u32,
}

/// Lapse hazard of an activity.
pub const fn activity_factor(activity: Activity) -> f32 {
    match activity {
        Activity::Explain => p::LAPSE_EXPLAIN,
        Activity::Individual => p::LAPSE_INDIVIDUAL,
        Activity::Pairs => p::LAPSE_PAIRS,
        Activity::Quiz => p::LAPSE_QUIZ,
        Activity::Discussion => p::LAPSE_DISCUSSION,
        Activity::Transition => p::LAPSE_TRANSITION,
    }
}

/// Chance that a student who is on task lapses in this tick.
///
/// `distractibility` is 1 for an average student; `attention` and `engagement` are 0 to 1.
pub fn lapse_chance(around: &Surroundings, distractibility: f32, attention: f32, engagement: f32) -> f32 {
    let minutes = |ticks: u32| ticks as f32 / 600.0;
    let time = 1.0
        + p::LAPSE_PER_10_MIN_OF_ACTIVITY * minutes(around.activity_ticks) / 10.0
        + p::LAPSE_PER_45_MIN_OF_LESSON * minutes(around.lesson_ticks) / 45.0;
    let activity = match around.stopped_ticks {
        Some(ticks) => {
            let ramp = (ticks as f32 / p::STOPPED_RAMP_TICKS as f32).min(1.0);
            1.0 + (p::LAPSE_STOPPED - 1.0) * ramp
        }
        None => activity_factor(around.activity),
    };
    let peers = 1.0 + p::CHAT_NEIGHBOUR * around.chatting_neighbours as f32;
    let mood = (1.7 - attention) * (1.5 - engagement);
    let instructed = if around.instructed { 0.5 } else { 1.0 };
    let per_second =
        p::LAPSE_PER_S * distractibility * activity * time * around.opportunity * peers * mood * instructed;
    (per_second / 10.0).clamp(0.0, 0.5)
}

/// Where a lapse turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distraction {
    /// To a neighbour.
    Peer,
    /// Inwards, or to the own screen.
    Own,
    /// To the surroundings.
    Environment,
    /// To things on the desk.
    Supplies,
    /// Elsewhere.
    Other,
}

impl Distraction {
    const ALL: [Self; 5] = [Self::Peer, Self::Own, Self::Environment, Self::Supplies, Self::Other];

    /// The kind for a draw in `0..1`. A sociable student turns to peers more often.
    pub fn draw(unit: f32, sociability: f32, stopped: bool) -> Self {
        let mut weights = if stopped { p::LAPSE_KINDS_STOPPED } else { p::LAPSE_KINDS };
        weights[0] *= sociability;
        let mut left = unit * weights.iter().sum::<f32>();
        for (kind, weight) in Self::ALL.into_iter().zip(weights) {
            if left < weight {
                return kind;
            }
            left -= weight;
        }
        Self::Other
    }

    /// Mean length of a bout, ticks.
    pub const fn mean_ticks(self) -> u32 {
        p::BOUT_TICKS[self as usize]
    }
}

/// Length of a bout for a draw in `0..1`: most are much shorter than the mean, a few much longer.
///
/// The quantile `m·u·(0.3 + 1.75·u²)` has the mean `0.59 m` and stands in for a log-normal without its functions.
pub fn bout_ticks(mean_ticks: u32, unit: f32) -> u32 {
    let m = mean_ticks as f32;
    (20.0 + m * unit * (0.3 + 1.75 * unit * unit)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calm() -> Surroundings {
        Surroundings {
            activity: Activity::Individual,
            activity_ticks: 0,
            lesson_ticks: 0,
            stopped_ticks: None,
            instructed: false,
            opportunity: 1.0,
            chatting_neighbours: 0,
        }
    }

    #[test]
    fn lapses_follow_the_literatures_directions() {
        let base = lapse_chance(&calm(), 1.0, 0.8, 0.7);
        let more = [
            Surroundings { activity: Activity::Explain, ..calm() },
            Surroundings { activity_ticks: 6000, ..calm() },
            Surroundings { stopped_ticks: Some(450), ..calm() },
            Surroundings { chatting_neighbours: 1, ..calm() },
            Surroundings { opportunity: 1.3, ..calm() },
        ];
        for around in &more {
            assert!(lapse_chance(around, 1.0, 0.8, 0.7) > base, "{around:?}");
        }
        assert!(lapse_chance(&Surroundings { activity: Activity::Quiz, ..calm() }, 1.0, 0.8, 0.7) < base);
        assert!(lapse_chance(&Surroundings { instructed: true, ..calm() }, 1.0, 0.8, 0.7) < base);
        assert!(lapse_chance(&calm(), 1.0, 0.4, 0.7) > base);
    }

    #[test]
    fn most_bouts_are_short() {
        let n = 1000;
        let short = (0..n).filter(|&i| bout_ticks(400, i as f32 / n as f32) <= 600).count();
        assert!(short * 10 > n * 8, "{short}");
    }
}
