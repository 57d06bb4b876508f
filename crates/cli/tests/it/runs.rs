//! A run from teaching to review, through the program alone.

use std::fs;

use proefles_records::xapi::Statement;
use proefles_records::{RunRow, Store};
use proefles_sim::replay::RunLog;
use serde_json::json;
use uuid::Uuid;

use crate::support::{ctl, run_args, small, small_in};

/// The teacher of the small lesson whom the application's tests have too.
const SCRIPT: &str = include_str!("../../../scenario/tests/fixtures/small.script.ron");

#[test]
fn a_run_leaves_four_files_that_hold_and_can_be_reviewed() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("deep/run");
    let run = ctl(run_args(&dir)).ends(0);
    assert!(run.out.starts_with("ending "), "{run:?}");
    let mut names: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["events.ndjson", "run.ron", "statements.ndjson", "summary.json"]);
    let summary: serde_json::Value = serde_json::from_slice(&fs::read(dir.join("summary.json")).unwrap()).unwrap();
    let hash = summary["final_hash"].as_str().unwrap();
    assert!(run.out.contains(hash), "{run:?}");
    assert_eq!((summary["seed"].as_u64(), summary["taught_by"].as_str()), (Some(1), Some("expert")));

    let at = |args: &[&str]| [args, &["--scenario", small().to_str().unwrap()]].concat().join("\n");
    let verify = |args: &[&str]| ctl(at(args).split('\n'));
    let said = verify(&["verify", dir.to_str().unwrap()]).ends(0);
    assert!(said.out.starts_with("the run holds: "), "{said:?}");
    let said = verify(&["verify", dir.to_str().unwrap(), "--format", "json"]).ends(0);
    assert_eq!(said.json()["holds"], json!(true));

    let page = place.path().join("review.html");
    for (lang, attribute) in [("nl", "lang=\"nl\""), ("en", "lang=\"en\"")] {
        let said = verify(&["review", dir.to_str().unwrap(), "--out", page.to_str().unwrap(), "--lang", lang]).ends(0);
        assert!(said.out.contains("review.html"), "{said:?}");
        let html = fs::read_to_string(&page).unwrap();
        assert!(html.starts_with("<!DOCTYPE html>") && html.contains(attribute), "{}", &html[..200]);
    }
}

#[test]
fn a_changed_run_is_a_problem_and_not_a_failure() {
    let dir = tempfile::tempdir().unwrap();
    ctl(run_args(dir.path())).ends(0);
    let verify = |format: &str| {
        ctl(["verify", dir.path().to_str().unwrap(), "--scenario", small().to_str().unwrap(), "--format", format])
    };
    for name in ["events.ndjson", "statements.ndjson", "summary.json", "run.ron"] {
        let file = dir.path().join(name);
        let true_bytes = fs::read(&file).unwrap();
        let mut bytes = true_bytes.clone();
        bytes[true_bytes.len() / 2] ^= 1;
        fs::write(&file, bytes).unwrap();
        let said = verify("human").ends(1);
        assert!(said.out.contains(name), "{said:?}");
        assert_eq!(verify("json").ends(1).json()["holds"], json!(false));
        fs::remove_file(&file).unwrap();
        let said = verify("human").ends(if name == "run.ron" { 2 } else { 1 });
        assert!(format!("{}{}", said.out, said.err).contains(name), "{said:?}");
        fs::write(&file, true_bytes).unwrap();
    }
    verify("human").ends(0);
    let other = small_in(dir.path(), |text| text.replace("minutes: 2", "minutes: 3"));
    let said = ctl(["verify", dir.path().to_str().unwrap(), "--scenario", other.to_str().unwrap()]).ends(1);
    assert!(said.out.contains("the run was of small 1.0.0"), "{said:?}");
}

#[test]
fn a_run_of_other_rules_is_called_that_and_can_still_be_reviewed() {
    let dir = tempfile::tempdir().unwrap();
    ctl(run_args(dir.path())).ends(0);
    let path = dir.path().join("run.ron");
    let mut log = RunLog::parse(&fs::read_to_string(&path).unwrap()).unwrap();
    log.header.rules += 1;
    log.hashes[1] = "0".repeat(16);
    fs::write(&path, log.to_text()).unwrap();
    let at = |args: &[&str]| ctl([args, &["--scenario", small().to_str().unwrap()]].concat());
    let (run, page) = (dir.path().to_str().unwrap(), dir.path().join("review.html"));
    let words = format!("made with rules {}, this program has {}", log.header.rules, log.header.rules - 1);
    let said = at(&["verify", run]).ends(1);
    assert!(said.out.contains(&words) && said.out.contains("cannot be replayed"), "{said:?}");
    let said = at(&["review", run, "--out", page.to_str().unwrap()]).ends(0);
    assert!(said.err.contains("not of what was played") && said.err.contains(&words), "{said:?}");
    log.header.rules -= 1;
    fs::write(&path, log.to_text()).unwrap();
    let said = at(&["review", run, "--out", page.to_str().unwrap()]).ends(0);
    assert!(said.err.contains("another state at second 2"), "{said:?}");
}

