//! What a teacher can do. Every device, script and bot speaks these words and no others.

use std::fmt;

use proefles_scenario::{Activity, ChoiceId, DecisionId, ItemId, Place, Pose, StudentId};

/// Where the teacher looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gaze {
    /// At a student.
    Student(StudentId),
    /// At the digital board.
    Board,
    /// Over the class.
    Class,
    /// At the own dashboard, which shows the students' screens.
    Dashboard,
    /// At nothing in the lesson: own desk, own device, the corridor.
    Away,
}

/// A part of a clear instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum InstructionPart {
    /// What to do.
    What,
    /// How: alone or together, with what.
    How,
    /// How long.
    HowLong,
    /// Where to find help.
    Help,
    /// What to do when done.
    WhenDone,
}

impl InstructionPart {
    /// All five, in the order in which they are said.
    pub const ALL: [InstructionPart; 5] = [Self::What, Self::How, Self::HowLong, Self::Help, Self::WhenDone];
}

/// The parts that an instruction has.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct InstructionParts(u8);

impl InstructionParts {
    /// All five.
    pub const ALL: InstructionParts = InstructionParts(0b1_1111);

    /// Whether a part is said.
    pub const fn has(self, part: InstructionPart) -> bool {
        self.0 & (1 << part as u8) != 0
    }

    /// With a part more or, if it is there, less.
    pub const fn toggled(self, part: InstructionPart) -> Self {
        Self(self.0 ^ (1 << part as u8))
    }

    /// The parts, in order.
    pub fn iter(self) -> impl Iterator<Item = InstructionPart> {
        InstructionPart::ALL.into_iter().filter(move |part| self.has(*part))
    }

    /// How much of a full instruction it is, 0 to 1.
    pub const fn share(self) -> f32 {
        self.0.count_ones() as f32 / InstructionPart::ALL.len() as f32
    }
}

impl FromIterator<InstructionPart> for InstructionParts {
    fn from_iter<T: IntoIterator<Item = InstructionPart>>(parts: T) -> Self {
        Self(parts.into_iter().fold(0, |bits, part| bits | 1 << part as u8))
    }
}

impl fmt::Debug for InstructionParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// A use of the digital board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoardUse {
    /// Freezes or covers the picture.
    Freeze,
    /// Shows the phase's own content again.
    Show,
    /// Switches it off.
    Off,
}

/// Something the teacher does. Session stamps it with its tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TeacherCommand {
    /// Turns the gaze. Held until the next.
    LookAt(Gaze),
    /// The body is now here: sent by whoever moves it, a headset or a keyboard, when it moved noticeably.
    Move(Pose),
    /// Walks to a place at walking pace.
    WalkTo(Place),
    /// Speaks to a student by name, or to the class.
    Address(Option<StudentId>),
    /// Praises a student or the class; specific praise names what was done well.
    Praise {
        /// Whom; the class if none.
        student: Option<StudentId>,
        /// Whether the behaviour is named.
        specific: bool,
    },
    /// Calmly points a student back to the task. Private when the teacher stands near.
    Redirect(StudentId),
    /// Reprimands a student, or the class. Public unless the teacher stands near.
    Reprimand(Option<StudentId>),
    /// Waits in silence.
    Wait,
    /// Gives a student the turn.
    CallOn(StudentId),
    /// Tells the class what to do. The more of its five parts an instruction has, the clearer it is.
    GiveInstruction(InstructionParts),
    /// Asks the class a question.
    AskClass,
    /// Greets the class. It counts in the first two minutes, once.
    Greet,
    /// Helps a student with the task; it takes being near.
    Help(StudentId),
    /// Looks at a student's work or screen; it takes being near.
    CheckWork(StudentId),
    /// Has everybody put the lid half down or the tablet face down.
    LidsDown,
    /// Says how the lesson goes on without what has failed.
    AnnouncePlanB,
    /// Asks a student to help others with their devices.
    AppointHelper(StudentId),
    /// Asks for silence with a gesture.
    Gesture,
    /// Imposes a sanction on a student.
    Sanction(StudentId),
    /// Sends a student to the board.
    SendToBoard(StudentId),
    /// Has the class go on in another way, until the next phase.
    ChangeActivity(Activity),
    /// Has the class work in groups that the teacher makes, which keep friends apart.
    Regroup,
    /// Has two students change seats.
    Reseat(StudentId, StudentId),
    /// Uses the digital board.
    UseBoard(BoardUse),
    /// Locks a student's device, or everybody's.
    LockDevices(Option<StudentId>),
    /// Unlocks a student's device, or everybody's.
    UnlockDevices(Option<StudentId>),
    /// Takes an option of the open decision.
    Choose {
        /// The open decision.
        decision: DecisionId,
        /// The option.
        choice: ChoiceId,
    },
    /// Takes a thing within reach.
    TakeItem(ItemId),
    /// Puts down the thing in hand.
    DropItem,
    /// Uses the thing in hand where it belongs, such as plugging in a cable.
    UseItem,
    /// Stops time.
    Pause,
    /// Lets time go on.
    Resume,
    /// Breaks the lesson off now.
    EndLesson,
}

/// Why a command was not carried out. It is then not logged either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// An id that the scenario does not have.
    #[error("the scenario has no such student, decision, option or item")]
    Unknown,
    /// The decision is not the open one.
    #[error("that decision is not open")]
    DecisionNotOpen,
    /// The option was not offered.
    #[error("that option is not offered now")]
    ChoiceNotOffered,
    /// Too far from the thing, or nothing in hand.
    #[error("the thing is out of reach")]
    OutOfReach,
    /// Time stands still; only `Resume`, `Choose` and `EndLesson` do something.
    #[error("the lesson is paused")]
    Paused,
    /// The lesson is not paused.
    #[error("the lesson is not paused")]
    NotPaused,
    /// The lesson is over.
    #[error("the lesson is over")]
    Ended,
}
