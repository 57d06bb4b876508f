//! Each kind of room is there, with its own light: the secondary one is in every other picture.

use std::sync::Arc;

use bevy::prelude::*;
use proefles::app::{Classroom, Screen};
use proefles_scenario::RoomKind;

use crate::crowd::class_of;
use crate::golden;
use crate::runner::Runner;
use crate::studio::Studio;

/// Every check, in its order.
pub const NAMES: [&str; 2] = ["primary_room", "computer_room"];

/// Students in the room: few, so that the room is seen.
const CLASS: usize = 6;
/// From before the class, to the rear wall.
const VIEW: (Vec2, Vec3) = (Vec2::new(0.6, 2.9), Vec3::new(-0.4, 1.1, -3.0));

/// Opens the lesson in both rooms, each in an application of its own, and looks around; `false` without a graphics adapter.
///
/// In one application, one after the other, the driver in software (llvmpipe 22.3) draws the second picture without end. It
/// depends on how far the students lean at that moment: all transforms and face shapes are finite, and without the lean of
/// `animate.rs` it does not happen, whatever hands and props do. What the driver stumbles over is not found yet.
pub fn look(run: &mut Runner) -> bool {
    for (name, kind) in NAMES.into_iter().zip([RoomKind::Primary, RoomKind::Computers]) {
        if !run.wants(name) {
            continue;
        }
        let Some(mut studio) = Studio::open() else { return false };
        studio.world().resource_mut::<NextState<Screen>>().set(Screen::Library);
        studio.stage.until("the library", |world| *world.resource::<State<Screen>>().get() == Screen::Library);
        let mut scenario = class_of(CLASS);
        Arc::make_mut(&mut scenario).room.kind = kind;
        studio.stage.enter(scenario);
        studio.stage.go(Classroom::Running);
        studio.stage.stand(VIEW.0, VIEW.1);
        studio.pass_to(30);
        let picture = studio.room();
        run.check(name, || golden::check(name, &picture));
    }
    true
}
