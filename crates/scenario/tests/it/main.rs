//! Scenario documents: a good one, every way to be wrong, and nothing that makes the reader fall over.

mod diagnostics;
mod files;
mod format;
mod good;
mod support;
