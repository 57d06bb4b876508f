//! Picture tests: the application off-screen, held against golden pictures. Without a graphics adapter, even one in
//! software, they are skipped and counted.

#![expect(clippy::print_stdout, reason = "this is its own test harness, and its results go where libtest's go")]

mod bodies;
mod budgets;
mod compare;
mod compare_checks;
#[path = "../support/counts.rs"]
mod counts;
#[path = "../support/crowd.rs"]
mod crowd;
mod errand;
mod golden;
mod looks;
mod motions;
#[path = "../support/offscreen.rs"]
mod offscreen;
mod rooms;
mod runner;
mod shaders;
#[path = "../support/shot.rs"]
mod shot;
mod studio;
mod walk;
mod wheelchair;

use std::alloc::System;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use bevy::tasks::{ComputeTaskPool, TaskPoolBuilder};
use runner::Runner;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use studio::Studio;

/// Counts what all threads take from the heap.
#[global_allocator]
static HEAP: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Threads that share a frame's work: as many on every machine, because each takes memory of its own.
const THREADS: usize = 2;

fn main() -> ExitCode {
    ComputeTaskPool::get_or_init(|| TaskPoolBuilder::new().num_threads(THREADS).build());
    let checks = compare_checks::CHECKS;
    let names = checks
        .iter()
        .map(|(name, _)| *name)
        .chain(walk::NAMES)
        .chain(errand::NAMES)
        .chain(rooms::NAMES)
        .chain(motions::names())
        .chain(looks::NAMES)
        .chain(wheelchair::NAMES)
        .chain(shaders::NAMES)
        .chain(budgets::NAMES);
    let Some(mut run) = Runner::new(names, std::env::args().skip(1)) else { return ExitCode::SUCCESS };
    for (name, check) in checks {
        run.check(name, || {
            check();
            Ok(())
        });
    }
    let walked = catch_unwind(AssertUnwindSafe(|| {
        let wanted = |run: &Runner, names: &[&str]| names.iter().any(|name| run.wants(name));
        let (walks, errand) = (wanted(&run, &walk::NAMES), wanted(&run, &errand::NAMES));
        let looks = wanted(&run, &looks::NAMES);
        let (rolls, shaders) = (wanted(&run, &wheelchair::NAMES), wanted(&run, &shaders::NAMES));
        if walks || errand || looks || rolls || shaders {
            let Some(mut studio) = Studio::open() else { return run.skip_rest("no graphics adapter") };
            if walks {
                walk::walk(&mut run, &mut studio);
            }
            if errand {
                errand::run(&mut run, &mut studio);
            }
            if looks || shaders {
                looks::enter(&mut studio);
            }
            if looks {
                looks::look(&mut run, &mut studio);
            }
            if rolls {
                wheelchair::run(&mut run, &mut studio);
            }
            if shaders {
                shaders::look(&mut run, &mut studio);
            }
        }
        if wanted(&run, &rooms::NAMES) && !rooms::look(&mut run) {
            run.skip_rest("no graphics adapter");
        }
        if motions::names().any(|name| run.wants(name)) && !motions::show(&mut run) {
            run.skip_rest("no graphics adapter");
        }
        if wanted(&run, &budgets::NAMES) && !budgets::measure(&mut run) {
            run.skip_rest("no graphics adapter");
        }
    }));
    run.finish(
        walked.err().map(|panic| format!("the walk through the application broke off: {}", runner::said(&*panic))),
    )
}
