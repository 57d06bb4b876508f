//! The teacher's dashboard: what is on each student's screen. Who reads it does not see the class, so it says when a glance
//! has become a stare.

use bevy_egui::egui::{Align2, Area, Grid, Id, Order, ScrollArea, Ui, Vec2};
use proefles_scenario::{ScreenState, StudentId};

use crate::locales::{Key, Locale};
use crate::ui::{
    icons::Icon,
    theme::{self, space},
    widgets::{Btn, Tone, chip, heading, row, soft, text_scale},
};

/// A student's screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Whose.
    pub student: StudentId,
    /// First name.
    pub name: String,
    /// What it shows.
    pub screen: ScreenState,
}

/// What the dashboard shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DashboardModel {
    /// The screens, as the students sit: front row first.
    pub tiles: Vec<Tile>,
    /// Whether it can be reached.
    pub connected: bool,
    /// Whether the look has lasted longer than a glance.
    pub too_long: bool,
    /// The key that closes it.
    pub key: String,
}

/// What the user wants of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DashboardAction {
    /// Lock this device, or unlock it if it is locked.
    Lock(StudentId, bool),
    /// Back to the class.
    Close,
}

/// Shows it.
pub fn dashboard_ui(ui: &mut Ui, model: &DashboardModel, text: &Locale) -> Option<DashboardAction> {
    let mut wish = None;
    let screen = ui.ctx().content_rect();
    let area = Area::new(Id::new("dashboard")).order(Order::Middle).anchor(Align2::CENTER_CENTER, Vec2::ZERO);
    area.show(ui.ctx(), |ui| {
        theme::glass().show(ui, |ui| {
            let width = (760.0 * text_scale(ui)).min(screen.width() - 64.0);
            ui.set_width(width);
            heading(ui, Icon::Laptop, &text.t(Key::DashTitle));
            if model.too_long {
                chip(ui, Tone::Warn, Some(Icon::Eye), &text.t(Key::DashTooLong));
            } else {
                soft(ui, &text.t(Key::DashHelp));
            }
            ui.add_space(space::XS);
            if model.connected {
                ScrollArea::vertical().max_height(screen.height() * 0.6).show(ui, |ui| {
                    wish = tiles(ui, model, width, text);
                });
            } else {
                chip(ui, Tone::Warn, Some(Icon::WifiSlash), &text.t(Key::DashOffline));
            }
            ui.add_space(space::XS);
            row(ui, |ui| {
                let close = Btn::primary(text.t(Key::DashClose)).icon(Icon::Users).key(&model.key);
                if ui.add(close).clicked() {
                    wish = Some(DashboardAction::Close);
                }
            });
        });
    });
    wish
}

fn tiles(ui: &mut Ui, model: &DashboardModel, width: f32, text: &Locale) -> Option<DashboardAction> {
    let mut wish = None;
    let columns = ((width / (190.0 * text_scale(ui))) as usize).max(1);
    let each = width / columns as f32 - 10.0;
    Grid::new("screens").min_col_width(each).max_col_width(each).spacing([6.0, 6.0]).show(ui, |ui| {
        for (at, tile) in model.tiles.iter().enumerate() {
            let (icon, key) = words(tile.screen);
            let label = format!("{}: {}", tile.name, text.t(key));
            let strays = strays(tile.screen);
            let button = Btn::secondary(label).icon(icon).wide().left().selected(strays);
            if button.first(ui).clicked() {
                wish = Some(DashboardAction::Lock(tile.student, tile.screen != ScreenState::Locked));
            }
            if (at + 1) % columns == 0 {
                ui.end_row();
            }
        }
    });
    wish
}

/// Whether the screen shows something else than the lesson.
fn strays(screen: ScreenState) -> bool {
    use ScreenState as S;
    matches!(screen, S::OtherTab | S::Game | S::Chat | S::Video | S::AiAnswer)
}

/// Sign and name of what a screen shows.
fn words(screen: ScreenState) -> (Icon, Key) {
    match screen {
        ScreenState::Off => (Icon::EyeSlash, Key::ScreenOff),
        ScreenState::Locked => (Icon::Lock, Key::ScreenLocked),
        ScreenState::Task => (Icon::FileText, Key::ScreenTask),
        ScreenState::Quiz => (Icon::Question, Key::ScreenQuiz),
        ScreenState::Loading => (Icon::Hourglass, Key::ScreenLoading),
        ScreenState::Offline => (Icon::WifiSlash, Key::ScreenOffline),
        ScreenState::OtherTab => (Icon::Globe, Key::ScreenOtherTab),
        ScreenState::Game => (Icon::GameController, Key::ScreenGame),
        ScreenState::Chat => (Icon::Chats, Key::ScreenChat),
        ScreenState::Video => (Icon::Play, Key::ScreenVideo),
        ScreenState::AiAnswer => (Icon::Lightbulb, Key::ScreenAiAnswer),
        ScreenState::EmptyBattery => (Icon::Plug, Key::ScreenEmptyBattery),
        ScreenState::Login => (Icon::User, Key::ScreenLogin),
        ScreenState::Updating => (Icon::ArrowClockwise, Key::ScreenUpdating),
        ScreenState::Blocked => (Icon::Prohibit, Key::ScreenBlocked),
    }
}
