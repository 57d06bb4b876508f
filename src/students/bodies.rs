//! Reads each body model's motions once, one model a frame, so that loading goes on smoothly.

use std::{collections::HashMap, sync::Arc};

use bevy::prelude::*;

use crate::{app::AppSystems, content::Model};

use super::{Student, clips::Body, spawn::Parts};

/// The motions and measures of a student's body, shared by all who have the same model.
#[derive(Component, Debug, Clone)]
pub struct Moves(pub Arc<Body>);

/// Bodies that were read, by model. `None` is a model that cannot be used; it was reported once.
#[derive(Resource, Default)]
struct Bodies(HashMap<AssetId<Gltf>, Option<Arc<Body>>>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Bodies>().add_systems(Update, read.in_set(AppSystems::React));
}

fn read(
    mut commands: Commands,
    mut bodies: ResMut<Bodies>,
    models: Option<Res<Assets<Gltf>>>,
    clips: Option<Res<Assets<AnimationClip>>>,
    students: Query<(Entity, &Name, &Model, &Parts), (With<Student>, Without<Moves>)>,
) {
    let (Some(models), Some(clips)) = (models, clips) else { return };
    let mut read_one = false;
    for (entity, name, model, parts) in &students {
        let id = model.0.id();
        if !bodies.0.contains_key(&id) && !read_one {
            let Some(gltf) = models.get(id) else { continue };
            let body = Body::read(&parts.rig, |clip| clips.get(gltf.named_animations.get(clip)?));
            if let Err(problem) = &body {
                warn!("the body of {name} cannot move: {problem}");
            }
            bodies.0.insert(id, body.ok().map(Arc::new));
            read_one = true;
        }
        if let Some(Some(body)) = bodies.0.get(&id) {
            commands.entity(entity).insert((Moves(body.clone()), super::animate::Moving::default()));
        }
    }
}
