//! The folder of settings and records of this user.

use std::path::{Path, PathBuf};

use bevy::prelude::*;

use super::{AppConfig, NoticeLevel, Notices, Said};

/// Where settings and records of this user lie.
#[derive(Resource, Debug, Clone)]
pub struct Profile {
    dir: PathBuf,
    is_writable: bool,
}

impl Profile {
    /// Opens the profile in a folder, and finds out whether it can be written to.
    pub fn open(dir: PathBuf) -> Self {
        let is_writable = can_write(&dir);
        Self { dir, is_writable }
    }

    /// The folder asked for, or the user's own place for data.
    pub fn of(config: &AppConfig) -> Self {
        Self::open(dir_of(config))
    }

    /// The folder. It may not exist where it cannot be written to.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Whether anything can be kept here.
    pub fn is_writable(&self) -> bool {
        self.is_writable
    }

    /// Where records go: the profile, or a temporary folder while the profile cannot be written to.
    pub fn records_dir(&self) -> PathBuf {
        if self.is_writable { self.dir.clone() } else { fallback_dir() }
    }

    /// A name for the folder of a new run, sorted by date: `20260131-094500-network-down`.
    pub fn fresh_run_name(&self, scenario_id: &str) -> String {
        format!("{}-{scenario_id}", jiff::Timestamp::now().strftime("%Y%m%d-%H%M%S"))
    }
}

/// Where records go when nothing else can be written to. The user is told.
#[expect(clippy::disallowed_methods, reason = "the last resort for a record that would be lost otherwise")]
pub fn fallback_dir() -> PathBuf {
    std::env::temp_dir().join("proefles")
}

/// The folder asked for, or the user's own place for data.
pub(super) fn dir_of(config: &AppConfig) -> PathBuf {
    config.profile_dir.clone().or_else(proefles_cli::profile_folder).unwrap_or_else(fallback_dir)
}

fn can_write(dir: &Path) -> bool {
    let probe = dir.join(format!(".probe-{}", std::process::id()));
    let is_written = std::fs::create_dir_all(dir).is_ok() && std::fs::write(&probe, b"").is_ok();
    is_written && std::fs::remove_file(&probe).is_ok()
}

pub(super) fn plugin(app: &mut App) {
    let profile = Profile::of(app.world().resource::<AppConfig>());
    if !profile.is_writable() {
        let (dir, records) = (profile.dir().display(), profile.records_dir());
        let records = records.display();
        let text = Said::new(
            format!(
                "De map {dir} kan niet beschreven worden: instellingen worden niet bewaard, verslagen staan in {records}. Kies een andere map met --profile-dir."
            ),
            format!(
                "The folder {dir} cannot be written to: settings are not kept, records lie in {records}. Choose another folder with --profile-dir."
            ),
        );
        app.world_mut().resource_mut::<Notices>().push(NoticeLevel::Warning, text);
    }
    app.insert_resource(profile);
}
