//! `kill -9` at any moment loses nothing that was confirmed, and the next start says what it found.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{self, Child, Stdio};

use proefles::app::{Classroom, NoticeLevel};
use proefles::records::Kept;
use proefles::session::{ClassroomSession, Command};
use proefles_records::Store;
use proefles_sim::{EventKind, Policy};
use serde_json::Value;

use crate::program::{check_holds, program, said, without_driver};
use crate::support::{Place, go, notices, now, run, small, small_in};

/// Tells the test, started anew as a process of its own, in which folder it is the one to be killed.
const VICTIM: &str = "PROEFLES_TEST_VICTIM";
/// Gives a lesson as a person would, and says of each decision that it is confirmed as the display does: once it is safe.
/// Goes on for some ticks after the last.
fn be_killed(place: &Place, decisions: usize, more_ticks: u32) {
    let mut app = place.app_in_briefing();
    go(&mut app, Classroom::Running);
    let mut out = std::io::stdout().lock();
    let (mut seen, mut confirmed, mut last) = (0, 0, 0);
    while confirmed < decisions || now(&app) < last + more_ticks {
        for command in Policy::Expert.act(app.world().resource::<ClassroomSession>().session()) {
            app.world_mut().write_message(Command(command));
        }
        app.update();
        let session = app.world().resource::<ClassroomSession>();
        let taken: Vec<String> = session.events()[seen..]
            .iter()
            .filter_map(|event| match event.kind {
                EventKind::ChoiceTaken { decision, .. } => Some(session.scenario().decision(decision).name.clone()),
                _ => None,
            })
            .collect();
        seen = session.events().len();
        for decision in taken {
            // Here a tick takes no time; in a lesson the disk has it while the option is shown.
            while !app.world().resource::<Kept>().is_safe() {
                std::thread::yield_now();
            }
            // On a line of its own, whatever the test runner has begun to say.
            writeln!(out, "\nconfirmed {decision}").unwrap();
            out.flush().unwrap();
            (confirmed, last) = (confirmed + 1, now(&app));
        }
    }
    // Not to go on to the lesson's end. Nothing ever comes; where the test that waits for us falls over, this ends.
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

/// Starts this test anew as the one to be killed.
fn start(place: &Place, test: &str, decisions: usize, more_ticks: u32) -> Child {
    process::Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--nocapture"])
        .env(VICTIM, format!("{decisions}:{more_ticks}:{}", place.path("").display()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Decisions answered among statements, each of which must be whole.
fn answered(statements: &[String]) -> Vec<String> {
    let parsed = statements.iter().map(|line| serde_json::from_str::<Value>(line).unwrap());
    parsed
        .filter(|statement| statement["verb"]["id"].as_str().unwrap().ends_with("/answered"))
        .map(|statement| statement["object"]["id"].as_str().unwrap().rsplit('/').next().unwrap().to_owned())
        .collect()
}

#[test]
fn no_confirmed_decision_is_lost() {
    if let Ok(victim) = std::env::var(VICTIM) {
        let [decisions, more_ticks, folder] = victim.splitn(3, ':').collect::<Vec<_>>()[..] else { unreachable!() };
        let place = Place::at(Path::new(folder));
        return be_killed(&place, decisions.parse().unwrap(), more_ticks.parse().unwrap());
    }
    for (decisions, more_ticks) in [(1, 0), (1, 50), (2, 100)] {
        let place = Place::new();
        let mut victim = start(&place, "kill::no_confirmed_decision_is_lost", decisions, more_ticks);
        let lines = BufReader::new(victim.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut confirmed = lines.filter_map(|line| Some(line.strip_prefix("confirmed ")?.to_owned()));
        let mut told: Vec<String> = confirmed.by_ref().take(decisions).collect();
        victim.kill().unwrap();
        // What it still said before it died counts as well.
        told.extend(confirmed);
        assert!(!victim.wait().unwrap().success());
        assert!(told.len() >= decisions, "{told:?}");

        let (store, found) = Store::open(&place.path("profile")).unwrap();
        let kept = store.statements(None).unwrap();
        let answered = answered(&kept);
        for decision in &told {
            assert!(answered.contains(decision), "{decision} was confirmed and is gone; there are {answered:?}");
        }
        assert_eq!(found.put_aside, None);
        drop(store);
        check_next_start(place, kept.len());
    }
}

/// Checks that the next start tells of the run that was cut off, once, and that a lesson can be given after that.
fn check_next_start(mut place: Place, statements: usize) {
    let cut_off = format!("\"small\" was cut off. All that had been confirmed was kept: {statements} statements.");
    place.config.autopilot = Some(Policy::Typical);
    place.config.exit_at = Some(2.0);
    let mut app = place.app();
    let told = notices(&app, NoticeLevel::Info);
    assert!(told.iter().any(|text| text.contains(&cut_off)), "{cut_off:?} is not in {told:?}");
    assert!(run(&mut app).is_success());
    drop(app);
    check_holds(&place);
    let told = notices(&place.app(), NoticeLevel::Info);
    assert!(!told.iter().any(|text| text.contains(&cut_off)), "told again: {told:?}");
}

#[test]
fn the_program_can_be_killed_at_any_line_it_says() {
    for lines in [1, 3] {
        let place = Place::new();
        // Long, so that most of the lesson is still to come after a few lines of progress.
        let lesson = small_in(&place, |text| text.replace("minutes: 2,", "minutes: 12,"));
        let mut victim = without_driver(program(&place, &lesson).args(["--autopilot", "expert"]))
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let heard = BufReader::new(victim.stderr.take().unwrap()).lines().map(Result::unwrap);
        let progress = heard.filter(|line| line.contains(" %  ")).take(lines).count();
        victim.kill().unwrap();
        assert!(!victim.wait().unwrap().success());
        assert_eq!(progress, lines);

        let (store, found) = Store::open(&place.path("profile")).unwrap();
        let kept = store.statements(None).unwrap();
        answered(&kept);
        assert_eq!(found.put_aside, None);
        assert!(!place.path("run/run.ron").exists(), "a run that is not over has no log");
        drop(store);
        let mut next = program(&place, &small());
        let output = without_driver(next.args(["--autopilot", "typical", "--exit-at", "1"])).output().unwrap();
        let said = said(&output);
        assert!(output.status.success(), "{said}");
        let expected =
            format!("\"small\" was cut off. All that had been confirmed was kept: {} statements.", kept.len());
        let began = found.cut_off.len() == 1;
        assert!(began || kept.is_empty(), "{} statements of no run", kept.len());
        assert_eq!(said.contains(&expected), !kept.is_empty(), "{expected:?} and {said}");
        check_holds(&place);
    }
}
