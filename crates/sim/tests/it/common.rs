//! Scenarios for the tests, and ways to teach them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use proefles_scenario::{Lang, Scenario, Source, load_path, load_sources};
use proefles_sim::replay::Recorder;
use proefles_sim::{Policy, Session, TeacherCommand};

/// A file of the repository.
pub fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// A lesson of the repository.
pub fn load(path: &str) -> Arc<Scenario> {
    let loaded = load_path(&file(path));
    Arc::new(loaded.scenario.unwrap_or_else(|| panic!("{path}: {:?}", loaded.diagnostics)))
}

static SMALL: LazyLock<Arc<Scenario>> = LazyLock::new(|| load("crates/scenario/tests/fixtures/small.scenario.ron"));

/// Six students, two decisions, two minutes.
pub fn small() -> Arc<Scenario> {
    Arc::clone(&SMALL)
}

/// The small scenario after replacing the first occurrence of each text by another.
pub fn bent(edits: &[(&str, &str)]) -> Arc<Scenario> {
    let read = |name: &str| {
        let path = file("crates/scenario/tests/fixtures").join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let mut main = read("small.scenario.ron");
    for (from, to) in edits {
        assert!(main.contains(from), "the small scenario has no {from:?}");
        main = main.replacen(from, to, 1);
    }
    let texts = ["small.nl.ron", "small.en.ron"].map(|name| Source::new(name, read(name)));
    let loaded = load_sources(Source::new("small.scenario.ron", main), &texts);
    Arc::new(loaded.scenario.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)))
}

/// The small scenario with these effects at its third second, and no other beat.
pub fn doing(effects: &str) -> Arc<Scenario> {
    bent(&[("    beats: [", &format!("    beats: [\n        Beat(id: \"test\", when: Time(3), then: [{effects}]),"))])
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
