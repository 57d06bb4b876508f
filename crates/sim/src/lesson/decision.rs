//! Decisions: one is open at a time, others wait their turn.

use std::sync::Arc;

use proefles_scenario::{ChoiceId, CriterionId, DecisionId, Effect};

use super::Closed;
use crate::command::Refused;
use crate::event::EventKind;
use crate::session::{OpenDecision, Session};

/// A breath between two decisions, ticks.
const GAP_TICKS: u32 = 20;

impl Session {
    /// Opens the next decision in the queue, and closes one whose time has run out.
    pub(crate) fn run_decisions(&mut self) {
        if let Some(open) = &self.lesson.open
            && open.deadline.is_some_and(|deadline| self.tick >= deadline)
        {
            let decision = open.decision;
            self.expire(decision);
        }
        if self.lesson.open.is_none()
            && self.tick >= self.lesson.next_decision_at
            && !self.lesson.queue.is_empty()
            && self.outcome.is_none()
        {
            let decision = self.lesson.queue.remove(0);
            self.open_decision_now(decision);
        }
    }

    fn open_decision_now(&mut self, id: DecisionId) {
        if self.lesson.closed[id.index()].is_some() {
            return;
        }
        let scenario = Arc::clone(&self.scenario);
        let decision = scenario.decision(id);
        let offered: Vec<ChoiceId> = (0..decision.choices.len())
            .map(ChoiceId::from_index)
            .filter(|choice| self.holds(&decision.choices[choice.index()].condition))
            .collect();
        let deadline = decision.timer_ticks.map(|ticks| self.tick + ticks);
        self.emit(EventKind::DecisionOpened { decision: id, offered: offered.clone(), deadline });
        self.lesson.open = Some(OpenDecision { decision: id, opened: self.tick, deadline, offered });
    }

    /// Takes an option of the open decision.
    pub(crate) fn choose(&mut self, decision: DecisionId, choice: ChoiceId) -> Result<(), Refused> {
        let open =
            self.lesson.open.as_ref().filter(|open| open.decision == decision).ok_or(Refused::DecisionNotOpen)?;
        if !open.offered.contains(&choice) {
            return Err(Refused::ChoiceNotOffered);
        }
        let (offered, thinking_ticks) = (open.offered.clone(), self.tick - open.opened);
        self.close(decision, Some(choice));
        self.emit(EventKind::ChoiceTaken { decision, choice, thinking_ticks });
        let scenario = Arc::clone(&self.scenario);
        let taken = scenario.choice(decision, choice);
        if let Some(line) = taken.says {
            self.emit(EventKind::LineSpoken(line));
        }
        for (criterion, of) in self.possible_points(decision, &offered) {
            let points = taken.evidence.iter().find(|e| e.criterion == criterion).map_or(0, |e| e.points);
            self.give_evidence(criterion, points, of, Some(decision));
        }
        self.perform_all(&taken.effects);
        Ok(())
    }

    fn expire(&mut self, decision: DecisionId) {
        let offered = self.lesson.open.as_ref().map(|open| open.offered.clone()).unwrap_or_default();
        self.close(decision, None);
        self.emit(EventKind::DecisionExpired { decision });
        let scenario = Arc::clone(&self.scenario);
        let expired = scenario.decision(decision);
        for (criterion, of) in self.possible_points(decision, &offered) {
            let points = expired.expire_evidence.iter().find(|e| e.criterion == criterion).map_or(0, |e| e.points);
            self.give_evidence(criterion, points, of, Some(decision));
        }
        let effects: &[Effect] = &expired.on_expire;
        self.perform_all(effects);
    }

    fn close(&mut self, decision: DecisionId, choice: Option<ChoiceId>) {
        self.lesson.open = None;
        self.lesson.next_decision_at = self.tick + GAP_TICKS;
        self.lesson.closed[decision.index()] = Some(Closed { tick: self.tick, choice });
    }

    /// The most points that an offered option gives, by criterion in rubric order.
    fn possible_points(&self, decision: DecisionId, offered: &[ChoiceId]) -> Vec<(CriterionId, u8)> {
        let choices = &self.scenario.decision(decision).choices;
        let best = |criterion: CriterionId| {
            let evidence = offered.iter().flat_map(|choice| &choices[choice.index()].evidence);
            evidence.filter(|e| e.criterion == criterion).map(|e| e.points).max()
        };
        (0..self.scenario.rubric.len())
            .map(CriterionId::from_index)
            .filter_map(|criterion| best(criterion).filter(|&of| of > 0).map(|of| (criterion, of)))
            .collect()
    }

    /// Adds points for a criterion.
    pub(crate) fn give_evidence(&mut self, criterion: CriterionId, points: u8, of: u8, decision: Option<DecisionId>) {
        let score = &mut self.lesson.scores[criterion.index()];
        score.0 += u32::from(points.min(of));
        score.1 += u32::from(of);
        self.emit(EventKind::EvidenceGiven { criterion, points: points.min(of), of, decision });
    }
}
