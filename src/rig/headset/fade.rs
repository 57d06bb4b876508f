//! Darkness before the eyes: when the head is in a wall, for a blink when one is put elsewhere, and around the edges
//! while one walks by the stick.

use bevy::asset::RenderAssetUsages;
use bevy::light::{NotShadowCaster, NotShadowReceiver};
use bevy::mesh::{Indices, PrimitiveTopology};
use bevy::prelude::*;

use super::Wearer;
use crate::app::AppSystems;
use crate::session::ClassroomSession;

/// How near a wall the picture begins to darken, and how far in it is dark, in metres.
const WALL: (f32, f32) = (0.10, -0.08);
/// How long a blink lasts, in seconds.
const BLINK: f32 = 0.18;
/// Half the angle that stays clear while one walks, in degrees.
const CLEAR_DEG: f32 = 32.0;
/// How wide the edge of that is, in degrees.
const EDGE_DEG: f32 = 10.0;
/// How quickly the edges darken and clear, per second.
const RATE: f32 = 8.0;
/// Radius of the darkness, in metres: further than what is too near to be drawn.
const SIZE: f32 = 0.3;

/// How dark it is before the eyes.
#[derive(Resource, Debug, Clone, Copy, Default, PartialEq)]
pub struct Fade {
    /// All of the picture, 0 to 1.
    pub all: f32,
    /// Its edges, 0 to 1.
    pub edges: f32,
    blink: f32,
    walk: f32,
}

impl Fade {
    /// Darkens the picture for a moment.
    pub fn blink(&mut self) {
        self.blink = 1.0;
    }

    /// Tells how fast one walks by the stick, 0 to 1.
    pub(super) fn walks(&mut self, speed: f32) {
        self.walk = speed;
    }
}

/// The darkness itself: over everything, or at the edges.
#[derive(Component, Clone, Copy, PartialEq)]
enum Dark {
    All,
    Edges,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Fade>()
        .add_systems(Startup, spawn)
        .add_systems(Update, (measure, show).chain().in_set(AppSystems::Animate));
}

fn spawn(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, mut materials: ResMut<Assets<StandardMaterial>>) {
    let shapes = [(Dark::All, cap(0.0)), (Dark::Edges, cap(CLEAR_DEG))];
    for (dark, mesh) in shapes {
        let material = StandardMaterial {
            base_color: Color::srgba(0.0, 0.0, 0.0, 0.0),
            unlit: true,
            cull_mode: None,
            alpha_mode: AlphaMode::Blend,
            ..default()
        };
        commands.spawn((
            Name::new("darkness"),
            dark,
            Mesh3d(meshes.add(mesh)),
            MeshMaterial3d(materials.add(material)),
            Transform::from_scale(Vec3::splat(UNSEEN)),
            NotShadowCaster,
            NotShadowReceiver,
        ));
    }
}

/// So small that it lies before what is drawn, and so costs nothing.
const UNSEEN: f32 = 0.001;

/// A sphere around the head without what lies within `clear_deg` of straight ahead. Its colour fades in over the edge.
fn cap(clear_deg: f32) -> Mesh {
    const AROUND: usize = 32;
    let edge = if clear_deg > 0.0 { EDGE_DEG } else { 0.0 };
    let rings = [clear_deg, clear_deg + edge, 90.0, 135.0, 180.0].map(f32::to_radians);
    let mut positions = Vec::new();
    let mut colours = Vec::new();
    for (at, angle) in rings.iter().enumerate() {
        let alpha = if at == 0 && clear_deg > 0.0 { 0.0 } else { 1.0 };
        for step in 0..=AROUND {
            let turn = step as f32 / AROUND as f32 * std::f32::consts::TAU;
            positions.push([angle.sin() * turn.cos(), angle.sin() * turn.sin(), -angle.cos()].map(|part| part * SIZE));
            colours.push([1.0, 1.0, 1.0, alpha]);
        }
    }
    let row = AROUND as u32 + 1;
    let quads = (0..rings.len() as u32 - 1).flat_map(|ring| (0..AROUND as u32).map(move |step| ring * row + step));
    let indices = quads.flat_map(|at| [at, at + 1, at + row, at + 1, at + row + 1, at + row]).collect();
    let normals = vec![[0.0, 0.0, 1.0]; positions.len()];
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::default())
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, normals)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, colours)
        .with_inserted_indices(Indices::U32(indices))
}

/// How much a head that is so far from the nearest wall sees no more; the distance is negative beyond it.
fn in_wall(distance: f32) -> f32 {
    ((WALL.0 - distance) / (WALL.0 - WALL.1)).clamp(0.0, 1.0)
}

fn measure(mut fade: ResMut<Fade>, wearer: Res<Wearer>, session: Option<Res<ClassroomSession>>, time: Res<Time<Real>>) {
    let secs = time.delta_secs();
    let wall = match (wearer.head, session) {
        (Some(head), Some(session)) => {
            let room = &session.scenario().room;
            let half = Vec2::new(room.width_mm as f32, room.depth_mm as f32) / 2000.0;
            let left = half - Vec2::new(head.translation.x.abs(), head.translation.z.abs());
            in_wall(left.min_element())
        }
        _ => 0.0,
    };
    fade.blink = (fade.blink - secs / BLINK).max(0.0);
    let edges = fade.edges.lerp(fade.walk, 1.0 - (-RATE * secs).exp());
    fade.edges = if edges < 0.01 { 0.0 } else { edges };
    fade.all = wall.max(fade.blink);
}

fn show(
    fade: Res<Fade>,
    wearer: Res<Wearer>,
    mut darks: Query<(&Dark, &mut Transform, &MeshMaterial3d<StandardMaterial>)>,
    mut materials: ResMut<Assets<StandardMaterial>>,
) {
    for (dark, mut place, material) in &mut darks {
        let alpha = match dark {
            Dark::All => fade.all,
            Dark::Edges => fade.edges,
        };
        let head = wearer.head.unwrap_or_default();
        let scale = Vec3::splat(if alpha > 0.0 && wearer.head.is_some() { 1.0 } else { UNSEEN });
        place.set_if_neq(Transform { translation: head.translation.into(), rotation: head.rotation, scale });
        let is_same = materials.get(&material.0).is_some_and(|material| material.base_color.alpha() == alpha);
        if !is_same && let Some(mut material) = materials.get_mut(&material.0) {
            material.base_color.set_alpha(alpha);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_darkens_from_before_it_to_within_it() {
        assert_eq!(in_wall(0.5), 0.0);
        assert!(in_wall(0.0) > 0.3 && in_wall(0.0) < 0.8);
        assert_eq!(in_wall(-0.2), 1.0);
    }

    #[test]
    fn a_blink_ends() {
        let mut world = World::new();
        world.init_resource::<Fade>();
        world.init_resource::<Wearer>();
        let mut time = Time::<Real>::default();
        time.advance_by(std::time::Duration::from_millis(60));
        world.insert_resource(time);
        world.resource_mut::<Fade>().blink();
        let mut schedule = Schedule::default();
        schedule.add_systems(measure);
        schedule.run(&mut world);
        assert!(world.resource::<Fade>().all > 0.5);
        for _ in 0..4 {
            schedule.run(&mut world);
        }
        assert_eq!(world.resource::<Fade>().all, 0.0);
    }
}
