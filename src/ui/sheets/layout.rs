//! Which parts of the panels are shown now, and where they are in the picture.

use bevy::prelude::*;

use super::material::SheetMaterial;
use super::{POINTS, Sheet};
use crate::app::{Classroom, Settings};
use crate::input::PanelWants;
use crate::session::ClassroomSession;
use crate::third_party::openxr::{Headset, Presence};

/// A part of the panels' picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it: outside the lesson, and while a list is open.
    Whole,
    /// Time, noise and what was just done, at its top.
    Status,
    /// What the hand could do, below its middle.
    Hint,
    /// The open decision, at its right.
    Decision,
    /// Captions, at its bottom.
    Captions,
}

/// Width of the decision's part at text size 1, in points: the panel and what is around it.
const DECISION: f32 = 440.0;
/// Most of the picture that it takes.
const DECISION_SHARE: f32 = 0.5;

impl Part {
    /// All parts, from the back to the front.
    pub const ALL: [Part; 5] = [Part::Whole, Part::Captions, Part::Status, Part::Hint, Part::Decision];

    /// Where it is in the picture, in points, for text of this size.
    pub fn rect(self, text_scale: f32, has_decision: bool) -> Rect {
        let Vec2 { x: width, y: height } = POINTS;
        let decision = width - (DECISION * text_scale).min(width * DECISION_SHARE);
        let right = if has_decision { decision } else { width };
        match self {
            Part::Whole => Rect::new(0.0, 0.0, width, height),
            Part::Status => Rect::new(0.0, 0.0, right.min(width * 0.72), height * 0.22),
            Part::Hint => Rect::new(width * 0.36, height * 0.53, right.min(width * 0.64), height * 0.70),
            Part::Decision => Rect::new(decision, 0.0, width, height),
            Part::Captions => Rect::new(0.0, height * 0.72, right, height),
        }
    }

    /// Whether it is shown.
    fn is_shown(self, is_whole: bool, has_decision: bool) -> bool {
        match self {
            Part::Whole => is_whole,
            Part::Decision => !is_whole && has_decision,
            Part::Status | Part::Hint | Part::Captions => !is_whole,
        }
    }
}

/// Decides what is shown; what is not has no size.
pub(super) fn choose(
    headset: Res<Headset>,
    wants: Res<PanelWants>,
    settings: Res<Settings>,
    lesson: Option<Res<State<Classroom>>>,
    session: Option<Res<ClassroomSession>>,
    mut sheets: Query<(&Sheet, &mut super::Place, &MeshMaterial3d<SheetMaterial>)>,
    mut materials: ResMut<Assets<SheetMaterial>>,
    mut lingers: Local<f32>,
    time: Res<Time>,
) {
    let running = lesson.is_some_and(|lesson| *lesson.get() == Classroom::Running);
    let is_whole = !running || wants.pointer;
    let is_open = session.is_some_and(|session| session.session().open_decision().is_some());
    // What was chosen stays in view a while.
    *lingers = if is_open { LINGERS } else { (*lingers - time.delta_secs()).max(0.0) };
    let has_decision = *lingers > 0.0;
    for (Sheet(part), mut place, material) in &mut sheets {
        let is_shown = headset.presence != Presence::None && part.is_shown(is_whole, has_decision);
        let rect = part.rect(settings.text_scale, has_decision);
        if place.rect != rect
            && let Some(mut material) = materials.get_mut(&material.0)
        {
            material.show(Rect { min: rect.min / POINTS, max: rect.max / POINTS });
        }
        let next = place.showing(rect, is_shown);
        place.set_if_neq(next);
    }
}

/// How long a decision that was taken stays in view, in seconds of the lesson.
const LINGERS: f32 = 1.6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_lie_within_the_picture_and_the_decision_beside_the_others() {
        for scale in [0.75, 1.0, 2.0] {
            for part in Part::ALL {
                let rect = part.rect(scale, true);
                assert!(rect.min.min_element() >= 0.0 && rect.max.x <= POINTS.x && rect.max.y <= POINTS.y, "{part:?}");
                assert!(rect.width() > 100.0 && rect.height() > 100.0, "{part:?} {rect:?}");
            }
            let decision = Part::Decision.rect(scale, true);
            for other in [Part::Status, Part::Captions] {
                assert!(other.rect(scale, true).intersect(decision).is_empty(), "{other:?} at {scale}");
            }
        }
    }

    #[test]
    fn in_the_lesson_the_view_is_free_but_for_its_edges() {
        assert!(!Part::Whole.is_shown(false, true));
        assert!(Part::Decision.is_shown(false, true) && !Part::Decision.is_shown(false, false));
        assert!(Part::ALL.iter().filter(|part| part.is_shown(true, true)).count() == 1);
    }
}
