//! The end of a lesson, and of the program where that was asked for.

use bevy::prelude::*;
use proefles_scenario::TICKS_PER_SECOND;

use crate::app::{AppConfig, Classroom, Screen, SessionSystems};

use super::{ClassroomSession, RunReady};

/// How long the class stays in view after the end, in seconds.
const FAREWELL_SECS: f32 = 2.5;

/// Since when the lesson is over, in seconds of the program.
#[derive(Resource)]
struct EndedAt(f32);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(FixedUpdate, notice_end.after(SessionSystems::Publish).run_if(in_state(Classroom::Running)))
        .add_systems(PreUpdate, notice_end.run_if(in_state(Classroom::Paused)))
        .add_systems(OnEnter(Classroom::Ended), make_ready)
        .add_systems(Update, go_to_review.run_if(in_state(Classroom::Ended)))
        .add_systems(Last, exit_in_time.before(SessionSystems::Publish).run_if(resource_exists::<ClassroomSession>));
}

fn notice_end(session: Res<ClassroomSession>, mut next: ResMut<NextState<Classroom>>) {
    if session.session().outcome().is_some() {
        next.set(Classroom::Ended);
    }
}

fn make_ready(mut commands: Commands, session: Res<ClassroomSession>, time: Res<Time<Real>>) {
    let run = session.session();
    commands.insert_resource(EndedAt(time.elapsed_secs()));
    commands.insert_resource(RunReady {
        recorder: session.recorder.clone(),
        registration: session.registration(),
        scenario: run.scenario().clone(),
        seed: run.seed(),
        lang: session.lang(),
        events: session.recorder.events().to_vec(),
        outcome: run.outcome(),
        scores: run.scores(),
        folder: None,
    });
}

/// Goes on by itself where nobody sits at the screen; a person is asked.
fn go_to_review(
    config: Res<AppConfig>,
    time: Res<Time<Real>>,
    ended: Res<EndedAt>,
    mut next: ResMut<NextState<Screen>>,
) {
    let is_alone = config.is_driven() || !config.shell.is_live();
    if is_alone && time.elapsed_secs() - ended.0 >= FAREWELL_SECS {
        next.set(Screen::Review);
    }
}

/// Ends the program at the asked second of the lesson.
fn exit_in_time(config: Res<AppConfig>, session: Res<ClassroomSession>, mut exit: MessageWriter<AppExit>) {
    let secs = f64::from(session.session().now()) / f64::from(TICKS_PER_SECOND);
    // Off-screen, pictures of that moment come first, and their director ends the program.
    if config.shell.is_live() && config.exit_at.is_some_and(|at| secs >= at) {
        exit.write(AppExit::Success);
    }
}
