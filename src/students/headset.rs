//! VR headsets on the heads of those who work in one.

use bevy::prelude::*;
use proefles_scenario::{Behaviour, Device};

use crate::app::AppSystems;

use super::{Student, bodies::Moves, observe::Observed, skeleton::HEAD, spawn::Parts};

/// Width, height and depth of a headset, in metres.
const SIZE: Vec3 = Vec3::new(0.165, 0.09, 0.085);
/// From the head's joint to the middle of it, with the face to `z`, in metres.
const BEFORE_THE_EYES: Vec3 = Vec3::new(0.0, 0.06, 0.115);

/// The headset of a student.
#[derive(Component, Debug, Clone, Copy)]
struct Headset(Entity);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (give, wear).chain().in_set(AppSystems::React));
}

/// Hangs a headset, out of sight, on the head of whoever has one.
fn give(
    mut commands: Commands,
    fresh: Query<(Entity, &Observed, &Parts, &Moves), (With<Student>, Added<Moves>)>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<StandardMaterial>>,
) {
    for (student, observed, parts, moves) in &fresh {
        if observed.seen.device != Device::Headset {
            continue;
        }
        let shape = meshes.add(Cuboid::from_size(SIZE));
        let dark =
            StandardMaterial { base_color: Color::srgb(0.05, 0.05, 0.06), perceptual_roughness: 0.4, ..default() };
        let axes = moves.0.head_axes;
        commands.entity(parts.joints[HEAD]).with_child((
            Headset(student),
            Mesh3d(shape),
            MeshMaterial3d(materials.add(dark)),
            Transform::from_translation(axes * BEFORE_THE_EYES).with_rotation(axes),
            Visibility::Hidden,
        ));
    }
}

/// It is worn while somebody works in it.
fn wear(students: Query<&Observed>, mut headsets: Query<(&Headset, &mut Visibility)>) {
    for (headset, mut visibility) in &mut headsets {
        let Ok(observed) = students.get(headset.0) else { continue };
        let worn = observed.seen.behaviour == Behaviour::DevVrClass;
        visibility.set_if_neq(if worn { Visibility::Inherited } else { Visibility::Hidden });
    }
}
