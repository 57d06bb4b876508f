//! A machine made up for a test: a project's folder, and on its PATH the tools that the test gives it.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

/// A machine with the given tools (name, shell text) and nothing else on its PATH.
pub struct Machine {
    folder: tempfile::TempDir,
}

/// Everything asked for is installed.
pub const ALL: (&str, &str) = ("dpkg-query", r#"for name in "$@"; do echo "installed $name"; done"#);

impl Machine {
    /// A machine whose `os-release` file has this text.
    pub fn new(os_release: &str, tools: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let machine = Self { folder };
        machine.write("os-release", os_release);
        machine.write("crates/xtask/Cargo.toml", "");
        for (name, text) in tools {
            machine.write(name, &format!("#!/bin/sh\n{text}\n"));
            std::fs::set_permissions(machine.path().join(name), PermissionsExt::from_mode(0o755)).expect("ours");
        }
        machine
    }

    /// Its only folder: the project's, with the tools in it.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file of the project.
    pub fn write(&self, name: &str, text: &str) {
        let file = self.path().join(name);
        std::fs::create_dir_all(file.parent().expect("it lies in the folder")).expect("writable");
        std::fs::write(file, text).expect("writable");
    }

    /// Runs `cargo xtask` there, without a display. Tools may write to the file `$LOG`.
    pub fn xtask(&self, args: &[&str]) -> Output {
        self.xtask_with(args, &[])
    }

    /// The same with more in its environment: names of variables, and of files of the machine.
    pub fn xtask_with(&self, args: &[&str], files: &[(&str, &str)]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(args).env("PATH", self.path()).env("LOG", self.path().join("log"));
        command.env("PROEFLES_CACHE", self.path().join("cache")).env_remove("PROEFLES_MONADO_SOURCE");
        command.env("CARGO_MANIFEST_DIR", self.path().join("crates/xtask")).env("CARGO", self.path().join("cargo"));
        command.env_remove("CARGO_TARGET_DIR").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.envs(files.iter().map(|(name, file)| (name, self.path().join(file))));
        command.output().expect("xtask starts")
    }

    /// What the tools wrote to `$LOG`.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.path().join("log")).unwrap_or_default()
    }
}

/// What a program printed.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
