//! How fast lesson time passes: speed, catching up, pause, lost focus.

use std::time::Duration;

use bevy::prelude::*;
use bevy::window::WindowFocused;

use crate::app::{AppConfig, Classroom, Shell};
use crate::third_party::openxr::Headset;

/// Most ticks that one frame makes up for. What is beyond that is lost time: the lesson runs slower.
const CATCH_UP: Duration = Duration::from_millis(300);

/// How long a driven lesson shows its briefing, in seconds.
const BRIEFING_SECS: f32 = 3.0;

/// How well lesson time kept up.
#[derive(Resource, Debug, Default)]
pub struct Pace {
    /// Frames in which the lesson was slowed down, in this run of the program.
    pub slowed_frames: u32,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Pace>()
        .add_systems(Startup, set_pace)
        .add_systems(First, count.run_if(in_state(Classroom::Running)))
        .add_systems(OnEnter(Classroom::Paused), |mut time: ResMut<Time<Virtual>>| time.pause())
        .add_systems(OnExit(Classroom::Paused), |mut time: ResMut<Time<Virtual>>| time.unpause())
        .add_systems(Update, start_by_itself.run_if(in_state(Classroom::Briefing)));
    match app.world().resource::<AppConfig>().shell {
        Shell::Desktop => {
            app.add_systems(PreUpdate, pause_on_lost_focus.run_if(in_state(Classroom::Running)));
        }
        Shell::Xr => {
            app.add_systems(PreUpdate, pause_without_headset.run_if(in_state(Classroom::Running)));
        }
        Shell::Offscreen | Shell::Logic => {}
    }
}

fn set_pace(config: Res<AppConfig>, mut time: ResMut<Time<Virtual>>) {
    if config.shell.is_live() {
        time.set_relative_speed_f64(config.speed);
        time.set_max_delta(CATCH_UP.div_f64(config.speed.max(1.0)));
    } else {
        // Time is set by hand there, and never too long.
        time.set_max_delta(Duration::from_hours(1));
    }
}

fn count(real: Res<Time<Real>>, time: Res<Time<Virtual>>, mut pace: ResMut<Pace>) {
    if real.delta() > time.max_delta() {
        pace.slowed_frames += 1;
        if pace.slowed_frames.is_power_of_two() {
            debug!("{} frames were too slow for the lesson's pace", pace.slowed_frames);
        }
    }
}

/// In a window, a policy or script begins by itself after a glance at the briefing. (Off-screen, `pictures` decides.)
fn start_by_itself(
    config: Res<AppConfig>,
    time: Res<Time<Real>>,
    mut waited_secs: Local<f32>,
    mut next: ResMut<NextState<Classroom>>,
) {
    *waited_secs += time.delta_secs();
    if config.shell.is_live() && config.is_driven() && *waited_secs >= BRIEFING_SECS {
        *waited_secs = 0.0;
        next.set(Classroom::Running);
    }
}

fn pause_on_lost_focus(
    config: Res<AppConfig>,
    mut focused: MessageReader<WindowFocused>,
    mut next: ResMut<NextState<Classroom>>,
) {
    let is_lost = focused.read().last().is_some_and(|message| !message.focused);
    if is_lost && !config.is_driven() {
        next.set(Classroom::Paused);
    }
}

/// A headset that was taken off, left or lost in the lesson stops time; whoever goes on says so. At the desk one may go on
/// without it.
fn pause_without_headset(
    headset: Res<Headset>,
    config: Res<AppConfig>,
    mut was_worn: Local<bool>,
    mut next: ResMut<NextState<Classroom>>,
) {
    let is_off = std::mem::replace(&mut *was_worn, headset.is_worn()) && !headset.is_worn();
    if is_off && !config.is_driven() {
        next.set(Classroom::Paused);
    }
}
