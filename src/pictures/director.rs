//! The off-screen run: drives time by hand, wakes the cameras for pictures, ends the program.
//!
//! Between pictures time takes big steps and nothing is drawn. Before a picture one second of the lesson passes tick by
//! tick, so that bodies have moved and blended into place, and the last few frames are drawn.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bevy::camera::RenderTarget;
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use proefles_scenario::TICKS_PER_SECOND;
use proefles_sim::replay::limit_tick;

use crate::app::{AppConfig, Classroom, NoticeLevel, Notices, Said, Screen, Settings, SoundTo, terminal};
use crate::devices::Screens;
use crate::session::{ClassroomSession, CloseRun, RunFolder, WrittenRun};

use super::camera::{PictureTarget, Resting};
use super::moments::{Moment, Shot, asked, telling};
use super::progress::{Progress, say_folder};
use super::take::{Album, take};

/// Length of a tick.
const TICK: Duration = Duration::from_millis(100);
/// Most ticks in a frame that is not drawn.
const STRIDE_TICKS: u32 = 20;
/// Ticks before a picture that pass one by one, so that bodies have moved and blended into place.
const LEAD_TICKS: u32 = TICKS_PER_SECOND;
/// Frames that are drawn before a picture: cameras wake, and signs reach the graphics card a frame late.
const DRAWN_FRAMES: u32 = 4;
/// Frames that pass on a screen that stands still before its picture.
const SETTLE_FRAMES: u32 = 12;
/// How long a disk or graphics card may take before the run goes on without it.
const PATIENCE: Duration = Duration::from_mins(2);

/// Where the run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scene {
    /// Loading, and the briefing.
    Before,
    /// The lesson.
    Lesson,
    /// The review.
    After,
    /// The run is being written.
    Closing,
}

/// What is to be done.
#[derive(Resource)]
struct Plan {
    shots: Vec<Shot>,
    taken: usize,
    end_tick: u32,
    /// Frames in the current scene.
    frames: u32,
    /// When disk or graphics card was last asked for something.
    asked: Instant,
    scene: Scene,
    told_percent: u32,
}

impl Plan {
    fn next(&self) -> Option<&Shot> {
        self.shots.get(self.taken)
    }

    fn next_tick(&self) -> Option<u32> {
        match self.next()?.moment {
            Moment::Tick(tick) => Some(tick),
            _ => None,
        }
    }

    fn enter(&mut self, scene: Scene) {
        self.scene = scene;
        self.frames = 0;
        self.asked = Instant::now();
    }
}

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_millis(16)));
    if !app.world().resource::<AppConfig>().is_driven() {
        // A test, or a mistake that `main` has already told of.
        return;
    }
    app.add_systems(OnEnter(Classroom::Briefing), make_plan.run_if(resource_exists::<ClassroomSession>))
        .add_systems(Last, direct.run_if(resource_exists::<Plan>));
}

/// Lets the run pass once beforehand, to know its moments and its end.
fn make_plan(mut commands: Commands, config: Res<AppConfig>, session: Res<ClassroomSession>, folder: Res<RunFolder>) {
    let course = session.foresee(limit_tick(session.scenario()));
    // A pause is commanded in the tick after the last: it must come to that.
    let mut end_tick = course.session().now() + u32::from(course.session().paused());
    if let Some(exit_at) = config.exit_at {
        end_tick = end_tick.min((exit_at * f64::from(TICKS_PER_SECOND)).round() as u32);
    }
    let mut shots = match config.screenshots.as_slice() {
        [] => telling(session.scenario(), course.events(), end_tick, &folder.planned().join("pictures")),
        screenshots => asked(screenshots),
    };
    if config.exit_at.is_some() {
        shots.retain(|shot| shot.moment <= Moment::Tick(end_tick));
    }
    if !config.shell.renders() {
        shots.clear();
    }
    let (scene, asked) = (Scene::Before, Instant::now());
    commands.insert_resource(Plan { shots, taken: 0, end_tick, frames: 0, asked, scene, told_percent: 0 });
}

/// The world as the director sees it.
#[derive(bevy::ecs::system::SystemParam)]
struct Set<'w> {
    config: Res<'w, AppConfig>,
    session: Res<'w, ClassroomSession>,
    screen: Res<'w, State<Screen>>,
    classroom: Option<Res<'w, State<Classroom>>>,
    settings: Res<'w, Settings>,
    target: Option<Res<'w, PictureTarget>>,
    written: Option<Res<'w, WrittenRun>>,
    screens: Screens<'w>,
    folder: Res<'w, RunFolder>,
    album: ResMut<'w, Album>,
    resting: ResMut<'w, Resting>,
    time: ResMut<'w, TimeUpdateStrategy>,
    next: ResMut<'w, NextState<Classroom>>,
    close: MessageWriter<'w, CloseRun>,
    exit: MessageWriter<'w, AppExit>,
}

impl Set<'_> {
    fn step(&mut self, ticks: u32, is_drawn: bool) {
        *self.time = TimeUpdateStrategy::ManualDuration(TICK * ticks);
        self.resting.set_if_neq(Resting(!is_drawn));
    }

    /// Most ticks in a frame that is not drawn.
    fn stride(&self) -> u32 {
        // What is heard happens at its tick.
        if self.config.sound == SoundTo::Listener { STRIDE_TICKS } else { 1 }
    }
}

fn direct(mut commands: Commands, mut plan: ResMut<Plan>, mut set: Set, mut notices: ResMut<Notices>) {
    plan.frames += 1;
    show_progress(&mut plan, &set);
    match plan.scene {
        Scene::Before => before(&mut commands, &mut plan, &mut set),
        Scene::Lesson => lesson(&mut commands, &mut plan, &mut set, &mut notices),
        Scene::After => after(&mut commands, &mut plan, &mut set),
        Scene::Closing => closing(&plan, &mut set),
    }
}

