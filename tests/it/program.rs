//! The program as a process: off-screen with and without a graphics driver, with files missing, on a full disk.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use proefles_cli::Ended;
use proefles_records::Store;
use proefles_sim::replay::{RunLog, verify};

use crate::support::{Place, SCRIPT, small, small_scenario};

/// The program in a place, to give a lesson off-screen.
pub fn program(place: &Place, lesson: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_proefles"));
    program.arg(lesson).args(["--offscreen", "--seed", "7", "--lang", "en", "--size", "64x64"]);
    program.arg("--profile-dir").arg(place.path("profile")).arg("--record").arg(place.path("run"));
    program
}

/// Takes the graphics driver away, and the display.
pub fn without_driver(program: &mut Command) -> &mut Command {
    program.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    // Vulkan finds no driver; OpenGL, which could do without a display, is not asked.
    program.env("VK_DRIVER_FILES", "/no/driver").env("VK_ICD_FILENAMES", "/no/driver").env("WGPU_BACKEND", "vulkan")
}

/// What was said, which is never a panic.
pub fn said(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!said.contains("panicked"), "{said}");
    said
}

/// Checks that the run in the place's folder holds.
pub fn check_holds(place: &Place) {
    verify(&place.read("run/run.ron"), &small_scenario(), |name| std::fs::read(place.path("run").join(name)).ok())
        .unwrap();
}

/// Teaches the script in a place through `proeflesctl`, and checks that the program's run there is the same.
fn check_same_as_control(place: &Place) {
    let args = ["proeflesctl", "run", "--format", "json", "--seed", "7", "--lang", "en"].map(OsString::from);
    let named = [small(), "--script".into(), place.path("teach.ron"), "--record".into(), place.path("control")];
    assert_eq!(proefles_cli::run(args.into_iter().chain(named.map(Into::into))), Ended::Well);
    let [log, control] = ["run/run.ron", "control/run.ron"].map(|name| RunLog::parse(&place.read(name)).unwrap());
    assert_eq!(control.commands.len(), 6, "one of the seven is refused");
    assert_eq!((log.final_hash, log.commands), (control.final_hash, control.commands));
    assert_eq!(place.read("run/events.ndjson"), place.read("control/events.ndjson"));
    check_holds(place);
}

#[test]
fn without_a_graphics_driver_the_program_gives_the_same_run_as_proeflesctl_without_pictures() {
    let place = Place::new();
    let mut program = program(&place, &small());
    program.arg("--script").arg(place.write("teach.ron", SCRIPT));
    let output = without_driver(&mut program).output().unwrap();
    let said = said(&output);
    assert!(output.status.success() && said.contains("The lesson was given."), "{said}");
    assert!(said.contains("No graphics driver (Vulkan) was found: the lesson goes on without pictures."), "{said}");
    assert!(!place.path("run/pictures").exists());
    check_same_as_control(&place);
}

#[test]
fn without_a_headset_and_without_a_display_that_is_said_and_nothing_falls_over() {
    let place = Place::new();
    for (lang, expected) in [("en", "There is no display either."), ("nl", "Er is ook geen beeldscherm.")] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_proefles"));
        program.args(["--xr", "--no-window", "--lang", lang]).arg("--profile-dir").arg(place.path("profile"));
        program.env("XR_RUNTIME_JSON", "/no/runtime.json");
        let output = without_driver(&mut program).output().unwrap();
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("headset") && said.contains(expected), "{said}");
    }
}

#[test]
fn what_cannot_be_done_is_said_in_the_users_language() {
    let place = Place::new();
    let ask = |args: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_proefles"));
        program.arg("--profile-dir").arg(place.path("profile")).args(args);
        let output = without_driver(&mut program).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        said(&output)
    };
    assert!(ask(&["--offscreen", "--lang", "nl"]).contains("voeg --autopilot expert toe"));
    assert!(ask(&["--offscreen", "--lang", "en"]).contains("add --autopilot expert"));
    place.write("profile/settings.ron", "Settings(version: 1, lang: \"nl\")");
    assert!(ask(&["--offscreen"]).contains("voeg --autopilot expert toe"), "the language of the settings");
    place.write("profile/settings.ron", "Settings(version: 1, lang: \"en\")");
    assert!(ask(&["--offscreen"]).contains("add --autopilot expert"), "the language of the settings");
    if cfg!(target_os = "linux") {
        assert!(ask(&["--lang", "nl"]).contains("Er is geen beeldscherm."));
        assert!(ask(&["--lang", "en"]).contains("There is no display."));
    }
    assert!(ask(&["--offscreen", "--autopilot", "best"]).contains("best"));
    assert!(ask(&["--offscreen", "--autopilot", "expert", "--script", "x.ron"]).contains("--script"));
}

