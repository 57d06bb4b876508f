//! One SQLite file with everything that must last: who practises (an opaque id), runs, statements.
//!
//! Write-ahead log with `synchronous=FULL`: what has been committed survives a power cut.

mod error;
mod schema;

use std::path::{Path, PathBuf};
use std::time::Duration;

use proefles_sim::replay::TEACHER;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::xapi::{Actor, Statement};

pub use error::StoreError;

/// File name in the profile folder.
const FILE: &str = "records.sqlite3";

/// What opening a store found, to tell the teacher.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Statements kept.
    pub statements: u32,
    /// Runs that were cut off: they began, and never ended. Registration, scenario id, statements kept.
    pub cut_off: Vec<(String, String, u32)>,
    /// A damaged file was put aside under this name, and a new one begun.
    pub put_aside: Option<PathBuf>,
}

/// A run that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRow {
    /// Its registration.
    pub registration: Uuid,
    /// Scenario id and version.
    pub scenario: String,
    /// Version of the scenario.
    pub version: String,
    /// Language, BCP 47.
    pub lang: String,
    /// Seed.
    pub seed: u64,
    /// Who teaches: [`TEACHER`], or the name of a policy, or `script`.
    pub taught_by: String,
    /// RFC 3339.
    pub started: String,
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// Name of the ending.
    pub ending: String,
    /// Whether it was passed.
    pub passed: bool,
    /// Share of the rubric's points, per mille.
    pub score_permille: u16,
    /// Mean share on task, per mille.
    pub on_task_permille: u16,
    /// RFC 3339.
    pub ended: String,
}

/// What is known of earlier runs of a scenario by the teacher.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// Runs played to the end.
    pub runs: u32,
    /// Best score, per mille.
    pub best_score_permille: Option<u16>,
    /// Whether any was passed.
    pub passed: bool,
}

/// The open store.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
}

impl Store {
    /// Whether a profile folder has a store, whatever its state.
    pub fn is_in(folder: &Path) -> bool {
        folder.join(FILE).is_file()
    }

    /// Opens the store of a profile folder, or makes both. A damaged file is put aside, never overwritten.
    ///
    /// # Errors
    /// [`StoreError`], whose text says what to do.
    pub fn open(folder: &Path) -> Result<(Self, Found), StoreError> {
        std::fs::create_dir_all(folder).map_err(|error| StoreError::folder(folder, &error))?;
        let path = folder.join(FILE);
        match Self::connect(&path) {
            Ok(store) => {
                let found = store.look(None)?;
                Ok((store, found))
            }
            Err(StoreError::Damaged { .. }) => {
                let aside = put_aside(&path).map_err(|error| StoreError::folder(folder, &error))?;
                let store = Self::connect(&path)?;
                let found = store.look(Some(aside))?;
                Ok((store, found))
            }
            Err(error) => Err(error),
        }
    }

    fn connect(path: &Path) -> Result<Self, StoreError> {
        let fail = |error: rusqlite::Error| StoreError::of(path, error);
        let mut connection = Connection::open(path).map_err(fail)?;
        connection.busy_timeout(Duration::from_secs(5)).map_err(fail)?;
        connection.pragma_update(None, "journal_mode", "WAL").map_err(fail)?;
        connection.pragma_update(None, "synchronous", "FULL").map_err(fail)?;
        schema::migrate(&mut connection, path)?;
        Ok(Self { connection, path: path.to_owned() })
    }

