//! The simulation from outside: exactness, the log, and what a teacher's actions do.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod actions;
mod common;
mod exact;
mod log;
