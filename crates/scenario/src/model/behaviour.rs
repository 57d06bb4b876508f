//! The students' behaviours, by the ids of the field's observation literature.
//!
//! Sources of the names: Godwin et al. (off-task types), BROMP (on-task conversation), Ofsted 2014 and Sun & Shek 2012
//! (disruption). What each is called, how it shows and what it counts as lies in [`catalogue`].

use super::catalogue::{Counts, DisruptionLevel, Entry, Sight, catalogue};

macro_rules! behaviours {
    ($($(#[$doc:meta])* $name:ident = $id:literal;)*) => {
        /// What a student is doing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Behaviour { $($(#[$doc])* $name,)* }

        impl Behaviour {
            /// Every behaviour, in catalogue order.
            pub const ALL: &'static [Behaviour] = &[$(Behaviour::$name,)*];

            /// Catalogue id, such as `OFF_CHAT`.
            pub const fn id(self) -> &'static str {
                match self { $(Behaviour::$name => $id,)* }
            }

            /// The behaviour of a catalogue id.
            pub fn from_id(id: &str) -> Option<Behaviour> {
                match id { $($id => Some(Behaviour::$name),)* _ => None }
            }
        }
    };
}

impl Behaviour {
    /// Its row of the catalogue.
    pub fn entry(self) -> &'static Entry {
        catalogue().behaviour(self as usize)
    }

    /// Its name for people: Dutch, English.
    pub fn names(self) -> (&'static str, &'static str) {
        let name = &self.entry().name;
        (&name.nl, &name.en)
    }

    /// How much it disrupts.
    pub fn level(self) -> DisruptionLevel {
        catalogue().facts(self as usize).level
    }

    /// Whether it counts as on task, seeking help included.
    pub fn on_task(self) -> bool {
        catalogue().facts(self as usize).counts == Counts::OnTask
    }

    /// Whether it is off task: something to respond to. Waiting is not, because the lesson or the device has stopped, and
    /// neither is withdrawing: who is hurt does not misbehave.
    pub fn is_off_task(self) -> bool {
        catalogue().facts(self as usize).counts == Counts::OffTask
    }

    /// Whether it is done so that a teacher before the class does not see it.
    pub fn is_covert(self) -> bool {
        self.sight() == Sight::Covert
    }

    /// From where it can be seen.
    pub fn sight(self) -> Sight {
        catalogue().facts(self as usize).sight
    }

    /// Whether the student asks for something: a turn, an explanation, help with a device.
    pub const fn asks(self) -> bool {
        use Behaviour as B;
        matches!(self, B::OnHand | B::HelpQ | B::HelpDep | B::DevPriv) || self.has_device_trouble()
    }

    /// Whether the device does not do what the student needs, and they show it.
    pub const fn has_device_trouble(self) -> bool {
        matches!(self, Behaviour::HelpTech | Behaviour::DevLogin | Behaviour::DevBatt)
    }

    /// Whether it is off task and takes an open screen, one's own or another's.
    pub const fn takes_a_screen(self) -> bool {
        use Behaviour as B;
        matches!(self, B::DevTab | B::DevChat | B::DevAi | B::DevPlagiat | B::DevCyber | B::DevView)
    }

    /// Whether they are in the class chat.
    pub const fn is_in_class_chat(self) -> bool {
        matches!(self, Behaviour::DevChat | Behaviour::DevCyber)
    }

    /// Whether they have left their chair.
    pub const fn stands(self) -> bool {
        matches!(self, Behaviour::OnBoard | Behaviour::OutSeat | Behaviour::Late | Behaviour::DevHelp)
    }
}

