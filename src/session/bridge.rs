//! Commands in, ticks, events out.

use bevy::prelude::*;

use crate::app::{Classroom, Screen, SessionSystems};
use crate::content::SelectedScenario;

use super::{ClassroomSession, Command, Happened};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnExit(Screen::Loading), begin)
        .add_systems(FixedUpdate, ingest.in_set(SessionSystems::Ingest).run_if(resource_exists::<ClassroomSession>))
        .add_systems(FixedUpdate, step.in_set(SessionSystems::Step).run_if(in_state(Classroom::Running)))
        .add_systems(FixedUpdate, publish.in_set(SessionSystems::Publish).run_if(resource_exists::<ClassroomSession>));
}

fn begin(mut commands: Commands, selected: Res<SelectedScenario>) {
    if let Some(scenario) = &selected.0 {
        commands.insert_resource(ClassroomSession { session: proefles_sim::Session::new(scenario.clone(), 1) });
    }
}

fn ingest(mut session: ResMut<ClassroomSession>, mut asked: MessageReader<Command>) {
    for Command(command) in asked.read() {
        if let Err(refused) = session.session.apply(*command) {
            debug!("{command:?} was refused: {refused}");
        }
    }
}

fn step(mut session: ResMut<ClassroomSession>) {
    session.session.tick();
}

fn publish(mut session: ResMut<ClassroomSession>, mut happened: MessageWriter<Happened>) {
    happened.write_batch(session.session.take_events().into_iter().map(Happened));
}
