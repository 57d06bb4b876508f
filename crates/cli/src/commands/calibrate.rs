//! `proeflesctl calibrate`: the rules held against published statistics, and the page that says so.

use std::fmt::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use proefles_sim::RULES;
use proefles_sim::calibration::{Arm, Finding, Observations, Verdict, judge};
use serde_json::{Value, json};

use crate::args::{Calibrate, CalibrateFormat};
use crate::{Ended, output};

/// So many targets must be met for the rules to count as calibrated.
const ENOUGH: usize = 18;

pub fn run(args: &Calibrate) -> Result<Ended, String> {
    let findings = judge(&observe(args.lessons)?);
    match args.format {
        CalibrateFormat::Human => output::line(human(&findings, args.lessons).trim_end()),
        CalibrateFormat::Json => output::json(&machine(&findings, args.lessons)),
        CalibrateFormat::Markdown => output::line(page(&findings, args.lessons).trim_end()),
    }
    Ok(if met(&findings) >= ENOUGH { Ended::Well } else { Ended::FoundProblems })
}

/// Gives every lesson of every arm, on all cores. What is observed depends on the arm and the seed alone, so it does not
/// matter in which order the lessons end.
fn observe(lessons: u32) -> Result<Observations, String> {
    let seeds = |arm: Arm| 0..u64::from(arm.lessons(lessons));
    let work: Vec<(Arm, u64)> = Arm::ALL.iter().flat_map(|&arm| seeds(arm).map(move |seed| (arm, seed))).collect();
    let next = AtomicUsize::new(0);
    let seen = Mutex::new(vec![None; work.len()]);
    let teach = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(&(arm, seed)) = work.get(at) else { return };
            let observed = arm.observe(seed);
            // Whoever panicked while holding the lock has failed the whole calibration.
            let Ok(mut seen) = seen.lock() else { return };
            seen[at] = Some(observed);
            output::progress("lessons", at + 1, work.len());
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(teach);
        }
    });
    let mut observations = Observations::new();
    let seen = seen.into_inner().map_err(|_| "a lesson of the calibration broke off")?;
    for ((arm, seed), observed) in work.iter().zip(seen) {
        let observed = observed.ok_or_else(|| format!("the lesson {arm:?} with seed {seed} was not given"))?;
        observations.entry(*arm).or_default().push(observed);
    }
    Ok(observations)
}

fn met(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.verdict == Verdict::Met).count()
}

fn verdict(of: Verdict) -> &'static str {
    match of {
        Verdict::Met => "met",
        Verdict::Missed => "missed",
        Verdict::NotMeasured => "not measured",
    }
}

/// The number, its interval and what it takes words to say.
fn found(finding: &Finding) -> String {
    let number = finding.found.map(|found| format!("{:.3} ({:.3} to {:.3})", found.mean, found.low, found.high));
    let detail = Some(finding.detail.clone()).filter(|detail| !detail.is_empty());
    number.into_iter().chain(detail).collect::<Vec<_>>().join("; ")
}

fn human(findings: &[Finding], lessons: u32) -> String {
    let mut text = String::new();
    for finding in findings {
        let Finding { id, what, band, source, .. } = finding;
        let mark = verdict(finding.verdict);
        // Writing to a string cannot fail.
        writeln!(text, "{id:4} {mark:12} {what}\n     found {}\n     band  {band} [{source}]", found(finding)).ok();
    }
    writeln!(text, "{} of {} targets met, {lessons} seeds, rules {RULES}", met(findings), findings.len()).ok();
    text
}

fn machine(findings: &[Finding], lessons: u32) -> Value {
    let targets: Vec<Value> = findings
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
    json!({ "rules": RULES, "seeds": lessons, "met": met(findings), "targets": targets })
}

/// `docs/CALIBRATION.md`.
fn page(findings: &[Finding], lessons: u32) -> String {
    let mut text = format!(
        "# Calibration\n\n\
         Made by `cargo run --release -p proefles_cli -- calibrate --lessons {lessons} --format markdown`, rules version \
         {RULES}. Do not edit by hand.\n\n\
         A class of 30 is taught a reference lesson of 45 minutes ({lessons} seeds for the typical teacher, a quarter of \
         them for every other lesson), and what it does is held against published observation. The bands and the reading \
         of their sources are those of the behaviour catalogue; intervals are 95 %, by the normal approximation.\n\n\
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
    text
}
