//! What happened, in the order it happened. Presentation, records, review and growth read this one stream.

use proefles_scenario::{
    Activity, BeatId, Behaviour, BoardShow, ChoiceId, CriterionId, DecisionId, EndingId, IncidentKind, ItemId, LineId,
    Network, PhaseId, ScreenState, SeatId, StudentId, TeacherAction,
};

use crate::{Gaze, InstructionParts};

/// Something that happened at a tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its number in the run, from 0, without gaps.
    pub id: u32,
    /// When.
    pub tick: u32,
    /// What.
    pub kind: EventKind,
}

/// Why a behaviour began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The phase asks for it.
    Task,
    /// Attention lapsed.
    Lapse,
    /// A student who does it: chat, laughter, a screen in view.
    Peer(StudentId),
    /// The scenario's author.
    Author,
    /// The technology failed or came back.
    Technology,
    /// The teacher did something.
    Teacher,
    /// It had lasted long enough.
    End,
}

/// How a student answers what the teacher did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reaction {
    /// Stops and goes back to the task.
    Complies,
    /// Carries on.
    Ignores,
    /// Answers back.
    AnswersBack,
    /// Looks up, pleased.
    Pleased,
    /// Looks at the teacher.
    LooksUp,
    /// Gives an answer.
    Answers,
    /// Goes where the teacher says.
    Goes,
    /// Is hurt or embarrassed.
    Hurt,
}

/// Kinds of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventKind {
    /// The lesson began.
    RunStarted,
    /// A phase began.
    PhaseStarted(PhaseId),
    /// A beat fired.
    BeatFired(BeatId),
    /// A line is spoken.
    LineSpoken(LineId),
    /// A decision was put to the teacher.
    DecisionOpened {
        /// Which.
        decision: DecisionId,
        /// The options on offer, in order.
        offered: Vec<ChoiceId>,
        /// When time runs out, if it does.
        deadline: Option<u32>,
    },
    /// The teacher chose.
    ChoiceTaken {
        /// Which decision.
        decision: DecisionId,
        /// Which option.
        choice: ChoiceId,
        /// Ticks since it opened.
        thinking_ticks: u32,
    },
    /// Time ran out.
    DecisionExpired {
        /// Which decision.
        decision: DecisionId,
    },
    /// The lesson ended before the teacher chose or time ran out.
    DecisionCutOff {
        /// Which decision.
        decision: DecisionId,
    },
    /// A student now behaves otherwise.
    BehaviourChanged {
        /// Who.
        student: StudentId,
        /// From.
        from: Behaviour,
        /// To.
        to: Behaviour,
        /// Why.
        cause: Cause,
        /// With whom, for what needs two.
        partner: Option<StudentId>,
    },
    /// A student's screen now shows something else.
    ScreenChanged {
        /// Whose.
        student: StudentId,
        /// What.
        screen: ScreenState,
    },
    /// The network changed.
    NetworkChanged(Network),
    /// Something befalls the class or its technology.
    IncidentBegan(IncidentKind),
    /// It is over, or mended.
    IncidentEnded(IncidentKind),
    /// The class goes on in another way within a phase.
    ActivityChanged(Activity),
    /// An instruction had these parts.
    Instructed(InstructionParts),
    /// A student sits elsewhere from now on.
    Reseated {
        /// Who.
        student: StudentId,
        /// Where.
        seat: SeatId,
    },
    /// The teacher has looked at the dashboard for so long that nobody watches the class.
    DashboardHeld,
    /// The board changed.
    BoardChanged(BoardShow),
    /// The bell rang.
    BellRang,
    /// The teacher did something of the catalogue.
    TeacherActed {
        /// What.
        action: TeacherAction,
        /// To whom; the class if none.
        student: Option<StudentId>,
        /// Said near enough to be private.
        private: bool,
        /// Praise that names the behaviour.
        specific: bool,
    },
    /// The teacher's gaze rests on something else. A look at a student ends with the lesson at the latest.
    GazeMoved(Gaze),
    /// The teacher came within reach of a student (1.5 m), or left, with the lesson's end at the latest.
    Proximity {
        /// Which student.
        student: StudentId,
        /// Within reach or not any more.
        near: bool,
    },
    /// A student reacts to the teacher. It begins at this tick, at most 600 ms after its cause.
    Reacted {
        /// Who.
        student: StudentId,
        /// How.
        reaction: Reaction,
    },
    /// The first visible cue: from where the teacher stands it can be seen or heard, wherever they look, that a student is off
    /// task or asks for something.
    Shown {
        /// Who.
        student: StudentId,
    },
    /// The teacher perceives for the first time that a student is off task, or asks for something: a look has rested
    /// on it long enough with nothing in the way, they are within reach, or it is loud.
    Noticed {
        /// Whom.
        student: StudentId,
    },
    /// The teacher took a thing.
    ItemTaken(ItemId),
    /// The teacher put a thing down.
    ItemDropped(ItemId),
    /// The teacher used a thing where it belongs.
    ItemUsed(ItemId),
    /// Points for the rubric.
    EvidenceGiven {
        /// Of what.
        criterion: CriterionId,
        /// Points earned.
        points: u8,
        /// Points that could be earned.
        of: u8,
        /// The decision it comes from, if from one.
        decision: Option<DecisionId>,
    },
    /// The state of the class, once a second.
    Sampled {
        /// Share of the class on task, per mille.
        on_task_permille: u16,
        /// Noise, per mille.
        noise_permille: u16,
        /// Mean attention, per mille.
        attention_permille: u16,
    },
    /// Time stands still.
    Paused,
    /// Time goes on.
    Resumed,
    /// The lesson is over.
    RunEnded {
        /// How it ended.
        ending: EndingId,
        /// Whether the pass rule holds. Never if the lesson was broken off.
        passed: bool,
        /// Whether the teacher broke the lesson off before it ended by itself.
        broken_off: bool,
        /// Share of the rubric's points, per mille.
        score_permille: u16,
        /// Mean share of the class on task, per mille.
        on_task_permille: u16,
    },
}
