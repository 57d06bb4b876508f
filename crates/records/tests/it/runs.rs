//! The statements of whole runs: valid, in order, each once, and the same whoever makes them.

use std::collections::BTreeSet;

use proefles_records::xapi::{Actor, Statement, follow_from, statements_of, validate};
use proefles_scenario::{Lang, StudentId};
use proefles_sim::replay::Recorder;
use proefles_sim::{Gaze, Policy, TeacherCommand};
use serde_json::Value;

use crate::support::{at, context, lesson, network_down, parsed, taught, told, verb};

#[test]
fn every_statement_of_every_policy_is_valid_and_in_order() {
    let mut verbs = BTreeSet::new();
    for policy in Policy::ALL {
        for lang in Lang::ALL {
            let run = taught(&network_down(), policy, lang);
            let all: Vec<Value> = told(&run).iter().map(parsed).collect();
            for statement in &all {
                assert_eq!(validate(statement), [], "{policy}: {statement:#}");
                assert_eq!(statement["context"]["language"], lang.code());
                let name = &statement["actor"]["account"]["name"];
                assert_eq!(name, &format!("policy-{policy}"), "a policy is nobody's practice");
                let taught_by = "https://proefles.example.org/xapi/extensions/taught-by";
                assert_eq!(statement["context"]["extensions"][taught_by], policy.name());
            }
            check_order(&all);
            verbs.extend(all.iter().map(|statement| verb(statement).to_owned()));
        }
    }
    for expected in [
        "initialized",
        "attempted",
        "progressed",
        "answered",
        "skipped",
        "experienced",
        "interacted",
        "focused",
        "approached",
        "completed",
        "passed",
        "failed",
        "scored",
        "terminated",
    ] {
        assert!(verbs.contains(expected), "no run {expected} anything: {verbs:?}");
    }
}

/// The order that cmi5 asks for, and that ids and times agree with.
fn check_order(all: &[Value]) {
    let verbs: Vec<&str> = all.iter().map(verb).collect();
    assert_eq!((verbs[0], verbs[1], *verbs.last().unwrap()), ("initialized", "attempted", "terminated"));
    let count = |wanted: &[&str]| verbs.iter().filter(|verb| wanted.contains(verb)).count();
    for once in [&["initialized"][..], &["attempted"], &["completed"], &["passed", "failed"], &["terminated"]] {
        assert_eq!(count(once), 1, "{once:?} in {verbs:?}");
    }
    let ids: BTreeSet<&str> = all.iter().map(|statement| statement["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), all.len(), "an id came twice");
    let times: Vec<&str> = all.iter().map(|statement| statement["timestamp"].as_str().unwrap()).collect();
    assert!(times.is_sorted(), "time went back");
}

#[test]
fn whoever_makes_the_statements_of_a_run_makes_the_same() {
    let run = taught(&network_down(), Policy::Typical, Lang::Nl);
    assert_eq!(told(&run), told(&run));
    let other = taught(&network_down(), Policy::Typical, Lang::Nl);
    let ids = |all: Vec<Statement>| all.into_iter().map(|one| one.id).collect::<BTreeSet<_>>();
    assert!(ids(told(&run)).is_disjoint(&ids(told(&other))), "two runs share no id");
}

#[test]
fn statements_follow_from_their_run_and_changed_ones_do_not() {
    let mut run = taught(&lesson("crates/scenario/tests/fixtures/small.scenario.ron"), Policy::Expert, Lang::En);
    let lines = Statement::lines(&told(&run));
    assert!(follow_from(&run, lines.as_bytes()));
    for (from, to) in [
        ("\"success\":true", "\"success\":false"),
        ("policy-expert", "5a5c1f0a-3d0e-4a57-9f43-2f8a3b6f0a11"),
        ("\"platform\":\"headless\"", "\"platform\":\"laptop\""),
        ("verbs/answered", "verbs/skipped"),
        ("/extensions/taught-by\":\"expert\"", "/extensions/taught-by\":\"teacher\""),
    ] {
        let forged = lines.replacen(from, to, 1);
        assert_ne!(forged, lines, "{from} is not there");
        assert!(!follow_from(&run, forged.as_bytes()), "{from} became {to}");
    }
    for at in [0, 1, lines.lines().count() - 1] {
        let fewer: String =
            lines.lines().enumerate().filter(|(n, _)| *n != at).map(|(_, l)| format!("{l}\n")).collect();
        assert!(!follow_from(&run, fewer.as_bytes()), "line {at} was taken out");
    }
    assert!(!follow_from(&run, b"") && !follow_from(&run, b"\xff") && !follow_from(&run, b"{}\n"));
    run.set_registration("c3275a32-0b71-401c-aa25-b5771f22e0b0".to_owned());
    assert!(!follow_from(&run, lines.as_bytes()), "those of another run");
}

#[test]
fn a_lesson_that_is_left_ends_with_terminated() {
    let mut run = Recorder::new(network_down(), 5, Lang::Nl, "teacher");
    run.set_registration("c3275a32-0b71-401c-aa25-b5771f22e0b0".to_owned());
    run.apply(TeacherCommand::LookAt(Gaze::Student(StudentId(0)))).unwrap();
    (0..300).for_each(|_| run.tick());
    run.apply(TeacherCommand::Pause).unwrap();
    let events = run.events();
    let left = statements_of(context(&run), events, |place| at(events[place].tick), Some((300, at(900))));
    let all: Vec<Value> = left.iter().map(parsed).collect();
    let last: Vec<&str> = all[all.len() - 3..].iter().map(verb).collect();
    assert_eq!(last, ["suspended", "focused", "terminated"], "the look that went on is told, too");
    assert_eq!(all.last().unwrap()["result"]["duration"], "PT30S");
    assert!(all.iter().all(|statement| validate(statement).is_empty()));
    assert!(!all.iter().any(|statement| ["completed", "passed", "failed"].contains(&verb(statement))));
    assert!(follow_from(&run, Statement::lines(&left).as_bytes()));
}

#[test]
fn a_person_is_who_they_are_and_a_policy_is_not_them() {
    assert_eq!(Actor::driving("teacher"), None);
    assert_eq!(Actor::driving("script").unwrap().name, "script");
    assert_eq!(Actor::driving("expert").unwrap().home_page, Actor::anonymous().home_page);
}
