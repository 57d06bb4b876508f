//! A run's folder: `run.ron`, `events.ndjson`, `statements.ndjson`, `summary.json`.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use proefles_records::xapi::{Actor, Mapper, Platform, RunContext};
use proefles_review::Report;
use proefles_scenario::{Lang, Scenario};
use proefles_sim::Event;
use proefles_sim::replay::{FileDigest, Recorder, events_ndjson, sha256_hex};
use serde_json::json;
use uuid::Uuid;

/// Why a run's folder cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be written ({reason}): choose another folder, or make room", path.display())]
pub struct FolderError {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    pub reason: io::Error,
}

/// The statements of a run without a screen, as lines of JSON. It counts as having just ended.
pub fn statements_of(scenario: &Arc<Scenario>, events: &[Event], registration: Uuid, lang: Lang) -> Vec<String> {
    let actor = Actor { home_page: "https://proefles.example.org".to_owned(), name: registration.to_string() };
    let scenario = Arc::clone(scenario);
    let mut mapper = Mapper::new(RunContext { scenario, actor, registration, platform: Platform::Headless, lang });
    let length = events.last().map_or(0, |event| event.tick);
    let now = Timestamp::now();
    let statements = events.iter().flat_map(|event| {
        let ago = SignedDuration::from_millis(i64::from(length - event.tick) * 100);
        mapper.statements(event, now.checked_sub(ago).unwrap_or(now))
    });
    statements.map(|statement| statement.json).collect()
}

/// The files of a run by name, `run.ron` last: it seals the others.
pub fn run_files(run: &Recorder, statements: &[String]) -> Vec<(&'static str, Vec<u8>)> {
    let scenario = run.session().scenario();
    let lines = statements.iter().fold(String::new(), |text, line| text + line + "\n");
    let mut files = vec![
        ("events.ndjson", events_ndjson(run.events(), scenario).into_bytes()),
        ("statements.ndjson", lines.into_bytes()),
        ("summary.json", summary(run, statements.len()).into_bytes()),
    ];
    let digest = |(name, bytes): &(&str, Vec<u8>)| FileDigest { name: (*name).to_owned(), sha256: sha256_hex(bytes) };
    let log = run.log(files.iter().map(digest).collect());
    files.push(("run.ron", log.to_text().into_bytes()));
    files
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

/// Writes files into a folder, which is made if it is not there. Each appears whole or not at all.
///
/// # Errors
/// [`FolderError`] for the first that cannot be written.
pub fn write_files(dir: &Path, files: &[(&str, Vec<u8>)]) -> Result<(), FolderError> {
    let fail = |path: &Path| {
        let path = path.to_owned();
        move |reason| FolderError { path, reason }
    };
    std::fs::create_dir_all(dir).map_err(fail(dir))?;
    for (name, bytes) in files {
        let (path, part) = (dir.join(name), dir.join(format!("{name}.part")));
        std::fs::write(&part, bytes).map_err(fail(&path))?;
        std::fs::rename(&part, &path).map_err(fail(&path))?;
    }
    Ok(())
}
