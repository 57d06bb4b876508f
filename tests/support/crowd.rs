//! Classes of any size.

use std::path::Path;
use std::sync::Arc;

use bevy::math::{Vec2, Vec3};
use proefles_scenario::{Point, Pose, Scenario, Seat, load_path};

/// A place in the corner by the windows from which every seat of the room is in view, and where to look from there, in
/// metres.
pub const CORNER: (Vec2, Vec3) = (Vec2::new(-3.85, 3.35), Vec3::new(0.0, 0.95, -1.0));
/// The lesson "the network goes down" with so many students. The plan has seats for 24: more close up, so that the room
/// holds them all.
pub fn class_of(count: usize) -> Arc<Scenario> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/network-down.scenario.ron");
    let loaded = load_path(&path);
    let scenario = loaded.scenario.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    let seats = if count > scenario.seats.len() { grid(count) } else { scenario.seats.clone() };
    Arc::new(scenario.with_class(count, seats))
}

/// So many seats in rows that fill the room.
fn grid(count: usize) -> Vec<Seat> {
    let columns = (count as f32 * 1.4).sqrt().ceil() as usize;
    let rows = count.div_ceil(columns);
    let spread =
        |at: usize, of: usize, from_mm: i32, to_mm: i32| from_mm + (to_mm - from_mm) * at as i32 / of.max(2) as i32;
    let seat = |at: usize| {
        let (row, column) = (at / columns, at % columns);
        let at = Point::new(spread(column, columns, -3400, 3600), spread(row, rows, 950, -3300));
        Seat { name: format!("S{row}-{column}"), pose: Pose { at, yaw_deg: 0 } }
    };
    (0..count).map(seat).collect()
}
