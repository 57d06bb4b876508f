//! Puts a student at each seat when a lesson loads, and finds the parts of their body once its model is there.

use bevy::{
    animation::{AnimatedBy, AnimationTargetId},
    camera::{
        primitives::Aabb,
        visibility::{DynamicSkinnedMeshBounds, NoAutoAabb},
    },
    mesh::morph::MorphWeights,
    prelude::*,
    world_serialization::WorldInstanceReady,
};
use proefles_scenario::{Behaviour, Scenario};
use proefles_sim::Affect;

use crate::{
    app::Screen,
    content::{Model, Preload, SelectedScenario},
    render::Light,
    stage::{ClassroomPart, seat_place},
};

use super::{
    Heads, Speaking, Student,
    acts::Seen,
    face::SHAPES,
    lod::Detail,
    observe::Observed,
    places::Going,
    skeleton::{JOINTS, joint},
    wheelchair::wheelchair,
};

/// How many body models there are; a look that the assets lack falls back on one of them.
const MODELS: usize = 24;

/// The parts of a student's body, once the model is in the room.
#[derive(Component, Debug)]
pub struct Parts {
    /// Name of the model's first node, which begins the paths of its clips.
    pub rig: Name,
    /// The joints, in the skeleton's order.
    pub joints: Vec<Entity>,
    /// The nodes of each version, by [`Detail::number`].
    pub versions: [Vec<Entity>; 3],
    /// The node whose shapes move the face.
    pub face: Option<Entity>,
}

/// The version of the body that is shown.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown(pub Detail);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Loading), seat).add_observer(find_parts);
}

fn seat(
    mut commands: Commands,
    selected: Res<SelectedScenario>,
    assets: Res<AssetServer>,
    mut preload: ResMut<Preload>,
    mut heads: ResMut<Heads>,
    mut speaking: ResMut<Speaking>,
) {
    let Some(scenario) = &selected.0 else { return };
    heads.0.clear();
    // Who has no body yet may be heard.
    speaking.0 = vec![true; scenario.students.len()];
    for id in scenario.student_ids() {
        let path = model_path(scenario, id.index());
        let model = Model::load(path, &assets, &mut preload);
        let place = seat_place(scenario.seat_of(id).pose);
        let rolls = scenario.student(id).wheelchair;
        heads.0.push(place.translation + Vec3::Y * 1.15);
        let mut student = commands.spawn((
            Name::new(scenario.student(id).first_name.clone()),
            ClassroomPart,
            Student { id },
            place,
            model,
            observed(scenario, id.index()),
            Shown(Detail::Far),
            Going::new(rolls),
            Light::default(),
        ));
        if rolls {
            student.with_child(wheelchair(Model::load("models/wheelchair.glb", &assets, &mut preload)));
        }
    }
}

/// The model of a look such as `student_03`; looks that the assets do not have are spread over those they have.
fn model_path(scenario: &Scenario, at: usize) -> String {
    let look = &scenario.students[at].look;
    let number = look.strip_prefix("student_").and_then(|number| number.parse::<usize>().ok());
    let number = number.filter(|number| (1..=MODELS).contains(number)).unwrap_or(at % MODELS + 1);
    format!("models/students/student_{number:02}.glb")
}

fn observed(scenario: &Scenario, at: usize) -> Observed {
    let student = &scenario.students[at];
    let seed = student.name.bytes().fold(at as u32 + 1, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
    Observed {
        seen: Seen {
            behaviour: Behaviour::OnListen,
            since_secs: 10.0,
            partner: None,
            reaction: None,
            device: student.device,
            attention: 0.8,
            affect: Affect::start(),
        },
        seed,
        speaks_until_secs: 0.0,
        line: None,
    }
}

fn find_parts(
    ready: On<WorldInstanceReady>,
    mut commands: Commands,
    students: Query<&Name, With<Student>>,
    children: Query<&Children>,
    names: Query<&Name>,
    skinned: Query<(), With<DynamicSkinnedMeshBounds>>,
) {
    let Ok(student) = students.get(ready.entity) else { return };
    let mut parts = Parts {
        rig: Name::new(""),
        joints: vec![Entity::PLACEHOLDER; JOINTS.len()],
        versions: Default::default(),
        face: None,
    };
    for node in children.iter_descendants(ready.entity) {
        if skinned.contains(node) {
            commands.entity(node).remove::<DynamicSkinnedMeshBounds>().insert((NoAutoAabb, seated_bounds()));
        }
        let Ok(name) = names.get(node) else { continue };
        if let Some(at) = joint(name) {
            parts.joints[at] = node;
            commands.entity(node).remove::<(AnimationTargetId, AnimatedBy)>();
        } else if name.ends_with("_rig") {
            parts.rig = name.clone();
            commands.entity(node).remove::<(AnimationTargetId, AnimatedBy, AnimationPlayer)>();
        } else if let Some((detail, is_face)) = version_of(name) {
            parts.versions[detail].push(node);
            commands.entity(node).insert(if detail == Detail::Far.number() {
                Visibility::Inherited
            } else {
                Visibility::Hidden
            });
            if is_face {
                parts.face = Some(node);
                commands.entity(node).remove::<(AnimationTargetId, AnimatedBy)>();
            }
        }
    }
    if parts.joints.contains(&Entity::PLACEHOLDER) || parts.versions.iter().any(Vec::is_empty) {
        warn!("the body of {student} lacks joints or versions of its meshes; it stays still");
        return;
    }
    commands.entity(ready.entity).insert(parts);
}

/// The version that a mesh node belongs to, by its name such as `emma_face_lod0`; and whether it is the moving face.
fn version_of(name: &str) -> Option<(usize, bool)> {
    let (stem, number) = name.rsplit_once("_lod")?;
    let number = number.parse().ok().filter(|number| *number < 3)?;
    Some((number, stem.ends_with("_face")))
}

/// Bounds of somebody who sits, leans on the desk or raises a hand, so that the engine need not measure every joint.
fn seated_bounds() -> Aabb {
    Aabb { center: Vec3::new(0.0, 0.85, 0.15).into(), half_extents: Vec3::new(0.75, 0.95, 0.7).into() }
}

/// Writes strengths to a face.
pub fn set_shapes(face: &mut MorphWeights, shapes: &[f32; SHAPES]) {
    for (slot, strength) in face.weights_mut().iter_mut().zip(shapes) {
        *slot = *strength;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mesh_nodes_are_told_apart_by_their_names() {
        assert_eq!(version_of("emma_face_lod0"), Some((0, true)));
        assert_eq!(version_of("emma_hair_lod2"), Some((2, false)));
        assert_eq!(version_of("emma_hair_lod7"), None);
        assert_eq!(version_of("hand_l"), None);
    }
}
