//! The application off-screen, walked through its screens by hand: time passes only when it is told to, so that the same
//! walk shows the same things on every machine.

use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use proefles::app::{AppConfig, Classroom, Notices, Screen, Shell};
use proefles::content::SelectedScenario;
use proefles::devices::Screens;
use proefles::pictures::Resting;
use proefles::rig::TeacherBody;
use proefles_scenario::Scenario;
use tempfile::TempDir;

/// More updates than anything here takes: what needs them hangs.
const MOST_UPDATES: usize = 2_000_000;

/// The application, with a profile of its own that goes with it.
pub struct Offscreen {
    pub app: App,
    _profile: TempDir,
}

impl Offscreen {
    /// The application before its first frame; `None` on a machine without a graphics adapter.
    pub fn new(config: AppConfig) -> Option<Self> {
        let profile = tempfile::tempdir().expect("a temporary folder");
        let (folder, record) = (profile.path().join("profile"), profile.path().join("run"));
        let config = AppConfig {
            shell: Shell::Offscreen,
            profile_dir: Some(folder),
            record: Some(record),
            seed: Some(7),
            ..config
        };
        let mut app = proefles::build_app(config);
        if !app.world().resource::<AppConfig>().shell.renders() {
            return None;
        }
        app.finish();
        app.cleanup();
        Some(Self { app, _profile: profile })
    }

    /// Passes a frame in which so much time passes.
    pub fn frame(&mut self, time: Duration, is_drawn: bool) {
        self.app.insert_resource(TimeUpdateStrategy::ManualDuration(time));
        self.app.world_mut().resource_mut::<Resting>().set_if_neq(Resting(!is_drawn));
        self.app.update();
    }

    /// Passes frames without time, none of them drawn, until something holds.
    pub fn until(&mut self, what: &str, mut holds: impl FnMut(&mut World) -> bool) {
        for _ in 0..MOST_UPDATES {
            self.frame(Duration::ZERO, false);
            if holds(self.app.world_mut()) {
                return;
            }
            // Assets and pictures are read and drawn on other threads.
            std::thread::yield_now();
        }
        panic!("{what}: it never came; the notices are {:?}", self.app.world().resource::<Notices>().list());
    }

    /// Loads a lesson up to its briefing, until everybody can move.
    pub fn enter(&mut self, scenario: Arc<Scenario>) {
        let students = scenario.students.len();
        let world = self.app.world_mut();
        world.resource_mut::<SelectedScenario>().0 = Some(scenario);
        world.resource_mut::<NextState<Screen>>().set(Screen::Loading);
        self.until("the briefing", |world| is_in(world, Classroom::Briefing));
        self.until_screens_are_drawn();
        // Motions are read one model a frame.
        for _ in 0..2 * students {
            self.frame(Duration::ZERO, false);
        }
    }

    /// Goes to a state of the lesson.
    pub fn go(&mut self, state: Classroom) {
        self.app.world_mut().resource_mut::<NextState<Classroom>>().set(state);
        self.until("the state of the lesson", |world| is_in(world, state));
    }

    /// Puts the teacher's feet somewhere and turns the eyes to a point, both in metres.
    pub fn stand(&mut self, feet: Vec2, look_at: Vec3) {
        let mut bodies = self.app.world_mut().query::<&mut TeacherBody>();
        let mut body = bodies.single_mut(self.app.world_mut()).expect("one teacher");
        body.feet = Vec3::new(feet.x, 0.0, feet.y);
        let way = look_at - body.eyes();
        body.yaw = way.x.atan2(way.z);
        body.pitch = way.y.atan2(way.with_y(0.0).length());
    }

    /// Waits until the board and the devices show what they should.
    pub fn until_screens_are_drawn(&mut self) {
        self.until("the screens' pictures", |world| {
            world.run_system_cached(|screens: Screens| screens.are_drawn()).unwrap_or(false)
        });
    }
}

fn is_in(world: &World, state: Classroom) -> bool {
    world.get_resource::<State<Classroom>>().is_some_and(|at| *at.get() == state)
}
