//! From the world to the screens' models, and from the user's wishes to the world. One file per screen.

mod bindings;
mod briefing;
mod ended;
mod hud;
mod library;
mod loading;
mod pause;
mod press;
mod results;
mod settings;
mod title;
mod toasts;
mod wants;

use bevy::prelude::*;
use bevy_egui::{
    EguiContext, EguiContexts, EguiPostUpdateSet, EguiPreUpdateSet, EguiPrimaryContextPass, PrimaryEguiContext, egui,
};

use crate::app::{AppSystems, Classroom, Screen, Settings};

use super::theme;

pub(crate) use library::open_folder;

/// Whether the settings lie over whatever screen is on. They are no screen of their own, so that opening them during a
/// lesson does not end it.
#[derive(Resource, Debug, Default, PartialEq, Eq)]
pub struct SettingsOpen(pub bool);

/// Order of drawing: what is drawn later lies on top.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PanelSystems {
    /// The screen that is on.
    Screen,
    /// What may lie over any screen.
    Over,
}

/// Height of a window, in logical pixels, at which panels have their design size.
const DESIGN_HEIGHT: f32 = 800.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<SettingsOpen>()
        .init_resource::<hud::Hud>()
        .init_resource::<results::Best>()
        .add_systems(OnEnter(Screen::Library), results::start)
        .add_systems(Update, results::finish.run_if(resource_exists::<results::Reading>))
        .add_systems(OnEnter(Screen::Classroom), hud::forget)
        .add_systems(Update, hud::listen.in_set(AppSystems::Ui))
        .add_systems(PostUpdate, (wants::tell, press::tell.after(EguiPostUpdateSet::ProcessOutput)))
        .configure_sets(EguiPrimaryContextPass, (PanelSystems::Screen, PanelSystems::Over).chain())
        .add_systems(PreUpdate, dress.after(EguiPreUpdateSet::InitContexts).before(EguiPreUpdateSet::BeginPass))
        .add_systems(
            EguiPrimaryContextPass,
            (
                title::show.run_if(in_state(Screen::Title)),
                library::show.run_if(in_state(Screen::Library)),
                loading::show.run_if(in_state(Screen::Boot).or_else(in_state(Screen::Loading))),
                briefing::show.run_if(in_state(Classroom::Briefing)),
                hud::show.run_if(in_state(Classroom::Running).or_else(in_state(Classroom::Paused))),
                pause::show.run_if(in_state(Classroom::Paused)),
                ended::show.run_if(in_state(Classroom::Ended)),
            )
                .chain()
                .run_if(not(settings_open))
                .in_set(PanelSystems::Screen),
        )
        .add_systems(
            EguiPrimaryContextPass,
            (settings::show.run_if(settings_open), toasts::show, warm_up.run_if(resource_changed::<Settings>))
                .chain()
                .in_set(PanelSystems::Over),
        );
}

/// Whether the settings are in view.
pub fn settings_open(open: Res<SettingsOpen>, screen: Res<State<Screen>>) -> bool {
    open.0 || *screen.get() == Screen::Settings
}

/// Gives the context its fonts when it is new, its text size, and a size that suits the window.
fn dress(
    mut contexts: Query<(&mut EguiContext, &Camera), With<PrimaryEguiContext>>,
    settings: Res<Settings>,
    mut dressed: Local<Option<f32>>,
) {
    for (mut context, camera) in &mut contexts {
        let ctx = context.get_mut();
        if dressed.is_none() {
            theme::install(ctx);
        }
        if *dressed != Some(settings.text_scale) {
            theme::apply(ctx, settings.text_scale);
            *dressed = Some(settings.text_scale);
        }
        if let Some(size) = camera.logical_viewport_size() {
            let zoom = (size.y / DESIGN_HEIGHT).clamp(1.0, 3.0);
            // Steps, so that text is not laid out anew with every pixel of a window being dragged.
            ctx.set_zoom_factor((zoom * 20.0).round() / 20.0);
        }
    }
}

/// Has the signs ready whenever their size may have changed.
fn warm_up(mut contexts: EguiContexts) -> Result {
    theme::warm_up(contexts.ctx_mut()?);
    Ok(())
}

/// A panel as large as the window.
///
/// # Errors
/// If there is no window to draw in yet.
pub fn root(contexts: &mut EguiContexts, name: &'static str) -> Result<egui::Ui> {
    let ctx = contexts.ctx_mut()?;
    let builder = egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(ctx.content_rect());
    Ok(egui::Ui::new(ctx.clone(), egui::Id::new(name), builder))
}
