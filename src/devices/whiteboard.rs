//! The whiteboard beside the digital board: the course of the lesson, written by hand, with where it is now.

use std::f32::consts::PI;

use bevy::{
    camera::visibility::NoFrustumCulling,
    prelude::*,
    tasks::{AsyncComputeTaskPool, Task, futures::check_ready},
};
use proefles_scenario::{Lang, PhaseId};

use crate::{
    app::{AppSystems, Settings},
    render::{Board, InkMaterial},
    session::ClassroomSession,
    stage::ClassroomPart,
};

use super::{
    canvas::{Area, Canvas, Cut, Picture, Rgb, Style},
    fonts::ScreenFonts,
    sheet::image_of,
};

/// Middle of the whiteboard on the side of the windows, and its size, in metres (`fittings_front.py`).
const MIDDLE: Vec3 = Vec3::new(-1.595, 1.62, 3.5622);
const SIZE: Vec2 = Vec2::new(1.0, 1.13);
/// Size of the picture of what is written, in pixels.
const PIXELS: (u32, u32) = (512, 576);
const BLUE: Rgb = [26, 58, 132];
const RED: Rgb = [178, 38, 34];
const GREEN: Rgb = [20, 104, 58];

/// What is written: the title and the phases of the lesson, and how many of them have begun.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Writing {
    title: String,
    phases: Vec<String>,
    now: usize,
}

/// The whiteboard and what is on it.
#[derive(Resource, Default)]
struct Whiteboard {
    shown: Option<(Writing, Lang)>,
    drawing: Option<(Task<Picture>, (Writing, Lang))>,
}

/// The face of the whiteboard.
#[derive(Component)]
struct Face;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Whiteboard>().add_systems(
        Update,
        (write, take, cull)
            .chain()
            .in_set(AppSystems::React)
            .run_if(resource_exists::<ClassroomSession>.and_then(resource_exists::<ScreenFonts>)),
    );
}

fn write(
    mut board: ResMut<Whiteboard>,
    session: Res<ClassroomSession>,
    settings: Res<Settings>,
    fonts: Res<ScreenFonts>,
    faces: Query<(), With<Face>>,
    mut asked: Local<Option<(PhaseId, Lang)>>,
) {
    let (phase, lang) = (session.session().phase().0, settings.lang);
    if board.drawing.is_some() || (*asked == Some((phase, lang)) && !faces.is_empty()) {
        return;
    }
    *asked = Some((phase, lang));
    let scenario = session.scenario();
    let writing = Writing {
        title: scenario.text(lang, scenario.title).to_owned(),
        phases: scenario.phases.iter().map(|phase| scenario.text(lang, phase.title).to_owned()).collect(),
        now: phase.index(),
    };
    if faces.is_empty() {
        board.shown = None;
    }
    if board.shown.as_ref() == Some(&(writing.clone(), lang)) {
        return;
    }
    let (words, fonts) = (writing.clone(), fonts.0.clone());
    let task = AsyncComputeTaskPool::get().spawn(async move { words.draw(Canvas::clear(PIXELS.0, PIXELS.1, fonts)) });
    board.drawing = Some((task, (writing, lang)));
}

fn take(
    mut commands: Commands,
    mut board: ResMut<Whiteboard>,
    faces: Query<&MeshMaterial3d<InkMaterial>, With<Face>>,
    mut images: ResMut<Assets<Image>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<InkMaterial>>,
) {
    let Some((task, _)) = &mut board.drawing else { return };
    let Some(picture) = check_ready(task) else { return };
    board.shown = board.drawing.take().map(|(_, writing)| writing);
    let material = InkMaterial::new(Board::White, images.add(image_of(picture)));
    if let Some(mut known) = faces.iter().next().and_then(|face| materials.get_mut(&face.0)) {
        *known = material;
        return;
    }
    commands.spawn((
        Name::new("whiteboard"),
        ClassroomPart,
        Face,
        // At first it is drawn wherever one looks, so that its shader is not compiled in the lesson.
        NoFrustumCulling,
        Mesh3d(meshes.add(Rectangle::from_size(SIZE))),
        MeshMaterial3d(materials.add(material)),
        Transform::from_translation(MIDDLE).with_rotation(Quat::from_rotation_y(PI)),
    ));
}

