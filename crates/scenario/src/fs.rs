//! Scenarios on disk: finding them, and reading a scenario with its texts. The rest of the crate does no I/O.

use std::fs::{File, Metadata};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::compile::{Loaded, load_sources};
use crate::diagnostic::{Code, Lines, Sink, Source};
use crate::limits::{MAX_FILE_BYTES, MAX_FOLDER_DEPTH};
use crate::model::Lang;

/// How a scenario's file name ends.
pub const SUFFIX: &str = ".scenario.ron";

/// Why a file could not be read.
struct Unreadable {
    code: Code,
    message: String,
    help: &'static str,
}

/// A path for messages, without anything that a terminal would obey.
fn shown(path: &Path) -> String {
    path.display().to_string().replace(char::is_control, "\u{fffd}")
}

/// Reads a scenario and the texts beside it. Files that cannot be read are problems like any other.
pub fn load_path(path: &Path) -> Loaded {
    let name = shown(path);
    let main = match read_source(path) {
        Ok(main) => main,
        Err(unreadable) => return failed(&name, &unreadable),
    };
    let Some(stem) = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(SUFFIX)) else {
        let message = "this is not called like a scenario".to_owned();
        let help = "give the file that ends in `.scenario.ron`; its texts are found beside it";
        return failed(&name, &Unreadable { code: Code::WrongFileName, message, help });
    };
    let (mut texts, mut problems) = (Vec::new(), Vec::new());
    for lang in Lang::ALL {
        let beside = path.with_file_name(format!("{stem}.{}.ron", lang.code()));
        match read_source(&beside) {
            Ok(source) => texts.push(source),
            // The check of languages says which of the promised ones are missing.
            Err(unreadable) if unreadable.code == Code::NotFound => {}
            Err(unreadable) => problems.push((shown(&beside), unreadable)),
        }
    }
    let mut loaded = load_sources(main, &texts);
    for (name, unreadable) in problems {
        loaded.scenario = None;
        loaded.diagnostics.extend(failed(&name, &unreadable).diagnostics);
    }
    loaded
}

/// Warns of lines without a voice, as [`Loaded::check_voices`]; `voices` is the folder with a folder for each scenario.
pub fn check_voices(loaded: &mut Loaded, voices: &Path) {
    let Some(id) = loaded.scenario.as_ref().map(|scenario| scenario.id.clone()) else { return };
    let folder = voices.join(id);
    loaded.check_voices(|lang, line| folder.join(lang.code()).join(format!("{line}.ogg")).is_file());
}

/// Reads one file, whatever it holds, as far as its size is bearable.
///
/// # Errors
/// The problem, as loading it would report it.
pub fn read_file(path: &Path) -> Result<Source, Box<Loaded>> {
    read_source(path).map_err(|unreadable| Box::new(failed(&shown(path), &unreadable)))
}

fn failed(name: &str, unreadable: &Unreadable) -> Loaded {
    let mut sink = Sink::new(vec![Lines::new(name, "")]);
    sink.report_file(unreadable.code, 0, unreadable.message.clone()).help(unreadable.help);
    Loaded { scenario: None, diagnostics: sink.finish(), sources: vec![Source::new(name, "")], lines: Vec::new() }
}

fn read_source(path: &Path) -> Result<Source, Unreadable> {
    let refused = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Unreadable {
            code: Code::NotFound,
            message: "there is no such file".to_owned(),
            help: "check the path and the folder that you are in",
        },
        kind => Unreadable {
            code: Code::CannotRead,
            message: format!("the file cannot be read: {error}"),
            help: match kind {
                ErrorKind::PermissionDenied => {
                    "you have no permission; ask for it, or copy the file to a folder of yours"
                }
                _ => "try again; if the disk or the network drive fails, copy the file to another place",
            },
        },
    };
    // Asked before opening: opening a pipe would wait for somebody to write into it.
    let metadata: Metadata = std::fs::metadata(path).map_err(refused)?;
    if !metadata.is_file() {
        let what = if metadata.is_dir() { "a folder" } else { "a device or a pipe" };
        return Err(Unreadable {
            code: Code::NotAFile,
            message: format!("this is {what}, not a file"),
            help: "give the path of a file that ends in `.scenario.ron`",
        });
    }
    let too_large = |bytes: u64| Unreadable {
        code: Code::TooLarge,
        message: crate::limits::too_large(bytes),
        help: "this is probably not a scenario; check the path",
    };
    if metadata.len() > MAX_FILE_BYTES {
        return Err(too_large(metadata.len()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(refused)?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(Source::new(shown(path), bytes))
}

/// All scenarios in a folder and the folders below it, in order of their paths. Folders that cannot be read are passed over.
pub fn discover(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    search(dir, MAX_FOLDER_DEPTH, &mut found);
    found.sort();
    found
}

fn search(dir: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            if depth > 0 {
                search(&path, depth - 1, found);
            }
        } else if path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(SUFFIX)) {
            found.push(path);
        }
    }
}
