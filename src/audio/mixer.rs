//! What is playing, how loud, and whether the lesson is heard: the one resource that other parts of `audio` play with.
//!
//! Without a desk (no device yet, none at all, or nobody to listen) everything here is a no-op, so nobody has to ask.

use bevy::prelude::*;
use kira::effect::filter::FilterBuilder;
use kira::sound::PlaybackState;
use kira::sound::static_sound::{StaticSoundData, StaticSoundHandle};
use kira::track::{SpatialTrackBuilder, SpatialTrackHandle};
use kira::{Decibels, PlaybackRate};

use crate::app::{Classroom, Screen, Settings};

use super::desk::{Bus, Desk, Output, over};
use super::levels;

/// A decoded sound.
pub type Clip = StaticSoundData;

/// Most sounds at once. What comes on top is not heard among so many.
const MOST: usize = 40;
/// How far voices are heard: a classroom reverberates, so a voice loses little with distance. In decibels a metre.
const VOICE_LOSS: f32 = 1.5;
/// Small noises are lost sooner, in decibels a metre.
const NOISE_LOSS: f32 = 3.0;
/// Within this distance nothing gets louder, in metres.
const NEAR: f32 = 1.0;
/// How clearly left and right are told apart, from 0 to 1. Even an ear that is turned away hears a room.
const SIDES: f32 = 0.7;
/// How far the class makes way for a voice, in decibels.
const WAY_DB: f32 = -6.0;
/// How fast it makes way, in seconds, and how slowly it comes back.
const WAY_SECS: (f32, f32) = (0.12, 0.8);
/// Level of the lesson, in decibels: makes up for what distance takes from a voice, so that with the sliders where they
/// are at first it is as loud as other programs.
const LESSON_DB: f32 = 6.0;
/// How long it takes to hear a lesson that is entered, in seconds.
const ENTER_SECS: f32 = 0.8;
/// How long a lesson that is left fades out, in seconds.
const LEAVE_SECS: f32 = 0.6;
/// How long it takes to fall silent for a pause, in seconds.
const PAUSE_SECS: f32 = 0.15;
/// How long a slider's change takes, in seconds, so that it does not click.
const SLIDE_SECS: f32 = 0.05;

/// A sound to play.
pub struct Cue<'a> {
    clip: &'a Clip,
    bus: Bus,
    at: Option<Vec3>,
    spread: f32,
    /// Cosine of the angle between where the source is turned and the listener.
    turned: f32,
    level_db: f32,
    pitch: f32,
    after_secs: f32,
    fade_secs: f32,
    from_secs: Option<f32>,
    part_secs: Option<(f32, f32)>,
}

impl<'a> Cue<'a> {
    /// A sound that is everywhere, at its own level.
    pub fn new(clip: &'a Clip, bus: Bus) -> Self {
        Self {
            clip,
            bus,
            at: None,
            spread: 0.0,
            turned: 1.0,
            level_db: 0.0,
            pitch: 1.0,
            after_secs: 0.0,
            fade_secs: 0.0,
            from_secs: None,
            part_secs: None,
        }
    }

    /// From a place in the room, in metres.
    pub fn at(self, place: Vec3) -> Self {
        Self { at: Some(place), ..self }
    }

    /// From many places about that one, from 0 (a point) to 1 (all around).
    pub fn spread(self, spread: f32) -> Self {
        Self { spread, ..self }
    }

    /// From a mouth that is turned: 1 is towards the listener, -1 away. Behind a head it is softer and duller.
    pub fn turned(self, cos: f32) -> Self {
        Self { turned: cos, ..self }
    }

    /// Louder or softer by so many decibels.
    pub fn level(self, db: f32) -> Self {
        Self { level_db: db, ..self }
    }

    /// Faster and higher, or slower and lower, by this factor.
    pub fn pitch(self, factor: f32) -> Self {
        Self { pitch: factor, ..self }
    }

    /// After so many seconds.
    pub fn after(self, secs: f32) -> Self {
        Self { after_secs: secs, ..self }
    }

