//! Reading files that may be anything: too long, not text, no file at all.

use std::fs::File;
use std::io::{Error, ErrorKind, Read};
use std::path::{Path, PathBuf};

use proefles_scenario::Scenario;
use proefles_sim::replay::{Script, ScriptError};

/// Longest file that is read, bytes: scripts and logs of a whole day are shorter.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The bytes of a file of at most 64 MiB.
///
/// # Errors
/// What the system says; [`ErrorKind::FileTooLarge`] if it is longer.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    // Asked before opening: opening a pipe would wait for somebody to write into it.
    if !std::fs::metadata(path)?.is_file() {
        return Err(Error::other("it is a folder, a device or a pipe, not a file"));
    }
    let mut bytes = Vec::new();
    let file = File::open(path)?;
    let too_long = || Error::new(ErrorKind::FileTooLarge, "it is longer than 64 MiB");
    if file.metadata()?.len() > MAX_BYTES {
        return Err(too_long());
    }
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES { Err(too_long()) } else { Ok(bytes) }
}

/// The text of a file of at most 64 MiB.
///
/// # Errors
/// As [`read_bytes`]; [`ErrorKind::InvalidData`] if it is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Error> {
    String::from_utf8(read_bytes(path)?).map_err(|_| Error::new(ErrorKind::InvalidData, "it is not text (UTF-8)"))
}

/// Why the script of a file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ScriptFileError {
    /// The file cannot be read.
    #[error("the script {} cannot be read: {reason}; check the path", file.display())]
    Unreadable {
        /// Which.
        file: PathBuf,
        /// Why.
        reason: Error,
    },
    /// It is no script for this lesson.
    #[error("the script {} cannot be used: {reason}", file.display())]
    Unusable {
        /// Which.
        file: PathBuf,
        /// Why.
        reason: ScriptError,
    },
}

/// Reads a script for a scenario.
///
/// # Errors
/// [`ScriptFileError`], whose text names the file and the place in it.
pub fn read_script(file: &Path, scenario: &Scenario) -> Result<Script, ScriptFileError> {
    let text = read_text(file).map_err(|reason| ScriptFileError::Unreadable { file: file.to_owned(), reason })?;
    Script::parse(&text, scenario).map_err(|reason| ScriptFileError::Unusable { file: file.to_owned(), reason })
}
