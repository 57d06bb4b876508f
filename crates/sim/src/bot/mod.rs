//! Policies that teach: they see what a teacher could perceive and speak the same commands.

mod perceive;
mod policy;

pub use policy::{Policy, UnknownPolicy};
