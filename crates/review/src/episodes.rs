//! Episodes: each stretch in which a student was off task, when the teacher perceived it, and when they answered.

use proefles_scenario::{Behaviour, Lang, Scenario, StudentId, TICKS_PER_SECOND, TeacherAction};
use proefles_sim::{Event, EventKind};
use serde::Serialize;

use crate::phrases::{self, fill};

/// Episodes that a report shows at most: as many as somebody reads after a lesson.
const SHOWN: usize = 8;

/// A stretch in which a student was off task, whatever it turned into. Times are ticks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Episode {
    /// Who.
    pub student: StudentId,
    /// The behaviour of the highest disruption level in it; of several, the first.
    pub worst: Behaviour,
    /// When it began.
    pub began: u32,
    /// The first visible cue: when it could first be seen or heard from where the teacher stood. None if it never could.
    pub shown: Option<u32>,
    /// When the teacher first perceived it.
    pub seen: Option<u32>,
    /// When the teacher first answered: a word to the student or to the class, help, or a step towards them. A look alone is
    /// none.
    pub answered: Option<u32>,
    /// When it ended, with the lesson at the latest.
    pub ended: u32,
}

impl Episode {
    /// The episodes of a run, by when they began.
    pub fn all(scenario: &Scenario, events: &[Event]) -> Vec<Self> {
        let mut open: Vec<Option<usize>> = vec![None; scenario.students.len()];
        let mut all: Vec<Self> = Vec::new();
        let end = events.last().map_or(0, |event| event.tick);
        for event in events {
            let tick = event.tick;
            let answers = |all: &mut Vec<Self>, student: StudentId| {
                if let Some(at) = open[student.index()] {
                    all[at].answered.get_or_insert(tick);
                }
            };
            match event.kind {
                EventKind::TeacherActed { student: Some(student), .. }
                | EventKind::Proximity { student, near: true } => {
                    answers(&mut all, student);
                }
                EventKind::TeacherActed { action, student: None, .. } if calls_the_class(action) => {
                    scenario.student_ids().for_each(|student| answers(&mut all, student));
                }
                EventKind::Shown { student } => {
                    if let Some(at) = open[student.index()] {
                        all[at].shown.get_or_insert(tick);
                    }
                }
                EventKind::Noticed { student } => {
                    if let Some(at) = open[student.index()] {
                        all[at].seen.get_or_insert(tick);
                    }
                }
                EventKind::BehaviourChanged { student, to, .. } if to.is_off_task() => match open[student.index()] {
                    Some(at) if to.level() > all[at].worst.level() => all[at].worst = to,
                    Some(_) => {}
                    None => {
                        open[student.index()] = Some(all.len());
                        all.push(Self {
                            student,
                            worst: to,
                            began: tick,
                            shown: None,
                            seen: None,
                            answered: None,
                            ended: end,
                        });
                    }
                },
                EventKind::BehaviourChanged { student, .. } => {
                    if let Some(at) = open[student.index()].take() {
                        all[at].ended = tick;
                    }
                }
                _ => {}
            }
        }
        all
    }

    /// Ticks from the first visible cue, or from the beginning where a teacher perceived it before, to a tick.
    pub fn after_cue(&self, tick: u32) -> u32 {
        tick.saturating_sub(self.shown.unwrap_or(self.began))
    }

    /// How much there is to learn from it: how long it could be seen without an answer, times the level it reached.
    fn weight(&self) -> u32 {
        let visible = self.shown.map_or(0, |_| self.after_cue(self.answered.unwrap_or(self.ended)));
        visible * (self.worst.level() as u32).max(1)
    }
}

/// Whether it is said or shown to the class to call it back.
fn calls_the_class(action: TeacherAction) -> bool {
    use TeacherAction as T;
    matches!(action, T::Address | T::Reprimand | T::GiveInstruction | T::Gesture | T::LidsDown | T::LockDevices)
}

/// An episode for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EpisodeReview {
    /// When it began, ticks.
    pub tick: u32,
    /// `minutes:seconds` of it.
    pub time: String,
    /// First name of the student.
    pub student: String,
    /// What they did.
    pub what: String,
    /// How long, seconds.
    pub lasted_secs: u32,
    /// Seconds until it could be seen from where the teacher stood; none if it never could.
    pub shown_secs: Option<u32>,
    /// Seconds from then until the teacher perceived it; none if they never did.
    pub seen_secs: Option<u32>,
    /// Seconds from then until the teacher answered; none if they never did.
    pub answered_secs: Option<u32>,
    /// All of it in a sentence or two.
    pub text: String,
}

/// The episodes from which there is most to learn, in the order of the lesson.
pub fn of(scenario: &Scenario, episodes: &[Episode], lang: Lang) -> Vec<EpisodeReview> {
    let mut chosen: Vec<&Episode> = episodes.iter().collect();
    chosen.sort_by_key(|episode| (std::cmp::Reverse(episode.weight()), episode.began, episode.student));
    chosen.truncate(SHOWN);
    chosen.sort_by_key(|episode| (episode.began, episode.student));
    chosen.into_iter().map(|episode| review(scenario, episode, lang)).collect()
}

fn review(scenario: &Scenario, episode: &Episode, lang: Lang) -> EpisodeReview {
    let words = phrases::of(lang);
    let after_cue = |tick: u32| episode.after_cue(tick) / TICKS_PER_SECOND;
    let (seen_secs, answered_secs) = (episode.seen.map(after_cue), episode.answered.map(after_cue));
    let whole = |tick: u32| (tick - episode.began) / TICKS_PER_SECOND;
    let (shown_secs, lasted_secs) = (episode.shown.map(whole), whole(episode.ended));
    let student = scenario.student(episode.student).first_name.clone();
    let (nl, en) = episode.worst.names();
    let what = if lang == Lang::Nl { nl } else { en }.to_owned();
    let seen = match (shown_secs, seen_secs) {
        (_, Some(0)) => words.episode_at_once.to_owned(),
        (_, Some(secs)) => fill(words.episode_seen, &[&secs]),
        (None, None) => words.episode_hidden.to_owned(),
        (Some(_), None) => words.episode_unseen.to_owned(),
    };
    let answered =
        answered_secs.map_or(words.episode_unanswered.to_owned(), |secs| fill(words.episode_answered, &[&secs]));
    let text = fill(words.episode, &[&student, &what, &lasted_secs, &seen, &answered]);
    let time = phrases::clock(episode.began);
    EpisodeReview { tick: episode.began, time, student, what, lasted_secs, shown_secs, seen_secs, answered_secs, text }
}
