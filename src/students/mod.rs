//! Bodies for simulated students: spawn, pose, face and gaze follow the simulation.
//!
//! Every frame: `observe` copies what the simulation says, `animate` makes a pose of it and writes it to the joints,
//! and `lod` decides how much of the body is shown. The simulation never hears of any of it.

mod acts;
mod animate;
mod arms;
mod bodies;
mod clips;
mod face;
mod feelings;
mod gaze;
mod headset;
mod lips;
mod lod;
mod observe;
mod off_task;
mod places;
mod props;
mod skeleton;
mod spawn;
mod stand;
mod variety;
mod wheelchair;

use std::collections::HashMap;

use bevy::prelude::*;
use proefles_scenario::StudentId;

use crate::app::AppConfig;

pub use acts::Seen;
pub use lod::Distances;

/// A student in the room. On the entity that stands at the seat, above the body's meshes.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq)]
#[require(Transform, Visibility)]
pub struct Student {
    /// Who.
    pub id: StudentId,
}

/// Where the head of each student is now, in the room, by [`StudentId`]. Empty while there is no class.
#[derive(Resource, Debug, Default)]
pub struct Heads(pub Vec<Vec3>);

/// Whether the mouth of each student moves as in speech, by [`StudentId`]. Empty while there is no class with bodies.
#[derive(Resource, Debug, Default)]
pub struct Speaking(pub Vec<bool>);

/// Students who are seen doing something whatever the simulation says, by [`StudentId`]: for pages and tests that show
/// behaviours side by side. Empty in any lesson.
#[derive(Resource, Debug, Default)]
pub struct Posed(pub HashMap<StudentId, Seen>);

/// A student who walks has put a foot down here.
#[derive(Message, Debug, Clone, Copy)]
pub struct Footfall(pub Vec3);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Heads>().init_resource::<Speaking>().init_resource::<Posed>().add_message::<Footfall>();
    if app.world().resource::<AppConfig>().shell.renders() {
        app.add_plugins((
            places::plugin,
            spawn::plugin,
            bodies::plugin,
            variety::plugin,
            observe::plugin,
            animate::plugin,
            headset::plugin,
            props::plugin,
            lips::plugin,
        ));
    }
}
