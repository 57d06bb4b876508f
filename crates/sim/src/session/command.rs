//! Commands: checked, then carried out at the current tick.

use proefles_scenario::{BoardShow, ItemId, Point, StudentId, TeacherAction};

use super::{ItemState, Session};
use crate::command::{BoardUse, Gaze, Refused, TeacherCommand};
use crate::event::EventKind;
use crate::teacher::stand_at;

/// How far the teacher reaches for a thing, millimetres.
const ARM_MM: i32 = 1600;

impl Session {
    /// Does what the teacher commands, at the current tick.
    ///
    /// # Errors
    /// [`Refused`] if it cannot be done now; nothing has changed then.
    pub fn apply(&mut self, command: TeacherCommand) -> Result<(), Refused> {
        self.check(command)?;
        match command {
            TeacherCommand::LookAt(gaze) => self.look_at(gaze),
            TeacherCommand::Move(pose) => {
                self.teacher.walking_to = None;
                let at = Point::new(pose.at.x_mm, pose.at.z_mm);
                self.teacher.pose =
                    proefles_scenario::Pose { at: self.inside(at), yaw_deg: pose.yaw_deg.rem_euclid(360) };
            }
            TeacherCommand::WalkTo(place) => {
                let to = self.inside(stand_at(&self.scenario, &self.plan.aisles, self.seated(place)));
                self.teacher.walking_to = Some(to);
            }
            TeacherCommand::Address(student) => self.deed(TeacherAction::Address, student, false),
            TeacherCommand::Praise { student, specific } => self.deed(TeacherAction::Praise, student, specific),
            TeacherCommand::Redirect(student) => self.deed(TeacherAction::Redirect, Some(student), false),
            TeacherCommand::Reprimand(student) => self.deed(TeacherAction::Reprimand, student, false),
            TeacherCommand::Wait => self.deed(TeacherAction::Wait, None, false),
            TeacherCommand::CallOn(student) => self.deed(TeacherAction::CallOn, Some(student), false),
            TeacherCommand::GiveInstruction(parts) => {
                self.instruction = parts;
                self.deed(TeacherAction::GiveInstruction, None, false);
            }
            TeacherCommand::AskClass => self.deed(TeacherAction::AskClass, None, false),
            TeacherCommand::Greet => self.deed(TeacherAction::Greet, None, false),
            TeacherCommand::Help(student) => self.deed(TeacherAction::Help, Some(student), false),
            TeacherCommand::CheckWork(student) => self.deed(TeacherAction::CheckWork, Some(student), false),
            TeacherCommand::LidsDown => self.deed(TeacherAction::LidsDown, None, false),
            TeacherCommand::AnnouncePlanB => self.deed(TeacherAction::AnnouncePlanB, None, false),
            TeacherCommand::AppointHelper(student) => self.deed(TeacherAction::AppointHelper, Some(student), false),
            TeacherCommand::Gesture => self.deed(TeacherAction::Gesture, None, false),
            TeacherCommand::Sanction(student) => self.deed(TeacherAction::Sanction, Some(student), false),
            TeacherCommand::SendToBoard(student) => self.deed(TeacherAction::SendToBoard, Some(student), false),
            TeacherCommand::ChangeActivity(activity) => {
                self.change_activity(activity, false);
                self.deed(TeacherAction::ChangeActivity, None, false);
            }
            TeacherCommand::Regroup => self.deed(TeacherAction::Regroup, None, false),
            TeacherCommand::Reseat(one, other) => {
                self.swap_seats(one, other);
                self.deed(TeacherAction::Reseat, Some(one), false);
            }
            TeacherCommand::UseBoard(board_use) => self.use_board(board_use),
            TeacherCommand::LockDevices(student) => self.deed(TeacherAction::LockDevices, student, false),
            TeacherCommand::UnlockDevices(student) => self.deed(TeacherAction::UnlockDevices, student, false),
            TeacherCommand::Choose { decision, choice } => self.choose(decision, choice)?,
            TeacherCommand::TakeItem(item) => {
                self.items[item.index()].at = None;
                self.teacher.held = Some(item);
                self.emit(EventKind::ItemTaken(item));
            }
            TeacherCommand::DropItem => self.drop_item(),
            TeacherCommand::UseItem => self.use_item(),
            TeacherCommand::Pause => {
                self.paused = true;
                self.emit(EventKind::Paused);
            }
            TeacherCommand::Resume => {
                self.paused = false;
                self.emit(EventKind::Resumed);
            }
            TeacherCommand::EndLesson => self.end(None, true),
        }
        Ok(())
    }

