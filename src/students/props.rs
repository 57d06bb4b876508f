//! What a hand holds: a pen, something to eat, a ball of paper, which flies when it is let go.

use bevy::prelude::*;

use crate::{app::AppSystems, stage::ClassroomPart};

use super::{
    Student,
    animate::Moving,
    arms::{ARMS, Thing, is_left_handed},
    bodies::Moves,
    observe::Observed,
    spawn::Parts,
};

/// Radius and length of a pen, in metres.
const PEN: (f32, f32) = (0.0055, 0.14);
/// Radius of what is eaten, and of a ball of paper, in metres.
const FOOD: f32 = 0.034;
const BALL: f32 = 0.026;
/// Where the hand holds them: from the wrist towards the thumb's side, to the palm and to the fingers, in metres.
const PEN_AT: Vec3 = Vec3::new(0.02, -0.035, 0.105);
const BALL_AT: Vec3 = Vec3::new(0.0, -0.045, 0.085);
/// How fast a ball of paper leaves a hand, ahead and upwards, in metres a second.
const THROWN: (f32, f32) = (4.6, 1.9);
const GRAVITY: f32 = 9.81;
/// A ball lies on the floor for so long, in seconds.
const LIES_SECS: f32 = 20.0;

/// What the writing hand of a student holds, if anything.
#[derive(Component, Debug, Clone, Copy)]
struct Held {
    student: Entity,
    shows: Option<Thing>,
}

/// A ball of paper on its way, or on the floor since then.
#[derive(Component, Debug, Clone, Copy)]
struct Flying {
    speed: Vec3,
    secs: f32,
}

/// Shapes and colours, shared by all hands.
#[derive(Resource, Debug)]
struct Looks([(Handle<Mesh>, Handle<StandardMaterial>); 3]);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, make)
        .add_systems(Update, give.in_set(AppSystems::React))
        .add_systems(Update, (show, fly).chain().in_set(AppSystems::Animate).after(super::animate::write));
}

fn make(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, mut materials: ResMut<Assets<StandardMaterial>>) {
    let mut paint = |colour: Color, roughness: f32| {
        materials.add(StandardMaterial { base_color: colour, perceptual_roughness: roughness, ..default() })
    };
    let (blue, crust, paper) = (
        paint(Color::srgb(0.05, 0.16, 0.55), 0.35),
        paint(Color::srgb(0.78, 0.20, 0.12), 0.45),
        paint(Color::srgb(0.93, 0.93, 0.90), 0.9),
    );
    let pen = meshes.add(Cylinder::new(PEN.0, PEN.1).mesh().resolution(7));
    let food = meshes.add(Sphere::new(FOOD).mesh().ico(2).unwrap_or_else(|_| Sphere::new(FOOD).mesh().uv(10, 8)));
    let ball = meshes.add(Sphere::new(BALL).mesh().ico(1).unwrap_or_else(|_| Sphere::new(BALL).mesh().uv(8, 6)));
    commands.insert_resource(Looks([(pen, blue), (food, crust), (ball, paper)]));
}

/// Hangs an empty hold on the writing hand.
fn give(
    mut commands: Commands,
    looks: Option<Res<Looks>>,
    fresh: Query<(Entity, &Observed, &Parts, &Moves), (With<Student>, Added<Moves>)>,
) {
    let Some(looks) = looks else { return };
    for (student, observed, parts, moves) in &fresh {
        let side = usize::from(!is_left_handed(observed.seed));
        let (mesh, material) = looks.0[0].clone();
        commands.entity(parts.joints[ARMS[side].wrist]).with_child((
            Held { student, shows: None },
            Mesh3d(mesh),
            MeshMaterial3d(material),
            hold(Thing::Pen, moves.0.hand_axes[side], side),
            Visibility::Hidden,
        ));
    }
}

