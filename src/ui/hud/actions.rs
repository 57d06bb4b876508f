//! What the teacher can do, for the student they look at and for the class. Each also has a key, which works whether the
//! list is open or not: the list is where one learns them.

use std::collections::BTreeMap;

use bevy_egui::egui::{Align2, Area, Id, Order, ScrollArea, Ui, vec2};
use proefles_scenario::{Activity, StudentId};
use proefles_sim::{BoardUse, InstructionPart, InstructionParts, TeacherCommand};

use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, space},
    widgets::{Btn, heading, soft, text_scale, two_columns},
};

/// What the list shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ActionsModel {
    /// The student that the teacher looks at.
    pub student: Option<(StudentId, String)>,
    /// Whether that student's device is locked.
    pub student_locked: bool,
    /// With whom they could change seats to sit better.
    pub better_seat: Option<(StudentId, String)>,
    /// The instruction that is being put together.
    pub instruction: Option<InstructionParts>,
    /// Whether every device is locked.
    pub class_locked: bool,
    /// Whether the class works with devices at all.
    pub devices: bool,
    /// What is printed on the key of each action, and of the list, by the action's text.
    pub keys: BTreeMap<Key, String>,
}

struct Entry {
    icon: Icon,
    text: Key,
    command: TeacherCommand,
}

/// What the user wants of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionsAction {
    /// Do this.
    Do(TeacherCommand),
    /// The instruction has these parts now.
    Compose(InstructionParts),
    /// Look at the dashboard.
    Dashboard,
    /// Close the list.
    Close,
}

/// Shows the list.
pub fn actions_ui(ui: &mut Ui, model: &ActionsModel, text: &Locale) -> Option<ActionsAction> {
    let mut wish = None;
    let screen = ui.ctx().content_rect();
    let area = Area::new(Id::new("actions")).order(Order::Middle).anchor(Align2::LEFT_BOTTOM, vec2(16.0, -16.0));
    area.show(ui.ctx(), |ui| {
        theme::glass().show(ui, |ui| {
            ui.set_width((560.0 * text_scale(ui)).min(screen.width() * 0.5));
            ui.spacing_mut().item_spacing.y = 5.0;
            ScrollArea::vertical().max_height(screen.height() * 0.74).min_scrolled_height(screen.height() * 0.74).show(
                ui,
                |ui| {
                    if let Some(parts) = model.instruction {
                        wish = instruction(ui, parts, text);
                        return;
                    }
                    let (mut left, mut right) = (None, None);
                    two_columns(
                        ui,
                        420.0,
                        |ui| left = for_student(ui, model, text),
                        |ui| right = for_class(ui, model, text),
                    );
                    wish = left.or(right);
                },
            );
            ui.add_space(space::XS);
            let close = Btn::quiet(text.t(Key::CommonClose)).icon(Icon::X);
            let close = match model.keys.get(&Key::ControlActions) {
                Some(key) => close.key(key),
                None => close,
            };
            if ui.add(close).clicked() {
                wish = Some(ActionsAction::Close);
            }
        });
    });
    wish
}

/// Five parts to say or to leave out, and the button that says them.
fn instruction(ui: &mut Ui, parts: InstructionParts, text: &Locale) -> Option<ActionsAction> {
    let mut wish = None;
    heading(ui, Icon::Megaphone, &text.t(Key::DoInstruct));
    soft(ui, &text.t(Key::InstructHelp));
    for part in InstructionPart::ALL {
        let key = match part {
            InstructionPart::What => Key::InstructWhat,
            InstructionPart::How => Key::InstructHow,
            InstructionPart::HowLong => Key::InstructHowLong,
            InstructionPart::Help => Key::InstructWhere,
            InstructionPart::WhenDone => Key::InstructWhenDone,
        };
        let said = parts.has(part);
        let icon = if said { Icon::CheckCircle } else { Icon::Circle };
        if Btn::secondary(text.t(key)).icon(icon).wide().left().selected(said).first(ui).clicked() {
            wish = Some(ActionsAction::Compose(parts.toggled(part)));
        }
    }
    ui.add_space(space::XS);
    let say =
        Btn::primary(text.t(Key::InstructSay)).icon(Icon::Megaphone).enabled(parts != InstructionParts::default());
    if ui.add(say).clicked() {
        wish = Some(ActionsAction::Do(TeacherCommand::GiveInstruction(parts)));
    }
    wish
}

