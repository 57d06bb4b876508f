//! The light that screens throw on those who sit before them and on their desks: what a screen shows is guessed from in front
//! of the class by what it does to its owner's face and chest.

use bevy::{prelude::*, world_serialization::WorldInstanceReady};
use proefles_scenario::{Behaviour, Device, ScreenState, StudentId};
use proefles_sim::Session;

use crate::{
    app::AppSystems,
    render::{Light, LitMaterial, Lits, Panel, Part, Tag},
    session::ClassroomSession,
    stage::Desk,
    students::Student,
};

use super::{
    desk::{DeskDevice, Phone},
    screen_faces::moves,
    sheet::Sheet,
};

/// The meshes of a desk or a device that stand in the light of a screen.
#[derive(Component, Debug)]
struct InLight(Vec<Entity>, Tag);

pub(super) fn plugin(app: &mut App) {
    app.add_observer(fit_out)
        .add_systems(Update, shine.in_set(AppSystems::ReadSession).run_if(resource_exists::<ClassroomSession>))
        .add_systems(Update, fall.in_set(AppSystems::React).run_if(resource_exists::<ClassroomSession>));
}

fn shine(session: Res<ClassroomSession>, sheet: Res<Sheet>, mut students: Query<(&Student, &mut Light)>) {
    for (student, mut light) in &mut students {
        let shines = source(session.session(), student.id)
            .and_then(|(panel, state)| Some(Light::of(panel, sheet.mean(state)?, moves(state))));
        light.set_if_neq(shines.unwrap_or_default());
    }
}

/// The screen that a student sits before, and what it shows.
fn source(session: &Session, student: StudentId) -> Option<(Panel, ScreenState)> {
    let seen = session.student(student);
    if session.place_of(student) != Some(session.seat_of(student)) || seen.behaviour == Behaviour::DevVrClass {
        return None;
    }
    if seen.behaviour == Behaviour::DevPhone {
        return Some((Panel::Phone, ScreenState::Chat));
    }
    match session.scenario().student(student).device {
        Device::Laptop | Device::Headset => Some((Panel::Laptop, seen.screen)),
        Device::Tablet => Some((Panel::Tablet, seen.screen)),
        Device::Notebook => None,
    }
}

/// Gives desks and devices, but for the screens themselves, the material on which light of a screen falls.
fn fit_out(
    ready: On<WorldInstanceReady>,
    mut commands: Commands,
    desks: Query<Has<Desk>, Or<(With<Desk>, With<DeskDevice>, With<Phone>)>>,
    children: Query<&Children>,
    names: Query<&Name>,
    meshes: Query<(&MeshMaterial3d<StandardMaterial>, &ChildOf)>,
    owns: Res<Assets<StandardMaterial>>,
    mut made: ResMut<Assets<LitMaterial>>,
    mut copies: ResMut<Lits>,
) {
    let Ok(is_desk) = desks.get(ready.entity) else { return };
    let tag = Tag::of(if is_desk { Part::Desk } else { Part::Device });
    let mut lit = Vec::new();
    for mesh in children.iter_descendants(ready.entity) {
        let Ok((MeshMaterial3d(own), parent)) = meshes.get(mesh) else { continue };
        if names.get(parent.parent()).is_ok_and(|name| name.as_str() == "screen") {
            continue;
        }
        let copy = copies.of(own, &owns, &mut made);
        commands
            .entity(mesh)
            .remove::<MeshMaterial3d<StandardMaterial>>()
            .insert((MeshMaterial3d(copy), tag.lit(Light::default())));
        lit.push(mesh);
    }
    commands.entity(ready.entity).insert(InLight(lit, tag));
}

/// Lets the light of screens fall on what stands around them, when it changes.
fn fall(
    mut commands: Commands,
    session: Res<ClassroomSession>,
    changed: Query<(), Changed<Light>>,
    fresh: Query<(), Added<InLight>>,
    students: Query<(&Student, &Light)>,
    things: Query<(&InLight, Option<&DeskDevice>, Option<&Desk>)>,
) {
    if changed.is_empty() && fresh.is_empty() {
        return;
    }
    let session = session.session();
    let seats = &session.scenario().seats;
    for (thing, device, desk) in &things {
        let is_owner = |student: StudentId| match (device, desk) {
            (Some(device), _) => device.student == student,
            (_, Some(desk)) => seats.get(desk.seat).is_some_and(|seat| seat.pose == session.seat_of(student)),
            _ => false,
        };
        let light = students.iter().find(|(student, _)| is_owner(student.id)).map(|(_, light)| light.above_desk());
        for mesh in &thing.0 {
            commands.entity(*mesh).insert(thing.1.lit(light.unwrap_or_default()));
        }
    }
}