    /// Whether a command can be carried out now.
    fn check(&self, command: TeacherCommand) -> Result<(), Refused> {
        if self.outcome.is_some() {
            return Err(Refused::Ended);
        }
        let known = |id: StudentId| id.index() < self.students.len();
        let within_reach = |at: Point| self.teacher.pose.at.distance_mm(at) <= ARM_MM;
        match command {
            TeacherCommand::Resume if !self.paused => return Err(Refused::NotPaused),
            TeacherCommand::Resume | TeacherCommand::Choose { .. } | TeacherCommand::EndLesson => {}
            _ if self.paused => return Err(Refused::Paused),
            _ => {}
        }
        match command {
            TeacherCommand::LookAt(Gaze::Student(id))
            | TeacherCommand::Address(Some(id))
            | TeacherCommand::Praise { student: Some(id), .. }
            | TeacherCommand::Redirect(id)
            | TeacherCommand::Reprimand(Some(id))
            | TeacherCommand::CallOn(id)
            | TeacherCommand::Help(id)
            | TeacherCommand::CheckWork(id)
            | TeacherCommand::AppointHelper(id)
            | TeacherCommand::Sanction(id)
            | TeacherCommand::SendToBoard(id)
            | TeacherCommand::LockDevices(Some(id))
            | TeacherCommand::UnlockDevices(Some(id))
                if !known(id) =>
            {
                Err(Refused::Unknown)
            }
            TeacherCommand::Reseat(one, other) if !known(one) || !known(other) || one == other => Err(Refused::Unknown),
            TeacherCommand::Choose { decision, .. } if decision.index() >= self.scenario.decisions.len() => {
                Err(Refused::Unknown)
            }
            TeacherCommand::WalkTo(proefles_scenario::Place::Student(id)) if !known(id) => Err(Refused::Unknown),
            TeacherCommand::WalkTo(proefles_scenario::Place::Seat(id)) if id.index() >= self.scenario.seats.len() => {
                Err(Refused::Unknown)
            }
            TeacherCommand::TakeItem(item) if !self.knows_item(item) => Err(Refused::Unknown),
            TeacherCommand::TakeItem(item) => match self.items[item.index()].at {
                Some(at) if within_reach(at) && self.teacher.held.is_none() => Ok(()),
                _ => Err(Refused::OutOfReach),
            },
            TeacherCommand::DropItem if self.teacher.held.is_none() => Err(Refused::OutOfReach),
            TeacherCommand::UseItem => match self.teacher.held {
                Some(item) if within_reach(self.scenario.items[item.index()].used_at) => Ok(()),
                _ => Err(Refused::OutOfReach),
            },
            _ => Ok(()),
        }
    }

    fn inside(&self, at: Point) -> Point {
        let (half_width, half_depth) = (self.scenario.room.width_mm / 2, self.scenario.room.depth_mm / 2);
        Point::new(at.x_mm.clamp(-half_width, half_width), at.z_mm.clamp(-half_depth, half_depth))
    }

    fn look_at(&mut self, gaze: Gaze) {
        if self.teacher.gaze != gaze {
            self.teacher.gaze = gaze;
            self.teacher.gaze_since = self.lesson_now();
            self.emit(EventKind::GazeMoved(gaze));
        }
        if self.teacher.walking_to.is_none() {
            self.face_gaze();
        }
    }

    fn use_board(&mut self, board_use: BoardUse) {
        let has_signal = self.board != BoardShow::NoSignal;
        let show = match board_use {
            BoardUse::Freeze => BoardShow::Frozen,
            BoardUse::Off => BoardShow::Off,
            BoardUse::Show => self.board_under,
        };
        // Without a signal there is nothing to freeze, to hide or to show; the wish is remembered.
        if has_signal {
            self.set_board(show);
        }
        self.board_hidden = board_use != BoardUse::Show;
        self.deed(TeacherAction::UseBoard, None, false);
    }

    fn drop_item(&mut self) {
        if let Some(item) = self.teacher.held.take() {
            self.items[item.index()].at = Some(self.teacher.pose.at);
            self.emit(EventKind::ItemDropped(item));
        }
    }

    /// Somebody else puts a thing where it belongs. It is no deed of the teacher's, so no event says that they used it.
    pub(crate) fn put_in_place(&mut self, item: ItemId) {
        if self.teacher.held == Some(item) {
            self.drop_item();
        }
        let at = self.scenario.items[item.index()].used_at;
        self.items[item.index()] = ItemState { at: Some(at), used: true };
    }

    fn use_item(&mut self) {
        if let Some(item) = self.teacher.held.take() {
            let state = &mut self.items[item.index()];
            state.used = true;
            state.at = Some(self.scenario.items[item.index()].used_at);
            self.emit(EventKind::ItemUsed(item));
            self.deed(TeacherAction::UseItem, None, false);
        }
    }
}
