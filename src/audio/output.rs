//! Opens what the mix is played by, and notices when it fails. Having no sound device is a normal case: the lesson goes
//! on, what is said stands in captions, and a device that appears later is used.
//!
//! A device is opened by a thread of its own, because a system may take seconds to answer. kira itself moves on to
//! another device when the system's choice changes; where it cannot, nothing asks for samples any more, and that silence
//! is what is noticed here.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};

use bevy::prelude::*;

use crate::app::{AppConfig, NoticeLevel, Notices, Said, SoundTo, Worker};

use super::desk::Output;
use super::mixer::Mixer;
use super::samples::WavFile;

/// After so many seconds a device is tried again. Not sooner: some systems write a page to the terminal each time.
const AGAIN_SECS: f32 = 30.0;
/// A device that asks for no samples for so many seconds is lost.
const LOST_SECS: f32 = 3.0;
/// Samples a second in a file, and in memory: enough to measure by.
const RATES: (u32, u32) = (48_000, 16_000);

/// The device, as far as it has come.
#[derive(Resource)]
enum Device {
    Opening(Mutex<Receiver<Result<Output, String>>>),
    Open { quiet_secs: f32 },
    None { tried_secs: f32 },
}

/// How a device is opened, and whether the user has been told that there is none, so that they are told once.
#[derive(Resource)]
struct Opener {
    open: fn() -> Result<Output, String>,
    has_told: bool,
}

impl Opener {
    /// Begins to open a device, by a thread of its own.
    fn begin(&self) -> Device {
        let (answer, answered) = channel();
        let open = self.open;
        let work = move || {
            // Nobody waits any more when the program has ended meanwhile.
            answer.send(open()).ok();
        };
        // Without a thread nobody ever answers, which reads as a device that could not be opened.
        if let Err(error) = std::thread::Builder::new().name("sound device".to_owned()).spawn(work) {
            debug!("no thread to open a sound device: {error}");
        }
        Device::Opening(Mutex::new(answered))
    }
}

/// The file that the mix is written to.
#[derive(Resource)]
struct Target {
    path: PathBuf,
    file: Arc<Mutex<Option<WavFile>>>,
    problem: Arc<Mutex<Option<String>>>,
}

/// Whether anybody will ever hear anything, so that sounds need to be read.
pub fn is_heard(config: &AppConfig) -> bool {
    config.sound != SoundTo::Listener || config.shell.is_live()
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Mixer>();
    let config = app.world().resource::<AppConfig>();
    match (&config.sound, config.shell.is_live()) {
        (SoundTo::Listener, true) => {
            let opener = Opener { open: Output::device, has_told: false };
            app.insert_resource(opener.begin()).insert_resource(opener).add_systems(First, watch);
        }
        (SoundTo::Listener, false) => {}
        (SoundTo::File(path), _) => {
            let target = Target { path: path.clone(), file: Default::default(), problem: Default::default() };
            app.insert_resource(target).add_systems(Last, write);
            app.world_mut().resource_mut::<Mixer>().connect(Some(Output::samples(RATES.0)));
        }
        (SoundTo::Memory, _) => {
            app.add_systems(Last, keep);
            app.world_mut().resource_mut::<Mixer>().connect(Some(Output::samples(RATES.1)));
        }
    }
}

fn watch(
    mut device: ResMut<Device>,
    mut mixer: ResMut<Mixer>,
    mut opener: ResMut<Opener>,
    mut notices: ResMut<Notices>,
    time: Res<Time<Real>>,
) {
    match &mut *device {
        Device::Opening(answered) => {
            let answer = match answered.get_mut().map(|answered| answered.try_recv()) {
                Ok(Ok(answer)) => answer,
                Ok(Err(TryRecvError::Empty)) => return,
                Ok(Err(TryRecvError::Disconnected)) | Err(_) => Err("the system did not answer".to_owned()),
            };
            match answer {
                Ok(output) => {
                    mixer.connect(Some(output));
                    opener.has_told = false;
                    *device = Device::Open { quiet_secs: 0.0 };
                }
                Err(reason) => {
                    info!("no sound device: {reason}");
                    if !std::mem::replace(&mut opener.has_told, true) {
                        notices.push(NoticeLevel::Warning, no_device());
                    }
                    *device = Device::None { tried_secs: 0.0 };
                }
            }
        }
        Device::Open { quiet_secs } => {
            *quiet_secs = if asked_for_samples(&mut mixer) { 0.0 } else { *quiet_secs + time.delta_secs() };
            if *quiet_secs > LOST_SECS {
                mixer.connect(None);
                *device = opener.begin();
            }
        }
        Device::None { tried_secs } => {
            *tried_secs += time.delta_secs();
            if *tried_secs > AGAIN_SECS {
                *device = opener.begin();
            }
        }
    }
}

/// Whether the device has asked for samples since the last time.
fn asked_for_samples(mixer: &mut Mixer) -> bool {
    let Some(Output::Device(manager)) = mixer.desk().map(|desk| &mut desk.output) else { return false };
    let device = manager.backend_mut();
    while let Some(error) = device.pop_error() {
        debug!("the sound device says: {error}");
    }
    // kira measures itself each time that the device asks.
    std::iter::from_fn(|| device.pop_cpu_usage()).count() > 0
}

fn render(mixer: &mut Mixer, secs: f64) -> Vec<f32> {
    match mixer.desk().map(|desk| &mut desk.output) {
        Some(Output::Samples(manager)) => manager.backend_mut().render(secs),
        _ => Vec::new(),
    }
}