    fn fail(&self) -> impl Fn(rusqlite::Error) -> StoreError + '_ {
        |error| StoreError::of(&self.path, error)
    }

    fn look(&self, put_aside: Option<PathBuf>) -> Result<Found, StoreError> {
        let statements: u32 =
            self.connection.query_row("SELECT count(*) FROM statements", [], |row| row.get(0)).map_err(self.fail())?;
        let mut query = self
            .connection
            .prepare(
                "SELECT registration, scenario, (SELECT count(*) FROM statements s WHERE s.registration = r.registration)
                 FROM runs r WHERE ended IS NULL AND told = 0 ORDER BY started",
            )
            .map_err(self.fail())?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).map_err(self.fail())?;
        let cut_off = rows.collect::<Result<Vec<_>, _>>().map_err(self.fail())?;
        Ok(Found { statements, cut_off, put_aside })
    }

    /// Notes that the teacher has been told of the runs that were cut off.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn mark_told(&self) -> Result<(), StoreError> {
        self.connection.execute("UPDATE runs SET told = 1 WHERE ended IS NULL", []).map_err(self.fail())?;
        Ok(())
    }

    /// Who practises with this profile: made once, random, without a name.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read or, the first time, written.
    pub fn actor(&self) -> Result<Actor, StoreError> {
        let known: Option<String> = self
            .connection
            .query_row("SELECT value FROM meta WHERE key = 'actor'", [], |row| row.get(0))
            .optional()
            .map_err(self.fail())?;
        let name = match known {
            Some(name) => name,
            None => {
                let name = Actor::anonymous().name;
                self.connection
                    .execute("INSERT INTO meta (key, value) VALUES ('actor', ?1)", params![name])
                    .map_err(self.fail())?;
                name
            }
        };
        Ok(Actor::named(name))
    }

    /// Notes that a run begins.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn start_run(&self, run: &RunRow) -> Result<(), StoreError> {
        self.connection
            .execute(
                "INSERT INTO runs (registration, scenario, version, lang, seed, taught_by, started)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    run.registration.to_string(),
                    run.scenario,
                    run.version,
                    run.lang,
                    run.seed.to_string(),
                    run.taught_by,
                    run.started
                ],
            )
            .map_err(self.fail())?;
        Ok(())
    }

    /// Notes how a run ended.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn end_run(&self, registration: Uuid, ending: &Ending) -> Result<(), StoreError> {
        self.connection
            .execute(
                "UPDATE runs SET ended = ?2, ending = ?3, passed = ?4, score = ?5, on_task = ?6 WHERE registration = ?1",
                params![
                    registration.to_string(),
                    ending.ended,
                    ending.ending,
                    ending.passed,
                    ending.score_permille,
                    ending.on_task_permille
                ],
            )
            .map_err(self.fail())?;
        Ok(())
    }

    /// Notes that a run was left before its end.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn leave_run(&self, registration: Uuid, left: &str) -> Result<(), StoreError> {
        self.connection
            .execute("UPDATE runs SET ended = ?2 WHERE registration = ?1", params![registration.to_string(), left])
            .map_err(self.fail())?;
        Ok(())
    }

    /// Appends statements: all of them, synced, or none. A statement that is there already stays as it is.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be written.
    pub fn append(&mut self, registration: Uuid, statements: &[Statement]) -> Result<(), StoreError> {
        let path = self.path.clone();
        let fail = |error: rusqlite::Error| StoreError::of(&path, error);
        let transaction = self.connection.transaction().map_err(fail)?;
        {
            let mut insert = transaction
                .prepare_cached("INSERT OR IGNORE INTO statements (id, registration, json) VALUES (?1, ?2, ?3)")
                .map_err(fail)?;
            for statement in statements {
                insert
                    .execute(params![statement.id.to_string(), registration.to_string(), statement.json])
                    .map_err(fail)?;
            }
        }
        transaction.commit().map_err(fail)
    }

    /// Every statement, or those of one run, in the order they were written.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub fn statements(&self, registration: Option<Uuid>) -> Result<Vec<String>, StoreError> {
        let wanted = registration.map(|id| id.to_string());
        let mut query = self
            .connection
            .prepare("SELECT json FROM statements WHERE ?1 IS NULL OR registration = ?1 ORDER BY seq")
            .map_err(self.fail())?;
        let rows = query.query_map(params![wanted], |row| row.get(0)).map_err(self.fail())?;
        rows.collect::<Result<Vec<_>, _>>().map_err(self.fail())
    }

    /// What is known of the teacher's earlier runs of a scenario. Those of policies and scripts do not count.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn summary(&self, scenario: &str) -> Result<Summary, StoreError> {
        self.connection
            .query_row(
                "SELECT count(*), max(score), coalesce(max(passed), 0) FROM runs
                 WHERE scenario = ?1 AND ending IS NOT NULL AND taught_by = ?2",
                params![scenario, TEACHER],
                |row| Ok(Summary { runs: row.get(0)?, best_score_permille: row.get(1)?, passed: row.get(2)? }),
            )
            .map_err(self.fail())
    }

    /// Caps the file's size in pages of 4 KiB. Beyond it writing fails as on a full disk.
    ///
    /// # Errors
    /// [`StoreError`] if the store does not take it.
    pub fn cap_pages(&self, pages: u32) -> Result<(), StoreError> {
        self.connection.pragma_update(None, "max_page_count", pages).map_err(self.fail())
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Moves a damaged file and its log out of the way, under the first free name.
fn put_aside(path: &Path) -> std::io::Result<PathBuf> {
    let aside = (1..)
        .map(|number| path.with_extension(format!("damaged-{number}.sqlite3")))
        .find(|aside| !aside.exists())
        .expect("some number is free");
    std::fs::rename(path, &aside)?;
    for end in ["-wal", "-shm"] {
        let beside = PathBuf::from(format!("{}{end}", path.display()));
        if beside.exists() {
            std::fs::rename(&beside, format!("{}{end}", aside.display()))?;
        }
    }
    Ok(aside)
}
