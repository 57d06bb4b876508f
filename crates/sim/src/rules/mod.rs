//! How students and teacher affect each other: pure functions of numbers, each with its source.

pub mod affect;
pub mod attention;
pub mod climate;
pub mod opportunity;
pub mod params;
pub mod perception;
pub mod reply;
pub mod sound;

pub use params::{Mark, Parameter, Table, params, table};

/// Version of the rules. Every run log carries it, because a run replays only under the rules that it was made with.
///
/// Raise it by one with every change after which the same scenario, seed and commands may give other states or events:
/// here, in the students, the lesson or the teacher, and in what a state's hash covers. A test names a run's hash under
/// this version and fails when the two no longer belong together.
pub const RULES: u32 = 5;
