//! How students and teacher affect each other: pure functions of numbers, each with its source.

pub mod attention;
pub mod opportunity;
pub mod params;
pub mod reply;
pub mod sound;
