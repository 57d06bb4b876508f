//! The seating plan from above: board at the top, a desk for each student, names where there is room.

use bevy_egui::egui::{
    Align2, CornerRadius, FontFamily, FontId, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use crate::ui::{icons::Icon, theme::color};

/// A desk in the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatMark {
    /// First name of who sits there.
    pub name: String,
    /// From the middle of the room, in metres, positive to the door side.
    pub x: f32,
    /// From the middle of the room, in metres, positive towards the board.
    pub z: f32,
    /// Worth pointing out.
    pub marked: bool,
}

/// A room from above.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SeatingPlan {
    /// Inner width in metres.
    pub width: f32,
    /// Depth in metres.
    pub depth: f32,
    /// Where the teacher starts, in metres.
    pub teacher: (f32, f32),
    /// The desks.
    pub seats: Vec<SeatMark>,
}

/// Draws the plan as wide as there is room, with `label` for those who cannot see it.
pub fn seating_plan(ui: &mut Ui, plan: &SeatingPlan, label: &str) {
    let width = ui.available_width().min(560.0);
    let scale = width / plan.width.max(1.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, plan.depth * scale), Sense::hover());
    let names: Vec<_> = plan.seats.iter().map(|seat| seat.name.as_str()).collect();
    let spoken = format!("{label}: {}", names.join(", "));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &spoken));
    let painter = ui.painter_at(rect);
    painter.rect(rect, CornerRadius::same(10), color::SAND, Stroke::new(1.5, color::LINE), StrokeKind::Inside);
    // The teacher looks at the class from the board: the plan has the board at the top, and x mirrored with it.
    let place = |x: f32, z: f32| -> Pos2 { pos2(rect.center().x - x * scale, rect.center().y - z * scale) };
    let board = Rect::from_center_size(pos2(rect.center().x, rect.top() + 7.0), vec2(width * 0.36, 7.0));
    painter.rect_filled(board, CornerRadius::same(3), color::PRIMARY);
    let desk = vec2(0.94 * neighbour_gap(plan), 0.5) * scale;
    let size = (0.25 * scale).clamp(8.0, 14.0);
    for seat in &plan.seats {
        let at = place(seat.x, seat.z);
        let table = Rect::from_center_size(at - vec2(0.0, 0.12 * scale), desk);
        let fill = if seat.marked { color::PRIMARY_TINT } else { color::PAPER };
        painter.rect(table, CornerRadius::same(5), fill, Stroke::new(1.0, color::OUTLINE), StrokeKind::Inside);
        let sized = |size: f32| {
            let font = FontId::new(size, FontFamily::Proportional);
            painter.layout_no_wrap(seat.name.clone(), font, color::INK)
        };
        let mut name = sized(size);
        let room = desk.x - 4.0;
        if name.size().x > room {
            name = sized(size * room / name.size().x);
        }
        painter.galley(table.center() - name.size() / 2.0, name, color::INK);
    }
    let teacher = place(plan.teacher.0, plan.teacher.1);
    painter.circle_filled(teacher, 11.0, color::ACCENT);
    let icon = Icon::User;
    painter.text(teacher, Align2::CENTER_CENTER, icon.sign(), icon.font(14.0, true), color::ON_STRONG);
}

/// Distance between the closest neighbours in a row, in metres: desks are drawn that wide.
fn neighbour_gap(plan: &SeatingPlan) -> f32 {
    let mut gap: f32 = 0.86;
    for (at, one) in plan.seats.iter().enumerate() {
        for other in &plan.seats[at + 1..] {
            let across = (one.x - other.x).abs();
            if (one.z - other.z).abs() < 0.3 && across > 0.2 {
                gap = gap.min(across);
            }
        }
    }
    gap
}
