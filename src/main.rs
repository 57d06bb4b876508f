//! The program: arguments in, application out.

use std::process::ExitCode;

fn main() -> ExitCode {
    proefles::run(std::env::args_os())
}
