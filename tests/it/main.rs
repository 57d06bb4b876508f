//! The application without pictures: a headless app, time by hand.

#![expect(clippy::unwrap_used, reason = "tests say what they assume by failing")]

mod faults;
mod hands;
mod kill;
mod lesson;
mod loudness;
mod profile;
mod program;
mod sound;
mod support;
mod voices;
