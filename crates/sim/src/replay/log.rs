//! `run.ron`: the format of a run log, version 2.

use std::fmt::Write;

use proefles_scenario::TICKS_PER_SECOND;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::recorder::Recorder;
use super::script::Stamped;
use super::verify::VerifyError;

/// Version of the program that makes run logs now.
pub const PROGRAM_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Who taught, where a person did.
pub const TEACHER: &str = "teacher";

/// What a run was of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunHeader {
    /// Version of the program that the run was made with, such as `0.1.0`.
    pub program: String,
    /// Version of the rules that it was made with, as [`RULES`](crate::RULES).
    pub rules: u32,
    /// Id of the scenario.
    pub scenario: String,
    /// Its version.
    pub version: String,
    /// Its digest.
    pub digest: String,
    /// The seed.
    pub seed: u64,
    /// Language the teacher saw, BCP 47.
    pub lang: String,
    /// Registration of the run in xAPI: a UUID, or empty.
    pub registration: String,
    /// Who taught: [`TEACHER`], or the name of a policy, or `script`.
    pub taught_by: String,
}

/// The format that this program reads and writes.
pub(super) const FORMAT: u32 = 2;

/// SHA-256 of a file beside the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileDigest {
    /// Its name in the folder.
    pub name: String,
    /// In hexadecimal.
    pub sha256: String,
}

/// A whole run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunLog {
    /// Version of this format: 2.
    pub format: u32,
    /// What it was of.
    pub header: RunHeader,
    /// What the teacher did, in order.
    pub commands: Vec<Stamped>,
    /// State hash after each whole second, in hexadecimal.
    pub hashes: Vec<String>,
    /// Tick at the end.
    pub end_tick: u32,
    /// State hash at the end.
    pub final_hash: String,
    /// The files beside it.
    pub files: Vec<FileDigest>,
    /// SHA-256 of this text with an empty seal.
    pub seal: String,
}

/// As much of a log as every format has.
#[derive(Deserialize)]
#[serde(rename = "RunLog")]
struct FormatOnly {
    format: u32,
}

/// SHA-256 in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string does not fail");
        text
    })
}

impl RunLog {
    /// The canonical text, sealed: equal logs give equal bytes.
    ///
    /// # Panics
    /// Never in practice: every field has a RON form.
    pub fn to_text(&self) -> String {
        let unsealed = Self { seal: String::new(), ..self.clone() };
        let seal = sha256_hex(unsealed.plain_text().as_bytes());
        Self { seal, ..unsealed }.plain_text()
    }

    fn plain_text(&self) -> String {
        let config = ron::ser::PrettyConfig::new().depth_limit(3).struct_names(true).indentor("  ").new_line("\n");
        let mut text = ron::ser::to_string_pretty(self, config).expect("a run log has a RON form");
        text.push('\n');
        text
    }

    /// The first second at which a replay's states are not those of this log; none if all are.
    pub fn first_difference(&self, replayed: &Recorder) -> Option<usize> {
        let own = replayed.log(Vec::new());
        let is_same = own.hashes == self.hashes
            && own.end_tick == self.end_tick
            && own.final_hash == self.final_hash
            && own.commands == self.commands;
        let differs = own.hashes.iter().zip(&self.hashes).position(|(a, b)| a != b);
        (!is_same).then(|| differs.unwrap_or(own.hashes.len().min(self.hashes.len())) + 1)
    }

    /// Reads a log, whatever its seal.
    ///
    /// # Errors
    /// A sentence with line and column.
    pub fn parse(text: &str) -> Result<Self, String> {
        let place = |error: ron::error::SpannedError| {
            format!("line {}, column {}: {}", error.span.start.line, error.span.start.col, error.code)
        };
        // The format comes first: a log of another format may have other fields.
        let format = ron::from_str::<FormatOnly>(text).map_err(place)?.format;
        if format != FORMAT {
            return Err(format!("this run log has format {format}; this program reads format {FORMAT}"));
        }
        let log: Self = ron::from_str(text).map_err(place)?;
        // A log is as long as its hashes say, so that no number in a forged one makes a replay endless.
        let (seconds, hashes) = (log.end_tick / TICKS_PER_SECOND, log.hashes.len());
        if u32::try_from(hashes) != Ok(seconds) {
            return Err(format!("it ends after {seconds} s and has {hashes} state hashes"));
        }
        Ok(log)
    }

    /// Reads a log whose seal holds.
    ///
    /// # Errors
    /// [`VerifyError::Unreadable`] or [`VerifyError::Seal`].
    pub fn parse_sealed(text: &str) -> Result<Self, VerifyError> {
        let log = Self::parse(text).map_err(VerifyError::Unreadable)?;
        // The canonical text has one form: what is not that text byte by byte was changed.
        if log.to_text() == text { Ok(log) } else { Err(VerifyError::Seal) }
    }
}
