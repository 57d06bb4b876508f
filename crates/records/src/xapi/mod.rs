//! xAPI: the words, the statements, and a check of them. Every statement is valid in xAPI 1.0.3 and 2.0 at once.

mod mapping;
mod run;
mod statement;
mod validate;
pub mod vocabulary;

pub use mapping::Mapper;
pub use run::{Platform, RunContext, follow_from, statements_of};
pub use statement::{Actor, Statement, duration};
pub use validate::{Fault, validate};
