//! What is kept of a lesson that was broken off.

use std::path::Path;
use std::sync::Arc;

use proefles_cli::{run_files, statements_of};
use proefles_records::xapi::Statement;
use proefles_scenario::{Lang, load_path};
use proefles_sim::replay::Recorder;
use proefles_sim::{Policy, TeacherCommand};
use serde_json::Value;
use uuid::Uuid;

/// The verbs of the statements in order, and the summary's outcome.
fn kept(end_at: u32) -> (Vec<String>, Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenario/tests/fixtures/small.scenario.ron");
    let scenario = Arc::new(load_path(&path).scenario.unwrap());
    let mut run = Recorder::new(scenario, 3, Lang::En, "expert");
    while run.session().outcome().is_none() {
        for command in Policy::Expert.act(run.session()) {
            run.apply(command).ok();
        }
        if run.session().now() == end_at {
            run.apply(TeacherCommand::EndLesson).unwrap();
        }
        run.tick();
    }
    let statements = statements_of(&run, Uuid::nil());
    let verb = |statement: &Statement| {
        let value: Value = serde_json::from_str(&statement.json).unwrap();
        value["verb"]["display"]["en"].as_str().unwrap().to_owned()
    };
    let files = run_files(&run, &statements);
    let (_, summary) = files.iter().find(|(name, _)| *name == "summary.json").unwrap();
    let summary: Value = serde_json::from_slice(summary).unwrap();
    (statements.iter().map(verb).collect(), summary["outcome"].clone())
}

#[test]
fn a_run_that_was_broken_off_is_terminated_and_not_judged() {
    let (verbs, outcome) = kept(700);
    assert_eq!((&outcome["broken_off"], &outcome["passed"]), (&Value::Bool(true), &Value::Bool(false)));
    assert_eq!(verbs.last().map(String::as_str), Some("terminated"));
    assert!(
        !verbs.iter().any(|verb| ["completed", "passed", "failed", "scored"].contains(&verb.as_str())),
        "{verbs:?}"
    );
    let (verbs, outcome) = kept(u32::MAX);
    assert_eq!(outcome["broken_off"], Value::Bool(false));
    assert_eq!(verbs.last().map(String::as_str), Some("terminated"));
    assert_eq!(verbs.iter().filter(|verb| *verb == "completed" || *verb == "passed").count(), 2, "{verbs:?}");
}