    /// Through another bus.
    pub fn on(self, bus: Bus) -> Self {
        Self { bus, ..self }
    }

    /// Only a part, from a time and so long, in seconds.
    pub fn part(self, from_secs: f32, secs: f32) -> Self {
        Self { part_secs: Some((from_secs, from_secs + secs)), ..self }
    }

    /// Over and over, begun at this share of its length, fading in over some seconds.
    pub fn looped(self, share: f32, fade_secs: f32) -> Self {
        let from = self.clip.duration().as_secs_f32() * share.clamp(0.0, 0.99);
        Self { from_secs: Some(from), fade_secs, ..self }
    }

    fn sound(&self) -> Clip {
        let level_db = self.level_db - levels::lost_behind(self.turned);
        let mut sound = self.clip.volume(Decibels(level_db)).playback_rate(PlaybackRate(f64::from(self.pitch)));
        if self.after_secs > 0.0 {
            sound = sound.start_time(over(self.after_secs).duration);
        }
        if self.fade_secs > 0.0 {
            sound = sound.fade_in_tween(over(self.fade_secs));
        }
        if let Some((from, to)) = self.part_secs {
            sound = sound.slice(f64::from(from)..f64::from(to));
        }
        match self.from_secs {
            Some(from) => sound.loop_region(..).start_position(f64::from(from)),
            None => sound,
        }
    }

    fn track(&self) -> SpatialTrackBuilder {
        let loss = if self.bus == Bus::Voices { VOICE_LOSS } else { NOISE_LOSS };
        let track = SpatialTrackBuilder::new()
            .distances((NEAR, NEAR - levels::SILENCE_DB / loss))
            .spatialization_strength(SIDES * (1.0 - self.spread.clamp(0.0, 1.0)));
        match levels::dulled_behind(self.turned) {
            Some(cutoff_hz) => track.with_effect(FilterBuilder::new().cutoff(f64::from(cutoff_hz))),
            None => track,
        }
    }
}

/// Names a sound that plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Playing(u64);

struct Voice {
    id: Playing,
    bus: Bus,
    sound: StaticSoundHandle,
    /// Its place, kept as long as it sounds.
    _track: Option<SpatialTrackHandle>,
}

/// Whether the lesson is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scene {
    Away,
    Present,
    Paused,
}

/// What plays, and the desk it plays on.
#[derive(Resource, Default)]
pub struct Mixer {
    desk: Option<Desk>,
    voices: Vec<Voice>,
    count: u64,
    /// What the desk was last told: scene, volumes of main, voices and room, and whether the class makes way.
    scene: Option<Scene>,
    volumes: Option<[f32; 3]>,
    ducked: bool,
    heard: Vec<f32>,
}

impl Mixer {
    /// Plays on an output from now on, or on none.
    pub(super) fn connect(&mut self, output: Option<Output>) {
        // What the desk before was told, this one was not.
        *self = Self { count: self.count, ..Self::default() };
        self.desk = output.and_then(|output| Desk::new(output).ok());
    }

    pub(super) fn desk(&mut self) -> Option<&mut Desk> {
        self.desk.as_mut()
    }

    /// Whether anything can be heard.
    pub fn is_open(&self) -> bool {
        self.desk.is_some()
    }

    /// Starts a sound, unless it would be one too many.
    pub fn play(&mut self, cue: &Cue) -> Option<Playing> {
        if self.voices.len() >= MOST {
            return None;
        }
        let desk = self.desk.as_mut()?;
        let (sound, track) = match cue.at {
            None => (desk.play(cue.bus, cue.sound())?, None),
            Some(at) => {
                let (sound, track) = desk.play_at(cue.bus, cue.sound(), at, cue.track())?;
                (sound, Some(track))
            }
        };
        self.count += 1;
        let id = Playing(self.count);
        self.voices.push(Voice { id, bus: cue.bus, sound, _track: track });
        Some(id)
    }

    /// Whether a sound still plays.
    pub fn plays(&self, id: Playing) -> bool {
        self.voices.iter().any(|voice| voice.id == id)
    }

