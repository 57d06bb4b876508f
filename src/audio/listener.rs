//! The ears: where the teacher's eyes are, turned as they are.

use bevy::prelude::*;

use crate::rig::TeacherBody;

use super::mixer::Mixer;

pub(super) fn listen(mut mixer: ResMut<Mixer>, bodies: Query<&Transform, With<TeacherBody>>) {
    if let (Ok(place), Some(desk)) = (bodies.single(), mixer.desk()) {
        desk.listen_from(place);
    }
}
