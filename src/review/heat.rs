//! The room from above as a map of heat: where attention was, and where the teacher looked. Every seat also says it in figures,
//! so that nothing rests on colour; the colours are a scale that all eyes tell apart (cividis, Nuñez and others 2018).

use bevy_egui::egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Mesh, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, WidgetType, pos2, vec2,
};
use proefles_review::{HeatReview, SeatReview};

use crate::locales::{Key, Locale};
use crate::ui::{
    theme::color,
    widgets::{segmented, soft, text_scale},
};

/// What the plan shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layer {
    /// How much of the lesson each student was at what was asked.
    #[default]
    Attention,
    /// How long the teacher looked at each.
    Looks,
}

/// Widest the plan is drawn, in points.
const WIDEST: f32 = 620.0;
/// Cells of the map across and down.
const CELLS: (usize, usize) = (42, 36);
/// How far the heat of a seat reaches, in metres.
const REACH: f32 = 0.62;
/// Looks that are shown as dots, at most.
const DOTS: u32 = 6;
/// Share of the lesson on task from which the scale of attention begins: less is rare.
const LEAST: f32 = 0.4;
/// The scale from little to much.
const SCALE: [[u8; 3]; 5] = [[255, 234, 70], [186, 174, 108], [124, 123, 120], [65, 77, 107], [0, 32, 76]];

/// Shows the plan, with a switch between its layers and a legend.
pub fn heat_ui(ui: &mut Ui, heat: &HeatReview, layer: &mut Layer, text: &Locale) {
    let layers = [(Layer::Attention, text.t(Key::ReviewHeatAttention)), (Layer::Looks, text.t(Key::ReviewHeatLooks))];
    segmented(ui, layer, &layers);
    soft(ui, &text.t(if *layer == Layer::Attention { Key::ReviewHeatAttentionHelp } else { Key::ReviewHeatLooksHelp }));
    plan(ui, heat, *layer, text);
    legend(ui, text);
}

/// How hot a seat is, from 0 to 1.
fn value(seat: &SeatReview, heat: &HeatReview, layer: Layer) -> f32 {
    match layer {
        Layer::Attention => ((f32::from(seat.on_task_permille) / 1000.0 - LEAST) / (1.0 - LEAST)).max(0.0),
        Layer::Looks => {
            let most = heat.seats.iter().map(|seat| seat.looked_ticks).max().unwrap_or_default().max(1);
            seat.looked_ticks as f32 / most as f32
        }
    }
}

/// A seat's figure in words.
fn figure(seat: &SeatReview, layer: Layer, text: &Locale) -> String {
    match layer {
        Layer::Attention => text.percent(seat.on_task_permille),
        Layer::Looks => text.seconds(seat.looked_ticks),
    }
}

fn plan(ui: &mut Ui, heat: &HeatReview, layer: Layer, text: &Locale) {
    let (wide, deep) = (heat.width_mm.max(1000) as f32 / 1000.0, heat.depth_mm.max(1000) as f32 / 1000.0);
    let scale = ui.available_width().min(WIDEST * text_scale(ui).min(1.4)) / wide;
    let (rect, response) = ui.allocate_exact_size(vec2(wide * scale, deep * scale), Sense::hover());
    let said: Vec<String> =
        heat.seats.iter().map(|seat| format!("{} {}", seat.name, figure(seat, layer, text))).collect();
    let spoken = format!("{}: {}", text.t(Key::ReviewHeat), said.join(", "));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &spoken));
    let painter = ui.painter_at(rect);
    painter.rect(rect, CornerRadius::same(10), color::SAND, Stroke::new(1.5, color::LINE), StrokeKind::Inside);
    // As the teacher sees the class: the board is at the top, and x is mirrored with it.
    let place = |seat: &SeatReview| {
        pos2(rect.center().x - seat.x_mm as f32 / 1000.0 * scale, rect.center().y - seat.z_mm as f32 / 1000.0 * scale)
    };
    let spots: Vec<(Pos2, f32)> = heat.seats.iter().map(|seat| (place(seat), value(seat, heat, layer))).collect();
    painter.add(Shape::mesh(field(rect.shrink(3.0), &spots, REACH * scale)));
    let board = Rect::from_center_size(pos2(rect.center().x, rect.top() + 7.0), vec2(rect.width() * 0.3, 7.0));
    painter.rect_filled(board, CornerRadius::same(3), color::PRIMARY);
    let size = (0.21 * scale).clamp(9.0, 15.0);
    for (seat, (at, _)) in heat.seats.iter().zip(&spots) {
        mark(&painter, *at, seat, &figure(seat, layer, text), size);
        if layer == Layer::Looks {
            dots(&painter, *at + vec2(0.0, size * 1.75), seat.looks.min(DOTS), size * 0.16);
        }
    }
}

