//! When attention lapses, and what a lapse turns into.

use super::params::params;
use crate::math::{exp, half_life};
use proefles_scenario::Activity;

/// What a lapse depends on besides the student. All factors multiply.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings {
    /// What the class is meant to do.
    pub activity: Activity,
    /// Ticks since that began, or since the teacher last renewed it.
    pub activity_ticks: u32,
    /// Ticks since the phase began.
    pub phase_ticks: u32,
    /// Ticks since the lesson began.
    pub lesson_ticks: u32,
    /// Ticks since the lesson stopped for lack of network, if it has.
    pub stopped_ticks: Option<u32>,
    /// How much of a clear instruction is fresh, 0 to 1.
    pub instructed: f32,
    /// Opportunity: distance × gaze × busy.
    pub opportunity: f32,
    /// Chatting neighbours.
    pub chatting_neighbours: u32,
    /// How strongly peers draw this student, against an average one in rows of pairs: 1.
    pub pull: f32,
    /// The factor of what they feel.
    pub affect: f32,
    /// How much more the teacher praises than reprimands, -1 to 1.
    pub climate: f32,
    /// Ticks since the teacher greeted the class, if they did.
    pub greeted_ticks: Option<u32>,
    /// Whether the teacher has looked at the work lately.
    pub checked: bool,
    /// Respect that the teacher has lost since the start, 0 to 1.
    pub disrespect: f32,
}

/// Lapse hazard of an activity.
pub fn activity_factor(activity: Activity) -> f32 {
    let p = params();
    match activity {
        Activity::Explain => p.lapse_explain,
        Activity::Individual => p.lapse_individual,
        Activity::Pairs => p.lapse_pairs,
        Activity::Quiz => p.lapse_quiz,
        Activity::Discussion => p.lapse_discussion,
        Activity::Transition => p.lapse_transition,
    }
}

/// Chance that a student who is on task lapses in this tick.
///
/// `distractibility` is 1 for an average student; `attention` and `engagement` are 0 to 1.
pub fn lapse_chance(around: &Surroundings, distractibility: f32, attention: f32, engagement: f32) -> f32 {
    let p = params();
    let minutes = |ticks: u32| ticks as f32 / 600.0;
    let time = 1.0
        + p.lapse_activity_growth * minutes(around.activity_ticks) / 10.0
        + p.lapse_lesson_growth * minutes(around.lesson_ticks) / 45.0;
    let fresh = 1.0 - (1.0 - p.lapse_fresh) * half_life(around.phase_ticks as f32, p.fresh_half as f32);
    let activity = match around.stopped_ticks {
        Some(ticks) => {
            let ramp = (ticks as f32 / p.stopped_ramp as f32).min(1.0);
            1.0 + (p.lapse_stopped - 1.0) * ramp
        }
        None => activity_factor(around.activity),
    };
    let peers = 1.0 + p.chat_neighbour * around.chatting_neighbours as f32;
    let mood = (p.mood_attention - attention) * (p.mood_engagement - engagement);
    let instructed = 1.0 - (1.0 - p.lapse_instructed) * around.instructed;
    // Peers are one of the ways in which attention lapses: who sits among more of them has more lapses.
    let pull = 1.0 + p.turn_peer * (around.pull - 1.0);
    let greeted = around
        .greeted_ticks
        .map_or(1.0, |ticks| 1.0 - (1.0 - p.lapse_greeted) * half_life(ticks as f32, p.greet_half as f32));
    let climate = 1.0 - p.climate_calms * around.climate;
    let checked = if around.checked { p.lapse_checked } else { 1.0 };
    let disrespect = 1.0 + p.lapse_disrespect * around.disrespect;
    let outside = activity * fresh * time * around.opportunity * peers * pull * instructed;
    let inside = distractibility * mood * around.affect * disrespect * climate * greeted * checked;
    let per_second = p.lapse_rate * outside * inside;
    (per_second / 10.0).clamp(0.0, p.lapse_most)
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

    /// The kind for a draw in `0..1`. Who is drawn more by peers turns to them more often.
    pub fn draw(unit: f32, pull: f32, stopped: bool) -> Self {
        let p = params();
        let mut weights = if stopped {
            [
                p.turn_peer_stopped,
                p.turn_own_stopped,
                p.turn_environment_stopped,
                p.turn_supplies_stopped,
                p.turn_other_stopped,
            ]
        } else {
            [p.turn_peer, p.turn_own, p.turn_environment, p.turn_supplies, p.turn_other]
        };
        weights[0] *= pull;
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
    pub fn mean_ticks(self) -> u32 {
        let p = params();
        match self {
            Self::Peer => p.bout_peer,
            Self::Own => p.bout_own,
            Self::Environment => p.bout_environment,
            Self::Supplies => p.bout_supplies,
            Self::Other => p.bout_other,
        }
    }
}

/// Length of a bout for a normal draw: log-normal about its mean.
pub fn bout_ticks(mean_ticks: u32, normal: f32) -> u32 {
    let p = params();
    let length = mean_ticks as f32 * exp(p.bout_sigma * normal - p.bout_sigma * p.bout_sigma / 2.0);
    (length as u32).max(p.bout_least)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calm() -> Surroundings {
        Surroundings {
            activity: Activity::Individual,
            activity_ticks: 0,
            phase_ticks: 6000,
            lesson_ticks: 0,
            stopped_ticks: None,
            instructed: 0.0,
            opportunity: 1.0,
            chatting_neighbours: 0,
            pull: 1.0,
            affect: 1.0,
            climate: 0.0,
            greeted_ticks: None,
            checked: false,
            disrespect: 0.0,
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
            Surroundings { pull: 2.0, ..calm() },
            Surroundings { affect: 1.8, ..calm() },
            Surroundings { disrespect: 0.3, ..calm() },
        ];
        for around in &more {
            assert!(lapse_chance(around, 1.0, 0.8, 0.7) > base, "{around:?}");
        }
        assert!(lapse_chance(&Surroundings { activity: Activity::Quiz, ..calm() }, 1.0, 0.8, 0.7) < base);
        assert!(lapse_chance(&Surroundings { instructed: 1.0, ..calm() }, 1.0, 0.8, 0.7) < base);
        let fewer = [
            Surroundings { greeted_ticks: Some(600), ..calm() },
            Surroundings { checked: true, ..calm() },
            Surroundings { climate: 0.5, ..calm() },
            Surroundings { phase_ticks: 100, ..calm() },
        ];
        for around in &fewer {
            assert!(lapse_chance(around, 1.0, 0.8, 0.7) < base, "{around:?}");
        }
        assert!(lapse_chance(&calm(), 1.0, 0.4, 0.7) > base);
    }

    #[test]
    fn most_bouts_are_shorter_than_their_mean() {
        let lengths: Vec<u32> = (-30..=30).map(|tenth| bout_ticks(400, tenth as f32 / 10.0)).collect();
        assert!(lengths.is_sorted() && lengths[30] < 400 && lengths[60] > 1200, "{lengths:?}");
    }
}