#[test]
fn json_is_all_there_is_on_standard_output() {
    let dir = tempfile::tempdir().unwrap();
    let hash = |seed: &str, lang: &str| {
        let more = ["--seed", seed, "--lang", lang, "--format", "json"].map(str::to_owned);
        let said = ctl(run_args(dir.path()).into_iter().chain(more)).ends(0);
        assert_eq!(said.err, "");
        let result = said.json();
        for field in ["record", "final_hash", "end_tick", "ending", "passed", "score_permille", "on_task_permille"] {
            assert!(!result[field].is_null(), "{field} in {result}");
        }
        result["final_hash"].as_str().unwrap().to_owned()
    };
    let first = hash("5", "nl");
    assert_eq!(first, hash("5", "en"), "the language does not touch the lesson");
    assert_ne!(first, hash("6", "nl"), "the seed does");
    let log = fs::read_to_string(dir.path().join("run.ron")).unwrap();
    assert!(log.contains("seed: 6") && log.contains("lang: \"nl\""), "{log}");
}

#[test]
fn a_script_teaches_and_its_log_teaches_the_same_again() {
    let place = tempfile::tempdir().unwrap();
    let script = place.path().join("teach.ron");
    let teach = |name: &str| {
        let dir = place.path().join(name);
        let args =
            ["run", small().to_str().unwrap(), "--script", script.to_str().unwrap(), "--record"].map(str::to_owned);
        ctl(args.into_iter().chain([dir.display().to_string()])).ends(0);
        (fs::read(dir.join("events.ndjson")).unwrap(), fs::read_to_string(dir.join("run.ron")).unwrap())
    };
    fs::write(&script, SCRIPT).unwrap();
    let (events, log) = teach("first");
    let from = log.find("commands: [").unwrap();
    let commands = &log[from..log.find("hashes: [").unwrap()];
    assert!(commands.contains("tick: 90"), "{commands}");
    fs::write(&script, format!("(format: 1, {commands})")).unwrap();
    assert!(events == teach("second").0, "the same commands gave other events");
}

#[test]
fn a_lesson_that_does_not_end_is_broken_off_and_kept() {
    let place = tempfile::tempdir().unwrap();
    let lesson = small_in(place.path(), |text| {
        text.replace(
            "id: \"cable\",\n            prompt",
            "id: \"cable\",\n            stops_class: true,\n            prompt",
        )
    });
    let (lesson, dir) = (lesson.to_str().unwrap(), place.path().join("run"));
    let script = place.path().join("teach.ron");
    for (commands, expected) in [
        ("(tick: 9, command: Wait)", "stood still at a decision"),
        ("(tick: 9, command: Pause)", "paused the lesson and did not resume it"),
    ] {
        fs::write(&script, format!("(format: 1, commands: [{commands}])")).unwrap();
        let (script, dir) = (script.to_str().unwrap(), dir.to_str().unwrap());
        let said = ctl(["run", lesson, "--script", script, "--record", dir]).ends(1);
        assert!(said.out.contains(expected), "{said:?}");
        ctl(["verify", dir, "--scenario", lesson]).ends(0);
    }
}

#[test]
fn layout_is_checked_changed_and_then_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let lesson = small_in(place.path(), |text| text.replace("    minutes: 2,", "minutes:2,"));
    let untidy = fs::read(&lesson).unwrap();
    let folder = place.path().to_str().unwrap();
    let said = ctl(["fmt", "--check", folder]).ends(1);
    assert!(said.out.contains("small.scenario.ron: would change\n"), "{said:?}");
    assert_eq!(fs::read(&lesson).unwrap(), untidy, "--check changes nothing");
    #[cfg(unix)]
    {
        // Through a link, what it leads to is laid out.
        let link = place.path().join("link.ron");
        std::os::unix::fs::symlink(&lesson, &link).unwrap();
        ctl(["fmt", link.to_str().unwrap()]).ends(0);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
    ctl(["fmt", folder]).ends(0);
    assert_eq!(fs::read_to_string(&lesson).unwrap(), fs::read_to_string(small()).unwrap());
    let said = ctl(["fmt", "--check", folder]).ends(0);
    assert_eq!(said.out, "files: 3, changed: 0\n");
}

#[test]
fn records_are_exported_line_by_line() {
    let place = tempfile::tempdir().unwrap();
    let (profile, out) = (place.path().join("profile"), place.path().join("out/all.ndjson"));
    let export = || {
        let (profile, out) = (profile.to_str().unwrap(), out.to_str().unwrap());
        ctl(["records", "export", "--profile-dir", profile, "--out", out, "--format", "json"])
    };
    let said = export().ends(2);
    assert!(said.err.contains("play a lesson first") && said.out.is_empty(), "{said:?}");
    assert!(!profile.exists(), "looking for records leaves nothing behind");
    let lines = ["{\"n\":1}", "{\"n\":2}"].map(str::to_owned);
    let (mut store, _) = Store::open(&profile).unwrap();
    let registration = Uuid::new_v4();
    let text = String::new;
    store
        .start_run(&RunRow {
            registration,
            scenario: "small".into(),
            version: text(),
            lang: text(),
            seed: 1,
            taught_by: text(),
            started: text(),
        })
        .unwrap();
    let statements = lines.clone().map(|json| Statement { id: Uuid::now_v7(), json });
    store.append(registration, &statements).unwrap();
    drop(store);
    let said = export().ends(0).json();
    assert_eq!((&said["statements"], &said["cut_off_runs"]), (&json!(2), &json!(1)));
    assert_eq!(fs::read_to_string(&out).unwrap(), lines.join("\n") + "\n");

    let damaged = [b"no database at all ".as_slice(); 300].concat();
    fs::write(profile.join("records.sqlite3"), &damaged).unwrap();
    let said = export().ends(1);
    let aside = said.json()["put_aside"].as_str().unwrap().to_owned();
    assert!(said.err.contains(&aside), "{said:?}");
    assert_eq!(fs::read(aside).unwrap(), damaged, "what is damaged is kept");
}
