//! The heads-up display in the world: what is happening, what can be done, and what is said.

use std::collections::VecDeque;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, egui};
use proefles_scenario::{
    ChoiceId, DecisionId, Device, DisruptionLevel, Lang, LineId, Network, Point, Pose, Scenario, ScreenState, Speaker,
    StudentId, TICKS_PER_SECOND, TeacherAction,
};
use proefles_sim::{EventKind, Gaze, InstructionParts, Session, TeacherCommand, params};

use crate::app::{AppConfig, Classroom, Settings};
use crate::audio::Voices;
use crate::input::{Action, ActionState, Bindings};
use crate::interact::Offer;
use crate::locales::{Key, Locale, Texts};
use crate::records::Kept;
use crate::session::{ClassroomSession, Command, Happened};
use crate::third_party::openxr::Headset;
use crate::ui::hud::{
    Side,
    actions::{ActionsAction, ActionsModel, actions_ui},
    captions::{Caption, captions_ui},
    dashboard::{DashboardAction, DashboardModel, Tile, dashboard_ui},
    decision::{DecisionModel, decision_ui, panel_width},
    status::{StatusModel, status_ui},
};

use super::{bindings::labels, root};

/// How long the class can be told what was just done, in ticks.
const DONE_TICKS: u32 = 25;
/// How long a taken option stays in view, in ticks.
const TAKEN_TICKS: u32 = 14;
/// Captions stay this long, in ticks, and longer by their length: about 17 signs a second can be read.
const CAPTION_TICKS: u32 = 18;
/// Captions stay this much longer than the voice that says them, in ticks.
const AFTER_VOICE_TICKS: u32 = 4;
/// Lines that the log keeps.
const LOG_LINES: usize = 6;

/// What the display remembers of what happened.
#[derive(Resource, Debug, Default)]
pub struct Hud {
    /// Whether the list of actions is open.
    actions_open: bool,
    /// The instruction that is being put together in it.
    instruction: Option<InstructionParts>,
    /// Whether the dashboard is open.
    dashboard_open: bool,
    done: Option<(TeacherAction, Option<StudentId>, u32)>,
    spoken: VecDeque<(LineId, u32)>,
    taken: Option<Taken>,
    /// The option that a gamepad or the tab key has come to.
    selected: Option<usize>,
}

#[derive(Debug, Clone)]
struct Taken {
    decision: DecisionId,
    choice: ChoiceId,
    offered: Vec<ChoiceId>,
    until: u32,
}

impl Hud {
    /// Whether a panel is open that wants the mouse and the keys.
    pub fn wants_hands(&self) -> bool {
        self.actions_open || self.dashboard_open
    }

    /// Whether the teacher reads the dashboard.
    pub fn shows_dashboard(&self) -> bool {
        self.dashboard_open
    }

    fn close_actions(&mut self) {
        self.actions_open = false;
        self.instruction = None;
    }

    /// The last lines that were said, oldest first.
    pub fn log(&self, session: &Session, text: &Locale) -> Vec<Caption> {
        self.spoken.iter().map(|(line, _)| caption(session, *line, text)).collect()
    }
}

/// Forgets the lesson before.
pub(super) fn forget(mut hud: ResMut<Hud>) {
    *hud = Hud::default();
}

