//! The bridge to the simulation: the only place that feeds commands to the session and lets it tick.

mod bridge;
mod driver;
mod finish;
mod pace;
mod recording;
mod refusal;

use std::path::PathBuf;
use std::sync::Arc;

use bevy::prelude::*;
use jiff::Timestamp;
use proefles_records::xapi::{Actor, Platform, RunContext};
use proefles_scenario::{Lang, Scenario};
use proefles_sim::replay::Recorder;
use proefles_sim::{Event, Outcome, Score, Session, TeacherCommand};
use uuid::Uuid;

pub use driver::Driver;
pub use pace::Pace;
pub use recording::{CloseRun, RunFolder, WrittenRun, rescue, stops_early};

/// Something the teacher does, from whatever device. Refused commands are dropped with a debug line. While a policy or a
/// script teaches, commands of other devices are not heard, so that the run is exactly that of the script.
#[derive(Message, Debug, Clone, Copy)]
pub struct Command(pub TeacherCommand);

/// Something that happened in the simulation, in order, each exactly once.
#[derive(Message, Debug, Clone)]
pub struct Happened(pub Event);

/// Who practises with this program: somebody new, unless the store of the profile knows them.
#[derive(Resource, Debug, Clone, Deref, DerefMut)]
pub struct Practitioner(pub Actor);

impl Default for Practitioner {
    fn default() -> Self {
        Self(Actor::anonymous())
    }
}

/// The running lesson, to read. It exists from the end of `Screen::Loading` until the next lesson begins to load.
#[derive(Resource, Debug)]
pub struct ClassroomSession {
    recorder: Recorder,
    driver: Driver,
    /// When each event was told, by the clock of the machine; as many as are told already.
    times: Vec<Timestamp>,
    /// When the lesson was left before its end.
    left: Option<Timestamp>,
    /// Commands and times already handed to the recording.
    recorded: (usize, usize),
    /// What the statements of the run say of it, wherever they are made.
    context: RunContext,
}

impl ClassroomSession {
    fn new(mut recorder: Recorder, driver: Driver, person: Actor, platform: Platform) -> Self {
        let registration = Uuid::new_v4();
        recorder.set_registration(registration.to_string());
        let scenario = Arc::clone(recorder.session().scenario());
        let context = RunContext::new(scenario, recorder.header(), registration, person, platform);
        Self { recorder, driver, times: Vec::new(), left: None, recorded: (0, 0), context }
    }

    /// The simulation.
    pub fn session(&self) -> &Session {
        self.recorder.session()
    }

    /// The lesson.
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.session().scenario()
    }

    /// Names the run in its statements.
    pub fn registration(&self) -> Uuid {
        self.context.registration
    }

    /// What the statements of the run say of it.
    pub fn context(&self) -> &RunContext {
        &self.context
    }

    /// Language of the run.
    pub fn lang(&self) -> Lang {
        self.context.lang
    }

    /// Every event so far, oldest first.
    pub fn events(&self) -> &[Event] {
        self.recorder.events()
    }

    /// The events told so far from a place on, each with the time at which it was told.
    pub fn told_from(&self, place: usize) -> impl ExactSizeIterator<Item = (&Event, Timestamp)> {
        self.events()[place..].iter().zip(self.times[place..].iter().copied())
    }

    /// When the lesson was left, if it was before its end.
    pub fn left(&self) -> Option<Timestamp> {
        self.left
    }

    /// The run so far, with its log.
    pub fn recorder(&self) -> &Recorder {
        &self.recorder
    }

    /// The course that a driven run will take from here, to its end or to a tick. A person's cannot be foreseen: then
    /// nothing is commanded.
    pub fn foresee(&self, limit_tick: u32) -> Recorder {
        let (mut run, mut driver) = (self.recorder.clone(), self.driver.clone());
        while run.session().outcome().is_none() && run.session().now() < limit_tick {
            for command in driver.due(run.session()) {
                // A refused command changes nothing, as when it is given.
                run.apply(command).ok();
            }
            if run.session().paused() {
                break;
            }
            run.tick();
        }
        run
    }

    /// Whether a policy or a script teaches.
    pub fn is_driven(&self) -> bool {
        !matches!(self.driver, Driver::Person)
    }
}

/// A run that is over: all that the review needs. It exists from the end of the lesson until the next one is loaded.
#[derive(Resource, Debug, Clone)]
pub struct RunReady {
    /// The run with its log: scenario, seed, commands, events.
    pub recorder: Recorder,
    /// Names the run in its statements.
    pub registration: Uuid,
    /// The lesson.
    pub scenario: Arc<Scenario>,
    /// Its seed.
    pub seed: u64,
    /// Language it was given in.
    pub lang: Lang,
    /// Everything that happened.
    pub events: Vec<Event>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Points by criterion.
    pub scores: Vec<Score>,
    /// Folder of the record, once it has been written.
    pub folder: Option<PathBuf>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Practitioner>().add_message::<Command>().add_message::<Happened>().add_plugins((
        bridge::plugin,
        finish::plugin,
        pace::plugin,
        recording::plugin,
    ));
}
