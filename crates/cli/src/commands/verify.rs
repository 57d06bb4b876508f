//! `proeflesctl verify`.

use std::path::Path;

use proefles_sim::replay::{RunLog, VerifyError, verify};
use serde_json::json;

use super::find;
use crate::args::{Format, Verify};
use crate::{Ended, output};

/// The files that a run's folder must have beside `run.ron`.
const FILES: [&str; 3] = ["events.ndjson", "statements.ndjson", "summary.json"];

/// The text of a run log.
pub(super) fn read_log(dir: &Path) -> Result<String, String> {
    let path = dir.join("run.ron");
    let bytes =
        std::fs::read(&path).map_err(|error| format!("{}: {error}; name the folder of a run", path.display()))?;
    String::from_utf8(bytes).map_err(|_| format!("{} was changed: it is not text any more", path.display()))
}

pub fn run(args: &Verify) -> Result<Ended, String> {
    let verdict = match read_log(&args.dir) {
        Err(message) if !args.dir.join("run.ron").is_file() => return Err(message),
        Err(message) => Err(message),
        Ok(text) => check(args, &text)?,
    };
    match (&verdict, args.format) {
        (Ok(text), Format::Human) => output::line(text),
        (Err(text), Format::Human) => output::line(format!("{}: {text}", args.dir.display())),
        (_, Format::Json) => {
            output::json(&json!({ "holds": verdict.is_ok(), "message": verdict.clone().unwrap_or_else(|e| e) }))
        }
    }
    Ok(if verdict.is_ok() { Ended::Well } else { Ended::FoundProblems })
}

/// What holds, or what does not.
fn check(args: &Verify, text: &str) -> Result<Result<String, String>, String> {
    let log = match RunLog::parse(text) {
        Ok(log) => log,
        Err(message) => return Ok(Err(VerifyError::Unreadable(message).to_string())),
    };
    if log.to_text() != text {
        return Ok(Err(VerifyError::Seal.to_string()));
    }
    if let Some(missing) = FILES.iter().find(|name| !log.files.iter().any(|file| file.name == **name)) {
        return Ok(Err(format!("run.ron does not seal {missing}")));
    }
    let scenario = find(&log.header.scenario, args.scenario.as_ref())?;
    let read = |name: &str| FILES.contains(&name).then(|| std::fs::read(args.dir.join(name)).ok()).flatten();
    Ok(match verify(text, &scenario, read) {
        Ok(verified) => Ok(format!(
            "the run holds: {} commands replayed, {} states and {} events as logged",
            verified.commands, verified.hashes, verified.events
        )),
        Err(error) => Err(error.to_string()),
    })
}
