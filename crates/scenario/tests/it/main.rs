//! Scenario documents: a good one, every way to be wrong, and nothing that makes the reader fall over.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has failed")]

mod diagnostics;
mod files;
mod format;
mod good;
mod support;
