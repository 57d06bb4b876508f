//! Sound: room murmur by the simulated noise, steps, bell and voices, mixed by kira.
//!
//! `output` opens the device (or samples on demand), `desk` has the buses, `mixer` plays on them, `library` holds the
//! decoded sounds. The rest says what is heard: `murmur` and `seats` the class, `steps` the teacher, `speech` the voices,
//! `cues` everything single. It all only listens: nothing here changes the lesson.

mod cues;
mod desk;
mod dice;
mod levels;
mod library;
mod listener;
mod mixer;
mod murmur;
mod output;
mod places;
mod samples;
mod seats;
mod speech;
mod steps;

use bevy::prelude::*;

use crate::app::{AppSystems, Classroom, Screen};
use crate::session::ClassroomSession;

pub use cues::Pressed;
pub use library::Voices;
pub use mixer::Mixer;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Pressed>().add_plugins((output::plugin, library::plugin)).add_systems(
        Update,
        (
            (mixer::prune, mixer::follow_scene, mixer::follow_volumes, listener::listen).chain(),
            cues::answer,
            (
                (murmur::murmur, murmur::laugh, speech::speak, cues::react),
                (seats::work, seats::stir, steps::walk).run_if(not(in_state(Classroom::Paused))),
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
