//! Counts and times of what the teacher did. Each is evidence to look at, none is a verdict.

use proefles_scenario::{DisruptionLevel, Scenario, StudentId, TeacherAction};
use proefles_sim::{Event, EventKind, Gaze};
use serde::Serialize;

use crate::episodes::Episode;

/// A look counts from this length on, ticks: the shortest fixation that eye-movement research counts is about 0.3 s.
const LOOK_TICKS: u32 = 3;

/// What can be counted in a run.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Indicators {
    /// Praise in all, and praise that names the behaviour.
    pub praise: u32,
    /// Specific praise.
    pub specific_praise: u32,
    /// Calm redirections.
    pub redirects: u32,
    /// Reprimands in all.
    pub reprimands: u32,
    /// Reprimands that the class could hear.
    pub public_reprimands: u32,
    /// Turns given.
    pub turns: u32,
    /// Students looked at for at least 0.3 s.
    pub students_looked_at: u32,
    /// Students that the teacher stood next to.
    pub students_approached: u32,
    /// Students in the class.
    pub students: u32,
    /// Times that a student went off task.
    pub lapses: u32,
    /// Those of them that the teacher perceived before they were over: looked at for 0.3 s, within reach, or loud.
    pub noticed: u32,
    /// Median time from the start of a lapse until the teacher perceived it, ticks, of those perceived.
    pub median_noticing_ticks: Option<u32>,
    /// Disruptions that neighbours or the class noticed.
    pub disruptions: u32,
    /// Disruptions that passed without any look, step or word to that student.
    pub missed: u32,
    /// Median time from the start of a disruption to the first response, ticks, of those answered.
    pub median_response_ticks: Option<u32>,
}

/// A disruption that goes on.
struct Disruption {
    student: StudentId,
    began: u32,
    answered: Option<u32>,
}

/// The middle of some times; none of none.
fn median(mut times: Vec<u32>) -> Option<u32> {
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}

impl Indicators {
    /// Counts a run. The episodes are those of the same events.
    pub fn of(scenario: &Scenario, events: &[Event], episodes: &[Episode]) -> Self {
        let mut all = Self { students: scenario.students.len() as u32, ..Self::default() };
        let mut looked = vec![0_u32; scenario.students.len()];
        let mut approached = vec![false; scenario.students.len()];
        let mut looking: Option<(StudentId, u32)> = None;
        let mut open: Vec<Disruption> = Vec::new();
        let mut closed: Vec<Disruption> = Vec::new();
        for event in events {
            let mut responds_to = None;
            match &event.kind {
                EventKind::TeacherActed { action, student, private, specific } => {
                    all.count(*action, *private, *specific);
                    responds_to = *student;
                }
                EventKind::GazeMoved(gaze) => {
                    if let Some((student, since)) = looking.take() {
                        looked[student.index()] += event.tick - since;
                    }
                    if let Gaze::Student(student) = gaze {
                        looking = Some((*student, event.tick));
                        responds_to = Some(*student);
                    }
                }
                EventKind::Proximity { student, near: true } => {
                    approached[student.index()] = true;
                    responds_to = Some(*student);
                }
                EventKind::BehaviourChanged { student, from, to, .. } => {
                    let disrupts =
                        |b: proefles_scenario::Behaviour| b.level() >= DisruptionLevel::Neighbours && b.is_off_task();
                    if disrupts(*from)
                        && let Some(at) = open.iter().position(|e| e.student == *student)
                    {
                        closed.push(open.remove(at));
                    }
                    if disrupts(*to) {
                        open.push(Disruption { student: *student, began: event.tick, answered: None });
                    }
                }
                _ => {}
            }
            if let Some(student) = responds_to {
                let unanswered = open.iter_mut().filter(|e| e.student == student && e.answered.is_none());
                unanswered.for_each(|disruption| disruption.answered = Some(event.tick));
            }
        }
        if let (Some((student, since)), Some(last)) = (looking, events.last()) {
            looked[student.index()] += last.tick - since;
        }
        closed.append(&mut open);
        all.students_looked_at = looked.iter().filter(|ticks| **ticks >= LOOK_TICKS).count() as u32;
        all.students_approached = approached.iter().filter(|near| **near).count() as u32;
        all.disruptions = closed.len() as u32;
        all.missed = closed.iter().filter(|disruption| disruption.answered.is_none()).count() as u32;
        all.median_response_ticks = median(closed.iter().filter_map(|e| e.answered.map(|at| at - e.began)).collect());
        let times: Vec<u32> = episodes.iter().filter_map(|e| e.seen.map(|at| e.after_cue(at))).collect();
        all.lapses = episodes.len() as u32;
        all.noticed = times.len() as u32;
        all.median_noticing_ticks = median(times);
        all
    }

    fn count(&mut self, action: TeacherAction, private: bool, specific: bool) {
        match action {
            TeacherAction::Praise => {
                self.praise += 1;
                self.specific_praise += u32::from(specific);
            }
            TeacherAction::Redirect => self.redirects += 1,
            TeacherAction::Reprimand => {
                self.reprimands += 1;
                self.public_reprimands += u32::from(!private);
            }
            TeacherAction::CallOn => self.turns += 1,
            _ => {}
        }
    }
}
