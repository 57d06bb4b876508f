//! Lesson scenarios: text in, a [`Scenario`] and every diagnostic out.
//!
//! [`model`] is what the rest of the project reads. It holds no floats and no file formats: lengths are millimetres,
//! shares are per mille, times are ticks of 100 ms, so that a scenario compares, hashes and replays exactly.

//!
//! [`load_path`] reads a scenario from disk, [`load_sources`] from memory. Both always give every problem they find.

mod compile;
mod diagnostic;
mod fs;
pub mod limits;
pub mod model;
mod schema;
mod syntax;

pub use compile::{Loaded, format_source, load_sources};
pub use diagnostic::{Code, Diagnostic, Related, Severity, Source, render_human, render_json};
pub use fs::{SUFFIX, check_voices, discover, load_path, read_file};
pub use model::*;
pub use syntax::Span;
