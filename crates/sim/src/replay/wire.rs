//! Commands as files name them: by the author's names, never by numbers that a new version of a scenario would shift.

use proefles_scenario::{Activity, Place, Point, Pose, Scenario, StudentId};
use serde::{Deserialize, Serialize};

use crate::{BoardUse, Gaze, InstructionPart, TeacherCommand};

/// A [`Gaze`] by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each mirrors the variant of the same name in Gaze")]
pub enum WireGaze {
    Student(String),
    Board,
    Class,
    Dashboard,
    Away,
}

/// A [`Place`] by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each mirrors the variant of the same name in Place")]
pub enum WirePlace {
    Board,
    Desk,
    Door,
    Back,
    Middle,
    Student(String),
    Seat(String),
    Point { x_mm: i32, z_mm: i32 },
}

macro_rules! wire_activity {
    ($($name:ident)*) => {
        /// An [`Activity`] by name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub enum WireActivity { $($name,)* }

        impl From<Activity> for WireActivity {
            fn from(activity: Activity) -> Self {
                match activity { $(Activity::$name => Self::$name,)* }
            }
        }

        impl From<WireActivity> for Activity {
            fn from(activity: WireActivity) -> Self {
                match activity { $(WireActivity::$name => Self::$name,)* }
            }
        }
    };
}

wire_activity! { Explain Individual Pairs Quiz Discussion Transition }

/// A [`TeacherCommand`] by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each mirrors the variant of the same name in TeacherCommand")]
pub enum WireCommand {
    LookAt(WireGaze),
    Move { x_mm: i32, z_mm: i32, yaw_deg: i16 },
    WalkTo(WirePlace),
    Address(Option<String>),
    Praise { student: Option<String>, specific: bool },
    Redirect(String),
    Reprimand(Option<String>),
    Wait,
    CallOn(String),
    GiveInstruction(Vec<InstructionPart>),
    AskClass,
    Greet,
    Help(String),
    CheckWork(String),
    LidsDown,
    AnnouncePlanB,
    AppointHelper(String),
    Gesture,
    Sanction(String),
    SendToBoard(String),
    ChangeActivity(WireActivity),
    Regroup,
    Reseat(String, String),
    FreezeBoard,
    ShowBoard,
    SwitchOffBoard,
    LockDevices(Option<String>),
    UnlockDevices(Option<String>),
    Choose { decision: String, choice: String },
    TakeItem(String),
    DropItem,
    UseItem,
    Pause,
    Resume,
    EndLesson,
}

/// A name that the scenario does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the scenario has no {kind} \"{name}\"")]
pub struct UnknownName {
    /// What kind of thing was looked for.
    pub kind: &'static str,
    /// The name.
    pub name: String,
}

impl UnknownName {
    fn of(kind: &'static str, name: &str) -> impl FnOnce() -> Self {
        move || Self { kind, name: name.to_owned() }
    }
}

fn student(scenario: &Scenario, name: &str) -> Result<StudentId, UnknownName> {
    scenario.student_by_name(name).ok_or_else(UnknownName::of("student", name))
}

fn maybe_student(scenario: &Scenario, name: Option<&String>) -> Result<Option<StudentId>, UnknownName> {
    name.map(|name| student(scenario, name)).transpose()
}

impl WirePlace {
    fn resolve(&self, scenario: &Scenario) -> Result<Place, UnknownName> {
        Ok(match self {
            Self::Board => Place::Board,
            Self::Desk => Place::Desk,
            Self::Door => Place::Door,
            Self::Back => Place::Back,
            Self::Middle => Place::Middle,
            Self::Student(name) => Place::Student(student(scenario, name)?),
            Self::Seat(name) => Place::Seat(scenario.seat_by_name(name).ok_or_else(UnknownName::of("seat", name))?),
            Self::Point { x_mm, z_mm } => Place::Point(Point::new(*x_mm, *z_mm)),
        })
    }

