//! What is in view: the first thing that a ray from the eyes meets.

use bevy::prelude::*;
use proefles_scenario::StudentId;
use proefles_sim::Gaze;

use crate::rig::{TeacherBody, floor_point};
use crate::session::ClassroomSession;
use crate::third_party::rapier::Bodies;

use super::{Sight, Target};

/// How far one sees, in metres: further than any classroom.
const FAR: f32 = 25.0;
/// Height of a sitting student's face, in metres.
const FACE: f32 = 1.1;
/// A look that meets nothing but passes a face this closely means it: 3.5 degrees, as a cosine.
const NEAR_MISS: f32 = 0.99813;
/// Half of the angle within which the class is still in view, as a cosine: about 34 degrees.
const IN_VIEW: f32 = 0.83;

/// What the teacher looks at now.
#[derive(Resource, Debug, Clone, Copy, Default, PartialEq)]
pub struct Focus {
    /// What, if anything that one can look at.
    pub what: Option<Target>,
    /// How far away it is, in metres.
    pub distance: f32,
    /// Whether students are in view at all.
    pub class_in_view: bool,
}

impl Focus {
    /// What the simulation would call this look.
    pub fn gaze(&self) -> Gaze {
        match self.what {
            Some(Target::Student(id)) => Gaze::Student(id),
            Some(Target::Board) => Gaze::Board,
            Some(Target::Item(_)) | None if self.class_in_view => Gaze::Class,
            Some(Target::Item(_)) | None => Gaze::Away,
        }
    }
}

pub(super) fn look(
    mut focus: ResMut<Focus>,
    bodies: Query<&TeacherBody>,
    session: Res<ClassroomSession>,
    room: Bodies,
    sights: Query<&Sight>,
) {
    let Ok(body) = bodies.single() else { return };
    let (eyes, way) = (body.eyes(), body.gaze());
    let state = session.session();
    let face = |id| state.place_of(id).map_or(NOWHERE, |place| floor_point(place.at) + Vec3::Y * FACE);
    let faces: Vec<Vec3> = session.scenario().student_ids().map(face).collect();
    let met = room.look(eyes, way, FAR).and_then(|(met, distance)| Some((sights.get(met).ok()?.0, distance)));
    let what = met.or_else(|| passed(eyes, way, &faces));
    focus.set_if_neq(Focus {
        what: what.map(|(target, _)| target),
        distance: what.map_or(0.0, |(_, distance)| distance),
        class_in_view: faces.iter().any(|face| closeness(eyes, way, *face) > IN_VIEW),
    });
}

/// Where nobody looks: the face of somebody who has not come in.
const NOWHERE: Vec3 = Vec3::new(0.0, -100.0, 0.0);

/// How closely a look passes a point: the cosine of the angle between.
fn closeness(eyes: Vec3, way: Vec3, point: Vec3) -> f32 {
    (point - eyes).normalize_or_zero().dot(way)
}

/// The student whose face a look just misses, and how far away that is.
fn passed(eyes: Vec3, way: Vec3, faces: &[Vec3]) -> Option<(Target, f32)> {
    let missed = faces.iter().enumerate().map(|(at, face)| (at, closeness(eyes, way, *face)));
    let (at, _) = missed.filter(|(_, near)| *near > NEAR_MISS).max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some((Target::Student(StudentId::from_index(at)), faces[at].distance(eyes)))
}

/// A policy's look is what it says it is.
pub(super) fn follow_gaze(mut focus: ResMut<Focus>, session: Res<ClassroomSession>) {
    let gaze = session.session().teacher().gaze;
    let what = match gaze {
        Gaze::Student(id) => Some(Target::Student(id)),
        Gaze::Board => Some(Target::Board),
        Gaze::Class | Gaze::Dashboard | Gaze::Away => None,
    };
    focus.set_if_neq(Focus { what, distance: 0.0, class_in_view: gaze == Gaze::Class });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proefles_scenario::ItemId;

    #[test]
    fn a_near_miss_means_the_nearest_face() {
        let faces = [Vec3::new(0.0, 1.1, -2.0), Vec3::new(0.7, 1.1, -2.0)];
        let eyes = Vec3::new(0.0, 1.65, 2.0);
        let way = |to: Vec3| (to - eyes).normalize();
        let met = passed(eyes, way(Vec3::new(0.15, 1.2, -2.0)), &faces);
        assert_eq!(met.map(|(target, _)| target), Some(Target::Student(StudentId(0))));
        assert_eq!(passed(eyes, way(Vec3::new(0.35, 2.0, -2.0)), &faces), None);
    }

    #[test]
    fn a_look_has_its_name_in_the_simulation() {
        let at = |what, class_in_view| Focus { what, distance: 2.0, class_in_view }.gaze();
        assert_eq!(at(Some(Target::Student(StudentId(3))), true), Gaze::Student(StudentId(3)));
        assert_eq!(at(Some(Target::Board), false), Gaze::Board);
        assert_eq!(at(Some(Target::Item(ItemId(0))), false), Gaze::Away);
        assert_eq!(at(None, true), Gaze::Class);
        assert_eq!(at(None, false), Gaze::Away);
    }
}
