//! `proeflesctl` as a user types it, and what it makes of everything that can be wrong.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod bad_input;
mod broken_off;
mod runs;
mod support;
mod tamper;
mod typed;
