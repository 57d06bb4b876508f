//! Text, chips, key caps, banners, and the frame of a screen.

use bevy_egui::egui::{
    self, Align, Align2, Color32, CornerRadius, Frame, Layout, Margin, RichText, ScrollArea, Sense, Stroke, StrokeKind,
    TextStyle, Ui, vec2,
};

use crate::ui::{
    icons::Icon,
    theme::{color, radius, size, space, style},
};

/// What a piece of news means. Each comes with an icon, so that colour never carries it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// Went well.
    Good,
    /// Mind this.
    Warn,
    /// Went wrong.
    Bad,
    /// Worth knowing.
    Info,
}

impl Tone {
    /// Text and ground.
    pub fn colours(self) -> (Color32, Color32) {
        match self {
            Tone::Plain => (color::INK, color::SAND_DEEP),
            Tone::Good => (color::GOOD, color::GOOD_TINT),
            Tone::Warn => (color::WARN, color::WARN_TINT),
            Tone::Bad => (color::BAD, color::BAD_TINT),
            Tone::Info => (color::INFO, color::INFO_TINT),
        }
    }

    /// The icon that says the same as the colour.
    pub fn icon(self) -> Icon {
        match self {
            Tone::Plain => Icon::Circle,
            Tone::Good => Icon::CheckCircle,
            Tone::Warn => Icon::Warning,
            Tone::Bad => Icon::XCircle,
            Tone::Info => Icon::Info,
        }
    }
}

/// How much larger than normal text is, by the setting.
pub fn text_scale(ui: &Ui) -> f32 {
    TextStyle::Body.resolve(ui.style()).size / size::BODY
}

/// A row as high as what is in it, for text and signs; a plain `horizontal` is as high as a button.
pub fn row<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal(add).inner
    })
    .inner
}

/// The same, going on in the next line where there is no more room.
pub fn wrapped_row<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        // As high as a chip.
        ui.spacing_mut().interact_size.y = ui.text_style_height(&TextStyle::Small) + 6.0;
        ui.horizontal_wrapped(add).inner
    })
    .inner
}

/// A screen's title.
pub fn title(ui: &mut Ui, text: &str) {
    let heading = ui.label(RichText::new(text).text_style(style::title()));
    ui.ctx().accesskit_node_builder(heading.id, |node| node.set_role(egui::accesskit::Role::Heading));
}

/// A heading within a screen.
pub fn heading(ui: &mut Ui, icon: Icon, text: &str) {
    row(ui, |ui| {
        let height = ui.text_style_height(&TextStyle::Heading);
        sign(ui, icon, height, color::PRIMARY);
        let heading = ui.label(RichText::new(text).text_style(TextStyle::Heading));
        ui.ctx().accesskit_node_builder(heading.id, |node| node.set_role(egui::accesskit::Role::Heading));
    });
}

/// Reading text.
pub fn para(ui: &mut Ui, text: &str) {
    ui.scope(|ui| {
        let comfortable = size::COLUMN * text_scale(ui);
        ui.set_max_width(ui.available_width().min(comfortable));
        ui.label(RichText::new(text).line_height(Some(ui.text_style_height(&TextStyle::Body) * 1.15)));
    });
}

/// Text of less weight.
pub fn soft(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).text_style(TextStyle::Small).color(color::INK_SOFT));
}

/// An icon that adds nothing to the words beside it: painted, and not in the accessibility tree.
pub fn sign(ui: &mut Ui, icon: Icon, height: f32, ink: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(height * 1.05, height), Sense::hover());
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon.sign(), icon.font(height * 0.92, false), ink);
}

/// An icon and the words it belongs to.
pub fn icon_label(ui: &mut Ui, icon: Icon, ink: Color32, text: impl Into<RichText>) {
    ui.horizontal_top(|ui| {
        let height = ui.text_style_height(&TextStyle::Body);
        sign(ui, icon, height, ink);
        ui.with_layout(Layout::top_down(Align::Min), |ui| ui.add(egui::Label::new(text.into()).wrap()));
    });
}

