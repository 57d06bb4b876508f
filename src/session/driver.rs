//! Who teaches: a person at the devices, a policy, or a script.

use std::path::PathBuf;

use proefles_cli::{ScriptFileError, read_script};
use proefles_scenario::Scenario;
use proefles_sim::replay::{Script, TEACHER};
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

impl Driver {
    /// The driver that the arguments ask for.
    ///
    /// # Errors
    /// [`ScriptFileError`] if the script cannot be used.
    pub fn new(config: &AppConfig, scenario: &Scenario) -> Result<Self, ScriptFileError> {
        match (config.autopilot, &config.script) {
            (Some(policy), _) => Ok(Self::Policy(policy)),
            (None, Some(file)) => Ok(Self::Script(read_script(file, scenario)?, file.clone())),
            (None, None) => Ok(Self::Person),
        }
    }

    /// For the run's header: `teacher`, or the name of the policy or `script`.
    pub fn name(&self) -> String {
        match self {
            Self::Person => TEACHER.to_owned(),
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
