//! Texts of the program in every language it speaks.

mod keys;
mod text;

use bevy::prelude::*;

use crate::app::Settings;

pub use text::{Key, Locale};

/// The texts in the language of the settings.
#[derive(Resource, Debug)]
pub struct Texts(pub Locale);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, speak).add_systems(PreUpdate, speak.run_if(resource_changed::<Settings>));
}

fn speak(mut commands: Commands, settings: Res<Settings>, texts: Option<ResMut<Texts>>) {
    match texts {
        Some(texts) if texts.0.lang() == settings.lang => {}
        Some(mut texts) => texts.0 = Locale::new(settings.lang),
        None => commands.insert_resource(Texts(Locale::new(settings.lang))),
    }
}