/// Takes the next picture if it is of this moment. Returns whether there is none left to wait for.
fn take_next(commands: &mut Commands, plan: &mut Plan, set: &mut Set, is_due: impl Fn(Moment) -> bool) -> bool {
    if set.album.is_busy() {
        return plan.asked.elapsed() > PATIENCE;
    }
    let Some(shot) = plan.next().filter(|shot| is_due(shot.moment)) else { return true };
    if set.resting.0 || !set.screens.are_drawn() {
        // Time stands still meanwhile.
        return false;
    }
    let file: PathBuf = shot.file.clone();
    if let Some(target) = &set.target {
        take(commands, &mut set.album, RenderTarget::Image(target.0.clone()), file);
    }
    plan.taken += 1;
    plan.asked = Instant::now();
    false
}

fn before(commands: &mut Commands, plan: &mut Plan, set: &mut Set) {
    set.step(1, plan.frames + DRAWN_FRAMES >= SETTLE_FRAMES);
    let has_settled = plan.frames >= SETTLE_FRAMES || plan.shots.is_empty();
    if has_settled && take_next(commands, plan, set, |moment| moment == Moment::Briefing) {
        set.next.set(Classroom::Running);
        plan.enter(Scene::Lesson);
        // The state changes at the start of the next frame, and that frame's time is already lesson time.
        set.step(1, false);
    }
}

fn lesson(commands: &mut Commands, plan: &mut Plan, set: &mut Set, notices: &mut Notices) {
    let now = set.session.session().now();
    let is_over = set.classroom.as_ref().is_none_or(|state| *state.get() == Classroom::Ended);
    if is_over {
        plan.enter(Scene::After);
        return set.step(1, true);
    }
    let stands_still = set.session.session().paused();
    if (stands_still || now >= plan.end_tick.max(1))
        && set.session.session().outcome().is_none()
        && !set.album.is_busy()
    {
        let is_hanging = plan.next_tick().is_none_or(|tick| tick > now);
        if is_hanging {
            if now >= limit_tick(set.session.scenario()) {
                notices.push(NoticeLevel::Warning, hanging());
            }
            set.close.write(CloseRun);
            plan.enter(Scene::Closing);
            return set.step(0, false);
        }
    }
    let is_due = |moment: Moment| matches!(moment, Moment::Tick(tick) if tick <= now);
    if !take_next(commands, plan, set, is_due) {
        return set.step(0, true);
    }
    let goal = plan.next_tick().unwrap_or(plan.end_tick).min(plan.end_tick).max(now + 1);
    match plan.next_tick() {
        Some(tick) if tick <= now + LEAD_TICKS => set.step(1, tick <= now + DRAWN_FRAMES),
        Some(tick) => set.step((tick - LEAD_TICKS - now).min(set.stride()), false),
        None => set.step((goal - now).min(set.stride()), false),
    }
}

fn after(commands: &mut Commands, plan: &mut Plan, set: &mut Set) {
    let is_awaited = set.album.is_busy() || plan.next_tick().is_some() || *set.screen.get() != Screen::Classroom;
    set.step(1, is_awaited);
    // Pictures of ticks that the lesson did not reach are taken of its end.
    if *set.screen.get() == Screen::Classroom {
        take_next(commands, plan, set, |moment| matches!(moment, Moment::Tick(_)));
        plan.frames = 0;
        return;
    }
    if plan.shots.is_empty() || plan.frames >= SETTLE_FRAMES && take_next(commands, plan, set, |_| true) {
        plan.enter(Scene::Closing);
    }
}

fn closing(plan: &Plan, set: &mut Set) {
    set.step(0, false);
    let written = set.written.as_ref().map(|written| written.0.clone());
    let is_waiting = written.is_none() || set.album.is_busy();
    if is_waiting && plan.asked.elapsed() <= PATIENCE {
        return std::thread::yield_now();
    }
    if written.is_none() {
        // A notice would come too late.
        terminal::line(unanswered(set.folder.planned()).get(set.settings.lang));
    }
    match written.flatten() {
        Some(folder) => {
            say_folder(set.settings.lang, &folder, set.album.saved().len());
            set.exit.write(AppExit::Success);
        }
        None => {
            // What stood in the way has been told.
            set.exit.write(AppExit::error());
        }
    }
}

fn show_progress(plan: &mut Plan, set: &Set) {
    let (made, of) = (set.album.saved().len(), plan.shots.len());
    let progress = Progress { tick: set.session.session().now(), end_tick: plan.end_tick, made, of };
    let tenth = progress.percent() / 10 * 10;
    terminal::bar(&progress.text(set.settings.lang), tenth > plan.told_percent);
    plan.told_percent = plan.told_percent.max(tenth);
}

fn unanswered(folder: &Path) -> Said {
    let folder = folder.display();
    Said::new(
        format!(
            "De schijf antwoordt niet: het is niet bekend of het verslag in {folder} staat. Controleer de schijf, of kies een andere map met --record."
        ),
        format!(
            "The disk does not answer: whether the record lies in {folder} is not known. Check the disk, or choose another folder with --record."
        ),
    )
}

fn hanging() -> Said {
    Said::new(
        "De les bleef staan bij een beslissing die niemand nam, en is afgebroken. Voeg de keuze toe aan het script.",
        "The lesson stood still at a decision that nobody took, and was broken off. Add the choice to the script.",
    )
}
