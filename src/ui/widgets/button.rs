//! The button: an icon, a word, and the key that does the same.

use bevy_egui::egui::{
    self, Color32, CornerRadius, FontSelection, Rect, Response, Sense, Stroke, StrokeKind, TextStyle, TextWrapMode, Ui,
    Vec2, Widget, WidgetInfo, WidgetText, WidgetType, pos2, vec2,
};

use crate::ui::{
    icons::Icon,
    theme::{color, radius, size, space, style},
};

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The one thing to do next on a screen.
    Primary,
    /// Another thing to do.
    Secondary,
    /// Something at the edge.
    Quiet,
    /// Loses something.
    Danger,
}

/// A button.
#[derive(Debug, Clone)]
#[must_use = "add it to a Ui"]
pub struct Btn {
    text: String,
    label: Option<String>,
    icon: Option<Icon>,
    key: Option<String>,
    kind: Kind,
    big: bool,
    wide: bool,
    enabled: bool,
    selected: Option<bool>,
    left: bool,
    key_first: bool,
}

impl Btn {
    /// A button with a word on it.
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            label: None,
            icon: None,
            key: None,
            kind,
            big: false,
            wide: false,
            enabled: true,
            selected: None,
            left: false,
            key_first: false,
        }
    }

    /// The thing to do next.
    pub fn primary(text: impl Into<String>) -> Self {
        Self::new(Kind::Primary, text)
    }

    /// Another thing to do.
    pub fn secondary(text: impl Into<String>) -> Self {
        Self::new(Kind::Secondary, text)
    }

    /// A thing at the edge.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::new(Kind::Quiet, text)
    }

    /// A button of an icon alone; its label is for those who cannot see it, and shows as a hint.
    pub fn icon_only(icon: Icon, label: impl Into<String>) -> Self {
        Self { label: Some(label.into()), icon: Some(icon), ..Self::new(Kind::Quiet, "") }
    }

    /// With an icon before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With the key that does the same.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// With the key that does the same before its text, as a numbered option has it.
    pub fn key_first(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self.key_first = true;
        self
    }

    /// As the big button of the screen.
    pub fn big(mut self) -> Self {
        self.big = true;
        self
    }

    /// As wide as there is room.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// With its text at the left, as in a list.
    pub fn left(mut self) -> Self {
        self.left = true;
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Whether it is the chosen one of several.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// What a screen reader says, where the text on the button is too short for it.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Takes the focus if nothing has it, so that Enter and a gamepad's A always do the obvious thing.
    pub fn first(self, ui: &mut Ui) -> Response {
        let response = ui.add(self);
        if ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        response
    }

    fn colours(&self, response: &Response) -> (Color32, Color32, Stroke) {
        let hovered = response.hovered() || response.has_focus();
        let down = response.is_pointer_button_down_on();
        if self.selected == Some(true) {
            return (color::PRIMARY_TINT, color::PRIMARY, Stroke::new(2.0, color::PRIMARY));
        }
        let strong = |rest: Color32, over: Color32, held: Color32| {
            if down {
                held
            } else if hovered {
                over
            } else {
                rest
            }
        };
        match self.kind {
            Kind::Primary => {
                let fill = strong(color::PRIMARY, color::PRIMARY_HOVER, color::PRIMARY_DOWN);
                (fill, color::ON_STRONG, Stroke::NONE)
            }
            Kind::Danger => (strong(color::BAD, color::BAD, color::BAD), color::ON_STRONG, Stroke::NONE),
            Kind::Secondary => {
                let fill = strong(color::PAPER, color::SAND, color::SAND_DEEP);
                (fill, color::INK, Stroke::new(1.5, if hovered { color::PRIMARY } else { color::OUTLINE }))
            }
            Kind::Quiet => {
                let fill = strong(Color32::TRANSPARENT, color::SAND_DEEP, color::SAND_DEEP);
                (fill, color::INK, Stroke::NONE)
            }
        }
    }
}

