//! `cargo xtask setup` as a machine meets it: the real program, with stand-ins for the system's own tools.

use std::process::Output;

use crate::machine::{ALL, Machine, text};

/// Runs `setup` on the machine.
fn setup(machine: &Machine) -> Output {
    let file = machine.path().join("os-release");
    machine.xtask(&["setup", "--os-release", &file.to_string_lossy()])
}

/// All but the gamepad library, which was removed and left its settings.
const NO_UDEV: (&str, &str) = (
    "dpkg-query",
    r#"for name in "$@"; do [ "$name" = libudev-dev ] && echo "config-files $name" || echo "installed $name"; done"#,
);
const APT: (&str, &str) = ("apt-get", r#"echo "$@" >> "$LOG"; echo working"#);
const ROOT: (&str, &str) = ("id", "echo 0");
const USER: (&str, &str) = ("id", "echo 1000");
const NO_SUDO: (&str, &str) = ("sudo", "exit 1");
const SUDO: (&str, &str) = ("sudo", r#"shift; [ "$1" = true ] || "$@""#);

#[test]
fn is_silent_when_nothing_is_missing() {
    let output = setup(&Machine::new("ID=debian", &[ALL]));
    assert!(output.status.success());
    assert_eq!((text(&output.stdout), text(&output.stderr)), (String::new(), String::new()));
}

#[test]
fn root_gets_it_installed_and_is_told_why() {
    let machine = Machine::new("ID=ubuntu", &[NO_UDEV, ROOT, APT]);
    let output = setup(&machine);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("libudev-dev          gamepads"), "{}", text(&output.stdout));
    assert_eq!(machine.log(), "update\ninstall --yes --no-install-recommends libudev-dev\n");
}

#[test]
fn sudo_that_asks_nothing_is_used() {
    let machine = Machine::new("ID=debian", &[NO_UDEV, USER, SUDO, APT]);
    let output = setup(&machine);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(machine.log().contains("libudev-dev"), "{}", machine.log());
}

#[test]
fn without_root_the_one_command_is_printed() {
    let machine = Machine::new("ID=debian", &[NO_UDEV, USER, NO_SUDO, APT]);
    let output = setup(&machine);
    assert_eq!(output.status.code(), Some(2));
    let told = text(&output.stderr);
    let command = "sudo sh -c 'apt-get update && apt-get install --yes --no-install-recommends libudev-dev'";
    assert!(told.contains(command), "{told}");
    assert_eq!(machine.log(), "", "nothing may be touched");
}

#[test]
fn a_failing_installer_is_quoted_with_what_to_do() {
    let machine = Machine::new("ID=debian", &[NO_UDEV, ROOT, ("apt-get", "echo no network here; exit 100")]);
    let output = setup(&machine);
    assert_eq!(output.status.code(), Some(2));
    let told = text(&output.stderr);
    assert!(told.contains("no network here") && told.contains("To do it by hand"), "{told}");
}

#[test]
fn another_system_is_advised_and_goes_on() {
    let output = setup(&Machine::new("ID=fedora", &[]));
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("sudo dnf install"), "{}", text(&output.stdout));
}

#[test]
fn another_system_that_has_the_libraries_is_left_alone() {
    let output = setup(&Machine::new("ID=arch", &[("pkg-config", "exit 0")]));
    assert!(output.status.success());
    assert_eq!(text(&output.stdout), "");
}
