//! Lessons, runs and their statements.

use std::path::Path;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use proefles_records::xapi::{Actor, Platform, RunContext, Statement, statements_of};
use proefles_scenario::{Lang, Scenario, load_path};
use proefles_sim::Policy;
use proefles_sim::replay::Recorder;
use serde_json::Value;
use uuid::Uuid;

/// A lesson of the repository.
pub fn lesson(path: &str) -> Arc<Scenario> {
    let loaded = load_path(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path));
    Arc::new(loaded.scenario.unwrap_or_else(|| panic!("{path}: {:?}", loaded.diagnostics)))
}

/// The lesson that is shipped.
pub fn network_down() -> Arc<Scenario> {
    lesson("scenarios/network-down.scenario.ron")
}

/// A whole run by a policy.
pub fn taught(scenario: &Arc<Scenario>, policy: Policy, lang: Lang) -> Recorder {
    let mut run = Recorder::new(Arc::clone(scenario), 5, lang, policy.name());
    run.set_registration(Uuid::new_v4().to_string());
    while run.session().outcome().is_none() {
        for command in policy.act(run.session()) {
            run.apply(command).ok();
        }
        run.tick();
    }
    run
}

/// A context for a run.
pub fn context(run: &Recorder) -> RunContext {
    let registration = Uuid::parse_str(&run.header().registration).unwrap();
    let scenario = Arc::clone(run.session().scenario());
    RunContext::new(scenario, run.header(), registration, Actor::anonymous(), Platform::Headless)
}

/// The time of a tick in a lesson that begins at a fixed moment.
pub fn at(tick: u32) -> Timestamp {
    let start: Timestamp = "2026-11-02T09:00:00.123456Z".parse().unwrap();
    start + SignedDuration::from_millis(i64::from(tick) * 100)
}

/// The statements of a run.
pub fn told(run: &Recorder) -> Vec<Statement> {
    statements_of(context(run), run.events(), |place| at(run.events()[place].tick), None)
}

/// A statement as JSON.
pub fn parsed(statement: &Statement) -> Value {
    serde_json::from_str(&statement.json).unwrap()
}

/// The last part of a statement's verb.
pub fn verb(statement: &Value) -> &str {
    statement["verb"]["id"].as_str().unwrap().rsplit('/').next().unwrap()
}
