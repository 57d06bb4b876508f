//! Files and disks as they should not be: the user is told what to do, and nothing falls over or gets lost.

use std::path::Path;

use bevy::prelude::*;
use proefles::app::NoticeLevel;
use proefles_cli::{Teacher, teach};
use proefles_scenario::{Lang, load_path};
use proefles_sim::Policy;
use proefles_sim::replay::{RunLog, Script, events_ndjson};

use crate::program::check_holds;
use crate::support::{Place, notices, run, small_in};

/// What the application says of a lesson that cannot be given, before it ends.
fn refusal_of(lesson: &Path) -> String {
    let mut place = Place::new();
    place.config.scenario = Some(lesson.display().to_string());
    place.config.autopilot = Some(Policy::Expert);
    let mut app = place.app();
    assert_eq!(run(&mut app), AppExit::error());
    assert!(!place.path("run").exists(), "nothing was given");
    let told = notices(&app, NoticeLevel::Error).join("\n");
    assert!(told.contains(&lesson.file_name().unwrap().display().to_string()), "{told}");
    told
}

#[test]
fn lessons_that_cannot_be_read_are_refused_with_their_reason() {
    let place = Place::new();
    let check = |name: &str, bytes: &[u8], expected: &str| {
        let told = refusal_of(&place.write(name, bytes));
        assert!(told.contains(expected), "{name}: {told}");
    };
    check("empty.scenario.ron", b"", "SC0005");
    check("binary.scenario.ron", &[0, 159, 146, 150, 0, 1, 2, 3].repeat(5000), "SC0006");
    place.write("folder.scenario.ron/file", "");
    let told = refusal_of(&place.path("folder.scenario.ron"));
    assert!(told.contains("SC0002"), "{told}");
    let huge = place.write("huge.scenario.ron", b"");
    // A gibibyte that takes no room on the disk.
    std::fs::File::create(&huge).unwrap().set_len(1 << 30).unwrap();
    assert!(refusal_of(&huge).contains("at most 4 MiB are read"));
}

#[test]
fn a_lesson_cut_off_anywhere_is_refused() {
    let place = Place::new();
    let lesson = small_in(&place, |text| text);
    let text = std::fs::read_to_string(&lesson).unwrap();
    for at in (1..text.trim_end().len()).step_by(577) {
        std::fs::write(&lesson, &text[..at]).unwrap();
        let told = refusal_of(&lesson);
        assert!(told.contains("error[SC0"), "cut at {at}: {told}");
    }
}

#[test]
fn a_lesson_that_is_subtly_wrong_names_the_place_and_the_help() {
    let place = Place::new();
    let lesson = small_in(&place, |text| text.replace("friends: [\"sam\"]", "friends: [\"sma\"]"));
    let told = refusal_of(&lesson);
    assert!(told.contains("small.scenario.ron:") && told.contains("help: ") && told.contains("\"sam\""), "{told}");
    std::fs::remove_file(place.path("small.en.ron")).unwrap();
    std::fs::write(place.path("small.scenario.ron"), std::fs::read(crate::support::small()).unwrap()).unwrap();
    let told = refusal_of(&lesson);
    assert!(told.contains("small.en.ron"), "{told}");
}

#[test]
fn a_script_that_cannot_be_read_is_named_in_both_languages() {
    let place = Place::new();
    place.write("huge.ron", "");
    std::fs::File::options().write(true).open(place.path("huge.ron")).unwrap().set_len(1 << 30).unwrap();
    place.write("cut.ron", "(format: 1, commands: [(tick: 5, command: Redirect(\"noor\"");
    place.write("binary.ron", b"\xff\xfe\x00");
    place.write("nobody.ron", "(format: 1, commands: [(tick: 5, command: Redirect(\"nobody\"))])");
    for (name, en, nl) in [
        ("none.ron", "cannot be read", "kan niet gelezen worden"),
        ("huge.ron", "cannot be read", "kan niet gelezen worden"),
        ("binary.ron", "cannot be read", "kan niet gelezen worden"),
        ("cut.ron", "cannot be used: line 1, column", "kan niet gebruikt worden: regel 1, kolom"),
        ("nobody.ron", "the scenario has no student \"nobody\"", "de les heeft geen leerling \"nobody\""),
    ] {
        let mut given = Place::new();
        given.config.script = Some(place.path(name));
        let mut app = given.app();
        assert_eq!(run(&mut app), AppExit::error());
        let list = app.world().resource::<proefles::app::Notices>().list();
        let is_told = |said: &proefles::app::Said| {
            said.en.contains(en) && said.nl.contains(nl) && said.en.contains(name) && said.nl.contains(name)
        };
        assert!(list.iter().any(|notice| is_told(&notice.text)), "{name}: {list:?}");
    }
}

#[test]
fn a_lesson_that_does_not_end_is_broken_off_where_proeflesctl_breaks_it_off() {
    for command in ["(tick: 9, command: Wait)", "(tick: 9, command: Pause)", "(tick: 0, command: Pause)"] {
        let mut place = Place::new();
        let lesson = small_in(&place, |text| {
            text.replace(
                "id: \"cable\",\n            prompt",
                "id: \"cable\",\n            stops_class: true,\n            prompt",
            )
        });
        let text = format!("(format: 1, commands: [{command}])");
        place.config.scenario = Some(lesson.display().to_string());
        place.config.script = Some(place.write("teach.ron", &text));
        assert_eq!(run(&mut place.app()), AppExit::Success);
        let scenario = std::sync::Arc::new(load_path(&lesson).scenario.unwrap());
        let script = Script::parse(&text, &scenario).unwrap();
        let taught = teach(scenario.clone(), 7, Lang::En, Teacher::Script(script));
        assert!(!taught.is_complete, "{command}");
        assert_eq!(place.read("run/events.ndjson"), events_ndjson(taught.run.events(), &scenario), "{command}");
        let log = RunLog::parse(&place.read("run/run.ron")).unwrap();
        assert_eq!(log.final_hash, format!("{:016x}", taught.run.session().hash()), "{command}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_under_the_run_is_told_and_the_run_goes_elsewhere() {
    let mut place = Place::new();
    place.config.autopilot = Some(Policy::Typical);
    place.config.exit_at = Some(5.0);
    assert_eq!(run(&mut place.app()), AppExit::Success);
    check_holds(&place);
    let before = place.read("run/run.ron");
    // The device that is always full takes the place of a file.
    std::os::unix::fs::symlink("/dev/full", place.path("run/events.ndjson.part")).unwrap();
    let mut app = place.app();
    assert_eq!(run(&mut app), AppExit::Success);
    let told = notices(&app, NoticeLevel::Warning);
    assert!(told.iter().any(|text| text.contains("could not be written to")), "{told:?}");
    assert_eq!(place.read("run/run.ron"), before, "the run before is as it was");
    check_holds(&place);
    assert_eq!(std::fs::read_dir(place.path("profile/runs")).unwrap().count(), 1);
}

#[test]
fn a_profile_that_cannot_hold_records_is_told_and_the_run_s_folder_is_kept() {
    let mut place = Place::new();
    // A folder in the place of the file cannot be opened as one, not even by root.
    std::fs::create_dir_all(place.path("profile/records.sqlite3")).unwrap();
    place.config.autopilot = Some(Policy::Typical);
    let mut app = place.app();
    assert_eq!(run(&mut app), AppExit::Success);
    let told = notices(&app, NoticeLevel::Error).join("\n");
    assert!(told.contains("No records are kept; only the folder of the run is."), "{told}");
    assert!(told.contains("--profile-dir"), "{told}");
    drop(app);
    check_holds(&place);
}