fn for_student(ui: &mut Ui, model: &ActionsModel, text: &Locale) -> Option<ActionsAction> {
    let Some((student, name)) = &model.student else {
        heading(ui, Icon::Student, &text.t(Key::ActionsNobody));
        soft(ui, &text.t(Key::ActionsNobodyHelp));
        return None;
    };
    heading(ui, Icon::Student, name);
    let student = *student;
    let mut entries = vec![
        Entry { icon: Icon::ChatCircleText, text: Key::DoAddress, command: TeacherCommand::Address(Some(student)) },
        Entry {
            icon: Icon::ThumbsUp,
            text: Key::DoPraise,
            command: TeacherCommand::Praise { student: Some(student), specific: true },
        },
        Entry { icon: Icon::ArrowRight, text: Key::DoRedirect, command: TeacherCommand::Redirect(student) },
        Entry { icon: Icon::HandPalm, text: Key::DoCallOn, command: TeacherCommand::CallOn(student) },
        Entry { icon: Icon::Lightbulb, text: Key::DoHelp, command: TeacherCommand::Help(student) },
        Entry { icon: Icon::MagnifyingGlass, text: Key::DoCheckWork, command: TeacherCommand::CheckWork(student) },
        Entry { icon: Icon::Prohibit, text: Key::DoReprimand, command: TeacherCommand::Reprimand(Some(student)) },
        Entry { icon: Icon::NotePencil, text: Key::DoSanction, command: TeacherCommand::Sanction(student) },
        Entry {
            icon: Icon::ChalkboardTeacher,
            text: Key::DoSendToBoard,
            command: TeacherCommand::SendToBoard(student),
        },
    ];
    if model.devices {
        let helper = TeacherCommand::AppointHelper(student);
        entries.push(Entry { icon: Icon::Star, text: Key::DoAppointHelper, command: helper });
        entries.push(if model.student_locked {
            Entry { icon: Icon::LockOpen, text: Key::DoUnlock, command: TeacherCommand::UnlockDevices(Some(student)) }
        } else {
            Entry { icon: Icon::Lock, text: Key::DoLock, command: TeacherCommand::LockDevices(Some(student)) }
        });
    }
    let mut chosen = list(ui, &entries, model, text);
    if let Some((other, name)) = &model.better_seat {
        let words = text.with(Key::DoReseat, "who", name.as_str());
        if Btn::secondary(words).icon(Icon::PersonSimpleWalk).wide().left().first(ui).clicked() {
            chosen = Some(TeacherCommand::Reseat(student, *other));
        }
    }
    chosen.map(ActionsAction::Do)
}

fn for_class(ui: &mut Ui, model: &ActionsModel, text: &Locale) -> Option<ActionsAction> {
    heading(ui, Icon::Users, &text.t(Key::ActionsClass));
    let praise = TeacherCommand::Praise { student: None, specific: true };
    let mut entries = vec![
        Entry { icon: Icon::Smiley, text: Key::DoGreet, command: TeacherCommand::Greet },
        Entry { icon: Icon::Hourglass, text: Key::DoWait, command: TeacherCommand::Wait },
        Entry { icon: Icon::Hand, text: Key::DoGesture, command: TeacherCommand::Gesture },
        Entry {
            icon: Icon::Megaphone,
            text: Key::DoInstruct,
            command: TeacherCommand::GiveInstruction(InstructionParts::default()),
        },
        Entry { icon: Icon::Question, text: Key::DoAskClass, command: TeacherCommand::AskClass },
        Entry { icon: Icon::ThumbsUp, text: Key::DoPraiseClass, command: praise },
        Entry { icon: Icon::Prohibit, text: Key::DoReprimandClass, command: TeacherCommand::Reprimand(None) },
        Entry { icon: Icon::EyeSlash, text: Key::DoFreeze, command: TeacherCommand::UseBoard(BoardUse::Freeze) },
        Entry { icon: Icon::Monitor, text: Key::DoShow, command: TeacherCommand::UseBoard(BoardUse::Show) },
    ];
    if model.devices {
        entries.push(Entry { icon: Icon::Laptop, text: Key::DoLidsDown, command: TeacherCommand::LidsDown });
        entries.push(Entry { icon: Icon::Path, text: Key::DoPlanB, command: TeacherCommand::AnnouncePlanB });
        entries.push(if model.class_locked {
            Entry { icon: Icon::LockOpen, text: Key::DoUnlockAll, command: TeacherCommand::UnlockDevices(None) }
        } else {
            Entry { icon: Icon::Lock, text: Key::DoLockAll, command: TeacherCommand::LockDevices(None) }
        });
    }
    let mut wish = list(ui, &entries, model, text).map(|command| match command {
        // It is put together first.
        TeacherCommand::GiveInstruction(parts) => ActionsAction::Compose(parts),
        command => ActionsAction::Do(command),
    });
    if model.devices {
        let mut open = Btn::secondary(text.t(Key::DashTitle)).icon(Icon::Laptop).wide().left();
        if let Some(key) = model.keys.get(&Key::DashTitle) {
            open = open.key(key);
        }
        if open.first(ui).clicked() {
            wish = Some(ActionsAction::Dashboard);
        }
    }
    ui.add_space(space::XS);
    heading(ui, Icon::Path, &text.t(Key::ActionsActivity));
    let ways = [
        Entry { icon: Icon::Users, text: Key::DoRegroup, command: TeacherCommand::Regroup },
        Entry {
            icon: Icon::User,
            text: Key::DoIndividual,
            command: TeacherCommand::ChangeActivity(Activity::Individual),
        },
        Entry {
            icon: Icon::Chats,
            text: Key::DoDiscuss,
            command: TeacherCommand::ChangeActivity(Activity::Discussion),
        },
        Entry {
            icon: Icon::ChalkboardTeacher,
            text: Key::DoExplain,
            command: TeacherCommand::ChangeActivity(Activity::Explain),
        },
    ];
    wish.or(list(ui, &ways, model, text).map(ActionsAction::Do))
}

fn list(ui: &mut Ui, entries: &[Entry], model: &ActionsModel, text: &Locale) -> Option<TeacherCommand> {
    let mut chosen = None;
    for entry in entries {
        // One key both locks and unlocks.
        let of = match entry.text {
            Key::DoUnlock => Key::DoLock,
            Key::DoUnlockAll => Key::DoLockAll,
            same => same,
        };
        let mut button = Btn::secondary(text.t(entry.text)).icon(entry.icon).wide().left();
        if let Some(key) = model.keys.get(&of) {
            button = button.key(key);
        }
        if button.first(ui).clicked() {
            chosen = Some(entry.command);
        }
    }
    chosen
}
