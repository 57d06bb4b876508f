//! How fast the simulation ticks: against real time, against the size of the class, and what a copy costs.
//!
//! Criterion measures the parts; the table before it is what the project promises, as ratios.

#![expect(clippy::print_stdout, reason = "a bench reports to its reader")]

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use proefles_scenario::{Point, Pose, Scenario, Seat, StudentId, TICKS_PER_SECOND, load_path};
use proefles_sim::{Policy, Session};

/// Lesson seconds of one measurement.
const LESSON_SECS: u32 = 540;

fn lesson() -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/network-down.scenario.ron");
    let loaded = load_path(&path);
    loaded.scenario.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

/// The lesson with so many students: the roster repeated over a larger floor.
fn class_of(count: usize) -> Arc<Scenario> {
    let columns = 6;
    let seats = (0..count).map(|at| {
        let (column, row) = ((at % columns) as i32, (at / columns) as i32);
        let at = Point::new(-3000 + column * 1200, 1000 - row * 1300);
        Seat { name: format!("S{row}-{column}"), pose: Pose { at, yaw_deg: 0 } }
    });
    Arc::new(lesson().with_class(count, seats.collect()))
}

/// Seconds of the fastest of a few whole lessons, with the number of ticks.
fn whole_lesson(scenario: &Arc<Scenario>, policy: Option<Policy>) -> (f64, u32) {
    let runs = (0..5).map(|seed| {
        let mut session = Session::new(Arc::clone(scenario), seed);
        let mut events = Vec::new();
        let began = Instant::now();
        while session.outcome().is_none() && session.now() < LESSON_SECS * TICKS_PER_SECOND {
            for command in policy.map_or_else(Vec::new, |policy| policy.act(&session)) {
                session.apply(command).ok();
            }
            session.tick();
            session.move_events(&mut events);
            events.clear();
        }
        (began.elapsed().as_secs_f64(), session.now())
    });
    runs.min_by(|a, b| a.0.total_cmp(&b.0)).expect("five runs")
}

/// Allocations in a minute of a steady lesson, and bytes that a further student adds to a session.
fn memory() {
    let mut events = Vec::with_capacity(100_000);
    // Without the author's beats: what is left is the class alone.
    let mut quiet = (*class_of(200)).clone();
    quiet.beats.clear();
    let mut session = Session::new(Arc::new(quiet), 1);
    let mut run = |session: &mut Session, ticks: u32| {
        for _ in 0..ticks {
            session.tick();
            session.move_events(&mut events);
        }
    };
    run(&mut session, 1200);
    let minute = allocation_counter::measure(|| run(&mut session, 600));
    println!("allocations in a steady minute of 200 students: {}", minute.count_total);
    let bytes = |count| {
        let scenario = class_of(count);
        let made = allocation_counter::measure(|| drop(black_box(Session::new(Arc::clone(&scenario), 1))));
        made.bytes_max as f64
    };
    println!("memory per student: {:.0} bytes", (bytes(400) - bytes(200)) / 200.0);
}

fn table() {
    println!("one core of this machine; absolute times mean little elsewhere");
    for policy in [None, Some(Policy::Typical), Some(Policy::Expert)] {
        let (secs, ticks) = whole_lesson(&Arc::new(lesson()), policy);
        let lesson_secs = f64::from(ticks) / f64::from(TICKS_PER_SECOND);
        let by = policy.map_or("nobody", Policy::name);
        println!(
            "24 students taught by {by:8}: {:>9.0} ticks/s, {:>6.0} x real time",
            f64::from(ticks) / secs,
            lesson_secs / secs
        );
    }
    let mut per_student = Vec::new();
    let (secs, ticks) = whole_lesson(&Arc::new(lesson()), Some(Policy::Typical));
    println!("a lesson of 10 minutes taught by typical: {:.1} ms", secs * 6e6 / f64::from(ticks));
    let (secs, ticks) = whole_lesson(&class_of(200), None);
    println!("200 students: {:.0} x real time", f64::from(ticks) / f64::from(TICKS_PER_SECOND) / secs);
    memory();
    for count in [10, 30, 100, 300, 1000] {
        let (secs, ticks) = whole_lesson(&class_of(count), None);
        let micros = secs * 1e6 / f64::from(ticks) / count as f64;
        per_student.push(micros);
        println!("{count:5} students: {micros:.3} us per student and tick");
    }
    let growth = per_student.last().expect("five sizes") / per_student[1];
    println!("cost per student of 1000 against 30: x {growth:.2}");
}

fn parts(criterion: &mut Criterion) {
    table();
    let mut session = Session::new(Arc::new(lesson()), 1);
    (0..2000).for_each(|_| session.tick());
    session.take_events();
    criterion.bench_function("clone 24 students", |bench| bench.iter(|| black_box(session.clone())));
    criterion.bench_function("hash 24 students", |bench| bench.iter(|| black_box(session.hash())));
    criterion.bench_function("tick 24 students", |bench| {
        bench.iter_batched_ref(
            || session.clone(),
            |session| {
                session.tick();
                black_box(session.student(StudentId(0)).attention)
            },
            criterion::BatchSize::SmallInput,
        )
    });
}

criterion_group!(benches, parts);
criterion_main!(benches);
