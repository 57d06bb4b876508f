//! What can go wrong with the store, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Why the store cannot be used. The text says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The folder or file cannot be written.
    #[error("the records in {} cannot be written: choose another folder with --profile-dir, or allow writing there", path.display())]
    ReadOnly {
        /// Folder or file.
        path: PathBuf,
    },
    /// No room on the disk.
    #[error("the disk with {} is full: free some space; nothing is lost as long as the program runs", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// Not a database, or a broken one.
    #[error("{} is damaged", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// Written by a later program.
    #[error("{} was written by a later version of Proefles (format {version}): update the program, or use --profile-dir", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        version: u32,
    },
    /// Another program holds it.
    #[error("another program uses {}: close the other Proefles window and try again", path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The disk refuses: broken, gone, or full in a way of its own, such as a quota.
    #[error("the disk with {} is full or does not work ({message}): free some space, or choose another folder with --profile-dir", path.display())]
    Failing {
        /// The file.
        path: PathBuf,
        /// What the system says.
        message: String,
    },
    /// Anything else.
    #[error("the records in {} cannot be used ({message}): choose another folder with --profile-dir", path.display())]
    Other {
        /// Folder or file.
        path: PathBuf,
        /// What the system says.
        message: String,
    },
}

impl StoreError {
    pub(super) fn of(path: &Path, error: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match error.sqlite_error_code() {
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::ReadOnly { path },
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            Some(ErrorCode::SystemIoFailure) => Self::Failing { path, message: error.to_string() },
            _ => Self::Other { path, message: error.to_string() },
        }
    }

    pub(super) fn folder(path: &Path, error: &io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::AlreadyExists => Self::ReadOnly { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { path },
            _ => Self::Other { path, message: error.to_string() },
        }
    }
}
