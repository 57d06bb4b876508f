//! Tells the simulation where the teacher looks, once the look rests.

use bevy::prelude::*;
use proefles_sim::{Gaze, TeacherCommand};

use crate::input::PanelWants;
use crate::session::{ClassroomSession, Command};

use super::Focus;

/// A look that has lasted so long is meant, in seconds of the lesson. A student who is looked at notices at once; that
/// nobody is looked at takes a while to be noticed.
fn rests_after(gaze: Gaze) -> f32 {
    match gaze {
        Gaze::Student(_) | Gaze::Board | Gaze::Dashboard => 0.3,
        Gaze::Class => 0.5,
        Gaze::Away => 1.5,
    }
}

/// How long the look has rested on one thing.
#[derive(Debug, Default)]
pub(super) struct Dwell {
    on: Option<Gaze>,
    secs: f32,
    is_told: bool,
}

impl Dwell {
    /// Notes where the look is for another while. Returns it once when it has rested and the simulation thinks otherwise.
    fn note(&mut self, seen: Gaze, known: Gaze, secs: f32) -> Option<Gaze> {
        if self.on != Some(seen) {
            *self = Self { on: Some(seen), secs: 0.0, is_told: false };
        }
        self.secs += secs;
        if self.is_told || self.secs < rests_after(seen) {
            return None;
        }
        self.is_told = true;
        (seen != known).then_some(seen)
    }
}

pub(super) fn tell(
    mut dwell: Local<Dwell>,
    focus: Res<Focus>,
    wants: Res<PanelWants>,
    session: Res<ClassroomSession>,
    time: Res<Time>,
    mut commands: MessageWriter<Command>,
) {
    let known = session.session().teacher().gaze;
    // Whoever has the dashboard open reads it, whatever lies behind it.
    let gaze = if wants.dashboard { Gaze::Dashboard } else { focus.gaze() };
    if let Some(gaze) = dwell.note(gaze, known, time.delta_secs()) {
        commands.write(Command(TeacherCommand::LookAt(gaze)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proefles_scenario::StudentId;

    const EMMA: Gaze = Gaze::Student(StudentId(4));

    #[test]
    fn a_resting_look_is_told_once() {
        let mut dwell = Dwell::default();
        let told: Vec<Gaze> = (0..20).filter_map(|_| dwell.note(EMMA, Gaze::Class, 0.05)).collect();
        assert_eq!(told, [EMMA]);
    }

    #[test]
    fn a_passing_look_is_not_told() {
        let mut dwell = Dwell::default();
        for at in 0..20 {
            assert_eq!(dwell.note(Gaze::Student(StudentId(at)), Gaze::Class, 0.25), None);
        }
    }

    #[test]
    fn what_the_simulation_knows_is_not_told_again() {
        let mut dwell = Dwell::default();
        assert!((0..20).all(|_| dwell.note(EMMA, EMMA, 0.1).is_none()));
    }
}