/// How a hand holds something, in the space of its joint.
fn hold(thing: Thing, axes: Quat, side: usize) -> Transform {
    // The thumb is on the inner side when the palm is down.
    let inwards = if side == 0 { -1.0 } else { 1.0 };
    let mirror = Vec3::new(inwards, 1.0, 1.0);
    match thing {
        Thing::Pen => {
            let along = Vec3::new(inwards * -0.25, 0.85, -0.55).normalize();
            Transform::from_translation(axes * (PEN_AT * mirror))
                .with_rotation(axes * Quat::from_rotation_arc(Vec3::Y, along))
        }
        Thing::Food | Thing::Ball => Transform::from_translation(axes * (BALL_AT * mirror)),
    }
}

fn show(
    mut commands: Commands,
    looks: Res<Looks>,
    students: Query<(&Observed, &Moves, &Moving, &Transform), With<Student>>,
    mut held: Query<
        (
            &mut Held,
            &mut Mesh3d,
            &mut MeshMaterial3d<StandardMaterial>,
            &mut Transform,
            &mut Visibility,
            &GlobalTransform,
        ),
        Without<Student>,
    >,
) {
    for (mut held, mut mesh, mut material, mut place, mut visibility, at) in &mut held {
        let Ok((observed, moves, moving, body)) = students.get(held.student) else { continue };
        let shows = moving.holds();
        if shows == held.shows {
            continue;
        }
        if held.shows == Some(Thing::Ball) && moving.lets_go() {
            let ahead = body.rotation * Vec3::Z;
            commands.spawn((
                ClassroomPart,
                Flying { speed: ahead * THROWN.0 + Vec3::Y * THROWN.1, secs: 0.0 },
                Mesh3d(mesh.0.clone()),
                MeshMaterial3d(material.0.clone()),
                Transform::from_translation(at.translation()),
            ));
        }
        held.shows = shows;
        visibility.set_if_neq(if shows.is_some() { Visibility::Inherited } else { Visibility::Hidden });
        if let Some(thing) = shows {
            let side = usize::from(!is_left_handed(observed.seed));
            let (shape, colour) = looks.0[thing as usize].clone();
            mesh.0 = shape;
            material.0 = colour;
            *place = hold(thing, moves.0.hand_axes[side], side);
        }
    }
}

fn fly(mut commands: Commands, time: Res<Time>, mut balls: Query<(Entity, &mut Flying, &mut Transform)>) {
    let secs = time.delta_secs();
    for (ball, mut flying, mut place) in &mut balls {
        flying.secs += secs;
        if flying.secs > LIES_SECS {
            commands.entity(ball).despawn();
        }
        if place.translation.y <= BALL && flying.speed.y <= 0.0 {
            continue;
        }
        flying.speed.y -= GRAVITY * secs;
        place.translation += flying.speed * secs;
        place.translation.y = place.translation.y.max(BALL);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::time::TimeUpdateStrategy;
    use std::time::Duration;

    #[test]
    fn a_thrown_ball_comes_down_ahead_and_is_cleared_away() {
        let mut app = App::new();
        app.add_plugins(MinimalPlugins).add_systems(Update, fly);
        app.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_millis(20)));
        let speed = Vec3::Z * THROWN.0 + Vec3::Y * THROWN.1;
        let ball = app.world_mut().spawn((Flying { speed, secs: 0.0 }, Transform::from_xyz(0.0, 1.2, 0.0))).id();
        (0..100).for_each(|_| app.update());
        let at = app.world().get::<Transform>(ball).map(|place| place.translation).unwrap_or_default();
        assert!((at.y - BALL).abs() < 1e-4 && (2.0..5.0).contains(&at.z), "{at}");
        (0..1000).for_each(|_| app.update());
        assert!(app.world().get_entity(ball).is_err());
    }

    #[test]
    fn both_hands_hold_a_pen_alike() {
        let left = hold(Thing::Pen, Quat::IDENTITY, 0).translation;
        let right = hold(Thing::Pen, Quat::IDENTITY, 1).translation;
        assert_eq!(left, right * Vec3::new(-1.0, 1.0, 1.0));
    }
}
