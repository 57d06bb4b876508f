//! Commands in, ticks, events out.

use bevy::prelude::*;
use jiff::Timestamp;
use proefles_records::xapi::Platform;
use proefles_sim::TeacherCommand;
use proefles_sim::replay::Recorder;

use crate::app::{AppConfig, Classroom, NoticeLevel, Notices, Screen, SessionSystems, Settings, Shell};
use crate::content::SelectedScenario;

use super::refusal::refusal;
use super::{ClassroomSession, Command, Driver, Happened, Practitioner, RunReady, stops_early};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Loading), prepare)
        .add_systems(OnExit(Screen::Loading), begin)
        .add_systems(OnEnter(Classroom::Running), resume)
        .add_systems(OnEnter(Classroom::Paused), pause)
        .add_systems(FixedUpdate, ingest.in_set(SessionSystems::Ingest).run_if(in_state(Classroom::Running)))
        .add_systems(FixedUpdate, step.in_set(SessionSystems::Step).run_if(in_state(Classroom::Running)))
        .add_systems(FixedUpdate, publish.in_set(SessionSystems::Publish).run_if(in_state(Classroom::Running)))
        .add_systems(PreUpdate, (ingest_paused, publish).chain().run_if(in_state(Classroom::Paused)))
        .add_systems(
            OnExit(Screen::Classroom),
            (publish.run_if(resource_exists::<ClassroomSession>), leave).chain().in_set(SessionSystems::Publish),
        )
        .add_systems(
            Last,
            (publish.run_if(resource_exists::<ClassroomSession>), leave)
                .chain()
                .in_set(SessionSystems::Publish)
                .run_if(stops_early),
        );
}

/// Who will teach the lesson that is being loaded.
#[derive(Resource)]
struct Prepared(Driver);

/// Finds out who teaches before anything is loaded. In a window a person takes over from a script that cannot be used;
/// where nobody can, the program ends. The lesson before is gone from here on: the room fills with other students.
fn prepare(
    mut commands: Commands,
    config: Res<AppConfig>,
    selected: Res<SelectedScenario>,
    mut notices: ResMut<Notices>,
    mut exit: MessageWriter<AppExit>,
) {
    commands.remove_resource::<ClassroomSession>();
    let Some(scenario) = &selected.0 else { return };
    let driver = Driver::new(&config, scenario).unwrap_or_else(|error| {
        notices.push(NoticeLevel::Error, refusal(&error));
        if !config.shell.is_live() {
            exit.write(AppExit::error());
        }
        Driver::Person
    });
    commands.insert_resource(Prepared(driver));
}

/// Starts the simulation of the chosen lesson, at its first tick.
fn begin(
    mut commands: Commands,
    config: Res<AppConfig>,
    settings: Res<Settings>,
    selected: Res<SelectedScenario>,
    prepared: Option<Res<Prepared>>,
    practitioner: Res<Practitioner>,
) {
    commands.remove_resource::<RunReady>();
    commands.remove_resource::<Prepared>();
    let (Some(scenario), Some(prepared)) = (selected.0.clone(), prepared) else { return };
    let driver = prepared.0.clone();
    let lang = scenario.lang_for(settings.lang);
    let seed = config.seed.unwrap_or_else(|| if config.is_driven() { DRIVEN_SEED } else { fresh_seed() });
    let platform = match config.shell {
        Shell::Desktop => Platform::Desktop,
        Shell::Xr => Platform::OpenXr,
        Shell::Offscreen | Shell::Logic => Platform::Headless,
    };
    let recorder = Recorder::new(scenario, seed, lang, &driver.name());
    commands.insert_resource(ClassroomSession::new(recorder, driver, practitioner.0.clone(), platform));
}

/// Seed of a policy's or script's run if none is given: the same as without a screen, so that the runs are the same.
const DRIVEN_SEED: u64 = 1;

/// A seed that differs from run to run. Only this choice is left to chance: all else follows from it.
fn fresh_seed() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0u8) >> 16
}

fn give(session: &mut ClassroomSession, command: TeacherCommand) {
    if let Err(refused) = session.recorder.apply(command) {
        debug!("{command:?} was refused: {refused}");
    }
}

fn ingest(mut session: ResMut<ClassroomSession>, mut asked: MessageReader<Command>) {
    let session = &mut *session;
    if session.is_driven() {
        asked.clear();
        for command in session.driver.due(session.recorder.session()) {
            give(session, command);
        }
    } else {
        for Command(command) in asked.read() {
            give(session, *command);
        }
    }
}

/// While time stands still a person may still decide or end the lesson; the rest falls on deaf ears. Who watches a driven
/// lesson may end it as well.
fn ingest_paused(mut session: ResMut<ClassroomSession>, mut asked: MessageReader<Command>) {
    for Command(command) in asked.read() {
        let is_heard = match command {
            TeacherCommand::EndLesson => true,
            TeacherCommand::Choose { .. } => !session.is_driven(),
            _ => false,
        };
        if is_heard {
            give(&mut session, *command);
        }
    }
}

fn step(mut session: ResMut<ClassroomSession>) {
    session.recorder.tick();
}

fn publish(mut session: ResMut<ClassroomSession>, mut happened: MessageWriter<Happened>) {
    let (events, told) = (session.recorder.events(), session.times.len());
    if told == events.len() {
        return;
    }
    happened.write_batch(events[told..].iter().cloned().map(Happened));
    let all = events.len();
    session.times.resize(all, Timestamp::now());
}

/// Notes that the lesson is left although it is not over.
fn leave(session: Option<ResMut<ClassroomSession>>) {
    if let Some(mut session) = session
        && session.session().outcome().is_none()
    {
        session.left.get_or_insert_with(Timestamp::now);
    }
}

/// A pause of the program is one of the lesson, except that it leaves no trace in a driven run.
fn pause(mut session: ResMut<ClassroomSession>) {
    if !session.is_driven() {
        give(&mut session, TeacherCommand::Pause);
    }
}

fn resume(session: Option<ResMut<ClassroomSession>>) {
    if let Some(mut session) = session
        && !session.is_driven()
        && session.session().paused()
    {
        give(&mut session, TeacherCommand::Resume);
    }
}
