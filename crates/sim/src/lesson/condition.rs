//! Whether a condition holds now.

use proefles_scenario::Condition;

use crate::Gaze;
use crate::session::Session;
use crate::teacher::stand_at;

impl Session {
    /// Whether a condition holds at this tick.
    pub(crate) fn holds(&self, condition: &Condition) -> bool {
        let now = self.lesson_now();
        let since = |at: Option<u32>, ticks: u32| at.is_some_and(|at| now - at >= ticks);
        match condition {
            Condition::Always => true,
            Condition::Time { ticks } => now >= *ticks,
            Condition::Phase { phase, ticks } => self.phase == *phase && now - self.phase_since >= *ticks,
            Condition::Fired { beat, ticks } => since(self.lesson.fired[beat.index()], *ticks),
            Condition::Decided { decision, choice } => match (self.lesson.closed[decision.index()], choice) {
                (Some(closed), Some(choice)) => closed.choice == Some(*choice),
                (closed, None) => closed.is_some(),
                (None, Some(_)) => false,
            },
            Condition::Expired(decision) => {
                self.lesson.closed[decision.index()].is_some_and(|closed| closed.choice.is_none())
            }
            Condition::Flag(flag) => self.lesson.flags[flag.index()],
            Condition::OffTaskAtLeast { permille } => self.off_task_permille() >= *permille,
            Condition::OffTaskAtMost { permille } => self.off_task_permille() <= *permille,
            Condition::NoiseAtLeast { permille } => self.noise_permille() >= *permille,
            Condition::NoiseAtMost { permille } => self.noise_permille() <= *permille,
            Condition::Student { student, behaviour } => self.students[student.index()].behaviour == *behaviour,
            Condition::Count { behaviour, at_least } => {
                let count = self.students.iter().filter(|student| student.behaviour == *behaviour).count();
                count >= usize::from(*at_least)
            }
            Condition::TeacherNear { place, mm } => {
                let at = match place {
                    proefles_scenario::Place::Student(id) => self.seat_of(*id).at,
                    proefles_scenario::Place::Seat(id) => self.scenario.seats[id.index()].pose.at,
                    place => stand_at(&self.scenario, &self.plan.aisles, *place),
                };
                self.teacher.pose.at.distance_mm(at) <= *mm
            }
            Condition::LooksAt(student) => self.teacher.gaze == Gaze::Student(*student),
            Condition::TeacherDid { action, within_ticks } => {
                self.teacher.last[*action as usize].is_some_and(|at| now - at <= *within_ticks)
            }
            Condition::BoardHidden => self.board_hidden,
            Condition::ItemUsed(item) => self.items[item.index()].used,
            Condition::Network(network) => self.network == *network,
            Condition::Incident(kind) => self.incidents().any(|on| on == *kind),
            Condition::Not(condition) => !self.holds(condition),
            Condition::All(conditions) => conditions.iter().all(|condition| self.holds(condition)),
            Condition::Any(conditions) => conditions.iter().any(|condition| self.holds(condition)),
        }
    }
}
