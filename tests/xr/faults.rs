//! What goes wrong with headsets: the runtime dies, the session is left, another program comes before, hands are not seen.
//! The lesson pauses, nothing is lost, and nobody is told that the program fell over.

use std::process::{Command, Stdio};

use bevy::camera::RenderTarget;
use bevy::prelude::*;
use proefles::app::{Classroom, Notices};
use proefles::input::{Action, Scripted};
use proefles::third_party::egui::PanelCamera;
use proefles::third_party::openxr::{LeaveHeadset, Presence};

use crate::stage::{RIGHT, SMALL, Stage};

const EYES: UVec2 = UVec2::splat(64);

/// The small lesson, running.
fn running() -> Stage {
    let mut stage = Stage::open(EYES, Some(SMALL));
    stage.until("the briefing", |world| {
        world.get_resource::<State<Classroom>>().is_some_and(|at| *at.get() == Classroom::Briefing)
    });
    stage.choose("Start the lesson");
    stage.until("the lesson", |world| {
        world.get_resource::<State<Classroom>>().is_some_and(|at| *at.get() == Classroom::Running)
    });
    stage.frames(10);
    stage
}

fn told(stage: &Stage, words: &str) -> bool {
    stage.app.world().resource::<Notices>().list().iter().any(|notice| notice.text.en.contains(words))
}

/// Goes on at the desk, by its keys, and walks there.
fn go_on_at_the_desk(stage: &mut Stage) {
    assert!(stage.is_in(Classroom::Paused), "the lesson stands still");
    let now = stage.session().now();
    stage.frames(10);
    assert_eq!(stage.session().now(), now, "and nothing is lost");
    let world = stage.world();
    let mut panels = world.query_filtered::<&RenderTarget, With<PanelCamera>>();
    assert!(panels.iter(world).all(|target| matches!(target, RenderTarget::Window(_))), "the panels are at the desk");
    hold(stage, [Action::Pause]);
    hold(stage, []);
    assert!(stage.is_in(Classroom::Running));
    let before = stage.body();
    hold(stage, [Action::WalkRight]);
    stage.frames(10);
    hold(stage, []);
    assert!(stage.body().feet.distance(before.feet) > 0.1, "one walks by keys");
    assert!(stage.session().now() > now);
}

fn hold(stage: &mut Stage, actions: impl IntoIterator<Item = Action>) {
    stage.world().resource_mut::<Scripted>().held = actions.into_iter().collect();
    stage.frames(2);
}

pub fn killed() {
    let mut stage = running();
    for _cycle in 0..3 {
        stage.service.take().expect("it runs").kill();
        stage.until("the loss is noticed", |world| {
            world.resource::<proefles::third_party::openxr::Headset>().presence == Presence::None
        });
        stage.frames(2);
        assert!(told(&stage, "The connection to the headset is gone."));
        go_on_at_the_desk(&mut stage);
        let before = stage.body().feet;
        stage.restart();
        stage
            .until("the headset is back", |world| world.resource::<proefles::third_party::openxr::Headset>().is_worn());
        stage.until("the hands are back", |world| {
            world.resource::<proefles::rig::Wearer>().aims.iter().all(Option::is_some)
        });
        assert!(told(&stage, "The headset is back."));
        let after = stage.body().feet;
        assert!(before.distance(after) < 0.1, "one stands where one stood: {before} and {after}");
        if stage.is_in(Classroom::Paused) {
            stage.choose("Back to the lesson");
        }
        assert!(stage.is_in(Classroom::Running));
    }
}

pub fn left() {
    let mut stage = running();
    stage.world().write_message(LeaveHeadset);
    stage.until("the session ends", |world| {
        world.resource::<proefles::third_party::openxr::Headset>().presence == Presence::None
    });
    stage.frames(2);
    assert!(told(&stage, "You left the headset."));
    go_on_at_the_desk(&mut stage);
    stage.frames(60);
    assert_eq!(stage.presence(), Presence::None, "nobody is pulled back into it");
}

pub fn focus_lost() {
    let mut stage = running();
    let profile = tempfile::tempdir().expect("a temporary folder");
    let mut other = Command::new(env!("CARGO_BIN_EXE_proefles"));
    other.args(["--xr", "--no-window", "--eyes", "64x64", "--lang", "en", "--profile-dir"]).arg(profile.path());
    let mut other = other.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("another program");
    stage.until("the other program comes before", |world| {
        world.resource::<proefles::third_party::openxr::Headset>().presence == Presence::Away
    });
    stage.frames(2);
    assert!(stage.is_in(Classroom::Paused), "the lesson stands still");
    let now = stage.session().now();
    stage.remote.state.hands[RIGHT].trigger = 1.0;
    stage.act();
    stage.frames(30);
    assert_eq!(stage.session().now(), now);
    other.kill().and_then(|()| other.wait()).expect("it ends");
    stage.remote.state.hands[RIGHT].trigger = 0.0;
    stage.act();
    stage.until("the headset is worn again", |world| {
        world.resource::<proefles::third_party::openxr::Headset>().is_worn()
    });
    stage.until("the hands are back", |world| {
        world.resource::<proefles::rig::Wearer>().aims.iter().all(Option::is_some)
    });
    stage.choose("Back to the lesson");
    assert!(stage.is_in(Classroom::Running));
    let before = stage.session().now();
    stage.frames(20);
    assert!(stage.session().now() > before);
}

pub fn hands_lost() {
    let mut stage = running();
    for hand in &mut stage.remote.state.hands {
        hand.is_active = false;
        hand.stick = [0.0, 1.0];
        hand.trigger = 1.0;
    }
    stage.act();
    stage.frames(6);
    assert!(stage.wearer().aims.iter().all(Option::is_none), "nobody points");
    let before = stage.body();
    stage.frames(6);
    assert!(stage.body().feet.distance(before.feet) < 0.01 && stage.is_in(Classroom::Running));
    for hand in &mut stage.remote.state.hands {
        hand.is_active = true;
        hand.stick = [0.0; 2];
        hand.trigger = 0.0;
    }
    stage.act();
    stage.until("the hands are back", |world| {
        world.resource::<proefles::rig::Wearer>().aims.iter().all(Option::is_some)
    });
    stage.press_menu();
    assert!(stage.is_in(Classroom::Paused));
}
