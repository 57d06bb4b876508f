//! The class. What a student looks like and how they behave are apart: nothing here derives one from the other.

use super::SeatId;

/// A student of the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Student {
    /// Author's id, such as `noor`.
    pub name: String,
    /// First name for people, the same in every language.
    pub first_name: String,
    /// Where they sit.
    pub seat: SeatId,
    /// Which body of the asset manifest shows them, such as `student_03`. Looks only.
    pub look: String,
    /// Whether they sit in a wheelchair. Looks only.
    pub wheelchair: bool,
    /// How they tend to behave.
    pub temperament: Temperament,
    /// What they work on.
    pub device: Device,
    /// Their friends, with whom they chat first.
    pub friends: Vec<super::StudentId>,
}

/// Traits, in per mille of an average student (1000). The seed varies them by student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Temperament {
    /// How easily attention lapses.
    pub distractibility: u16,
    /// How readily they talk with others.
    pub sociability: u16,
    /// How long they wait for help or a turn.
    pub patience: u16,
    /// How much they hide that they need help.
    pub help_shyness: u16,
    /// How sure they are of their own work.
    pub confidence: u16,
}

impl Default for Temperament {
    fn default() -> Self {
        Self { distractibility: 1000, sociability: 1000, patience: 1000, help_shyness: 1000, confidence: 1000 }
    }
}

/// What lies on a student's desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Device {
    /// Paper only.
    Notebook,
    /// A laptop.
    Laptop,
    /// A tablet.
    Tablet,
    /// A laptop, and a VR headset for tasks on devices.
    Headset,
}
