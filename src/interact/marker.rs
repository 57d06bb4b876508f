//! A small mark above what the teacher looks at or could take, so that one knows whom a word will reach.

use bevy::light::{NotShadowCaster, NotShadowReceiver};
use bevy::prelude::*;

use crate::app::{AppSystems, Classroom, Screen};
use crate::rig::floor_point;
use crate::session::ClassroomSession;
use crate::students::Heads;

use super::{Focus, Offer, Target, things::socket};

/// The mark.
#[derive(Component)]
struct Marker;

/// How far above a head it hangs, in metres.
const ABOVE_HEAD: f32 = 0.3;
/// How far above a thing it hangs, in metres.
const ABOVE_THING: f32 = 0.22;
/// How quickly it comes and goes, per second.
const FADE: f32 = 14.0;
/// How far it moves up and down, in metres, and how fast, in radians a second.
const SWAY: (f32, f32) = (0.008, 2.6);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Classroom), spawn)
        .add_systems(Update, show.in_set(AppSystems::Animate).run_if(in_state(Screen::Classroom)));
}

fn spawn(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, mut materials: ResMut<Assets<StandardMaterial>>) {
    let material = StandardMaterial {
        base_color: Color::srgba(1.0, 0.80, 0.32, 0.92),
        unlit: true,
        alpha_mode: AlphaMode::Blend,
        ..default()
    };
    commands.spawn((
        Name::new("marker"),
        Marker,
        DespawnOnExit(Screen::Classroom),
        Mesh3d(meshes.add(Cone { radius: 0.028, height: 0.05 })),
        MeshMaterial3d(materials.add(material)),
        // Its point is down.
        Transform::from_rotation(Quat::from_rotation_x(std::f32::consts::PI)).with_scale(Vec3::ZERO),
        NotShadowCaster,
        NotShadowReceiver,
    ));
}

/// What deserves the mark, and where that is.
fn marked(session: &ClassroomSession, focus: &Focus, offer: Offer, heads: &Heads) -> Option<Vec3> {
    let (session, scenario) = (session.session(), session.scenario());
    match (offer, focus.what) {
        (Offer::Use(id), _) => Some(socket(&scenario.items[id.index()], scenario) + Vec3::Y * ABOVE_THING),
        (_, Some(Target::Student(id))) => heads.0.get(id.index()).map(|head| *head + Vec3::Y * ABOVE_HEAD),
        (Offer::Take(id), _) => session.item(id).0.map(|at| floor_point(at) + Vec3::Y * ABOVE_THING),
        _ => None,
    }
}

fn show(
    session: Res<ClassroomSession>,
    lesson: Option<Res<State<Classroom>>>,
    focus: Res<Focus>,
    offer: Res<Offer>,
    heads: Res<Heads>,
    time: Res<Time<Real>>,
    mut markers: Query<&mut Transform, With<Marker>>,
) {
    let running = lesson.is_some_and(|lesson| *lesson.get() == Classroom::Running);
    // Nobody needs to know whom a policy means: its words are told.
    let wanted = running && !session.is_driven();
    let place = if wanted { marked(&session, &focus, *offer, &heads) } else { None };
    let part = 1.0 - (-FADE * time.delta_secs()).exp();
    for mut marker in &mut markers {
        let size = place.map_or(0.0, |_| 1.0);
        if let Some(place) = place {
            let place = place + Vec3::Y * (SWAY.0 * (time.elapsed_secs() * SWAY.1).sin());
            // To another place it does not fly: it is there.
            let is_near = marker.translation.distance(place) < 0.3;
            marker.translation = if is_near { marker.translation.lerp(place, part) } else { place };
        }
        marker.scale = marker.scale.lerp(Vec3::splat(size), part);
    }
}
