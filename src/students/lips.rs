//! The shapes a mouth takes in the lines of the lesson: read from a file beside the voices, in the language that is heard.
//! (`tools/art/visemes.py` makes it.) A line without shapes is spoken with shapes by chance.

use std::{collections::HashMap, convert::Infallible, path::Path, sync::Arc};

use bevy::prelude::*;
use proefles_scenario::Lang;

use crate::{
    app::{InstallRoot, Screen, Settings},
    content::{Preload, SelectedScenario},
};

/// Number of shapes that a mouth has for speech, the first of a face's.
pub const VISEMES: usize = 8;
/// One shape turns into the next in so many seconds.
const BLEND_SECS: f32 = 0.07;
/// A mouth in speech is rarely opened as wide as the model could.
const STRENGTH: f32 = 0.8;

/// The shapes of one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Track(Vec<(f32, u8)>);

impl Track {
    /// From pairs of a time in milliseconds and the number of the shape that begins then; a number that is no shape is a
    /// mouth at rest.
    fn new(shapes: &[(u32, u8)]) -> Self {
        Self(shapes.iter().map(|(ms, shape)| (*ms as f32 / 1000.0, *shape)).collect())
    }

    /// Strengths of the shapes at a time in seconds, from 0 to 1 each.
    pub fn shapes(&self, secs: f32) -> [f32; VISEMES] {
        let mut strengths = [0.0; VISEMES];
        let next = self.0.partition_point(|(from, _)| *from <= secs);
        let Some(&(from, now)) = next.checked_sub(1).and_then(|at| self.0.get(at)) else { return strengths };
        let before = next.checked_sub(2).and_then(|at| self.0.get(at)).map(|(_, shape)| *shape);
        let share = ((secs - from) / BLEND_SECS).clamp(0.0, 1.0);
        for (shape, share) in [(before, 1.0 - share), (Some(now), share)] {
            if let Some(strength) = shape.and_then(|shape| strengths.get_mut(usize::from(shape))) {
                *strength += share * STRENGTH;
            }
        }
        strengths
    }
}

/// The shapes of a lesson's lines, by name.
#[derive(Asset, TypePath, Default)]
pub struct Tracks(HashMap<String, Arc<Track>>);

impl Tracks {
    /// The shapes of a line.
    pub fn get(&self, line: &str) -> Option<Arc<Track>> {
        self.0.get(line).cloned()
    }
}

/// The shapes of the lesson that is on.
#[derive(Resource, Default)]
pub struct Lips {
    current: Option<(String, Lang)>,
    /// Its tracks, once they are read.
    pub tracks: Handle<Tracks>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_asset::<Tracks>()
        .init_resource::<Lips>()
        .add_systems(OnEnter(Screen::Loading), read)
        .add_systems(Update, read.run_if(resource_changed::<Settings>));
}

fn read(
    mut lips: ResMut<Lips>,
    mut preload: ResMut<Preload>,
    server: Res<AssetServer>,
    root: Res<InstallRoot>,
    selected: Res<SelectedScenario>,
    settings: Res<Settings>,
) {
    let Some(scenario) = &selected.0 else { return };
    let lang = scenario.lang_for(settings.lang);
    let key = Some((scenario.id.clone(), lang));
    if lips.current == key {
        return;
    }
    let file = root.assets().join("audio/voice").join(&scenario.id).join(lang.code()).join("visemes.json");
    lips.tracks = server.add_async(async move { Ok::<_, Infallible>(tracks(&file)) });
    preload.add(lips.tracks.clone());
    lips.current = key;
}

/// The tracks of a file; none if there is no such file, as with a lesson without voices.
fn tracks(file: &Path) -> Tracks {
    let Ok(text) = std::fs::read_to_string(file) else { return Tracks::default() };
    match serde_json::from_str::<HashMap<String, Vec<(u32, u8)>>>(&text) {
        Ok(lines) => Tracks(lines.into_iter().map(|(line, shapes)| (line, Arc::new(Track::new(&shapes)))).collect()),
        Err(error) => {
            warn!("the shapes of the mouths in {} cannot be used: {error}", file.display());
            Tracks::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_shape_turns_into_the_next_and_ends_at_rest() {
        let track = Track::new(&[(0, 8), (100, 0), (300, 5), (500, 8)]);
        assert_eq!(track.shapes(0.05), [0.0; VISEMES]);
        assert_eq!(track.shapes(0.25)[0], STRENGTH);
        let between = track.shapes(0.3 + BLEND_SECS / 2.0);
        assert!((between[0] - between[5]).abs() < 1e-4 && between[0] > 0.3, "{between:?}");
        assert_eq!(track.shapes(9.0), [0.0; VISEMES]);
        assert_eq!(Track::new(&[]).shapes(1.0), [0.0; VISEMES]);
    }

    #[test]
    fn every_voice_of_the_first_lesson_has_shapes_that_end_with_it() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/audio/voice/network-down");
        for lang in ["nl", "en"] {
            let tracks = tracks(&folder.join(lang).join("visemes.json"));
            let voices = std::fs::read_dir(folder.join(lang)).unwrap().filter_map(|file| {
                let name = file.unwrap().file_name().into_string().unwrap();
                name.strip_suffix(".ogg").map(str::to_owned)
            });
            for line in voices {
                let track = tracks.get(&line).unwrap_or_else(|| panic!("{lang}: {line} has no shapes"));
                let (end, last) = *track.0.last().unwrap();
                assert!(track.0.len() > 2 && usize::from(last) == VISEMES && end < 15.0, "{lang} {line}: {track:?}");
            }
        }
    }

    #[test]
    fn a_broken_file_leaves_mouths_to_chance() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("visemes.json");
        std::fs::write(&file, "{\"a\": [[0, -1]]}").unwrap();
        assert!(tracks(&file).0.is_empty());
        assert!(tracks(&dir.path().join("none.json")).0.is_empty());
    }
}
