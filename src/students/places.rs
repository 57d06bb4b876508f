//! Where bodies are: on their chairs, beside them, at the board, under the table, or not in the room yet.

use bevy::prelude::*;
use proefles_scenario::Behaviour;

use crate::app::AppSystems;
use crate::session::ClassroomSession;
use crate::stage::seat_place;

use super::{Student, spawn::Parts};

/// A body goes to a near place in about this time, in seconds.
const GOES_SECS: f32 = 0.3;
/// Further than this it does not slide, in metres: nobody goes through desks.
const SLIDES: f32 = 2.0;
/// Where a body is that hides under its table, from the chair, in metres.
const UNDER_TABLE: Vec3 = Vec3::new(0.0, -0.42, 0.22);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, go.in_set(AppSystems::React).run_if(resource_exists::<ClassroomSession>));
}

fn go(
    session: Res<ClassroomSession>,
    time: Res<Time>,
    mut students: Query<(&Student, &mut Transform, &mut Visibility), With<Parts>>,
) {
    let session = session.session();
    let share = 1.0 - (-time.delta_secs() / GOES_SECS).exp();
    for (student, mut body, mut shown) in &mut students {
        let Some(place) = session.place_of(student.id) else {
            shown.set_if_neq(Visibility::Hidden);
            continue;
        };
        let mut goal = seat_place(place);
        if session.student(student.id).behaviour == Behaviour::Crawl {
            goal.translation += goal.rotation * UNDER_TABLE;
        }
        if *shown == Visibility::Hidden || body.translation.distance(goal.translation) > SLIDES {
            *body = goal;
        } else if body.translation.distance_squared(goal.translation) > 1e-6
            || body.rotation.angle_between(goal.rotation) > 1e-3
        {
            body.translation = body.translation.lerp(goal.translation, share);
            body.rotation = body.rotation.slerp(goal.rotation, share);
        }
        shown.set_if_neq(Visibility::Inherited);
    }
}
