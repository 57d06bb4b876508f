//! Desks and chairs by the seating plan, and the teacher's desk. All of a kind share meshes and materials, so that the
//! engine draws them together.

use bevy::{prelude::*, world_serialization::WorldInstanceReady};
use proefles_scenario::Pose;

use crate::{
    app::{AppSystems, Screen},
    content::{Model, Preload, SelectedScenario},
    session::ClassroomSession,
};

use super::{CHAIR_BEHIND, ClassroomPart, DESK_AHEAD, ahead, seat_place};

/// Colours of chair shells, as school furniture has them.
const SHELLS: [Color; 3] =
    [Color::srgb(0.19, 0.37, 0.56), Color::srgb(0.24, 0.48, 0.47), Color::srgb(0.80, 0.52, 0.22)];

/// A student's desk.
#[derive(Component, Debug, Clone, Copy)]
pub struct Desk {
    /// Number of its seat in the seating plan.
    pub seat: usize,
}

/// A chair, and which of the [`SHELLS`] it has.
#[derive(Component)]
struct Chair {
    seat: Pose,
    shell: usize,
}

/// Materials of the shells, once the chair's own is known.
#[derive(Resource, Default)]
struct ShellMaterials(Vec<Handle<StandardMaterial>>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<ShellMaterials>()
        .add_systems(OnEnter(Screen::Loading), spawn)
        .add_systems(Update, make_room.in_set(AppSystems::React).run_if(resource_exists::<ClassroomSession>))
        .add_observer(colour_chair);
}

fn spawn(
    mut commands: Commands,
    selected: Res<SelectedScenario>,
    assets: Res<AssetServer>,
    mut preload: ResMut<Preload>,
) {
    let Some(scenario) = &selected.0 else { return };
    let mut model = |name: &str| Model::load(format!("models/{name}.glb"), &assets, &mut preload);
    let (desk, chair, teacher_desk) = (model("desk"), model("chair"), model("teacher_desk"));
    for (at, seat) in scenario.seats.iter().enumerate() {
        let place = seat_place(seat.pose);
        commands.spawn((
            Name::new(format!("desk {}", seat.name)),
            ClassroomPart,
            Desk { seat: at },
            desk.clone(),
            ahead(place, DESK_AHEAD),
        ));
        // Nobody pushes a chair back quite straight.
        let askew = Quat::from_rotation_y((at as f32 * 2.4).sin() * 0.05);
        let mut stands = ahead(place, -CHAIR_BEHIND);
        stands.rotation *= askew;
        let shell = if at % 7 == 3 { 2 } else { at % 2 };
        commands.spawn((
            Name::new(format!("chair {}", seat.name)),
            ClassroomPart,
            Chair { seat: seat.pose, shell },
            chair.clone(),
            stands,
        ));
    }
    let middle = scenario.room.teacher_desk;
    commands.spawn((
        Name::new("teacher's desk"),
        ClassroomPart,
        teacher_desk,
        Transform::from_xyz(middle.x_mm as f32 / 1000.0, 0.0, middle.z_mm as f32 / 1000.0),
    ));
}

/// The chair of a seat goes away while somebody with a wheelchair has that seat.
fn make_room(session: Res<ClassroomSession>, mut chairs: Query<(&Chair, &mut Visibility)>) {
    let (scenario, state) = (session.scenario(), session.session());
    let mut rolling = scenario.student_ids().filter(|id| scenario.student(*id).wheelchair).peekable();
    if rolling.peek().is_none() {
        return;
    }
    let taken: Vec<Pose> = rolling.map(|id| state.seat_of(id)).collect();
    for (chair, mut shown) in &mut chairs {
        let wanted = if taken.contains(&chair.seat) { Visibility::Hidden } else { Visibility::Inherited };
        shown.set_if_neq(wanted);
    }
}

fn colour_chair(
    ready: On<WorldInstanceReady>,
    chairs: Query<&Chair>,
    children: Query<&Children>,
    names: Query<&Name>,
    mut shells: Query<&mut MeshMaterial3d<StandardMaterial>>,
    mut made: ResMut<ShellMaterials>,
    mut materials: ResMut<Assets<StandardMaterial>>,
) {
    let Ok(chair) = chairs.get(ready.entity) else { return };
    for node in children.iter_descendants(ready.entity) {
        let under_shell = names.get(node).is_ok_and(|name| name.contains("shell"));
        let Ok(mut material) = shells.get_mut(node) else { continue };
        if !under_shell {
            continue;
        }
        if made.0.is_empty() {
            let Some(own) = materials.get(&material.0).cloned() else { continue };
            made.0 = SHELLS
                .iter()
                .map(|colour| materials.add(StandardMaterial { base_color: *colour, ..own.clone() }))
                .collect();
        }
        if let Some(shell) = made.0.get(chair.shell) {
            material.0 = shell.clone();
        }
    }
}
