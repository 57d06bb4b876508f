//! What a scenario means, once it has been read and checked. Names in the file have become ids here.

mod behaviour;
mod catalogue;
mod class_size;
mod decision;
mod id;
mod incident;
mod lesson;
mod lookup;
mod people;
mod room;
mod text;

pub use behaviour::Behaviour;
pub use catalogue::{Bilingual, Catalogue, Counts, DisruptionLevel, Entry, EntryKind, Sight, catalogue};
pub use decision::{Choice, Criterion, Decision, Ending, Evidence, PassRule, Verdict};
pub use id::{BeatId, ChoiceId, CompetenceId, CriterionId, DecisionId, EndingId, FlagId, ItemId, LineId, PhaseId};
pub use id::{SeatId, StudentId, TextId};
pub use incident::{IncidentKind, Strikes};
pub use lesson::{
    Activity, Beat, BoardShow, Condition, Draw, Effect, Line, Network, Phase, ScreenState, Speaker, Target,
    TeacherAction,
};
pub use people::{Device, Student, Temperament};
pub use room::{Item, ItemKind, Place, Point, Pose, Room, RoomKind, Seat};
pub use text::{Lang, Texts};

/// Ticks of the simulation in a second. One tick is 100 ms everywhere in the project.
pub const TICKS_PER_SECOND: u32 = 10;
/// Most students that a scenario may seat. Ids are `u16`, and rules are quadratic in a neighbourhood at most.
pub const MAX_STUDENTS: usize = 1000;

/// A whole lesson: everything that, with a seed and a teacher's commands, decides a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// Stable id, `a-z0-9-`, the same in every language and version.
    pub id: String,
    /// Version of the content, `MAJOR.MINOR.PATCH`.
    pub version: String,
    /// Title on the card.
    pub title: TextId,
    /// Two or three sentences on the card.
    pub summary: TextId,
    /// Paragraphs of the briefing before the lesson.
    pub briefing: Vec<TextId>,
    /// What the teacher practises, one sentence each.
    pub goals: Vec<TextId>,
    /// Who wrote it, as they wish to be named.
    pub authors: Vec<String>,
    /// SPDX expression of the scenario's licence.
    pub licence: String,
    /// Languages in which every text exists; the first one is the original.
    pub languages: Vec<Lang>,
    /// How demanding the lesson is for the teacher.
    pub level: Level,
    /// Length of the lesson in ticks. The lesson ends here at the latest.
    pub duration_ticks: u32,
    /// Competences that the lesson gives evidence of.
    pub competences: Vec<Competence>,
    /// What is observed, each for one competence.
    pub rubric: Vec<Criterion>,
    /// Names of the author's flags, by [`FlagId`].
    pub flags: Vec<String>,
    /// The classroom.
    pub room: Room,
    /// Seating plan.
    pub seats: Vec<Seat>,
    /// Things a teacher can take and use.
    pub items: Vec<Item>,
    /// The class, by [`StudentId`].
    pub students: Vec<Student>,
    /// Phases of the lesson in their planned order; the first one is on at the start.
    pub phases: Vec<Phase>,
    /// Everything that is said, by [`LineId`].
    pub lines: Vec<Line>,
    /// What happens when.
    pub beats: Vec<Beat>,
    /// What the teacher is asked.
    pub decisions: Vec<Decision>,
    /// How the lesson can end, tried in order.
    pub endings: Vec<Ending>,
    /// When the run counts as passed.
    pub pass: PassRule,
    /// Every text in every language.
    pub texts: Texts,
    /// SHA-256 over the scenario's canonical text and its texts, in hexadecimal: the run log names it.
    pub digest: String,
}

impl Scenario {
    /// The language in which the lesson is given to somebody who asks for this one: its first, if it lacks it.
    pub fn lang_for(&self, asked: Lang) -> Lang {
        if self.languages.contains(&asked) { asked } else { self.languages[0] }
    }

    /// A student by id.
    ///
    /// # Panics
    /// If the id is not of this scenario, which is a defect of the caller.
    pub fn student(&self, id: StudentId) -> &Student {
        &self.students[id.index()]
    }

    /// The seat of a student.
    pub fn seat_of(&self, id: StudentId) -> &Seat {
        &self.seats[self.student(id).seat.index()]
    }

    /// A decision by id.
    pub fn decision(&self, id: DecisionId) -> &Decision {
        &self.decisions[id.index()]
    }

    /// An answer of a decision.
    pub fn choice(&self, decision: DecisionId, choice: ChoiceId) -> &Choice {
        &self.decision(decision).choices[choice.index()]
    }

    /// A spoken line by id.
    pub fn line(&self, id: LineId) -> &Line {
        &self.lines[id.index()]
    }

    /// A phase by id.
    pub fn phase(&self, id: PhaseId) -> &Phase {
        &self.phases[id.index()]
    }

    /// A text in a language, or in the scenario's first language where that one lacks it.
    pub fn text(&self, lang: Lang, id: TextId) -> &str {
        self.texts.get(lang, id).or_else(|| self.texts.get(self.languages[0], id)).unwrap_or_default()
    }

    /// All student ids, in order.
    pub fn student_ids(&self) -> impl Iterator<Item = StudentId> + use<> {
        (0..self.students.len()).map(StudentId::from_index)
    }
}

/// How demanding a lesson is for the teacher who practises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// First lessons.
    Starter,
    /// Some experience in front of a class.
    Practised,
    /// Several things at once.
    Advanced,
}

/// An entry of a published competence framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competence {
    /// Framework, such as `DigCompEdu` or `ESCO`.
    pub framework: String,
    /// Version of the framework, such as `2017` or `1.2`.
    pub version: String,
    /// Code in the framework, such as `3.1`.
    pub code: String,
    /// Address of the entry or, where it has none, of the framework.
    pub uri: String,
    /// Its name for people.
    pub label: TextId,
}

impl Competence {
    /// Framework, version and code as people read them, such as `DigCompEdu 2017 3.1`. A code that only repeats the end
    /// of the address, as those of ESCO do, tells nobody anything: it is left out.
    pub fn reference(&self) -> String {
        let code = Some(&self.code).filter(|code| !self.uri.ends_with(code.as_str()));
        let parts = [&self.framework, &self.version].into_iter().chain(code).map(String::as_str);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
