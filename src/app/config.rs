//! Arguments of the program and what they mean.

use std::path::PathBuf;

use bevy::prelude::*;
use clap::{ArgGroup, Parser, ValueEnum};
use proefles_scenario::Lang;
use proefles_sim::Policy;

/// How much the pictures may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ValueEnum)]
pub enum Quality {
    /// For a laptop without a graphics card.
    Low,
    /// For most machines.
    Medium,
    /// For a graphics card.
    High,
}

impl Quality {
    /// All qualities, cheapest first.
    pub const ALL: [Quality; 3] = [Quality::Low, Quality::Medium, Quality::High];

    /// Its name in files and arguments.
    pub const fn name(self) -> &'static str {
        match self {
            Quality::Low => "low",
            Quality::Medium => "medium",
            Quality::High => "high",
        }
    }

    /// The quality of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quality| quality.name() == name)
    }
}

/// What the application runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Shell {
    /// A window.
    #[default]
    Desktop,
    /// A headset.
    Xr,
    /// Pictures without a window.
    Offscreen,
    /// Nothing that shows: for tests.
    Logic,
}

impl Shell {
    /// Whether this shell draws anything.
    pub const fn renders(self) -> bool {
        !matches!(self, Shell::Logic)
    }

    /// Whether somebody sits at it: time is real, and what cannot be done is told and not an end.
    pub const fn is_live(self) -> bool {
        matches!(self, Shell::Desktop | Shell::Xr)
    }
}

/// Where what is heard goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SoundTo {
    /// To whoever sits at the machine; nowhere in a shell that nobody sits at.
    #[default]
    Listener,
    /// To a file (WAV), in step with the lesson.
    File(PathBuf),
    /// To memory, in step with the lesson: for tests.
    Memory,
}

/// A picture asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct ScreenshotAt {
    /// When, in seconds of the lesson.
    pub secs: f64,
    /// Where it goes.
    pub file: PathBuf,
}

/// A classroom to rehearse in.
#[derive(Parser, Debug, Clone)]
#[command(name = "proefles", version, about, group(ArgGroup::new("shell")), group(ArgGroup::new("driver")))]
pub struct Args {
    /// Lesson to open: a file ending in .scenario.ron, or the id of a lesson in the library.
    pub scenario: Option<String>,
    /// In a window (the default).
    #[arg(long, group = "shell")]
    pub desktop: bool,
    /// In a headset, by OpenXR; without one, in a window.
    #[arg(long, group = "shell")]
    pub xr: bool,
    /// With --xr: no window that shows what the teacher sees.
    #[arg(long, requires = "xr")]
    pub no_window: bool,
    /// With --xr: size of each eye's picture, such as 1280x1408, if not as the headset asks.
    #[arg(long, requires = "xr", value_parser = parse_size, value_name = "WxH")]
    pub eyes: Option<UVec2>,
    /// Without a window: --autopilot or --script teaches, pictures and records lie in a folder.
    #[arg(long, group = "shell")]
    pub offscreen: bool,
    /// Language: nl or en.
    #[arg(long, value_parser = parse_lang)]
    pub lang: Option<Lang>,
    /// How much the pictures may cost.
    #[arg(long)]
    pub quality: Option<Quality>,
    /// Size of window or pictures, such as 1280x720.
    #[arg(long, value_parser = parse_size, value_name = "WxH", default_value = "1280x720")]
    pub size: UVec2,
    /// Seed of the run; the same seed, lesson and commands give the same run.
    #[arg(long)]
    pub seed: Option<u64>,
    /// Where settings and records are kept.
    #[arg(long, value_name = "DIR")]
    pub profile_dir: Option<PathBuf>,
    /// Lets a policy teach: absent, harsh, immobile, typical, dynamic, expert or random.
    #[arg(long, value_name = "POLICY", group = "driver")]
    pub autopilot: Option<Policy>,
    /// Lets a file of commands teach.
    #[arg(long, value_name = "FILE", group = "driver")]
    pub script: Option<PathBuf>,
    /// Lesson time per real time, 0.1 to 100.
    #[arg(long, value_parser = parse_speed, value_name = "X", default_value = "1")]
    pub speed: f64,
    /// Folder for the record of the run.
    #[arg(long, value_name = "DIR")]
    pub record: Option<PathBuf>,
    /// Saves a picture (PNG) at a second of the lesson. May be repeated.
    #[arg(long = "screenshot", value_parser = parse_screenshot, value_name = "SECS=FILE")]
    pub screenshots: Vec<ScreenshotAt>,
    /// Writes what is heard to a file (WAV), in step with the lesson, instead of playing it.
    #[arg(long, value_name = "FILE")]
    pub sound: Option<PathBuf>,
    /// Ends the program at a second of the lesson.
    #[arg(long, value_parser = parse_secs, value_name = "SECS")]
    pub exit_at: Option<f64>,
}

