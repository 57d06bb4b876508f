//! The catalogue of student behaviours, by the ids of the field's observation literature.
//!
//! Sources of the names: Godwin et al. (off-task types), BROMP (on-task conversation), Ofsted 2014 and Sun & Shek 2012
//! (disruption). The list grows with the behaviour model.

macro_rules! behaviours {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $level:ident, $on_task:literal, $nl:literal, $en:literal;)*) => {
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

            /// How much it disrupts.
            pub const fn level(self) -> DisruptionLevel {
                match self { $(Behaviour::$name => DisruptionLevel::$level,)* }
            }

            /// Whether it counts as on task, seeking help included.
            pub const fn on_task(self) -> bool {
                match self { $(Behaviour::$name => $on_task,)* }
            }

            /// Whether it is off task: something to respond to. Waiting is not, because the lesson has stopped, and
            /// neither is withdrawing: who is hurt does not misbehave.
            pub const fn is_off_task(self) -> bool {
                !self.on_task() && !matches!(self, Behaviour::Waiting | Behaviour::Withdraw)
            }

            /// Whether the student asks for something: a turn, an explanation, help with a device.
            pub const fn asks(self) -> bool {
                matches!(self, Behaviour::OnHand | Behaviour::HelpQ | Behaviour::HelpDep | Behaviour::HelpTech)
            }

            /// Whether it is off task and takes an open screen, one's own or another's.
            pub const fn takes_a_screen(self) -> bool {
                matches!(self, Behaviour::DevTab | Behaviour::DevChat | Behaviour::DevAi | Behaviour::DevView)
            }

            /// Whether it is done so that a teacher before the class does not see it.
            pub const fn is_covert(self) -> bool {
                self.takes_a_screen() || matches!(self, Behaviour::DevPhone | Behaviour::OffPrivate)
            }

            /// Its name for people: Dutch, English.
            pub const fn names(self) -> (&'static str, &'static str) {
                match self { $(Behaviour::$name => ($nl, $en),)* }
            }

            /// The behaviour of a catalogue id.
            pub fn from_id(id: &str) -> Option<Behaviour> {
                match id { $($id => Some(Behaviour::$name),)* _ => None }
            }
        }
    };
}

/// Disruption level of a behaviour: whom it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisruptionLevel {
    /// Nobody.
    None,
    /// The student alone.
    Private,
    /// Neighbours.
    Neighbours,
    /// The class.
    Class,
    /// Unsafe or rude.
    Severe,
}

