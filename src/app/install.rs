//! Where the program's own files lie: the folder with `assets/` and `scenarios/`.

use std::path::PathBuf;

use bevy::prelude::*;

/// The folder with `assets/` and `scenarios/`.
#[derive(Resource, Debug, Clone, PartialEq, Eq)]
pub struct InstallRoot(pub PathBuf);

impl InstallRoot {
    /// Looks where `PROEFLES_ROOT` says, where cargo runs us, beside and above the program, and in the current folder.
    pub fn find() -> Self {
        let from_env =
            ["PROEFLES_ROOT", "CARGO_MANIFEST_DIR"].into_iter().filter_map(std::env::var_os).map(PathBuf::from);
        let program = std::env::current_exe().ok();
        let above = program.iter().flat_map(|program| program.ancestors().skip(1)).map(PathBuf::from);
        let here = std::env::current_dir().ok();
        let found = from_env.chain(above).chain(here.clone()).find(|dir| dir.join("assets").is_dir());
        Self(found.or(here).unwrap_or_default())
    }

    /// The folder of the engine's assets.
    pub fn assets(&self) -> PathBuf {
        self.0.join("assets")
    }

    /// The folder of the lessons that come with the program.
    pub fn scenarios(&self) -> PathBuf {
        self.0.join("scenarios")
    }
}
