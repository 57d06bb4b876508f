//! Sounds, read and decoded before the lesson begins, never by the frame's thread.
//!
//! Effects have fixed names; voices are whatever lies in the folder of the lesson and language, one file per line, so
//! that an author adds a voice by adding a file. What is missing or broken is not heard, and that is told once.

use std::collections::HashMap;
use std::convert::Infallible;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use proefles_scenario::{Lang, Scenario, Speaker};

use crate::app::{AppConfig, InstallRoot, NoticeLevel, Notices, Said, Screen, Settings};
use crate::content::{Preload, SelectedScenario};

use super::mixer::Clip;
use super::output;

/// How the names of sound files end.
const SUFFIX: &str = "ogg";

macro_rules! effects {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        /// A sound of the room.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Effect { $($(#[$doc])* $name,)* }

        impl Effect {
            /// All of them.
            pub const ALL: &'static [Effect] = &[$(Effect::$name,)*];

            /// Name of its file, without folder and ending.
            pub const fn name(self) -> &'static str {
                match self { $(Effect::$name => $file,)* }
            }
        }
    };
}

effects! {
    /// School bell.
    Bell = "bell";
    /// A chair drawn in.
    Chair = "chair_1";
    /// A chair pushed back.
    ChairBack = "chair_2";
    /// A panel's answer to a press.
    Click = "click";
    /// The corridor.
    Corridor = "corridor";
    /// The door is opened.
    DoorOpen = "door_open";
    /// The door falls shut.
    DoorShut = "door_shut";
    /// A hand closing on a thing.
    Grab = "grab";
    /// Typing.
    Keyboard = "keyboard";
    /// Several laugh.
    Laugh = "laugh_class";
    /// A message arrives.
    Notification = "notification";
    /// The board fails.
    Outage = "outage";
    /// A sheet of paper.
    Paper = "paper";
    /// Writing by hand.
    Pencil = "pencil";
    /// A plug pushed home.
    Plug = "plug";
    /// Ventilation.
    RoomTone = "room_tone";
    /// A footstep.
    Step1 = "step_1";
    /// Another one.
    Step2 = "step_2";
    /// Another one.
    Step3 = "step_3";
    /// Another one.
    Step4 = "step_4";
    /// A footstep on carpet.
    StepCarpet1 = "step_carpet_1";
    /// Another one.
    StepCarpet2 = "step_carpet_2";
    /// Another one.
    StepCarpet3 = "step_carpet_3";
    /// Another one.
    StepCarpet4 = "step_carpet_4";
    /// A child's phrases, each in a slot.
    Talk1 = "talk_1";
    /// Another one's phrases, each in a slot.
    Talk2 = "talk_2";
    /// Another one's phrases, each in a slot.
    Talk3 = "talk_3";
    /// Another one's phrases, each in a slot.
    Talk4 = "talk_4";
    /// Another one's phrases, each in a slot.
    Talk5 = "talk_5";
    /// Another one's phrases, each in a slot.
    Talk6 = "talk_6";
    /// Another one's phrases, each in a slot.
    Talk7 = "talk_7";
    /// Another one's phrases, each in a slot.
    Talk8 = "talk_8";
    /// A phone on a desk.
    Vibrate = "vibrate";
    /// A child's whispers, each in a slot.
    Whisper1 = "whisper_1";
    /// Another one's whispers, each in a slot.
    Whisper2 = "whisper_2";
    /// Another one's whispers, each in a slot.
    Whisper3 = "whisper_3";
}

/// Sounds of a folder, by the names of their files without the ending.
#[derive(Asset, TypePath, Default)]
pub struct SoundSet {
    clips: HashMap<String, Clip>,
    /// Files that cannot be used, with the reason.
    broken: Vec<(PathBuf, String)>,
}

/// The sets that were asked for. They stay, so that a second lesson starts at once.
#[derive(Resource, Default)]
pub struct Library {
    effects: Handle<SoundSet>,
    voices: HashMap<(String, Lang), Handle<SoundSet>>,
    /// Lesson and language that are on.
    current: Option<(String, Lang)>,
}

/// The sounds of the room, as far as they are there.
#[derive(SystemParam)]
pub struct Effects<'w> {
    library: Res<'w, Library>,
    sets: Res<'w, Assets<SoundSet>>,
}

impl Effects<'_> {
    /// A sound, unless it is missing.
    pub fn get(&self, effect: Effect) -> Option<&Clip> {
        self.sets.get(&self.library.effects)?.clips.get(effect.name())
    }
}

/// The voices of the lesson, as far as they are there.
#[derive(SystemParam)]
pub struct Voices<'w> {
    library: Res<'w, Library>,
    sets: Res<'w, Assets<SoundSet>>,
}

impl Voices<'_> {
    pub(super) fn get(&self, line: &str) -> Option<&Clip> {
        let set = self.library.voices.get(self.library.current.as_ref()?)?;
        self.sets.get(set)?.clips.get(line)
    }

    /// How long a line's voice lasts, in seconds, if it has one.
    pub fn secs(&self, line: &str) -> Option<f32> {
        self.get(line).map(|clip| clip.duration().as_secs_f32())
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_asset::<SoundSet>().init_resource::<Library>();
    if output::is_heard(app.world().resource::<AppConfig>()) {
        app.add_systems(Startup, read_effects)
            .add_systems(OnEnter(Screen::Loading), (read_voices, wait_for_effects))
            .add_systems(Update, (read_voices.run_if(resource_changed::<Settings>), tell));
    }
}

