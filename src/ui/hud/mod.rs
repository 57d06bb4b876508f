//! What lies over the room during the lesson: little, at the edges, and never in the way of a face.

pub mod actions;
pub mod captions;
pub mod dashboard;
pub mod decision;
pub mod status;

/// Where something is, seen from the teacher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// To the left.
    Left,
    /// In view.
    Ahead,
    /// To the right.
    Right,
    /// Behind the teacher.
    Behind,
}

impl Side {
    /// The side of a bearing in degrees: 0 is straight ahead, 90 to the right, -90 to the left.
    pub fn of_bearing(degrees: f32) -> Side {
        let bearing = (degrees + 180.0).rem_euclid(360.0) - 180.0;
        if bearing.abs() <= 32.0 {
            Side::Ahead
        } else if bearing.abs() >= 140.0 {
            Side::Behind
        } else if bearing < 0.0 {
            Side::Left
        } else {
            Side::Right
        }
    }

    /// An arrow that points there.
    pub fn icon(self) -> crate::ui::icons::Icon {
        use crate::ui::icons::Icon;
        match self {
            Side::Left => Icon::ArrowLeft,
            Side::Ahead => Icon::CaretUp,
            Side::Right => Icon::ArrowRight,
            Side::Behind => Icon::CaretDown,
        }
    }

    /// The side in words.
    pub fn key(self) -> crate::locales::Key {
        use crate::locales::Key;
        match self {
            Side::Left => Key::SideLeft,
            Side::Ahead => Key::SideAhead,
            Side::Right => Key::SideRight,
            Side::Behind => Key::SideBehind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bearings_have_sides_however_often_one_has_turned() {
        for (degrees, side) in [
            (0.0, Side::Ahead),
            (-20.0, Side::Ahead),
            (350.0, Side::Ahead),
            (60.0, Side::Right),
            (-90.0, Side::Left),
            (270.0, Side::Left),
            (450.0, Side::Right),
            (180.0, Side::Behind),
            (-179.0, Side::Behind),
        ] {
            assert_eq!(Side::of_bearing(degrees), side, "{degrees}");
        }
    }
}
