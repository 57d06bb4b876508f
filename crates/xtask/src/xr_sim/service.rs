//! The runtime as a process.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::install::{Install, software_driver};
use crate::process;
use crate::report::Failure;

/// Longest time the runtime may take to be ready.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often it is looked whether it is.
const GLANCE: Duration = Duration::from_millis(50);
/// What it says when it is.
const READY: &str = "service has started";

/// A runtime that runs, until it is dropped.
#[derive(Debug)]
pub struct Service {
    child: Option<Child>,
    pid: u32,
}

impl Service {
    /// Starts the runtime. It keeps its state in a folder and is moved at a port of this machine.
    ///
    /// # Errors
    /// If it cannot be started, or does not get ready.
    pub fn start(install: &Install, state: &Path, port: u16) -> Result<Self, Failure> {
        let cannot =
            |error: std::io::Error| Failure::could_not(format!("the simulated headset cannot be started: {error}"), "");
        prepare(state, port).map_err(cannot)?;
        let log = state.join("service.log");
        let out = File::create(&log).map_err(cannot)?;
        let mut command = Command::new(install.service());
        command.stdin(Stdio::null()).stdout(out.try_clone().map_err(cannot)?).stderr(out);
        command.env("XDG_RUNTIME_DIR", state.join("run")).env("HOME", state.join("home"));
        for (name, value) in [
            ("XRT_NO_STDIN", "1"),
            ("XRT_COMPOSITOR_NULL", "1"),
            ("P_OVERRIDE_ACTIVE_CONFIG", "remote"),
            // It would also wait for a renderer in software to be done.
            ("U_PACING_APP_USE_MIN_FRAME_PERIOD", "1"),
        ] {
            command.env(name, value);
        }
        if let Some(driver) = software_driver() {
            command.env("VK_DRIVER_FILES", &driver).env("VK_ICD_FILENAMES", &driver);
        }
        // A key that interrupts the program that started it is not meant for it.
        command.process_group(0);
        let child = command.spawn().map_err(cannot)?;
        let mut service = Self { pid: child.id(), child: Some(child) };
        fs::write(state.join("service.pid"), service.pid.to_string()).map_err(cannot)?;
        service.wait_until_ready(state, &log)?;
        Ok(service)
    }

    fn wait_until_ready(&mut self, state: &Path, log: &Path) -> Result<(), Failure> {
        let start = Instant::now();
        loop {
            let said = fs::read_to_string(log).unwrap_or_default();
            if said.contains(READY) && state.join("run/monado_comp_ipc").exists() {
                return Ok(());
            }
            let has_ended = self.child.as_mut().is_none_or(|child| !matches!(child.try_wait(), Ok(None)));
            if has_ended || start.elapsed() > PATIENCE {
                let lines: Vec<&str> = said.lines().collect();
                let last = lines[lines.len().saturating_sub(12)..].join("\n");
                return Err(Failure::could_not("the simulated headset did not get ready", last));
            }
            pause(GLANCE);
        }
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// Lets it run on when this is dropped.
    pub fn leave_running(mut self) {
        self.child = None;
    }

    /// Ends it at once, as a crash would.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            // One that has ended is what was wanted.
            child.kill().and_then(|()| child.wait()).ok();
        }
    }

    /// Holds it, as if it hung, or lets it go on.
    pub fn hold(&self, is_held: bool) -> bool {
        signal(self.pid, if is_held { "STOP" } else { "CONT" })
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Folders and settings, and nothing that one before has left: a killed one leaves its socket behind.
fn prepare(state: &Path, port: u16) -> std::io::Result<()> {
    let settings = state.join("home/.config/monado");
    fs::create_dir_all(&settings)?;
    fs::create_dir_all(state.join("run"))?;
    fs::set_permissions(state.join("run"), fs::Permissions::from_mode(0o700))?;
    let socket = state.join("run/monado_comp_ipc");
    if socket.exists() {
        fs::remove_file(socket)?;
    }
    let text = format!("{{\"remote\":{{\"version\":0,\"port\":{port},\"view_count\":2}}}}\n");
    File::create(settings.join("config_v0.json"))?.write_all(text.as_bytes())
}

/// A port of this machine that nobody uses.
///
/// # Errors
/// If there is none.
pub fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// The runtime that keeps its state in a folder, if it runs.
pub fn running(state: &Path) -> Option<u32> {
    let pid: u32 = fs::read_to_string(state.join("service.pid")).ok()?.trim().parse().ok()?;
    let mut name = String::new();
    File::open(format!("/proc/{pid}/comm")).ok()?.read_to_string(&mut name).ok()?;
    name.starts_with("monado-service").then_some(pid)
}

/// Stops the runtime that keeps its state in a folder. Returns its process, if it ran.
pub fn stop(state: &Path) -> Option<u32> {
    let pid = running(state)?;
    signal(pid, "TERM");
    let start = Instant::now();
    while running(state).is_some() {
        if start.elapsed() > Duration::from_secs(3) {
            signal(pid, "KILL");
        }
        pause(GLANCE);
    }
    Some(pid)
}

fn signal(pid: u32, name: &str) -> bool {
    process::succeeds(Command::new("kill").args(["-s", name, &pid.to_string()]))
}

/// Waits a while: another process has no channel that could be waited on.
pub(super) fn pause(time: Duration) {
    let (_sender, receiver) = mpsc::channel::<()>();
    assert_eq!(receiver.recv_timeout(time), Err(RecvTimeoutError::Timeout));
}