fn read_effects(mut library: ResMut<Library>, server: Res<AssetServer>, root: Res<InstallRoot>) {
    let folder = root.assets().join("audio").join("fx");
    let files: Vec<PathBuf> =
        Effect::ALL.iter().map(|effect| folder.join(effect.name()).with_extension(SUFFIX)).collect();
    library.effects = server.add_async(async move { Ok::<_, Infallible>(read_files(files)) });
}

fn wait_for_effects(library: Res<Library>, mut preload: ResMut<Preload>) {
    preload.add(library.effects.clone());
}

/// Reads the voices of the chosen lesson in the language that its captions have.
fn read_voices(
    mut library: ResMut<Library>,
    mut preload: ResMut<Preload>,
    server: Res<AssetServer>,
    root: Res<InstallRoot>,
    selected: Res<SelectedScenario>,
    settings: Res<Settings>,
) {
    let Some(scenario) = &selected.0 else { return };
    let lang = scenario.lang_for(settings.lang);
    let key = (scenario.id.clone(), lang);
    if library.current.as_ref() == Some(&key) {
        return;
    }
    let folder = root.assets().join("audio").join("voice").join(&scenario.id).join(lang.code());
    let lines = voiced(scenario);
    let read = move || {
        let mut set = read_files(files_in(&folder));
        set.clips.retain(|name, _| lines.contains(name));
        let mute = lines.iter().filter(|line| !set.clips.contains_key(*line)).count();
        if mute > 0 {
            debug!("{mute} of {} lines have no voice in {}", lines.len(), folder.display());
        }
        set
    };
    let set = library
        .voices
        .entry(key.clone())
        .or_insert_with(|| server.add_async(async move { Ok::<_, Infallible>(read()) }))
        .clone();
    preload.add(set);
    library.current = Some(key);
}

/// Names of the lines that a voice could say. (What the teacher says, whoever practises says.)
fn voiced(scenario: &Scenario) -> Vec<String> {
    scenario.lines.iter().filter(|line| line.speaker != Speaker::Teacher).map(|line| line.name.clone()).collect()
}

/// The sound files of a folder; none if there is no such folder.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.extension() == Some(OsStr::new(SUFFIX))).collect();
    files.sort();
    files
}

fn read_files(files: Vec<PathBuf>) -> SoundSet {
    let mut set = SoundSet::default();
    for path in files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match Clip::from_file(&path) {
            Ok(clip) if clip.frames.is_empty() => set.broken.push((path, "empty".to_owned())),
            Ok(clip) => {
                set.clips.insert(name, clip);
            }
            Err(error) => set.broken.push((path, error.to_string())),
        }
    }
    set
}

/// Tells of files that cannot be used, all of a folder at once.
fn tell(mut read: MessageReader<AssetEvent<SoundSet>>, sets: Res<Assets<SoundSet>>, mut notices: ResMut<Notices>) {
    for event in read.read() {
        let AssetEvent::Added { id } = event else { continue };
        let broken = sets.get(*id).map_or(&[][..], |set| &set.broken);
        for (path, reason) in broken {
            warn!("the sound {} cannot be used: {reason}", path.display());
        }
        if let Some((path, _)) = broken.first() {
            notices.push(NoticeLevel::Warning, not_heard(&path.display().to_string(), broken.len() - 1));
        }
    }
}

fn not_heard(first: &str, others: usize) -> Said {
    let (and_nl, and_en) = match others {
        0 => (String::new(), String::new()),
        _ => (format!(" (en {others} andere)"), format!(" (and {others} more)")),
    };
    Said::new(
        format!(
            "Het geluid {first}{and_nl} ontbreekt of is beschadigd. De les gaat verder zonder. Installeer het programma opnieuw."
        ),
        format!(
            "The sound {first}{and_en} is missing or damaged. The lesson goes on without it. Install the program again."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fx() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/audio/fx")
    }

    #[test]
    fn every_sound_of_the_room_is_there_and_none_lies_unused() {
        let known: Vec<PathBuf> =
            Effect::ALL.iter().map(|effect| fx().join(effect.name()).with_extension(SUFFIX)).collect();
        assert_eq!(files_in(&fx()), known, "in alphabetical order");
    }

    #[test]
    fn a_sound_that_is_missing_or_broken_does_not_take_the_others_along() {
        let dir = tempfile::tempdir().unwrap();
        let (good, bad, cut) = (fx().join("click.ogg"), dir.path().join("bad.ogg"), dir.path().join("cut.ogg"));
        std::fs::write(&bad, "no sound").unwrap();
        std::fs::write(&cut, &std::fs::read(&good).unwrap()[..40]).unwrap();
        let set = read_files(vec![bad.clone(), good, dir.path().join("none.ogg"), cut.clone()]);
        let broken: Vec<&Path> = set.broken.iter().map(|(path, _)| path.as_path()).collect();
        assert_eq!(broken, [bad.as_path(), &dir.path().join("none.ogg"), &cut]);
        assert_eq!(set.clips.keys().collect::<Vec<_>>(), ["click"]);
    }

    #[test]
    fn a_lesson_without_voices_has_no_files() {
        assert!(files_in(Path::new("no such folder")).is_empty());
    }
}
