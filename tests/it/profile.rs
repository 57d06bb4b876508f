//! Settings and the profile folder, in order and not.

use bevy::prelude::*;
use proefles::app::{NoticeLevel, Profile, Settings};
use proefles_scenario::Lang;
use proefles_sim::Policy;

use crate::support::{Place, notices, run, updates};

#[test]
fn changed_settings_are_there_at_the_next_start() {
    let mut place = Place::new();
    place.config.lang = None;
    let mut app = place.app();
    app.world_mut().resource_mut::<Settings>().text_scale = 1.5;
    app.world_mut().resource_mut::<Settings>().lang = Lang::Nl;
    // A second of the program: changes are gathered before they are written.
    updates(&mut app, 65);
    drop(app);
    let next = place.app();
    let settings = next.world().resource::<Settings>();
    assert_eq!((settings.text_scale, settings.lang), (1.5, Lang::Nl));
}

#[test]
fn arguments_do_not_become_settings() {
    let mut place = Place::new();
    place.config.lang = Some(Lang::Nl);
    let mut app = place.app();
    updates(&mut app, 65);
    drop(app);
    assert!(!place.path("profile/settings.ron").exists());
}

#[test]
fn settings_that_cannot_be_read_are_put_aside_with_a_notice() {
    let place = Place::new();
    place.write("profile/settings.ron", b"Settings(version: 1, volume: \xff");
    let app = place.app();
    let told = notices(&app, NoticeLevel::Warning);
    assert!(told.iter().any(|text| text.contains("settings.ron.bad")), "{told:?}");
    assert_eq!(app.world().resource::<Settings>().volume, Settings::default().volume);
    assert!(place.path("profile/settings.ron.bad").exists());
}

#[test]
fn a_profile_that_cannot_be_written_to_does_not_stop_a_lesson() {
    let mut place = Place::new();
    // Below a file no folder can be made, not even by root.
    place.write("file", "");
    place.config.profile_dir = Some(place.path("file/profile"));
    place.config.autopilot = Some(Policy::Typical);
    let mut app = place.app();
    assert!(!app.world().resource::<Profile>().is_writable());
    let told = notices(&app, NoticeLevel::Warning);
    assert!(told.iter().any(|text| text.contains("--profile-dir")), "{told:?}");
    assert_eq!(run(&mut app), AppExit::Success);
    assert!(place.path("run/run.ron").exists());
}

#[test]
fn a_record_folder_that_cannot_be_written_to_is_told_and_the_run_goes_elsewhere() {
    let mut place = Place::new();
    place.write("file", "");
    place.config.record = Some(place.path("file/run"));
    place.config.autopilot = Some(Policy::Typical);
    let mut app = place.app();
    assert_eq!(run(&mut app), AppExit::Success);
    let told = notices(&app, NoticeLevel::Warning);
    assert!(told.iter().any(|text| text.contains("could not be written to")), "{told:?}");
    let runs = std::fs::read_dir(place.path("profile/runs")).unwrap().count();
    assert_eq!(runs, 1);
}
