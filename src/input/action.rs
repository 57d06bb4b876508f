//! What a teacher can mean by a key or a button.

macro_rules! actions {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal,)*) => {
        /// Something that a user means, whatever device says it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Action { $($(#[doc = $doc])* $variant,)* }

        impl Action {
            /// Every action, in the order in which settings show them.
            pub const ALL: &'static [Action] = &[$(Action::$variant,)*];

            /// Its name in the settings file.
            pub const fn name(self) -> &'static str {
                match self { $(Action::$variant => $name,)* }
            }
        }
    };
}

actions! {
    /// Walks ahead.
    WalkAhead = "walk_ahead",
    /// Walks backwards.
    WalkBack = "walk_back",
    /// Walks to the left.
    WalkLeft = "walk_left",
    /// Walks to the right.
    WalkRight = "walk_right",
    /// Takes or uses the thing in view.
    Use = "use",
    /// Puts down what is in hand.
    Drop = "drop",
    /// Opens the list of what can be done.
    Actions = "actions",
    /// Opens the dashboard, or closes it.
    Dashboard = "dashboard",
    /// Puts together an instruction for the class.
    Instruct = "instruct",
    /// Pauses, or goes on.
    Pause = "pause",
    /// Frees the cursor while held.
    FreeCursor = "free_cursor",
    /// Takes the first option of a decision.
    Choice1 = "choice_1",
    /// Takes the second option.
    Choice2 = "choice_2",
    /// Takes the third option.
    Choice3 = "choice_3",
    /// Takes the fourth option.
    Choice4 = "choice_4",
    /// Takes the fifth option.
    Choice5 = "choice_5",
    /// Takes the sixth option.
    Choice6 = "choice_6",
    /// Goes to the next option or entry.
    NextOption = "next_option",
    /// Goes to the option or entry before.
    PrevOption = "previous_option",
    /// Takes what is selected.
    Confirm = "confirm",
    /// Leaves what is open.
    Back = "back",
    /// Speaks to the student in view by name.
    Address = "address",
    /// Praises the student in view.
    Praise = "praise",
    /// Calmly points the student in view back to work.
    Redirect = "redirect",
    /// Gives the student in view the turn.
    CallOn = "call_on",
    /// Reprimands the student in view.
    Reprimand = "reprimand",
    /// Locks or unlocks the device of the student in view.
    Lock = "lock",
    /// Waits in silence.
    Wait = "wait",
    /// Asks the class a question.
    AskClass = "ask_class",
    /// Praises the class.
    PraiseClass = "praise_class",
    /// Reprimands the class.
    ReprimandClass = "reprimand_class",
    /// Freezes the board.
    FreezeBoard = "freeze_board",
    /// Shows the board's picture again.
    ShowBoard = "show_board",
    /// Locks or unlocks all devices.
    LockAll = "lock_all",
    /// Turns a step to the left.
    TurnLeft = "turn_left",
    /// Turns a step to the right.
    TurnRight = "turn_right",
    /// Turns around.
    TurnBack = "turn_back",
    /// Chooses a place on the floor while held, and goes there when let go. In a headset only.
    Teleport = "teleport",
    /// Faces the class again, from where one stands. In a headset only.
    Recentre = "recentre",
}

impl Action {
    /// The action of that name in the settings file.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// The option of a decision that it takes, from 0.
    pub fn choice(self) -> Option<usize> {
        let at = (self as usize).checked_sub(Action::Choice1 as usize)?;
        (at < 6).then_some(at)
    }

    /// Whether a panel that reads keys itself keeps this one from the room. One can still walk, and take an option.
    pub fn is_kept_by_panels(self) -> bool {
        matches!(self, Action::Use | Action::Drop | Action::Pause) || self as u8 >= Action::Address as u8
    }
}

/// Some of the actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ActionSet(u64);

impl ActionSet {
    /// Adds an action.
    pub fn insert(&mut self, action: Action) {
        self.0 |= 1 << action as u8;
    }

    /// Whether it is one of them.
    pub fn contains(self, action: Action) -> bool {
        self.0 >> action as u8 & 1 == 1
    }

    /// Those of either.
    #[must_use]
    pub fn union(self, other: ActionSet) -> ActionSet {
        ActionSet(self.0 | other.0)
    }
}

impl FromIterator<Action> for ActionSet {
    fn from_iter<I: IntoIterator<Item = Action>>(actions: I) -> Self {
        let mut set = Self::default();
        actions.into_iter().for_each(|action| set.insert(action));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_action_and_none_is_used_twice() {
        for action in Action::ALL {
            assert_eq!(Action::from_name(action.name()), Some(*action));
        }
        assert_eq!(Action::from_name("fly"), None);
        assert!(Action::ALL.len() <= 64, "a set has a bit for each");
    }

    #[test]
    fn six_actions_take_an_option() {
        let taken: Vec<usize> = Action::ALL.iter().filter_map(|action| action.choice()).collect();
        assert_eq!(taken, [0, 1, 2, 3, 4, 5]);
        assert_eq!(Action::NextOption.choice(), None);
    }
}
