//! Takes one picture and saves it, off the frame's thread.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

use bevy::camera::RenderTarget;
use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};

use crate::app::{NoticeLevel, Notices, Said, Worker};

/// A picture that is on disk, or is not.
type Saved = (PathBuf, Result<(), String>);

/// Pictures under way and done.
#[derive(Resource)]
pub struct Album {
    under_way: usize,
    saved: Vec<PathBuf>,
    report: Sender<Saved>,
    reports: Mutex<Receiver<Saved>>,
}

impl Album {
    /// Whether a picture still has to reach the disk.
    pub fn is_busy(&self) -> bool {
        self.under_way > 0
    }

    /// The pictures on disk, oldest first.
    pub fn saved(&self) -> &[PathBuf] {
        &self.saved
    }
}

pub(super) fn plugin(app: &mut App) {
    let (report, reports) = channel();
    let album = Album { under_way: 0, saved: Vec::new(), report, reports: Mutex::new(reports) };
    app.insert_resource(album).add_systems(First, collect);
}

/// Takes a picture of this frame.
pub fn take(commands: &mut Commands, album: &mut Album, target: RenderTarget, file: PathBuf) {
    album.under_way += 1;
    let report = album.report.clone();
    commands.spawn(Screenshot(target)).observe(move |captured: On<ScreenshotCaptured>, worker: Res<Worker>| {
        let (image, file, report) = (captured.image.clone(), file.clone(), report.clone());
        worker.run(move || {
            let result = save(&image, &file);
            // The album lives as long as the application; after that nobody asks.
            report.send((file, result)).ok();
        });
    });
}

fn save(image: &Image, file: &Path) -> Result<(), String> {
    let picture = image.clone().try_into_dynamic().map_err(|error| error.to_string())?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    // The alpha channel holds brightness, not transparency.
    picture.to_rgb8().save(file).map_err(|error| error.to_string())
}

fn collect(mut album: ResMut<Album>, mut notices: ResMut<Notices>) {
    let album = album.bypass_change_detection();
    let reports: Vec<Saved> = album.reports.lock().map(|reports| reports.try_iter().collect()).unwrap_or_default();
    for (file, result) in reports {
        album.under_way = album.under_way.saturating_sub(1);
        match result {
            Ok(()) => album.saved.push(file),
            Err(reason) => notices.push(NoticeLevel::Error, not_saved(&file, &reason)),
        }
    }
}

fn not_saved(file: &Path, reason: &str) -> Said {
    let file = file.display();
    Said::new(
        format!(
            "Het beeld {file} kon niet bewaard worden: {reason}. Geef een naam die eindigt op .png, in een map die beschreven kan worden."
        ),
        format!(
            "The picture {file} could not be saved: {reason}. Give a name that ends in .png, in a folder that can be written to."
        ),
    )
}
