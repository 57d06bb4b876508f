//! The program as a process, on the small lesson.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// How a command ended and what it said.
#[derive(Debug)]
pub struct Done {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Done {
    fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Standard output, which must be JSON and nothing else.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }

    /// Checks the exit code.
    pub fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        assert!(!self.err.contains("panicked"), "{self:?}");
        self
    }
}

/// The program, ready to run.
pub fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_proeflesctl"))
}

/// Runs the program with arguments.
pub fn ctl<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Done {
    Done::of(program().args(args).output().unwrap())
}

/// Runs a command of the shell in which `$PROGRAM` is the program and `$1` a path.
#[cfg(unix)]
pub fn shell(line: &str, path: &Path) -> Done {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(line).arg("sh").arg(path).env("PROGRAM", program().get_program());
    Done::of(shell.output().unwrap())
}

/// The small lesson.
pub fn small() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenario/tests/fixtures/small.scenario.ron")
}

/// Puts the small lesson with its texts into a folder, changed by `change`.
pub fn small_in(folder: &Path, change: impl Fn(String) -> String) -> PathBuf {
    for lang in ["nl", "en"] {
        let name = format!("small.{lang}.ron");
        std::fs::copy(small().with_file_name(&name), folder.join(&name)).unwrap();
    }
    let path = folder.join("small.scenario.ron");
    std::fs::write(&path, change(std::fs::read_to_string(small()).unwrap())).unwrap();
    path
}

/// Arguments that teach the small lesson by a policy into a folder.
pub fn run_args(folder: &Path) -> Vec<String> {
    let (small, folder) = (small().display().to_string(), folder.display().to_string());
    ["run", &small, "--policy", "expert", "--record", &folder].map(str::to_owned).to_vec()
}