behaviours! {
    /// Listens, head to the teacher or board.
    OnListen = "ON_LISTEN", None, true, "luistert", "listening";
    /// Writes or works alone on paper.
    OnWrite = "ON_WRITE", None, true, "werkt", "working";
    /// Reads a page or a screen.
    OnRead = "ON_READ", None, true, "leest", "reading";
    /// Works on a device.
    OnScreen = "ON_SCREEN", None, true, "werkt digitaal", "working on a device";
    /// Talks with a peer about the task.
    OnTalk = "ON_TALK", None, true, "overlegt", "talking about the task";
    /// Holds a hand up.
    OnHand = "ON_HAND", None, true, "steekt de vinger op", "hand raised";
    /// Answers aloud.
    OnAnswer = "ON_ANSWER", None, true, "antwoordt", "answering";
    /// Asks about the task with a hand up.
    HelpQ = "HELP_Q", None, true, "vraagt uitleg", "asking a question";
    /// Asks before having tried: a hand up again and again.
    HelpDep = "HELP_DEP", None, true, "vraagt zonder te proberen", "asking without trying";
    /// Has a technical problem and signals it.
    HelpTech = "HELP_TECH", Private, true, "vraagt technische hulp", "asking for technical help";
    /// Is done and has nothing to do: pen down, looks around.
    Finished = "FINISHED", None, true, "is klaar", "finished";
    /// Asks a neighbour about the task.
    HelpPeer = "HELP_PEER", Private, true, "vraagt het aan een buur", "asking a neighbour";
    /// Is stuck and hides it: head down, no progress. Only somebody near can tell.
    HelpHide = "HELP_HIDE", None, true, "zit vast en verbergt het", "stuck and hiding it";
    /// Waits because the lesson has stopped: no misbehaviour, and no learning either.
    Waiting = "WAITING", None, false, "wacht", "waiting";
    /// Looks away, lost in thought.
    OffDaydream = "OFF_DAYDREAM", Private, false, "droomt weg", "daydreaming";
    /// Slow, slumped, does not get on.
    OffIdle = "OFF_IDLE", Private, false, "treuzelt", "idling";
    /// Rhythmic small motions.
    OffFidget = "OFF_FIDGET", Private, false, "friemelt", "fidgeting";
    /// Draws or plays with what lies on the desk.
    OffDoodle = "OFF_DOODLE", Private, false, "prutst", "doodling";
    /// Eats or drinks.
    OffEat = "OFF_EAT", Private, false, "eet of drinkt", "eating or drinking";
    /// Head on the desk.
    OffSleep = "OFF_SLEEP", Private, false, "ligt met het hoofd op de bank", "head on the desk";
    /// Does something of their own under the desk, with an eye on the teacher.
    OffPrivate = "OFF_PRIVATE", Private, false, "doet stiekem iets anders", "secretly doing something else";
    /// Has nothing to work with: an empty desk, searching.
    OffNoEq = "OFF_NOEQ", Private, false, "heeft geen gerei", "without equipment";
    /// Has given up: pen down, head down.
    OffGiveup = "OFF_GIVEUP", Private, false, "geeft op", "giving up";
    /// Has not begun with the task.
    NotGetOn = "NOTGETON", Private, false, "gaat niet aan de slag", "not getting on with work";
    /// Looks at something that happens around.
    OffEnv = "OFF_ENV", Private, false, "kijkt rond", "looking around";
    /// Chats with a neighbour about something else.
    OffChat = "OFF_CHAT", Neighbours, false, "kletst", "chatting";
    /// Pokes or turns round to another.
    Disturb = "DISTURB", Neighbours, false, "stoort een ander", "disturbing another";
    /// Taps, hums, scrapes the chair.
    Noise = "NOISE", Neighbours, false, "maakt geluiden", "making noise";
    /// Throws something.
    Throw = "THROW", Class, false, "gooit iets", "throwing something";
    /// Calls out without a turn.
    Toot = "TOOT", Class, false, "roept door de klas", "talking out of turn";
    /// Jokes for an audience.
    Clown = "CLOWN", Class, false, "maakt grappen", "clowning";
    /// Laughs with the others.
    Laugh = "LAUGH", Neighbours, false, "lacht mee", "laughing";
    /// Another tab, a game or a video.
    DevTab = "DEV_TAB", Private, false, "zit op een ander tabblad", "on another tab";
    /// Writes and reads in the class chat: smiles at the screen, and others smile at the same moment.
    DevChat = "DEV_CHAT", Private, false, "zit in de klaschat", "in the class chat";
    /// Has an AI write the answer: a long text all at once.
    DevAi = "DEV_AI", Private, false, "neemt een AI-antwoord over", "copying an answer from AI";
    /// Phone under the desk.
    DevPhone = "DEV_PHONE", Private, false, "zit op de telefoon", "on the phone";
    /// The phone buzzes: a glance at it.
    DevNotif = "DEV_NOTIF", Private, false, "kijkt naar een melding", "looking at a notification";
    /// Watches a neighbour's screen.
    DevView = "DEV_VIEW", Private, false, "kijkt op het scherm van een ander", "watching another's screen";
    /// Refuses.
    Refuse = "REFUSE", Class, false, "weigert", "refusing";
    /// Answers back.
    Backtalk = "BACKTALK", Class, false, "geeft een brutaal antwoord", "answering back";
    /// Upset, face down: no misbehaviour. Care helps, correction does not.
    Withdraw = "WITHDRAW", Neighbours, false, "trekt zich terug", "withdrawing";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_and_being_hurt_are_neither_on_task_nor_off_task() {
        let neither = |b: &&Behaviour| !b.on_task() && !b.is_off_task();
        let found: Vec<_> = Behaviour::ALL.iter().filter(neither).copied().collect();
        assert_eq!(found, [Behaviour::Waiting, Behaviour::Withdraw]);
        assert!(!Behaviour::ALL.iter().any(|b| b.on_task() && b.is_off_task()));
    }
}
