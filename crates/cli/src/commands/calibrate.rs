//! `proeflesctl calibrate`: the rules held against published statistics, and the page that says so.

use std::fmt::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use proefles_sim::RULES;
use proefles_sim::calibration::{Arm, DeedFinding, Finding, Observations, Verdict, deed_count, judge, try_deed};
use serde_json::{Value, json};

use crate::args::{Calibrate, CalibrateFormat};
use crate::{Ended, output};

/// So many targets must be met for the rules to count as calibrated.
const ENOUGH: usize = 18;

/// So many pairs of runs show what a deed of the teacher changes.
const PAIRS: usize = 500;

/// Everything that was found.
struct Found {
    lessons: u32,
    targets: Vec<Finding>,
    deeds: Vec<DeedFinding>,
}

pub fn run(args: &Calibrate) -> Result<Ended, String> {
    let pairs = PAIRS.min(args.lessons as usize);
    let deeds = on_all_cores("deeds", (0..deed_count()).collect(), |&at| try_deed(at, pairs))?;
    let found = Found { lessons: args.lessons, targets: judge(&observe(args.lessons)?), deeds };
    match args.format {
        CalibrateFormat::Human => output::line(human(&found).trim_end()),
        CalibrateFormat::Json => output::json(&machine(&found)),
        CalibrateFormat::Markdown => output::line(page(&found).trim_end()),
    }
    let holds = met(&found.targets) >= ENOUGH && found.deeds.iter().all(|deed| deed.holds);
    Ok(if holds { Ended::Well } else { Ended::FoundProblems })
}

/// Gives every lesson of every arm.
fn observe(lessons: u32) -> Result<Observations, String> {
    let seeds = |arm: Arm| 0..u64::from(arm.lessons(lessons));
    let work: Vec<(Arm, u64)> = Arm::ALL.iter().flat_map(|&arm| seeds(arm).map(move |seed| (arm, seed))).collect();
    let seen = on_all_cores("lessons", work.clone(), |&(arm, seed)| arm.observe(seed))?;
    let mut observations = Observations::new();
    for ((arm, _), observed) in work.into_iter().zip(seen) {
        observations.entry(arm).or_default().push(observed);
    }
    Ok(observations)
}

/// Does a pure function to each of some things, on all cores; the results stand in the order of the things.
fn on_all_cores<T: Sync, R: Send>(what: &str, things: Vec<T>, does: impl Fn(&T) -> R + Sync) -> Result<Vec<R>, String> {
    let next = AtomicUsize::new(0);
    let results: Vec<Mutex<Option<R>>> = things.iter().map(|_| Mutex::new(None)).collect();
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let (Some(thing), Some(result)) = (things.get(at), results.get(at)) else { return };
            let done = does(thing);
            // Nobody else writes here, so the lock is never poisoned.
            if let Ok(mut result) = result.lock() {
                *result = Some(done);
            }
            output::progress(what, at + 1, things.len());
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let results: Option<Vec<R>> = results.into_iter().map(|result| result.into_inner().ok().flatten()).collect();
    results.ok_or_else(|| format!("the {what} were not all done"))
}

fn met(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.verdict == Verdict::Met).count()
}

fn verdict(of: Verdict) -> &'static str {
    match of {
        Verdict::Met => "met",
        Verdict::Missed => "missed",
    }
}

/// The number, its interval and what it takes words to say.
fn found(finding: &Finding) -> String {
    let number = finding.found.map(|found| format!("{:.3} ({:.3} to {:.3})", found.mean, found.low, found.high));
    let detail = Some(finding.detail.clone()).filter(|detail| !detail.is_empty());
    number.into_iter().chain(detail).collect::<Vec<_>>().join("; ")
}

