//! Decisions, their options, the rubric they give evidence for, and how a lesson ends.

use super::{CompetenceId, Condition, CriterionId, Effect, EndingId, LineId, StudentId, TextId};

/// Something the teacher is asked while the class goes on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Decision {
    /// Author's name.
    pub name: String,
    /// What is going on, in a sentence or two.
    pub prompt: TextId,
    /// Whom it is about, so that a panel can point to them.
    pub about: Option<StudentId>,
    /// Whether the class stands still while the teacher thinks. Only when the author says so.
    pub stops_class: bool,
    /// Time to decide; none is as long as it takes.
    pub timer_ticks: Option<u32>,
    /// The options, two to six.
    pub choices: Vec<Choice>,
    /// What happens if time runs out.
    pub on_expire: Vec<Effect>,
    /// Why letting time run out matters, for the review.
    pub expire_feedback: Option<TextId>,
    /// Evidence of letting time run out: points earned of the best option's.
    pub expire_evidence: Vec<Evidence>,
}

/// An option of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Choice {
    /// Author's name.
    pub name: String,
    /// What the teacher would do or say.
    pub text: TextId,
    /// Offered only if this holds when the decision opens.
    pub condition: Condition,
    /// How it compares with what the field advises.
    pub verdict: Verdict,
    /// What the teacher says then, as a caption.
    pub says: Option<LineId>,
    /// What it causes.
    pub effects: Vec<Effect>,
    /// What it shows of the teacher's competence.
    pub evidence: Vec<Evidence>,
    /// Why, for the review.
    pub feedback: TextId,
    /// Where the reason comes from: a publication, in short.
    pub source: Option<String>,
}

/// How an option compares with what the field advises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Makes it worse.
    Harmful,
    /// Helps little.
    Weak,
    /// Helps.
    Sound,
    /// What the field advises.
    Strong,
}

/// Points for a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// For which criterion.
    pub criterion: CriterionId,
    /// Points earned. What could be earned is the most that any option of the decision gives.
    pub points: u8,
}

/// Something observed, which counts for a competence.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Criterion {
    /// Author's name.
    pub name: String,
    /// What is observed, for people.
    pub label: TextId,
    /// For which competence it counts.
    pub competence: CompetenceId,
}

/// A way the lesson can end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ending {
    /// Author's name.
    pub name: String,
    /// A few words.
    pub title: TextId,
    /// What happened, in a few sentences.
    pub text: TextId,
    /// When this ending applies. They are tried in order; the last one always applies.
    pub when: Condition,
}

/// When a run counts as passed. All of it must hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PassRule {
    /// Least share of the rubric's points, per mille.
    pub min_score_permille: u16,
    /// Least mean share of the class on task, per mille.
    pub min_on_task_permille: u16,
    /// One of these endings; any if empty.
    pub endings: Vec<EndingId>,
}
