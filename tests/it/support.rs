//! A headless application on the small lesson, with a profile of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use proefles::app::{AppConfig, Classroom, NoticeLevel, Notices, Screen, Shell};
use proefles::session::ClassroomSession;
use proefles_scenario::{Lang, Scenario, load_path};
use tempfile::TempDir;

/// More updates than anything here takes: a test that needs them hangs.
const MOST_UPDATES: usize = 2_000_000;

/// Teaches the small lesson.
pub const SCRIPT: &str = include_str!("../../crates/scenario/tests/fixtures/small.script.ron");

/// A folder for profile and records, and the configuration that uses it.
pub struct Place {
    dir: PathBuf,
    /// Removes the folder at the end, if it is of this place alone.
    _own: Option<TempDir>,
    pub config: AppConfig,
}

impl Place {
    /// A place whose application opens the small lesson in English.
    pub fn new() -> Self {
        let own = tempfile::tempdir().unwrap();
        let place = Self::at(own.path());
        Self { _own: Some(own), ..place }
    }

    /// The same in a folder that is there already, and stays.
    pub fn at(dir: &Path) -> Self {
        let config = AppConfig {
            shell: Shell::Logic,
            scenario: Some(small().display().to_string()),
            lang: Some(Lang::En),
            seed: Some(7),
            profile_dir: Some(dir.join("profile")),
            record: Some(dir.join("run")),
            ..AppConfig::default()
        };
        Self { dir: dir.to_owned(), _own: None, config }
    }

    /// A path in this place.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    /// Writes a file, and the folders above it.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Reads a file as text.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The application, before its first update.
    pub fn app(&self) -> App {
        let mut app = proefles::build_app(self.config.clone());
        app.finish();
        app.cleanup();
        app
    }

    /// The application in its briefing, with one tick an update from now on.
    pub fn app_in_briefing(&self) -> App {
        let mut app = self.app();
        update_until(&mut app, |world| is_in(world, Classroom::Briefing));
        app.insert_resource(TimeUpdateStrategy::FixedTimesteps(1));
        app
    }
}

/// The small lesson.
pub fn small() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/scenario/tests/fixtures/small.scenario.ron")
}

/// Puts the small lesson with its texts into a place, changed by `change`.
pub fn small_in(place: &Place, change: impl Fn(String) -> String) -> PathBuf {
    for lang in ["nl", "en"] {
        let name = format!("small.{lang}.ron");
        place.write(&name, std::fs::read(small().with_file_name(&name)).unwrap());
    }
    place.write("small.scenario.ron", change(std::fs::read_to_string(small()).unwrap()))
}

/// The small lesson, read.
pub fn small_scenario() -> Arc<Scenario> {
    Arc::new(load_path(&small()).scenario.unwrap())
}

/// Updates until something holds.
pub fn update_until(app: &mut App, holds: impl Fn(&World) -> bool) {
    for _ in 0..MOST_UPDATES {
        app.update();
        if holds(app.world()) {
            return;
        }
        std::thread::yield_now();
    }
    panic!("it never held; the notices are {:?}", app.world().resource::<Notices>().list());
}

/// Updates until the application ends.
pub fn run(app: &mut App) -> AppExit {
    for _ in 0..MOST_UPDATES {
        app.update();
        if let Some(exit) = app.should_exit() {
            return exit;
        }
        std::thread::yield_now();
    }
    panic!("it never ended; the notices are {:?}", app.world().resource::<Notices>().list());
}

/// Some updates.
pub fn updates(app: &mut App, count: usize) {
    for _ in 0..count {
        app.update();
    }
}

/// Goes to a state of the lesson.
pub fn go(app: &mut App, state: Classroom) {
    app.world_mut().resource_mut::<NextState<Classroom>>().set(state);
    app.update();
}

pub fn is_in(world: &World, state: Classroom) -> bool {
    world.get_resource::<State<Classroom>>().is_some_and(|at| *at.get() == state)
}

pub fn screen(world: &World) -> Screen {
    *world.resource::<State<Screen>>().get()
}

/// The tick of the lesson.
pub fn now(app: &App) -> u32 {
    app.world().resource::<ClassroomSession>().session().now()
}

/// English texts of the notices of a level.
pub fn notices(app: &App, level: NoticeLevel) -> Vec<String> {
    let list = app.world().resource::<Notices>().list();
    list.iter().filter(|notice| notice.level == level).map(|notice| notice.text.en.clone()).collect()
}
