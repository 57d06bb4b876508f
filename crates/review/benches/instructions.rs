//! The hot paths that need no engine, one for each run, for an instrument that counts instructions:
//! `cargo xtask bench instructions`. Without a name it lists them.
//!
//! Only what is done within [`counted`] counts: the instrument is told to begin and to end there.

#![expect(clippy::print_stdout, reason = "a bench reports to its reader")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use proefles_review::{Report, html};
use proefles_scenario::{Lang, Point, Pose, Scenario, Seat, Source, load_path, load_sources, read_file};
use proefles_sim::{Event, Policy, Session};

/// A class of a full room.
const CLASS: usize = 30;
/// A minute of the lesson, in ticks.
const MINUTE: u32 = 600;
/// By this tick the class has settled.
const SETTLED: u32 = 1200;
/// Every lesson here has this seed.
const SEED: u64 = 7;

/// By name: what prepares, and then does, something worth counting.
const WORK: [(&str, fn()); 5] = [
    ("scenario-read", read_scenario),
    ("class-of-30-minute", tick_class),
    ("typical-teacher-minute", teach),
    ("state-hash", hash_state),
    ("review-page", review),
];

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let Some(name) = std::env::args().skip(1).find(|arg| !arg.starts_with("--")) else {
        WORK.iter().for_each(|(name, _)| println!("{name}"));
        return ExitCode::SUCCESS;
    };
    let Some((_, work)) = WORK.iter().find(|(known, _)| *known == name) else {
        println!("there is no {name}");
        return ExitCode::from(2);
    };
    work();
    ExitCode::SUCCESS
}

/// Its name is what the instrument begins and ends at.
#[inline(never)]
fn counted<Out>(work: impl FnOnce() -> Out) -> Out {
    black_box(work())
}

fn read_scenario() {
    let main = source("");
    let texts = [source(".nl"), source(".en")];
    let loaded = counted(|| load_sources(main, &texts));
    assert!(loaded.scenario.is_some(), "{:?}", loaded.diagnostics);
}

/// A class that nobody teaches: the beats that the author wrote, and each student's step.
fn tick_class() {
    let mut session = Session::new(class(), SEED);
    (0..SETTLED).for_each(|_| session.tick());
    let mut events = session.take_events();
    counted(|| {
        for _ in 0..MINUTE {
            session.tick();
            session.move_events(&mut events);
        }
    });
}

/// The same minute under a teacher who looks, walks and acts.
fn teach() {
    let mut session = Session::new(class(), SEED);
    let mut events = Vec::new();
    lesson(&mut session, &mut events, SETTLED);
    counted(|| lesson(&mut session, &mut events, MINUTE));
}

/// What a run's log does once a second.
fn hash_state() {
    let mut session = Session::new(class(), SEED);
    (0..SETTLED).for_each(|_| session.tick());
    counted(|| session.hash());
}

/// The review of a whole lesson, as a page.
fn review() {
    let scenario = class();
    let mut session = Session::new(Arc::clone(&scenario), SEED);
    let mut events = Vec::new();
    lesson(&mut session, &mut events, 10 * MINUTE);
    let page = counted(|| html::page(&Report::new(&scenario, &events, SEED, "typical", Lang::En)));
    assert!(page.contains("</html>"), "a whole page");
}

/// Lets the policy teach for so many ticks, or until the lesson ends.
fn lesson(session: &mut Session, events: &mut Vec<Event>, ticks: u32) {
    for _ in 0..ticks {
        if session.outcome().is_some() {
            return;
        }
        for command in Policy::Typical.act(session) {
            // What a policy may not do now, it does not do.
            session.apply(command).ok();
        }
        session.tick();
        session.move_events(events);
    }
}

/// The shipped lesson with a full class: the roster repeated over a larger floor.
fn class() -> Arc<Scenario> {
    let loaded = load_path(&file(""));
    let lesson = loaded.scenario.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    let columns = 6;
    let seats = (0..CLASS).map(|at| {
        let (column, row) = ((at % columns) as i32, (at / columns) as i32);
        let at = Point::new(-3000 + column * 1200, 1000 - row * 1300);
        Seat { name: format!("S{row}-{column}"), pose: Pose { at, yaw_deg: 0 } }
    });
    Arc::new(lesson.with_class(CLASS, seats.collect()))
}

fn source(part: &str) -> Source {
    read_file(&file(part)).unwrap_or_else(|loaded| panic!("{:?}", loaded.diagnostics))
}

/// The lesson's file, or that of its texts in `.nl` or `.en`.
fn file(part: &str) -> PathBuf {
    let name = if part.is_empty() { "network-down.scenario.ron".to_owned() } else { format!("network-down{part}.ron") };
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios").join(name)
}
