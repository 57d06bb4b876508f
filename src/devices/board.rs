//! The digital board: draws its content on another thread when it changes, and turns the sign for waiting.

use std::f32::consts::{PI, TAU};

use bevy::{
    prelude::*,
    tasks::{AsyncComputeTaskPool, Task, futures::check_ready},
};
use proefles_scenario::BoardShow;

use crate::{
    app::{AppSystems, Settings},
    render::{ScreenMaterial, TierSettings},
    session::ClassroomSession,
    stage::{BoardScreen, ClassroomPart, Landmarks},
};

use super::{
    board_face::BoardFace,
    canvas::{Canvas, Picture},
    fonts::ScreenFonts,
    sheet::image_of,
};

/// The board's picture and how it is made.
#[derive(Resource, Default)]
pub(super) struct Board {
    shown: Option<(BoardFace, u32)>,
    drawing: Option<(Task<Picture>, (BoardFace, u32))>,
    material: Option<Handle<ScreenMaterial>>,
}

impl Board {
    /// Whether a new picture is under way.
    pub fn is_drawing(&self) -> bool {
        self.drawing.is_some()
    }
}

/// The sign for waiting in front of the board's picture.
#[derive(Component)]
struct Spinner;

/// Width of the sign for waiting, in metres.
const SPINNER_METRES: f32 = 0.34;
/// Steps in which it goes round, and steps a second.
const SPINNER_STEPS: f32 = 10.0;
const SPINNER_RATE: f32 = 9.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Board>().add_systems(
        Update,
        (hang, draw, take, wait)
            .chain()
            .in_set(AppSystems::React)
            .run_if(resource_exists::<ClassroomSession>.and_then(resource_exists::<ScreenFonts>)),
    );
}

/// Gives a new board its material and its sign for waiting.
fn hang(
    mut commands: Commands,
    mut board: ResMut<Board>,
    fonts: Res<ScreenFonts>,
    landmarks: Res<Landmarks>,
    screens: Query<Entity, Added<BoardScreen>>,
    spinners: Query<(), With<Spinner>>,
    mut images: ResMut<Assets<Image>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<StandardMaterial>>,
    mut screen_materials: ResMut<Assets<ScreenMaterial>>,
) {
    for screen in &screens {
        let dark = || Canvas::new(1, 1, [12, 14, 18], fonts.0.clone()).into_levels();
        let material = board
            .material
            .get_or_insert_with(|| screen_materials.add(ScreenMaterial::single(images.add(image_of(dark())))))
            .clone();
        commands.entity(screen).remove::<MeshMaterial3d<StandardMaterial>>().insert(MeshMaterial3d(material));
        board.shown = None;
        if !spinners.is_empty() {
            continue;
        }
        let mut sign = Canvas::clear(128, 128, fonts.0.clone());
        sign.spinner(64.0, 64.0, 46.0, 0.0, [250, 250, 246], [44, 58, 70]);
        let material = StandardMaterial {
            base_color_texture: Some(images.add(image_of(sign.into_levels()))),
            alpha_mode: AlphaMode::Blend,
            unlit: true,
            ..default()
        };
        commands.spawn((
            Name::new("sign for waiting"),
            ClassroomPart,
            Spinner,
            Mesh3d(meshes.add(Rectangle::new(SPINNER_METRES, SPINNER_METRES))),
            MeshMaterial3d(materials.add(material)),
            Transform::from_translation(landmarks.board - Vec3::Z * 0.006).with_rotation(Quat::from_rotation_y(PI)),
            Visibility::Hidden,
        ));
    }
}

fn draw(
    mut board: ResMut<Board>,
    session: Res<ClassroomSession>,
    settings: Res<Settings>,
    tier: Res<TierSettings>,
    fonts: Res<ScreenFonts>,
) {
    if board.drawing.is_some() || board.material.is_none() {
        return;
    }
    let face = BoardFace::of(session.session().board(), session.scenario(), settings.lang);
    let wanted = (face, tier.board_height);
    if board.shown.as_ref() == Some(&wanted) {
        return;
    }
    let (face, height, fonts) = (wanted.0.clone(), wanted.1, fonts.0.clone());
    let task = AsyncComputeTaskPool::get().spawn(async move { face.draw(height, fonts) });
    board.drawing = Some((task, wanted));
}

fn take(mut board: ResMut<Board>, mut images: ResMut<Assets<Image>>, mut materials: ResMut<Assets<ScreenMaterial>>) {
    let Some((task, _)) = &mut board.drawing else { return };
    let Some(picture) = check_ready(task) else { return };
    let shown = board.drawing.take().map(|(_, face)| face);
    let image = images.add(image_of(picture));
    if let Some(mut material) = board.material.as_ref().and_then(|material| materials.get_mut(material)) {
        *material = ScreenMaterial::single(image);
    }
    board.shown = shown;
}

fn wait(
    session: Res<ClassroomSession>,
    time: Res<Time>,
    mut spinners: Query<(&mut Transform, &mut Visibility), With<Spinner>>,
) {
    let waits = session.session().board() == BoardShow::Loading;
    for (mut place, mut visibility) in &mut spinners {
        visibility.set_if_neq(if waits { Visibility::Inherited } else { Visibility::Hidden });
        if waits {
            let step = (time.elapsed_secs() * SPINNER_RATE).floor() / SPINNER_STEPS;
            place.rotation = Quat::from_rotation_y(PI) * Quat::from_rotation_z(-step.fract() * TAU);
        }
    }
}
