//! What lies on students' desks: a laptop, a tablet or a notebook by the roster, with a screen that shows what the
//! simulation says, and the phone of whoever is on it.

use bevy::{prelude::*, world_serialization::WorldInstanceReady};
use proefles_scenario::{Behaviour, Device, ScreenState, StudentId};
use proefles_sim::EventKind;

use crate::{
    app::{AppSystems, Screen},
    content::{Model, Preload, SelectedScenario},
    render::screen_tag,
    session::{ClassroomSession, Happened},
    stage::{ClassroomPart, DESK_AHEAD, DESK_HEIGHT, ahead, seat_place},
};

use super::{screen_faces::on_sheet, sheet::Sheet};

/// A student's device on the desk.
#[derive(Component, Debug, Clone, Copy)]
pub struct DeskDevice {
    /// Whose.
    pub student: StudentId,
}

/// A student's phone: seen only while they are on it.
#[derive(Component, Debug, Clone, Copy)]
pub(super) struct Phone(StudentId);

/// The mesh of a device's screen, and what it shows.
#[derive(Component, Debug, Clone, Copy)]
struct Display {
    student: StudentId,
    fixed: Option<ScreenState>,
    shown: Option<ScreenState>,
}

/// Where devices lie, from the middle of the desk's top (`offsets` of `assets/manifests/models.ron`), in metres.
const LAPTOP: Vec3 = Vec3::new(0.0, 0.0, 0.05);
const TABLET: Vec3 = Vec3::new(-0.05, 0.0, -0.02);
const NOTEBOOK: Vec3 = Vec3::new(-0.02, 0.0, 0.0);
/// Where hands hold a phone under the desk, from the student, in metres.
const PHONE: Vec3 = Vec3::new(0.0, 0.615, 0.30);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Loading), spawn).add_observer(find_display).add_systems(
        Update,
        (show, show_phones, follow_seats).in_set(AppSystems::React).run_if(resource_exists::<ClassroomSession>),
    );
}

fn spawn(
    mut commands: Commands,
    selected: Res<SelectedScenario>,
    assets: Res<AssetServer>,
    mut preload: ResMut<Preload>,
) {
    let Some(scenario) = &selected.0 else { return };
    let mut model = |name: &str| Model::load(format!("models/{name}.glb"), &assets, &mut preload);
    let (laptop, tablet, notebook, phone) = (model("laptop"), model("tablet"), model("notebook"), model("phone"));
    for student in scenario.student_ids() {
        let place = seat_place(scenario.seat_of(student).pose);
        let device = scenario.student(student).device;
        let model = match device {
            Device::Laptop | Device::Headset => laptop.clone(),
            Device::Tablet => tablet.clone(),
            Device::Notebook => notebook.clone(),
        };
        let lies = on_desk(place, kind_offset(device), student);
        commands.spawn((ClassroomPart, DeskDevice { student }, model, lies));
        let held = place * phone_place();
        commands.spawn((ClassroomPart, Phone(student), phone.clone(), held, Visibility::Hidden));
    }
}

/// What somebody works with goes along when they change seats.
fn follow_seats(
    session: Res<ClassroomSession>,
    mut happened: MessageReader<Happened>,
    mut devices: Query<(&DeskDevice, &mut Transform), Without<Phone>>,
    mut phones: Query<(&Phone, &mut Transform)>,
) {
    for Happened(event) in happened.read() {
        let EventKind::Reseated { student, .. } = event.kind else { continue };
        let scenario = session.scenario();
        let place = seat_place(session.session().seat_of(student));
        for (device, mut lies) in &mut devices {
            if device.student == student {
                *lies = on_desk(place, kind_offset(scenario.student(student).device), student);
            }
        }
        for (phone, mut held) in &mut phones {
            if phone.0 == student {
                *held = place * phone_place();
            }
        }
    }
}

/// Where a device lies on the desk.
fn kind_offset(device: Device) -> Vec3 {
    match device {
        Device::Laptop | Device::Headset => LAPTOP,
        Device::Tablet => TABLET,
        Device::Notebook => NOTEBOOK,
    }
}

/// Where a phone is held, from the seat.
fn phone_place() -> Transform {
    Transform::from_translation(PHONE).with_rotation(Quat::from_rotation_x(-0.35))
}

/// A place on the desk of somebody who sits there; things lie a little differently with everybody.
fn on_desk(place: Transform, offset: Vec3, student: StudentId) -> Transform {
    let mut desk = ahead(place, DESK_AHEAD);
    desk.translation += Vec3::Y * DESK_HEIGHT + place.rotation * offset;
    desk.rotation *= Quat::from_rotation_y((f32::from(student.0) * 1.7).sin() * 0.06);
    desk
}

fn find_display(
    ready: On<WorldInstanceReady>,
    mut commands: Commands,
    devices: Query<&DeskDevice>,
    phones: Query<&Phone>,
    children: Query<&Children>,
    names: Query<&Name>,
    meshes: Query<&ChildOf, With<Mesh3d>>,
) {
    let (student, fixed) = match (devices.get(ready.entity), phones.get(ready.entity)) {
        (Ok(device), _) => (device.student, None),
        (_, Ok(phone)) => (phone.0, Some(ScreenState::Chat)),
        _ => return,
    };
    for node in children.iter_descendants(ready.entity) {
        let Ok(parent) = meshes.get(node) else { continue };
        if names.get(parent.parent()).is_ok_and(|name| name.as_str() == "screen") {
            commands.entity(node).insert(Display { student, fixed, shown: None });
        }
    }
}

fn show(
    mut commands: Commands,
    session: Res<ClassroomSession>,
    sheet: Res<Sheet>,
    mut displays: Query<(Entity, &mut Display)>,
) {
    let Some(material) = sheet.material() else { return };
    for (screen, mut display) in &mut displays {
        let state = display.fixed.unwrap_or_else(|| session.session().student(display.student).screen);
        if display.shown == Some(state) {
            continue;
        }
        let (first, count) = on_sheet(state);
        let mut screen = commands.entity(screen);
        screen.insert(screen_tag(first, count));
        if display.shown.replace(state).is_none() {
            screen.remove::<MeshMaterial3d<StandardMaterial>>().insert(MeshMaterial3d(material.clone()));
        }
    }
}

fn show_phones(session: Res<ClassroomSession>, mut phones: Query<(&Phone, &mut Visibility)>) {
    for (phone, mut visibility) in &mut phones {
        let on_phone = session.session().student(phone.0).behaviour == Behaviour::DevPhone;
        visibility.set_if_neq(if on_phone { Visibility::Inherited } else { Visibility::Hidden });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_lie_on_the_desk_in_front_of_their_owner() {
        for number in 0..24 {
            let place = Transform::from_xyz(1.0, 0.0, -0.5);
            let lies = on_desk(place, LAPTOP, StudentId(number)).translation;
            assert!((lies - Vec3::new(1.0, DESK_HEIGHT, -0.5 + DESK_AHEAD + LAPTOP.z)).length() < 1e-5);
        }
    }
}