    fn of(scenario: &Scenario, place: Place) -> Self {
        match place {
            Place::Board => Self::Board,
            Place::Desk => Self::Desk,
            Place::Door => Self::Door,
            Place::Back => Self::Back,
            Place::Middle => Self::Middle,
            Place::Student(id) => Self::Student(scenario.student(id).name.clone()),
            Place::Seat(id) => Self::Seat(scenario.seats[id.index()].name.clone()),
            Place::Point(Point { x_mm, z_mm }) => Self::Point { x_mm, z_mm },
        }
    }
}

impl WireCommand {
    /// The command in this scenario.
    ///
    /// # Errors
    /// [`UnknownName`] for the first name that the scenario does not have.
    pub fn resolve(&self, scenario: &Scenario) -> Result<TeacherCommand, UnknownName> {
        Ok(match self {
            Self::LookAt(gaze) => TeacherCommand::LookAt(match gaze {
                WireGaze::Student(name) => Gaze::Student(student(scenario, name)?),
                WireGaze::Board => Gaze::Board,
                WireGaze::Class => Gaze::Class,
                WireGaze::Dashboard => Gaze::Dashboard,
                WireGaze::Away => Gaze::Away,
            }),
            Self::Move { x_mm, z_mm, yaw_deg } => {
                TeacherCommand::Move(Pose { at: Point::new(*x_mm, *z_mm), yaw_deg: *yaw_deg })
            }
            Self::WalkTo(place) => TeacherCommand::WalkTo(place.resolve(scenario)?),
            Self::Address(name) => TeacherCommand::Address(maybe_student(scenario, name.as_ref())?),
            Self::Praise { student, specific } => {
                let student = maybe_student(scenario, student.as_ref())?;
                TeacherCommand::Praise { student, specific: *specific }
            }
            Self::Redirect(name) => TeacherCommand::Redirect(student(scenario, name)?),
            Self::Reprimand(name) => TeacherCommand::Reprimand(maybe_student(scenario, name.as_ref())?),
            Self::Wait => TeacherCommand::Wait,
            Self::CallOn(name) => TeacherCommand::CallOn(student(scenario, name)?),
            Self::GiveInstruction(parts) => TeacherCommand::GiveInstruction(parts.iter().copied().collect()),
            Self::AskClass => TeacherCommand::AskClass,
            Self::Greet => TeacherCommand::Greet,
            Self::Help(name) => TeacherCommand::Help(student(scenario, name)?),
            Self::CheckWork(name) => TeacherCommand::CheckWork(student(scenario, name)?),
            Self::LidsDown => TeacherCommand::LidsDown,
            Self::AnnouncePlanB => TeacherCommand::AnnouncePlanB,
            Self::AppointHelper(name) => TeacherCommand::AppointHelper(student(scenario, name)?),
            Self::Gesture => TeacherCommand::Gesture,
            Self::Sanction(name) => TeacherCommand::Sanction(student(scenario, name)?),
            Self::SendToBoard(name) => TeacherCommand::SendToBoard(student(scenario, name)?),
            Self::ChangeActivity(activity) => TeacherCommand::ChangeActivity((*activity).into()),
            Self::Regroup => TeacherCommand::Regroup,
            Self::Reseat(one, other) => TeacherCommand::Reseat(student(scenario, one)?, student(scenario, other)?),
            Self::FreezeBoard => TeacherCommand::UseBoard(BoardUse::Freeze),
            Self::ShowBoard => TeacherCommand::UseBoard(BoardUse::Show),
            Self::SwitchOffBoard => TeacherCommand::UseBoard(BoardUse::Off),
            Self::LockDevices(name) => TeacherCommand::LockDevices(maybe_student(scenario, name.as_ref())?),
            Self::UnlockDevices(name) => TeacherCommand::UnlockDevices(maybe_student(scenario, name.as_ref())?),
            Self::Choose { decision, choice } => {
                let unknown = UnknownName::of("decision", decision);
                let decision = scenario.decision_by_name(decision).ok_or_else(unknown)?;
                let unknown = UnknownName::of("option", choice);
                let choice = scenario.choice_by_name(decision, choice).ok_or_else(unknown)?;
                TeacherCommand::Choose { decision, choice }
            }
            Self::TakeItem(name) => {
                TeacherCommand::TakeItem(scenario.item_by_name(name).ok_or_else(UnknownName::of("item", name))?)
            }
            Self::DropItem => TeacherCommand::DropItem,
            Self::UseItem => TeacherCommand::UseItem,
            Self::Pause => TeacherCommand::Pause,
            Self::Resume => TeacherCommand::Resume,
            Self::EndLesson => TeacherCommand::EndLesson,
        })
    }

