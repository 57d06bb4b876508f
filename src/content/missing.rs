//! Assets that cannot be loaded: the user is told which, something stands in for it, and the lesson goes on.

use bevy::asset::{LoadState, UntypedAssetLoadFailedEvent};
use bevy::prelude::*;

use crate::app::{AppConfig, NoticeLevel, Notices, Said};

use super::Model;

/// Stands for a model that is missing.
#[derive(Component)]
struct StandIn;

/// Whether any asset failed, so that nobody searches in vain.
#[derive(Resource, Default)]
struct AnyFailed(bool);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<AnyFailed>().add_message::<UntypedAssetLoadFailedEvent>().add_systems(PreUpdate, tell);
    if app.world().resource::<AppConfig>().shell.renders() {
        app.add_systems(PostUpdate, stand_in.run_if(|any: Res<AnyFailed>| any.0));
    }
}

fn tell(
    mut failed: MessageReader<UntypedAssetLoadFailedEvent>,
    mut any: ResMut<AnyFailed>,
    mut notices: ResMut<Notices>,
) {
    for failure in failed.read() {
        any.0 = true;
        let path = failure.path.path();
        debug!("{}", failure.error);
        let (instead_nl, instead_en) = match path.extension().and_then(|extension| extension.to_str()) {
            Some("glb") => ("met een blok op die plaats", "with a block in its place"),
            _ => ("zonder dit bestand", "without it"),
        };
        let path = path.display();
        let text = Said::new(
            format!(
                "Het bestand {path} ontbreekt of is beschadigd. De les gaat verder {instead_nl}. Installeer het programma opnieuw."
            ),
            format!(
                "The file {path} is missing or damaged. The lesson goes on {instead_en}. Install the program again."
            ),
        );
        notices.push(NoticeLevel::Warning, text);
    }
}

/// Puts a block where a model should be.
fn stand_in(
    mut commands: Commands,
    server: Res<AssetServer>,
    models: Query<(Entity, &Model), Without<StandIn>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<StandardMaterial>>,
    mut shape: Local<Option<(Handle<Mesh>, Handle<StandardMaterial>)>>,
) {
    for (entity, model) in &models {
        if !matches!(server.get_load_state(&model.0), Some(LoadState::Failed(_))) {
            continue;
        }
        let (mesh, material) = shape.get_or_insert_with(|| {
            (meshes.add(Cuboid::new(0.4, 0.8, 0.4)), materials.add(Color::srgb(0.85, 0.45, 0.2)))
        });
        let block = (Mesh3d(mesh.clone()), MeshMaterial3d(material.clone()), Transform::from_xyz(0.0, 0.4, 0.0));
        commands.entity(entity).insert(StandIn).with_child(block);
    }
}
