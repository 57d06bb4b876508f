//! How a student answers the teacher: does a look work, does a word work, what does it cost.

use super::params::params;
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
        DisruptionLevel::None | DisruptionLevel::Private => params().look_stops_private,
        DisruptionLevel::Neighbours => params().look_stops_neighbours,
        DisruptionLevel::Class | DisruptionLevel::Severe => params().look_stops_class,
    }
}

/// Chance that somebody stops when told to: `base − per_level·(level − 1) − public − repeat·repeats`, less with lost
/// respect.
pub fn complies(behaviour: Behaviour, private: bool, repeats: u32, respect: f32) -> f32 {
    let p = params();
    let public = if private { 0.0 } else { p.comply_public };
    let lost = (p.comply_respected - respect).max(0.0) * p.comply_disrespect;
    (p.comply_base
        - p.comply_per_level * (number(behaviour.level()) - 1.0).max(0.0)
        - public
        - p.comply_repeat * repeats as f32
        - lost)
        .clamp(p.comply_least, p.comply_most)
}

/// Chance that somebody who does not comply answers back. Only before an audience.
pub fn answers_back(private: bool, respect: f32) -> f32 {
    let p = params();
    if private {
        p.backtalk_private
    } else {
        (p.backtalk_public + p.backtalk_disrespect * (1.0 - respect)).clamp(0.0, p.backtalk_most)
    }
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
