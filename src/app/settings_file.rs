//! `settings.ron`: the format of the settings, version 1, apart from the settings themselves.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use proefles_scenario::Lang;
use serde::{Deserialize, Serialize};

use super::{Quality, Settings};

/// Name of the file in the profile folder.
pub const NAME: &str = "settings.ron";
/// Longest file that is read, bytes.
const MAX_BYTES: u64 = 1024 * 1024;

/// Version 1. What a file leaves out has its default.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Settings")]
struct SettingsV1 {
    version: u32,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    volume: Option<f32>,
    #[serde(default)]
    voices_volume: Option<f32>,
    #[serde(default)]
    room_volume: Option<f32>,
    #[serde(default)]
    text_scale: Option<f32>,
    #[serde(default)]
    mouse_sensitivity: Option<f32>,
    #[serde(default)]
    invert_y: Option<bool>,
    #[serde(default)]
    seated: Option<bool>,
    #[serde(default)]
    turn_deg: Option<u16>,
    #[serde(default)]
    smooth_walk: Option<bool>,
    #[serde(default)]
    raised: Option<bool>,
    #[serde(default)]
    captions: Option<bool>,
    #[serde(default)]
    quality: Option<String>,
    #[serde(default)]
    keys: BTreeMap<String, String>,
}

/// What was found.
#[derive(Debug, PartialEq)]
pub enum Read {
    /// Settings.
    Settings(Settings),
    /// No file yet.
    None,
    /// A file that cannot be used. It was put aside, if that was possible.
    Bad {
        /// Why.
        reason: String,
        /// Its new name.
        kept_as: Option<PathBuf>,
    },
}

/// Reads the file; puts it aside as `.bad` if it cannot be used.
pub fn read(file: &Path) -> Read {
    let reason = match read_text(file) {
        Ok(None) => return Read::None,
        Ok(Some(text)) => match parse(&text) {
            Ok(settings) => return Read::Settings(settings),
            Err(reason) => reason,
        },
        Err(error) => error.to_string(),
    };
    let aside = file.with_extension("ron.bad");
    let kept_as = std::fs::rename(file, &aside).is_ok().then_some(aside);
    Read::Bad { reason, kept_as }
}

/// Reads the file and leaves it as it is; none if it cannot be used.
pub fn peek(file: &Path) -> Option<Settings> {
    parse(&read_text(file).ok()??).ok()
}

fn read_text(file: &Path) -> std::io::Result<Option<String>> {
    match std::fs::metadata(file) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
        Err(error) => return Err(error),
        Ok(found) if found.len() > MAX_BYTES => return Err(std::io::Error::other("it is longer than 1 MiB")),
        Ok(_) => {}
    }
    std::fs::read_to_string(file).map(Some)
}

fn parse(text: &str) -> Result<Settings, String> {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let file: SettingsV1 = options.from_str(text).map_err(|error| error.to_string())?;
    if file.version != 1 {
        return Err(format!("version {} is newer than this program", file.version));
    }
    let normal = Settings::default();
    Ok(Settings {
        lang: file.lang.as_deref().and_then(Lang::from_code).unwrap_or(normal.lang),
        volume: file.volume.unwrap_or(normal.volume),
        voices_volume: file.voices_volume.unwrap_or(normal.voices_volume),
        room_volume: file.room_volume.unwrap_or(normal.room_volume),
        text_scale: file.text_scale.unwrap_or(normal.text_scale),
        mouse_sensitivity: file.mouse_sensitivity.unwrap_or(normal.mouse_sensitivity),
        invert_y: file.invert_y.unwrap_or(normal.invert_y),
        seated: file.seated.unwrap_or(normal.seated),
        turn_deg: file.turn_deg.unwrap_or(normal.turn_deg),
        smooth_walk: file.smooth_walk.unwrap_or(normal.smooth_walk),
        raised: file.raised.unwrap_or(normal.raised),
        captions: file.captions.unwrap_or(normal.captions),
        quality: file.quality.as_deref().and_then(Quality::from_name).unwrap_or(normal.quality),
        keys: file.keys,
    })
}

/// The file's text.
///
/// # Panics
/// Never in practice: every field has a RON form.
pub fn text(settings: &Settings) -> String {
    let file = SettingsV1 {
        version: 1,
        lang: Some(settings.lang.code().to_owned()),
        volume: Some(settings.volume),
        voices_volume: Some(settings.voices_volume),
        room_volume: Some(settings.room_volume),
        text_scale: Some(settings.text_scale),
        mouse_sensitivity: Some(settings.mouse_sensitivity),
        invert_y: Some(settings.invert_y),
        seated: Some(settings.seated),
        turn_deg: Some(settings.turn_deg),
        smooth_walk: Some(settings.smooth_walk),
        raised: Some(settings.raised),
        captions: Some(settings.captions),
        quality: Some(settings.quality.name().to_owned()),
        keys: settings.keys.clone(),
    };
    let config = ron::ser::PrettyConfig::new().extensions(ron::extensions::Extensions::IMPLICIT_SOME).new_line("\n");
    let mut text = ron::ser::to_string_pretty(&file, config).expect("settings have a RON form");
    text.push('\n');
    text
}

/// Writes the file whole or not at all: a power cut leaves the old one or the new one.
///
/// # Errors
/// What the file system said.
pub fn write(file: &Path, text: &str) -> std::io::Result<()> {
    let unfinished = file.with_extension("ron.tmp");
    std::fs::write(&unfinished, text)?;
    std::fs::File::open(&unfinished)?.sync_all()?;
    std::fs::rename(&unfinished, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut settings = Settings { lang: Lang::Nl, text_scale: 1.5, quality: Quality::High, ..Settings::default() };
        settings.keys.insert("praise".to_owned(), "KeyP".to_owned());
        assert_eq!(parse(&text(&settings)), Ok(settings));
    }

    #[test]
    fn what_is_left_out_has_its_default() {
        let settings = parse("Settings(version: 1, volume: 0.25)").expect("a short file is a file");
        assert_eq!(settings, Settings { volume: 0.25, ..Settings::default() });
    }

    #[test]
    fn a_later_version_is_refused() {
        assert!(parse("Settings(version: 2)").is_err_and(|reason| reason.contains("version 2")));
    }

    #[test]
    fn numbers_out_of_range_are_brought_back() {
        let settings = parse("Settings(version: 1, volume: 7, text_scale: NaN)").expect("the form is right").clamped();
        assert_eq!((settings.volume, settings.text_scale), (1.0, 1.0));
    }

    #[test]
    fn a_bad_file_is_put_aside() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let file = dir.path().join(NAME);
        std::fs::write(&file, b"\xff\xfe not settings").expect("written");
        assert!(matches!(read(&file), Read::Bad { kept_as: Some(aside), .. } if aside.exists()));
        assert_eq!(read(&file), Read::None);
    }
}
