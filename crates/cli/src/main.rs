//! The program `proeflesctl`.

use std::process::ExitCode;

fn main() -> ExitCode {
    proefles_cli::run(std::env::args_os()).into()
}
