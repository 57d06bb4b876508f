//! The simulation from outside: exactness, the log, what a teacher's actions do, and the shipped lesson's story.

mod actions;
mod common;
mod course;
mod ends;
mod exact;
mod log;
mod story;
