//! How a lesson ends, and whether it counts as passed.

use std::sync::Arc;

use proefles_scenario::EndingId;

use crate::Gaze;
use crate::event::EventKind;
use crate::session::{Outcome, Session};

impl Session {
    /// Ends the lesson with the given ending, or with the first whose condition holds. `broken_off` if the teacher ends it
    /// before it ends by itself: such a lesson is never passed, however good it was so far.
    pub(crate) fn end(&mut self, ending: Option<EndingId>, broken_off: bool) {
        if self.outcome.is_some() {
            return;
        }
        let scenario = Arc::clone(&self.scenario);
        let ending = ending
            .or_else(|| scenario.endings.iter().position(|ending| self.holds(&ending.when)).map(EndingId::from_index))
            .unwrap_or_else(|| EndingId::from_index(scenario.endings.len().saturating_sub(1)));
        let score_permille = self.score_permille();
        let on_task_permille = self.mean_on_task_permille();
        let pass = &scenario.pass;
        let passed = !broken_off
            && score_permille >= pass.min_score_permille
            && on_task_permille >= pass.min_on_task_permille
            && (pass.endings.is_empty() || pass.endings.contains(&ending));
        self.close_what_is_open();
        self.outcome = Some(Outcome { ending, passed, broken_off, score_permille, on_task_permille });
        self.emit(EventKind::RunEnded { ending, passed, broken_off, score_permille, on_task_permille });
    }

    /// What began and has not ended ends with the lesson: a decision, a look, nearness. Nothing is told after the end.
    fn close_what_is_open(&mut self) {
        self.lesson.queue.clear();
        if let Some(open) = self.lesson.open.take() {
            self.emit(EventKind::DecisionCutOff { decision: open.decision });
        }
        if matches!(self.teacher.gaze, Gaze::Student(_)) {
            self.teacher.gaze = Gaze::Away;
            self.emit(EventKind::GazeMoved(Gaze::Away));
        }
        for student in self.scenario.student_ids() {
            if std::mem::take(&mut self.students[student.index()].near) {
                self.emit(EventKind::Proximity { student, near: false });
            }
        }
    }

    /// Share of the rubric's points so far, per mille; 0 before any.
    fn score_permille(&self) -> u16 {
        let (points, of) = self.lesson.scores.iter().fold((0, 0), |sum, score| (sum.0 + score.0, sum.1 + score.1));
        (points * 1000).checked_div(of).and_then(|share| u16::try_from(share).ok()).unwrap_or(0)
    }

    /// Mean of the on-task share over the run's samples, per mille.
    fn mean_on_task_permille(&self) -> u16 {
        let mean = self.on_task_sum.checked_div(u64::from(self.samples)).unwrap_or(0);
        u16::try_from(mean).unwrap_or(1000)
    }
}
