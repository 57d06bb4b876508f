//! The published statistics that the rules are held against, and how they are measured in simulated lessons.
//!
//! A calibration is a list of [`Arm`]s, each a reference lesson with a teacher, given with many seeds. [`Arm::observe`]
//! gives one lesson and is a pure function, so that callers may spread lessons over threads. [`judge`] turns what was
//! observed into one [`Finding`] per target. A fit is not a validation: the numbers were chosen to land here.

mod arm;
mod deeds;
mod judge;
mod lesson;
mod observe;
mod stats;

pub use arm::{Arm, Share};
pub use deeds::{DeedFinding, deed_count, try_deed};
pub use judge::{Finding, Observations, Verdict, judge};
pub use observe::Observed;
pub use stats::Interval;
