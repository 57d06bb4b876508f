//! What a teacher can do. Every device, script and bot speaks these words and no others.

use proefles_scenario::{ChoiceId, DecisionId, ItemId, Place, Pose, StudentId};

/// Where the teacher looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gaze {
    /// At a student.
    Student(StudentId),
    /// At the digital board.
    Board,
    /// Over the class.
    Class,
    /// At nothing in the lesson: own desk, own device, the corridor.
    Away,
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
    /// Gives a clear instruction to the class.
    GiveInstruction,
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
