//! Sets up every camera of the application that looks at the room.

use bevy::{
    camera::Exposure,
    core_pipeline::tonemapping::Tonemapping,
    prelude::*,
    render::view::{ColorGrading, ColorGradingGlobal},
};

use crate::app::AppSystems;

use super::{TierSettings, light::RoomLight};

/// Where the room is seen from: the eyes of whoever teaches. Levels of detail and the gaze of students go by it.
#[derive(Resource, Debug, Clone, Copy, PartialEq)]
pub struct ViewPoint(pub Vec3);

impl Default for ViewPoint {
    fn default() -> Self {
        Self(Vec3::new(0.0, 1.65, 2.6))
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_observer(set_up).add_systems(Update, (view_point, follow_tier).in_set(AppSystems::ReadSession));
}

fn set_up(added: On<Add, Camera3d>, mut commands: Commands, tier: Res<TierSettings>, light: Res<RoomLight>) {
    commands.entity(added.entity).insert((
        Tonemapping::TonyMcMapface,
        Exposure::BLENDER,
        tier.msaa,
        grading(),
        light.environment(),
    ));
}

/// A little more colour than the tone mapping leaves.
fn grading() -> ColorGrading {
    ColorGrading { global: ColorGradingGlobal { exposure: 0.05, post_saturation: 1.12, ..default() }, ..default() }
}

fn follow_tier(tier: Res<TierSettings>, mut cameras: Query<&mut Msaa, With<Camera3d>>) {
    if tier.is_changed() {
        for mut msaa in &mut cameras {
            msaa.set_if_neq(tier.msaa);
        }
    }
}

/// The middle between the eyes, where there are two. Eyes that rest between two pictures are still where they are.
fn view_point(mut view: ResMut<ViewPoint>, cameras: Query<&GlobalTransform, With<Camera3d>>) {
    let (mut sum, mut count) = (Vec3::ZERO, 0.0);
    for place in &cameras {
        sum += place.translation();
        count += 1.0;
    }
    if count > 0.0 {
        view.set_if_neq(ViewPoint(sum / count));
    }
}
