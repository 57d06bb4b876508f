//! `cargo xtask tidy`: the architecture's rules, each a pure function from a file to findings.
//!
//! `cargo test` runs the same over the repository. A line, or the line above it, may carry
//! `tidy-allow(rule): reason` where a rule is wrong for once; exceptions are counted.

mod calls;
mod credits;
mod imports;
mod listed;
mod manifests;
mod repo;
mod rows;
mod rust;
mod sizes;
mod texts;

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use crate::Done;
use crate::report::{self, Failure};
use rust::RustFile;

/// Something a rule does not allow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// File, from the repository's root.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// The rule's name.
    pub rule: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

impl Finding {
    fn new(path: &str, line: usize, rule: &'static str, message: String) -> Self {
        Self { path: path.to_owned(), line, rule, message }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.path, self.line, self.rule, self.message)
    }
}

/// What a look at the whole repository gives.
pub struct Report {
    /// Findings in order of file and line.
    pub findings: Vec<Finding>,
    /// Files looked at.
    pub files: usize,
    /// Findings that a line allows, with its reason.
    pub allowed: usize,
}

/// Prints every finding; fails when there is one.
pub fn run(root: &Path) -> Done {
    let report = check(root)?;
    for finding in &report.findings {
        report::complain(&finding.to_string());
    }
    let found = report.findings.len();
    let summary = format!("tidy: {} files, {found} findings, {} allowed exceptions", report.files, report.allowed);
    report::say(&summary);
    if found == 0 {
        return Ok(());
    }
    Err(Failure::found(format!("{found} places break the architecture's rules"), "Each line above says what to do."))
}

/// Checks every file of the repository at `root`.
pub fn check(root: &Path) -> Result<Report, Failure> {
    let cannot = |path: &str, error: std::io::Error| {
        Failure::could_not(format!("{path} cannot be read: {error}"), "Check the file and its permissions.")
    };
    let files = repo::files(root).map_err(|error| cannot(&root.display().to_string(), error))?;
    let known: BTreeSet<&str> = files.iter().flat_map(|file| with_folders(file)).collect();
    let mut report = Report { findings: Vec::new(), files: files.len(), allowed: 0 };
    let (mut credits_text, mut manifests_text) = (None, String::new());
    for path in files.iter().filter(|path| is_text(path)) {
        let bytes = std::fs::read(root.join(path)).map_err(|error| cannot(path, error))?;
        let Ok(text) = String::from_utf8(bytes) else {
            report.findings.push(Finding::new(path, 1, "text", "not UTF-8; save it as UTF-8".to_owned()));
            continue;
        };
        for finding in check_file(path, &text, &|file| known.contains(file)) {
            if is_allowed(&text, &finding) {
                report.allowed += 1;
            } else {
                report.findings.push(finding);
            }
        }
        if path == credits::CREDITS {
            credits_text = Some(text);
        } else if path.starts_with("assets/manifests/") {
            manifests_text += &text;
        }
    }
    let assets: Vec<&str> = files.iter().map(String::as_str).filter(|path| path.starts_with("assets/")).collect();
    report.findings.extend(credits::check(&assets, credits_text.as_deref()));
    let mut all_bytes = 0;
    for path in assets {
        let bytes = std::fs::read(root.join(path)).map_err(|error| cannot(path, error))?;
        all_bytes += bytes.len() as u64;
        if listed::is_made(path) {
            report.findings.extend(listed::check(path, &bytes, &manifests_text));
        }
    }
    report.findings.extend(listed::budget(all_bytes));
    report.findings.sort();
    Ok(report)
}

/// A file and all folders it lies in.
fn with_folders(file: &str) -> impl Iterator<Item = &str> {
    file.match_indices('/').map(|(at, _)| &file[..at]).chain([file])
}

/// Whether the rules read the file, by its name.
fn is_text(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    matches!(extension, "rs" | "toml" | "md" | "py" | "wgsl" | "ron" | "ftl" | "sh" | "lock") || path == ".ci/run"
}

