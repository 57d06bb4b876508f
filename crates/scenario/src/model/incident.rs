//! Incidents: what can befall a class and its technology, for authors to let happen.

use super::catalogue::{Entry, catalogue};

/// Whom an incident strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Strikes {
    /// The class or the room; an author names nobody.
    Room,
    /// The students whom the author names; the whole class if none.
    Students,
    /// One student, whom the author names.
    Student,
}

macro_rules! incidents {
    ($($(#[$doc:meta])* $name:ident = $entry:literal, $strikes:ident, $secs:literal, $nl:literal, $en:literal;)*) => {
        /// What happens.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum IncidentKind { $($(#[$doc])* $name,)* }

        impl IncidentKind {
            /// Every kind.
            pub const ALL: &'static [IncidentKind] = &[$(IncidentKind::$name,)*];

            /// Its word in a scenario.
            pub const fn word(self) -> &'static str {
                match self { $(IncidentKind::$name => stringify!($name),)* }
            }

            /// Id of its row in the catalogue.
            pub const fn entry_id(self) -> &'static str {
                match self { $(IncidentKind::$name => $entry,)* }
            }

            /// Whom it strikes.
            pub const fn strikes(self) -> Strikes {
                match self { $(IncidentKind::$name => Strikes::$strikes,)* }
            }

            /// Seconds that it lasts unless the author says otherwise; 0 for one that lasts until it is mended.
            pub const fn lasts_secs(self) -> u32 {
                match self { $(IncidentKind::$name => $secs,)* }
            }

            /// Its name for people: Dutch, English.
            pub const fn names(self) -> (&'static str, &'static str) {
                match self { $(IncidentKind::$name => ($nl, $en),)* }
            }
        }
    };
}

impl IncidentKind {
    /// Its row of the catalogue.
    ///
    /// # Panics
    /// If the catalogue lacks it, which a test rules out.
    pub fn entry(self) -> &'static Entry {
        let mut rows = catalogue().entries().iter();
        rows.find(|entry| entry.id == self.entry_id()).expect("every incident has a row in the catalogue")
    }
}

incidents! {
    /// The network is down.
    NetworkDown = "DEV_OUTAGE", Room, 0, "netwerk ligt uit", "network down";
    /// The network is slow.
    NetworkSlow = "DEV_SLOW", Room, 0, "netwerk is traag", "network slow";
    /// The learning platform is down; the rest of the internet works.
    PlatformDown = "DEV_OUTAGE", Room, 0, "leerplatform ligt uit", "learning platform down";
    /// The learning platform is slow.
    PlatformSlow = "DEV_SLOW", Room, 0, "leerplatform is traag", "learning platform slow";
    /// Nobody can log in who is not in yet; whom the author names is thrown out.
    LoginDown = "DEV_LOGIN", Students, 0, "aanmelden lukt niet", "login service down";
    /// The power is off: no network, a dark board.
    PowerCut = "DEV_OUTAGE", Room, 0, "stroom valt uit", "power cut";
    /// The board has no picture.
    BoardNoSignal = "DEV_TOUCH", Room, 0, "bord heeft geen beeld", "board without a picture";
    /// The board's picture does not load.
    BoardLoading = "DEV_SLOW", Room, 30, "bord blijft laden", "board keeps loading";
    /// The board does not take touch.
    TouchFails = "DEV_TOUCH", Room, 0, "aanraakbord werkt niet", "touch board fails";
    /// A window of the teacher's own is on the board.
    WrongScreen = "DEV_SHARE", Room, 0, "verkeerd scherm op het bord", "wrong screen on the board";
    /// Batteries are empty.
    BatteryEmpty = "DEV_BATT", Students, 0, "lege batterij", "empty battery";
    /// Devices install an update.
    Updating = "HELP_TECH", Students, 90, "toestel werkt zichzelf bij", "device is updating";
    /// Devices hang.
    Frozen = "HELP_TECH", Students, 45, "toestel hangt", "device hangs";
    /// The school's filter blocks the page of the task.
    Blocked = "HELP_TECH", Students, 60, "pagina is geblokkeerd", "page is blocked";
    /// What they had made is gone.
    WorkLost = "HELP_TECH", Students, 20, "werk is verdwenen", "work is lost";
    /// Phones buzz.
    Notifications = "DEV_NOTIF", Students, 6, "meldingen komen binnen", "notifications come in";
    /// Somebody needs an option that the app does not have.
    NoAccess = "DEV_ACCESS", Students, 60, "hulpmiddel ontbreekt in de app", "app lacks a tool that somebody needs";
    /// A chat of the class begins on the screens.
    ClassChat = "DEV_CHAT", Students, 40, "klaschat loopt", "class chat begins";
    /// Somebody posts something hurtful about somebody.
    HurtfulPost = "DEV_CYBER", Student, 20, "kwetsende post", "hurtful post";
    /// Answers are taken from an AI.
    AiAnswers = "DEV_AI", Students, 25, "antwoorden van AI", "answers from AI";
    /// Work is copied from a neighbour's screen.
    Copying = "DEV_PLAGIAT", Students, 25, "overschrijven", "copying";
    /// Somebody asks what is recorded.
    PrivacyQuestion = "DEV_PRIV", Student, 30, "vraag over privacy", "question about privacy";
    /// Somebody comes in late.
    LateArrival = "LATE", Student, 20, "iemand komt te laat", "late arrival";
    /// Somebody teases a neighbour.
    Teasing = "TEASE", Student, 30, "iemand pest", "teasing";
    /// Somebody pushes a neighbour.
    Pushing = "PHYS", Student, 6, "iemand duwt", "pushing";
    /// The school bell, in the middle of the lesson.
    Bell = "AMBIENT", Room, 5, "bel", "bell";
    /// A message over the public address.
    Announcement = "AMBIENT", Room, 15, "omroepbericht", "announcement";
    /// Somebody at the door.
    Visitor = "AMBIENT", Room, 25, "bezoek aan de deur", "visitor at the door";
    /// A wasp.
    Insect = "AMBIENT", Room, 20, "wesp in de klas", "wasp in the room";
    /// A siren in the street.
    Siren = "AMBIENT", Room, 12, "sirene buiten", "siren outside";
    /// It snows.
    Snow = "AMBIENT", Room, 20, "het sneeuwt", "snow";
}
