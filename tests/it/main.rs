//! The application without pictures: a headless app, time by hand.

mod hands;
mod lesson;
mod profile;
mod support;
