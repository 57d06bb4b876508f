//! What happened in a run, and what to try next: evidence first, judgement second, the teacher decides.
//!
//! A [`Report`] is made from a scenario and the events of a run and nothing else, so that a run can be reviewed years
//! later. It is plain data in one language; [`html`] makes it a page that needs nothing beside it.

mod episodes;
mod heat;
pub mod html;
mod indicators;
mod phrases;
mod report;
mod suggest;

pub use episodes::{Episode, EpisodeReview};
pub use heat::{HeatReview, SeatReview};
pub use indicators::Indicators;
pub use report::{
    CompetenceScore, Consequence, CriterionScore, CurvePoint, DecisionReview, Moment, MomentKind, OptionReview,
    OutcomeReview, PassCheck, Report,
};
pub use suggest::Suggestion;
