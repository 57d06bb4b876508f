//! Actions become commands: to the student in view, to the class, and of the hand.

use bevy::prelude::*;
use proefles_scenario::{BoardShow, Device, ScreenState, StudentId};
use proefles_sim::{BoardUse, Session, TeacherCommand};

use crate::input::{Action, ActionState};
use crate::session::{ClassroomSession, Command};

use super::{Focus, Offer, Target};

/// The command that an action means now; none if it means nothing.
pub fn command_of(
    action: Action,
    session: &Session,
    student: Option<StudentId>,
    offer: Offer,
) -> Option<TeacherCommand> {
    if let Some(at) = action.choice() {
        let open = session.open_decision()?;
        return Some(TeacherCommand::Choose { decision: open.decision, choice: *open.offered.get(at)? });
    }
    match action {
        Action::Use => offer.command(),
        Action::Drop => session.teacher().held.map(|_| TeacherCommand::DropItem),
        Action::Address => Some(TeacherCommand::Address(student)),
        Action::Praise => Some(TeacherCommand::Praise { student: Some(student?), specific: true }),
        Action::Redirect => Some(TeacherCommand::Redirect(student?)),
        Action::CallOn => Some(TeacherCommand::CallOn(student?)),
        Action::Reprimand => Some(TeacherCommand::Reprimand(Some(student?))),
        Action::Lock => lock(session, Some(student?)),
        Action::LockAll => lock(session, None),
        Action::Wait => Some(TeacherCommand::Wait),
        Action::AskClass => Some(TeacherCommand::AskClass),
        Action::PraiseClass => Some(TeacherCommand::Praise { student: None, specific: true }),
        Action::ReprimandClass => Some(TeacherCommand::Reprimand(None)),
        Action::FreezeBoard => {
            let is_frozen = session.board() == BoardShow::Frozen;
            Some(TeacherCommand::UseBoard(if is_frozen { BoardUse::Show } else { BoardUse::Freeze }))
        }
        Action::ShowBoard => Some(TeacherCommand::UseBoard(BoardUse::Show)),
        _ => None,
    }
}

/// Locks devices, or unlocks them if they all are locked. Paper has no lock.
fn lock(session: &Session, student: Option<StudentId>) -> Option<TeacherCommand> {
    let scenario = session.scenario();
    let mut owners = scenario
        .student_ids()
        .filter(|id| student.is_none_or(|one| one == *id) && scenario.student(*id).device != Device::Notebook)
        .peekable();
    owners.peek()?;
    let is_locked = owners.all(|id| session.student(id).screen == ScreenState::Locked);
    Some(if is_locked { TeacherCommand::UnlockDevices(student) } else { TeacherCommand::LockDevices(student) })
}

pub(super) fn act(
    actions: Res<ActionState>,
    session: Res<ClassroomSession>,
    focus: Res<Focus>,
    offer: Res<Offer>,
    mut commands: MessageWriter<Command>,
) {
    let student = match focus.what {
        Some(Target::Student(id)) => Some(id),
        _ => None,
    };
    let fresh = Action::ALL.iter().filter(|action| actions.just_pressed(**action));
    commands
        .write_batch(fresh.filter_map(|action| command_of(*action, session.session(), student, *offer)).map(Command));
}
