//! Gaze and hands: look at, reach, take and use; becomes commands.
//!
//! `bodies` gives the room something that a look can meet, `focus` says what is in view, `gaze` tells the simulation once
//! the look rests, `offer` says what the hand could do, `deeds` turns actions into commands, and `things` and `marker`
//! show it.

mod bodies;
mod deeds;
mod focus;
mod gaze;
mod marker;
mod offer;
mod things;

use bevy::prelude::*;

use crate::app::{AppConfig, AppSystems, Classroom};
use crate::rig::{by_driver, by_person};

pub use bodies::{Sight, Target};
pub use focus::Focus;
pub use offer::{Offer, REACH_MM};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Focus>()
        .init_resource::<Offer>()
        .add_plugins(bodies::plugin)
        .add_systems(
            Update,
            (
                (focus::look.run_if(by_person), focus::follow_gaze.run_if(by_driver), offer::find),
                (gaze::tell, deeds::act).run_if(by_person),
            )
                .chain()
                .in_set(AppSystems::React)
                .run_if(in_state(Classroom::Running)),
        )
        .add_systems(OnExit(Classroom::Running), |mut focus: ResMut<Focus>| *focus = Focus::default());
    if app.world().resource::<AppConfig>().shell.renders() {
        app.add_plugins((things::plugin, marker::plugin));
    }
}
