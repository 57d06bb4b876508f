//! Models in the room: the file is asked for once, and its scene is shown when it is there.
//!
//! Asking for a file and for its scene at the same time makes the engine read the file twice, and the second reading
//! replaces what has been changed in the first (the light of the room, for one).

use bevy::prelude::*;

use super::Preload;

/// An entity that is shown as the first scene of a model file.
#[derive(Component, Debug, Clone, PartialEq, Eq)]
#[require(Transform, Visibility)]
pub struct Model(pub Handle<Gltf>);

impl Model {
    /// The model of a file such as `models/desk.glb`; the lesson waits for it.
    pub fn load(path: impl Into<String>, assets: &AssetServer, preload: &mut Preload) -> Self {
        let model: Handle<Gltf> = assets.load(path.into());
        preload.add(model.clone());
        Self(model)
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, show);
}

fn show(
    mut commands: Commands,
    models: Query<(Entity, &Model), Without<WorldAssetRoot>>,
    files: Option<Res<Assets<Gltf>>>,
) {
    let Some(files) = files else { return };
    for (entity, model) in &models {
        let scene = files.get(&model.0).and_then(|file| file.default_scene.as_ref().or(file.scenes.first()));
        if let Some(scene) = scene {
            commands.entity(entity).insert(WorldAssetRoot(scene.clone()));
        }
    }
}