/// A small rounded label. One piece, so that it wraps as a whole in a row.
pub fn chip(ui: &mut Ui, tone: Tone, icon: Option<Icon>, text: &str) {
    let (ink, fill) = tone.colours();
    let words = egui::WidgetText::from(RichText::new(text).text_style(style::small_strong()));
    let height = ui.text_style_height(&TextStyle::Small);
    let before = icon.map_or(0.0, |_| height + space::XS);
    let room = (ui.max_rect().width() - before - 16.0).max(80.0);
    let galley = words.into_galley(ui, Some(egui::TextWrapMode::Wrap), room, TextStyle::Small);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(before + 16.0, 6.0), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(radius::S), fill);
    if let Some(icon) = icon {
        let at = egui::pos2(rect.left() + 8.0 + height / 2.0, rect.center().y);
        ui.painter().text(at, Align2::CENTER_CENTER, icon.sign(), icon.font(height * 0.92, false), ink);
    }
    let at = rect.left_top() + vec2(8.0 + before, 3.0);
    ui.painter().galley_with_override_text_color(at, galley, ink);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, text));
}

/// A key as it looks on the keyboard.
pub fn keycap(ui: &mut Ui, key: &str) {
    let text = egui::WidgetText::from(RichText::new(key).text_style(style::small_strong()).color(color::INK));
    let galley = text.into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, TextStyle::Small);
    let height = galley.size().y + 8.0;
    let width = (galley.size().x + 14.0).max(height);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let corners = CornerRadius::same(radius::S);
    ui.painter().rect(rect, corners, color::OUTLINE, Stroke::NONE, StrokeKind::Inside);
    let mut face = rect.shrink(1.0);
    face.set_bottom(rect.bottom() - 3.0);
    ui.painter().rect(face, corners, color::PAPER, Stroke::NONE, StrokeKind::Inside);
    ui.painter().galley(face.center() - galley.size() / 2.0, galley, color::INK);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, key));
}

/// A message across a card.
pub fn banner(ui: &mut Ui, tone: Tone, add: impl FnOnce(&mut Ui)) {
    let (ink, fill) = tone.colours();
    let frame = Frame::new().fill(fill).corner_radius(CornerRadius::same(radius::M)).inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let height = ui.text_style_height(&TextStyle::Heading);
            sign(ui, tone.icon(), height, ink);
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                add(ui);
            });
        });
    });
}

/// The frame of a full screen: sand, a top row that stays, content that scrolls, and a bottom row that stays.
pub fn screen(
    ui: &mut Ui,
    top: impl FnOnce(&mut Ui),
    content: impl FnOnce(&mut Ui),
    bottom: Option<Box<dyn FnOnce(&mut Ui) + '_>>,
) {
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, color::SAND);
    let margin = ((whole.width() - size::PAGE) / 2.0).max(space::SCREEN.min(whole.width() * 0.03));
    let inner = whole.shrink2(vec2(margin, 0.0));
    let mut page = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Min)));
    page.add_space(space::L);
    page.horizontal(|ui| top(ui));
    page.add_space(space::M);
    if let Some(bottom) = bottom {
        egui::Panel::bottom("bottom")
            .frame(Frame::new().inner_margin(Margin::symmetric(0, 14)))
            .show_separator_line(false)
            .show(&mut page, |ui| {
                // Room for the ring of focus.
                Frame::new().inner_margin(Margin::same(5)).show(ui, |ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), bottom);
                });
            });
    }
    ScrollArea::vertical().auto_shrink(false).show(&mut page, |ui| {
        content(ui);
        ui.add_space(space::L);
    });
}

/// Two columns, or one where there is no room for two.
pub fn two_columns(ui: &mut Ui, narrow_below: f32, first: impl FnOnce(&mut Ui), second: impl FnOnce(&mut Ui)) {
    if ui.available_width() < narrow_below {
        first(ui);
        ui.add_space(space::S);
        second(ui);
        return;
    }
    ui.columns_const(|[left, right]| {
        // Columns justify their content, which would stretch lines of text.
        left.with_layout(Layout::top_down(Align::Min), first);
        right.with_layout(Layout::top_down(Align::Min), second);
    });
}
