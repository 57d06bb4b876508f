//! The repository's files: what git would track, found without git so that a downloaded copy can be checked too.

use std::io;
use std::path::Path;

/// Paths of all files from the root, with `/`, sorted. What the root's `.gitignore` names by `/name` is left out, and so
/// are hidden folders, but for those of cargo and the checks.
pub fn files(root: &Path) -> io::Result<Vec<String>> {
    let ignored = match std::fs::read_to_string(root.join(".gitignore")) {
        Ok(text) => text
            .lines()
            .filter_map(|line| line.strip_prefix('/'))
            .map(|name| name.trim_end_matches('/').to_owned())
            .collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    let mut found = Vec::new();
    walk(root, "", &ignored, &mut found)?;
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, ignored: &[String], found: &mut Vec<String>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let hidden = name.starts_with('.') && !matches!(name.as_str(), ".ci" | ".cargo" | ".gitignore");
        if hidden || name == "__pycache__" || ignored.contains(&path) {
            continue;
        }
        // Links are not followed: one that leads out of the repository, or round in it, would never end.
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(&entry.path(), &format!("{path}/"), ignored, found)?;
        } else if kind.is_file() {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_or_hidden_is_left_out() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in ["target/a.rs", ".git/config", ".ci/run", "src/lib.rs", "src/target/mod.rs"] {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().expect("it has one")).expect("writable");
            std::fs::write(file, "").expect("writable");
        }
        std::fs::write(folder.path().join(".gitignore"), "/target\n/runs/\n").expect("writable");
        let found = files(folder.path()).expect("readable");
        assert_eq!(found, [".ci/run", ".gitignore", "src/lib.rs", "src/target/mod.rs"]);
    }
}
