//! The store under faults, the validator, and the statements of whole runs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod runs;
mod store;
mod support;
mod table;
mod validator;
