//! The application without pictures: a headless app, time by hand.

mod lesson;
mod profile;
mod support;
