//! A run's folder: `run.ron`, `events.ndjson`, `statements.ndjson`, `summary.json`.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use proefles_records::xapi::{self, Actor, Platform, RunContext, Statement};
use proefles_review::Report;
use proefles_scenario::{Lang, Scenario};
use proefles_sim::replay::{
    FileDigest, PROGRAM_VERSION, Recorder, RunLog, Verified, VerifyError, events_ndjson, sha256_hex, verify,
};
use serde_json::json;
use uuid::Uuid;

/// The log in a run's folder.
pub const RUN_FILE: &str = "run.ron";
/// The files beside it, all of which it seals.
const BESIDE: [&str; 3] = ["events.ndjson", "statements.ndjson", "summary.json"];

/// Why a run's folder cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be written ({reason}): choose another folder, or make room", path.display())]
pub struct FolderError {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    pub reason: io::Error,
}

/// The statements of a run without a screen, taught by a policy or script. It counts as having just ended.
pub fn statements_of(run: &Recorder, registration: Uuid) -> Vec<Statement> {
    let scenario = Arc::clone(run.session().scenario());
    let context = RunContext::new(scenario, run.header(), registration, Actor::anonymous(), Platform::Headless);
    let lasted = |ticks: u32| SignedDuration::from_millis(i64::from(ticks) * 100);
    let now = Timestamp::now();
    let start = now.checked_sub(lasted(run.session().now())).unwrap_or(now);
    let at = |place: usize| start.checked_add(lasted(run.events()[place].tick)).unwrap_or(now);
    let left = run.session().outcome().is_none().then(|| (run.session().now(), now));
    xapi::statements_of(context, run.events(), at, left)
}

/// The files of a run by name, `run.ron` last: it seals the others.
pub fn run_files(run: &Recorder, statements: &[Statement]) -> Vec<(&'static str, Vec<u8>)> {
    let scenario = run.session().scenario();
    let mut files = vec![
        (BESIDE[0], events_ndjson(run.events(), scenario).into_bytes()),
        (BESIDE[1], Statement::lines(statements).into_bytes()),
        (BESIDE[2], summary(run, statements.len()).into_bytes()),
    ];
    let digest = |(name, bytes): &(&str, Vec<u8>)| FileDigest { name: (*name).to_owned(), sha256: sha256_hex(bytes) };
    let log = run.log(files.iter().map(digest).collect());
    files.push((RUN_FILE, log.to_text().into_bytes()));
    files
}

/// Checks a run's files, which `read` gives by name, against their scenario. No other names are asked for.
///
/// # Errors
/// The first thing that does not hold.
pub fn verify_files(scenario: &Arc<Scenario>, read: impl Fn(&str) -> Option<Vec<u8>>) -> Result<Verified, VerifyError> {
    let bytes = read(RUN_FILE).ok_or_else(|| VerifyError::Missing(RUN_FILE.to_owned()))?;
    let text = String::from_utf8(bytes).map_err(|_| VerifyError::Unreadable("it is not text any more".to_owned()))?;
    let log = RunLog::parse_sealed(&text)?;
    if let Some(name) = BESIDE.iter().find(|name| !log.files.iter().any(|file| file.name == **name)) {
        return Err(VerifyError::Unsealed((*name).to_owned()));
    }
    let verified = verify(&text, scenario, |name| BESIDE.contains(&name).then(|| read(name)).flatten())?;
    let run = &verified.run;
    if !is_of_this_program(run) {
        return Ok(verified);
    }
    let bytes = |name: &str| read(name).ok_or_else(|| VerifyError::Missing(name.to_owned()));
    let statements = bytes(BESIDE[1])?;
    let lines = statements.iter().filter(|byte| **byte == b'\n').count();
    if !xapi::follow_from(run, &statements) {
        return Err(VerifyError::Untrue(BESIDE[1].to_owned()));
    }
    if bytes(BESIDE[2])? != summary(run, lines).as_bytes() {
        return Err(VerifyError::Untrue(BESIDE[2].to_owned()));
    }
    Ok(verified)
}

/// Whether a run was made by this version of the program. Another may word statements and summary otherwise, so these
/// can then only be told to be as they were sealed.
pub fn is_of_this_program(run: &Recorder) -> bool {
    run.header().program == PROGRAM_VERSION
}

/// The report of a run in its own language, or another.
fn report(run: &Recorder, lang: Option<Lang>) -> Report {
    let header = run.header();
    let scenario = run.session().scenario();
    let lang = lang.or_else(|| Lang::from_code(&header.lang)).unwrap_or(scenario.languages[0]);
    Report::new(scenario, run.events(), header.seed, &header.taught_by, lang)
}

/// The review of a run as a page.
pub fn review_html(run: &Recorder, lang: Option<Lang>) -> String {
    proefles_review::html::page(&report(run, lang))
}

fn summary(run: &Recorder, statements: usize) -> String {
    let header = run.header();
    let report = report(run, None);
    let outcome = run.session().outcome().map(|outcome| {
        json!({
            "ending": run.session().scenario().endings[outcome.ending.index()].name,
            "passed": outcome.passed,
            "broken_off": outcome.broken_off,
            "score_permille": outcome.score_permille,
            "on_task_permille": outcome.on_task_permille,
        })
    });
    let value = json!({
        "format": 1,
        "program": header.program,
        "rules": header.rules,
        "scenario": header.scenario,
        "version": header.version,
        "digest": header.digest,
        "seed": header.seed,
        "lang": header.lang,
        "registration": header.registration,
        "taught_by": header.taught_by,
        "end_tick": run.session().now(),
        "final_hash": format!("{:016x}", run.session().hash()),
        "outcome": outcome,
        "competences": report.competences,
        "indicators": report.indicators,
        "suggestions": report.suggestions,
        "counts": { "events": run.events().len(), "commands": run.commands().len(), "statements": statements },
    });
    format!("{value:#}\n")
}

/// Writes files into a folder, which is made if it is not there. Each appears whole or not at all, and none of them if
/// there is no room for all: an earlier run in the folder is then as it was.
///
/// # Errors
/// [`FolderError`] for the first that cannot be written.
pub fn write_files(dir: &Path, files: &[(&str, Vec<u8>)]) -> Result<(), FolderError> {
    let fail = |path: PathBuf| move |reason| FolderError { path, reason };
    let part = |name: &str| dir.join(format!("{name}.part"));
    std::fs::create_dir_all(dir).map_err(fail(dir.to_owned()))?;
    for (name, bytes) in files {
        if let Err(reason) = write_through(&part(name), bytes) {
            for (name, _) in files {
                // What was not yet begun cannot be removed, and need not be.
                std::fs::remove_file(part(name)).ok();
            }
            return Err(FolderError { path: dir.join(name), reason });
        }
    }
    for (name, _) in files {
        std::fs::rename(part(name), dir.join(name)).map_err(fail(dir.join(name)))?;
    }
    Ok(())
}

/// Writes a file and waits until the disk has it.
fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
