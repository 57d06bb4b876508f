//! The record of the run on disk, written by its own thread.
//!
//! A run is a scenario, a seed and commands. So the thread is told each command as it is given and how far time went;
//! should the program fall over, the thread replays these and writes the folder all the same.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use bevy::prelude::*;
use jiff::Timestamp;
use proefles_cli::{FolderError, review_html, run_files, write_files};
use proefles_records::xapi::{RunContext, statements_of};
use proefles_sim::replay::{Recorder, Script, Stamped, replay};

use crate::app::{AppConfig, Classroom, NoticeLevel, Notices, Profile, Said, Screen, SessionSystems, fallback_dir};

use super::{ClassroomSession, RunReady};

/// What the thread is told.
enum Told {
    /// A run begins; the recorder is at its start.
    Begin(Box<Known>),
    /// Time went on.
    Went(Went),
    /// The run is over.
    End,
    /// The program is falling over: write what is known, then answer.
    Rescue(Sender<()>),
}

/// What is new in a run.
struct Went {
    /// Commands that were given.
    commands: Vec<Stamped>,
    /// When further events were told.
    times: Vec<Timestamp>,
    /// The tick that time went to.
    tick: u32,
    /// When the lesson was left before its end.
    left: Option<Timestamp>,
}

/// Reaches the thread from a panic, where no resource can be reached.
static LIFELINE: Mutex<Option<Sender<Told>>> = Mutex::new(None);

/// Name of the thread.
const THREAD: &str = "recording";

/// How long a program that falls over waits for its record.
const RESCUE: Duration = Duration::from_secs(10);

/// Writes the run as it is known. For a panic, after which the program may be aborted at any moment.
pub fn rescue() {
    let is_own = std::thread::current().name() == Some(THREAD);
    let lifeline = LIFELINE.try_lock().ok().and_then(|lifeline| lifeline.clone());
    let Some(to_thread) = lifeline.filter(|_| !is_own) else { return };
    let (answer, answered) = channel();
    if to_thread.send(Told::Rescue(answer)).is_ok() {
        // Without an answer in time there is nothing more to be done.
        answered.recv_timeout(RESCUE).ok();
    }
}

/// Where a run was written, or what stood in the way.
type Written = Result<PathBuf, FolderError>;

/// The thread that writes runs. Dropping it, even by a panic, writes what is known so far.
#[derive(Resource)]
pub(super) struct Recording {
    to_thread: Option<Sender<Told>>,
    written: Mutex<Receiver<Written>>,
    thread: Option<JoinHandle<()>>,
}

impl Recording {
    fn start() -> Self {
        let (to_thread, told) = channel();
        let (report, written) = channel();
        if let Ok(mut lifeline) = LIFELINE.lock() {
            *lifeline = Some(to_thread.clone());
        }
        let thread = std::thread::Builder::new().name(THREAD.to_owned()).spawn(move || listen(&told, &report));
        if let Err(error) = &thread {
            error!("runs cannot be recorded: no thread could be started: {error}");
        }
        Self { to_thread: Some(to_thread), written: Mutex::new(written), thread: thread.ok() }
    }

    fn tell(&self, told: Told) {
        // A thread that has gone has said why when it went.
        if let Some(to_thread) = &self.to_thread
            && to_thread.send(told).is_err()
        {
            debug!("the recording has stopped");
        }
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        self.to_thread = None;
        // The thread goes on as long as anybody could still tell it something.
        if let Ok(mut lifeline) = LIFELINE.lock() {
            *lifeline = None;
        }
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            error!("the recording fell over; the run may not have been written");
        }
    }
}

/// A run as the thread knows it.
struct Known {
    start: Recorder,
    context: RunContext,
    so_far: Went,
    folders: Vec<PathBuf>,
}

impl Known {
    /// Writes the run to the first of its folders that can be written to.
    fn write(&self) -> Written {
        let scenario = Arc::clone(self.start.session().scenario());
        let script = Script::resolve(&self.so_far.commands, &scenario).unwrap_or_else(|error| {
            error!("a command of the run could not be named: {error}");
            Script::default()
        });
        let Went { times, tick, left, .. } = &self.so_far;
        let run = replay(self.start.clone(), script, *tick);
        // An event that was not told any more when the program fell over happened when the last one was.
        let at = |place: usize| times.get(place).or(times.last()).copied().unwrap_or_default();
        let left = left.map(|left| (run.session().now(), left));
        let statements = statements_of(self.context.clone(), run.events(), at, left);
        let mut files = run_files(&run, &statements);
        files.push(("review.html", review_html(&run, Some(self.context.lang)).into_bytes()));
        let mut tries = self.folders.iter().map(|folder| write_files(folder, &files).map(|()| folder.clone()));
        let asked = tries.next().expect("there is always the temporary folder");
        asked.or_else(|error| tries.find_map(Result::ok).ok_or(error))
    }
}

fn listen(told: &Receiver<Told>, report: &Sender<Written>) {
    let mut known: Option<Known> = None;
    let finish = |known: &mut Option<Known>| {
        if let Some(run) = known.take() {
            let written = run.write();
            if let Err(problem) = &written {
                error!("the run could not be written: {problem}");
            }
            // Nobody listens any more when the program is ending.
            report.send(written).ok();
        }
    };
    while let Ok(told) = told.recv() {
        match told {
            Told::Begin(run) => {
                finish(&mut known);
                known = Some(*run);
            }
            Told::Went(news) => {
                if let Some(Known { so_far, .. }) = &mut known {
                    so_far.commands.extend(news.commands);
                    so_far.times.extend(news.times);
                    (so_far.tick, so_far.left) = (news.tick, news.left);
                }
            }
            Told::End => finish(&mut known),
            Told::Rescue(answer) => {
                if let Some(Err(problem)) = known.as_ref().map(Known::write) {
                    error!("the run could not be written: {problem}");
                }
                // Whoever fell over may be gone.
                answer.send(()).ok();
            }
        }
    }
    finish(&mut known);
}