/// Remembers what the display will show.
pub(super) fn listen(
    mut hud: ResMut<Hud>,
    mut happened: MessageReader<Happened>,
    session: Option<Res<ClassroomSession>>,
    settings: Res<Settings>,
    voices: Voices,
) {
    let Some(session) = session else {
        happened.clear();
        return;
    };
    let scenario = session.scenario();
    for Happened(event) in happened.read() {
        match &event.kind {
            EventKind::TeacherActed { action, student, .. } => {
                hud.done = Some((*action, *student, event.tick + DONE_TICKS));
                hud.close_actions();
            }
            EventKind::LineSpoken(line) => {
                let spoken = scenario.line(*line);
                let signs = scenario.text(settings.lang, spoken.text).chars().count();
                let lasts = caption_ticks(signs, voices.secs(&spoken.name));
                hud.spoken.push_back((*line, event.tick + lasts));
                if hud.spoken.len() > LOG_LINES {
                    hud.spoken.pop_front();
                }
            }
            EventKind::DecisionOpened { decision, offered, .. } => {
                hud.selected = None;
                // Remembered now, because the session no longer tells once it is closed.
                let first = offered.first().copied().unwrap_or(ChoiceId(0));
                hud.taken = Some(Taken { decision: *decision, choice: first, offered: offered.clone(), until: 0 });
            }
            EventKind::ChoiceTaken { decision, choice, .. } => {
                if let Some(taken) = hud.taken.as_mut().filter(|taken| taken.decision == *decision) {
                    taken.choice = *choice;
                    taken.until = event.tick + TAKEN_TICKS;
                }
            }
            _ => {}
        }
    }
}

/// How long a caption of so many signs stays, in ticks: until it has been read, and as long as its voice is heard.
fn caption_ticks(signs: usize, voice_secs: Option<f32>) -> u32 {
    let read = CAPTION_TICKS + u32::try_from(signs * 10 / 17).unwrap_or(u32::MAX / 2);
    let heard = voice_secs.map_or(0, |secs| (secs * TICKS_PER_SECOND as f32).ceil() as u32 + AFTER_VOICE_TICKS);
    read.max(heard)
}

/// Shows the display while the lesson runs.
pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    settings: Res<Settings>,
    config: Res<AppConfig>,
    session: Option<Res<ClassroomSession>>,
    mut hud: ResMut<Hud>,
    mut commands: MessageWriter<Command>,
    input: Res<ActionState>,
    offer: Res<Offer>,
    bindings: Res<Bindings>,
    kept: Option<Res<Kept>>,
    state: Res<State<Classroom>>,
    headset: Res<Headset>,
) -> Result {
    let Some(session) = session else { return Ok(()) };
    let session = session.session();
    let text = &texts.0;
    let running = *state.get() == Classroom::Running;
    let mut ui = root(&mut contexts, "hud")?;
    if running && !config.is_driven() {
        hud.follow_keys(&input, ui.input(|keys| keys.key_pressed(egui::Key::Escape)));
    }
    status_ui(
        &mut ui,
        &status(session, &hud, &config, (*offer, &|action| bindings.label(action, headset.is_worn())), text),
        text,
    );
    let is_safe = kept.is_some_and(|kept| kept.is_safe());
    let decision = decision(session, &hud, is_safe, text);
    // While the list is open, the same keys move in the list.
    let steps = running && !config.is_driven() && !hud.actions_open;
    if let Some((_, of, offered)) = decision.as_ref().filter(|_| steps)
        && let Some(choice) = step_through(&mut hud, &input, offered)
    {
        commands.write(Command(TeacherCommand::Choose { decision: *of, choice }));
    }
    let covered = decision.as_ref().map_or(0.0, |_| panel_width(&ui));
    if settings.captions {
        let now = session.now();
        let lines = hud.spoken.iter().filter(|(_, until)| now < *until);
        let captions: Vec<_> = lines.map(|(line, _)| caption(session, *line, text)).collect();
        captions_ui(&mut ui, &captions, covered, text);
    }
    if let Some((model, of, offered)) = &decision
        && let Some(choice) = decision_ui(&mut ui, model, text).and_then(|at| offered.get(at))
        && running
    {
        commands.write(Command(TeacherCommand::Choose { decision: *of, choice: *choice }));
    }
    if hud.actions_open && running {
        match actions_ui(&mut ui, &actions(session, hud.instruction, &bindings), text) {
            Some(ActionsAction::Do(command)) => {
                commands.write(Command(command));
                hud.close_actions();
            }
            Some(ActionsAction::Compose(parts)) => hud.instruction = Some(parts),
            Some(ActionsAction::Dashboard) => {
                hud.close_actions();
                hud.dashboard_open = true;
            }
            Some(ActionsAction::Close) => hud.close_actions(),
            None => {}
        }
    }
    if hud.dashboard_open && running {
        show_dashboard(&mut ui, session, &mut hud, &bindings, &mut commands, text);
    }
    Ok(())
}

