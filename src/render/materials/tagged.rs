//! Standard materials with a fragment shader of ours that needs nothing but the number of the instance ([`super::Tag`]).
//!
//! They bind what the standard material binds and nothing else, so the engine joins draws of them as it does of the standard
//! one, with or without bindless resources.

use std::{collections::HashMap, marker::PhantomData};

use bevy::{
    ecs::system::SystemParamItem,
    pbr::{ExtendedMaterial, MaterialExtension},
    prelude::*,
    render::{
        render_resource::{
            AsBindGroup, AsBindGroupError, BindGroupLayout, BindGroupLayoutEntry, BindingResources, BindlessDescriptor,
            BindlessSlabResourceLimit, UnpreparedBindGroup,
        },
        renderer::RenderDevice,
    },
    shader::{Shader, ShaderRef},
};

/// Which shader.
pub trait Kind: Send + Sync + TypePath + Clone + Default + 'static {
    /// The fragment shader.
    const SHADER: Handle<Shader>;
    /// What it is called in messages of the graphics driver.
    const LABEL: &'static str;
}

/// The part of such a material that is ours.
#[derive(Asset, TypePath, Debug, Clone, Default)]
pub struct Tagged<K: Kind>(PhantomData<K>);

/// A standard material with a fragment shader of ours.
pub type TaggedMaterial<K> = ExtendedMaterial<StandardMaterial, Tagged<K>>;

impl<K: Kind> MaterialExtension for Tagged<K> {
    fn fragment_shader() -> ShaderRef {
        ShaderRef::Handle(K::SHADER)
    }
}

impl<K: Kind> AsBindGroup for Tagged<K> {
    type Data = ();
    type Param = ();

    fn bindless_slot_count() -> Option<BindlessSlabResourceLimit> {
        Some(BindlessSlabResourceLimit::Auto)
    }

    fn label() -> &'static str {
        K::LABEL
    }

    fn bind_group_data(&self) -> Self::Data {}

    fn unprepared_bind_group(
        &self,
        _: &BindGroupLayout,
        _: &RenderDevice,
        _: &mut SystemParamItem<'_, '_, Self::Param>,
        _: bool,
    ) -> Result<UnpreparedBindGroup, AsBindGroupError> {
        Ok(UnpreparedBindGroup { bindings: BindingResources(Vec::new()) })
    }

    fn bind_group_layout_entries(_: &RenderDevice, _: bool) -> Vec<BindGroupLayoutEntry> {
        Vec::new()
    }

    fn bindless_descriptor() -> Option<BindlessDescriptor> {
        Some(BindlessDescriptor {
            resources: [].as_slice().into(),
            buffers: [].as_slice().into(),
            index_tables: [].as_slice().into(),
        })
    }
}

/// Materials made of the models' own ones. They follow them: what is changed there, such as a picture's smaller versions, is
/// changed here too.
#[derive(Resource)]
pub struct Copies<K: Kind>(HashMap<AssetId<StandardMaterial>, (Handle<StandardMaterial>, Handle<TaggedMaterial<K>>)>);

impl<K: Kind> Default for Copies<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Kind> Copies<K> {
    /// The material with our shader for one of a model; the same for all who have that one.
    pub fn of(
        &mut self,
        own: &Handle<StandardMaterial>,
        owns: &Assets<StandardMaterial>,
        made: &mut Assets<TaggedMaterial<K>>,
    ) -> Handle<TaggedMaterial<K>> {
        let make = || {
            let base = owns.get(own).cloned().unwrap_or_default();
            (own.clone(), made.add(TaggedMaterial { base, extension: Tagged::default() }))
        };
        self.0.entry(own.id()).or_insert_with(make).1.clone()
    }
}

/// What a kind of these materials needs.
pub(super) fn plugin<K: Kind>(app: &mut App) {
    app.init_resource::<Copies<K>>()
        .add_plugins(MaterialPlugin::<TaggedMaterial<K>>::default())
        .add_systems(PostUpdate, follow::<K>);
}

fn follow<K: Kind>(
    mut changed: MessageReader<AssetEvent<StandardMaterial>>,
    copies: Res<Copies<K>>,
    owns: Res<Assets<StandardMaterial>>,
    mut made: ResMut<Assets<TaggedMaterial<K>>>,
) {
    for event in changed.read() {
        let AssetEvent::Modified { id } = event else { continue };
        let Some((_, copy)) = copies.0.get(id) else { continue };
        if let (Some(own), Some(mut copy)) = (owns.get(*id), made.get_mut(copy)) {
            copy.base = own.clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::ecs::system::RunSystemOnce;

    #[derive(TypePath, Clone, Default)]
    struct Nothing;

    impl Kind for Nothing {
        const SHADER: Handle<Shader> = super::super::CLOTH.0;
        const LABEL: &'static str = "none";
    }

    #[test]
    fn a_copy_is_made_once_and_follows_its_own() {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, AssetPlugin::default()))
            .init_asset::<StandardMaterial>()
            .init_asset::<TaggedMaterial<Nothing>>()
            .init_resource::<Copies<Nothing>>()
            .add_systems(PostUpdate, follow::<Nothing>);
        let own = app.world_mut().resource_mut::<Assets<StandardMaterial>>().add(StandardMaterial::default());
        let asked = own.clone();
        let of = move |mut copies: ResMut<Copies<Nothing>>,
                       owns: Res<Assets<StandardMaterial>>,
                       mut made: ResMut<Assets<TaggedMaterial<Nothing>>>| {
            [copies.of(&asked, &owns, &mut made), copies.of(&asked, &owns, &mut made)]
        };
        let [first, second] = app.world_mut().run_system_once(of).expect("it can run");
        assert_eq!(first, second);
        app.update();
        if let Some(mut own) = app.world_mut().resource_mut::<Assets<StandardMaterial>>().get_mut(&own) {
            own.reflectance = 0.125;
        }
        app.update();
        app.update();
        let made = app.world().resource::<Assets<TaggedMaterial<Nothing>>>();
        assert_eq!(made.get(&first).map(|copy| copy.base.reflectance), Some(0.125));
    }
}
