//! The application in a simulated headset: somebody moves its head and hands and presses its buttons, and the runtime is
//! taken away. Each check runs in a process and with a runtime of its own. Where the simulated headset is not built, they
//! are skipped and counted.

#![expect(clippy::print_stdout, reason = "this is its own test harness, and its results go where libtest's go")]

#[cfg(target_os = "linux")]
mod checks;
#[cfg(target_os = "linux")]
mod eyes;
#[cfg(target_os = "linux")]
mod faults;
#[cfg(target_os = "linux")]
mod lesson;
#[cfg(target_os = "linux")]
mod stage;

use std::process::ExitCode;

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    checks::main()
}

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    println!("skipped: the simulated headset runs on Linux only");
    ExitCode::SUCCESS
}
