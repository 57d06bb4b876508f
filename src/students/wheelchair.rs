//! The wheelchair of a student who has one: under the body wherever it goes, in place of the chair at the desk.

use bevy::prelude::*;

use crate::content::Model;

/// Height of the wheelchair's seat as its model has it, and of the chairs that bodies are posed for, in metres: scaled by their
/// ratio, hands lie on the desk as everybody's do.
const SEATS: (f32, f32) = (0.46, 0.43);

/// The wheelchair, as a child of its student.
pub fn wheelchair(model: Model) -> impl Bundle {
    (Name::new("wheelchair"), model, Transform::from_scale(Vec3::splat(SEATS.1 / SEATS.0)))
}
