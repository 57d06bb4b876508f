//! Builds the runtime: the source of Monado as Debian keeps it, checked by its digest, with four small changes for tests,
//! and everything left out that a simulated headset does not need.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::report::{self, Failure};
use crate::{process, setup};

/// The version that is built.
const VERSION: &str = "25.0.0";
/// Raise it with every change of how it is built, so that caches are built anew.
const RECIPE: u32 = 1;
/// The file with the source, and its digest.
const SOURCE: &str = "monado_25.0.0+dfsg.orig.tar.xz";
const SHA256: &str = "ddfa1899078173bea3db98034dc8b990df727a169f490896570ff6e3bda72113";
/// Names a file with the source, for machines that cannot fetch it.
const OWN_SOURCE: &str = "PROEFLES_MONADO_SOURCE";

/// A change of the source: the file, what stands there, and what shall.
struct Change(&'static str, &'static str, &'static str);

const CHANGES: &[Change] = &[
    // Whoever is on the network would move the head.
    Change("src/xrt/drivers/remote/r_hub.c", "htonl(INADDR_ANY)", "htonl(INADDR_LOOPBACK)"),
    // A headset that lets one see the room, too.
    Change(
        "src/xrt/auxiliary/util/u_device.c",
        "xdev->hmd->blend_modes[idx++] = XRT_BLEND_MODE_OPAQUE;",
        "xdev->hmd->blend_modes[idx++] = XRT_BLEND_MODE_OPAQUE;\n\
         \txdev->hmd->blend_modes[idx++] = XRT_BLEND_MODE_ALPHA_BLEND;",
    ),
    // The compositor without a window waits for 20 frames a second: make it 60.
    Change("src/xrt/compositor/null/null_compositor.c", "U_TIME_1S_IN_NS / 20; // 20 FPS", "U_TIME_1S_IN_NS / 60;"),
    // A thread of the highest priority could starve a small machine.
    Change(
        "src/xrt/auxiliary/util/u_linux.c",
        "ret = pthread_setschedparam(this_thread, SCHED_FIFO, &params);",
        "ret = 1; (void)params;",
    ),
];

/// Parts that are left out: everything for real devices and windows.
const LEFT_OUT: &[&str] = &[
    "BUILD_TESTING",
    "XRT_BUILD_SAMPLES",
    "XRT_MODULE_MONADO_GUI",
    "XRT_MODULE_MONADO_CLI",
    "XRT_FEATURE_STEAMVR_PLUGIN",
    "XRT_HAVE_OPENCV",
    "XRT_HAVE_DBUS",
    "XRT_HAVE_SDL2",
    "XRT_HAVE_OPENGL",
    "XRT_HAVE_WAYLAND",
    "XRT_HAVE_SYSTEMD",
    "XRT_HAVE_XLIB",
    "XRT_HAVE_GST",
    "XRT_HAVE_HIDAPI",
    "XRT_HAVE_LIBUSB",
    "XRT_HAVE_LIBUVC",
    "XRT_HAVE_JPEG",
    "XRT_BUILD_DRIVER_VIVE",
    "XRT_BUILD_DRIVER_STEAMVR_LIGHTHOUSE",
    "XRT_BUILD_DRIVER_WMR",
    "XRT_BUILD_DRIVER_RIFT_S",
    "XRT_BUILD_DRIVER_PSMV",
    "XRT_BUILD_DRIVER_PSSENSE",
    "XRT_BUILD_DRIVER_HDK",
    "XRT_BUILD_DRIVER_HYDRA",
    "XRT_BUILD_DRIVER_NS",
    "XRT_BUILD_DRIVER_TWRAP",
    "XRT_BUILD_DRIVER_OPENGLOVES",
];

/// The folder for what is built once and kept: `PROEFLES_CACHE`, else the user's own.
pub fn cache() -> Result<PathBuf, Failure> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("PROEFLES_CACHE")
        .or_else(|| Some(set("XDG_CACHE_HOME")?.join("proefles")))
        .or_else(|| Some(set("HOME")?.join(".cache/proefles")))
        .ok_or_else(|| Failure::could_not("there is no folder for caches", "Name one in PROEFLES_CACHE."))
}

/// A runtime that is built.
#[derive(Debug, Clone)]
pub struct Install {
    prefix: PathBuf,
}