/// The heat between the seats: each point has the mean of the seats near by, and fades where there are none.
fn field(rect: Rect, spots: &[(Pos2, f32)], reach: f32) -> Mesh {
    let mut mesh = Mesh::default();
    for down in 0..=CELLS.1 {
        for across in 0..=CELLS.0 {
            let at = rect.lerp_inside(vec2(across as f32 / CELLS.0 as f32, down as f32 / CELLS.1 as f32));
            let (mut sum, mut weights) = (0.0, 0.0_f32);
            for (spot, value) in spots {
                let weight = (-at.distance_sq(*spot) / (reach * reach)).exp();
                sum += weight * value;
                weights += weight;
            }
            let [red, green, blue] = shade(if weights > 1e-6 { sum / weights } else { 0.0 });
            // Mixed here, not by transparency, whose edges would be dark.
            let there = 0.9 * (weights * 1.3).min(1.0).powi(2);
            let ground = [color::SAND.r(), color::SAND.g(), color::SAND.b()];
            let mixed =
                |part: u8, under: u8| (f32::from(part) * there + f32::from(under) * (1.0 - there)).round() as u8;
            let colour = Color32::from_rgb(mixed(red, ground[0]), mixed(green, ground[1]), mixed(blue, ground[2]));
            mesh.colored_vertex(at, colour);
        }
    }
    let row = CELLS.0 as u32 + 1;
    for down in 0..CELLS.1 as u32 {
        for across in 0..CELLS.0 as u32 {
            let corner = down * row + across;
            mesh.add_triangle(corner, corner + 1, corner + row);
            mesh.add_triangle(corner + 1, corner + row + 1, corner + row);
        }
    }
    mesh
}

/// A seat's name and figure on a light ground, readable whatever is below.
fn mark(painter: &Painter, at: Pos2, seat: &SeatReview, figure: &str, size: f32) {
    let lay = |text: &str, size: f32| {
        painter.layout_no_wrap(text.to_owned(), FontId::new(size, FontFamily::Proportional), color::INK)
    };
    let (name, figure) = (lay(&seat.name, size * 0.85), lay(figure, size));
    let wide = name.size().x.max(figure.size().x) + 8.0;
    let high = name.size().y + figure.size().y + 2.0;
    let ground = Rect::from_center_size(at, vec2(wide, high));
    painter.rect(ground, CornerRadius::same(5), color::PAPER, Stroke::new(1.0, color::OUTLINE), StrokeKind::Inside);
    let top = pos2(at.x - name.size().x / 2.0, ground.top() + 1.0);
    let below = pos2(at.x - figure.size().x / 2.0, ground.top() + 1.0 + name.size().y);
    painter.galley(top, name, color::INK);
    painter.galley(below, figure, color::INK);
}

/// So many dots in a row: how often the teacher looked.
fn dots(painter: &Painter, at: Pos2, count: u32, radius: f32) {
    for dot in 0..count {
        let x = at.x + (dot as f32 - (count - 1) as f32 / 2.0) * radius * 3.0;
        painter.circle(pos2(x, at.y), radius, color::PAPER, Stroke::new(1.2, color::INK));
    }
}

