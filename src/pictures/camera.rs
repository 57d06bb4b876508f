//! Off-screen, every camera that would draw to the window draws to one picture, and rests between pictures.

use bevy::camera::{ImageRenderTarget, RenderTarget};
use bevy::prelude::*;
use bevy::render::render_resource::TextureFormat;

use crate::app::AppConfig;

/// Where the cameras draw to instead of a window.
#[derive(Resource, Debug, Clone)]
pub struct PictureTarget(pub ImageRenderTarget);

/// Whether the cameras rest: lesson time passes without being drawn.
#[derive(Resource, Debug, Default, PartialEq, Eq)]
pub struct Resting(pub bool);

/// A camera that was active before it was put to rest.
#[derive(Component)]
struct WasActive;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Resting>();
    let config = app.world().resource::<AppConfig>();
    if !config.shell.renders() {
        return;
    }
    let size = config.size;
    let image = Image::new_target_texture(size.x, size.y, TextureFormat::Rgba8UnormSrgb, None);
    let handle = app.world_mut().resource_mut::<Assets<Image>>().add(image);
    app.insert_resource(PictureTarget(handle.into()))
        .add_observer(redirect)
        .add_systems(PostUpdate, (wake, rest).before(bevy::camera::visibility::VisibilitySystems::CheckVisibility));
}

fn redirect(added: On<Add, Camera>, mut commands: Commands, target: Res<PictureTarget>, targets: Query<&RenderTarget>) {
    let draws_to_window = targets.get(added.entity).is_ok_and(|target| matches!(target, RenderTarget::Window(_)));
    if draws_to_window {
        commands.entity(added.entity).insert(RenderTarget::Image(target.0.clone()));
    }
}

fn rest(mut commands: Commands, resting: Res<Resting>, mut cameras: Query<(Entity, &mut Camera), Without<WasActive>>) {
    if !resting.0 {
        return;
    }
    for (entity, mut camera) in &mut cameras {
        if camera.is_active {
            camera.is_active = false;
            commands.entity(entity).insert(WasActive);
        }
    }
}

fn wake(mut commands: Commands, resting: Res<Resting>, mut cameras: Query<(Entity, &mut Camera), With<WasActive>>) {
    if resting.0 {
        return;
    }
    for (entity, mut camera) in &mut cameras {
        camera.is_active = true;
        commands.entity(entity).remove::<WasActive>();
    }
}
