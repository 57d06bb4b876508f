//! One picture of what the application draws now.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bevy::camera::{ImageRenderTarget, RenderTarget};
use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};

use crate::offscreen::Offscreen;

/// Draws a frame in which no time passes, and returns it without its alpha channel, which holds brightness. The world can be
/// asked what is in view in that very frame.
pub fn shot(stage: &mut Offscreen, target: &ImageRenderTarget, ask: impl FnOnce(&mut World)) -> image::RgbImage {
    let caught: Arc<Mutex<Option<Image>>> = Arc::default();
    let film = Arc::clone(&caught);
    let target = RenderTarget::Image(target.clone());
    stage.app.world_mut().spawn(Screenshot(target)).observe(move |captured: On<ScreenshotCaptured>| {
        *film.lock().expect("nobody panics with it") = Some(captured.image.clone());
    });
    stage.frame(Duration::ZERO, true);
    ask(stage.app.world_mut());
    stage.until("the picture", |_| caught.lock().expect("nobody panics with it").is_some());
    let image = caught.lock().expect("nobody panics with it").take().expect("it was caught");
    image.try_into_dynamic().expect("a format of pictures").to_rgb8()
}
