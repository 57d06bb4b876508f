//! The simulation from outside: exactness, the log, what a teacher's actions do, and the shipped lesson's story.

mod actions;
mod arranging;
mod calibration;
mod catalogue;
mod common;
mod course;
mod devices;
mod docs;
mod ends;
mod exact;
mod identity;
mod incidents;
mod log;
mod steady;
mod story;
