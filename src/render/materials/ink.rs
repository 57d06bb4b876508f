//! Writing boards: ink of felt pens on white, chalk on black.

use bevy::{
    prelude::*,
    render::render_resource::{AsBindGroup, ShaderType},
    shader::ShaderRef,
};

use super::INK;

/// A board that is written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Board {
    /// White, for felt pens.
    White,
    /// Dark, for chalk.
    Black,
}

#[derive(Debug, Clone, Copy, ShaderType)]
struct Ground {
    board: Vec4,
}

/// A board with what is written on it.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone)]
pub struct InkMaterial {
    #[uniform(0)]
    ground: Ground,
    #[texture(1)]
    #[sampler(2)]
    writing: Handle<Image>,
}

impl InkMaterial {
    /// A board with this writing: a picture of the pens' colours, and in its alpha of how much of them is there.
    pub fn new(board: Board, writing: Handle<Image>) -> Self {
        Self { ground: ground(board), writing }
    }

    /// The same writing on another board.
    pub fn on(self, board: Board) -> Self {
        Self { ground: ground(board), ..self }
    }
}

fn ground(board: Board) -> Ground {
    let board = match board {
        Board::White => Vec4::new(1.02, 1.03, 1.01, 0.0),
        Board::Black => Vec4::new(0.022, 0.045, 0.036, 1.0),
    };
    Ground { board }
}

impl Material for InkMaterial {
    fn fragment_shader() -> ShaderRef {
        ShaderRef::Handle(INK.0)
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(MaterialPlugin::<InkMaterial>::default());
}
