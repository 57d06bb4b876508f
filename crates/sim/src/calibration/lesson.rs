//! The reference lesson and its variants.

use std::sync::{Arc, LazyLock};

use proefles_scenario::{Activity, Device, Phase, Point, Pose, Scenario, Seat, Source, StudentId, load_sources};

static REFERENCE: LazyLock<Arc<Scenario>> = LazyLock::new(|| {
    let source = |name: &str, text: &str| Source { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let main = source("reference.scenario.ron", include_str!("../../data/reference.scenario.ron"));
    let texts = source("reference.en.ron", include_str!("../../data/reference.en.ron"));
    let loaded = load_sources(main, &[texts]);
    assert!(loaded.diagnostics.is_empty(), "the reference lesson has problems: {}", loaded.render_human(false));
    Arc::new(loaded.scenario.expect("a lesson without problems"))
});

/// Thirty students on paper, 45 minutes: 15 whole class, 15 individual, 10 in pairs, 5 whole class.
pub fn reference() -> Arc<Scenario> {
    Arc::clone(&REFERENCE)
}

/// The students whom the reference lesson makes easily distracted.
pub fn high_risk(scenario: &Scenario) -> impl Iterator<Item = StudentId> + '_ {
    scenario.student_ids().filter(|&id| scenario.student(id).temperament.distractibility > 1500)
}

/// The same lesson on laptops that are online.
pub fn on_devices() -> Arc<Scenario> {
    let mut lesson = (*reference()).clone();
    for student in &mut lesson.students {
        student.device = Device::Laptop;
    }
    for phase in &mut lesson.phases {
        phase.online = true;
    }
    Arc::new(lesson)
}

/// The same class at tables of four or five who face each other, instead of rows.
pub fn in_groups() -> Arc<Scenario> {
    let mut lesson = (*reference()).clone();
    for (at, seat) in lesson.seats.iter_mut().enumerate() {
        // Six tables, two across and three deep; five places around each.
        let (table, place) = ((at % 6) as i32, at / 6);
        let middle = Point::new(-1800 + (table % 2) * 3600, 1500 - (table / 2) * 2400);
        let around = [(-450, 400), (450, 400), (-450, -400), (450, -400), (900, 0)][place];
        let at = Point::new(middle.x_mm + around.0, middle.z_mm + around.1);
        let yaw_deg = if around.1 > 0 { 180 } else { 0 };
        seat.pose = Pose { at, yaw_deg };
    }
    Arc::new(lesson)
}

/// The same lesson with another number of students, in rows of six.
pub fn of_size(count: usize) -> Arc<Scenario> {
    let seats = (0..count).map(|at| {
        let (column, row) = ((at % 6) as i32, (at / 6) as i32);
        let x_mm = -2550 + column * 700 + column / 2 * 800;
        Seat { name: format!("S{at}"), pose: Pose { at: Point::new(x_mm, 1800 - row * 1300), yaw_deg: 0 } }
    });
    let reference = reference();
    let mut lesson = reference.with_class(count, seats.collect());
    // The course of the lesson names nobody, so it is the same for every class.
    lesson.beats.clone_from(&reference.beats);
    lesson.room.depth_mm = 12_000;
    Arc::new(lesson)
}

/// Explanation for the whole lesson, or with a poll of five minutes in the place of the individual work.
pub fn explained(with_poll: bool) -> Arc<Scenario> {
    let mut lesson = (*reference()).clone();
    let explain = |phase: &Phase| Phase { activity: Activity::Explain, ..phase.clone() };
    lesson.phases = lesson.phases.iter().map(explain).collect();
    if with_poll {
        lesson.phases[1].activity = Activity::Quiz;
    }
    // Fifteen minutes, five of poll, the rest explanation in one piece.
    lesson.beats.truncate(2);
    if let proefles_scenario::Condition::Phase { ticks, .. } = &mut lesson.beats[1].when {
        *ticks = 5 * 600;
    }
    if !with_poll {
        lesson.beats.clear();
    }
    Arc::new(lesson)
}