/// From the third picture on, the whiteboard is drawn where it is seen.
fn cull(
    mut commands: Commands,
    cameras: Query<&Camera, With<Camera3d>>,
    faces: Query<Entity, (With<Face>, With<NoFrustumCulling>)>,
    mut drawn: Local<u32>,
) {
    let Ok(face) = faces.single() else {
        *drawn = 0;
        return;
    };
    *drawn += u32::from(cameras.iter().any(|camera| camera.is_active));
    if *drawn > 1 {
        commands.entity(face).remove::<NoFrustumCulling>();
    }
}

impl Writing {
    fn draw(&self, mut canvas: Canvas) -> Picture {
        let (wide, high) = (PIXELS.0 as f32, PIXELS.1 as f32);
        // Below the magnets that hang there.
        let hand = |size: f32, colour: Rgb| Style { cut: Cut::Bold, size, colour, centred: false };
        let below = canvas.text(Area::new(36.0, 62.0, wide - 72.0, 100.0), hand(44.0, BLUE), &self.title);
        line(&mut canvas, (34.0, below + 8.0), (wide - 90.0, below + 4.0), 3.2, RED);
        let top = below + 34.0;
        let step = ((high - top - 30.0) / self.phases.len().max(1) as f32).min(74.0);
        for (at, phase) in self.phases.iter().enumerate() {
            let y = top + at as f32 * step;
            let middle = y + step * 0.36;
            if at < self.now {
                // Done: a tick.
                line(&mut canvas, (40.0, middle), (50.0, middle + 11.0), 3.0, GREEN);
                line(&mut canvas, (50.0, middle + 11.0), (70.0, middle - 14.0), 3.0, GREEN);
            } else if at == self.now {
                line(&mut canvas, (32.0, middle), (70.0, middle - 1.0), 3.4, RED);
                line(&mut canvas, (70.0, middle - 1.0), (57.0, middle - 11.0), 3.4, RED);
                line(&mut canvas, (70.0, middle - 1.0), (57.0, middle + 11.0), 3.4, RED);
            } else {
                canvas.disc(54.0, middle, 5.0, BLUE);
            }
            let colour = if at == self.now { RED } else { BLUE };
            let area = Area::new(88.0, y, wide - 110.0, step * 0.95);
            canvas.text(area, hand((step * 0.52).min(33.0), colour), phase);
        }
        canvas.into_levels()
    }
}

/// A line as a pen draws it: pressed down where it begins, and thinner where it ends.
fn line(canvas: &mut Canvas, from: (f32, f32), to: (f32, f32), width: f32, colour: Rgb) {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let length = x.hypot(y).max(1e-3);
    let (across_x, across_y) = (-y / length, x / length);
    let side = |at: (f32, f32), half: f32| (at.0 + across_x * half, at.1 + across_y * half);
    let (thick, thin) = (width, 0.6 * width);
    canvas.polygon(&[side(from, thick), side(to, thin), side(to, -thin), side(from, -thick)], colour);
    canvas.disc(from.0, from.1, thick, colour);
    canvas.disc(to.0, to.1, thin, colour);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn what_has_begun_is_marked_and_the_mark_goes_on() {
        let writing =
            |now| Writing { title: "Les".to_owned(), phases: vec!["Start".to_owned(), "Quiz".to_owned()], now };
        let draw = |now: usize| writing(now).draw(Canvas::clear(PIXELS.0, PIXELS.1, Arc::default())).data;
        assert!(draw(0).iter().any(|part| *part > 0), "there are marks even without fonts");
        assert_ne!(draw(0), draw(1));
    }
}
