//! The application in the simulated headset, and somebody who wears it: who looks, points, pulls the trigger and pushes
//! the stick.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::time::TimeUpdateStrategy;
use bevy_egui::{EguiContext, EguiOutput, PrimaryEguiContext};
use proefles::app::{AppConfig, Classroom, Notices, Quality, Screen, Shell};
use proefles::rig::{TeacherBody, Wearer};
use proefles::session::ClassroomSession;
use proefles::third_party::openxr::{Headset, Presence, TrackingRoot, eye};
use proefles::ui::sheets::{Place, Sheet};
use proefles_scenario::Lang;
use tempfile::TempDir;
use xtask::xr_sim::{Install, Pose, Remote, Service, free_port};

/// More updates than anything here takes: what needs them hangs.
const MOST_UPDATES: usize = 3_000;
/// Time of a frame while somebody does something.
pub const FRAME: Duration = Duration::from_millis(50);

/// Time of a frame in which the lesson only passes.
pub const LONG: Duration = Duration::from_millis(1500);

/// The small lesson.
pub const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/scenario/tests/fixtures/small.scenario.ron");

/// The right hand, among the hands.
pub const RIGHT: usize = 1;

/// The application and its wearer.
pub struct Stage {
    pub app: App,
    pub remote: Remote,
    pub service: Option<Service>,
    port: u16,
    _profile: TempDir,
}

/// The folder of the runtime's state, which the program that made this one chose.
fn state() -> PathBuf {
    std::env::var_os("PROEFLES_XR_STATE").expect("set by the program that runs the checks").into()
}

impl Stage {
    /// The application, worn: in its title, or in the briefing of a lesson that is named.
    pub fn open(eyes: UVec2, scenario: Option<&str>) -> Self {
        let port = free_port().expect("a free port");
        let service = service(port);
        let remote = Remote::connect(port).expect("the service listens");
        let profile = tempfile::tempdir().expect("a temporary folder");
        let config = AppConfig {
            shell: Shell::Xr,
            window: false,
            eyes: Some(eyes),
            scenario: scenario.map(str::to_owned),
            lang: Some(Lang::En),
            quality: Some(Quality::Low),
            seed: Some(7),
            profile_dir: Some(profile.path().join("profile")),
            record: Some(profile.path().join("run")),
            ..AppConfig::default()
        };
        let mut app = proefles::build_app(config);
        assert_eq!(app.world().resource::<AppConfig>().shell, Shell::Xr, "the headset was found");
        app.finish();
        app.cleanup();
        let mut stage = Self { app, remote, service: Some(service), port, _profile: profile };
        stage.time(FRAME);
        stage.remote.send().expect("the service hears");
        stage.until("the headset is worn", |world| world.resource::<Headset>().is_worn());
        // Controls are found as a screen reader finds them.
        let world = stage.world();
        let mut contexts = world.query_filtered::<&mut EguiContext, With<PrimaryEguiContext>>();
        contexts.single_mut(world).expect("one context").get_mut().enable_accesskit();
        stage.until("the hands are seen", |world| world.resource::<Wearer>().aims.iter().all(Option::is_some));
        stage
    }

    /// The folder of the run.
    pub fn run_dir(&self) -> PathBuf {
        self._profile.path().join("run")
    }

    /// So much time passes in each frame from now on.
    pub fn time(&mut self, frame: Duration) {
        self.app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
        self.app.world_mut().resource_mut::<Time<Virtual>>().set_max_delta(Duration::from_secs(60));
    }

    /// Passes frames until something holds.
    pub fn until(&mut self, what: &str, mut holds: impl FnMut(&mut World) -> bool) {
        info!("waiting for {what}");
        for _ in 0..MOST_UPDATES {
            self.app.update();
            if holds(self.app.world_mut()) {
                return;
            }
            std::thread::yield_now();
        }
        let notices = self.app.world().resource::<Notices>().list();
        panic!("{what}: it never came; the notices are {notices:?}");
    }

    /// Passes some frames.
    pub fn frames(&mut self, count: usize) {
        for _ in 0..count {
            self.app.update();
        }
    }

    pub fn world(&mut self) -> &mut World {
        self.app.world_mut()
    }

    pub fn screen(&self) -> Screen {
        *self.app.world().resource::<State<Screen>>().get()
    }

    pub fn is_in(&self, state: Classroom) -> bool {
        self.app.world().get_resource::<State<Classroom>>().is_some_and(|at| *at.get() == state)
    }

    pub fn presence(&self) -> Presence {
        self.app.world().resource::<Headset>().presence
    }

    pub fn session(&self) -> &proefles_sim::Session {
        self.app.world().resource::<ClassroomSession>().session()
    }

    pub fn body(&mut self) -> TeacherBody {
        let world = self.app.world_mut();
        *world.query::<&TeacherBody>().single(world).expect("one teacher")
    }

    pub fn wearer(&self) -> Wearer {
        *self.app.world().resource::<Wearer>()
    }

    /// Sends what the wearer does, and waits until the application knows.
    pub fn act(&mut self) {
        self.remote.send().expect("the service hears");
        // What was sent is seen a frame or two later.
        self.frames(3);
    }

    /// Turns the head, in degrees from where the headset's room faces: to the left, and up.
    pub fn look(&mut self, yaw: f32, pitch: f32) {
        self.remote.state.head = Pose::new([0.0, 1.65, 0.0], yaw, pitch);
        self.act();
    }

    fn root(&mut self) -> Transform {
        let world = self.app.world_mut();
        *world.query_filtered::<&Transform, With<TrackingRoot>>().single(world).expect("one root")
    }

