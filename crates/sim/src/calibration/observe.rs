//! What an observer with perfect sight notes of one lesson: counts and sums, nothing else.

use proefles_scenario::{Behaviour, DisruptionLevel, StudentId, TICKS_PER_SECOND, TeacherAction};

use super::lesson::high_risk;
use crate::event::{Event, EventKind, Reaction};
use crate::{Gaze, Session};

/// A lesson of this many minutes is noted minute by minute.
pub const MINUTES: usize = 45;

/// What was noted of one lesson. Times are seconds of students: one student for one second counts as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    /// Students in the class.
    pub students: f64,
    /// Seconds on task, by minute of the lesson.
    pub on_task: [f64; MINUTES],
    /// The same of those who are easily distracted.
    pub high_risk_on_task: [f64; MINUTES],
    /// How many of those there are.
    pub high_risk: f64,
    /// Seconds off task: with peers, with oneself, with the surroundings, with supplies, other (Godwin et al.).
    pub off_task: [f64; 5],
    /// Lapses that began, by minute.
    pub lapses: [f64; MINUTES],
    /// Bouts off task that ended.
    pub bouts: f64,
    /// Those of them that lasted a minute at most.
    pub short_bouts: f64,
    /// Disruptions that began, by level from 1 to 4.
    pub disruptions: [f64; 4],
    /// Disruptions that reach others, by behaviour.
    pub by_behaviour: Vec<f64>,
    /// Seconds that the teacher looked at each student.
    pub gaze: Vec<f64>,
    /// Private words about small things.
    pub private_words: f64,
    /// How many of them were followed.
    pub followed: f64,
    /// Questions to the class.
    pub questions: f64,
    /// Hands that went up within 15 s of one.
    pub hands: f64,
    /// Students who were off task on their own device for long enough to count.
    pub own_device: f64,
    /// The same on another's.
    pub others_device: f64,
    /// Students off task at once, on average.
    pub at_once: f64,
    /// Turns of talk.
    pub turns: f64,
    /// Those within an exchange of question, answer and feedback.
    pub exchange_turns: f64,
}

/// Seconds on the own device, and on another's, from which on a student counts as distracted by it in a lesson.
const OWN_DEVICE_SECS: u32 = 120;
const OTHERS_DEVICE_SECS: u32 = 10;
/// Ticks after a question in which a hand belongs to it.
const HAND_TICKS: u32 = 150;
/// Ticks within which a reaction to a word begins.
const REACTION_TICKS: u32 = 6;

/// Notes a lesson while it runs.
pub struct Observer {
    seen: Observed,
    off_since: Vec<Option<u32>>,
    own_device_ticks: Vec<u32>,
    others_device_ticks: Vec<u32>,
    word_at: Vec<Option<u32>>,
    gaze_on: Option<(StudentId, u32)>,
    asked_at: Option<u32>,
    /// The last turns of talk: question, answer.
    exchange: usize,
    exchange_turns: f64,
    at_once_sum: f64,
    samples: f64,
}

fn on_own_device(behaviour: Behaviour) -> bool {
    use Behaviour as B;
    matches!(behaviour, B::DevTab | B::DevChat | B::DevAi | B::DevPhone | B::DevNotif)
}

/// Of Godwin's kinds of being off task.
fn kind(behaviour: Behaviour) -> usize {
    match behaviour {
        Behaviour::OffDaydream | Behaviour::OffSleep | Behaviour::OffPrivate | Behaviour::OffGiveup => 1,
        behaviour if on_own_device(behaviour) => 1,
        Behaviour::OffEnv => 2,
        Behaviour::OffFidget | Behaviour::OffDoodle | Behaviour::OffEat => 3,
        Behaviour::OffIdle | Behaviour::Noise | Behaviour::NotGetOn | Behaviour::OffNoEq => 4,
        _ => 0,
    }
}

