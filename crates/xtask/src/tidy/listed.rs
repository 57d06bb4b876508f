//! Every model and sound is listed in a manifest (`assets/manifests/*.ron`) with the hash of what is there, so that no file
//! changes without the script that makes it having said so; all assets together keep to their budget.

use sha2::{Digest, Sha256};

use super::Finding;

/// Folders whose files scripts make and list.
const MADE: [&str; 2] = ["assets/models/", "assets/audio/"];
/// Most bytes of all assets together.
const BUDGET: u64 = 80_000_000;

/// Whether the rule is about a file.
pub fn is_made(path: &str) -> bool {
    MADE.iter().any(|folder| path.starts_with(folder))
}

/// Checks one such file against the text of all manifests.
pub fn check(path: &str, bytes: &[u8], manifests: &str) -> Option<Finding> {
    let name = format!("\"{}\"", path.trim_start_matches("assets/"));
    let found = |message: &str| Some(Finding::new(path, 1, "listed", message.to_owned()));
    let Some(row) = manifests.lines().find(|line| line.contains(&name) && line.contains("sha256: ")) else {
        return found("no manifest lists it: make it with `cargo xtask assets`, which lists what it makes");
    };
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if row.contains(&hash) && row.contains(&format!("bytes: {}", bytes.len())) {
        return None;
    }
    found(
        "it is not what its manifest lists: make it with `cargo xtask assets`, or list it anew with `cargo xtask assets manifest`",
    )
}

/// Checks the size of all assets.
pub fn budget(bytes: u64) -> Option<Finding> {
    let message =
        || format!("all files together have {bytes} bytes; at most {BUDGET}: make models and pictures smaller");
    (bytes > BUDGET).then(|| Finding::new("assets", 1, "listed", message()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hash of `abc`, as FIPS 180-4 gives it.
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn a_file_is_what_its_manifest_lists() {
        let manifest = format!("(path: \"models/a.glb\", sha256: \"{ABC}\", bytes: 3),\n");
        assert_eq!(check("assets/models/a.glb", b"abc", &manifest), None);
        assert!(check("assets/models/a.glb", b"abd", &manifest).is_some(), "changed");
        assert!(check("assets/models/b.glb", b"abc", &manifest).is_some(), "not listed");
        assert!(is_made("assets/models/a.glb") && !is_made("assets/fonts/a.ttf"));
    }

    #[test]
    fn all_assets_together_have_a_budget() {
        assert_eq!(budget(BUDGET), None);
        assert!(budget(BUDGET + 1).is_some());
    }
}