    /// Points the right hand at something in the classroom, correcting itself by where it points as a person does.
    fn point(&mut self, mut target: impl FnMut(&mut Self) -> Vec3) {
        for _ in 0..20 {
            let root = self.root();
            let head = self.wearer().head.expect("a head");
            // The hand is below and to the right of the eyes.
            let place = Vec3::from(head.translation) + head.rotation * Vec3::new(0.18, -0.25, -0.3);
            let local = root.rotation.inverse() * (place - root.translation);
            let aim = self.wearer().aims[RIGHT].expect("the hand is seen");
            let at = target(self);
            let (is, wanted) = (aim.rotation * Vec3::NEG_Z, (at - Vec3::from(aim.translation)).normalize());
            let hand = &mut self.remote.state.hands[RIGHT];
            let is_there = Vec3::from_array(hand.pose.position).distance(local) < 0.01;
            if is_there && is.dot(wanted) > 0.999_99 {
                return;
            }
            let turn = root.rotation.inverse() * Quat::from_rotation_arc(is, wanted) * root.rotation;
            hand.pose.position = local.to_array();
            hand.pose.rotation = (turn * Quat::from_array(hand.pose.rotation)).normalize().to_array();
            self.act();
        }
    }

    /// Pulls the right trigger and lets it go.
    pub fn pull_trigger(&mut self) {
        for pulled in [1.0, 0.0] {
            self.remote.state.hands[RIGHT].trigger = pulled;
            self.act();
        }
    }

    /// Pushes the right stick for a while and lets it go. `meanwhile` is done while it is pushed.
    pub fn push_stick(&mut self, stick: [f32; 2], meanwhile: impl FnOnce(&mut Self)) {
        self.remote.state.hands[RIGHT].stick = stick;
        self.act();
        meanwhile(self);
        self.remote.state.hands[RIGHT].stick = [0.0; 2];
        self.act();
    }

    /// Presses the button for the menu, which on this controller is B.
    pub fn press_menu(&mut self) {
        for is_pressed in [true, false] {
            self.remote.state.hands[RIGHT].b = is_pressed;
            self.act();
        }
    }

    /// The middle of a control on the panels whose name contains a text, in points.
    pub fn control(&mut self, name: &str) -> Option<Vec2> {
        let world = self.app.world_mut();
        let mut outputs = world.query_filtered::<&EguiOutput, With<PrimaryEguiContext>>();
        let output = outputs.single(world).ok()?;
        let nodes = &output.platform_output.accesskit_update.as_ref()?.nodes;
        let (_, node) = nodes.iter().find(|(_, node)| {
            let is_control = node.supports_action(bevy_egui::egui::accesskit::Action::Click);
            is_control && node.label().is_some_and(|label| label.contains(name))
        })?;
        let bounds = node.bounds()?;
        Some(Vec2::new((bounds.x0 + bounds.x1) as f32, (bounds.y0 + bounds.y1) as f32) / 2.0)
    }

    /// Where a point of the panels hangs in the room, if a sheet shows it.
    pub fn hangs(&mut self, at: Vec2) -> Option<Vec3> {
        let world = self.app.world_mut();
        let mut sheets = world.query_filtered::<(&Place, &Transform), With<Sheet>>();
        sheets.iter(world).filter(|(place, _)| place.is_shown && place.rect.contains(at)).last().map(
            |(place, sheet)| {
                let share = (at - place.rect.min) / place.rect.size();
                sheet.transform_point(Vec3::new(share.x - 0.5, 0.5 - share.y, 0.0))
            },
        )
    }

    /// Points at a control of the panels and pulls the trigger.
    pub fn choose(&mut self, name: &str) {
        info!("choosing {name}");
        let mut found = None;
        for _ in 0..MOST_UPDATES {
            found = self.control(name);
            if found.is_some() {
                break;
            }
            self.app.update();
        }
        let at =
            found.unwrap_or_else(|| panic!("the control \"{name}\" never came; the screen is {:?}", self.screen()));
        // Panels move a little until they are laid out, and sheets come after the head.
        self.point(|stage| {
            let at = stage.control(name).unwrap_or(at);
            stage.hangs(at).unwrap_or_else(|| panic!("no sheet shows \"{name}\" at {at}"))
        });
        self.pull_trigger();
    }

    /// A picture of what each eye sees, saved under a name.
    pub fn eyes(&mut self, name: &str) -> [image::RgbImage; 2] {
        let film: [Arc<Mutex<Option<Image>>>; 2] = Default::default();
        for at in 0..2_u32 {
            let caught = Arc::clone(&film[at as usize]);
            self.world().spawn(Screenshot(eye(at))).observe(move |captured: On<ScreenshotCaptured>| {
                *caught.lock().expect("nobody panics with it") = Some(captured.image.clone());
            });
        }
        let films = film.clone();
        self.until("the pictures of both eyes", |_| {
            films.iter().all(|film| film.lock().expect("nobody panics with it").is_some())
        });
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("xr");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let pictures = film.map(|film| {
            let image = film.lock().expect("nobody panics with it").take().expect("it was caught");
            image.try_into_dynamic().expect("a format of pictures").to_rgb8()
        });
        for (picture, side) in pictures.iter().zip(["left", "right"]) {
            picture.save(folder.join(format!("{name}-{side}.png"))).expect("the picture is saved");
        }
        pictures
    }

    /// Starts the runtime anew, after it was killed.
    pub fn restart(&mut self) {
        self.service = Some(service(self.port));
        let state = self.remote.state;
        self.remote = Remote::connect(self.port).expect("the service listens");
        self.remote.state = state;
        self.remote.send().expect("the service hears");
    }
}

fn service(port: u16) -> Service {
    let install = Install::find().expect("it was there a moment ago");
    Service::start(&install, &state(), port).unwrap_or_else(|failure| panic!("{failure}"))
}