fn legend(ui: &mut Ui, text: &Locale) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().min(340.0), 22.0), Sense::hover());
    let painter = ui.painter_at(rect);
    let font = FontId::new(14.0, FontFamily::Proportional);
    let less =
        painter.text(rect.left_center(), Align2::LEFT_CENTER, text.t(Key::ReviewHeatLess), font.clone(), color::INK);
    let more = painter.text(rect.right_center(), Align2::RIGHT_CENTER, text.t(Key::ReviewHeatMore), font, color::INK);
    let bar = Rect::from_min_max(
        pos2(less.right() + 8.0, rect.center().y - 6.0),
        pos2(more.left() - 8.0, rect.center().y + 6.0),
    );
    let mut mesh = Mesh::default();
    for (step, [red, green, blue]) in SCALE.into_iter().enumerate() {
        let share = step as f32 / (SCALE.len() - 1) as f32;
        let x = bar.left() + share * bar.width();
        for y in [bar.top(), bar.bottom()] {
            mesh.colored_vertex(pos2(x, y), Color32::from_rgb(red, green, blue));
        }
        if step > 0 {
            let corner = 2 * step as u32 - 2;
            mesh.add_triangle(corner, corner + 1, corner + 2);
            mesh.add_triangle(corner + 1, corner + 3, corner + 2);
        }
    }
    painter.add(Shape::mesh(mesh));
}

/// The colour of a value from 0 to 1: the more, the darker.
fn shade(value: f32) -> [u8; 3] {
    let at = value.clamp(0.0, 1.0) * (SCALE.len() - 1) as f32;
    let low = (at as usize).min(SCALE.len() - 2);
    let share = at - low as f32;
    let mix = |part: usize| f32::from(SCALE[low][part]) * (1.0 - share) + f32::from(SCALE[low + 1][part]) * share;
    [mix(0) as u8, mix(1) as u8, mix(2) as u8]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(x_mm: i32, on_task_permille: u16, looked_ticks: u32) -> SeatReview {
        SeatReview { name: "Noor".to_owned(), x_mm, z_mm: 0, on_task_permille, looked_ticks, looks: 2 }
    }

    #[test]
    fn more_is_darker_so_that_it_reads_without_colours() {
        let light = |value: f32| shade(value).map(u32::from).iter().sum::<u32>();
        let steps: Vec<u32> = (0..=20).map(|step| light(step as f32 / 20.0)).collect();
        assert!(steps.windows(2).all(|pair| pair[0] > pair[1]), "{steps:?}");
    }

    #[test]
    fn heat_is_at_the_seats_and_nowhere_else() {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(420.0, 360.0));
        let mesh = field(rect, &[(pos2(100.0, 100.0), 1.0)], 30.0);
        let at = |x: f32, y: f32| {
            let near = |a: &&bevy_egui::egui::epaint::Vertex| a.pos.distance(pos2(x, y)) < 6.0;
            mesh.vertices.iter().find(near).map(|vertex| vertex.color).unwrap_or_default()
        };
        assert!(at(100.0, 100.0).r() < 60 && at(300.0, 300.0) == color::SAND);
    }

    #[test]
    fn looks_are_measured_against_the_longest() {
        let heat = HeatReview { width_mm: 8400, depth_mm: 7200, seats: vec![seat(0, 900, 30), seat(900, 400, 60)] };
        let values: Vec<f32> = heat.seats.iter().map(|seat| value(seat, &heat, Layer::Looks)).collect();
        assert_eq!(values, [0.5, 1.0]);
        assert_eq!(value(&heat.seats[1], &heat, Layer::Attention), 0.0);
        assert!(value(&heat.seats[0], &heat, Layer::Attention) > 0.8);
    }
}
