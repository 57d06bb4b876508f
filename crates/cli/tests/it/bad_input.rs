//! Files and disks as they should not be: a message that says what to do, no panic, nothing lost.

use std::fs;
use std::path::Path;

use crate::support::{ctl, run_args, small, small_in};
#[cfg(target_os = "linux")]
use crate::support::{program, shell};

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A scenario that cannot be used: `validate` and `run` say so with a code, and `fmt` leaves it as it is.
fn is_refused(file: &Path, code: &str) {
    let said = ctl(["validate", path(file), "--format", "json"]).ends(1);
    let found = said.json();
    assert!(found.as_array().unwrap().iter().any(|problem| problem["code"] == code), "{found} has no {code}");
    for problem in found.as_array().unwrap() {
        for field in ["severity", "file", "line", "column", "message", "help"] {
            assert!(problem.get(field).is_some(), "{field} is missing from {problem}");
        }
    }
    let record = tempfile::tempdir().unwrap();
    let record = record.path().join("run");
    let said = ctl(["run", path(file), "--policy", "expert", "--record", path(&record)]).ends(2);
    assert!(said.err.contains(code) && said.err.contains("cannot be used"), "{said:?}");
    assert!(!record.exists(), "nothing was run");
}

#[test]
fn scenarios_that_cannot_be_read_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    is_refused(&at("none.scenario.ron"), "SC0001");
    fs::write(at("empty.scenario.ron"), "").unwrap();
    is_refused(&at("empty.scenario.ron"), "SC0005");
    let bytes: Vec<u8> = (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    fs::write(at("binary.scenario.ron"), &bytes).unwrap();
    is_refused(&at("binary.scenario.ron"), "SC0006");
    fs::create_dir(at("folder.ron")).unwrap();
    fs::write(at("folder.ron/a.scenario.ron"), "Scenario(format: 99)").unwrap();
    is_refused(&at("folder.ron/a.scenario.ron"), "SC0209");
}

#[test]
fn every_cut_of_a_scenario_is_refused_and_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let file = small_in(dir.path(), |text| text);
    let text = fs::read_to_string(&file).unwrap();
    for at in (1..text.trim_end().len()).step_by(149) {
        fs::write(&file, &text[..at]).unwrap();
        let said = ctl(["validate", path(&file)]).ends(1);
        assert!(said.err.contains("error[SC0"), "cut at {at}: {said:?}");
        ctl(["fmt", path(&file)]);
        assert!(
            fs::read_to_string(&file).unwrap().starts_with(text[..at].split_at(at / 2).0.trim_end()),
            "cut at {at}"
        );
    }
}

#[test]
fn a_scenario_that_is_subtly_wrong_says_where_and_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let file = small_in(dir.path(), |text| text.replace("friends: [\"sam\"]", "friends: [\"sma\"]"));
    let said = ctl(["validate", path(&file)]).ends(1);
    assert!(said.err.contains("sma") && said.err.contains("\"sam\"") && said.err.contains("help: "), "{said:?}");
}

#[test]
fn a_record_folder_that_cannot_be_made_is_named() {
    let dir = tempfile::tempdir().unwrap();
    // Below a file no folder can be made, not even by root.
    fs::write(dir.path().join("file"), "").unwrap();
    let said = ctl(run_args(&dir.path().join("file/run"))).ends(2);
    assert!(said.err.contains("file/run cannot be written") && said.err.contains("choose another"), "{said:?}");
    let page = dir.path().join("file/page.html");
    ctl(run_args(&dir.path().join("run"))).ends(0);
    let run = dir.path().join("run");
    let said = ctl(["review", path(&run), "--out", path(&page), "--scenario", path(&small())]).ends(2);
    assert!(said.err.contains("choose another"), "{said:?}");
}

#[test]
fn a_folder_that_is_no_run_is_named() {
    let dir = tempfile::tempdir().unwrap();
    for command in ["verify", "review"] {
        let page = dir.path().join("page.html");
        let more: &[&str] = if command == "review" { &["--out", path(&page)] } else { &[] };
        let said = ctl([command, path(dir.path())].iter().chain(more)).ends(2);
        assert!(said.err.contains("run.ron") && said.err.contains("name the folder of a run"), "{said:?}");
    }
}

/// A gibibyte that takes no room on the disk.
#[cfg(target_os = "linux")]
fn huge(file: &Path) {
    fs::File::create(file).unwrap().set_len(1 << 30).unwrap();
}

#[test]
#[cfg(target_os = "linux")]
fn huge_files_are_refused_in_little_memory() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let small = small();
    huge(&at("huge.scenario.ron"));
    let limited = |command: &str| shell(&format!("ulimit -v 300000; exec \"$PROGRAM\" {command}"), dir.path());
    let said = limited("validate \"$1/huge.scenario.ron\"").ends(1);
    assert!(said.err.contains("at most 4 MiB are read"), "{said:?}");
    limited("fmt \"$1/huge.scenario.ron\"").ends(2);
    huge(&at("script.ron"));
    let run = format!("run '{}' --script \"$1/script.ron\" --record \"$1/run\"", small.display());
    let said = limited(&run).ends(2);
    assert!(said.err.contains("longer than 64 MiB"), "{said:?}");
    ctl(run_args(&at("run"))).ends(0);
    huge(&at("run/events.ndjson"));
    let said = limited(&format!("verify \"$1/run\" --scenario '{}'", small.display())).ends(1);
    assert!(said.out.contains("events.ndjson"), "{said:?}");
    huge(&at("run/run.ron"));
    limited(&format!("verify \"$1/run\" --scenario '{}'", small.display())).ends(1);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_the_run_before_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    ctl(run_args(dir.path())).ends(0);
    let before = fs::read(dir.path().join("run.ron")).unwrap();
    // The device that is always full takes the place of the third file.
    std::os::unix::fs::symlink("/dev/full", dir.path().join("summary.json.part")).unwrap();
    let said = ctl(run_args(dir.path()).into_iter().chain(["--seed".to_owned(), "9".to_owned()])).ends(2);
    assert!(said.err.contains("summary.json cannot be written") && said.err.contains("make room"), "{said:?}");
    assert_eq!(fs::read(dir.path().join("run.ron")).unwrap(), before);
    ctl(["verify", path(dir.path()), "--scenario", path(&small())]).ends(0);
    let names: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 4, "nothing unfinished is left: {names:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_nobody_can_read_is_a_failure_without_a_panic() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = program().args(["validate", path(&small())]).stdout(full).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("could not be written to standard output") && !said.contains("panicked"), "{said}");
    // Whoever closes the pipe has read enough.
    let said = shell("\"$PROGRAM\" validate \"$1\" --format json | true", &small()).ends(0);
    assert_eq!(said.err, "");
}