/// What the application was asked to be.
#[derive(Resource, Debug, Clone)]
pub struct AppConfig {
    /// What it runs in.
    pub shell: Shell,
    /// Lesson to open: path or id.
    pub scenario: Option<String>,
    /// Language, if not as in the settings.
    pub lang: Option<Lang>,
    /// Quality, if not as in the settings.
    pub quality: Option<Quality>,
    /// Size of window or pictures in pixels.
    pub size: UVec2,
    /// Whether a live shell has a window.
    pub window: bool,
    /// Size of each eye's picture in pixels, if not as the headset asks.
    pub eyes: Option<UVec2>,
    /// Seed of the run, if not a fresh one.
    pub seed: Option<u64>,
    /// Folder of settings and records, if not the user's own.
    pub profile_dir: Option<PathBuf>,
    /// Policy that teaches.
    pub autopilot: Option<Policy>,
    /// File of commands that teaches.
    pub script: Option<PathBuf>,
    /// Lesson time per real time.
    pub speed: f64,
    /// Folder for the record of the run.
    pub record: Option<PathBuf>,
    /// Pictures asked for.
    pub screenshots: Vec<ScreenshotAt>,
    /// Where what is heard goes.
    pub sound: SoundTo,
    /// Second of the lesson at which the program ends.
    pub exit_at: Option<f64>,
    /// Whether pictures of models are read in their compressed form, if not as suits the graphics card.
    pub compressed: Option<bool>,
}

impl AppConfig {
    /// Whether a policy or a script teaches, not a person.
    pub fn is_driven(&self) -> bool {
        self.autopilot.is_some() || self.script.is_some()
    }

    /// Whether there is a window.
    pub fn has_window(&self) -> bool {
        self.shell.is_live() && self.window
    }
}

impl Default for AppConfig {
    fn default() -> Self {
        Self {
            shell: Shell::Desktop,
            scenario: None,
            lang: None,
            quality: None,
            size: UVec2::new(1280, 720),
            window: true,
            eyes: None,
            seed: None,
            profile_dir: None,
            autopilot: None,
            script: None,
            speed: 1.0,
            record: None,
            screenshots: Vec::new(),
            sound: SoundTo::Listener,
            exit_at: None,
            compressed: None,
        }
    }
}

impl From<Args> for AppConfig {
    fn from(args: Args) -> Self {
        let shell = match (args.xr, args.offscreen) {
            (true, _) => Shell::Xr,
            (_, true) => Shell::Offscreen,
            _ => Shell::Desktop,
        };
        Self {
            shell,
            scenario: args.scenario,
            lang: args.lang,
            quality: args.quality,
            size: args.size,
            window: !args.no_window,
            eyes: args.eyes,
            seed: args.seed,
            profile_dir: args.profile_dir,
            autopilot: args.autopilot,
            script: args.script,
            speed: args.speed,
            record: args.record,
            screenshots: args.screenshots,
            sound: args.sound.map_or(SoundTo::Listener, SoundTo::File),
            exit_at: args.exit_at,
            compressed: None,
        }
    }
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| "expected nl or en".to_owned())
}

fn parse_size(text: &str) -> Result<UVec2, String> {
    let read = || {
        let (width, height) = text.split_once(['x', 'X'])?;
        Some(UVec2::new(width.parse().ok()?, height.parse().ok()?))
    };
    match read() {
        Some(size) if size.min_element() >= 64 && size.max_element() <= 8192 => Ok(size),
        Some(_) => Err("each side must be 64 to 8192 pixels".to_owned()),
        None => Err("expected WIDTHxHEIGHT, such as 1280x720".to_owned()),
    }
}

fn parse_secs(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(secs) if (0.0..=86_400.0).contains(&secs) => Ok(secs),
        _ => Err("expected seconds of the lesson, 0 to 86400".to_owned()),
    }
}

fn parse_speed(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(speed) if (0.1..=100.0).contains(&speed) => Ok(speed),
        _ => Err("expected 0.1 to 100".to_owned()),
    }
}

fn parse_screenshot(text: &str) -> Result<ScreenshotAt, String> {
    let (secs, file) = text.split_once('=').ok_or("expected SECS=FILE, such as 30=class.png")?;
    if file.is_empty() {
        return Err("the file's name is missing after '='".to_owned());
    }
    Ok(ScreenshotAt { secs: parse_secs(secs)?, file: PathBuf::from(file) })
}