fn show_dashboard(
    ui: &mut egui::Ui,
    session: &Session,
    hud: &mut Hud,
    bindings: &Bindings,
    commands: &mut MessageWriter<Command>,
    text: &Locale,
) {
    match dashboard_ui(ui, &dashboard(session, bindings), text) {
        Some(DashboardAction::Lock(student, true)) => {
            commands.write(Command(TeacherCommand::LockDevices(Some(student))));
        }
        Some(DashboardAction::Lock(student, false)) => {
            commands.write(Command(TeacherCommand::UnlockDevices(Some(student))));
        }
        Some(DashboardAction::Close) => hud.dashboard_open = false,
        None => {}
    }
}

impl Hud {
    /// What the keys open and close.
    fn follow_keys(&mut self, input: &ActionState, escape: bool) {
        if escape {
            self.close_actions();
            self.dashboard_open = false;
        } else if input.just_pressed(Action::Dashboard) {
            self.dashboard_open = !self.dashboard_open;
            self.close_actions();
        } else if input.just_pressed(Action::Instruct) {
            self.dashboard_open = false;
            self.actions_open = self.instruction.is_none();
            self.instruction = self.actions_open.then(InstructionParts::default);
        } else if input.just_pressed(Action::Actions) {
            let open = !self.actions_open;
            self.close_actions();
            self.dashboard_open = false;
            self.actions_open = open;
        }
    }
}

/// What is on the students' screens, front row first.
fn dashboard(session: &Session, bindings: &Bindings) -> DashboardModel {
    let scenario = session.scenario();
    let mut students: Vec<StudentId> =
        scenario.student_ids().filter(|id| scenario.student(*id).device != Device::Notebook).collect();
    students.sort_by_key(|id| (-session.seat_of(*id).at.z_mm, session.seat_of(*id).at.x_mm));
    let tiles = students.into_iter().map(|student| Tile {
        student,
        name: scenario.student(student).first_name.clone(),
        screen: session.student(student).screen,
    });
    let teacher = session.teacher();
    let since = session.lesson_now() - teacher.gaze_since;
    DashboardModel {
        tiles: tiles.collect(),
        connected: session.network() != Network::Down,
        too_long: teacher.gaze == Gaze::Dashboard && since > params().dash_glance,
        key: bindings.label(Action::Dashboard, false),
    }
}

fn status(
    session: &Session,
    hud: &Hud,
    config: &AppConfig,
    (offer, key): (Offer, &dyn Fn(Action) -> String),
    text: &Locale,
) -> StatusModel {
    let (scenario, lang, now) = (session.scenario(), text.lang(), session.now());
    let teacher = session.teacher();
    let held = teacher.held.map(|item| scenario.text(lang, scenario.items[item.index()].label).to_owned());
    let look = match teacher.gaze {
        Gaze::Student(student) => Some(scenario.student(student).first_name.clone()),
        _ => None,
    };
    let done = hud.done.filter(|(_, _, until)| now < *until);
    StatusModel {
        left_ticks: scenario.duration_ticks.saturating_sub(session.lesson_now()),
        phase: scenario.text(lang, scenario.phase(session.phase().0).title).to_owned(),
        noise_permille: session.noise_permille(),
        trouble: trouble(session, text),
        look,
        hint: hint(session, offer, key(Action::Use), text),
        held,
        done: done.map(|(action, student, _)| done_words(scenario, action, student, text)),
        driven: config.is_driven(),
        keys: (!config.is_driven() && !hud.actions_open).then(|| (key(Action::Actions), key(Action::Pause))),
    }
}

