//! Every kind of problem: its code, how bad it is, and what it means. `docs/DIAGNOSTICS.md` is made from this table.

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The scenario cannot be used.
    Error,
    /// It can be used, and something is probably not meant so.
    Warning,
    /// Worth a look.
    Info,
}

impl Severity {
    /// In lower case, as machines read it.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

macro_rules! codes {
    ($($name:ident = $id:literal, $severity:ident, $title:literal, $explanation:literal;)*) => {
        /// A kind of problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {$(
            #[doc = $title]
            $name,
        )*}

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// Such as `SC0101`.
            pub const fn id(self) -> &'static str {
                match self { $(Code::$name => $id,)* }
            }

            /// How bad it is.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }

            /// A few words.
            pub const fn title(self) -> &'static str {
                match self { $(Code::$name => $title,)* }
            }

            /// What it means and what to do.
            pub const fn explanation(self) -> &'static str {
                match self { $(Code::$name => $explanation,)* }
            }
        }
    };
}

codes! {
    NotFound = "SC0001", Error, "No such file",
        "The file is not there. Check the path; the message names it as it was tried.";
    NotAFile = "SC0002", Error, "Not a file",
        "A folder, a device or a pipe stands at this path. Give the path of a file that ends in `.scenario.ron`.";
    CannotRead = "SC0003", Error, "Cannot be read",
        "The system refused to read the file, for instance because you have no permission. The message has its words.";
    TooLarge = "SC0004", Error, "Too large",
        "A file may be 4 MiB. A lesson is about a hundredth of that, so this is probably another file.";
    Empty = "SC0005", Error, "Empty file",
        "There is nothing in the file, or only spaces and comments. Saving may have failed: look for a backup.";
    NotText = "SC0006", Error, "Not a text file",
        "The file holds bytes that no text has: it is a picture, an archive or a document of a word processor.";
    NotUtf8 = "SC0007", Error, "Not UTF-8",
        "The file is text in another encoding, so that accents would be wrong. Save it as UTF-8 in your editor.";
    ByteOrderMark = "SC0008", Info, "Byte order mark",
        "The file starts with an invisible mark that some editors write. It is ignored; `proeflesctl fmt` takes it away.";
    WrongFileName = "SC0009", Error, "Not a scenario's file name",
        "A scenario's file is called `NAME.scenario.ron`, and its texts `NAME.nl.ron` and `NAME.en.ron` stand beside it.";

    StrayCharacter = "SC0101", Error, "Stray character",
        "A character that means nothing in this notation, often a typographic quote from a word processor.";
    OpenText = "SC0102", Error, "Text without end",
        "A text's closing quote is missing. A text stands on one line; `\\n` is a new line in it.";
    OpenComment = "SC0103", Error, "Comment without end",
        "A `/*` has no `*/`. Everything after it is taken for comment.";
    BadEscape = "SC0104", Error, "Unknown escape",
        "A backslash in a text stands before a character that it does not go with. Write `\\\\` for a backslash.";
    BadNumber = "SC0105", Error, "Not a number",
        "Numbers are written in full with a point for decimals: `12`, `-5`, `1.5`.";
    Expected = "SC0106", Error, "Something else was expected",
        "A comma, a value or a bracket is missing or misplaced. The message says what was expected where.";
    OpenBracket = "SC0107", Error, "Bracket without end",
        "A bracket is never closed. If the file ends there, a part of it may be missing.";
    TooDeep = "SC0108", Error, "Nested too deep",
        "Brackets stand inside brackets more than 64 deep.";
    TextAfterEnd = "SC0109", Error, "Text after the end",
        "The file's one value is complete, and more follows: probably a closing bracket too many.";
    TooMany = "SC0110", Error, "More problems than shown",
        "Only the first 200 problems are shown. Solve those and check again.";

    UnknownField = "SC0201", Error, "Unknown field",
        "There is no field of this name here. The help names the nearest one, or all of them.";
    MissingField = "SC0202", Error, "Missing field",
        "A field that must be there is not.";
    WrongType = "SC0203", Error, "Wrong kind of value",
        "Here must stand another kind of value, such as a number instead of a text.";
    OutOfRange = "SC0204", Error, "Out of range",
        "The number or the length of the list is outside what is possible; the message says which range is.";
    GivenTwice = "SC0205", Error, "Given twice",
        "A field or a text id stands twice in the same place. One of them would be lost.";
    UnknownWord = "SC0206", Error, "Unknown word",
        "There is no such condition, effect, kind, … The help names the nearest one, or all of them.";
    MixedFields = "SC0207", Error, "Fields with and without names",
        "Inside one bracket either all fields have names, or none has.";
    TooManyFields = "SC0208", Error, "Too many fields",
        "More values are given than there are fields.";
    WrongFormat = "SC0209", Error, "Unknown format version",
        "The file is of a newer notation than this program reads. Use a newer program.";
    BadId = "SC0210", Error, "Not an id",
        "Ids are `a-z`, `0-9`, `-`, `_` and `.`, at most 64 characters; a version is three numbers such as `1.0.0`.";

    DuplicateId = "SC0301", Error, "Id given twice",
        "Two entries of one list have the same id, so that nobody could tell which is meant.";
    UnknownId = "SC0302", Error, "Unknown id",
        "The id is of nothing in this scenario. The help names the nearest one.";
    FlagNeverSet = "SC0303", Error, "Flag never set",
        "A condition asks for a flag that no `SetFlag` ever sets, so it never holds: probably a slip of the pen.";
    FlagNeverRead = "SC0304", Warning, "Flag never asked for",
        "A flag is set, and no condition ever asks for it.";
    ShareNamedOnce = "SC0305", Warning, "Share named once",
        "Shares of one name are the same students. A name that stands alone is probably a slip of the pen.";

    NeverAsked = "SC0401", Warning, "Decision never asked",
        "No `Ask` that can happen puts this decision to the teacher.";
    NeverFires = "SC0402", Warning, "Beat never fires",
        "The beat waits for something that cannot happen: a phase that never begins, a decision that is never asked, …";
    EndingNeverReached = "SC0403", Warning, "Ending never reached",
        "An ending before this one always applies, or its condition waits for something that cannot happen.";
    LastEnding = "SC0404", Error, "Last ending must always apply",
        "Endings are tried in order. The last one must have no condition, or a run might end without an ending.";
    DependsOnItself = "SC0405", Error, "Beat waits for itself",
        "Beats wait for each other in a circle, so that none ever fires.";
    PhaseNeverBegins = "SC0406", Warning, "Phase never begins",
        "It is not the first phase, and no `StartPhase` that can happen begins it.";
    LineNeverSaid = "SC0407", Info, "Line never said",
        "No `Say` and no option says this line.";
    MayHaveNoOption = "SC0408", Warning, "Decision may have no option",
        "Every option has a condition. If none holds, the teacher has nothing to choose.";

    TimerTooLong = "SC0501", Error, "Timer longer than the lesson",
        "A decision's timer is longer than the whole lesson, so it can never run out.";
    NeverInTime = "SC0502", Warning, "Later than the lesson's end",
        "A condition or an `After` waits longer than the lesson lasts.";
    TimerTooShort = "SC0503", Warning, "Timer too short to read",
        "The prompt and the options have more words than people read in that time: 238 words a minute on average \
        (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).";
    ExpiryWithoutTimer = "SC0504", Warning, "Expiry without a timer",
        "The decision says what happens when time runs out, but has no timer.";
    ExpiryWithoutFeedback = "SC0505", Error, "Timer without feedback",
        "The decision has a timer and no `expire_feedback`: a teacher who lets time run out would not learn why it matters.";

    NoTextFile = "SC0601", Error, "No texts in a language",
        "The scenario promises a language, and its file of texts is not there.";
    TextMissing = "SC0602", Error, "Text missing",
        "The scenario names a text that a language does not have.";
    TextUnused = "SC0603", Warning, "Text not used",
        "A language has a text that the scenario never names.";
    TextEmpty = "SC0604", Error, "Text empty",
        "The text is there and holds nothing.";
    WrongLanguage = "SC0605", Error, "Texts of another language",
        "The file's `lang` is not what its name says, or not one of the scenario's `languages`.";
    NoVoice = "SC0606", Warning, "Line without a voice",
        "No sound file says this line in this language. The lesson goes on: students mumble it, and the caption has its words. \
        Where no folder with voices is found, nothing is checked.";

    CriterionUnused = "SC0701", Warning, "Criterion without evidence",
        "Nothing in the lesson can give points for this criterion.";
    CompetenceUnused = "SC0702", Warning, "Competence without criterion",
        "No criterion counts for this competence, so the lesson gives no evidence of it.";
    PassImpossible = "SC0703", Error, "Nobody can pass",
        "The pass rule asks for points that nothing gives, or for endings that are never reached.";
    BestIsNotBest = "SC0704", Warning, "Best option earns less",
        "An option with a lower verdict earns more points than the one with the best verdict.";
    NoGoodOption = "SC0705", Warning, "No good option",
        "A decision has no option that is `Sound` or `Strong`: the teacher can only do wrong.";

    OutsideRoom = "SC0801", Error, "Outside the room",
        "A seat, a thing or a place lies outside the walls. The origin is the middle of the floor.";
    SeatTaken = "SC0802", Error, "Two students on a seat",
        "Every student needs a seat of their own.";
    SeatsOverlap = "SC0803", Error, "Seats overlap",
        "Two seats are less than 0.45 m apart: the students would sit inside each other.";

    FriendNotMutual = "SC0901", Info, "One-sided friendship",
        "A student has a friend who does not have them as a friend. That may be meant.";
    OwnFriend = "SC0902", Error, "Own friend",
        "A student is in their own list of friends.";
    SameFirstName = "SC0903", Warning, "Same first name",
        "Two students have the same first name; captions and the review could not tell them apart.";
    NoDevice = "SC0904", Warning, "No device for an online phase",
        "A phase needs devices, and a student has only a notebook: they would wait the whole phase.";
    NotTheTeacher = "SC0905", Warning, "Not the teacher's line",
        "What the teacher `says` with an option is a line of somebody else.";
}
