//! The keys of the settings: which action has which, and what to call them.

use std::collections::BTreeMap;

use crate::input::{Action, Bindings};
use crate::locales::{Key, Locale};
use crate::ui::screens::settings::KeyRow;

/// The actions whose keys a user may change, and their texts.
const SHOWN: &[(Action, Key)] = &[
    (Action::WalkAhead, Key::ActWalkAhead),
    (Action::WalkBack, Key::ActWalkBack),
    (Action::WalkLeft, Key::ActWalkLeft),
    (Action::WalkRight, Key::ActWalkRight),
    (Action::Use, Key::ControlUse),
    (Action::Drop, Key::ActDrop),
    (Action::Actions, Key::ControlActions),
    (Action::Dashboard, Key::DashTitle),
    (Action::Instruct, Key::DoInstruct),
    (Action::Pause, Key::ControlPause),
    (Action::FreeCursor, Key::ActFreeCursor),
    (Action::Address, Key::DoAddress),
    (Action::Praise, Key::DoPraise),
    (Action::Redirect, Key::DoRedirect),
    (Action::CallOn, Key::DoCallOn),
    (Action::Reprimand, Key::DoReprimand),
    (Action::Lock, Key::DoLock),
    (Action::Wait, Key::DoWait),
    (Action::AskClass, Key::DoAskClass),
    (Action::PraiseClass, Key::DoPraiseClass),
    (Action::ReprimandClass, Key::DoReprimandClass),
    (Action::FreezeBoard, Key::DoFreeze),
    (Action::ShowBoard, Key::DoShow),
    (Action::LockAll, Key::DoLockAll),
];

/// What an action is called.
fn label(action: Action, text: &Locale) -> String {
    let key = SHOWN.iter().find(|(of, _)| *of == action).map(|(_, key)| *key);
    key.map_or_else(|| action.name().to_owned(), |key| text.t(key))
}

/// What is printed on the key of each thing that can be done, by the text of that thing.
pub(super) fn labels(bindings: &Bindings) -> BTreeMap<Key, String> {
    let label = |(action, key): &(Action, Key)| Some((*key, bindings.key(*action)?.label().to_owned()));
    SHOWN.iter().filter_map(label).collect()
}

/// The rows of the settings.
pub(super) fn rows(bindings: &Bindings, waiting: Option<Action>, text: &Locale) -> Vec<KeyRow> {
    let row = |(action, key): &(Action, Key)| KeyRow {
        action: action.name().to_owned(),
        label: text.t(*key),
        key: bindings.key(*action).map_or_else(String::new, |key| key.label().to_owned()),
        conflict: bindings.conflict_of(*action).map(|other| label(other, text)),
        waiting: waiting == Some(*action),
    };
    SHOWN.iter().map(row).collect()
}
