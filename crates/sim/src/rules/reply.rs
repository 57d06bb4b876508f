//! How a student answers the teacher: does a look work, does a word work, what does it cost.

use super::params as p;
use proefles_scenario::{Behaviour, DisruptionLevel};

/// Number of a disruption level, 0 to 4.
const fn number(level: DisruptionLevel) -> f32 {
    match level {
        DisruptionLevel::None => 0.0,
        DisruptionLevel::Private => 1.0,
        DisruptionLevel::Neighbours => 2.0,
        DisruptionLevel::Class => 3.0,
        DisruptionLevel::Severe => 4.0,
    }
}

/// Chance that a look makes somebody stop.
pub fn look_stops(behaviour: Behaviour) -> f32 {
    match behaviour.level() {
        DisruptionLevel::None | DisruptionLevel::Private => p::LOOK_STOPS[0],
        DisruptionLevel::Neighbours => p::LOOK_STOPS[1],
        DisruptionLevel::Class | DisruptionLevel::Severe => 0.1,
    }
}

/// Chance that somebody stops when told to: `0.95 − 0.1·level − 0.2·public − 0.1·repeats`, less with lost respect.
pub fn complies(behaviour: Behaviour, private: bool, repeats: u32, respect: f32) -> f32 {
    let public = if private { 0.0 } else { p::COMPLY_PUBLIC };
    let lost = (0.7 - respect).max(0.0) * 0.5;
    (p::COMPLY_BASE
        - p::COMPLY_PER_LEVEL * (number(behaviour.level()) - 1.0).max(0.0)
        - public
        - p::COMPLY_REPEAT * repeats as f32
        - lost)
        .clamp(0.05, 0.98)
}

/// Chance that somebody who does not comply answers back. Only before an audience.
pub fn answers_back(private: bool, respect: f32) -> f32 {
    if private { 0.05 } else { (0.2 + 0.6 * (1.0 - respect)).clamp(0.0, 0.8) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_word_about_a_small_thing_works_best() {
        let tab = complies(Behaviour::DevTab, true, 0, 0.8);
        assert!((0.90..=0.98).contains(&tab));
        assert!(complies(Behaviour::DevTab, false, 0, 0.8) < tab);
        assert!(complies(Behaviour::Toot, true, 0, 0.8) < tab);
        assert!(complies(Behaviour::DevTab, true, 2, 0.8) < tab);
        assert!(complies(Behaviour::DevTab, true, 0, 0.3) < tab);
        assert!(answers_back(false, 0.4) > answers_back(false, 0.9));
    }
}
