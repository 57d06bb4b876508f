//! The store: what it keeps, and what it keeps under faults.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proefles_records::xapi::Statement;
use proefles_records::{Ending, Records, RunRow, Store, StoreError};
use uuid::Uuid;

fn run_row(registration: Uuid) -> RunRow {
    RunRow {
        registration,
        scenario: "quiz".into(),
        version: "1.0.0".into(),
        lang: "nl".into(),
        seed: 7,
        taught_by: "teacher".into(),
        started: "2026-01-01T10:00:00Z".into(),
    }
}

fn example(name: &str) -> PathBuf {
    let deps = std::env::current_exe().unwrap();
    deps.parent().and_then(Path::parent).unwrap().join("examples").join(name)
}

#[test]
fn kill_9_loses_no_confirmed_statement_and_the_next_start_says_what_it_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(example("write_until_killed"))
        .arg(folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .expect("cargo builds examples before tests");
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut confirmed: Vec<String> = lines.by_ref().take(25).map(Result::unwrap).collect();
    child.kill().unwrap();
    confirmed.extend(lines.map_while(Result::ok));
    child.wait().unwrap();

    let (store, found) = Store::open(folder.path()).unwrap();
    let kept = store.statements(None).unwrap();
    for id in &confirmed {
        assert!(kept.iter().any(|line| line.contains(id.as_str())), "{id} was confirmed and is gone");
    }
    assert_eq!(found.cut_off.len(), 1);
    assert_eq!(found.cut_off[0].1, "kill");
    assert_eq!(found.cut_off[0].2, found.statements);
    store.mark_told().unwrap();
    drop(store);
    let (_, again) = Store::open(folder.path()).unwrap();
    assert!(again.cut_off.is_empty(), "told once, not again");
}

#[test]
fn a_damaged_store_is_put_aside_and_a_new_one_begun() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.sqlite3");
    std::fs::write(&path, [b"this is no database ".as_slice(); 300].concat()).unwrap();
    let (store, found) = Store::open(folder.path()).unwrap();
    let aside = found.put_aside.expect("the old file is kept");
    assert!(std::fs::read(&aside).unwrap().starts_with(b"this is no database"));
    assert_eq!(store.statements(None).unwrap().len(), 0);
}

#[test]
fn a_folder_that_is_a_file_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("profile");
    std::fs::write(&file, "").unwrap();
    let error = Store::open(&file).unwrap_err();
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
    assert!(error.to_string().contains("--profile-dir"), "{error}");
}

#[test]
fn a_store_of_a_later_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    drop(Store::open(folder.path()).unwrap());
    let raw = rusqlite::Connection::open(folder.path().join("records.sqlite3")).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    drop(raw);
    let error = Store::open(folder.path()).unwrap_err();
    assert!(matches!(error, StoreError::Newer { version: 99, .. }), "{error:?}");
}

#[test]
fn a_full_disk_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    store.cap_pages(12).unwrap();
    let mut records = Records::start(store).unwrap();
    let registration = Uuid::new_v4();
    records.start_run(run_row(registration));
    let big = "x".repeat(3000);
    let mut sent = Vec::new();
    for _ in 0..40 {
        let id = Uuid::now_v7();
        sent.push(id.to_string());
        records.append(registration, vec![Statement { id, json: format!("{{\"id\":\"{id}\",\"x\":\"{big}\"}}") }]);
    }
    while records.trouble().is_none() {
        std::thread::yield_now();
    }
    let trouble = records.trouble().unwrap();
    assert!(matches!(trouble.error, StoreError::Full { .. }), "{trouble:?}");
    assert!(!records.is_settled());
    let rescued = records.close().unwrap().expect("what did not fit is put elsewhere");
    let elsewhere = std::fs::read_to_string(&rescued).unwrap();
    std::fs::remove_file(&rescued).unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    let kept = store.statements(None).unwrap().concat();
    for id in sent {
        assert!(kept.contains(&id) != elsewhere.contains(&id), "{id} must be in exactly one place");
    }
}

#[test]
fn runs_are_summed_up_for_the_library() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    for (score, passed) in [(420, false), (810, true)] {
        let registration = Uuid::new_v4();
        store.start_run(&run_row(registration)).unwrap();
        let ended = "2026-01-01T10:09:00Z".into();
        let ending = Ending { ending: "saved".into(), passed, score_permille: score, on_task_permille: 700, ended };
        store.end_run(registration, &ending).unwrap();
    }
    let summary = store.summary("quiz").unwrap();
    assert_eq!((summary.runs, summary.best_score_permille, summary.passed), (2, Some(810), true));
    for taught_by in ["expert", "script"] {
        let driven = RunRow { taught_by: taught_by.into(), ..run_row(Uuid::new_v4()) };
        store.start_run(&driven).unwrap();
        let ended = "2026-01-01T10:09:00Z".into();
        let best = Ending { ending: "saved".into(), passed: true, score_permille: 1000, on_task_permille: 900, ended };
        store.end_run(driven.registration, &best).unwrap();
    }
    assert_eq!(store.summary("quiz").unwrap(), summary, "runs of policies and scripts are nobody's best");
    assert_eq!(store.summary("other").unwrap().runs, 0);
    let actor = store.actor().unwrap();
    assert_eq!(actor, store.actor().unwrap(), "the same teacher stays the same");
}

#[test]
fn a_run_that_was_left_is_not_cut_off_and_not_played_to_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    let left = run_row(Uuid::new_v4());
    store.start_run(&left).unwrap();
    store.start_run(&run_row(Uuid::new_v4())).unwrap();
    store.leave_run(left.registration, "2026-01-01T10:05:00Z").unwrap();
    assert_eq!(store.summary("quiz").unwrap().runs, 0);
    drop(store);
    let (_, found) = Store::open(folder.path()).unwrap();
    assert_eq!(found.cut_off.len(), 1, "the other one is");
}
