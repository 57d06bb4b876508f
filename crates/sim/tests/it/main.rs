//! The simulation from outside: exactness, the log, what a teacher's actions do, and the shipped lesson's story.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod actions;
mod common;
mod exact;
mod log;
mod story;
