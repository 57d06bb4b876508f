//! The pictures behind the screens, painted with a few soft shapes: they need no file and no time to load.

use bevy_egui::egui::{Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::ui::theme::{color, see_through};

const SKY_TOP: Color32 = Color32::from_rgb(0xbf, 0xdf, 0xe6);
const SKY_LOW: Color32 = Color32::from_rgb(0xfd, 0xee, 0xd6);
const SUN: Color32 = Color32::from_rgb(0xff, 0xd9, 0x8e);
const HILLS: [Color32; 3] =
    [Color32::from_rgb(0xb7, 0xd3, 0xbd), Color32::from_rgb(0x8f, 0xba, 0x9f), Color32::from_rgb(0x5f, 0x98, 0x85)];
const WOOD: Color32 = Color32::from_rgb(0xd8, 0xb0, 0x84);
const WOOD_LIGHT: Color32 = Color32::from_rgb(0xe6, 0xc6, 0x9f);
const WALL: Color32 = Color32::from_rgb(0xfb, 0xf4, 0xe9);
const WALL_LOW: Color32 = Color32::from_rgb(0xf3, 0xe6, 0xd3);

/// A wall in soft light, for screens without a picture.
pub fn backdrop(ui: &Ui, rect: Rect) {
    gradient(ui.painter(), rect, WALL, WALL_LOW);
}

/// A classroom window with a view, a sill with books and a plant: the title's picture.
pub fn window_picture(ui: &Ui, rect: Rect) {
    let painter = ui.painter_at(rect.expand(24.0));
    let frame = 16.0;
    let sill = rect.height() * 0.09;
    let glass = Rect::from_min_max(rect.min, pos2(rect.max.x, rect.max.y - sill));
    painter.rect_filled(
        glass.expand(frame).translate(vec2(0.0, 8.0)),
        CornerRadius::same(26),
        Color32::from_black_alpha(18),
    );
    painter.rect_filled(glass.expand(frame), CornerRadius::same(24), Color32::WHITE);
    gradient(&painter, glass, SKY_TOP, SKY_LOW);
    let sun = pos2(glass.left() + glass.width() * 0.72, glass.top() + glass.height() * 0.36);
    for (grow, alpha) in [(2.3, 26), (1.7, 40), (1.25, 70)] {
        painter.circle_filled(sun, glass.width() * 0.085 * grow, see_through(SUN, alpha));
    }
    painter.circle_filled(sun, glass.width() * 0.085, SUN);
    cloud(
        &painter.with_clip_rect(glass),
        pos2(glass.left() + glass.width() * 0.25, glass.top() + glass.height() * 0.22),
        glass.width() * 0.06,
    );
    cloud(
        &painter.with_clip_rect(glass),
        pos2(glass.left() + glass.width() * 0.5, glass.top() + glass.height() * 0.13),
        glass.width() * 0.04,
    );
    for (at, tone) in HILLS.into_iter().enumerate() {
        let base = 0.62 + at as f32 * 0.12;
        hill(&painter, glass, base, at as f32 * 1.9 + 0.4, 0.07 - at as f32 * 0.01, tone);
    }
    for (x, y, size) in [(0.14, 0.80, 0.055), (0.2, 0.83, 0.045), (0.86, 0.78, 0.06)] {
        tree(&painter.with_clip_rect(glass), glass, x, y, glass.width() * size);
    }
    let bar = 10.0;
    painter.rect_filled(Rect::from_center_size(glass.center(), vec2(bar, glass.height())), 0.0, Color32::WHITE);
    let rail =
        Rect::from_center_size(pos2(glass.center().x, glass.top() + glass.height() * 0.3), vec2(glass.width(), bar));
    painter.rect_filled(rail, 0.0, Color32::WHITE);
    painter.rect_stroke(glass, CornerRadius::same(10), Stroke::new(frame, Color32::WHITE), StrokeKind::Middle);
    sill_with_things(&painter, glass, frame, sill);
}

fn sill_with_things(painter: &Painter, glass: Rect, frame: f32, sill: f32) {
    let board = Rect::from_min_size(
        pos2(glass.left() - frame * 1.8, glass.bottom() + frame * 0.2),
        vec2(glass.width() + frame * 3.6, sill * 0.55),
    );
    painter.rect_filled(board.translate(vec2(0.0, 6.0)), CornerRadius::same(8), Color32::from_black_alpha(24));
    painter.rect_filled(board, CornerRadius::same(8), WOOD);
    let lit = Rect::from_min_size(board.min, vec2(board.width(), board.height() * 0.4));
    painter.rect_filled(lit, CornerRadius::same(8), WOOD_LIGHT);
    let floor = board.top();
    let unit = glass.width() * 0.022;
    let mut x = glass.left() + glass.width() * 0.07;
    for (width, height, tone) in [
        (1.6, 7.6, color::PRIMARY),
        (1.2, 6.6, color::ACCENT_BRIGHT),
        (1.9, 8.2, Color32::from_rgb(0x4a, 0x6f, 0xa5)),
        (1.3, 7.0, Color32::from_rgb(0xd9, 0x6c, 0x4f)),
        (1.5, 7.8, Color32::from_rgb(0x7c, 0xa9, 0x82)),
    ] {
        let book = Rect::from_min_size(pos2(x, floor - height * unit), vec2(width * unit, height * unit));
        painter.rect_filled(book, CornerRadius::same(3), tone);
        let band = Rect::from_min_size(pos2(x, floor - height * unit * 0.82), vec2(width * unit, unit * 0.5));
        painter.rect_filled(band, 0.0, see_through(Color32::WHITE, 150));
        x += width * unit + 1.5;
    }
    plant(painter, pos2(glass.right() - glass.width() * 0.12, floor), unit);
}

fn plant(painter: &Painter, foot: Pos2, unit: f32) {
    let leaf = Color32::from_rgb(0x4e, 0x8d, 0x6b);
    for (dx, dy, size) in [(-2.2, -5.8, 1.9), (2.3, -6.2, 2.0), (0.0, -8.0, 2.3), (-1.2, -4.6, 1.6), (1.4, -4.7, 1.7)] {
        painter.circle_filled(foot + vec2(dx * unit, dy * unit), size * unit, leaf);
        painter.circle_filled(
            foot + vec2((dx - 0.4) * unit, (dy - 0.5) * unit),
            size * unit * 0.55,
            see_through(Color32::WHITE, 28),
        );
    }
    let pot = [vec2(-2.0, -3.6), vec2(2.0, -3.6), vec2(1.5, 0.0), vec2(-1.5, 0.0)].map(|at| foot + at * unit).to_vec();
    painter.add(Shape::convex_polygon(pot, Color32::from_rgb(0xc9, 0x76, 0x4f), Stroke::NONE));
    let rim = Rect::from_min_max(foot + vec2(-2.3, -4.2) * unit, foot + vec2(2.3, -3.3) * unit);
    painter.rect_filled(rim, CornerRadius::same(3), Color32::from_rgb(0xd8, 0x88, 0x60));
}

fn cloud(painter: &Painter, at: Pos2, size: f32) {
    for (dx, dy, grow) in [(-1.2, 0.2, 0.7), (0.0, -0.2, 1.0), (1.2, 0.15, 0.75), (0.4, 0.3, 0.8)] {
        painter.circle_filled(at + vec2(dx, dy) * size, size * grow, see_through(Color32::WHITE, 200));
    }
}

fn tree(painter: &Painter, glass: Rect, x: f32, y: f32, size: f32) {
    let foot = pos2(glass.left() + glass.width() * x, glass.top() + glass.height() * y);
    painter.line_segment([foot, foot - vec2(0.0, size)], Stroke::new(size * 0.16, Color32::from_rgb(0x7a, 0x5a, 0x44)));
    painter.circle_filled(foot - vec2(0.0, size * 1.35), size * 0.62, Color32::from_rgb(0x4d, 0x86, 0x70));
    painter.circle_filled(foot - vec2(size * 0.12, size * 1.5), size * 0.38, Color32::from_rgb(0x63, 0x9c, 0x82));
}

/// A hill across the glass: a strip of quads under a wave.
fn hill(painter: &Painter, glass: Rect, base: f32, phase: f32, swing: f32, tone: Color32) {
    const STEPS: u32 = 48;
    let mut mesh = Mesh::default();
    for step in 0..=STEPS {
        let share = step as f32 / STEPS as f32;
        let wave = (share * 4.4 + phase).sin() * swing + (share * 9.7 + phase * 2.0).sin() * swing * 0.3;
        let x = glass.left() + glass.width() * share;
        mesh.colored_vertex(pos2(x, glass.top() + glass.height() * (base - wave)), tone);
        mesh.colored_vertex(pos2(x, glass.bottom()), tone);
        if step > 0 {
            let at = step * 2;
            mesh.add_triangle(at - 2, at - 1, at);
            mesh.add_triangle(at - 1, at + 1, at);
        }
    }
    painter.add(Shape::mesh(mesh));
}

fn gradient(painter: &Painter, rect: Rect, top: Color32, bottom: Color32) {
    let mut mesh = Mesh::default();
    mesh.colored_vertex(rect.left_top(), top);
    mesh.colored_vertex(rect.right_top(), top);
    mesh.colored_vertex(rect.right_bottom(), bottom);
    mesh.colored_vertex(rect.left_bottom(), bottom);
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    painter.add(Shape::mesh(mesh));
}
