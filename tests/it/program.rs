//! The program as a process: off-screen with and without a graphics driver, with files missing, on a full disk.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use proefles_cli::Ended;
use proefles_records::Store;
use proefles_sim::replay::{RunLog, verify};

use crate::support::{Place, small, small_scenario};

const SCRIPT: &str = r#"(
    format: 1,
    commands: [
        (tick: 5, command: LookAt(Class)),
        (tick: 40, command: WalkTo(Student("noor"))),
        (tick: 90, command: Praise(student: Some("noor"), specific: true)),
        (tick: 90, command: Redirect("sam")),
        (tick: 300, command: GiveInstruction),
        (tick: 345, command: Choose(decision: "offline", choice: "pause")),
        (tick: 346, command: Choose(decision: "offline", choice: "wait")),
    ],
)"#;

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

#[test]
fn the_program_gives_the_same_run_as_proeflesctl_with_a_graphics_driver_and_without() {
    let place = Place::new();
    let (script, control) = (place.write("teach.ron", SCRIPT), place.path("control"));
    let args = ["proeflesctl", "run", "--format", "json", "--seed", "7", "--lang", "en"].map(OsString::from);
    let named = [small().into(), "--script".into(), script.clone().into(), "--record".into(), control.into()];
    assert_eq!(proefles_cli::run(args.into_iter().chain(named)), Ended::Well);
    let expected = RunLog::parse(&place.read("control/run.ron")).unwrap();
    assert_eq!(expected.commands.len(), 6, "one of the seven is refused");

    for has_driver in [false, true] {
        let picture = place.path("picture.png");
        let mut program = program(&place, &small());
        program.arg("--script").arg(&script).arg("--screenshot").arg(format!("3={}", picture.display()));
        if !has_driver {
            without_driver(&mut program);
        }
        let output = program.output().unwrap();
        let said = said(&output);
        assert!(output.status.success(), "{said}");
        let has_pictures = !said.contains("No graphics driver (Vulkan) was found: the lesson goes on without pictures");
        assert!(has_driver || !has_pictures, "{said}");
        assert_eq!(picture.exists(), has_pictures, "{said}");
        assert!(said.contains("The lesson was given."), "{said}");
        let log = RunLog::parse(&place.read("run/run.ron")).unwrap();
        assert_eq!((log.final_hash, log.commands), (expected.final_hash.clone(), expected.commands.clone()));
        assert_eq!(place.read("run/events.ndjson"), place.read("control/events.ndjson"));
        check_holds(&place);
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
fn a_lesson_goes_on_without_the_files_that_are_missing_or_damaged() {
    let place = Place::new();
    let missing =
        ["models/students/student_01.glb", "models/lightmap.ktx2", "fonts/Phosphor-Fill.ttf", "models/desk.glb"];
    let root = root_without(&place, &missing);
    place.write("root/assets/models/desk.glb", "glTF, but not really");
    let mut program = program(&place, &small());
    program.args(["--autopilot", "expert", "--exit-at", "4"]).env("PROEFLES_ROOT", root);
    let picture = place.path("picture.png");
    let output = program.arg("--screenshot").arg(format!("3={}", picture.display())).output().unwrap();
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    if said.contains("without pictures") {
        assert!(!picture.exists(), "{said}");
    } else {
        for file in missing {
            assert!(said.contains(&format!("The file {file} is missing or damaged.")), "{file}: {said}");
        }
        assert!(said.contains("with a block in its place. Install the program again."), "{said}");
        assert!(picture.exists(), "{said}");
    }
    check_holds(&place);
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

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_and_what_was_kept_stays_whole() {
    let place = Place::new();
    let (code, said) = on_a_full_disk(&place, 128);
    assert_eq!(code, Some(1), "{said}");
    for expected in [
        "Records cannot be written now: the disk with",
        "They are held and tried again.",
        "The record of the lesson could not be kept:",
        "Make room, or choose another folder with --record.",
    ] {
        assert!(said.contains(expected), "{expected:?} is not in: {said}");
    }
    assert!(!said.contains("The lesson was given."), "{said}");
    assert!(!place.path("run/run.ron").exists());
    let (store, found) = Store::open(&place.path("profile")).unwrap();
    assert_eq!((found.put_aside, found.cut_off.len()), (None, 1));
    let kept = store.statements(None).unwrap();
    let rescued: Vec<String> = std::fs::read_dir(place.path("tmp"))
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    panic!("{} {} {said}", kept.len(), rescued.len());
}