behaviours! {
    /// Listens, head to the teacher or board.
    OnListen = "ON_LISTEN";
    /// Writes or works alone on paper.
    OnWrite = "ON_WRITE";
    /// Reads a page or a screen.
    OnRead = "ON_READ";
    /// Works on a device.
    OnScreen = "ON_SCREEN";
    /// Talks with a peer about the task.
    OnTalk = "ON_TALK";
    /// Holds a hand up.
    OnHand = "ON_HAND";
    /// Answers aloud.
    OnAnswer = "ON_ANSWER";
    /// At the board, sent there by the teacher.
    OnBoard = "ON_BOARD";
    /// Asks about the task with a hand up.
    HelpQ = "HELP_Q";
    /// Asks before having tried: a hand up again and again.
    HelpDep = "HELP_DEP";
    /// Has a technical problem and signals it.
    HelpTech = "HELP_TECH";
    /// Is done and has nothing to do: pen down, looks around.
    Finished = "FINISHED";
    /// Asks a neighbour about the task.
    HelpPeer = "HELP_PEER";
    /// Is stuck and hides it: head down, no progress. Only somebody near can tell.
    HelpHide = "HELP_HIDE";
    /// Waits because the lesson has stopped: no misbehaviour, and no learning either.
    Waiting = "WAITING";
    /// Looks away, lost in thought.
    OffDaydream = "OFF_DAYDREAM";
    /// Slow, slumped, does not get on.
    OffIdle = "OFF_IDLE";
    /// Rhythmic small motions.
    OffFidget = "OFF_FIDGET";
    /// Draws or plays with what lies on the desk.
    OffDoodle = "OFF_DOODLE";
    /// Eats or drinks.
    OffEat = "OFF_EAT";
    /// Head on the desk.
    OffSleep = "OFF_SLEEP";
    /// Does something of their own under the desk, with an eye on the teacher.
    OffPrivate = "OFF_PRIVATE";
    /// Has nothing to work with: an empty desk, searching.
    OffNoEq = "OFF_NOEQ";
    /// Has given up: pen down, head down.
    OffGiveup = "OFF_GIVEUP";
    /// Has not begun with the task.
    NotGetOn = "NOTGETON";
    /// Looks at something that happens around.
    OffEnv = "OFF_ENV";
    /// Chats with a neighbour about something else.
    OffChat = "OFF_CHAT";
    /// Pokes or turns round to another.
    Disturb = "DISTURB";
    /// Taps, hums, scrapes the chair.
    Noise = "NOISE";
    /// Stands beside the chair, turned to others.
    OutSeat = "OUTSEAT";
    /// Comes in late.
    Late = "LATE";
    /// Throws something.
    Throw = "THROW";
    /// Calls out without a turn.
    Toot = "TOOT";
    /// Jokes for an audience.
    Clown = "CLOWN";
    /// Teases somebody who is not a friend.
    Tease = "TEASE";
    /// Pushes or hits.
    Phys = "PHYS";
    /// Hides under the table; young classes only.
    Crawl = "CRAWL";
    /// Laughs with the others.
    Laugh = "LAUGH";
    /// Another tab, a game or a video.
    DevTab = "DEV_TAB";
    /// Writes and reads in the class chat: smiles at the screen, and others smile at the same moment.
    DevChat = "DEV_CHAT";
    /// Has an AI write the answer: a long text all at once.
    DevAi = "DEV_AI";
    /// Copies from a neighbour's screen.
    DevPlagiat = "DEV_PLAGIAT";
    /// Phone under the desk.
    DevPhone = "DEV_PHONE";
    /// The phone buzzes: a glance at it.
    DevNotif = "DEV_NOTIF";
    /// Watches a neighbour's screen.
    DevView = "DEV_VIEW";
    /// Cannot log in.
    DevLogin = "DEV_LOGIN";
    /// The battery is empty.
    DevBatt = "DEV_BATT";
    /// Posts something hurtful in the class chat.
    DevCyber = "DEV_CYBER";
    /// Helps another with their device.
    DevHelp = "DEV_HELP";
    /// Works in a VR headset.
    DevVrClass = "DEV_VRCLASS";
    /// Answers the live quiz.
    DevQuiz = "DEV_QUIZ";
    /// Is stuck because the tool lacks an option they need, and hides it.
    DevAccess = "DEV_ACCESS";
    /// Asks what is recorded of them, with a hand up.
    DevPriv = "DEV_PRIV";
    /// Refuses.
    Refuse = "REFUSE";
    /// Answers back.
    Backtalk = "BACKTALK";
    /// Upset, face down: no misbehaviour. Care helps, correction does not.
    Withdraw = "WITHDRAW";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_or_is_hurt_is_neither_on_task_nor_off_task() {
        let neither = |b: &&Behaviour| !b.on_task() && !b.is_off_task();
        let found: Vec<_> = Behaviour::ALL.iter().filter(neither).copied().collect();
        assert_eq!(found, [Behaviour::Waiting, Behaviour::DevLogin, Behaviour::DevBatt, Behaviour::Withdraw]);
    }
}
