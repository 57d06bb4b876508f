//! The clock on the wall goes with the lesson, and with it the sun outside.

use std::f32::consts::TAU;

use bevy::prelude::*;
use proefles_scenario::TICKS_PER_SECOND;

use crate::app::AppSystems;
use crate::session::ClassroomSession;

/// When lessons begin, in seconds since midnight.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Eq)]
pub struct LessonBegins(pub u32);

impl Default for LessonBegins {
    /// Five to half past ten, the third lesson of a school day.
    fn default() -> Self {
        Self((10 * 60 + 25) * 60)
    }
}

impl LessonBegins {
    /// The time of day in seconds since midnight, so many ticks into the lesson.
    pub fn time(self, ticks: u32) -> u32 {
        self.0 + ticks / TICKS_PER_SECOND
    }
}

/// A hand of the clock: how many seconds it takes to go round.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq)]
struct Hand {
    round_secs: u32,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<LessonBegins>()
        .add_observer(find_hands)
        .add_systems(Update, go.in_set(AppSystems::React).run_if(resource_exists::<ClassroomSession>));
}

fn find_hands(named: On<Add, Name>, mut commands: Commands, names: Query<&Name>) {
    let round_secs = match names.get(named.entity).map(Name::as_str) {
        Ok("clock_hour") => 12 * 3600,
        Ok("clock_minute") => 3600,
        _ => return,
    };
    commands.entity(named.entity).insert(Hand { round_secs });
}

/// Hands point where they do in the lesson's second; they move once a second.
fn go(session: Res<ClassroomSession>, begins: Res<LessonBegins>, mut hands: Query<(&Hand, &mut Transform)>) {
    let secs = begins.time(session.session().now());
    for (hand, mut place) in &mut hands {
        let points = pointing(*hand, secs);
        if place.rotation != points {
            place.rotation = points;
        }
    }
}

/// How a hand that points at twelve is turned at a time of day, seen from the class.
fn pointing(hand: Hand, secs: u32) -> Quat {
    let share = (secs % hand.round_secs) as f32 / hand.round_secs as f32;
    Quat::from_rotation_z(-share * TAU)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_three_the_hour_hand_points_to_the_right_of_who_looks_and_the_minute_hand_up() {
        let tip = |round_secs| pointing(Hand { round_secs }, 15 * 3600) * Vec3::Y;
        assert!(tip(12 * 3600).distance(Vec3::X) < 1e-5);
        assert!(tip(3600).distance(Vec3::Y) < 1e-5);
    }

    #[test]
    fn lessons_begin_with_the_minute_hand_at_five() {
        let tip = pointing(Hand { round_secs: 3600 }, LessonBegins::default().time(0)) * Vec3::Y;
        assert!((tip.x - 0.5).abs() < 1e-4 && tip.y < -0.8, "{tip}");
    }
}
