//! A student in a wheelchair: it stands where the chair would, hands reach the desk, and it rolls where they go.

use std::sync::Arc;

use bevy::prelude::*;
use proefles::app::{Classroom, Screen};
use proefles::session::{ClassroomSession, Command};
use proefles::stage::DESK_HEIGHT;
use proefles_scenario::StudentId;
use proefles_sim::TeacherCommand;

use crate::bodies::{Body, bodies};
use crate::crowd::class_of;
use crate::golden;
use crate::runner::Runner;
use crate::studio::{Studio, TICK};

/// Every check, in its order.
pub const NAMES: [&str; 4] = [
    "wheelchair_at_desk",
    "hands_reach_the_desk_from_a_wheelchair",
    "a_wheelchair_has_no_chair",
    "a_wheelchair_rolls_to_the_board",
];

/// Students in the room.
const CLASS: usize = 6;
/// Ticks until somebody who is sent to the board is there.
const ARRIVED: u32 = 120;
/// Who of them sits in a wheelchair: somebody at the aisle.
const WHO: StudentId = StudentId(1);
/// From where they are seen, in metres from their seat: across the aisle.
const VIEW: Vec2 = Vec2::new(1.5, 0.35);

/// Opens the lesson with somebody in a wheelchair, and looks at them.
pub fn run(run: &mut Runner, studio: &mut Studio) {
    studio.world().resource_mut::<NextState<Screen>>().set(Screen::Library);
    studio.stage.until("the library", |world| *world.resource::<State<Screen>>().get() == Screen::Library);
    let mut scenario = class_of(CLASS);
    Arc::make_mut(&mut scenario).students[WHO.index()].wheelchair = true;
    let seat = scenario.seat_of(WHO).pose.at;
    let seat = Vec2::new(seat.x_mm as f32, seat.z_mm as f32) / 1000.0;
    studio.stage.enter(scenario.clone());
    studio.stage.go(Classroom::Running);
    studio.stage.stand(seat + VIEW, Vec3::new(seat.x, 0.6, seat.y + 0.15));
    studio.pass_to(30);
    let picture = studio.room();
    let found = bodies(studio.world());
    let name = &scenario.student(WHO).first_name;
    let body = found.iter().find(|body| body.name == *name).expect("everybody has a body");
    let chairs = chairs(studio.world());
    run.check(NAMES[0], || golden::check(NAMES[0], &picture));
    run.check(NAMES[1], || reaches(body));
    let rolled = roll(studio);
    run.check(NAMES[3], || rolls(&rolled));
    run.check(NAMES[2], || {
        stands_in_for_a_chair(body, &chairs, &scenario.seats[scenario.student(WHO).seat.index()].name)
    });
}

/// Both wrists lie at the desk's height, over the desk.
fn reaches(body: &Body) -> Result<(), String> {
    for wrist in ["hand_l", "hand_r"] {
        let at = body.joint(wrist)?;
        if (at.y - DESK_HEIGHT).abs() > 0.12 || at.z < 0.15 {
            return Err(format!("{wrist} is at {at}"));
        }
    }
    Ok(())
}

/// Sends them to the board: where pelvis and wheelchair are at each tick, in metres from the seat.
fn roll(studio: &mut Studio) -> Vec<Result<(Vec3, Vec3), String>> {
    studio.world().write_message(Command(TeacherCommand::SendToBoard(WHO)));
    let sight = |studio: &mut Studio| {
        studio.stage.frame(TICK, false);
        let name = studio.world().resource::<ClassroomSession>().scenario().student(WHO).first_name.clone();
        let found = bodies(studio.world());
        let body = found.iter().find(|body| body.name == name).ok_or("they are not in the room")?;
        Ok((body.joint("pelvis")?, body.joint("wheelchair")?))
    };
    (0..ARRIVED).map(|_| sight(studio)).collect()
}

/// They get there sitting, on their wheels.
fn rolls(sights: &[Result<(Vec3, Vec3), String>]) -> Result<(), String> {
    let mut farthest = 0.0_f32;
    let mut sat = None;
    for (tick, sight) in sights.iter().enumerate() {
        let (pelvis, wheels) = sight.clone()?;
        let height = *sat.get_or_insert(pelvis.y);
        if (pelvis.y - height).abs() > 0.08 || wheels.y.abs() > 0.02 || pelvis.xz().distance(wheels.xz()) > 0.3 {
            return Err(format!("{tick} ticks on, they are at {pelvis:.2} and the wheelchair at {wheels:.2}"));
        }
        farthest = farthest.max(wheels.length());
    }
    if farthest > 1.2 { Ok(()) } else { Err(format!("they came {farthest:.2} m far")) }
}

/// Names of the chairs that are shown.
fn chairs(world: &mut World) -> Vec<String> {
    let mut named = world.query::<(&Name, &Visibility)>();
    let shown = named.iter(world).filter(|(name, shown)| name.starts_with("chair ") && **shown != Visibility::Hidden);
    shown.map(|(name, _)| name.to_string()).collect()
}

fn stands_in_for_a_chair(body: &Body, chairs: &[String], seat: &str) -> Result<(), String> {
    let wheels = body.joint("wheelchair")?;
    if wheels.length() > 0.02 {
        return Err(format!("the wheelchair is {wheels} from the seat"));
    }
    let has_chair = chairs.iter().any(|chair| *chair == format!("chair {seat}"));
    if has_chair || chairs.len() < CLASS - 1 {
        return Err(format!("chairs {chairs:?} are there"));
    }
    Ok(())
}
