//! Runs checks one after another and tells of them as libtest does, so that tools that read its output read ours.
//!
//! libtest itself gives every test a thread and an application of its own; a renderer in each would take minutes.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

/// What became of the checks.
pub struct Runner {
    filters: Vec<String>,
    excluded: Vec<String>,
    is_exact: bool,
    /// Names that were asked for and have not been reported yet.
    open: BTreeSet<&'static str>,
    passed: usize,
    failed: Vec<(&'static str, String)>,
    skipped: usize,
    filtered_out: usize,
}

impl Runner {
    /// A runner of these checks, of which the arguments choose: parts of names, `--exact`, `--skip PART`. `None` when the
    /// arguments only wanted a list. What else libtest knows (`--nocapture`, `--test-threads`) changes nothing here.
    pub fn new(names: impl IntoIterator<Item = &'static str>, mut args: impl Iterator<Item = String>) -> Option<Self> {
        let (mut filters, mut excluded, mut is_exact, mut lists) = (Vec::new(), Vec::new(), false, false);
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--exact" => is_exact = true,
                "--list" => lists = true,
                "--skip" => excluded.extend(args.next()),
                "--test-threads" | "--format" | "--color" | "--logfile" => drop(args.next()),
                // There are none of these: as with libtest, nothing is run.
                "--ignored" => excluded.push(String::new()),
                option if option.starts_with('-') => {}
                _ => filters.push(arg),
            }
        }
        let mut runner = Self {
            filters,
            excluded,
            is_exact,
            open: BTreeSet::new(),
            passed: 0,
            failed: Vec::new(),
            skipped: 0,
            filtered_out: 0,
        };
        let names: Vec<&'static str> = names.into_iter().collect();
        let (chosen, left): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| runner.chooses(name));
        if lists {
            chosen.iter().for_each(|name| println!("{name}: test"));
            return None;
        }
        println!("\nrunning {} tests", chosen.len());
        runner.filtered_out = left.len();
        runner.open = chosen.into_iter().collect();
        Some(runner)
    }

    fn chooses(&self, name: &str) -> bool {
        let fits = |filter: &String| if self.is_exact { name == filter } else { name.contains(filter.as_str()) };
        (self.filters.is_empty() || self.filters.iter().any(fits)) && !self.excluded.iter().any(fits)
    }

    /// Whether a check is wanted and has not been reported yet.
    pub fn wants(&self, name: &str) -> bool {
        self.open.contains(name)
    }

    /// Whether everything that was wanted has been reported.
    pub fn is_done(&self) -> bool {
        self.open.is_empty()
    }

    /// Makes a check, if it is wanted. A panic fails it as an error does.
    pub fn check(&mut self, name: &'static str, check: impl FnOnce() -> Result<(), String>) {
        if !self.open.remove(name) {
            return;
        }
        match catch_unwind(AssertUnwindSafe(check)).unwrap_or_else(|panic| Err(said(&*panic))) {
            Ok(()) => {
                println!("test {name} ... ok");
                self.passed += 1;
            }
            Err(reason) => self.fail(name, reason),
        }
    }

    /// Skips everything that is still wanted, and counts it.
    pub fn skip_rest(&mut self, reason: &str) {
        let open = std::mem::take(&mut self.open);
        if open.is_empty() {
            return;
        }
        for name in &open {
            println!("test {name} ... ignored, {reason}");
        }
        self.skipped += open.len();
        println!("skipped: {reason} ({} picture tests)", open.len());
    }

    fn fail(&mut self, name: &'static str, reason: String) {
        println!("test {name} ... FAILED");
        self.failed.push((name, reason));
    }

    /// Sums up. What was wanted and never came is a failure: `broke_off` says why, if it is known.
    pub fn finish(mut self, broke_off: Option<String>) -> ExitCode {
        let reason =
            broke_off.unwrap_or_else(|| "the walk through the application does not come to this check".to_owned());
        for name in std::mem::take(&mut self.open) {
            self.fail(name, reason.clone());
        }
        if !self.failed.is_empty() {
            println!("\nfailures:");
            self.failed.iter().for_each(|(name, reason)| println!("\n---- {name} ----\n{reason}"));
        }
        let word = if self.failed.is_empty() { "ok" } else { "FAILED" };
        println!(
            "\ntest result: {word}. {} passed; {} failed; {} ignored; 0 measured; {} filtered out\n",
            self.passed,
            self.failed.len(),
            self.skipped,
            self.filtered_out
        );
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(101) }
    }
}

/// What a panic said.
pub fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("it panicked").to_owned()
}
