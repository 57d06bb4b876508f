//! Mends one line of the engine's shaders, in versions that have the mistake.
//!
//! Where a graphics driver cannot bind arrays of textures, Bevy 0.19.1 compiles a variant of its environment lighting in
//! which an integer is used as a condition, and everything with a lightmap stays unseen
//! (`bevy_pbr/src/light_probe/environment_map.wgsl`, the second `compute_radiances`). Where the line is right, or gone,
//! nothing is changed.

use bevy::{
    prelude::*,
    shader::{Shader, ShaderImport, Source},
};

const MODULE: &str = "bevy_pbr::environment_map";
const WRONG: &str = "light_probes.view_environment_map_affects_lightmapped_mesh_diffuse;";
const RIGHT: &str = "light_probes.view_environment_map_affects_lightmapped_mesh_diffuse != 0u;";

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, mend);
}

fn mend(mut loaded: MessageReader<AssetEvent<Shader>>, mut shaders: ResMut<Assets<Shader>>) {
    for event in loaded.read() {
        let AssetEvent::Added { id } = event else { continue };
        let wrong = shaders.get(*id).is_some_and(|shader| {
            shader.import_path == ShaderImport::Custom(MODULE.to_owned()) && shader.source.as_str().contains(WRONG)
        });
        if wrong && let Some(mut shader) = shaders.get_mut(*id) {
            shader.source = Source::Wgsl(mended(shader.source.as_str()).into());
        }
    }
}

fn mended(source: &str) -> String {
    source.replace(WRONG, RIGHT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_wrong_line_changes_and_only_once() {
        let source = format!("enable = enable &&\n    {WRONG}\nother();");
        let once = mended(&source);
        assert!(once.contains(RIGHT) && once.contains("other();"));
        assert_eq!(mended(&once), once);
    }
}
