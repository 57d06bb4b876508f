//! The log of a run: it replays, and no byte of it can be changed unseen.

use proefles_scenario::Lang;
use proefles_sim::replay::{
    FileDigest, PROGRAM_VERSION, Recorder, RunLog, Script, VerifyError, events_ndjson, replay, sha256_hex, verify,
};
use proefles_sim::{Policy, RULES, Score, TeacherCommand};

use crate::common::{small, taught};

/// A run's log and events as they lie in a folder.
fn folder(policy: Policy, seed: u64) -> (String, Vec<u8>) {
    let run = taught(small(), seed, policy);
    let events = events_ndjson(run.events(), &small()).into_bytes();
    let files = vec![FileDigest { name: "events.ndjson".into(), sha256: sha256_hex(&events) }];
    (run.log(files).to_text(), events)
}

#[test]
fn a_true_log_holds() {
    for policy in Policy::ALL {
        let (log, events) = folder(policy, 21);
        let verified = verify(&log, &small(), |_| Some(events.clone())).unwrap();
        assert_eq!(verified.events, events.iter().filter(|byte| **byte == b'\n').count(), "{policy}");
    }
}

#[test]
fn any_changed_byte_is_seen() {
    let (log, events) = folder(Policy::Typical, 3);
    let step = log.len() / 150 + 1;
    for at in (0..log.len()).step_by(step) {
        let mut bytes = log.clone().into_bytes();
        bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
        let changed = String::from_utf8(bytes).unwrap();
        if changed != log {
            assert!(verify(&changed, &small(), |_| Some(events.clone())).is_err(), "byte {at} was changed unseen");
        }
    }
    for at in (0..events.len()).step_by(events.len() / 40 + 1) {
        let mut bytes = events.clone();
        bytes[at] ^= 1;
        assert!(verify(&log, &small(), |_| Some(bytes.clone())).is_err(), "byte {at} of the events was changed unseen");
    }
}

#[test]
fn a_forged_seal_does_not_help() {
    let (log, events) = folder(Policy::Expert, 3);
    let mut forged = RunLog::parse(&log).unwrap();
    forged.commands.remove(0);
    assert!(verify(&forged.to_text(), &small(), |_| Some(events.clone())).is_err(), "a command was taken out");
    let mut forged = RunLog::parse(&log).unwrap();
    forged.header.seed += 1;
    assert!(verify(&forged.to_text(), &small(), |_| Some(events.clone())).is_err(), "the seed was changed");
    let mut forged = RunLog::parse(&log).unwrap();
    forged.hashes.pop();
    assert!(verify(&forged.to_text(), &small(), |_| Some(events.clone())).is_err(), "a hash was taken out");
}

#[test]
fn a_logs_commands_are_a_script_that_gives_the_same_run() {
    let run = taught(small(), 17, Policy::Dynamic);
    let script = Script::resolve(run.commands(), &small()).unwrap();
    let again = replay(Recorder::new(small(), 17, Lang::Nl, "script"), script, u32::MAX);
    assert_eq!(again.events(), run.events());
}

/// A snapshot is the log so far: written as text and read again it gives the same state, which goes on the same.
#[test]
fn a_snapshot_as_text_goes_on_like_the_session_it_was_taken_of() {
    let mut run = Recorder::new(small(), 23, Lang::Nl, "dynamic");
    let teach = |run: &mut Recorder, ticks: u32| {
        for _ in 0..ticks {
            for command in Policy::Dynamic.act(run.session()) {
                run.apply(command).ok();
            }
            run.tick();
        }
    };
    teach(&mut run, 400);
    let snapshot = run.log(Vec::new()).to_text();
    let read = RunLog::parse(&snapshot).unwrap();
    let script = Script::resolve(&read.commands, &small()).unwrap();
    let mut again = replay(Recorder::of(read.header, small()), script, 400);
    assert_eq!((again.session().now(), again.session().hash()), (400, run.session().hash()));
    teach(&mut run, 300);
    teach(&mut again, 300);
    assert_eq!(again.session().hash(), run.session().hash());
    assert_eq!(again.events(), run.events());
}

#[test]
fn a_script_with_a_mistake_says_where() {
    let error = |text: &str| Script::parse(text, &small()).unwrap_err().to_string();
    let nobody = "(format: 1, commands: [(tick: 3, command: Redirect(\"nobody\"))])";
    assert_eq!(error(nobody), "command 1 (tick 3): the scenario has no student \"nobody\"");
    let back = "(format: 1, commands: [(tick: 9, command: Wait), (tick: 3, command: Wait)])";
    assert!(error(back).contains("before the one above"), "{}", error(back));
    assert!(error("(format: 1, commands: [(tick: 1, command: Dance)])").starts_with("line 1, column"));
    assert!(error("(format: 2, commands: [])").contains("format 2"));
}

#[test]
fn what_is_refused_is_not_logged() {
    let mut run = Recorder::new(small(), 1, Lang::Nl, "teacher");
    assert!(run.apply(TeacherCommand::Resume).is_err());
    assert!(run.apply(TeacherCommand::UseItem).is_err());
    assert!(run.commands().is_empty());
}

#[test]
fn a_run_made_with_other_rules_is_called_that() {
    let (log, events) = folder(Policy::Typical, 3);
    let mut other = RunLog::parse(&log).unwrap();
    assert_eq!((other.header.rules, other.header.program.as_str()), (RULES, PROGRAM_VERSION));
    other.header.rules = RULES + 1;
    other.hashes[4] = "0".repeat(16);
    let said = verify(&other.to_text(), &small(), |_| Some(events.clone())).unwrap_err();
    let words = format!("this run was made with rules {}, this program has {RULES}", RULES + 1);
    assert!(said.to_string().starts_with(&words), "{said}");
    // Its seal and its files can be checked all the same.
    let said = verify(&other.to_text(), &small(), |_| Some(b"other".to_vec())).unwrap_err();
    assert!(matches!(said, VerifyError::File(_)), "{said}");
    let said = verify(&other.to_text().replace("seed: 3", "seed: 4"), &small(), |_| None).unwrap_err();
    assert!(matches!(said, VerifyError::Seal), "{said}");
}

#[test]
fn a_log_of_another_format_is_called_that() {
    let (log, _) = folder(Policy::Typical, 3);
    let other = log.replace("format: 2,", "format: 7,\n  season: \"spring\",");
    assert_eq!(RunLog::parse(&other).unwrap_err(), "this run log has format 7; this program reads format 2");
}

/// The version of the rules stands in every log. So it must be raised when the rules give other results.
#[test]
fn the_rules_give_what_their_version_gave() {
    let hashes: String =
        Policy::ALL.into_iter().map(|policy| format!("{:016x}", taught(small(), 1, policy).session().hash())).collect();
    let digest = sha256_hex(hashes.as_bytes());
    let known = (5, "d03ba62ae00da149");
    assert_eq!(
        (RULES, &digest[..16]),
        known,
        "the rules give other results: raise RULES by one, and write both into this test"
    );
}

#[test]
fn points_of_the_events_are_those_of_the_session() {
    let run = taught(small(), 1, Policy::Expert);
    let scores = Score::of_events(&small(), run.events());
    assert_eq!(scores, run.session().scores());
    assert!(Score::sum(&scores).1 > 0);
}
