//! The lesson's course: phases, spoken lines, and beats that watch for a condition and then cause effects.

use super::{
    BeatId, Behaviour, ChoiceId, CriterionId, DecisionId, EndingId, FlagId, IncidentKind, ItemId, LineId, PhaseId,
    Place, StudentId, TextId,
};

/// What the class is meant to be doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Activity {
    /// The teacher explains, everybody listens.
    Explain,
    /// Everybody works alone.
    Individual,
    /// Work in pairs.
    Pairs,
    /// A live quiz on the students' devices.
    Quiz,
    /// A discussion with the whole class.
    Discussion,
    /// Between two activities: books away, laptops out.
    Transition,
}

/// A phase of the lesson.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phase {
    /// Author's name.
    pub name: String,
    /// Title for people.
    pub title: TextId,
    /// What the class does.
    pub activity: Activity,
    /// Whether they need their device and the network for it.
    pub online: bool,
    /// What the board shows when the phase begins.
    pub board: BoardShow,
}

/// What the digital board shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoardShow {
    /// Nothing: switched off.
    Off,
    /// A slide with this text.
    Slide(TextId),
    /// A live quiz question.
    Quiz(TextId),
    /// A spinner.
    Loading,
    /// No signal.
    NoSignal,
    /// Something private of the teacher's, by mistake.
    Private(TextId),
    /// The picture is frozen or covered on purpose.
    Frozen,
}

/// The network that the lesson needs, or the learning platform on it; from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Network {
    /// Works.
    Up,
    /// Slow: pages spin.
    Slow,
    /// Down.
    Down,
}

/// What a student's screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScreenState {
    /// Dark or shut.
    Off,
    /// Locked by the teacher.
    Locked,
    /// The task.
    Task,
    /// The live quiz.
    Quiz,
    /// Loading.
    Loading,
    /// No connection.
    Offline,
    /// Some other page.
    OtherTab,
    /// A game.
    Game,
    /// A chat.
    Chat,
    /// A video.
    Video,
    /// An answer by an AI.
    AiAnswer,
    /// Battery empty.
    EmptyBattery,
    /// The login page.
    Login,
    /// Installing an update.
    Updating,
    /// A page that the school's filter blocks.
    Blocked,
}

/// Who says a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// A student.
    Student(StudentId),
    /// The teacher who practises: shown as a caption, not voiced.
    Teacher,
    /// Several students at once.
    Class,
    /// The school's public address or a colleague at the door.
    Announcer,
}

/// Something that is said.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line {
    /// Author's name; the text and the sound files have the same.
    pub name: String,
    /// Who says it.
    pub speaker: Speaker,
    /// What is said.
    pub text: TextId,
}

/// Something that happens when its condition first holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Beat {
    /// Author's name.
    pub name: String,
    /// When it fires. It fires once, unless `repeat_ticks` is given.
    pub when: Condition,
    /// What happens then, in order.
    pub then: Vec<Effect>,
    /// Smallest time between two firings, if it may fire again.
    pub repeat_ticks: Option<u32>,
}

/// Kinds of what a teacher does, as conditions and statistics tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TeacherAction {
    /// Spoke to somebody by name.
    Address,
    /// Praised.
    Praise,
    /// Redirected calmly to the task.
    Redirect,
    /// Reprimanded.
    Reprimand,
    /// Waited in silence.
    Wait,
    /// Gave a turn.
    CallOn,
    /// Gave an instruction.
    GiveInstruction,
    /// Asked the class a question.
    AskClass,
    /// Used the board.
    UseBoard,
    /// Locked devices.
    LockDevices,
    /// Unlocked devices.
    UnlockDevices,
    /// Took or used a thing.
    UseItem,
    /// Greeted the class at the start.
    Greet,
    /// Helped somebody with the task.
    Help,
    /// Looked at somebody's work.
    CheckWork,
    /// Had everybody put the lid half down or the tablet face down.
    LidsDown,
    /// Said how the lesson goes on without what has failed.
    AnnouncePlanB,
    /// Asked a student to help others with their devices.
    AppointHelper,
    /// Asked for silence with a gesture.
    Gesture,
    /// Imposed a sanction.
    Sanction,
    /// Sent somebody to the board.
    SendToBoard,
    /// Had the class go on in another way.
    ChangeActivity,
    /// Made groups that keep friends apart.
    Regroup,
    /// Had two students change seats.
    Reseat,
}

impl TeacherAction {
    /// How many kinds there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Every kind, in order.
    pub const ALL: [TeacherAction; 24] = [
        Self::Address,
        Self::Praise,
        Self::Redirect,
        Self::Reprimand,
        Self::Wait,
        Self::CallOn,
        Self::GiveInstruction,
        Self::AskClass,
        Self::UseBoard,
        Self::LockDevices,
        Self::UnlockDevices,
        Self::UseItem,
        Self::Greet,
        Self::Help,
        Self::CheckWork,
        Self::LidsDown,
        Self::AnnouncePlanB,
        Self::AppointHelper,
        Self::Gesture,
        Self::Sanction,
        Self::SendToBoard,
        Self::ChangeActivity,
        Self::Regroup,
        Self::Reseat,
    ];
}

