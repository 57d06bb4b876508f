//! The application without pictures: a headless app, time by hand.

#![expect(clippy::unwrap_used, reason = "tests say what they assume by failing")]

mod hands;
mod lesson;
mod profile;
mod sound;
mod support;
