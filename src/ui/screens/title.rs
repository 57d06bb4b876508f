//! The first screen: the name, a view from the window, and the way in.

use bevy_egui::egui::{
    Align, Align2, Frame, Layout, Margin, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2,
};
use proefles_scenario::Lang;

use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{color, size, space, style},
    widgets::{Btn, backdrop, segmented, soft, window_picture},
};

/// What the title shows.
#[derive(Debug, Clone, PartialEq)]
pub struct TitleModel {
    /// Language that is on.
    pub lang: Lang,
    /// Version of the program.
    pub version: String,
}

/// What the user wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TitleAction {
    /// To the lessons.
    Start,
    /// To the settings.
    Settings,
    /// To the desktop.
    Quit,
    /// Another language.
    Speak(Lang),
}

/// Shows the title.
pub fn title_ui(ui: &mut Ui, model: &TitleModel, text: &Locale) -> Option<TitleAction> {
    let whole = ui.max_rect();
    backdrop(ui, whole);
    let wide = whole.width() > 760.0;
    if wide {
        let height = (whole.height() * 0.72).min(whole.width() * 0.42);
        let middle = pos2(whole.left() + whole.width() * 0.715, whole.center().y - 6.0);
        window_picture(ui, Rect::from_center_size(middle, vec2(whole.width() * 0.43, height)));
    }
    let column = if wide { whole.width() * 0.38 } else { whole.width() - space::SCREEN * 2.0 };
    let left = whole.left() + (whole.width() * 0.06).max(space::SCREEN);
    let corner = languages(ui, whole, model, text);
    let top = (whole.top() + whole.height() * 0.15).max(corner.1);
    let rect = Rect::from_min_max(pos2(left, top), pos2(left + column, whole.bottom() - 20.0));
    let mut page = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    let shown = ScrollArea::vertical().auto_shrink(false).show(&mut page, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        Frame::new().inner_margin(Margin::same(5)).show(ui, |ui| menu(ui, text)).inner
    });
    let chosen = shown.inner;
    let foot = pos2(whole.right() - 20.0, whole.bottom() - 14.0);
    let font = style::small_strong().resolve(ui.style());
    ui.painter().text(foot, Align2::RIGHT_BOTTOM, format!("Proefles {}", model.version), font, color::INK_SOFT);
    corner.0.or(chosen)
}

fn menu(ui: &mut Ui, text: &Locale) -> Option<TitleAction> {
    let mut chosen = None;
    ui.spacing_mut().item_spacing.y = space::M;
    badge(ui);
    let name = ui.label(RichText::new("Proefles").text_style(style::display()).color(color::INK));
    ui.ctx().accesskit_node_builder(name.id, |node| node.set_role(bevy_egui::egui::accesskit::Role::Heading));
    ui.label(RichText::new(text.t(Key::TitleClaim)).text_style(style::strong()).color(color::ACCENT));
    soft(ui, &text.t(Key::TitleExplain));
    ui.add_space(space::L);
    let width = ui.available_width().min(340.0);
    ui.allocate_ui_with_layout(vec2(width, 10.0), Layout::top_down(Align::Min), |ui| {
        if Btn::primary(text.t(Key::TitleStart)).icon(Icon::Play).big().wide().first(ui).clicked() {
            chosen = Some(TitleAction::Start);
        }
        if ui.add(Btn::secondary(text.t(Key::CommonSettings)).icon(Icon::Gear).wide().left()).clicked() {
            chosen = Some(TitleAction::Settings);
        }
        if ui.add(Btn::secondary(text.t(Key::TitleQuit)).icon(Icon::SignOut).wide().left()).clicked() {
            chosen = Some(TitleAction::Quit);
        }
    });
    chosen
}

fn badge(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(60.0, 60.0), Sense::hover());
    ui.painter().rect_filled(rect, 18.0, color::PRIMARY);
    let icon = Icon::ChalkboardTeacher;
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        icon.sign(),
        icon.font(size::TITLE * 1.2, true),
        color::ON_STRONG,
    );
}

/// The languages, each in its own name, in the corner; and how far down they reach.
fn languages(ui: &mut Ui, whole: Rect, model: &TitleModel, text: &Locale) -> (Option<TitleAction>, f32) {
    let mut lang = model.lang;
    let rect = Rect::from_min_max(whole.left_top() + vec2(20.0, 14.0), pos2(whole.right() - 20.0, whole.top() + 80.0));
    let mut corner = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Max)));
    let options = [(Lang::Nl, text.t(Key::LangNl)), (Lang::En, text.t(Key::LangEn))];
    let changed = segmented(&mut corner, &mut lang, &options);
    (changed.then_some(TitleAction::Speak(lang)), corner.min_rect().bottom() - 40.0)
}
