//! Lesson scenarios: text in, a [`Scenario`] and every diagnostic out.
//!
//! [`model`] is what the rest of the project reads. It holds no floats and no file formats: lengths are millimetres,
//! shares are per mille, times are ticks of 100 ms, so that a scenario compares, hashes and replays exactly.

pub mod model;

pub use model::*;
