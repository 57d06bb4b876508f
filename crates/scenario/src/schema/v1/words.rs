//! Words that stand for themselves: `Laptop`, `Down`, `OFF_CHAT`.

use crate::model::{
    Activity, Behaviour, Device, IncidentKind, ItemKind, Lang, Level, Network, RoomKind, ScreenState, TeacherAction,
    Verdict,
};
use crate::schema::{Cx, Read};
use crate::syntax::{Kind, Node};

impl Cx<'_> {
    /// One of several words without fields.
    fn word<T: Copy>(&mut self, node: &Node, what: &str, known: &[(&'static str, T)]) -> Option<T> {
        let Kind::Call { name: Some(given), fields } = &node.kind else {
            self.expected(node, what);
            return None;
        };
        if fields.is_some() {
            self.expected(node, &format!("{what}, one word without a bracket"));
            return None;
        }
        let found = known.iter().find(|(word, _)| *word == given.text).map(|(_, value)| *value);
        if found.is_none() {
            self.unknown_word(given.span, &given.text, what, known.iter().map(|(word, _)| *word));
        }
        found
    }
}

macro_rules! words {
    ($($kind:ident, $what:literal, $broken:ident: $($word:ident)*;)*) => {$(
        impl Read for $kind {
            fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
                cx.word(node, $what, &[$((stringify!($word), $kind::$word),)*])
            }

            fn broken() -> Self {
                $kind::$broken
            }
        }
    )*};
}

words! {
    Level, "a level", Starter: Starter Practised Advanced;
    RoomKind, "a kind of room", Secondary: Primary Secondary Computers;
    ItemKind, "a kind of item", Tablet: BoardCable Tablet PhoneBox;
    Device, "a device", Laptop: Notebook Laptop Tablet Headset;
    Activity, "an activity", Individual: Explain Individual Pairs Quiz Discussion Transition;
    Network, "a state of the network", Up: Up Slow Down;
    ScreenState, "what a screen can show", Task:
        Off Locked Task Quiz Loading Offline OtherTab Game Chat Video AiAnswer EmptyBattery Login Updating Blocked;
    TeacherAction, "something a teacher does", Wait:
        Address Praise Redirect Reprimand Wait CallOn GiveInstruction AskClass UseBoard LockDevices UnlockDevices UseItem
        Greet Help CheckWork LidsDown AnnouncePlanB AppointHelper Gesture Sanction SendToBoard
        ChangeActivity Regroup Reseat;
    Verdict, "a verdict", Strong: Harmful Weak Sound Strong;
}

impl Read for Behaviour {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let known: Vec<_> = Behaviour::ALL.iter().map(|behaviour| (behaviour.id(), *behaviour)).collect();
        cx.word(node, "a behaviour", &known)
    }

    fn broken() -> Self {
        Behaviour::OnListen
    }
}

impl Read for IncidentKind {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let known: Vec<_> = IncidentKind::ALL.iter().map(|kind| (kind.word(), *kind)).collect();
        cx.word(node, "an incident", &known)
    }

    fn broken() -> Self {
        IncidentKind::Bell
    }
}

impl Read for Lang {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let code = cx.text(node, "a language such as \"nl\"")?;
        let found = Lang::ALL.into_iter().find(|lang| lang.code() == code);
        if found.is_none() {
            cx.unknown_word(node.span, code, "a language of this program", Lang::ALL.iter().map(|lang| lang.code()));
        }
        found
    }

    fn broken() -> Self {
        Lang::Nl
    }
}
