//! The program `proeflesctl`.

use std::process::ExitCode;

fn main() -> ExitCode {
    proefles_cli::main()
}
