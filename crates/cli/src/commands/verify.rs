//! `proeflesctl verify`.

use std::io::ErrorKind;
use std::sync::Arc;

use proefles_scenario::Scenario;
use proefles_sim::replay::{RunLog, VerifyError};
use serde_json::json;

use super::find;
use crate::args::{Format, Verify};
use crate::{Ended, RUN_FILE, is_of_this_program, output, read_bytes, read_text, verify_files};

pub fn run(args: &Verify) -> Result<Ended, String> {
    let verdict = match log_of(args)? {
        Ok(log) => check(args, &find(&log.header.scenario, args.scenario.as_ref())?),
        Err(error) => Err(error.to_string()),
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

/// The log, or why it does not hold; an error if there is none to look at.
fn log_of(args: &Verify) -> Result<Result<RunLog, VerifyError>, String> {
    let path = args.dir.join(RUN_FILE);
    match read_text(&path) {
        Ok(text) => Ok(RunLog::parse_sealed(&text)),
        Err(error) if matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::FileTooLarge) => {
            Ok(Err(VerifyError::Unreadable(error.to_string())))
        }
        Err(error) => Err(format!("{}: {error}; name the folder of a run", path.display())),
    }
}

/// What holds, or what does not.
fn check(args: &Verify, scenario: &Arc<Scenario>) -> Result<String, String> {
    let verified = verify_files(scenario, |name| read_bytes(&args.dir.join(name)).ok()).map_err(|e| e.to_string())?;
    let rest = if is_of_this_program(&verified.run) {
        "statements and summary follow from them".to_owned()
    } else {
        format!("statements and summary are as version {} of the program sealed them", verified.run.header().program)
    };
    Ok(format!(
        "the run holds: {} commands replayed, {} states and {} events as logged; {rest}",
        verified.commands, verified.hashes, verified.events
    ))
}
