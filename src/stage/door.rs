//! The door, as others hear of it.

use bevy::prelude::*;

/// The door begins to open or has fallen shut.
#[derive(Message, Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoorMoved {
    /// A hand is on its handle.
    Opens,
    /// It has fallen into its lock.
    Shut,
}
