//! Another key for an action: the next key that is pressed.

use bevy::prelude::*;

use super::{Action, Binding, Bindings, Collected, bindings::settings_name};
use crate::app::Settings;

/// The action that waits for its new key. A panel sets it; it is none again once a key was pressed.
#[derive(Resource, Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rebinding(pub Option<Action>);

/// Takes the next key. Escape leaves everything as it was.
pub(super) fn take_key(mut rebinding: ResMut<Rebinding>, collected: Res<Collected>, mut settings: ResMut<Settings>) {
    let Some(action) = rebinding.0 else { return };
    if rebinding.is_changed() {
        // The click or key that asked for it does not count.
        return;
    }
    let Some(binding) = collected.fresh.first().copied() else { return };
    rebinding.0 = None;
    if binding == Binding::Key(KeyCode::Escape) {
        return;
    }
    if let Some(name) = binding.name() {
        settings.keys.insert(settings_name(action, binding), name.to_owned());
    }
}

/// Takes over changed settings.
pub(super) fn follow_settings(settings: Res<Settings>, mut bindings: ResMut<Bindings>) {
    if settings.is_changed() {
        bindings.set_if_neq(Bindings::from_settings(&settings.keys));
    }
}
