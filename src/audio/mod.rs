//! Sound: the murmur of whoever talks, steps, bell and voices, mixed by kira.
//!
//! `output` opens the device (or samples on demand), `desk` has the buses, `mixer` plays on them, `library` holds the
//! decoded sounds. The rest says what is heard: `talkers`, `seats` and `whole` the class, `steps` who walks, `speech` the voices,
//! `corridor` what lies behind the door, `cues` everything single. It all only listens: nothing here changes the lesson.

mod corridor;
mod cues;
mod desk;
mod dice;
mod levels;
mod library;
mod listener;
mod mixer;
mod output;
mod places;
mod samples;
mod seats;
mod speech;
mod steps;
mod talkers;
mod whole;

use bevy::prelude::*;

use crate::app::{AppSystems, Classroom, Screen};
use crate::session::ClassroomSession;

pub use cues::Pressed;
pub use levels::{TARGETS, Targets};
pub use library::Voices;
pub use mixer::Mixer;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Pressed>().add_plugins((output::plugin, library::plugin)).add_systems(
        Update,
        (
            (mixer::prune, mixer::follow_scene, mixer::follow_volumes, listener::listen).chain(),
            cues::answer,
            (
                (whole::tone, corridor::hear, whole::laugh, speech::speak, cues::react),
                (talkers::talk, seats::work, seats::stir, steps::walk, steps::students_walk)
                    .run_if(not(in_state(Classroom::Paused))),
            )
                .chain()
                .run_if(in_state(Screen::Classroom).and_then(resource_exists::<ClassroomSession>)),
            mixer::duck,
        )
            .chain()
            .in_set(AppSystems::Sound)
            .run_if(|mixer: Res<Mixer>| mixer.is_open()),
    );
}
