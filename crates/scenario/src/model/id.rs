//! Ids: an index into one list of the scenario, typed so that they cannot be mixed up.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);

        impl $name {
            /// Place in the scenario's list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The id for a place in the list.
            ///
            /// # Panics
            /// If the place is 65,536 or more; scenarios are checked to be smaller.
            pub fn from_index(index: usize) -> Self {
                Self(u16::try_from(index).expect("a scenario's lists are checked to be shorter than 65,536"))
            }
        }
    )*};
}

ids! {
    /// A student of the roster.
    StudentId;
    /// A place in the seating plan.
    SeatId;
    /// A phase of the lesson.
    PhaseId;
    /// A beat.
    BeatId;
    /// A decision.
    DecisionId;
    /// An option of one decision: its place in that decision.
    ChoiceId;
    /// A spoken line.
    LineId;
    /// A text for people, spoken or not.
    TextId;
    /// A criterion of the rubric.
    CriterionId;
    /// A competence.
    CompetenceId;
    /// An ending.
    EndingId;
    /// A flag that the author sets and tests.
    FlagId;
    /// A thing in the room that can be taken.
    ItemId;
}
