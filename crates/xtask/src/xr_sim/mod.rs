//! `cargo xtask xr-sim`: a headset that is simulated, for machines without one. An OpenXR runtime, Monado, is built once
//! into a cache and run without a window; the [`Remote`] moves its head and hands.

mod install;
mod remote;
mod service;

use std::path::PathBuf;

use crate::Done;
use crate::report::{self, Failure};

pub use install::Install;
pub use remote::{Controller, Curl, Pose, Remote, State};
pub use service::{Service, free_port};

/// Options of `xr-sim`.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Build the runtime, once; silent when that is done
    Build,
    /// Build the runtime if need be, start it, and say how a program finds it
    Start {
        /// Port on this machine by which head and hands are moved
        #[arg(long, default_value_t = 4242)]
        port: u16,
    },
    /// Stop it
    Stop,
    /// Say whether it is built and running
    Status,
}

/// Runs the command.
pub fn run(args: &Args) -> Done {
    match args.command {
        Command::Build => Install::find_or_build().map(|_| ()),
        Command::Start { port } => start(port),
        Command::Stop => stop(),
        Command::Status => status(),
    }
}

/// Where the runtime started by hand keeps its state.
fn state() -> Result<PathBuf, Failure> {
    Ok(install::cache()?.join("xr-sim"))
}

fn start(port: u16) -> Done {
    let install = Install::find_or_build()?;
    let state = state()?;
    if let Some(pid) = service::running(&state) {
        report::say(&format!("The simulated headset runs already (process {pid})."));
    } else {
        let service = Service::start(&install, &state, port)?;
        report::say(&format!("The simulated headset runs (process {}), head and hands at port {port}.", service.pid()));
        service.leave_running();
    }
    report::say("Start a program in it with:");
    let variables = install.environment(&state);
    let shown: Vec<String> = variables.iter().map(|(name, value)| format!("{name}={value}")).collect();
    report::say(&format!("  env {} proefles --xr --no-window", shown.join(" ")));
    Ok(())
}

fn stop() -> Done {
    let said = match service::stop(&state()?) {
        Some(pid) => format!("The simulated headset (process {pid}) was stopped."),
        None => "The simulated headset did not run.".to_owned(),
    };
    report::say(&said);
    Ok(())
}

fn status() -> Done {
    match Install::find() {
        Ok(install) => report::say(&format!("built:   {}", install.prefix().display())),
        Err(_) => report::say("built:   no; `cargo xtask xr-sim build` does it"),
    }
    match service::running(&state()?) {
        Some(pid) => report::say(&format!("running: process {pid}")),
        None => report::say("running: no"),
    }
    Ok(())
}
