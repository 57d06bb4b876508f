//! A run on paper: what was commanded at which tick, and proofs that it replays.
//!
//! `run.ron` holds header, commands and a state hash for every second. A seal over the canonical text makes any changed
//! byte visible; replaying the commands makes a forged seal visible.

mod log;
mod ndjson;
mod recorder;
mod script;
mod verify;
mod wire;

pub use log::{FileDigest, PROGRAM_VERSION, RunHeader, RunLog, TEACHER, sha256_hex};
pub use ndjson::{event_json, events_ndjson};
pub use recorder::{Recorder, limit_tick, replay};
pub use script::{Script, ScriptError, Stamped};
pub use verify::{Verified, VerifyError, verify};
pub use wire::{UnknownName, WireCommand, WireGaze, WirePlace};