impl Widget for Btn {
    fn ui(self, ui: &mut Ui) -> Response {
        let text_style = match (self.big, self.key_first) {
            (true, _) => TextStyle::Heading,
            // Options are sentences, which read better in reading weight.
            (false, true) => TextStyle::Body,
            (false, false) => TextStyle::Button,
        };
        let font = FontSelection::from(text_style.clone()).resolve(ui.style());
        let icon_size = font.size * 1.2;
        let padding = if self.big { vec2(24.0, 12.0) } else { vec2(14.0, 8.0) };
        let icon_width = self.icon.map_or(0.0, |_| icon_size + if self.text.is_empty() { 0.0 } else { space::S });
        let key = self.key.as_ref().map(|key| {
            let text = WidgetText::from(egui::RichText::new(key).text_style(style::small_strong()));
            text.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Small)
        });
        let key_width = key.as_ref().map_or(0.0, |key| key.size().x.max(key.size().y) + 12.0 + space::M);
        let room = (ui.available_width() - padding.x * 2.0 - icon_width - key_width).max(40.0);
        let text = WidgetText::from(egui::RichText::new(&self.text).text_style(text_style));
        let galley = text.into_galley(ui, Some(TextWrapMode::Wrap), room, TextStyle::Button);
        let inner = vec2(icon_width + galley.size().x + key_width, galley.size().y.max(icon_size));
        let least = if self.big { size::TARGET_BIG } else { size::TARGET };
        let mut desired = (inner + padding * 2.0).max(Vec2::splat(least));
        if self.wide {
            desired.x = desired.x.max(ui.available_width());
        }
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, mut response) = ui.allocate_exact_size(desired, sense);
        let label = self.label.clone().unwrap_or_else(|| self.text.clone());
        response.widget_info(|| match self.selected {
            Some(selected) => WidgetInfo::selected(WidgetType::SelectableLabel, self.enabled, selected, &label),
            None => WidgetInfo::labeled(WidgetType::Button, self.enabled, &label),
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, &galley, key.as_ref(), (icon_size, icon_width, key_width, padding));
        }
        if self.text.is_empty() && !label.is_empty() {
            response = response.on_hover_text(label);
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}

impl Btn {
    fn paint(
        &self,
        ui: &Ui,
        rect: Rect,
        response: &Response,
        galley: &std::sync::Arc<egui::Galley>,
        key: Option<&std::sync::Arc<egui::Galley>>,
        (icon_size, icon_width, key_width, padding): (f32, f32, f32, Vec2),
    ) {
        let (mut fill, mut ink, mut line) = self.colours(response);
        if !self.enabled {
            (fill, ink, line) = (color::SAND_DEEP, color::INK_SOFT, Stroke::NONE);
        }
        let corners = CornerRadius::same(radius::M);
        let painter = ui.painter();
        painter.rect(rect, corners, fill, line, StrokeKind::Inside);
        focus_ring(ui, rect, response);
        let content = icon_width + galley.size().x;
        let mut left =
            if self.left || key.is_some() { rect.left() + padding.x } else { rect.center().x - content / 2.0 };
        if self.key_first {
            left += key_width;
        }
        if let Some(icon) = self.icon {
            let at = pos2(left + icon_size / 2.0, rect.center().y);
            let filled = self.kind == Kind::Primary && icon == Icon::Play;
            painter.text(at, egui::Align2::CENTER_CENTER, icon.sign(), icon.font(icon_size, filled), ink);
        }
        let at = pos2(left + icon_width, rect.center().y - galley.size().y / 2.0);
        painter.galley_with_override_text_color(at, galley.clone(), ink);
        if let Some(key) = key {
            let cap = Vec2::new(key_width - space::M, key.size().y + 6.0);
            let x = if self.key_first {
                rect.left() + padding.x + cap.x / 2.0
            } else {
                rect.right() - padding.x - cap.x / 2.0
            };
            let centre = pos2(x, rect.center().y);
            let cap = Rect::from_center_size(centre, cap);
            painter.rect(
                cap,
                CornerRadius::same(radius::S),
                Color32::TRANSPARENT,
                Stroke::new(1.0, ink),
                StrokeKind::Inside,
            );
            painter.galley_with_override_text_color(cap.center() - key.size() / 2.0, key.clone(), ink);
        }
    }
}

/// Draws the ring around what has the focus.
pub fn focus_ring(ui: &Ui, rect: Rect, response: &Response) {
    if response.has_focus() {
        let corners = CornerRadius::same(radius::M + 3);
        ui.painter().rect_stroke(rect.expand(3.0), corners, Stroke::new(3.0, color::FOCUS), StrokeKind::Middle);
    }
}
