//! `cargo xtask assets [NAME…]`: makes what lies in `assets/` with the scripts of `tools/art`, by hand and never in a build.
//!
//! A part is made again when its scripts, or what they read, changed since it was made; `assets/manifests/made.toml` has the
//! hash of them for each part, which is the version of what made the files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use sha2::{Digest, Sha256};

use crate::report::{self, Failure};
use crate::{Done, process};

/// Options of `assets`.
#[derive(clap::Args)]
pub struct Args {
    /// Parts to make even if nothing changed; without names, every part that changed
    names: Vec<String>,
    /// Only say which parts changed
    #[arg(long)]
    list: bool,
    /// Note that the parts are as their scripts make them, after making them by hand
    #[arg(long, conflicts_with = "list")]
    as_made: bool,
}

/// Something that a few scripts make together.
struct Part {
    name: &'static str,
    tells: &'static str,
    /// What it is made from: files, or folders of files, from the repository's root; the hash of them is its version.
    sources: &'static [&'static str],
    /// Its Python packages, if it needs any.
    requirements: Option<&'static str>,
    /// Script and arguments of each step. `{work}` is a folder for what is downloaded and drawn on the way.
    steps: &'static [&'static [&'static str]],
}

const SOUND: Option<&str> = Some("tools/art/requirements-sound.txt");
const SCENARIO: &str = "scenarios/network-down.scenario.ron";
/// What the room's scripts have in common.
const ROOM: &[&str] = &["tools/art/requirements.txt", "tools/art/*.py"];
/// Files of `tools/art` that have nothing to do with rooms.
const NO_ROOM: [&str; 15] = [
    "audio_files.py",
    "babble.py",
    "compress.py",
    "dsp.py",
    "fonts.py",
    "manifest.py",
    "packages.py",
    "phonemes.py",
    "picture_files.py",
    "pitch.py",
    "ron.py",
    "sounds.py",
    "speech.py",
    "visemes.py",
    "voices.py",
];

/// Every part, in the order in which they need each other.
const PARTS: [Part; 8] = [
    Part {
        name: "fonts",
        tells: "text and icon fonts, 10 s",
        sources: &["tools/art/fonts.py", "tools/art/packages.py"],
        requirements: SOUND,
        steps: &[&["tools/art/fonts.py", "--work", "{work}"]],
    },
    Part {
        name: "effects",
        tells: "sounds of the room, talk and laughter, 3 min",
        sources: &["tools/art/sounds.py", "tools/art/babble.py", "tools/art/dsp.py", "tools/art/speech.py"],
        requirements: SOUND,
        steps: &[&["tools/art/sounds.py", "--work", "{work}"]],
    },
    Part {
        name: "voices",
        tells: "a voice for each line of the lessons, 3 s a line that changed",
        sources: &[
            "tools/art/voices.py",
            "tools/art/phonemes.py",
            "tools/art/pitch.py",
            "tools/art/speech.py",
            "assets/models/students/cast.json",
            "scenarios",
        ],
        requirements: SOUND,
        steps: &[&["tools/art/voices.py", "--work", "{work}", SCENARIO]],
    },
    Part {
        name: "visemes",
        tells: "shapes of the mouths for the voices, 20 s",
        sources: &["tools/art/visemes.py", "tools/art/phonemes.py", "assets/audio/voice"],
        requirements: SOUND,
        steps: &[&["tools/art/visemes.py", SCENARIO]],
    },
    Part {
        name: "students",
        tells: "students, adults and the wheelchair, 5 min",
        sources: &["tools/art/students"],
        requirements: Some("tools/art/students/requirements.txt"),
        steps: &[&["tools/art/students/make.py", "{work}", "assets/models"]],
    },
    Part {
        name: "rooms",
        tells: "furniture, three rooms and their light, over an hour",
        sources: ROOM,
        requirements: Some("tools/art/requirements.txt"),
        steps: &[&["tools/art/build.py", "{work}", "textures", "pieces", "room", "lightmap", "probe"]],
    },
    Part {
        name: "pictures",
        tells: "compressed copies of the models' pictures, 2 min",
        sources: &["tools/art/compress.py", "tools/art/picture_files.py", "tools/art/ktx2.py", "assets/models"],
        requirements: Some("tools/art/requirements-pictures.txt"),
        steps: &[&["tools/art/compress.py"]],
    },
    Part {
        name: "manifest",
        tells: "list of the models, 1 s",
        sources: &["tools/art/manifest.py", "assets/models"],
        requirements: None,
        steps: &[&["tools/art/manifest.py"]],
    },
];

