//! `play`, `test` and `bench`: what they ask of cargo, and what they say.

use crate::machine::{ALL, Machine, text};

/// A cargo that succeeds and notes what it was asked.
const CARGO: (&str, &str) = ("cargo", r#"echo "$@" >> "$LOG""#);

fn machine(tools: &[(&str, &str)]) -> Machine {
    Machine::new("ID=debian", &[tools, &[ALL]].concat())
}

#[test]
fn play_without_a_display_says_so_and_lets_an_autopilot_teach() {
    let machine = machine(&[CARGO]);
    let output = machine.xtask(&["play", "--lang", "nl"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told = text(&output.stdout);
    assert!(told.contains("No display here") && told.contains("run-001"), "{told}");
    assert!(told.contains("The first build compiles the whole engine"), "{told}");
    let record = machine.path().join("runs/run-001");
    let asked = "run --release --package proefles --bin proefles -- --lang nl --offscreen --autopilot expert --record";
    assert_eq!(machine.log(), format!("{asked} {}\n", record.display()));
}

#[test]
fn play_passes_on_what_the_user_says_and_how_it_ended() {
    let machine = machine(&[("cargo", r#"echo "$@" >> "$LOG"; exit 7"#)]);
    let output = machine.xtask(&["play", "--", "--help"]);
    assert_eq!(machine.log(), "run --release --package proefles --bin proefles -- --help\n");
    assert_eq!(output.status.code(), Some(7));
    assert_eq!(text(&output.stderr), "", "the application has said what is wrong");
}

#[test]
fn test_runs_every_step_and_sums_up() {
    let passing =
        r#"echo "$@" >> "$LOG"; [ "$1" = test ] && echo "test result: ok. 3 passed; 0 failed; 1 ignored;"; true"#;
    let machine = machine(&[("cargo", passing)]);
    let output = machine.xtask(&["test"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told = text(&output.stdout);
    assert!(told.contains("test result: ok. 3 passed") && told.contains("3 passed, 1 ignored"), "{told}");
    assert!(machine.log().contains("clippy --workspace --all-targets -- -D warnings\n"), "{}", machine.log());
    assert!(machine.log().ends_with("test --workspace\n"), "{}", machine.log());
    assert!(told.contains("SKIPPED  instructions") && told.contains("2 skipped"), "{told}");
    assert!(text(&output.stderr).contains("there is no valgrind here"), "{}", text(&output.stderr));
}

#[test]
fn test_stops_at_the_first_failure() {
    let machine = machine(&[("cargo", r#"echo "$@" >> "$LOG"; [ "$2" != --all ]"#)]);
    let output = machine.xtask(&["test"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("cargo fmt --all"), "{}", text(&output.stderr));
    assert!(!machine.log().contains("test"), "{}", machine.log());
}

#[test]
fn test_counts_a_missing_tool_as_skipped_and_says_how_to_get_it() {
    let machine = machine(&[("cargo", r#"[ "$1" = test ]"#)]);
    let output = machine.xtask(&["test", "--fast"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told = text(&output.stdout);
    assert!(told.contains("rustup component add rustfmt") && told.contains("1 skipped"), "{told}");
}

#[test]
fn test_fails_on_an_untidy_project() {
    let machine = machine(&[CARGO]);
    machine.write("src/rig/mod.rs", "//! The teacher's body.\nuse crate::ui::theme;\n");
    let output = machine.xtask(&["test"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("src/rig/mod.rs:2: rows: "), "{}", text(&output.stderr));
}

#[test]
fn bench_asks_for_the_named_one() {
    let machine = machine(&[CARGO]);
    assert!(machine.xtask(&["bench", "sim"]).status.success());
    assert_eq!(machine.log(), "bench --package proefles_sim --bench speed\n");
}

#[test]
fn bench_passes_options_on() {
    let machine = machine(&[CARGO]);
    assert!(machine.xtask(&["bench", "classroom", "--students", "30"]).status.success());
    assert_eq!(machine.log(), "bench --package proefles --bench classroom -- --students 30\n");
}

/// Says that it built the bench of whichever version, and is that bench too: a class of 30 with ever fewer draws.
const COMPARED: &str = r#"echo "$@" >> "$LOG"
case "$1" in
  bench) echo '{"target":{"name":"classroom","kind":["bench"]},"executable":"'"$0"'"}' ;;
  *) echo '{"students":30,"draws":80,"main_ms":{"p50":2.0,"p99":3.0}}' ;;
esac"#;

#[test]
fn bench_compares_two_versions_in_turn() {
    let machine = machine(&[("cargo", COMPARED)]);
    let output = machine.xtask(&["bench", "compare", ".", ".", "--rounds", "2", "--", "--students", "30"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told = text(&output.stdout);
    assert!(told.contains("30 draws") && told.contains("1.000"), "{told}");
    let log = machine.log();
    let measured = log.lines().filter(|line| *line == "--format json --students 30").count();
    assert_eq!(measured, 4, "two rounds of two versions: {log}");
}

#[test]
fn bench_compare_says_when_a_version_is_unknown() {
    let machine = machine(&[("cargo", COMPARED)]);
    let output = machine.xtask(&["bench", "compare", "nowhere", "."]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("nowhere is neither a file nor a version"), "{}", text(&output.stderr));
}

/// Says that it built the bench, and is that bench: one piece of work.
const COUNTED: &str = r#"case "$1" in
  bench) echo '{"target":{"name":"instructions","kind":["bench"]},"executable":"'"$0"'"}' ;;
  *) echo tick ;;
esac"#;
const VALGRIND: (&str, &str) = ("valgrind", r#"echo "$@" >> "$LOG"; echo "==1== Collected : 1000""#);

#[test]
fn bench_instructions_holds_the_counts() {
    let machine = machine(&[("cargo", COUNTED), VALGRIND]);
    let golden = "crates/review/benches/instructions.json";
    machine.write(golden, r#"{"tick": 960}"#);
    let output = machine.xtask(&["bench", "instructions"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("4.17%"), "{}", text(&output.stdout));
    assert!(machine.log().contains("--tool=callgrind"), "{}", machine.log());
    machine.write(golden, r#"{"tick": 950}"#);
    let output = machine.xtask(&["bench", "instructions"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("tick: from 950 to 1000 instructions"), "{}", text(&output.stderr));
    assert!(machine.xtask(&["bench", "instructions", "--bless"]).status.success());
    assert!(machine.xtask(&["bench", "instructions"]).status.success());
}

#[test]
fn bench_instructions_says_what_is_missing() {
    let output = machine(&[("cargo", COUNTED)]).xtask(&["bench", "instructions"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("there is no valgrind here"), "{}", text(&output.stderr));
}

#[test]
fn assets_are_made_again_only_when_their_scripts_change() {
    let machine = machine(&[("python3", r#"echo "$@" >> "$LOG""#)]);
    machine.write("tools/art/manifest.py", "first");
    machine.write("assets/models/a.glb", "a");
    machine.write("assets/manifests/models.ron", "");
    let listed = |machine: &Machine| text(&machine.xtask(&["assets", "manifest", "--list"]).stdout);
    assert!(listed(&machine).starts_with("manifest  changed"), "{}", listed(&machine));
    assert!(machine.xtask(&["assets", "manifest"]).status.success());
    assert_eq!(machine.log(), "tools/art/manifest.py\n");
    assert!(listed(&machine).starts_with("manifest  as made"), "{}", listed(&machine));
    machine.write("tools/art/manifest.py", "second");
    assert!(listed(&machine).starts_with("manifest  changed"), "{}", listed(&machine));
    assert!(machine.xtask(&["assets", "manifest", "--as-made"]).status.success());
    assert!(listed(&machine).starts_with("manifest  as made"), "{}", listed(&machine));
    assert_eq!(machine.log(), "tools/art/manifest.py\n", "nothing was made the second time");
}

#[test]
fn assets_fail_with_what_the_script_said_and_know_their_parts() {
    let machine = machine(&[("python3", "echo no such model; exit 3")]);
    machine.write("tools/art/manifest.py", "");
    machine.write("assets/models/a.glb", "a");
    let failed = machine.xtask(&["assets", "manifest"]);
    assert_eq!(failed.status.code(), Some(2));
    assert!(text(&failed.stderr).contains("no such model"), "{}", text(&failed.stderr));
    let unknown = machine.xtask(&["assets", "horses"]);
    assert!(text(&unknown.stderr).contains("There are: fonts, effects, voices"), "{}", text(&unknown.stderr));
}

#[test]
fn test_accepts_new_pictures() {
    let machine = machine(&[("cargo", r#"echo "$PROEFLES_BLESS $@" >> "$LOG""#)]);
    let output = machine.xtask(&["test", "--bless"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(machine.log(), "1 test --workspace --test render\n");
}

#[test]
fn test_tells_what_was_skipped_within_a_step() {
    let no_adapter = r#"[ "$1" = test ] && echo "skipped: no graphics adapter (22 picture tests)"; true"#;
    let output = machine(&[("cargo", no_adapter)]).xtask(&["test"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told = text(&output.stdout);
    let summary = told.split("== summary").nth(1).unwrap_or_default();
    assert!(summary.contains("skipped: no graphics adapter (22 picture tests)"), "{told}");
}

#[test]
fn outside_the_project_it_says_where_to_go() {
    let machine = machine(&[]);
    std::fs::remove_dir_all(machine.path().join("crates")).expect("ours");
    let output = machine.xtask(&["tidy"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("not the project's folder"), "{}", text(&output.stderr));
}

#[test]
fn a_simulated_headset_that_cannot_be_built_is_skipped_and_said() {
    let machine = machine(&[CARGO]);
    let output = machine.xtask(&["test"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told = text(&output.stdout);
    assert!(told.contains("SKIPPED  simulated headset") && told.contains("PROEFLES_MONADO_SOURCE"), "{told}");
}

#[test]
fn the_source_of_the_simulated_headset_is_checked() {
    let machine = machine(&[CARGO]);
    machine.write("source.tar.xz", "something else");
    let output = machine.xtask_with(&["xr-sim", "build"], &[("PROEFLES_MONADO_SOURCE", "source.tar.xz")]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
    assert!(text(&output.stderr).contains("is not the file it should be"), "{}", text(&output.stderr));
}

#[test]
fn a_simulated_headset_that_is_not_there_says_so_and_stops_quietly() {
    let machine = machine(&[]);
    let told = text(&machine.xtask(&["xr-sim", "status"]).stdout);
    assert!(told.contains("built:   no") && told.contains("running: no"), "{told}");
    assert!(text(&machine.xtask(&["xr-sim", "stop"]).stdout).contains("did not run"));
}
