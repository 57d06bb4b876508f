//! The rules held against published statistics, on a sample; `proeflesctl calibrate` does it with a thousand lessons.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use proefles_sim::calibration::{Arm, Observations, Verdict, deed_count, judge, try_deed};

/// Lessons of the typical teacher in the sample.
const LESSONS: u32 = 64;
/// Pairs of runs for each deed.
const PAIRS: usize = 60;

/// Results of a pure function for `0..count`, on two threads.
fn both<R: Send>(count: usize, does: impl Fn(usize) -> R + Sync) -> Vec<R> {
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= count {
                        return;
                    }
                    let result = does(at);
                    done.lock().unwrap_or_else(PoisonError::into_inner).push((at, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[test]
fn what_the_class_does_lies_in_the_published_bands() {
    let work: Vec<(Arm, u64)> =
        Arm::ALL.iter().flat_map(|&arm| (0..u64::from(arm.lessons(LESSONS))).map(move |seed| (arm, seed))).collect();
    let seen = both(work.len(), |at| work[at].0.observe(work[at].1));
    let mut observations = Observations::new();
    for ((arm, _), observed) in work.iter().zip(seen) {
        observations.entry(*arm).or_default().push(observed);
    }
    let findings = judge(&observations);
    assert_eq!(findings.len(), 20);
    let missed: Vec<_> = findings.iter().filter(|finding| finding.verdict != Verdict::Met).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn every_deed_changes_the_class_as_the_literature_says() {
    let findings = both(deed_count(), |at| try_deed(at, PAIRS));
    let failing: Vec<_> = findings.iter().filter(|finding| !finding.holds).collect();
    assert!(findings.len() >= 20 && failing.is_empty(), "{failing:#?}");
}

#[test]
fn a_lesson_is_observed_the_same_every_time() {
    assert_eq!(Arm::Devices.observe(5), Arm::Devices.observe(5));
    assert_ne!(Arm::Devices.observe(5), Arm::Devices.observe(6));
}
