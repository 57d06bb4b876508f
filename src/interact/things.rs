//! Things that can be taken: where the simulation says they are, or in the teacher's hand.

use std::f32::consts::{FRAC_PI_2, PI};

use bevy::prelude::*;
use bevy::world_serialization::WorldInstanceReady;
use proefles_scenario::{Item, ItemId, ItemKind, Point, Scenario};

use crate::app::{AppSystems, Screen};
use crate::content::{Model, Preload, SelectedScenario};
use crate::rig::{TeacherBody, Wearer, floor_point};
use crate::session::ClassroomSession;

/// A thing of the lesson.
#[derive(Component, Debug, Clone, Copy)]
struct Thing(ItemId);

/// A part of a model that hangs down when the thing is lifted: its place in the model as it lies.
#[derive(Component, Debug, Clone, Copy)]
struct Hangs;

/// Where a held thing is, seen from the eyes: right, down, ahead. In metres.
const IN_HAND: Vec3 = Vec3::new(0.21, -0.23, -0.52);
/// How quickly the hand follows the eyes, per second.
const FOLLOW: f32 = 18.0;
/// Half of the teacher's desk, in millimetres.
const DESK_MM: (i32, i32) = (700, 350);
/// Height of the teacher's desk, in metres.
const DESK_HEIGHT: f32 = 0.74;
/// Height of the socket beside the board, in metres.
const SOCKET_HEIGHT: f32 = 1.2;
/// How far a plug stands out of the wall, in metres.
const PLUGGED: f32 = 0.05;
/// Where the cord leaves the plug, in the cable's model.
const CORD: Vec3 = Vec3::new(0.0, 0.019, -0.03);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Loading), load)
        .add_systems(OnEnter(Screen::Classroom), spawn)
        .add_observer(find_cord)
        .add_systems(Update, (place, hang).chain().in_set(AppSystems::Animate).run_if(in_state(Screen::Classroom)));
}

fn model(kind: ItemKind) -> Option<&'static str> {
    match kind {
        ItemKind::BoardCable => Some("models/cable.glb"),
        ItemKind::Tablet => Some("models/tablet.glb"),
        ItemKind::PhoneBox => None,
    }
}

/// Where a thing lies: on the teacher's desk if that stands there, else on the floor.
fn lying(point: Point, scenario: &Scenario) -> Vec3 {
    let desk = scenario.room.teacher_desk;
    let on_desk = (point.x_mm - desk.x_mm).abs() <= DESK_MM.0 && (point.z_mm - desk.z_mm).abs() <= DESK_MM.1;
    floor_point(point) + Vec3::Y * if on_desk { DESK_HEIGHT } else { 0.0 }
}

/// Where a cable's socket is on the wall with the board.
pub(super) fn socket(item: &Item, scenario: &Scenario) -> Vec3 {
    let at = floor_point(item.used_at);
    Vec3::new(at.x, SOCKET_HEIGHT, scenario.room.depth_mm as f32 / 2000.0)
}

fn load(assets: Res<AssetServer>, selected: Res<SelectedScenario>, mut preload: ResMut<Preload>) {
    let Some(scenario) = &selected.0 else { return };
    for item in &scenario.items {
        if let Some(path) = model(item.kind) {
            Model::load(path, &assets, &mut preload);
        }
        if item.kind == ItemKind::BoardCable {
            Model::load("models/socket.glb", &assets, &mut preload);
        }
    }
}

