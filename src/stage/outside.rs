//! The world outside the windows goes with the time of day.

use bevy::{prelude::*, world_serialization::WorldInstanceReady};

use crate::{app::AppSystems, render::SkyMaterial, session::ClassroomSession};

use super::LessonBegins;

/// The sun is moved on each time so many seconds have passed.
const STEP_SECS: u32 = 30;

/// What is seen through the windows: the material that the room came with, and the time of day that is shown.
#[derive(Component, Debug)]
struct Outside {
    own: Handle<StandardMaterial>,
    secs: u32,
}

pub(super) fn plugin(app: &mut App) {
    app.add_observer(find)
        .add_systems(PostUpdate, renew)
        .add_systems(Update, pass.in_set(AppSystems::React).run_if(resource_exists::<ClassroomSession>));
}

/// Gives the room's view its sky.
fn find(
    ready: On<WorldInstanceReady>,
    mut commands: Commands,
    children: Query<&Children>,
    names: Query<&Name>,
    meshes: Query<(&MeshMaterial3d<StandardMaterial>, &ChildOf)>,
    begins: Res<LessonBegins>,
    owns: Res<Assets<StandardMaterial>>,
    mut skies: ResMut<Assets<SkyMaterial>>,
) {
    for node in children.iter_descendants(ready.entity) {
        let Ok((MeshMaterial3d(own), parent)) = meshes.get(node) else { continue };
        if !names.get(parent.parent()).is_ok_and(|name| name.as_str() == "outside") {
            continue;
        }
        let Some(land) = owns.get(own).and_then(|own| own.base_color_texture.clone()) else { continue };
        let secs = begins.time(0);
        commands
            .entity(node)
            .remove::<MeshMaterial3d<StandardMaterial>>()
            .insert((Outside { own: own.clone(), secs }, MeshMaterial3d(skies.add(SkyMaterial::new(land, secs)))));
    }
}

/// The picture of the land has got smaller versions, or another one has taken its place.
fn renew(
    mut changed: MessageReader<AssetEvent<StandardMaterial>>,
    views: Query<(&Outside, &MeshMaterial3d<SkyMaterial>)>,
    owns: Res<Assets<StandardMaterial>>,
    mut skies: ResMut<Assets<SkyMaterial>>,
) {
    for event in changed.read() {
        let AssetEvent::Modified { id } = event else { continue };
        for (outside, material) in views.iter().filter(|(outside, _)| outside.own.id() == *id) {
            let Some(land) = owns.get(&outside.own).and_then(|own| own.base_color_texture.clone()) else { continue };
            if let Some(mut sky) = skies.get_mut(&material.0) {
                sky.set_land(land);
            }
        }
    }
}

fn pass(
    session: Res<ClassroomSession>,
    begins: Res<LessonBegins>,
    mut views: Query<(&mut Outside, &MeshMaterial3d<SkyMaterial>)>,
    mut skies: ResMut<Assets<SkyMaterial>>,
) {
    let secs = begins.time(session.session().now()) / STEP_SECS * STEP_SECS;
    for (mut outside, material) in &mut views {
        if outside.secs == secs {
            continue;
        }
        outside.secs = secs;
        if let Some(mut sky) = skies.get_mut(&material.0) {
            sky.set_time(secs);
        }
    }
}
