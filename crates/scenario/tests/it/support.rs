//! The good fixture, whole and bent.

use std::path::{Path, PathBuf};

use proefles_scenario::{Loaded, Source, load_sources};

/// Where the good scenario lies.
pub fn small_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small.scenario.ron")
}

/// The good scenario's files: main, Dutch, English.
pub fn small() -> [(&'static str, String); 3] {
    let read = |name: &str| std::fs::read_to_string(small_path().with_file_name(name)).unwrap();
    ["small.scenario.ron", "small.nl.ron", "small.en.ron"].map(|name| (name, read(name)))
}

/// The good scenario after replacing, in the named file, the first occurrence of a text by another.
pub fn bent(edits: &[(&str, &str, &str)]) -> Loaded {
    let mut files = small();
    for (name, from, to) in edits {
        let (_, text) = files.iter_mut().find(|(file, _)| file.split('.').any(|part| part == *name)).unwrap();
        assert!(text.contains(from), "{name} has no {from:?}");
        *text = text.replacen(from, to, 1);
    }
    load(&files)
}

/// Loads files from memory.
pub fn load(files: &[(&'static str, String)]) -> Loaded {
    let sources: Vec<Source> = files.iter().map(|(name, text)| Source::new(*name, text.as_str())).collect();
    load_sources(sources[0].clone(), &sources[1..])
}

/// A main file of these bytes, without texts.
pub fn bytes(main: &[u8]) -> Loaded {
    load_sources(Source::new("small.scenario.ron", main), &[])
}

/// Writes the good scenario into a folder.
pub fn small_in(dir: &Path) {
    for (name, text) in small() {
        std::fs::write(dir.join(name), text).unwrap();
    }
}
