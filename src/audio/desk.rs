//! The mixing desk: an output, and the buses that lead to it.
//!
//! ```text
//! main ─┬─ lesson ─┬─ voices
//!       │          └─ room ── murmur
//!       └─ interface
//! ```
//! The lesson pauses as one; the interface goes on.

use std::time::Duration;

use bevy::prelude::*;
use kira::backend::Backend;
use kira::backend::cpal::{CpalBackend, CpalBackendSettings};
use kira::effect::reverb::ReverbBuilder;
use kira::listener::ListenerHandle;
use kira::sound::static_sound::{StaticSoundData, StaticSoundHandle};
use kira::track::{MainTrackBuilder, SpatialTrackBuilder, SpatialTrackHandle, TrackBuilder, TrackHandle};
use kira::{AudioManager, AudioManagerSettings, Capacities, Decibels, Mix, ResourceLimitReached, Tween};

use super::samples::SampleBackend;

/// Most sounds of a bus at once. The mixer keeps below it.
const BUS_SOUNDS: usize = 64;
/// Samples between two updates of volumes.
const CHUNK: usize = 128;

/// The echo that a classroom gives a voice, which is recorded without: how much comes back each time (0.6 s until it is
/// gone), how dull it is, and its share. Effects have theirs in their files.
const ECHO: (f64, f64, f32) = (0.7, 0.4, 0.25);

/// Where a sound is mixed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bus {
    /// What people say.
    Voices,
    /// Steps, bell, things, the room itself.
    Room,
    /// The class; it makes way for voices.
    Murmur,
    /// What panels answer to a press.
    Interface,
}

/// What the mix is played by.
pub enum Output {
    /// The machine's sound device.
    Device(Box<AudioManager<CpalBackend>>),
    /// Samples on demand.
    Samples(Box<AudioManager<SampleBackend>>),
}

impl Output {
    /// Opens the machine's sound device. May take a while.
    ///
    /// # Errors
    /// What the system says if there is none or it cannot be used.
    pub fn device() -> Result<Self, String> {
        let manager = AudioManager::<CpalBackend>::new(settings(CpalBackendSettings::default()));
        manager.map(|manager| Self::Device(Box::new(manager))).map_err(|error| error.to_string())
    }

    /// Samples on demand, so many a second.
    pub fn samples(rate: u32) -> Self {
        let Ok(manager) = AudioManager::new(settings(rate));
        Self::Samples(Box::new(manager))
    }
}

fn settings<B: Backend>(backend_settings: B::Settings) -> AudioManagerSettings<B> {
    AudioManagerSettings {
        capacities: Capacities::default(),
        main_track_builder: MainTrackBuilder::new(),
        internal_buffer_size: CHUNK,
        backend_settings,
    }
}

/// The output and its buses.
pub struct Desk {
    pub output: Output,
    listener: ListenerHandle,
    lesson: TrackHandle,
    voices: TrackHandle,
    room: TrackHandle,
    murmur: TrackHandle,
    interface: TrackHandle,
}

/// A change over so many seconds.
pub fn over(secs: f32) -> Tween {
    Tween { duration: Duration::from_secs_f32(secs.max(0.0)), ..Tween::default() }
}

fn bus() -> TrackBuilder {
    TrackBuilder::new().sub_track_capacity(BUS_SOUNDS).sound_capacity(BUS_SOUNDS)
}

impl Desk {
    /// A desk at which the lesson is not heard yet.
    ///
    /// # Errors
    /// If the output has no room for the buses, which a fresh one has.
    pub fn new(mut output: Output) -> Result<Self, ResourceLimitReached> {
        let (listener, mut lesson, interface) = match &mut output {
            Output::Device(manager) => trunk(manager)?,
            Output::Samples(manager) => trunk(manager)?,
        };
        let (feedback, damping, share) = ECHO;
        let echo = ReverbBuilder::new().feedback(feedback).damping(damping).mix(Mix(share));
        let voices = lesson.add_sub_track(bus().with_effect(echo))?;
        let mut room = lesson.add_sub_track(bus())?;
        let murmur = room.add_sub_track(bus())?;
        Ok(Self { output, listener, lesson, voices, room, murmur, interface })
    }

    /// Moves the ears.
    pub fn listen_from(&mut self, place: &Transform) {
        // As long as a frame, so that turning is smooth.
        let tween = over(1.0 / 60.0);
        self.listener.set_position(place.translation.to_array(), tween);
        self.listener.set_orientation(place.rotation.to_array(), tween);
    }

    /// Sets the volume of everything.
    pub fn set_main(&mut self, db: f32, secs: f32) {
        let (level, tween) = (Decibels(db), over(secs));
        match &mut self.output {
            Output::Device(manager) => manager.main_track().set_volume(level, tween),
            Output::Samples(manager) => manager.main_track().set_volume(level, tween),
        }
    }

    /// Sets the volume of a bus.
    pub fn set_bus(&mut self, bus: Bus, db: f32, secs: f32) {
        self.bus(bus).set_volume(Decibels(db), over(secs));
    }

    /// Sets the volume of all that belongs to the lesson.
    pub fn set_lesson(&mut self, db: f32, secs: f32) {
        self.lesson.set_volume(Decibels(db), over(secs));
    }

    /// Stops the lesson's sounds where they are, or lets them go on.
    pub fn pause_lesson(&mut self, pause: bool, secs: f32) {
        if pause { self.lesson.pause(over(secs)) } else { self.lesson.resume(over(secs)) }
    }

    /// Starts a sound that is everywhere.
    pub fn play(&mut self, bus: Bus, sound: StaticSoundData) -> Option<StaticSoundHandle> {
        self.bus(bus).play(sound).ok()
    }

    /// Starts a sound at a place. It is heard as long as its track is kept.
    pub fn play_at(
        &mut self,
        bus: Bus,
        sound: StaticSoundData,
        at: Vec3,
        builder: SpatialTrackBuilder,
    ) -> Option<(StaticSoundHandle, SpatialTrackHandle)> {
        let listener = self.listener.id();
        let builder = builder.sound_capacity(1).sub_track_capacity(1);
        let mut track = self.bus(bus).add_spatial_sub_track(listener, at.to_array(), builder).ok()?;
        let sound = track.play(sound).ok()?;
        Some((sound, track))
    }

    fn bus(&mut self, bus: Bus) -> &mut TrackHandle {
        match bus {
            Bus::Voices => &mut self.voices,
            Bus::Room => &mut self.room,
            Bus::Murmur => &mut self.murmur,
            Bus::Interface => &mut self.interface,
        }
    }
}

/// What hangs on the main track itself. (Its type differs by output, so this is the one generic place.)
fn trunk<B: Backend>(
    manager: &mut AudioManager<B>,
) -> Result<(ListenerHandle, TrackHandle, TrackHandle), ResourceLimitReached> {
    let listener = manager.add_listener(Vec3::ZERO.to_array(), Quat::IDENTITY.to_array())?;
    let lesson = manager.add_sub_track(bus().volume(Decibels::SILENCE))?;
    let interface = manager.add_sub_track(bus())?;
    Ok((listener, lesson, interface))
}