/// All rules for one file; `exists` knows the paths of the repository.
fn check_file(path: &str, text: &str, exists: &dyn Fn(&str) -> bool) -> Vec<Finding> {
    let mut findings = [texts::machine_paths(path, text), texts::registries(path, text)].concat();
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("rs") => findings.extend(check_rust(path, text)),
        Some("py" | "wgsl") => {
            findings.extend(sizes::file_length(path, text));
            findings.extend(texts::marks(path, text));
        }
        Some("toml") => findings.extend(manifests::check(path, text)),
        Some("md") => findings.extend(texts::links(path, text, exists)),
        _ => {}
    }
    findings
}

fn check_rust(path: &str, text: &str) -> Vec<Finding> {
    let mut findings =
        [sizes::file_length(path, text), sizes::opening_doc(path, text), texts::marks(path, text)].concat();
    match RustFile::new(path, text) {
        Ok(file) => {
            for rule in [imports::check, calls::repeatable, calls::finished, sizes::function_length] {
                findings.extend(rule(&file));
            }
        }
        Err((line, reason)) => {
            findings.push(Finding::new(path, line, "text", format!("not Rust: {reason}")));
        }
    }
    findings
}

/// Whether the finding's line or the one above says why the rule is wrong here.
fn is_allowed(text: &str, finding: &Finding) -> bool {
    let mark = format!("tidy-allow({}): ", finding.rule);
    let lines = text.lines().skip(finding.line.saturating_sub(2)).take(if finding.line > 1 { 2 } else { 1 });
    lines.filter_map(|line| line.split_once(&mark)).any(|(_, reason)| reason.trim().len() > 3)
}

#[cfg(test)]
mod testing {
    //! Trying a rule on a sample.

    use super::Finding;
    use super::rust::RustFile;

    fn findings(rule: impl Fn(&RustFile) -> Vec<Finding>, path: &str, text: &str) -> Vec<String> {
        let file = RustFile::new(path, text).unwrap_or_else(|(line, reason)| panic!("{path}:{line}: {reason}"));
        rule(&file).iter().map(Finding::to_string).collect()
    }

    /// The rule has nothing to say about the sample.
    pub fn clean(rule: impl Fn(&RustFile) -> Vec<Finding>, path: &str, text: &str) {
        assert_eq!(findings(rule, path, text), Vec::<String>::new());
    }

    /// The rule finds something whose line has `part`.
    pub fn found(rule: impl Fn(&RustFile) -> Vec<Finding>, path: &str, text: &str, part: &str) {
        let findings = findings(rule, path, text);
        assert!(findings.iter().any(|finding| finding.contains(part)), "{path}: {findings:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_shown_as_compilers_do() {
        let finding = Finding::new("src/a.rs", 7, "size", "too long".to_owned());
        assert_eq!(finding.to_string(), "src/a.rs:7: size: too long");
    }

    #[test]
    fn an_exception_needs_the_rule_and_a_reason() {
        let finding = Finding::new("a.rs", 2, "paths", String::new());
        assert!(is_allowed("// tidy-allow(paths): the system's own folder\nx", &finding));
        assert!(!is_allowed("// tidy-allow(paths): \nx", &finding));
        assert!(!is_allowed("// tidy-allow(size): a table\nx", &finding));
    }

    #[test]
    fn a_repository_is_checked_as_a_whole() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let write = |name: &str, text: &str| {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().expect("it has one")).expect("writable");
            std::fs::write(file, text).expect("writable");
        };
        write("src/rig/mod.rs", "//! The teacher's body.\nuse crate::ui::theme;\n");
        write("assets/bell.ogg", "sound");
        write("docs/A.md", "[the body](../src/rig) [nothing](B.md)\n");
        let report = check(folder.path()).expect("readable");
        let rules: Vec<&str> = report.findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["credits", "links", "rows"]);
        assert_eq!(report.files, 3);
    }
}