/// Something that is or is not so at a tick.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Condition {
    /// Always.
    Always,
    /// The lesson has lasted this long.
    Time {
        /// Since the lesson began.
        ticks: u32,
    },
    /// The phase is on, and has been for this long.
    Phase {
        /// Which.
        phase: PhaseId,
        /// Since it began.
        ticks: u32,
    },
    /// The beat has fired, this long ago or longer.
    Fired {
        /// Which.
        beat: BeatId,
        /// Since it fired.
        ticks: u32,
    },
    /// The decision is closed, with this option if one is named (by choice or by running out of time).
    Decided {
        /// Which.
        decision: DecisionId,
        /// With which option; any if none.
        choice: Option<ChoiceId>,
    },
    /// The decision ran out of time.
    Expired(DecisionId),
    /// A flag is set.
    Flag(FlagId),
    /// At least this share of the class is off task.
    OffTaskAtLeast {
        /// Per mille of the class.
        permille: u16,
    },
    /// At most this share of the class is off task.
    OffTaskAtMost {
        /// Per mille of the class.
        permille: u16,
    },
    /// It is at least this loud, 0 silence to 1000 as loud as a class gets.
    NoiseAtLeast {
        /// Noise level.
        permille: u16,
    },
    /// It is at most this loud.
    NoiseAtMost {
        /// Noise level.
        permille: u16,
    },
    /// The student shows the behaviour.
    Student {
        /// Who.
        student: StudentId,
        /// What.
        behaviour: Behaviour,
    },
    /// At least so many students show the behaviour.
    Count {
        /// What.
        behaviour: Behaviour,
        /// How many.
        at_least: u16,
    },
    /// The teacher stands this near to the place.
    TeacherNear {
        /// Where.
        place: Place,
        /// How near.
        mm: i32,
    },
    /// The teacher looks at the student.
    LooksAt(StudentId),
    /// The teacher has done this of their own accord within the last ticks. What an option or beat makes them do does not
    /// count.
    TeacherDid {
        /// What.
        action: TeacherAction,
        /// How recently.
        within_ticks: u32,
    },
    /// The teacher has frozen or switched off the picture by hand, and nothing else has been put on the board since.
    BoardHidden,
    /// The item has been used: a cable is plugged in.
    ItemUsed(ItemId),
    /// The network is in this state.
    Network(Network),
    /// An incident of this kind goes on.
    Incident(IncidentKind),
    /// Not so.
    Not(Box<Condition>),
    /// All of them.
    All(Vec<Condition>),
    /// At least one of them.
    Any(Vec<Condition>),
}

/// Whom an effect reaches.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// One student.
    Student(StudentId),
    /// Several students.
    Students(Vec<StudentId>),
    /// Everybody.
    Class,
    /// Whoever is off task now.
    OffTask,
    /// Whoever sits within reach of a whisper from the student, who is not among them.
    Around(StudentId),
    /// A share of the class, drawn by the seed.
    Share {
        /// Per mille of the class.
        permille: u16,
        /// Which draw.
        draw: Draw,
    },
}

/// Which of the draws of a share it is. Draws know nothing of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Draw {
    /// Of its own, and anew each time that the effect happens: the number of the share in the scenario.
    Own(u32),
    /// The draw of a name: the same students throughout a run, of whom a smaller share takes some. The number of the name.
    Named(u16),
}

/// What a beat, an option or a lapse of time causes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Somebody says a line.
    Say(LineId),
    /// A phase begins.
    StartPhase(PhaseId),
    /// A decision is put to the teacher.
    Ask(DecisionId),
    /// A flag is set or cleared.
    SetFlag {
        /// Which.
        flag: FlagId,
        /// Its new value.
        on: bool,
    },
    /// The network changes.
    Network(Network),
    /// The board changes.
    Board(BoardShow),
    /// Screens change.
    Screens {
        /// Whose.
        target: Target,
        /// To what.
        screen: ScreenState,
    },
    /// Devices are locked or unlocked.
    Lock {
        /// Whose.
        target: Target,
        /// Locked or not.
        on: bool,
    },
    /// Students behave so for a while, whatever their state.
    Behave {
        /// Who.
        target: Target,
        /// How.
        behaviour: Behaviour,
        /// For how long.
        ticks: u32,
    },
    /// Attention changes.
    Attention {
        /// Whose.
        target: Target,
        /// Per mille, negative to lower it.
        by_permille: i16,
    },
    /// Engagement with the task changes.
    Engagement {
        /// Whose.
        target: Target,
        /// Per mille, negative to lower it.
        by_permille: i16,
    },
    /// Respect for this teacher changes.
    Respect {
        /// Whose.
        target: Target,
        /// Per mille, negative to lower it.
        by_permille: i16,
    },
    /// The teacher says or does something of the catalogue, as if commanded.
    Teacher {
        /// What.
        action: TeacherAction,
        /// To whom, if to somebody.
        student: Option<StudentId>,
    },
    /// Somebody other than the teacher puts a thing where it is used: a student plugs the cable in.
    UseItem(ItemId),
    /// Evidence for the rubric outside a decision.
    Evidence {
        /// Of what.
        criterion: CriterionId,
        /// Points earned.
        points: u8,
        /// Points that could be earned here.
        of: u8,
    },
    /// Something befalls the class or its technology.
    Incident {
        /// What.
        kind: IncidentKind,
        /// Whom, where it strikes students.
        target: Option<Target>,
        /// For how long; until it is mended if none.
        ticks: Option<u32>,
        /// What the board shows, for a wrong screen.
        text: Option<TextId>,
    },
    /// What an incident has broken works again.
    Mend(IncidentKind),
    /// The school bell.
    Bell,
    /// The lesson ends; which ending is decided by the endings' conditions unless one is named.
    End(Option<EndingId>),
    /// These effects happen later.
    After {
        /// How much later.
        ticks: u32,
        /// What then.
        then: Vec<Effect>,
    },
    /// These effects happen only if the condition holds at that moment.
    If {
        /// The condition.
        when: Condition,
        /// What happens if it holds.
        then: Vec<Effect>,
        /// What happens if it does not.
        otherwise: Vec<Effect>,
    },
}