fn spawn(
    mut commands: Commands,
    session: Option<Res<ClassroomSession>>,
    assets: Res<AssetServer>,
    mut preload: ResMut<Preload>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<StandardMaterial>>,
) {
    let Some(session) = session else { return };
    let scenario = session.scenario();
    let mut root = |path: &'static str| Model::load(path, &assets, &mut preload);
    for (at, item) in scenario.items.iter().enumerate() {
        let thing = (
            Name::new(item.name.clone()),
            Thing(ItemId::from_index(at)),
            DespawnOnExit(Screen::Classroom),
            Transform::from_translation(lying(item.at, scenario)),
            Visibility::default(),
        );
        match model(item.kind) {
            Some(path) => commands.spawn((thing, root(path))),
            // A box for phones is a box.
            None => commands.spawn((
                thing,
                Mesh3d(meshes.add(Cuboid::new(0.36, 0.12, 0.24))),
                MeshMaterial3d(materials.add(StandardMaterial::from_color(Color::srgb(0.35, 0.47, 0.55)))),
            )),
        };
        if item.kind == ItemKind::BoardCable {
            commands.spawn((
                Name::new("socket"),
                DespawnOnExit(Screen::Classroom),
                root("models/socket.glb"),
                Transform::from_translation(socket(item, scenario)),
            ));
        }
    }
}

fn find_cord(
    ready: On<WorldInstanceReady>,
    mut commands: Commands,
    things: Query<&Thing>,
    children: Query<&Children>,
    names: Query<&Name>,
) {
    if things.get(ready.entity).is_err() {
        return;
    }
    for node in children.iter_descendants(ready.entity) {
        if names.get(node).is_ok_and(|name| name.as_str() == "cable_paint") {
            commands.entity(node).insert(Hangs);
        }
    }
}

/// Puts each thing where it is.
fn place(
    session: Res<ClassroomSession>,
    time: Res<Time>,
    bodies: Query<&TeacherBody>,
    wearer: Res<Wearer>,
    mut things: Query<(&Thing, &mut Transform)>,
) {
    let Ok(body) = bodies.single() else { return };
    let session = session.session();
    let scenario = session.scenario();
    for (Thing(id), mut place) in &mut things {
        let item = &scenario.items[id.index()];
        let (lies, is_used) = session.item(*id);
        let goal = match lies {
            None => in_headset(&wearer).unwrap_or_else(|| in_hand(body)),
            Some(_) if is_used && item.kind == ItemKind::BoardCable => {
                Transform::from_translation(socket(item, scenario) - Vec3::Z * PLUGGED)
            }
            Some(at) => Transform::from_translation(lying(at, scenario)),
        };
        let part = 1.0 - (-FOLLOW * time.delta_secs()).exp();
        let next = Transform {
            translation: place.translation.lerp(goal.translation, part),
            rotation: place.rotation.slerp(goal.rotation, part),
            scale: Vec3::ONE,
        };
        place.set_if_neq(next);
    }
}

/// In a headset a thing is where the hand is: the right one, or the left one where only that is seen.
fn in_headset(wearer: &Wearer) -> Option<Transform> {
    let grip = wearer.grips[1].or(wearer.grips[0])?;
    // A plug points ahead, as a controller does.
    Some(Transform::from_isometry(grip).with_rotation(grip.rotation * Quat::from_rotation_y(PI)))
}

fn in_hand(body: &TeacherBody) -> Transform {
    let rotation = body.rotation();
    // The plug points ahead, as one holds it to plug it in.
    Transform::from_translation(body.eyes() + rotation * IN_HAND)
        .with_rotation(rotation * Quat::from_rotation_y(PI - 0.25) * Quat::from_rotation_x(-0.15))
}

/// Lets cords hang from what is lifted, and lie when it lies.
fn hang(
    session: Res<ClassroomSession>,
    things: Query<&Thing>,
    parents: Query<&ChildOf>,
    mut cords: Query<(Entity, &mut Transform), With<Hangs>>,
) {
    for (cord, mut place) in &mut cords {
        let Some(thing) = parents.iter_ancestors(cord).find_map(|parent| things.get(parent).ok()) else { continue };
        let (lies, is_used) = session.session().item(thing.0);
        let turn = Quat::from_rotation_x(if lies.is_none() || is_used { -FRAC_PI_2 * 0.9 } else { 0.0 });
        place.set_if_neq(Transform { translation: CORD - turn * CORD, rotation: turn, scale: Vec3::ONE });
    }
}