    /// The command by the scenario's names.
    pub fn of(scenario: &Scenario, command: TeacherCommand) -> Self {
        let name = |id: StudentId| scenario.student(id).name.clone();
        match command {
            TeacherCommand::LookAt(gaze) => Self::LookAt(match gaze {
                Gaze::Student(id) => WireGaze::Student(name(id)),
                Gaze::Board => WireGaze::Board,
                Gaze::Class => WireGaze::Class,
                Gaze::Dashboard => WireGaze::Dashboard,
                Gaze::Away => WireGaze::Away,
            }),
            TeacherCommand::Move(pose) => Self::Move { x_mm: pose.at.x_mm, z_mm: pose.at.z_mm, yaw_deg: pose.yaw_deg },
            TeacherCommand::WalkTo(place) => Self::WalkTo(WirePlace::of(scenario, place)),
            TeacherCommand::Address(id) => Self::Address(id.map(name)),
            TeacherCommand::Praise { student, specific } => Self::Praise { student: student.map(name), specific },
            TeacherCommand::Redirect(id) => Self::Redirect(name(id)),
            TeacherCommand::Reprimand(id) => Self::Reprimand(id.map(name)),
            TeacherCommand::Wait => Self::Wait,
            TeacherCommand::CallOn(id) => Self::CallOn(name(id)),
            TeacherCommand::GiveInstruction(parts) => Self::GiveInstruction(parts.iter().collect()),
            TeacherCommand::AskClass => Self::AskClass,
            TeacherCommand::Greet => Self::Greet,
            TeacherCommand::Help(id) => Self::Help(name(id)),
            TeacherCommand::CheckWork(id) => Self::CheckWork(name(id)),
            TeacherCommand::LidsDown => Self::LidsDown,
            TeacherCommand::AnnouncePlanB => Self::AnnouncePlanB,
            TeacherCommand::AppointHelper(id) => Self::AppointHelper(name(id)),
            TeacherCommand::Gesture => Self::Gesture,
            TeacherCommand::Sanction(id) => Self::Sanction(name(id)),
            TeacherCommand::SendToBoard(id) => Self::SendToBoard(name(id)),
            TeacherCommand::ChangeActivity(activity) => Self::ChangeActivity(activity.into()),
            TeacherCommand::Regroup => Self::Regroup,
            TeacherCommand::Reseat(one, other) => Self::Reseat(name(one), name(other)),
            TeacherCommand::UseBoard(BoardUse::Freeze) => Self::FreezeBoard,
            TeacherCommand::UseBoard(BoardUse::Show) => Self::ShowBoard,
            TeacherCommand::UseBoard(BoardUse::Off) => Self::SwitchOffBoard,
            TeacherCommand::LockDevices(id) => Self::LockDevices(id.map(name)),
            TeacherCommand::UnlockDevices(id) => Self::UnlockDevices(id.map(name)),
            TeacherCommand::Choose { decision, choice } => Self::Choose {
                decision: scenario.decision(decision).name.clone(),
                choice: scenario.choice(decision, choice).name.clone(),
            },
            TeacherCommand::TakeItem(item) => Self::TakeItem(scenario.items[item.index()].name.clone()),
            TeacherCommand::DropItem => Self::DropItem,
            TeacherCommand::UseItem => Self::UseItem,
            TeacherCommand::Pause => Self::Pause,
            TeacherCommand::Resume => Self::Resume,
            TeacherCommand::EndLesson => Self::EndLesson,
        }
    }
}
