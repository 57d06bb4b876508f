//! Somebody leaves the chair, goes to the board, and comes back: along the aisles, on their feet.

use bevy::prelude::*;
use proefles::app::{Classroom, Screen};
use proefles::session::{ClassroomSession, Command};
use proefles::students::Student;
use proefles_scenario::StudentId;
use proefles_sim::TeacherCommand;

use crate::bodies::{self, Body};
use crate::golden;
use crate::runner::Runner;
use crate::studio::{Studio, TICK};

/// Every check, in its order.
pub const NAMES: [&str; 3] = ["walks_to_the_board", "nobody_walks_through_desks", "feet_walk_on_the_floor"];

/// Who goes: somebody in the third row.
const WHO: usize = 14;
/// Ticks until a picture of the way, and until everybody is where they go.
const UNDER_WAY: u32 = 33;
const ARRIVED: u32 = 150;
/// Nobody moves faster than this, in metres a tick.
const FASTEST: f32 = 0.16;
/// Half the width and depth of a desk, in metres, less what a body sways.
const HALF_DESK: Vec2 = Vec2::new(0.30, 0.2);
/// Highest place of the lower of two ankles, in metres: a foot is on the floor, its heel up at most.
const HIGHEST_ANKLE: f32 = 0.16;

/// What was seen of them at a tick.
struct Sight {
    place: Vec3,
    lower_ankle: f32,
    pelvis: f32,
}

/// Sends somebody to the board and watches them.
pub fn run(run: &mut Runner, studio: &mut Studio) {
    studio.world().resource_mut::<NextState<Screen>>().set(Screen::Library);
    studio.stage.until("the library", |world| *world.resource::<State<Screen>>().get() == Screen::Library);
    studio.enter("network-down");
    studio.stage.go(Classroom::Running);
    studio.stage.stand(Vec2::new(-0.2, 3.2), Vec3::new(-1.2, 0.8, 0.6));
    studio.pass_to(20);
    let who = StudentId::from_index(WHO);
    studio.world().write_message(Command(TeacherCommand::SendToBoard(who)));
    let mut sights = Vec::new();
    for tick in 0..ARRIVED {
        studio.stage.frame(TICK, false);
        sights.push(sight(studio, who));
        if tick == UNDER_WAY {
            let picture = studio.room();
            run.check("walks_to_the_board", || golden::check("walks_to_the_board", &picture));
        }
    }
    let desks: Vec<Vec2> = desks(studio, who);
    run.check("nobody_walks_through_desks", || on_free_floor(&sights, &desks));
    run.check("feet_walk_on_the_floor", || on_feet(&sights));
}

fn sight(studio: &mut Studio, who: StudentId) -> Sight {
    let mut students = studio.world().query::<(&Student, &Transform)>();
    let place =
        students.iter(studio.world()).find(|(student, _)| student.id == who).map(|(_, place)| place.translation);
    let name = studio.world().resource::<ClassroomSession>().scenario().student(who).first_name.clone();
    let bodies = bodies::bodies(studio.world());
    let body = bodies.iter().find(|body| body.name == name).expect("they are in the room");
    let height = |joint| body.joint(joint).expect("every body has it").y;
    Sight {
        place: place.expect("they have a body"),
        lower_ankle: height("foot_l").min(height("foot_r")),
        pelvis: Body::joint(body, "pelvis").expect("every body has it").y,
    }
}

/// Middles of the others' desks.
fn desks(studio: &mut Studio, but: StudentId) -> Vec<Vec2> {
    let session = studio.world().resource::<ClassroomSession>();
    let scenario = session.scenario();
    let others = scenario.student_ids().filter(|id| *id != but);
    others
        .map(|id| {
            let seat = scenario.seat_of(id).pose.at;
            Vec2::new(seat.x_mm as f32 / 1000.0, seat.z_mm as f32 / 1000.0 + proefles::stage::DESK_AHEAD)
        })
        .collect()
}

fn on_free_floor(sights: &[Sight], desks: &[Vec2]) -> Result<(), String> {
    let (first, last) = (&sights[0], &sights[sights.len() - 1]);
    if first.place.distance(last.place) < 2.0 {
        return Err(format!("they went from {:.2} to {:.2}: not to the board", first.place, last.place));
    }
    for pair in sights.windows(2) {
        let far = pair[0].place.distance(pair[1].place);
        if far > FASTEST {
            return Err(format!("they moved {far:.2} m in a tick, at {:.2}", pair[1].place));
        }
    }
    let inside =
        sights.iter().find(|sight| desks.iter().any(|desk| (sight.place.xz() - *desk).abs().cmple(HALF_DESK).all()));
    inside.map_or(Ok(()), |sight| Err(format!("at {:.2} they walk through a desk", sight.place)))
}

fn on_feet(sights: &[Sight]) -> Result<(), String> {
    // It takes a second to get up.
    for (tick, sight) in sights.iter().enumerate().skip(10) {
        if sight.lower_ankle > HIGHEST_ANKLE || sight.lower_ankle < 0.0 {
            return Err(format!("{tick} ticks on, the lower ankle is {:.2} m high", sight.lower_ankle));
        }
        if sight.pelvis < 0.65 {
            return Err(format!("{tick} ticks on, the pelvis is {:.2} m high: they do not stand", sight.pelvis));
        }
    }
    Ok(())
}