fn keep(mut mixer: ResMut<Mixer>, time: Res<Time<Real>>) {
    let samples = render(&mut mixer, time.delta_secs_f64());
    mixer.keep_heard(&samples);
}

fn write(
    mut mixer: ResMut<Mixer>,
    target: Res<Target>,
    time: Res<Time<Real>>,
    worker: Res<Worker>,
    mut notices: ResMut<Notices>,
) {
    if !mixer.is_open() {
        return;
    }
    // The problem stays: what already waits to be written must not begin the file anew.
    let problem = target.problem.lock().ok().and_then(|problem| problem.clone());
    if let Some(problem) = problem {
        mixer.connect(None);
        notices.push(NoticeLevel::Error, not_written(&target.path.display().to_string(), &problem));
        return;
    }
    let samples = render(&mut mixer, time.delta_secs_f64());
    if samples.is_empty() {
        return;
    }
    let (path, file, told) = (target.path.clone(), target.file.clone(), target.problem.clone());
    worker.run(move || {
        let Ok(mut file) = file.lock() else { return };
        if told.lock().map_or(true, |told| told.is_some()) {
            return;
        }
        let begun = match file.take() {
            Some(file) => Ok(file),
            None => WavFile::create(&path, RATES.0),
        };
        let result = begun.and_then(|mut begun| begun.add(&samples).map(|()| begun));
        match (result, told.lock()) {
            (Ok(begun), _) => *file = Some(begun),
            (Err(error), Ok(mut told)) => *told = Some(error.to_string()),
            (Err(error), Err(_)) => error!("the sound could not be written: {error}"),
        }
    });
}

/// What the system gives as its reason helps nobody in front of a class; it is in the log.
fn no_device() -> Said {
    Said::new(
        "Er is geen geluid. Wat gezegd wordt, staat als ondertitel in beeld. Sluit een luidspreker of koptelefoon aan: het geluid komt dan vanzelf.",
        "There is no sound. What is said stands in the captions. Connect loudspeakers or headphones: sound then comes by itself.",
    )
}

fn not_written(path: &str, reason: &str) -> Said {
    Said::new(
        format!(
            "Het geluid kon niet bewaard worden in {path} ({reason}). De les gaat door zonder geluid. Kies een map die beschreven kan worden."
        ),
        format!(
            "The sound could not be saved in {path} ({reason}). The lesson goes on without it. Choose a folder that can be written to."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The watch over a device, whose state it gets from `open`.
    fn app(device: Device, open: fn() -> Result<Output, String>) -> App {
        let mut app = App::new();
        app.init_resource::<Mixer>()
            .init_resource::<Notices>()
            .init_resource::<Time<Real>>()
            .insert_resource(Opener { open, has_told: false })
            .insert_resource(device)
            .add_systems(Update, watch);
        app
    }

    fn pass(app: &mut App, secs: f32) {
        app.world_mut().resource_mut::<Time<Real>>().advance_by(std::time::Duration::from_secs_f32(secs));
        app.update();
    }

    fn wait(app: &mut App) {
        while matches!(app.world().resource::<Device>(), Device::Opening(_)) {
            std::thread::yield_now();
            pass(app, 0.0);
        }
    }

    fn told(app: &App) -> usize {
        app.world().resource::<Notices>().list().len()
    }

    fn nothing() -> Result<Output, String> {
        Err("no such device".to_owned())
    }

    #[test]
    fn without_a_device_one_notice_says_so_and_it_is_tried_again() {
        let mut app = app(Device::None { tried_secs: AGAIN_SECS }, nothing);
        pass(&mut app, 1.0);
        wait(&mut app);
        let [notice] = app.world().resource::<Notices>().list() else { panic!("one notice") };
        assert_eq!(notice.level, NoticeLevel::Warning);
        assert!(notice.text.en.contains("captions") && notice.text.en.contains("Connect"), "{}", notice.text.en);
        assert!(notice.text.nl.contains("ondertitel") && notice.text.nl.contains("Sluit"), "{}", notice.text.nl);
        assert!(!app.world().resource::<Mixer>().is_open());
        app.world_mut().resource_mut::<Notices>().dismiss(0);
        pass(&mut app, AGAIN_SECS + 1.0);
        assert!(matches!(app.world().resource::<Device>(), Device::Opening(_)));
        wait(&mut app);
        assert_eq!(told(&app), 0, "they know");
    }

    #[test]
    fn a_device_that_comes_is_used_and_one_that_falls_silent_is_given_up() {
        let mut app = app(Device::None { tried_secs: AGAIN_SECS }, || Ok(Output::samples(8000)));
        pass(&mut app, 1.0);
        wait(&mut app);
        assert!(app.world().resource::<Mixer>().is_open());
        // Nobody asks this output for samples.
        pass(&mut app, LOST_SECS - 1.0);
        assert!(app.world().resource::<Mixer>().is_open());
        app.world_mut().resource_mut::<Opener>().open = nothing;
        pass(&mut app, 2.0);
        assert!(!app.world().resource::<Mixer>().is_open());
        wait(&mut app);
        assert_eq!(told(&app), 1);
    }

    #[test]
    fn a_device_that_panics_is_one_that_cannot_be_used() {
        let mut app = app(Device::None { tried_secs: AGAIN_SECS }, || panic!("a defect of a driver"));
        pass(&mut app, 1.0);
        wait(&mut app);
        assert_eq!(told(&app), 1);
    }
}