    /// How many sounds play on a bus.
    pub fn count(&self, bus: Bus) -> usize {
        self.voices.iter().filter(|voice| voice.bus == bus).count()
    }

    /// Sets the level of a sound, if it still plays.
    pub fn set_level(&mut self, id: Playing, db: f32, secs: f32) {
        if let Some(voice) = self.voices.iter_mut().find(|voice| voice.id == id) {
            voice.sound.set_volume(Decibels(db), over(secs));
        }
    }

    /// Fades a sound out.
    pub fn stop(&mut self, id: Playing, secs: f32) {
        if let Some(voice) = self.voices.iter_mut().find(|voice| voice.id == id) {
            voice.sound.stop(over(secs));
        }
    }

    /// What was heard since it was last asked, if sound goes to memory: left, right, left, right, each from -1 to 1.
    pub fn take_heard(&mut self) -> Vec<f32> {
        std::mem::take(&mut self.heard)
    }

    pub(super) fn keep_heard(&mut self, samples: &[f32]) {
        self.heard.extend_from_slice(samples);
    }

    fn set_scene(&mut self, scene: Scene) {
        let Some(desk) = &mut self.desk else { return };
        let before = self.scene.replace(scene);
        match scene {
            Scene::Present => {
                desk.set_lesson(LESSON_DB, if before == Some(Scene::Paused) { 0.0 } else { ENTER_SECS });
                desk.pause_lesson(false, PAUSE_SECS);
            }
            Scene::Paused => desk.pause_lesson(true, PAUSE_SECS),
            Scene::Away => {
                // What stands still cannot fade. It goes on unheard, to its end.
                let fade = if before == Some(Scene::Paused) { 0.0 } else { LEAVE_SECS };
                desk.set_lesson(levels::SILENCE_DB, fade);
                desk.pause_lesson(false, 0.0);
                for voice in self.voices.iter_mut().filter(|voice| voice.bus != Bus::Interface) {
                    voice.sound.stop(over(fade));
                }
            }
        }
    }
}

/// Forgets what has ended.
pub(super) fn prune(mut mixer: ResMut<Mixer>) {
    mixer.voices.retain(|voice| voice.sound.state() != PlaybackState::Stopped);
}

/// Lets the lesson be heard while one is in it.
pub(super) fn follow_scene(
    mut mixer: ResMut<Mixer>,
    screen: Res<State<Screen>>,
    lesson: Option<Res<State<Classroom>>>,
) {
    let scene = match (screen.get(), lesson.map(|lesson| *lesson.get())) {
        (Screen::Classroom, Some(Classroom::Paused)) => Scene::Paused,
        (Screen::Classroom, _) => Scene::Present,
        _ => Scene::Away,
    };
    if mixer.scene != Some(scene) {
        mixer.set_scene(scene);
    }
}

/// Follows the settings' sliders at once.
pub(super) fn follow_volumes(mut mixer: ResMut<Mixer>, settings: Res<Settings>) {
    let wanted = [settings.volume, settings.voices_volume, settings.room_volume];
    let Mixer { desk: Some(desk), volumes, .. } = &mut *mixer else { return };
    if *volumes == Some(wanted) {
        return;
    }
    // A new desk begins at the right level.
    let secs = if volumes.is_some() { SLIDE_SECS } else { 0.0 };
    *volumes = Some(wanted);
    let [main, voices, room] = wanted.map(levels::of_slider);
    desk.set_main(main, secs);
    desk.set_bus(Bus::Voices, voices, secs);
    desk.set_bus(Bus::Room, room, secs);
}

/// The class makes way while somebody speaks.
pub(super) fn duck(mut mixer: ResMut<Mixer>) {
    let wanted = mixer.count(Bus::Voices) > 0;
    let Mixer { desk: Some(desk), ducked, .. } = &mut *mixer else { return };
    if *ducked != wanted {
        *ducked = wanted;
        let (level, secs) = if wanted { (WAY_DB, WAY_SECS.0) } else { (0.0, WAY_SECS.1) };
        desk.set_bus(Bus::Murmur, level, secs);
    }
}
