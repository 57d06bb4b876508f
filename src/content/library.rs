//! The lessons that were found, and which one is chosen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::prelude::*;
use bevy::tasks::{IoTaskPool, Task, futures::check_ready};
use proefles_scenario::{SUFFIX, Scenario, discover, load_path, render_human};

use crate::app::{AppConfig, InstallRoot, NoticeLevel, Notices, Profile, Said, Screen};

/// One file of the library.
#[derive(Debug, Clone)]
pub struct LibraryEntry {
    /// The file.
    pub path: PathBuf,
    /// The lesson, unless its file has errors.
    pub scenario: Option<Arc<Scenario>>,
    /// What is wrong with the file, each with its source line; empty if nothing is.
    pub problems: Vec<String>,
}

/// The lessons that were found, in the order of their files.
#[derive(Resource, Debug, Default)]
pub struct Library {
    /// The files.
    pub entries: Vec<LibraryEntry>,
}

/// The lesson that will be, or is being, given. Set it, then go to `Screen::Loading`.
#[derive(Resource, Debug, Default)]
pub struct SelectedScenario(pub Option<Arc<Scenario>>);

/// Reading goes on.
#[derive(Resource)]
struct Reading(Task<Vec<LibraryEntry>>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Library>()
        .init_resource::<SelectedScenario>()
        .add_systems(OnEnter(Screen::Boot), start_reading)
        .add_systems(Update, finish_reading.run_if(in_state(Screen::Boot)));
}

fn read_entry(path: PathBuf) -> LibraryEntry {
    let loaded = load_path(&path);
    let problems = loaded
        .diagnostics
        .iter()
        .map(|problem| render_human(std::slice::from_ref(problem), &loaded.sources, false))
        .collect();
    LibraryEntry { path, scenario: loaded.scenario.map(Arc::new), problems }
}

/// A file that was named, whatever its name; otherwise nothing.
fn named_file(scenario: &str) -> Option<PathBuf> {
    let path = Path::new(scenario);
    let is_file = scenario.ends_with(SUFFIX) || path.extension().is_some() || path.components().count() > 1;
    (is_file || path.is_file()).then(|| path.to_owned())
}

fn start_reading(mut commands: Commands, config: Res<AppConfig>, root: Res<InstallRoot>, profile: Res<Profile>) {
    let named = config.scenario.as_deref().and_then(named_file);
    let folders = [root.scenarios(), profile.dir().join("scenarios")];
    let task = IoTaskPool::get().spawn(async move {
        let found = folders.iter().flat_map(|folder| discover(folder));
        named.into_iter().chain(found).map(read_entry).collect()
    });
    commands.insert_resource(Reading(task));
}

fn finish_reading(
    mut commands: Commands,
    mut reading: ResMut<Reading>,
    mut library: ResMut<Library>,
    mut selected: ResMut<SelectedScenario>,
    mut notices: ResMut<Notices>,
    config: Res<AppConfig>,
    mut next: ResMut<NextState<Screen>>,
    mut exit: MessageWriter<AppExit>,
) {
    let Some(entries) = check_ready(&mut reading.0) else { return };
    commands.remove_resource::<Reading>();
    let choice = choose(&config, &entries);
    library.entries = entries;
    match choice {
        Choice::None => next.set(Screen::Title),
        Choice::Lesson(scenario) => {
            selected.0 = Some(scenario);
            next.set(Screen::Loading);
        }
        Choice::Problem(text) => {
            notices.push(NoticeLevel::Error, text);
            if config.shell.is_live() {
                next.set(Screen::Library);
            } else {
                exit.write(AppExit::error());
            }
        }
    }
}

/// What the arguments choose.
enum Choice {
    None,
    Lesson(Arc<Scenario>),
    Problem(Said),
}

fn choose(config: &AppConfig, entries: &[LibraryEntry]) -> Choice {
    let Some(asked) = &config.scenario else {
        // A policy or script without a lesson gives the first one that comes with the program.
        return match entries.iter().find_map(|entry| entry.scenario.clone()) {
            Some(scenario) if config.is_driven() => Choice::Lesson(scenario),
            None if config.is_driven() => Choice::Problem(no_lesson()),
            _ => Choice::None,
        };
    };
    if named_file(asked).is_some() {
        // It was read first.
        return match entries.first() {
            Some(LibraryEntry { scenario: Some(scenario), .. }) => Choice::Lesson(scenario.clone()),
            Some(entry) => Choice::Problem(broken(&entry.path, &entry.problems)),
            None => Choice::Problem(unknown(asked, entries)),
        };
    }
    match entries.iter().filter_map(|entry| entry.scenario.as_ref()).find(|scenario| scenario.id == *asked) {
        Some(scenario) => Choice::Lesson(scenario.clone()),
        None => Choice::Problem(unknown(asked, entries)),
    }
}

fn broken(path: &Path, problems: &[String]) -> Said {
    let (path, problems) = (path.display(), problems.join("\n"));
    Said::new(
        format!("De les {path} kan niet gegeven worden:\n{problems}"),
        format!("The lesson {path} cannot be given:\n{problems}"),
    )
}

fn unknown(asked: &str, entries: &[LibraryEntry]) -> Said {
    let known: Vec<&str> =
        entries.iter().filter_map(|entry| entry.scenario.as_ref()).map(|scenario| scenario.id.as_str()).collect();
    let known = if known.is_empty() { "–".to_owned() } else { known.join(", ") };
    Said::new(
        format!(
            "Er is geen les \"{asked}\". Gevonden: {known}. Geef een bestand dat eindigt op {SUFFIX}, of een van deze namen."
        ),
        format!(
            "There is no lesson \"{asked}\". Found: {known}. Give a file that ends in {SUFFIX}, or one of these names."
        ),
    )
}

fn no_lesson() -> Said {
    Said::new(
        format!("Er is geen les gevonden. Geef een bestand dat eindigt op {SUFFIX}."),
        format!("No lesson was found. Give a file that ends in {SUFFIX}."),
    )
}