/// A copy of the program's folder by links, without some files.
#[cfg(unix)]
fn root_without(place: &Place, missing: &[&str]) -> PathBuf {
    fn link(from: &Path, to: &Path, missing: &[&str]) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let from = entry.unwrap().path();
            let to = to.join(from.file_name().unwrap());
            if missing.iter().any(|missing| from.ends_with(missing)) {
                continue;
            }
            if from.is_dir() {
                link(&from, &to, missing);
            } else {
                std::os::unix::fs::symlink(&from, &to).unwrap();
            }
        }
    }
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    link(&project.join("assets"), &place.path("root/assets"), missing);
    place.path("root")
}

#[test]
#[cfg(unix)]
fn with_files_missing_or_damaged_the_program_gives_the_same_run_and_says_what_is_missing() {
    let place = Place::new();
    let missing =
        ["models/students/student_01.glb", "models/lightmap.ktx2", "fonts/Phosphor-Fill.ttf", "models/desk.glb"];
    let root = root_without(&place, &missing);
    place.write("root/assets/models/desk.glb", "glTF, but not really");
    let picture = place.path("picture.png");
    let mut program = program(&place, &small());
    program.arg("--script").arg(place.write("teach.ron", SCRIPT)).env("PROEFLES_ROOT", root);
    program.args(["--quality", "low", "--screenshot"]).arg(format!("3={}", picture.display()));
    let output = program.output().unwrap();
    let said = said(&output);
    assert!(output.status.success() && said.contains("The lesson was given."), "{said}");
    if said.contains("the lesson goes on without pictures") {
        assert!(!picture.exists(), "{said}");
    } else {
        for file in missing {
            assert!(said.contains(&format!("The file {file} is missing or damaged.")), "{file}: {said}");
        }
        assert!(said.contains("with a block in its place. Install the program again."), "{said}");
        assert!(picture.exists(), "{said}");
    }
    check_same_as_control(&place);
}

/// The lesson on a disk on which no file can become longer than so many blocks of 512 bytes.
#[cfg(target_os = "linux")]
fn on_a_full_disk(place: &Place, blocks: u32) -> (Option<i32>, String) {
    let mut program = program(place, &small());
    without_driver(program.args(["--autopilot", "expert"]));
    let mut shell = Command::new("sh");
    // Without the trap the system would end the program instead of refusing the write.
    shell.arg("-c").arg(format!("trap '' 25; ulimit -f {blocks}; exec \"$0\" \"$@\""));
    shell.arg(program.get_program()).args(program.get_args());
    shell.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    for (name, _) in program.get_envs().filter(|(_, value)| value.is_none()) {
        shell.env_remove(name);
    }
    std::fs::create_dir_all(place.path("tmp")).unwrap();
    let output = shell.env("TMPDIR", place.path("tmp")).output().unwrap();
    (output.status.code(), said(&output))
}

/// The texts of the files straight in a folder.
#[cfg(target_os = "linux")]
fn texts_in(folder: &Path) -> String {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    paths.map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
#[cfg(target_os = "linux")]
fn where_the_store_is_full_its_records_are_put_elsewhere() {
    let place = Place::new();
    // The log of the store outgrows this; the run's files and what is left over for elsewhere do not.
    let (code, said) = on_a_full_disk(&place, 320);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Keep that file."), "{said}");
    check_holds(&place);
    let (store, found) = Store::open(&place.path("profile")).unwrap();
    assert_eq!((found.put_aside, found.cut_off.len()), (None, 1));
    let kept = store.statements(None).unwrap().join("\n");
    let elsewhere = texts_in(&place.path("tmp"));
    let ids = |text: &str| -> BTreeSet<String> {
        let statements = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        statements.map(|statement| statement["id"].as_str().unwrap().to_owned()).collect()
    };
    let (kept, elsewhere) = (ids(&kept), ids(&elsewhere));
    assert!(!kept.is_empty() && !elsewhere.is_empty() && kept.is_disjoint(&elsewhere), "{said}");
    assert_eq!(kept.len() + elsewhere.len(), place.read("run/statements.ndjson").lines().count(), "{said}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_is_full_everywhere_is_told_and_is_no_success() {
    let place = Place::new();
    let (code, said) = on_a_full_disk(&place, 128);
    assert_eq!(code, Some(1), "{said}");
    // That records are held meanwhile is told only if the lesson lasts long enough to notice.
    for expected in [
        "The record of the lesson could not be kept:",
        "Make room, or choose another folder with --record.",
        "statements could be kept nowhere",
    ] {
        assert!(said.contains(expected), "{expected:?} is not in: {said}");
    }
    assert!(!said.contains("The lesson was given."), "{said}");
    assert_eq!(std::fs::read_dir(place.path("run")).unwrap().count(), 0, "nothing unfinished is left");
    let (store, found) = Store::open(&place.path("profile")).unwrap();
    assert_eq!(found.put_aside, None, "the store is whole");
    let kept = store.statements(None).unwrap();
    assert!(kept.iter().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "each is whole");
}