/// What is broken now, in words: the latest incident, or the network.
fn trouble(session: &Session, text: &Locale) -> Option<String> {
    let mut broken = session.incidents().filter(|kind| kind.entry().level >= DisruptionLevel::Neighbours);
    if let Some(kind) = broken.next() {
        let (nl, en) = kind.names();
        let name = if text.lang() == Lang::Nl { nl } else { en };
        let mut letters = name.chars();
        return letters.next().map(|first| first.to_uppercase().chain(letters).collect());
    }
    (session.network() == Network::Down).then(|| text.t(Key::HudOffline))
}

/// What the hand could do here, and its key.
fn hint(session: &Session, offer: Offer, use_key: String, text: &Locale) -> Option<(String, String)> {
    let (key, item) = match offer {
        Offer::Nothing => return None,
        Offer::Take(item) => (Key::HudTake, item),
        Offer::Use(item) => (Key::HudUse, item),
    };
    let scenario = session.scenario();
    let thing = scenario.text(text.lang(), scenario.items[item.index()].label).to_owned();
    Some((use_key, text.with(key, "thing", thing)))
}

fn done_words(scenario: &Scenario, action: TeacherAction, student: Option<StudentId>, text: &Locale) -> String {
    let who = student.map_or_else(|| text.t(Key::WhoClass), |id| scenario.student(id).first_name.clone());
    let key = match action {
        TeacherAction::Address => Key::DidAddress,
        TeacherAction::Praise => Key::DidPraise,
        TeacherAction::Redirect => Key::DidRedirect,
        TeacherAction::Reprimand => Key::DidReprimand,
        TeacherAction::CallOn => Key::DidCallOn,
        TeacherAction::LockDevices => Key::DidLock,
        TeacherAction::UnlockDevices => Key::DidUnlock,
        TeacherAction::Wait => Key::DidWait,
        TeacherAction::GiveInstruction => Key::DidInstruct,
        TeacherAction::AskClass => Key::DidAskClass,
        TeacherAction::UseBoard => Key::DidUseBoard,
        TeacherAction::UseItem => Key::DidUseItem,
        TeacherAction::Greet => Key::DidGreet,
        TeacherAction::Help => Key::DidHelp,
        TeacherAction::CheckWork => Key::DidCheckWork,
        TeacherAction::LidsDown => Key::DidLidsDown,
        TeacherAction::AnnouncePlanB => Key::DidPlanB,
        TeacherAction::AppointHelper => Key::DidAppointHelper,
        TeacherAction::Gesture => Key::DidGesture,
        TeacherAction::Sanction => Key::DidSanction,
        TeacherAction::SendToBoard => Key::DidSendToBoard,
        TeacherAction::ChangeActivity => Key::DidChangeActivity,
        TeacherAction::Regroup => Key::DidRegroup,
        TeacherAction::Reseat => Key::DidReseat,
    };
    text.with(key, "who", who)
}

/// Moves among the options with the keys and buttons for that, and returns the one that was confirmed.
fn step_through(hud: &mut Hud, input: &ActionState, offered: &[ChoiceId]) -> Option<ChoiceId> {
    let count = offered.len().max(1);
    if input.just_pressed(Action::NextOption) {
        hud.selected = Some(hud.selected.map_or(0, |at| (at + 1) % count));
    } else if input.just_pressed(Action::PrevOption) {
        hud.selected = Some(hud.selected.map_or(count - 1, |at| (at + count - 1) % count));
    }
    if input.just_pressed(Action::Confirm) { offered.get(hud.selected?).copied() } else { None }
}

