//! Takes pictures of the application as it is walked through.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use bevy::camera::ImageRenderTarget;
use bevy::prelude::*;
use proefles::app::{AppConfig, Quality};
use proefles::content::Library;
use proefles::pictures::PictureTarget;
use proefles::session::ClassroomSession;
use proefles_scenario::{Lang, Scenario};
use proefles_sim::EventKind;

use crate::bodies;
use crate::compare::Picture;
use crate::offscreen::Offscreen;
use crate::shot::shot;

/// Length of a tick.
pub const TICK: Duration = Duration::from_millis(100);
/// Size of the pictures in pixels. Panels are laid out as in a window of 1280 by 720 and scaled to this.
const SIZE: UVec2 = UVec2::new(960, 540);
const SCALE: f32 = 0.75;
/// Most ticks in a frame that is not drawn.
const STRIDE: u32 = 20;
/// Ticks that pass one by one before a picture, so that bodies have blended into place.
const LEAD: u32 = 12;
/// Frames of a panel before its picture, and time for each: what fades in has come. They need not be drawn.
const PANEL_FRAMES: u32 = 6;
const PANEL_FRAME: Duration = Duration::from_millis(50);

/// The application and the film.
pub struct Studio {
    pub stage: Offscreen,
    target: ImageRenderTarget,
    /// First names of the students who are to be seen in the latest picture.
    pub in_view: BTreeSet<String>,
}

impl Studio {
    /// The application in its title screen, in Dutch; `None` on a machine without a graphics adapter.
    pub fn open() -> Option<Self> {
        let config =
            AppConfig { lang: Some(Lang::Nl), quality: Some(Quality::Medium), size: SIZE, ..AppConfig::default() };
        let mut stage = Offscreen::new(config)?;
        let mut target = stage.app.world_mut().resource_mut::<PictureTarget>();
        target.0.scale_factor = SCALE;
        let target = target.0.clone();
        stage.until("the lessons that come with the application", |world| {
            !world.resource::<Library>().entries.is_empty()
        });
        Some(Self { stage, target, in_view: BTreeSet::new() })
    }

    pub fn world(&mut self) -> &mut World {
        self.stage.app.world_mut()
    }

    /// A lesson of the library.
    fn lesson(&mut self, id: &str) -> Arc<Scenario> {
        let entries = &self.world().resource::<Library>().entries;
        let found = entries.iter().filter_map(|entry| entry.scenario.as_ref()).find(|scenario| scenario.id == id);
        found.unwrap_or_else(|| panic!("the library has no lesson {id}")).clone()
    }

    /// Tick of the lesson.
    pub fn now(&mut self) -> u32 {
        self.world().resource::<ClassroomSession>().session().now()
    }

    /// Lets the lesson go on to a tick, the last second in small steps.
    pub fn pass_to(&mut self, tick: u32) {
        while self.now() < tick {
            let left = tick - self.now();
            let ticks = if left > LEAD { (left - LEAD).min(STRIDE) } else { 1 };
            self.stage.frame(TICK * ticks, false);
        }
    }

    /// Lets the lesson go on until something happens for the first time, and then so many ticks.
    pub fn pass_to_event(&mut self, is_it: impl Fn(&EventKind) -> bool, then: u32) {
        let session = self.world().resource::<ClassroomSession>();
        // Nothing is commanded on the way, so the course is known.
        let course = session.foresee(session.scenario().duration_ticks);
        let event = course.events().iter().find(|event| is_it(&event.kind)).expect("the lesson comes to it");
        self.pass_to(event.tick + then);
    }

    /// A picture of a screen without a room, once its panels have come.
    pub fn panel(&mut self) -> Picture {
        for _ in 0..PANEL_FRAMES {
            self.stage.frame(PANEL_FRAME, false);
        }
        self.shot()
    }

    /// Loads a lesson up to its briefing, and checks that everybody has a body.
    pub fn enter(&mut self, lesson: &str) {
        let lesson = self.lesson(lesson);
        let students = lesson.students.len();
        self.stage.enter(lesson);
        self.stage.until("the students' bodies", |world| {
            let bodies = bodies::bodies(world);
            bodies.len() == students && bodies.iter().all(|body| body.joint("head").is_ok())
        });
    }

    /// A picture of the lesson, in which no time passes.
    pub fn room(&mut self) -> Picture {
        // Whoever was put elsewhere has their eyes there in the next frame, and sees other levels of detail in the one after.
        for _ in 0..3 {
            self.stage.frame(Duration::ZERO, false);
        }
        self.stage.until_screens_are_drawn();
        self.shot()
    }

    fn shot(&mut self) -> Picture {
        let image = shot(&mut self.stage, &self.target, |world| self.in_view = bodies::in_view(world));
        let (width, height) = (image.width() as usize, image.height() as usize);
        Picture { width, height, pixels: image.pixels().map(|pixel| pixel.0).collect() }
    }
}
