//! What must outlive a run: a store on disk, and xAPI statements of what happened.
//!
//! A statement is written and synced before the screen confirms what it tells of, by a thread of its own: nothing here
//! makes a frame wait, and nothing is dropped.

mod store;
mod worker;
pub mod xapi;

pub use store::{Ending, Found, RunRow, Store, StoreError, Summary};
pub use worker::{Records, Ticket, Trouble};
