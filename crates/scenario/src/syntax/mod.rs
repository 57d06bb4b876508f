//! Text to tree and back. The reader is our own so that it can go on after a mistake and say where everything stands.

mod format;
mod lexer;
mod parser;
mod tree;

pub(crate) use format::{compact, pretty};
pub(crate) use parser::{Parsed, parse};
pub(crate) use tree::{Field, Kind, Named, Node};

pub use tree::Span;
