//! What the floor of a room is laid with, as far as it makes a difference to feet.

use proefles_scenario::RoomKind;

/// A floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Floor {
    /// Hard: soles and legs of chairs are heard.
    Linoleum,
    /// Tiles of carpet.
    Carpet,
}

impl Floor {
    /// The floor of a room, as its model shows it.
    pub const fn of(room: RoomKind) -> Self {
        match room {
            RoomKind::Primary | RoomKind::Secondary => Floor::Linoleum,
            RoomKind::Computers => Floor::Carpet,
        }
    }
}
