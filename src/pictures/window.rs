//! `--screenshot` in a window or a headset: a picture when the lesson gets there.

use bevy::camera::RenderTarget;
use bevy::prelude::*;
use bevy::window::WindowRef;
use proefles_scenario::TICKS_PER_SECOND;

use crate::app::{AppConfig, AppSystems, ScreenshotAt};
use crate::session::ClassroomSession;
use crate::third_party::openxr::{Headset, eye};

use super::take::{Album, take};

/// Pictures still to be taken, latest first.
#[derive(Resource)]
struct ToTake(Vec<ScreenshotAt>);

pub(super) fn plugin(app: &mut App) {
    let mut shots = app.world().resource::<AppConfig>().screenshots.clone();
    shots.sort_by(|a, b| b.secs.total_cmp(&a.secs));
    app.insert_resource(ToTake(shots));
    app.add_systems(Update, take_due.in_set(AppSystems::Ui).run_if(resource_exists::<ClassroomSession>));
}

fn take_due(
    mut commands: Commands,
    mut to_take: ResMut<ToTake>,
    session: Res<ClassroomSession>,
    mut album: ResMut<Album>,
    headset: Res<Headset>,
) {
    let secs = f64::from(session.session().now()) / f64::from(TICKS_PER_SECOND);
    // Two pictures of one target do not fit in one frame.
    let is_due = to_take.0.last().is_some_and(|shot| shot.secs <= secs) && !album.is_busy();
    if is_due && let Some(shot) = to_take.0.pop() {
        // In a headset it is what the left eye sees.
        let target = if headset.is_worn() { eye(0) } else { RenderTarget::Window(WindowRef::Primary) };
        take(&mut commands, &mut album, target, shot.file);
    }
}
