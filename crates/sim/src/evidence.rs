//! Points of the rubric, added up from the events that give them.

use proefles_scenario::{CompetenceId, CriterionId, Scenario};

use crate::{Event, EventKind};

/// Points of one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Points earned.
    pub points: u32,
    /// Points that could be earned so far.
    pub of: u32,
}

impl Score {
    /// The points at the start of a run, one entry for each criterion of the rubric, in its order.
    pub fn none(scenario: &Scenario) -> Vec<Self> {
        let criteria = (0..scenario.rubric.len()).map(CriterionId::from_index);
        criteria.map(|criterion| Self { criterion, points: 0, of: 0 }).collect()
    }

    /// Adds what an event gives, if it gives points.
    pub fn add(scores: &mut [Self], event: &Event) {
        if let EventKind::EvidenceGiven { criterion, points, of, .. } = event.kind {
            let score = &mut scores[criterion.index()];
            score.points += u32::from(points);
            score.of += u32::from(of);
        }
    }

    /// The points that the events of a run give, in the rubric's order.
    pub fn of_events(scenario: &Scenario, events: &[Event]) -> Vec<Self> {
        let mut scores = Self::none(scenario);
        events.iter().for_each(|event| Self::add(&mut scores, event));
        scores
    }

    /// Those that count for a competence.
    pub fn of_competence(scores: &[Self], scenario: &Scenario, competence: CompetenceId) -> Vec<Self> {
        let counts = |score: &&Self| scenario.rubric[score.criterion.index()].competence == competence;
        scores.iter().filter(counts).copied().collect()
    }

    /// Points earned and possible, over all.
    pub fn sum(scores: &[Self]) -> (u32, u32) {
        scores.iter().fold((0, 0), |sum, score| (sum.0 + score.points, sum.1 + score.of))
    }
}
