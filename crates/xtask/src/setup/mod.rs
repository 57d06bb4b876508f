//! `cargo xtask setup`: install what this machine lacks, or say how. Silent, and quick, when nothing is missing.

mod needs;
mod plan;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use crate::report::{self, Failure};
use crate::{Done, process};
use needs::{NEEDS, Need, XR_SIM_NEEDS};
use plan::{Plan, System};

/// Options of `setup`.
#[derive(clap::Args)]
pub struct Args {
    /// The file that says which system this is
    #[arg(long, hide = true, default_value = OS_RELEASE)]
    os_release: PathBuf,
}

impl Default for Args {
    fn default() -> Self {
        Self { os_release: OS_RELEASE.into() }
    }
}

const OS_RELEASE: &str = "/etc/os-release";

/// Looks at the machine, decides, and does it.
pub fn run(args: &Args) -> Done {
    let system = system(args);
    match plan::plan(system, NEEDS, &present(system, NEEDS)) {
        Plan::Nothing => Ok(()),
        Plan::Install(needs) => install(&needs),
        Plan::Advise(needs) => {
            report::say("setup: on this system, see to it yourself that the following is installed, then go on:");
            report::say(&format!("  {}", plan::advice(system, &needs)));
            Ok(())
        }
    }
}

/// Installs what the simulated headset needs, or says what it is. Silent when nothing is missing.
pub fn for_xr_sim() -> Done {
    let system = system(&Args::default());
    if system != System::Debian {
        return Err(Failure::could_not(
            "the simulated headset is built from Debian's archive, and this system is another",
            plan::advice(system, &XR_SIM_NEEDS.iter().collect::<Vec<_>>()),
        ));
    }
    match plan::plan(system, XR_SIM_NEEDS, &present(system, XR_SIM_NEEDS)) {
        Plan::Install(needs) => install(&needs),
        Plan::Nothing | Plan::Advise(_) => Ok(()),
    }
}

fn system(args: &Args) -> System {
    if cfg!(target_os = "linux") {
        // A system without the file is one more that only a person knows.
        System::from_os_release(&std::fs::read_to_string(&args.os_release).unwrap_or_default())
    } else {
        System::Complete
    }
}

/// What is there: installed packages on Debian, modules pkg-config knows on another Linux.
fn present(system: System, needs: &[Need]) -> BTreeSet<String> {
    match system {
        System::Complete => BTreeSet::new(),
        System::Debian => {
            let names = needs.iter().flat_map(|need| need.debian);
            let mut query = Command::new("dpkg-query");
            query.args(["--show", "--showformat=${db:Status-Status} ${Package}\n"]).args(names);
            let listed = process::output(&mut query).unwrap_or_default();
            listed.lines().filter_map(|line| line.strip_prefix("installed ")).map(str::to_owned).collect()
        }
        System::Fedora | System::Arch | System::OtherLinux => needs
            .iter()
            .filter_map(|need| need.module)
            .filter(|module| process::succeeds(Command::new("pkg-config").args(["--exists", module])))
            .map(str::to_owned)
            .collect(),
    }
}

/// Installs with apt: as root, else by a sudo that asks nothing; else says the one command to run.
fn install(needs: &[&Need]) -> Done {
    report::say("setup: this machine lacks");
    for need in needs {
        report::say(&format!("  {:<20} {}", need.debian[0], need.why));
    }
    let prefix: &[&str] = match process::output(Command::new("id").arg("-u")) {
        Some(id) if id.trim() == "0" => &[],
        _ if process::succeeds(Command::new("sudo").args(["-n", "true"])) => &["sudo", "-n"],
        _ => {
            return Err(Failure::could_not(
                "installing needs an administrator's rights. Run this once, then the same task again:",
                plan::command_to_run(needs),
            ));
        }
    };
    for words in plan::apt_commands(needs) {
        let words: Vec<&str> = prefix.iter().copied().chain(words).collect();
        report::say(&format!("setup: {}", words.join(" ")));
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive");
        process::run_quietly(command, "setup").map_err(|failure| Failure {
            help: format!(
                "{}\nIs there a network, and does no other installer run? To do it by hand:\n{}",
                failure.help,
                plan::command_to_run(needs)
            ),
            ..failure
        })?;
    }
    Ok(())
}
