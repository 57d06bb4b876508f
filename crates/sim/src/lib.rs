//! The classroom simulation: a scenario, a seed and the teacher's commands in, events out.
//!
//! A [`Session`] is a plain value: it can be cloned, hashed and ticked as fast as a core allows. It knows no files, no
//! clock, no threads and no engine. Equal inputs give equal events on every machine: randomness is keyed by seed,
//! student, tick and purpose, and floats are only added, multiplied, divided and compared.

mod bot;
pub mod calibration;
mod command;
mod digest;
mod event;
mod evidence;
mod lesson;
mod math;
pub mod replay;
mod rng;
mod rules;
mod session;
mod student;
mod teacher;

pub use bot::{Policy, UnknownPolicy};
pub use command::{BoardUse, Gaze, InstructionPart, InstructionParts, Refused, TeacherCommand};
pub use event::{Cause, Event, EventKind, Reaction};
pub use evidence::Score;
pub use rules::affect::{Affect, Feeling};
pub use rules::{Mark, Parameter, RULES, Table, params, table};
pub use session::{OpenDecision, Outcome, Session, StudentView, TeacherView};
