//! Scenarios for the tests, and ways to teach them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use proefles_scenario::{Lang, Scenario, load_path};
use proefles_sim::replay::Recorder;
use proefles_sim::{Policy, Session, TeacherCommand};

/// A file of the repository.
pub fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn load(path: &str) -> Arc<Scenario> {
    let loaded = load_path(&file(path));
    Arc::new(loaded.scenario.unwrap_or_else(|| panic!("{path}: {:?}", loaded.diagnostics)))
}

static SMALL: LazyLock<Arc<Scenario>> = LazyLock::new(|| load("crates/scenario/tests/fixtures/small.scenario.ron"));

/// Six students, two decisions, two minutes.
pub fn small() -> Arc<Scenario> {
    Arc::clone(&SMALL)
}

/// A whole run by a policy.
pub fn taught(scenario: Arc<Scenario>, seed: u64, policy: Policy) -> Recorder {
    let mut run = Recorder::new(scenario, seed, Lang::Nl, policy.name());
    while run.session().outcome().is_none() {
        for command in policy.act(run.session()) {
            run.apply(command).ok();
        }
        run.tick();
    }
    run
}

/// A session after so many ticks without a teacher.
pub fn left_alone(scenario: &Arc<Scenario>, seed: u64, ticks: u32) -> Session {
    let mut session = Session::new(Arc::clone(scenario), seed);
    (0..ticks).for_each(|_| session.tick());
    session
}

/// Applies a command that must be possible.
pub fn does(session: &mut Session, command: TeacherCommand) {
    session.apply(command).unwrap_or_else(|refused| panic!("{command:?}: {refused}"));
}
