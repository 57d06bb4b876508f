//! From the author's names to ids, as scripts and run logs need it.

use super::{
    BeatId, ChoiceId, CriterionId, DecisionId, EndingId, FlagId, ItemId, LineId, PhaseId, Scenario, SeatId, StudentId,
};

macro_rules! by_name {
    ($($(#[$doc:meta])* $function:ident, $list:ident, $id:ident;)*) => {
        impl Scenario {$(
            $(#[$doc])*
            pub fn $function(&self, name: &str) -> Option<$id> {
                self.$list.iter().position(|entry| entry.name == name).map($id::from_index)
            }
        )*}
    };
}

by_name! {
    /// The student of that name, such as `noor`.
    student_by_name, students, StudentId;
    /// The seat of that name, such as `A1`.
    seat_by_name, seats, SeatId;
    /// The item of that name.
    item_by_name, items, ItemId;
    /// The phase of that name.
    phase_by_name, phases, PhaseId;
    /// The line of that name.
    line_by_name, lines, LineId;
    /// The beat of that name.
    beat_by_name, beats, BeatId;
    /// The decision of that name.
    decision_by_name, decisions, DecisionId;
    /// The ending of that name.
    ending_by_name, endings, EndingId;
    /// The criterion of that name.
    criterion_by_name, rubric, CriterionId;
}

impl Scenario {
    /// The option of that name of a decision.
    ///
    /// # Panics
    /// If the decision is not of this scenario, which is a defect of the caller.
    pub fn choice_by_name(&self, decision: DecisionId, name: &str) -> Option<ChoiceId> {
        self.decision(decision).choices.iter().position(|choice| choice.name == name).map(ChoiceId::from_index)
    }

    /// The flag of that name.
    pub fn flag_by_name(&self, name: &str) -> Option<FlagId> {
        self.flags.iter().position(|flag| flag == name).map(FlagId::from_index)
    }
}
