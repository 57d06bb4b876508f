//! Walls, floor, windows and everything that stands still in the room, lit by its lightmap.

use bevy::{asset::LoadState, pbr::Lightmap, prelude::*, world_serialization::WorldInstanceReady};
use proefles_scenario::RoomKind;

use crate::{
    app::{NoticeLevel, Notices, Said, Screen},
    content::{Model, Preload, SelectedScenario},
};

use super::{BoardScreen, ClassroomPart};

/// The model of a room and the light baked into its second texture coordinates.
const fn files(kind: RoomKind) -> (&'static str, &'static str) {
    match kind {
        RoomKind::Primary => ("models/room_primary.glb", "models/lightmap_primary.ktx2"),
        RoomKind::Secondary => ("models/room.glb", "models/lightmap.ktx2"),
        RoomKind::Computers => ("models/room_computer.glb", "models/lightmap_computer.ktx2"),
    }
}

/// Brings the baked values, in which white paper in good light is about 1, to the camera's exposure
/// (`light.lightmap_exposure` of `assets/manifests/models.ron`).
const LIGHTMAP_EXPOSURE: f32 = 998.0;
/// Nodes of the room that shine or show pictures themselves.
const UNLIT: [&str; 5] = ["lamps", "board_screen", "outside", "clock_hour", "clock_minute"];

/// The room's model, and the light baked for it.
#[derive(Component)]
struct RoomModel {
    file: &'static str,
    lightmap: Handle<Image>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Loading), spawn).add_systems(Update, replace_missing).add_observer(fit_out);
}

fn spawn(
    mut commands: Commands,
    selected: Res<SelectedScenario>,
    assets: Res<AssetServer>,
    mut preload: ResMut<Preload>,
) {
    let Some(scenario) = &selected.0 else { return };
    let (file, lightmap) = files(scenario.room.kind);
    let model = Model::load(file, &assets, &mut preload);
    let lightmap: Handle<Image> = assets.load(lightmap);
    preload.add(lightmap.clone());
    commands.spawn((Name::new("room"), ClassroomPart, RoomModel { file, lightmap }, model));
}

/// Gives every part of the room its baked light, and the board's picture its mark.
fn fit_out(
    ready: On<WorldInstanceReady>,
    mut commands: Commands,
    rooms: Query<&RoomModel>,
    children: Query<&Children>,
    names: Query<&Name>,
    meshes: Query<(&Mesh3d, &MeshMaterial3d<StandardMaterial>, &ChildOf)>,
    shapes: Res<Assets<Mesh>>,
    mut materials: ResMut<Assets<StandardMaterial>>,
) {
    let Ok(room) = rooms.get(ready.entity) else { return };
    for node in children.iter_descendants(ready.entity) {
        let Ok((mesh, material, parent)) = meshes.get(node) else { continue };
        let name = names.get(parent.parent()).map_or("", |name| name.as_str());
        if name == "board_screen" {
            commands.entity(node).insert(BoardScreen);
        }
        let baked = shapes.get(&mesh.0).is_some_and(|shape| shape.contains_attribute(Mesh::ATTRIBUTE_UV_1));
        if !baked || UNLIT.contains(&name) {
            continue;
        }
        commands.entity(node).insert(Lightmap { image: room.lightmap.clone(), bicubic_sampling: true, ..default() });
        if let Some(mut material) = materials.get_mut(&material.0) {
            material.lightmap_exposure = LIGHTMAP_EXPOSURE;
        }
    }
}

/// Without the room's model the lesson still goes on, between plain walls.
fn replace_missing(
    mut commands: Commands,
    assets: Res<AssetServer>,
    rooms: Query<(Entity, &Model, &RoomModel)>,
    mut notices: ResMut<Notices>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<StandardMaterial>>,
) {
    for (entity, model, room) in &rooms {
        if !matches!(assets.load_state(&model.0), LoadState::Failed(_)) {
            continue;
        }
        let file = room.file;
        notices.push(
            NoticeLevel::Warning,
            Said::new(
                format!(
                    "Het lokaal ({file}) kan niet geladen worden; je ziet kale muren. Installeer het programma opnieuw."
                ),
                format!("The room ({file}) cannot be loaded; you see plain walls. Install the program again."),
            ),
        );
        let colour = Color::srgb(0.93, 0.91, 0.86);
        let wall = materials.add(StandardMaterial { base_color: colour, perceptual_roughness: 0.9, ..default() });
        let picture = materials.add(StandardMaterial { unlit: true, ..default() });
        commands.entity(entity).remove::<(RoomModel, Model)>().with_children(|room| {
            for (size, middle) in PLAIN {
                let shape = Mesh3d(meshes.add(Cuboid::from_size(size)));
                room.spawn((shape, MeshMaterial3d(wall.clone()), Transform::from_translation(middle)));
            }
            room.spawn((
                BoardScreen,
                Mesh3d(meshes.add(Rectangle::new(2.0, 1.125))),
                MeshMaterial3d(picture),
                Transform::from_xyz(0.0, 1.62, 3.53).with_rotation(Quat::from_rotation_y(std::f32::consts::PI)),
            ));
        });
    }
}

/// Size and middle of the floor, the ceiling and the walls of a plain room.
const PLAIN: [(Vec3, Vec3); 6] = [
    (Vec3::new(8.4, 0.1, 7.2), Vec3::new(0.0, -0.05, 0.0)),
    (Vec3::new(8.4, 0.1, 7.2), Vec3::new(0.0, 3.05, 0.0)),
    (Vec3::new(0.1, 3.0, 7.2), Vec3::new(-4.25, 1.5, 0.0)),
    (Vec3::new(0.1, 3.0, 7.2), Vec3::new(4.25, 1.5, 0.0)),
    (Vec3::new(8.4, 3.0, 0.1), Vec3::new(0.0, 1.5, -3.65)),
    (Vec3::new(8.4, 3.0, 0.1), Vec3::new(0.0, 1.5, 3.65)),
];
