//! Darkness before the eyes: when the head is in a wall, for a blink when one is put elsewhere, and around the edges
//! while one walks by the stick. Only how dark it is; `render` draws it.

use bevy::prelude::*;

use super::Wearer;
use crate::app::AppSystems;
use crate::session::ClassroomSession;

/// How near a wall the picture begins to darken, and how far in it is dark, in metres.
const WALL: (f32, f32) = (0.10, -0.08);
/// How long a blink lasts, in seconds.
const BLINK: f32 = 0.18;
/// How quickly the edges darken and clear, per second.
const RATE: f32 = 8.0;

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

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Fade>().add_systems(Update, measure.in_set(AppSystems::Animate));
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
