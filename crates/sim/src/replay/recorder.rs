//! A session that keeps its log as it goes.

use std::sync::Arc;

use proefles_scenario::{Lang, Scenario, TICKS_PER_SECOND};

use super::log::{FORMAT, FileDigest, PROGRAM_VERSION, RunHeader, RunLog};
use super::script::{Script, Stamped};
use super::wire::WireCommand;
use crate::{Event, RULES, Refused, Session, TeacherCommand};

/// A running lesson with its log.
#[derive(Debug, Clone)]
pub struct Recorder {
    session: Session,
    header: RunHeader,
    commands: Vec<Stamped>,
    hashes: Vec<u64>,
    events: Vec<Event>,
}

impl Recorder {
    /// A lesson at its start.
    pub fn new(scenario: Arc<Scenario>, seed: u64, lang: Lang, taught_by: &str) -> Self {
        let header = RunHeader {
            program: PROGRAM_VERSION.to_owned(),
            rules: RULES,
            scenario: scenario.id.clone(),
            version: scenario.version.clone(),
            digest: scenario.digest.clone(),
            seed,
            lang: lang.code().to_owned(),
            registration: String::new(),
            taught_by: taught_by.to_owned(),
        };
        Self::of(header, scenario)
    }

    /// The lesson of a log's header, at its start.
    pub fn of(header: RunHeader, scenario: Arc<Scenario>) -> Self {
        let mut session = Session::new(scenario, header.seed);
        let events = session.take_events();
        Self { session, header, commands: Vec::new(), hashes: Vec::new(), events }
    }

    /// Names the run's xAPI registration, a UUID. It does not touch the simulation.
    pub fn set_registration(&mut self, registration: String) {
        self.header.registration = registration;
    }

    /// What the run is of.
    pub fn header(&self) -> &RunHeader {
        &self.header
    }

    /// The lesson.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Every event so far, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Every command that was carried out so far, oldest first.
    pub fn commands(&self) -> &[Stamped] {
        &self.commands
    }

    /// Does and logs what the teacher commands.
    ///
    /// # Errors
    /// [`Refused`]; it is not logged then.
    pub fn apply(&mut self, command: TeacherCommand) -> Result<(), Refused> {
        let tick = self.session.now();
        self.session.apply(command)?;
        self.commands.push(Stamped { tick, command: WireCommand::of(self.session.scenario(), command) });
        self.events.append(&mut self.session.take_events());
        Ok(())
    }

    /// Lets 100 ms pass.
    pub fn tick(&mut self) {
        let before = self.session.now();
        self.session.tick();
        let now = self.session.now();
        if now != before && now.is_multiple_of(TICKS_PER_SECOND) {
            self.hashes.push(self.session.hash());
        }
        self.events.append(&mut self.session.take_events());
    }

    /// The log as it stands, with the digests of the files beside it.
    pub fn log(&self, files: Vec<FileDigest>) -> RunLog {
        RunLog {
            format: FORMAT,
            header: self.header.clone(),
            commands: self.commands.clone(),
            hashes: self.hashes.iter().map(|hash| format!("{hash:016x}")).collect(),
            end_tick: self.session.now(),
            final_hash: format!("{:016x}", self.session.hash()),
            files,
            seal: String::new(),
        }
    }
}

/// A driven lesson that lasts so many times its length stands still in a decision that nobody takes.
const OVERTIME: u32 = 3;

/// Tick at which a driven lesson is broken off if it has not ended by then.
pub fn limit_tick(scenario: &Scenario) -> u32 {
    scenario.duration_ticks.saturating_mul(OVERTIME)
}

/// Plays a script to the lesson's end, or to `end_tick` if that is earlier. Refused commands are passed over.
///
/// A script that pauses and does not resume cannot be left standing: the run ends there.
pub fn replay(mut recorder: Recorder, mut script: Script, end_tick: u32) -> Recorder {
    loop {
        for command in script.due(recorder.session.now()) {
            // A refused command leaves no trace in state or log, exactly as when it was given.
            recorder.apply(command).ok();
        }
        let over = recorder.session.outcome().is_some() || recorder.session.now() >= end_tick;
        if over || recorder.session.paused() {
            return recorder;
        }
        recorder.tick();
    }
}