impl Install {
    /// The runtime, if it is built.
    ///
    /// # Errors
    /// If it is not; the failure says how to build it.
    pub fn find() -> Result<Self, Failure> {
        let prefix = prefix()?;
        let is_built = prefix.join("built").is_file();
        is_built.then_some(Self { prefix }).ok_or_else(|| {
            Failure::could_not("the simulated headset is not built", "Build it with: cargo xtask xr-sim build")
        })
    }

    /// The runtime, built now if it is not yet.
    ///
    /// # Errors
    /// If something that is needed is missing, or the build fails.
    pub fn find_or_build() -> Result<Self, Failure> {
        if let Ok(install) = Self::find() {
            return Ok(install);
        }
        if !cfg!(target_os = "linux") {
            return Err(Failure::could_not("the simulated headset runs on Linux only", ""));
        }
        setup::for_xr_sim()?;
        let prefix = prefix()?;
        let lock = locked(&prefix)?;
        // Another task may have built it while this one waited.
        if Self::find().is_err() {
            build(&prefix)?;
        }
        drop(lock);
        Self::find()
    }

    /// The folder it is installed in.
    pub fn prefix(&self) -> &Path {
        &self.prefix
    }

    /// The program that is the runtime.
    pub fn service(&self) -> PathBuf {
        self.prefix.join("bin/monado-service")
    }

    /// What a program must find in its environment to use a service that keeps its state in `state`.
    pub fn environment(&self, state: &Path) -> Vec<(&'static str, String)> {
        let mut all = vec![
            ("XR_RUNTIME_JSON", self.prefix.join("share/openxr/1/openxr_monado.json").display().to_string()),
            ("XDG_RUNTIME_DIR", state.join("run").display().to_string()),
        ];
        // The same driver as the service's, the one in software: both must use one device.
        if let Some(driver) = software_driver() {
            all.push(("VK_DRIVER_FILES", driver.clone()));
            all.push(("VK_ICD_FILENAMES", driver));
        }
        all
    }
}

/// The file that describes Vulkan's driver in software, if it is installed.
pub fn software_driver() -> Option<String> {
    let files = fs::read_dir("/usr/share/vulkan/icd.d").ok()?.filter_map(Result::ok);
    let mut names: Vec<String> = files.map(|file| file.path().display().to_string()).collect();
    names.retain(|name| name.contains("lvp_icd"));
    names.sort();
    names.into_iter().next()
}

fn prefix() -> Result<PathBuf, Failure> {
    Ok(cache()?.join(format!("monado-{VERSION}-{RECIPE}")))
}

/// Waits until no other task builds.
fn locked(prefix: &Path) -> Result<File, Failure> {
    let file = prefix.with_extension("lock");
    let lock = || {
        fs::create_dir_all(prefix)?;
        let lock = File::create(&file)?;
        lock.lock()?;
        Ok(lock)
    };
    lock().map_err(|error| cannot_write(&file, &error))
}

fn cannot_write(file: &Path, error: &std::io::Error) -> Failure {
    let message = format!("{} cannot be written: {error}", file.display());
    Failure::could_not(message, "Make room there, or name another folder in PROEFLES_CACHE.")
}

fn build(prefix: &Path) -> Result<(), Failure> {
    report::say("xr-sim: the simulated headset is built once; this takes a minute or two");
    let work = prefix.with_extension("work");
    let fresh = || {
        if work.exists() {
            fs::remove_dir_all(&work)?;
        }
        fs::create_dir_all(work.join("source"))
    };
    fresh().map_err(|error| cannot_write(&work, &error))?;
    let archive = fetch(&work)?;
    let mut unpack = Command::new("tar");
    unpack.arg("--extract").arg("--strip-components=1").arg("--file").arg(&archive);
    unpack.arg("--directory").arg(work.join("source"));
    process::run_quietly(unpack, "xr-sim")?;
    for change in CHANGES {
        make(change, &work.join("source"))?;
    }
    let mut configure = Command::new("cmake");
    configure.args(["-G", "Ninja", "-DCMAKE_BUILD_TYPE=RelWithDebInfo"]);
    configure.args(["-DCMAKE_C_FLAGS_RELWITHDEBINFO=-O1", "-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1"]);
    configure.args(LEFT_OUT.iter().map(|part| format!("-D{part}=OFF")));
    configure.arg(format!("-DCMAKE_INSTALL_PREFIX={}", prefix.display()));
    configure.arg("-S").arg(work.join("source")).arg("-B").arg(work.join("build"));
    process::run_quietly(configure, "xr-sim")?;
    let mut compile = Command::new("ninja");
    compile.arg("-C").arg(work.join("build")).arg("install");
    process::run_quietly(compile, "xr-sim")?;
    let done = || {
        fs::write(prefix.join("built"), SHA256)?;
        fs::remove_dir_all(&work)
    };
    done().map_err(|error| cannot_write(prefix, &error))
}