impl Observer {
    pub fn new(session: &Session) -> Self {
        let scenario = session.scenario();
        let count = scenario.students.len();
        Self {
            seen: Observed {
                students: count as f64,
                on_task: [0.0; MINUTES],
                high_risk_on_task: [0.0; MINUTES],
                high_risk: high_risk(scenario).count() as f64,
                off_task: [0.0; 5],
                lapses: [0.0; MINUTES],
                bouts: 0.0,
                short_bouts: 0.0,
                disruptions: [0.0; 4],
                by_behaviour: vec![0.0; Behaviour::ALL.len()],
                gaze: vec![0.0; count],
                private_words: 0.0,
                followed: 0.0,
                questions: 0.0,
                hands: 0.0,
                own_device: 0.0,
                others_device: 0.0,
                at_once: 0.0,
                turns: 0.0,
                exchange_turns: 0.0,
            },
            off_since: vec![None; count],
            own_device_ticks: vec![0; count],
            others_device_ticks: vec![0; count],
            word_at: vec![None; count],
            gaze_on: None,
            asked_at: None,
            exchange: 0,
            exchange_turns: 0.0,
            at_once_sum: 0.0,
            samples: 0.0,
        }
    }

    /// Notes what happened in a tick, and once a second what everybody does.
    pub fn tick(&mut self, session: &Session, events: &[Event]) {
        for event in events {
            self.event(session, event);
        }
        if session.now().is_multiple_of(TICKS_PER_SECOND) {
            self.sample(session);
        }
    }

    fn minute(tick: u32) -> usize {
        ((tick / (60 * TICKS_PER_SECOND)) as usize).min(MINUTES - 1)
    }

    fn sample(&mut self, session: &Session) {
        let minute = Self::minute(session.now().saturating_sub(1));
        let mut off = 0.0;
        for id in session.scenario().student_ids() {
            let behaviour = session.student(id).behaviour;
            if behaviour.on_task() {
                self.seen.on_task[minute] += 1.0;
            } else if behaviour.is_off_task() {
                off += 1.0;
                self.seen.off_task[kind(behaviour)] += 1.0;
            }
            match behaviour {
                own if on_own_device(own) => self.own_device_ticks[id.index()] += TICKS_PER_SECOND,
                Behaviour::DevView => self.others_device_ticks[id.index()] += TICKS_PER_SECOND,
                _ => {}
            }
        }
        for id in high_risk(session.scenario()) {
            if session.student(id).behaviour.on_task() {
                self.seen.high_risk_on_task[minute] += 1.0;
            }
        }
        self.at_once_sum += off;
        self.samples += 1.0;
    }

    fn event(&mut self, session: &Session, event: &Event) {
        let tick = event.tick;
        match event.kind {
            EventKind::BehaviourChanged { student, from, to, .. } => self.changed(student, from, to, tick),
            EventKind::GazeMoved(gaze) => {
                self.end_gaze(tick);
                self.gaze_on = match gaze {
                    Gaze::Student(id) => Some((id, tick)),
                    _ => None,
                };
            }
            EventKind::TeacherActed { action, student, private, .. } => {
                self.talk(match action {
                    TeacherAction::AskClass => 1,
                    TeacherAction::CallOn if self.exchange == 1 => 1,
                    TeacherAction::Praise if self.exchange == 2 => 3,
                    TeacherAction::UseBoard | TeacherAction::UseItem | TeacherAction::Wait => return,
                    _ => 0,
                });
                if action == TeacherAction::AskClass {
                    // A question that nobody answered is no exchange.
                    self.exchange_turns = 1.0;
                    self.seen.questions += 1.0;
                    self.asked_at = Some(tick);
                }
                if action == TeacherAction::Redirect
                    && private
                    && let Some(id) = student
                {
                    let behaviour = session.student(id).behaviour;
                    if behaviour.is_off_task() && behaviour.level() <= DisruptionLevel::Neighbours {
                        self.word_at[id.index()] = Some(tick);
                    }
                }
            }
            EventKind::Reacted { student, reaction } => {
                if let Some(at) = self.word_at[student.index()].take()
                    && tick - at <= REACTION_TICKS
                {
                    self.seen.private_words += 1.0;
                    self.seen.followed += f64::from(u8::from(reaction == Reaction::Complies));
                }
            }
            EventKind::RunEnded { .. } => self.end_gaze(tick),
            _ => {}
        }
    }

