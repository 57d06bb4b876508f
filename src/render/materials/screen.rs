//! Screens: bright and clear from before, pale and mirroring from the side. What each shows is a picture on a sheet.

use bevy::{
    mesh::MeshTag,
    prelude::*,
    render::render_resource::{AsBindGroup, ShaderType},
    shader::ShaderRef,
};

use super::SCREEN;

/// How bright a screen's white is: a little brighter than white paper.
const GLOW: f32 = 1.15;
/// How much of the room a screen mirrors, for a smooth pane of glass 1.
const GLOSS: f32 = 1.0;
/// How long each picture of a state that moves is shown, in seconds.
const STEP_SECS: f32 = 0.14;

/// What all screens of a sheet have in common.
#[derive(Debug, Clone, Copy, ShaderType)]
struct Look {
    grid: Vec4,
    look: Vec4,
}

/// A screen that shows pictures of a sheet.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone)]
pub struct ScreenMaterial {
    #[uniform(0)]
    look: Look,
    #[texture(1)]
    #[sampler(2)]
    sheet: Handle<Image>,
}

impl ScreenMaterial {
    /// Screens for a sheet of so many pictures beside and below each other, with an edge of each that is not shown, as shares
    /// of the picture.
    pub fn new(sheet: Handle<Image>, grid: UVec2, edge: Vec2) -> Self {
        let look =
            Look { grid: grid.as_vec2().extend(edge.x).extend(edge.y), look: Vec4::new(GLOW, GLOSS, STEP_SECS, 0.0) };
        Self { look, sheet }
    }

    /// A screen for one picture.
    pub fn single(picture: Handle<Image>) -> Self {
        Self::new(picture, UVec2::ONE, Vec2::ZERO)
    }
}

impl Material for ScreenMaterial {
    fn fragment_shader() -> ShaderRef {
        ShaderRef::Handle(SCREEN.0)
    }
}

/// Says which picture a screen shows: the first, and how many follow each other from there.
pub fn screen_tag(first: u32, count: u32) -> MeshTag {
    MeshTag(first & 255 | (count & 255) << 8)
}

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(MaterialPlugin::<ScreenMaterial>::default());
}
