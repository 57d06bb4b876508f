//! The repository keeps its architecture's rules: what `cargo xtask tidy` checks, as a test.

use std::path::Path;

#[test]
fn the_repository_is_tidy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let report = xtask::tidy::check(&root).expect("the repository can be read");
    let findings: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
    assert!(report.files > 20, "only {} files were found", report.files);
}