/// Makes the parts that changed, or those that are named.
pub fn run(root: &Path, args: &Args) -> Done {
    let unknown = args.names.iter().find(|name| PARTS.iter().all(|part| part.name != **name));
    if let Some(name) = unknown {
        let names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        return Err(Failure::could_not(format!("there is no part {name}"), format!("There are: {}", names.join(", "))));
    }
    let mut made = read(root)?;
    let mut count = 0;
    for part in PARTS.iter().filter(|part| args.names.is_empty() || args.names.iter().any(|name| name == part.name)) {
        let version = version(root, part)?;
        let is_same = made.get(part.name) == Some(&version);
        if args.list || (is_same && args.names.is_empty()) {
            report::say(&format!("{:<9} {:<9} {}", part.name, if is_same { "as made" } else { "changed" }, part.tells));
            continue;
        }
        let started = Instant::now();
        if !args.as_made {
            make(root, part)?;
        }
        count += 1;
        // What is made may be a source of the next part, or of itself.
        made.insert(part.name.to_owned(), self::version(root, part)?);
        write(root, &made)?;
        report::say(&format!("{:<9} made in {}", part.name, report::human(started.elapsed())));
    }
    if count > 0 {
        report::say(
            "Look at what changed (`git diff --stat assets`), start the application, then commit it all together.",
        );
    }
    Ok(())
}

fn make(root: &Path, part: &Part) -> Done {
    let work = process::target_dir(root).join("assets");
    std::fs::create_dir_all(&work).map_err(|error| cannot(&work, &error))?;
    let python = match part.requirements {
        Some(requirements) => python(root, &work, requirements)?,
        None => PathBuf::from("python3"),
    };
    for (number, step) in part.steps.iter().enumerate() {
        let mut command = Command::new(&python);
        command.current_dir(root).env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONUNBUFFERED", "1");
        command.args(step.iter().map(|arg| arg.replace("{work}", &work.display().to_string())));
        process::run_quietly(command, &format!("{} {} of {}", part.name, number + 1, part.steps.len()))?;
    }
    Ok(())
}

/// Python with these packages, in an environment of its own beside what cargo builds.
fn python(root: &Path, work: &Path, requirements: &str) -> Result<PathBuf, Failure> {
    let list = root.join(requirements);
    let text = std::fs::read(&list).map_err(|error| cannot(&list, &error))?;
    let folder = work.join(format!("python-{}", &hex(&Sha256::digest(text))[..12]));
    let python = folder.join("bin").join("python");
    let ready = folder.join("ready");
    if ready.exists() {
        return Ok(python);
    }
    let mut make = Command::new("python3.11");
    make.args(["-m", "venv"]).arg(&folder);
    process::run_quietly(make, "python 3.11 with its own packages")?;
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--disable-pip-version-check", "-r"]).arg(&list);
    process::run_quietly(install, "packages")?;
    std::fs::write(&ready, "").map_err(|error| cannot(&ready, &error))?;
    Ok(python)
}

/// The hash of what a part is made from.
fn version(root: &Path, part: &Part) -> Result<String, Failure> {
    let mut files: Vec<PathBuf> = Vec::new();
    for source in part.sources.iter().copied().chain(part.requirements) {
        match source.strip_suffix("/*.py") {
            Some(folder) => {
                let all = listed(&root.join(folder))?.into_iter();
                files.extend(all.filter(|file| file.is_file() && is_of_rooms(file)));
            }
            None => collect(&root.join(source), &mut files)?,
        }
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.strip_prefix(root).unwrap_or(&file).to_string_lossy().as_bytes());
        hash.update(std::fs::read(&file).map_err(|error| cannot(&file, &error))?);
    }
    Ok(hex(&hash.finalize())[..16].to_owned())
}

fn is_of_rooms(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".py") && !NO_ROOM.contains(&name.as_ref())
}

/// A file, or all files below a folder.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Done {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in listed(path)? {
        if entry.file_name().is_some_and(|name| name != "__pycache__") {
            collect(&entry, files)?;
        }
    }
    Ok(())
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| cannot(folder, &error))?;
    Ok(entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn made_file(root: &Path) -> PathBuf {
    root.join("assets/manifests/made.toml")
}

/// The version of each part that was made.
fn read(root: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let file = made_file(root);
    let Ok(text) = std::fs::read_to_string(&file) else { return Ok(BTreeMap::new()) };
    toml::from_str(&text).map_err(|error| {
        Failure::could_not(format!("{}: {error}", file.display()), "Take back the last change to it, or delete it.")
    })
}

fn write(root: &Path, made: &BTreeMap<String, String>) -> Done {
    let file = made_file(root);
    let rows: String = made.iter().map(|(part, version)| format!("{part} = \"{version}\"\n")).collect();
    let head = "# The version of what made each part of the assets. Written by `cargo xtask assets`.\n";
    std::fs::write(&file, head.to_owned() + &rows).map_err(|error| cannot(&file, &error))
}

fn cannot(path: &Path, error: &std::io::Error) -> Failure {
    Failure::could_not(format!("{}: {error}", path.display()), "Check the file and its permissions.")
}
