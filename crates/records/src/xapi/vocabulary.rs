//! The IRIs that statements use. Where a published vocabulary has a word, it is used; few are coined.

/// Base of what the project coins, and of its activities.
pub const BASE: &str = "https://proefles.example.org/xapi";
/// The profile that statements name as their category.
pub const PROFILE: &str = "https://proefles.example.org/xapi/profile/v0.1.0";

/// A verb: its IRI, English and Dutch display.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    /// IRI.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
    /// In Dutch.
    pub nl: &'static str,
}

macro_rules! verbs {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $en:literal, $nl:literal;)*) => {$(
        $(#[$doc])*
        pub const $name: Verb = Verb { id: $id, en: $en, nl: $nl };
    )*};
}

verbs! {
    /// The application begins a run.
    INITIALIZED = "http://adlnet.gov/expapi/verbs/initialized", "initialized", "startte op";
    /// The application ends it.
    TERMINATED = "http://adlnet.gov/expapi/verbs/terminated", "terminated", "sloot af";
    /// Paused.
    SUSPENDED = "http://adlnet.gov/expapi/verbs/suspended", "suspended", "onderbrak";
    /// Resumed.
    RESUMED = "http://adlnet.gov/expapi/verbs/resumed", "resumed", "hervatte";
    /// The lesson begins.
    ATTEMPTED = "http://adlnet.gov/expapi/verbs/attempted", "attempted", "begon";
    /// The lesson has been played to its end.
    COMPLETED = "http://adlnet.gov/expapi/verbs/completed", "completed", "voltooide";
    /// The pass rule holds.
    PASSED = "http://adlnet.gov/expapi/verbs/passed", "passed", "slaagde voor";
    /// It does not.
    FAILED = "http://adlnet.gov/expapi/verbs/failed", "failed", "slaagde niet voor";
    /// So much of the lesson is over.
    PROGRESSED = "http://adlnet.gov/expapi/verbs/progressed", "progressed", "vorderde in";
    /// A decision was left open until its time ran out.
    SKIPPED = "http://id.tincanapi.com/verb/skipped", "skipped", "liet voorbijgaan";
    /// A decision is answered.
    ANSWERED = "http://adlnet.gov/expapi/verbs/answered", "answered", "koos";
    /// Something happened in the class.
    EXPERIENCED = "http://adlnet.gov/expapi/verbs/experienced", "experienced", "maakte mee";
    /// Something was done to a student or thing.
    INTERACTED = "http://adlnet.gov/expapi/verbs/interacted", "interacted", "deed iets met";
    /// A competence was scored.
    SCORED = "http://adlnet.gov/expapi/verbs/scored", "scored", "scoorde";
    /// A look of more than half a second.
    FOCUSED = "https://xapi.elearn.rwth-aachen.de/definitions/eyeTracking/verbs/focused", "focused", "keek gericht naar";
    /// A thing was taken.
    GRABBED = "https://xapi.elearn.rwth-aachen.de/definitions/virtualReality/verbs/grabbed", "grabbed", "pakte";
    /// A thing was put down.
    PLACED = "https://xapi.elearn.rwth-aachen.de/definitions/virtualReality/verbs/placed", "placed", "legde neer";
    /// Stood within reach of a student.
    APPROACHED = "https://proefles.example.org/xapi/verbs/approached", "approached", "ging staan bij";
}

/// Activity types.
pub mod types {
    /// The application.
    pub const SIMULATION: &str = "http://adlnet.gov/expapi/activities/simulation";
    /// A scenario.
    pub const SCENARIO: &str = "http://id.tincanapi.com/activitytype/scenario";
    /// A decision.
    pub const INTERACTION: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";
    /// A profile.
    pub const PROFILE: &str = "http://adlnet.gov/expapi/activities/profile";
    /// A thing in the room.
    pub const ITEM: &str = "https://w3id.org/xapi/seriousgames/activity-types/item";
    /// A simulated student.
    pub const STUDENT: &str = "https://w3id.org/xapi/seriousgames/activity-types/non-player-character";
    /// A competence.
    pub const COMPETENCY: &str = "https://w3id.org/xapi/tla/activity-types/competency";
    /// Something a simulated student does.
    pub const BEHAVIOUR: &str = "https://proefles.example.org/xapi/activity-types/student-behaviour-event";
}

/// Extensions.
pub mod extensions {
    /// The session, as cmi5 names it.
    pub const SESSION: &str = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
    /// Which simulated student: the author's id.
    pub const STUDENT: &str = "https://proefles.example.org/xapi/extensions/student";
    /// Which behaviour: an id of the catalogue.
    pub const BEHAVIOUR: &str = "https://proefles.example.org/xapi/extensions/behaviour";
    /// Which action of the teacher.
    pub const ACTION: &str = "https://proefles.example.org/xapi/extensions/action";
    /// Whether it was said in private.
    pub const PRIVATE: &str = "https://proefles.example.org/xapi/extensions/private";
    /// What told where the teacher looked: head, eye or pointer.
    pub const GAZE_SOURCE: &str = "https://proefles.example.org/xapi/extensions/gaze-source";
    /// Ticks of the simulation since the lesson began.
    pub const TICK: &str = "https://proefles.example.org/xapi/extensions/tick";
    /// Who taught: `teacher`, or the name of a policy, or `script`.
    pub const TAUGHT_BY: &str = "https://proefles.example.org/xapi/extensions/taught-by";
    /// Whom a behaviour reaches, 0 to 4: nobody, the student alone, neighbours, the class, unsafe or rude.
    pub const INTENSITY: &str = "https://proefles.example.org/xapi/extensions/intensity";
    /// The distance within which the teacher stood, metres.
    pub const DISTANCE: &str = "https://proefles.example.org/xapi/extensions/distance-m";
    /// How demanding the lesson was in which a competence was scored: `starter`, `practised`, `advanced`.
    pub const LEVEL: &str = "https://proefles.example.org/xapi/extensions/level";
    /// The criteria that a score is the sum of, each with the author's id, points earned and points possible.
    pub const RUBRIC: &str = "https://proefles.example.org/xapi/extensions/rubric";
    /// How much of the lesson is over, 0 to 100, as cmi5 names it. Of a result.
    pub const PROGRESS: &str = "https://w3id.org/xapi/cmi5/result/extensions/progress";
    /// The ending of the lesson.
    pub const ENDING: &str = "https://proefles.example.org/xapi/extensions/ending";
    /// Mean share of the class on task, 0 to 1.
    pub const ON_TASK: &str = "https://proefles.example.org/xapi/extensions/on-task";
}