/// The open decision, or the one just taken, with the options as they are numbered.
fn decision(
    session: &Session,
    hud: &Hud,
    is_safe: bool,
    text: &Locale,
) -> Option<(DecisionModel, DecisionId, Vec<ChoiceId>)> {
    let (scenario, lang, now) = (session.scenario(), text.lang(), session.now());
    let open = session.open_decision();
    let just_taken = hud.taken.as_ref().filter(|taken| now < taken.until);
    let (id, offered) = match (open, just_taken) {
        (Some(open), _) => (open.decision, open.offered.clone()),
        (None, Some(taken)) => (taken.decision, taken.offered.clone()),
        (None, None) => return None,
    };
    let decision = scenario.decision(id);
    let timer = open.and_then(|open| {
        let (deadline, opened) = (open.deadline?, open.opened);
        let (left, whole) = (deadline.saturating_sub(now), deadline.saturating_sub(opened).max(1));
        Some((left as f32 / whole as f32, left.div_ceil(TICKS_PER_SECOND)))
    });
    let taken = if open.is_none() { just_taken } else { None };
    let model = DecisionModel {
        prompt: scenario.text(lang, decision.prompt).to_owned(),
        options: offered.iter().map(|at| scenario.text(lang, scenario.choice(id, *at).text).to_owned()).collect(),
        timer,
        about: decision.about.map(|who| (scenario.student(who).first_name.clone(), side_of(session, who))),
        stops_class: decision.stops_class,
        selected: hud.selected,
        taken: taken.and_then(|taken| offered.iter().position(|at| *at == taken.choice)).map(|at| (at, is_safe)),
    };
    Some((model, id, offered))
}

fn actions(session: &Session, instruction: Option<InstructionParts>, bindings: &Bindings) -> ActionsModel {
    let scenario = session.scenario();
    let student = match session.teacher().gaze {
        Gaze::Student(id) => Some((id, scenario.student(id).first_name.clone())),
        _ => None,
    };
    let locked = |id: StudentId| session.student(id).screen == ScreenState::Locked;
    let mut owners = scenario.student_ids().filter(|id| scenario.student(*id).device != Device::Notebook).peekable();
    let devices = owners.peek().is_some();
    let class_locked = devices && owners.all(locked);
    let student_locked = student.as_ref().is_some_and(|(id, _)| locked(*id));
    let better = student.as_ref().and_then(|(id, _)| session.better_seat(*id));
    let better_seat = better.map(|other| (other, scenario.student(other).first_name.clone()));
    ActionsModel { student, student_locked, better_seat, instruction, class_locked, devices, keys: labels(bindings) }
}

fn caption(session: &Session, line: LineId, text: &Locale) -> Caption {
    let scenario = session.scenario();
    let line = scenario.line(line);
    let (speaker, side) = match line.speaker {
        Speaker::Student(id) => (scenario.student(id).first_name.clone(), Some(side_of(session, id))),
        Speaker::Teacher => (text.t(Key::WhoTeacher), None),
        Speaker::Class => (text.t(Key::WhoClass), None),
        Speaker::Announcer => (text.t(Key::WhoAnnouncer), None),
    };
    Caption { speaker, words: scenario.text(text.lang(), line.text).to_owned(), side }
}

fn side_of(session: &Session, student: StudentId) -> Side {
    side(session.teacher().pose, session.seat_of(student).at)
}

/// On which side of someone a point is. The world's `x` runs to the left of who faces `z`.
fn side(from: Pose, to: Point) -> Side {
    let (dx, dz) = ((to.x_mm - from.at.x_mm) as f32, (to.z_mm - from.at.z_mm) as f32);
    Side::of_bearing(f32::from(from.yaw_deg) - dx.atan2(dz).to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_stays_until_it_is_read_and_said() {
        assert_eq!(caption_ticks(34, None), 38);
        assert_eq!(caption_ticks(34, Some(1.0)), 38);
        assert_eq!(caption_ticks(34, Some(6.05)), 65);
    }

    #[test]
    fn sides_follow_the_way_the_teacher_faces() {
        let at_board = Pose { at: Point::new(0, 3000), yaw_deg: 180 };
        assert_eq!(side(at_board, Point::new(0, 0)), Side::Ahead);
        // Facing the class, the windows (negative x) are at the left.
        assert_eq!(side(at_board, Point::new(-4000, 3000)), Side::Left);
        assert_eq!(side(at_board, Point::new(4000, 3000)), Side::Right);
        let to_board = Pose { yaw_deg: 0, ..at_board };
        assert_eq!(side(to_board, Point::new(0, 0)), Side::Behind);
        assert_eq!(side(to_board, Point::new(-4000, 3000)), Side::Right);
    }
}
