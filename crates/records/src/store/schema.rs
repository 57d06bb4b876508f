//! Tables of the store, by version. A version is only ever added.

use std::path::Path;

use rusqlite::Connection;

use super::StoreError;

/// The version that this program writes.
const VERSION: u32 = 1;

const V1: &str = "
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE runs (
    registration TEXT PRIMARY KEY,
    scenario TEXT NOT NULL,
    version TEXT NOT NULL,
    lang TEXT NOT NULL,
    seed TEXT NOT NULL,
    taught_by TEXT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    ending TEXT,
    passed INTEGER,
    score INTEGER,
    on_task INTEGER,
    told INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE statements (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    registration TEXT NOT NULL,
    json TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending'
) STRICT;
CREATE INDEX statements_by_run ON statements (registration);
";

/// Brings a store to the present version.
///
/// # Errors
/// [`StoreError::Newer`] for a store of a later program; otherwise what SQLite says.
pub fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let fail = |error: rusqlite::Error| StoreError::of(path, error);
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(fail)?;
    if version > VERSION {
        return Err(StoreError::Newer { path: path.to_owned(), version });
    }
    if version < 1 {
        let transaction = connection.transaction().map_err(fail)?;
        transaction.execute_batch(V1).map_err(fail)?;
        transaction.pragma_update(None, "user_version", 1).map_err(fail)?;
        transaction.commit().map_err(fail)?;
    }
    Ok(())
}
