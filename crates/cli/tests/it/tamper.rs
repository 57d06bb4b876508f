//! A log holds, and does not hold after any change of a byte.

use std::collections::BTreeMap;
use std::sync::Arc;

use proefles_cli::{RUN_FILE, run_files, statements_of, verify_files};
use proefles_scenario::{Lang, Scenario, load_path};
use proefles_sim::replay::{Recorder, RunLog, Script, replay, sha256_hex};
use uuid::Uuid;

use crate::support::small;

type Files = BTreeMap<&'static str, Vec<u8>>;

/// A run of six seconds, so that every byte of its log can have its turn.
const SCRIPT: &str = r#"(format: 1, commands: [
    (tick: 2, command: LookAt(Student("noor"))),
    (tick: 9, command: Move(x_mm: -120, z_mm: 2400, yaw_deg: 170)),
    (tick: 17, command: Praise(student: Some("sam"), specific: true)),
    (tick: 61, command: EndLesson),
])"#;

fn lesson() -> Arc<Scenario> {
    Arc::new(load_path(&small()).scenario.unwrap())
}

fn short_run(scenario: &Arc<Scenario>) -> Files {
    let script = Script::parse(SCRIPT, scenario).unwrap();
    let mut start = Recorder::new(Arc::clone(scenario), 3, Lang::En, "script");
    let registration = Uuid::new_v4();
    start.set_registration(registration.to_string());
    let run = replay(start, script, u32::MAX);
    assert_eq!((run.session().now(), run.commands().len()), (61, 4));
    let statements = statements_of(&run, registration);
    run_files(&run, &statements).into_iter().collect()
}

fn holds(files: &Files, scenario: &Arc<Scenario>) -> bool {
    verify_files(scenario, |name| files.get(name).cloned()).is_ok()
}

/// Every way in which a byte at a place is changed, taken out, or joined by another.
fn changes(bytes: &[u8], at: usize) -> Vec<(&'static str, Vec<u8>)> {
    let with = |new: u8| {
        let mut changed = bytes.to_vec();
        changed[at] = new;
        changed
    };
    let mut without = bytes.to_vec();
    without.remove(at);
    let joined = |new: u8| {
        let mut changed = bytes.to_vec();
        changed.insert(at, new);
        changed
    };
    let old = bytes[at];
    let other = match old {
        b'0'..=b'8' => old + 1,
        b'9' => b'0',
        b' ' => b'\t',
        b'\n' => b' ',
        b'a'..=b'z' => old.to_ascii_uppercase(),
        b'A'..=b'Z' => old.to_ascii_lowercase(),
        _ => b' ',
    };
    vec![
        ("one bit", with(old ^ 1)),
        ("the top bit", with(old ^ 0x80)),
        ("another sign of its kind", with(other)),
        ("taken out", without),
        ("a space more", joined(b' ')),
        ("a digit more", joined(b'0')),
    ]
}

fn check(name: &str, step: usize) {
    let scenario = lesson();
    let mut files = short_run(&scenario);
    assert!(holds(&files, &scenario), "a true log holds");
    let bytes = files[name].clone();
    for at in (0..bytes.len()).step_by(step) {
        for (what, changed) in changes(&bytes, at) {
            *files.get_mut(name).unwrap() = changed;
            assert!(!holds(&files, &scenario), "{name}: unseen at byte {at}: {what}");
        }
    }
    let ends = [bytes[..bytes.len() - 1].to_vec(), bytes[..bytes.len() / 2].to_vec(), Vec::new()];
    let more = [b"\n".as_slice(), b" ", b"\0", b"// a comment\n"].map(|more| [bytes.as_slice(), more].concat());
    for changed in ends.into_iter().chain(more) {
        *files.get_mut(name).unwrap() = changed;
        assert!(!holds(&files, &scenario), "{name}: unseen at its end");
    }
    *files.get_mut(name).unwrap() = [b"\xef\xbb\xbf", bytes.as_slice()].concat();
    assert!(!holds(&files, &scenario), "{name}: an unseen mark before it");
    let gone = files.keys().find(|key| **key == name).copied().unwrap();
    files.remove(gone);
    assert!(!holds(&files, &scenario), "{name} is not missed");
    files.insert(gone, bytes);
    assert!(holds(&files, &scenario), "what is put back holds");
}

#[test]
fn every_byte_of_the_log_counts() {
    check(RUN_FILE, 1);
}

// The others are held by a digest over the whole, which knows no kinds of lines: a stride that shares no factor with
// their lengths is enough.
#[test]
fn the_bytes_of_the_events_count() {
    check("events.ndjson", 7);
}

#[test]
fn the_bytes_of_the_statements_count() {
    check("statements.ndjson", 41);
}

#[test]
fn the_bytes_of_the_summary_count() {
    check("summary.json", 11);
}

#[test]
fn a_log_that_does_not_seal_all_files_does_not_hold() {
    let scenario = lesson();
    let files = short_run(&scenario);
    let log = RunLog::parse(std::str::from_utf8(&files[RUN_FILE]).unwrap()).unwrap();
    for left_out in 0..log.files.len() {
        let mut forged = log.clone();
        forged.files.remove(left_out);
        let mut files = files.clone();
        *files.get_mut(RUN_FILE).unwrap() = forged.to_text().into_bytes();
        assert!(!holds(&files, &scenario), "without {}", log.files[left_out].name);
    }
    let mut forged = log.clone();
    forged.end_tick = u32::MAX;
    let mut files = files.clone();
    *files.get_mut(RUN_FILE).unwrap() = forged.to_text().into_bytes();
    assert!(!holds(&files, &scenario), "a forged length is refused, and at once");
}

/// The files with one of them changed and everything sealed again.
fn sealed_again(files: &Files, name: &str, change: impl Fn(&str) -> String) -> Files {
    let mut files = files.clone();
    let old = String::from_utf8(files[name].clone()).unwrap();
    let new = change(&old);
    assert_ne!(old, new, "nothing was changed in {name}");
    let mut log = RunLog::parse(std::str::from_utf8(&files[RUN_FILE]).unwrap()).unwrap();
    let digest = log.files.iter_mut().find(|file| file.name == name).unwrap();
    digest.sha256 = sha256_hex(new.as_bytes());
    let name = *files.keys().find(|known| **known == name).unwrap();
    files.insert(name, new.into_bytes());
    files.insert(RUN_FILE, log.to_text().into_bytes());
    files
}

#[test]
fn files_that_were_rewritten_and_sealed_again_do_not_hold() {
    let scenario = lesson();
    let files = short_run(&scenario);
    assert!(holds(&files, &scenario));
    for (name, from, to) in [
        ("summary.json", "\"passed\": false", "\"passed\": true"),
        ("summary.json", "\"seed\": 3", "\"seed\": 4"),
        ("statements.ndjson", "verbs/terminated", "verbs/completed"),
        ("statements.ndjson", "extensions/tick\":61", "extensions/tick\":60"),
        ("statements.ndjson", "PT6.1S", "PT6.2S"),
    ] {
        let forged = sealed_again(&files, name, |text| text.replacen(from, to, 1));
        let said = verify_files(&scenario, |name| forged.get(name).cloned()).unwrap_err().to_string();
        assert_eq!(said, format!("{name} is not what the run gives"), "{from} became {to}");
    }
    let shorter =
        sealed_again(&files, "statements.ndjson", |text| text.lines().skip(1).map(|l| format!("{l}\n")).collect());
    assert!(!holds(&shorter, &scenario), "a statement was taken out");
}