    fn changed(&mut self, student: StudentId, from: Behaviour, to: Behaviour, tick: u32) {
        if to == Behaviour::OnAnswer {
            self.talk(2);
        }
        if to == Behaviour::OnHand && self.asked_at.is_some_and(|at| tick - at <= HAND_TICKS) {
            self.seen.hands += 1.0;
        }
        if to.is_off_task() && !from.is_off_task() {
            self.off_since[student.index()] = Some(tick);
            self.seen.lapses[Self::minute(tick)] += 1.0;
        }
        if !to.is_off_task()
            && let Some(since) = self.off_since[student.index()].take()
        {
            self.seen.bouts += 1.0;
            self.seen.short_bouts += f64::from(u8::from(tick - since <= 60 * TICKS_PER_SECOND));
        }
        if to.is_off_task() {
            let level = to.level() as usize;
            self.seen.disruptions[level.clamp(1, 4) - 1] += 1.0;
            if to.level() >= DisruptionLevel::Neighbours {
                self.seen.by_behaviour[to as usize] += 1.0;
            }
        }
    }

    /// A turn of talk: 1 opens an exchange or gives the turn in it, 2 answers, 3 closes it, 0 is about something else and
    /// leaves it open.
    fn talk(&mut self, part: usize) {
        self.seen.turns += 1.0;
        match part {
            1 => (self.exchange, self.exchange_turns) = (1, self.exchange_turns + 1.0),
            2 if self.exchange == 1 => (self.exchange, self.exchange_turns) = (2, self.exchange_turns + 1.0),
            3 => {
                self.seen.exchange_turns += self.exchange_turns + 1.0;
                (self.exchange, self.exchange_turns) = (0, 0.0);
            }
            _ => {}
        }
    }

    fn end_gaze(&mut self, tick: u32) {
        if let Some((id, since)) = self.gaze_on.take() {
            self.seen.gaze[id.index()] += f64::from(tick - since) / f64::from(TICKS_PER_SECOND);
        }
    }

    /// What was noted of the lesson.
    pub fn finish(mut self) -> Observed {
        let count = |ticks: &[u32], secs: u32| ticks.iter().filter(|&&t| t >= secs * TICKS_PER_SECOND).count() as f64;
        self.seen.own_device = count(&self.own_device_ticks, OWN_DEVICE_SECS);
        self.seen.others_device = count(&self.others_device_ticks, OTHERS_DEVICE_SECS);
        self.seen.at_once = self.at_once_sum / self.samples.max(1.0);
        self.seen
    }
}

impl Observed {
    /// Share of student time off task.
    pub fn off_task_share(&self) -> f64 {
        let off: f64 = self.off_task.iter().sum();
        off / (off + self.on_task.iter().sum::<f64>()).max(1.0)
    }

    /// Share of student time on task in a stretch of minutes.
    pub fn on_task_share(&self, minutes: std::ops::Range<usize>) -> f64 {
        let secs = 60.0 * minutes.len() as f64 * self.students;
        self.on_task[minutes].iter().sum::<f64>() / secs
    }

    /// The same for the students who are easily distracted.
    pub fn high_risk_on_task_share(&self, minutes: std::ops::Range<usize>) -> f64 {
        let secs = 60.0 * minutes.len() as f64 * self.high_risk;
        self.high_risk_on_task[minutes].iter().sum::<f64>() / secs
    }
}
