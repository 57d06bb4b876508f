//! Panels in the room, for a headset: the same screens as on the desktop, drawn by egui into one picture. Sheets show
//! parts of it, each where it is comfortable, and hands point at them.

mod layout;
mod material;
mod place;
mod point;

use bevy::camera::ImageRenderTarget;
use bevy::camera::RenderTarget;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::light::{NotShadowCaster, NotShadowReceiver};
use bevy::prelude::*;
use bevy::render::render_resource::TextureFormat;
use bevy::window::WindowRef;

use crate::app::{AppConfig, AppSystems, Quality, Settings, Shell};
use crate::third_party::egui::PanelCamera;
use crate::third_party::openxr::{Headset, Presence};

pub use layout::Part;
use material::SheetMaterial;
pub use place::Place;

/// Size of the panels' picture in points: what a sheet of comfortable width holds in large text.
pub const POINTS: Vec2 = Vec2::new(1000.0, 680.0);
/// Width of a point at a metre's distance, in metres: the smallest text, 14 points, is 1.2° high.
pub const POINT: f32 = 0.0015;

/// A sheet that shows a part of the panels.
#[derive(Component, Debug, Clone, Copy, PartialEq)]
pub struct Sheet(pub Part);

/// The panels' picture.
#[derive(Resource, Debug, Clone)]
pub struct Picture(pub ImageRenderTarget);

pub(super) fn plugin(app: &mut App) {
    if app.world().resource::<AppConfig>().shell != Shell::Xr {
        return;
    }
    app.add_plugins((material::plugin, point::plugin))
        .add_systems(Startup, spawn)
        .add_systems(Update, (aim_camera, layout::choose, place::follow).chain().in_set(AppSystems::Ui));
}

/// Pixels of the picture for each point; no more than eyes of this size in pixels can tell apart.
fn sharpness(quality: Quality, eyes: Option<UVec2>) -> f32 {
    let wanted = match quality {
        Quality::Low => 1.25,
        Quality::Medium => 2.0,
        Quality::High => 2.5,
    };
    let seen = eyes.map_or(wanted, |eyes| eyes.y as f32 / EYE_DEG * POINT.to_degrees() * 1.5);
    wanted.min(seen).max(0.5)
}

/// How much an eye sees from top to bottom, in degrees: about as much in every headset.
const EYE_DEG: f32 = 95.0;

fn spawn(
    mut commands: Commands,
    settings: Res<Settings>,
    config: Res<AppConfig>,
    mut images: ResMut<Assets<Image>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<SheetMaterial>>,
) {
    let scale = sharpness(settings.quality, config.eyes);
    let size = (POINTS * scale).as_uvec2();
    let image = images.add(Image::new_target_texture(size.x, size.y, TextureFormat::Rgba8UnormSrgb, None));
    let target = ImageRenderTarget { handle: image.clone(), scale_factor: scale };
    commands.insert_resource(Picture(target));
    let mesh = meshes.add(Rectangle::new(1.0, 1.0));
    for part in Part::ALL {
        let material = materials.add(SheetMaterial::new(image.clone()));
        commands.spawn((
            Name::new("sheet"),
            Sheet(part),
            Place::default(),
            Mesh3d(mesh.clone()),
            MeshMaterial3d(material),
            Transform::from_scale(Vec3::ZERO),
            NoFrustumCulling,
            NotShadowCaster,
            NotShadowReceiver,
        ));
    }
}

/// The panels are in the room while the headset is there, and in the window when it is not.
fn aim_camera(
    headset: Res<Headset>,
    picture: Res<Picture>,
    mut cameras: Query<(&mut RenderTarget, &mut Camera), With<PanelCamera>>,
) {
    for (mut target, mut camera) in &mut cameras {
        let in_room = headset.presence != Presence::None;
        if matches!(*target, RenderTarget::Image(_)) == in_room {
            continue;
        }
        *target =
            if in_room { RenderTarget::Image(picture.0.clone()) } else { RenderTarget::Window(WindowRef::Primary) };
        camera.output_mode = PanelCamera::output(in_room);
    }
}
