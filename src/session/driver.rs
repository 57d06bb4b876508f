//! Who teaches: a person at the devices, a policy, or a script.

use std::path::{Path, PathBuf};

use proefles_scenario::Scenario;
use proefles_sim::replay::{Script, ScriptError};
use proefles_sim::{Policy, Session, TeacherCommand};

use crate::app::AppConfig;

/// Who teaches.
#[derive(Debug, Clone)]
pub enum Driver {
    /// A person, by `Command` messages.
    Person,
    /// A policy.
    Policy(Policy),
    /// Commands with their ticks, of this file.
    Script(Script, PathBuf),
}

/// Why nobody can teach.
#[derive(Debug, thiserror::Error)]
pub enum DriverError {
    /// The file cannot be read.
    #[error("the script {file} cannot be read: {source}")]
    Unreadable {
        /// Which.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is no script for this lesson.
    #[error("the script {file} cannot be used: {source}")]
    Script {
        /// Which.
        file: PathBuf,
        /// Why.
        source: ScriptError,
    },
}

impl Driver {
    /// The driver that the arguments ask for.
    ///
    /// # Errors
    /// [`DriverError`] if the script cannot be used.
    pub fn new(config: &AppConfig, scenario: &Scenario) -> Result<Self, DriverError> {
        match (config.autopilot, &config.script) {
            (Some(policy), _) => Ok(Self::Policy(policy)),
            (None, Some(file)) => Self::script(file, scenario),
            (None, None) => Ok(Self::Person),
        }
    }

    fn script(file: &Path, scenario: &Scenario) -> Result<Self, DriverError> {
        let text = std::fs::read_to_string(file)
            .map_err(|source| DriverError::Unreadable { file: file.to_owned(), source })?;
        let script =
            Script::parse(&text, scenario).map_err(|source| DriverError::Script { file: file.to_owned(), source })?;
        Ok(Self::Script(script, file.to_owned()))
    }

    /// For the run's header: `teacher`, or the name of the policy or `script`.
    pub fn name(&self) -> String {
        match self {
            Self::Person => "teacher".to_owned(),
            Self::Policy(policy) => policy.to_string(),
            Self::Script(..) => "script".to_owned(),
        }
    }

    /// What is commanded at the session's tick.
    pub fn due(&mut self, session: &Session) -> Vec<TeacherCommand> {
        match self {
            Self::Person => Vec::new(),
            Self::Policy(policy) => policy.act(session),
            Self::Script(script, _) => script.due(session.now()),
        }
    }
}
