//! `proeflesctl run`.

use std::str::FromStr;

use proefles_sim::{Outcome, Policy};
use serde_json::json;
use uuid::Uuid;

use super::{language, load};
use crate::args::{Format, Run};
use crate::{Ended, Teacher, output, read_script, run_files, statements_of, teach, write_files};

pub fn run(args: &Run) -> Result<Ended, String> {
    let scenario = load(&args.scenario)?;
    let lang = args.lang.as_deref().map_or(Ok(scenario.languages[0]), language)?;
    if !scenario.languages.contains(&lang) {
        let has: Vec<&str> = scenario.languages.iter().map(|lang| lang.code()).collect();
        return Err(format!("the lesson is not there in \"{}\"; choose {}", lang.code(), has.join(" or ")));
    }
    let teacher = match (&args.policy, &args.script) {
        (Some(name), _) => Teacher::Policy(Policy::from_str(name).map_err(|error| error.to_string())?),
        (None, Some(path)) => Teacher::Script(read_script(path, &scenario).map_err(|error| error.to_string())?),
        (None, None) => return Err("say who teaches: --policy NAME or --script FILE".to_owned()),
    };
    let mut taught = teach(scenario.clone(), args.seed, lang, teacher);
    let registration = Uuid::new_v4();
    taught.run.set_registration(registration.to_string());
    let statements = statements_of(&taught.run, registration);
    let files = run_files(&taught.run, &statements);
    write_files(&args.record, &files).map_err(|error| error.to_string())?;
    let session = taught.run.session();
    let hash = format!("{:016x}", session.hash());
    let outcome = session.outcome();
    let ending = outcome.map(|outcome| scenario.endings[outcome.ending.index()].name.clone());
    match args.format {
        Format::Json => output::json(&json!({
            "record": args.record.display().to_string(),
            "final_hash": hash,
            "end_tick": session.now(),
            "ending": ending,
            "passed": outcome.map(|outcome| outcome.passed),
            "broken_off": outcome.map(|outcome| outcome.broken_off),
            "score_permille": outcome.map(|outcome| outcome.score_permille),
            "on_task_permille": outcome.map(|outcome| outcome.on_task_permille),
        })),
        Format::Human => {
            output::line(match outcome {
                Some(outcome) => format!(
                    "ending {}: {}; score {} %, on task {} %",
                    ending.unwrap_or_default(),
                    match outcome {
                        Outcome { broken_off: true, .. } => "broken off",
                        Outcome { passed: true, .. } => "passed",
                        _ => "not passed",
                    },
                    outcome.score_permille / 10,
                    outcome.on_task_permille / 10,
                ),
                None if session.paused() => {
                    "the script paused the lesson and did not resume it: there is no ending".to_owned()
                }
                None => "the lesson stood still at a decision that nobody took: there is no ending".to_owned(),
            });
            output::line(format!("final hash {hash}; the run lies in {}", args.record.display()));
        }
    }
    Ok(if taught.is_complete { Ended::Well } else { Ended::FoundProblems })
}