/// The archive with the source: named by the user, or fetched as Debian's.
fn fetch(work: &Path) -> Result<PathBuf, Failure> {
    let archive = match std::env::var_os(OWN_SOURCE) {
        Some(file) => PathBuf::from(file),
        None => {
            fetch_from_debian(work)?;
            work.join(SOURCE)
        }
    };
    let bytes = fs::read(&archive).map_err(|error| {
        Failure::could_not(format!("the source {} cannot be read: {error}", archive.display()), other_source())
    })?;
    let digest = Sha256::digest(&bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    if digest == SHA256 {
        return Ok(archive);
    }
    Err(Failure::found(format!("{} is not the file it should be: its digest is {digest}", archive.display()), ""))
}

fn other_source() -> String {
    format!("Fetch the file {SOURCE} (Debian 13, package monado) yourself, and name it in {OWN_SOURCE}.")
}

/// Fetches the source through apt with settings of its own, so that the machine's stay as they are.
fn fetch_from_debian(work: &Path) -> Result<(), Failure> {
    let mut targets = Command::new("apt-get");
    targets.args(["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Origin: Debian"]);
    let listed = process::output(&mut targets).unwrap_or_default();
    // The archive of security updates has no such package.
    let mirror = listed.lines().map(|line| line.trim_end_matches('/')).find(|line| line.ends_with("/debian"));
    let Some(mirror) = mirror.or_else(|| listed.lines().next()) else {
        return Err(Failure::could_not("this machine's apt knows no archive of Debian", other_source()));
    };
    let keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
    let list = work.join("sources.list");
    let write = || {
        fs::create_dir_all(work.join("lists/partial"))?;
        fs::create_dir_all(work.join("cache/archives/partial"))?;
        fs::write(&list, format!("deb-src [signed-by={keyring}] {mirror} trixie main\n"))
    };
    write().map_err(|error| cannot_write(&list, &error))?;
    for words in [&["update"][..], &["--download-only", "--tar-only", "source", "monado"]] {
        let mut apt = Command::new("apt-get");
        for (name, value) in [
            ("Dir::State::Lists", work.join("lists")),
            ("Dir::Cache", work.join("cache")),
            ("Dir::Etc::SourceList", list.clone()),
            ("Dir::Etc::SourceParts", "/dev/null".into()),
            // The folder is the user's own, not apt's.
            ("APT::Sandbox::User", "root".into()),
        ] {
            apt.arg("-o").arg(format!("{name}={}", value.display()));
        }
        apt.args(words).current_dir(work);
        process::run_quietly(apt, "xr-sim")
            .map_err(|failure| Failure { help: format!("{}\n{}", failure.help, other_source()), ..failure })?;
    }
    Ok(())
}

/// Makes a change of the source.
fn make(change: &Change, source: &Path) -> Result<(), Failure> {
    let Change(file, from, to) = change;
    let file = source.join(file);
    let text = fs::read_to_string(&file).map_err(|error| cannot_write(&file, &error))?;
    if !text.contains(from) {
        let message = format!("{} does not hold what was to be changed: {from}", file.display());
        return Err(Failure::found(message, ""));
    }
    fs::write(&file, text.replace(from, to)).map_err(|error| cannot_write(&file, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_made_or_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.c"), "x = 20; // slow\n").unwrap();
        make(&Change("a.c", "20; // slow", "60;"), folder.path()).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("a.c")).unwrap(), "x = 60;\n");
        assert!(make(&Change("a.c", "20; // slow", "60;"), folder.path()).is_err());
    }
}