/// Folder of the current run: asked for, in the profile, and if neither can be written to, a temporary one.
#[derive(Resource, Debug, Clone)]
pub struct RunFolder(Vec<PathBuf>);

impl RunFolder {
    /// Where the run will lie unless that cannot be written to.
    pub fn planned(&self) -> &Path {
        self.0.first().map_or(Path::new("."), PathBuf::as_path)
    }
}

/// Where the run was written; none if it could not be. It exists once that is known.
#[derive(Resource, Debug, Clone)]
pub struct WrittenRun(pub Option<PathBuf>);

/// Asks to write the run as it stands, although it is not over.
#[derive(Message, Debug, Clone, Copy)]
pub struct CloseRun;

/// Whether the lesson goes no further: that was asked for, or the program ends.
pub fn stops_early(mut asked: MessageReader<CloseRun>, mut exits: MessageReader<AppExit>) -> bool {
    asked.read().count() + exits.read().count() > 0
}

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(Recording::start())
        .add_systems(OnEnter(Screen::Classroom), begin.run_if(resource_exists::<ClassroomSession>))
        .add_systems(FixedUpdate, follow.after(SessionSystems::Publish).run_if(in_state(Classroom::Running)))
        .add_systems(OnEnter(Classroom::Ended), end)
        .add_systems(OnExit(Screen::Classroom), end_if_left.after(SessionSystems::Publish))
        .add_message::<CloseRun>()
        .add_systems(Last, end_if_left.after(SessionSystems::Publish).run_if(stops_early))
        .add_systems(Update, report);
}

fn begin(
    mut commands: Commands,
    config: Res<AppConfig>,
    profile: Res<Profile>,
    session: Res<ClassroomSession>,
    recording: Res<Recording>,
) {
    let name = profile.fresh_run_name(&session.scenario().id);
    let asked = config.record.clone();
    let folders: Vec<PathBuf> =
        asked.into_iter().chain([profile.dir().join("runs").join(&name), fallback_dir().join(&name)]).collect();
    let (start, context) = (session.recorder.clone(), session.context.clone());
    let so_far = Went { commands: Vec::new(), times: Vec::new(), tick: 0, left: None };
    let run = Known { start, context, so_far, folders: folders.clone() };
    recording.tell(Told::Begin(Box::new(run)));
    commands.remove_resource::<WrittenRun>();
    commands.insert_resource(RunFolder(folders));
}

fn news(session: &mut ClassroomSession) -> Told {
    let (log, times) = (session.recorder.commands(), &session.times);
    let (known_commands, known_times) = session.recorded;
    let news = Went {
        commands: log[known_commands..].to_vec(),
        times: times[known_times..].to_vec(),
        tick: session.session().now(),
        left: session.left,
    };
    session.recorded = (log.len(), times.len());
    Told::Went(news)
}

fn follow(mut session: ResMut<ClassroomSession>, recording: Res<Recording>) {
    recording.tell(news(&mut session));
}

fn end(mut session: ResMut<ClassroomSession>, recording: Res<Recording>) {
    recording.tell(news(&mut session));
    recording.tell(Told::End);
}

/// A lesson that is left is written as far as it came.
fn end_if_left(session: Option<ResMut<ClassroomSession>>, recording: Res<Recording>) {
    if let Some(session) = session.filter(|session| session.left.is_some()) {
        end(session, recording);
    }
}

/// Tells where the run lies, or that it does not.
fn report(
    mut commands: Commands,
    recording: Res<Recording>,
    folders: Option<Res<RunFolder>>,
    ready: Option<ResMut<RunReady>>,
    mut notices: ResMut<Notices>,
) {
    let Ok(receiver) = recording.written.lock() else { return };
    let Ok(written) = receiver.try_recv() else { return };
    commands.insert_resource(WrittenRun(written.as_ref().ok().cloned()));
    match written {
        Ok(folder) => {
            if folders.is_some_and(|folders| folders.0.first() != Some(&folder)) {
                notices.push(NoticeLevel::Warning, elsewhere(&folder));
            }
            if let Some(mut ready) = ready {
                ready.folder = Some(folder);
            }
        }
        Err(problem) => notices.push(NoticeLevel::Error, nowhere(&problem)),
    }
}

fn elsewhere(folder: &Path) -> Said {
    let folder = folder.display();
    Said::new(
        format!("De gevraagde map kon niet beschreven worden. Het verslag van de les staat in {folder}."),
        format!("The folder asked for could not be written to. The record of the lesson lies in {folder}."),
    )
}

fn nowhere(FolderError { path, reason }: &FolderError) -> Said {
    let path = path.display();
    Said::new(
        format!(
            "Het verslag van de les kon niet bewaard worden: {path} kan niet beschreven worden ({reason}). Maak ruimte, of kies een andere map met --record."
        ),
        format!(
            "The record of the lesson could not be kept: {path} cannot be written ({reason}). Make room, or choose another folder with --record."
        ),
    )
}