fn human(all: &Found) -> String {
    let mut text = String::new();
    for finding in &all.targets {
        let Finding { id, what, band, source, .. } = finding;
        let mark = verdict(finding.verdict);
        // Writing to a string cannot fail.
        writeln!(text, "{id:4} {mark:12} {what}\n     found {}\n     band  {band} [{source}]", found(finding)).ok();
    }
    for deed in &all.deeds {
        let mark = if deed.holds { "holds" } else { "does not hold" };
        writeln!(text, "{:34} {mark}: {:+.3} {} (z {:.1})", deed.deed, deed.difference.mean, deed.measure, deed.z).ok();
    }
    let (met, of, lessons) = (met(&all.targets), all.targets.len(), all.lessons);
    let holding = all.deeds.iter().filter(|deed| deed.holds).count();
    writeln!(text, "targets met: {met} of {of}; deeds as published: {holding} of {}", all.deeds.len()).ok();
    writeln!(text, "{lessons} seeds, rules {RULES}").ok();
    text
}

fn machine(all: &Found) -> Value {
    let targets: Vec<Value> = all
        .targets
        .iter()
        .map(|finding| {
            json!({
                "id": finding.id,
                "what": finding.what,
                "value": finding.found.map(|found| found.mean),
                "interval_95": finding.found.map(|found| [found.low, found.high]),
                "detail": finding.detail,
                "band": finding.band,
                "source": finding.source,
                "verdict": verdict(finding.verdict),
            })
        })
        .collect();
    let deeds: Vec<Value> = all
        .deeds
        .iter()
        .map(|deed| {
            json!({
                "deed": deed.deed,
                "measure": deed.measure,
                "difference": deed.difference.mean,
                "interval_95": [deed.difference.low, deed.difference.high],
                "pairs": deed.pairs,
                "source": deed.source,
                "holds": deed.holds,
            })
        })
        .collect();
    json!({ "rules": RULES, "seeds": all.lessons, "met": met(&all.targets), "targets": targets, "deeds": deeds })
}

/// `docs/CALIBRATION.md`.
fn page(all: &Found) -> String {
    let Found { lessons, targets: findings, deeds } = all;
    let mut text = format!(
        "# Calibration\n\n\
         Made by `cargo run --release -p proefles_cli -- calibrate --lessons {lessons} --format markdown`, rules version \
         {RULES}. Do not edit by hand.\n\n\
         A class of 30 is taught a reference lesson of 45 minutes ({lessons} seeds for the typical teacher, a quarter of \
         them for every other lesson), and what it does is held against published observation. The bands and the reading \
         of their sources are those of the behaviour catalogue; intervals are 95 %, by the normal approximation; PROP marks a \
         band of ours.\n\n\
         **A fit is not a validation.** The numbers of the rules were chosen so that most of these statistics land in \
         their bands. A validation would compare lessons that were not used for the fit: observers code real lessons and \
         simulated ones by the same scheme without knowing which are which, and the two agree in level, in course and in \
         how they answer to what the teacher does. Flemish and Dutch secondary classes have not been observed for this.\n\n\
         {} of {} targets are met.\n\n\
         | target | what | found (95 %) | band | source | verdict |\n|---|---|---|---|---|---|\n",
        met(findings),
        findings.len()
    );
    for finding in findings {
        let Finding { id, what, band, source, .. } = finding;
        writeln!(text, "| {id} | {what} | {} | {band} | {source} | {} |", found(finding), verdict(finding.verdict))
            .ok();
    }
    text.push_str(
        "\n## What each deed of the teacher changes\n\nPairs of runs with common random numbers: the same lesson and seed \
         up to a moment, then once with the deed and once without. The direction is that of the literature (keys as in \
         [BEHAVIOUR.md](BEHAVIOUR.md)); it holds where p < .01, one-sided.\n\n\
         | deed | measured | with less without (95 %) | pairs | source | holds |\n|---|---|---|---|---|---|\n",
    );
    for finding in deeds {
        let DeedFinding { deed, measure, difference, pairs, source, holds, .. } = finding;
        let (mean, low, high) = (difference.mean, difference.low, difference.high);
        let holds = if *holds { "yes" } else { "no" };
        writeln!(text, "| {deed} | {measure} | {mean:+.3} ({low:+.3} to {high:+.3}) | {pairs} | {source} | {holds} |")
            .ok();
    }
    text
}
