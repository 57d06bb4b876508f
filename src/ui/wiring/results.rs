//! How the lessons of the library went so far, read from the store of the profile while the library is in view.

use std::collections::BTreeMap;

use bevy::prelude::*;
use bevy::tasks::{IoTaskPool, Task, block_on, poll_once};
use proefles_records::Store;

use crate::app::Profile;
use crate::content::Library;

/// By scenario id: whether it was ever passed, and the best score, per mille.
#[derive(Resource, Debug, Default, Deref)]
pub struct Best(BTreeMap<String, (bool, u16)>);

/// Reading goes on.
#[derive(Resource)]
pub(super) struct Reading(Task<BTreeMap<String, (bool, u16)>>);

/// Begins to read, each time the library comes into view: a lesson may just have been given.
pub(super) fn start(mut commands: Commands, library: Res<Library>, profile: Res<Profile>) {
    let ids: Vec<String> = library
        .entries
        .iter()
        .filter_map(|entry| entry.scenario.as_ref())
        .map(|scenario| scenario.id.clone())
        .collect();
    let folder = profile.records_dir();
    let task = IoTaskPool::get().spawn(async move {
        // A store that cannot be read has had its notice; the cards do without.
        let Ok((store, _)) = Store::open(&folder) else { return BTreeMap::new() };
        let summary = |id: String| {
            let summary = store.summary(&id).ok()?;
            Some((id, (summary.passed, summary.best_score_permille?)))
        };
        ids.into_iter().filter_map(summary).collect()
    });
    commands.insert_resource(Reading(task));
}

/// Takes what was read.
pub(super) fn finish(mut commands: Commands, mut reading: ResMut<Reading>, mut best: ResMut<Best>) {
    if let Some(found) = block_on(poll_once(&mut reading.0)) {
        best.0 = found;
        commands.remove_resource::<Reading>();
    }
}
