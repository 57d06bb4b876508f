//! Scripts: commands with ticks, written by hand or taken from a run log.

use proefles_scenario::Scenario;
use serde::{Deserialize, Serialize};

use super::wire::{UnknownName, WireCommand};
use crate::TeacherCommand;

/// Longest script that is read, bytes: more than a day of one command per tick.
pub const MAX_SCRIPT_BYTES: usize = 64 * 1024 * 1024;

/// A command with the tick at which it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamped {
    /// Ticks since the lesson began.
    pub tick: u32,
    /// The command.
    pub command: WireCommand,
}

/// The format of a script file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScriptFile {
    format: u32,
    commands: Vec<Stamped>,
}

/// Commands in the order of their ticks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Script {
    commands: Vec<(u32, TeacherCommand)>,
    next: usize,
}

/// Why a script cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ScriptError {
    /// Not the format of a script.
    #[error("line {line}, column {column}: {message}")]
    Syntax {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// A later version of the format.
    #[error("this script has format {0}; this program reads format 1")]
    Format(u32),
    /// A name that is not of the scenario.
    #[error("command {number} (tick {tick}): {source}")]
    Name {
        /// From 1.
        number: usize,
        /// Its tick.
        tick: u32,
        /// What is not known.
        source: UnknownName,
    },
    /// Ticks go back.
    #[error("command {number} is at tick {tick}, before the one above it; put them in the order of time")]
    Order {
        /// From 1.
        number: usize,
        /// Its tick.
        tick: u32,
    },
    /// Too long to read.
    #[error("the script is longer than 64 MiB")]
    TooLong,
}

impl Script {
    /// Reads a script for a scenario.
    ///
    /// # Errors
    /// [`ScriptError`] with the place of the first problem.
    pub fn parse(text: &str, scenario: &Scenario) -> Result<Self, ScriptError> {
        if text.len() > MAX_SCRIPT_BYTES {
            return Err(ScriptError::TooLong);
        }
        let file: ScriptFile = ron::from_str(text).map_err(|error| ScriptError::Syntax {
            line: error.span.start.line,
            column: error.span.start.col,
            message: error.code.to_string(),
        })?;
        if file.format != 1 {
            return Err(ScriptError::Format(file.format));
        }
        Self::resolve(&file.commands, scenario)
    }

    /// The script of stamped commands.
    ///
    /// # Errors
    /// [`ScriptError::Name`] or [`ScriptError::Order`].
    pub fn resolve(commands: &[Stamped], scenario: &Scenario) -> Result<Self, ScriptError> {
        let mut resolved = Vec::with_capacity(commands.len());
        let mut latest = 0;
        for (at, Stamped { tick, command }) in commands.iter().enumerate() {
            let (number, tick) = (at + 1, *tick);
            if tick < latest {
                return Err(ScriptError::Order { number, tick });
            }
            latest = tick;
            let command = command.resolve(scenario).map_err(|source| ScriptError::Name { number, tick, source })?;
            resolved.push((tick, command));
        }
        Ok(Self { commands: resolved, next: 0 })
    }

    /// Takes the commands that are due at a tick.
    pub fn due(&mut self, tick: u32) -> Vec<TeacherCommand> {
        let rest = &self.commands[self.next..];
        let due: Vec<TeacherCommand> =
            rest.iter().take_while(|(at, _)| *at <= tick).map(|&(_, command)| command).collect();
        self.next += due.len();
        due
    }

    /// Whether all commands have been given.
    pub fn is_done(&self) -> bool {
        self.next == self.commands.len()
    }
}
