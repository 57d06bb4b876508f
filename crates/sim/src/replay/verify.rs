//! Whether a log is what it says: unchanged, of this scenario, and true.

use std::sync::Arc;

use proefles_scenario::Scenario;

use super::log::{FileDigest, RunLog, sha256_hex};
use super::ndjson::events_ndjson;
use super::recorder::{Recorder, replay};
use super::script::{Script, ScriptError};
use crate::RULES;

/// The file beside a log that can be told from the replay.
const EVENTS: &str = "events.ndjson";

/// A log that holds.
#[derive(Debug, Clone)]
pub struct Verified {
    /// The run as it was replayed, with the log's header.
    pub run: Recorder,
    /// Commands replayed.
    pub commands: usize,
    /// State hashes compared.
    pub hashes: usize,
    /// Events compared.
    pub events: usize,
}

/// Why a log does not hold.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// Not a run log.
    #[error("run.ron cannot be read: {0}")]
    Unreadable(String),
    /// Bytes were changed after the run.
    #[error("run.ron was changed after the run: its seal does not fit")]
    Seal,
    /// Another scenario, or another version of it.
    #[error("the run was of {id} {version} with digest {expected}, but the scenario at hand has {found}")]
    Scenario {
        /// Id in the log.
        id: String,
        /// Version in the log.
        version: String,
        /// Digest in the log.
        expected: String,
        /// Digest of the scenario at hand.
        found: String,
    },
    /// A command that the scenario does not know.
    #[error("run.ron has a command that the scenario does not know: {0}")]
    Command(#[from] ScriptError),
    /// Other rules than this program's.
    #[error(
        "this run was made with rules {made}, this program has {own}: its states cannot be replayed; its files are unchanged"
    )]
    Rules {
        /// Rules of the run.
        made: u32,
        /// Rules of this program.
        own: u32,
    },
    /// Replaying gives another state.
    #[error("replaying gives another state at second {second}")]
    State {
        /// The first second that differs.
        second: usize,
    },
    /// A file beside the log differs.
    #[error("{0} was changed after the run")]
    File(String),
    /// A file beside the log is not what the run gives.
    #[error("{0} is not what the run gives")]
    Untrue(String),
    /// A file beside the log is not there, or cannot be read.
    #[error("{0} is missing or cannot be read")]
    Missing(String),
    /// A file that belongs to every run is not in the log.
    #[error("run.ron does not seal {0}")]
    Unsealed(String),
}

/// Checks a run log against its scenario and the files beside it, which `read` gives by name.
///
/// # Errors
/// The first thing that does not hold.
pub fn verify(
    text: &str,
    scenario: &Arc<Scenario>,
    read: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<Verified, VerifyError> {
    let log = RunLog::parse_sealed(text)?;
    if log.header.digest != scenario.digest {
        return Err(VerifyError::Scenario {
            id: log.header.scenario,
            version: log.header.version,
            expected: log.header.digest,
            found: scenario.digest.clone(),
        });
    }
    let mut logged_events = None;
    for FileDigest { name, sha256 } in &log.files {
        let bytes = read(name).ok_or_else(|| VerifyError::Missing(name.clone()))?;
        if sha256_hex(&bytes) != *sha256 {
            return Err(VerifyError::File(name.clone()));
        }
        if name == EVENTS {
            logged_events = Some(bytes);
        }
    }
    if log.header.rules != RULES {
        return Err(VerifyError::Rules { made: log.header.rules, own: RULES });
    }
    let run = replayed(&log, scenario)?;
    if logged_events.is_some_and(|bytes| bytes != events_ndjson(run.events(), scenario).as_bytes()) {
        return Err(VerifyError::Untrue(EVENTS.to_owned()));
    }
    Ok(Verified { commands: log.commands.len(), hashes: log.hashes.len(), events: run.events().len(), run })
}

/// The run that follows from the log's header and commands, if its states are those of the log.
fn replayed(log: &RunLog, scenario: &Arc<Scenario>) -> Result<Recorder, VerifyError> {
    let script = Script::resolve(&log.commands, scenario)?;
    let run = replay(Recorder::of(log.header.clone(), Arc::clone(scenario)), script, log.end_tick);
    log.first_difference(&run).map_or(Ok(run), |second| Err(VerifyError::State { second }))
}
