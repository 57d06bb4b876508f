//! Darkness before the eyes: a ring around the middle of the view while the body is moved and the head is not, against
//! sickness, or all of it.

use bevy::{
    camera::visibility::NoFrustumCulling,
    light::{NotShadowCaster, NotShadowReceiver},
    mesh::MeshVertexBufferLayoutRef,
    pbr::{MaterialPipeline, MaterialPipelineKey},
    prelude::*,
    render::render_resource::{
        AsBindGroup, CompareFunction, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError,
    },
    shader::ShaderRef,
};

use crate::app::Classroom;
use crate::rig::Fade;

use super::VIGNETTE;
use crate::render::ViewPoint;

/// Radius of the shell around the head, in metres: behind the nearest that is drawn, before everything else.
const RADIUS: f32 = 0.3;

/// How much of the view is dark. Whoever moves the body sets it.
#[derive(Resource, Debug, Clone, Copy, PartialEq)]
pub struct Vignette {
    /// How dark all of the view is, 0 to 1.
    pub all: f32,
    /// From 0, which is no ring, to 1, which is all dark outside.
    pub strength: f32,
    /// Up to here from the middle of the view everything is seen, in degrees.
    pub inner_deg: f32,
    /// From the edge of what is seen until it is dark, in degrees.
    pub soft_deg: f32,
}

impl Default for Vignette {
    fn default() -> Self {
        Self { all: 0.0, strength: 0.0, inner_deg: 30.0, soft_deg: 12.0 }
    }
}

#[derive(Debug, Clone, Copy, Default, ShaderType)]
struct Ring {
    colour: Vec4,
    reach: Vec4,
}

impl From<Vignette> for Ring {
    fn from(ring: Vignette) -> Self {
        let strength = ring.strength.clamp(0.0, 1.0);
        let outer = ring.inner_deg + ring.soft_deg.max(0.1);
        Self {
            colour: Vec4::new(0.006, 0.007, 0.009, strength),
            reach: Vec4::new(ring.inner_deg, outer, ring.all.clamp(0.0, 1.0), 0.0),
        }
    }
}

/// The ring, as a shell around the head.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone, Default)]
struct VignetteMaterial {
    #[uniform(0)]
    ring: Ring,
}

impl Material for VignetteMaterial {
    fn fragment_shader() -> ShaderRef {
        ShaderRef::Handle(VIGNETTE.0)
    }

    fn alpha_mode(&self) -> AlphaMode {
        AlphaMode::Blend
    }

    fn specialize(
        _: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        _: &MeshVertexBufferLayoutRef,
        _: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.primitive.cull_mode = None;
        if let Some(depth) = &mut descriptor.depth_stencil {
            depth.depth_compare = Some(CompareFunction::Always);
            depth.depth_write_enabled = Some(false);
        }
        Ok(())
    }
}

#[derive(Component)]
struct Shell;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Vignette>()
        .add_plugins(MaterialPlugin::<VignetteMaterial>::default())
        .add_systems(Startup, hang)
        .add_systems(
            PostUpdate,
            (close.run_if(resource_exists::<Fade>), follow).chain().before(TransformSystems::Propagate),
        );
}

fn hang(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, mut materials: ResMut<Assets<VignetteMaterial>>) {
    commands.spawn((
        Name::new("vignette"),
        Shell,
        Mesh3d(
            meshes.add(Sphere::new(RADIUS).mesh().ico(2).unwrap_or_else(|_| Cuboid::from_length(2.0 * RADIUS).into())),
        ),
        MeshMaterial3d(materials.add(VignetteMaterial::default())),
        NoFrustumCulling,
        NotShadowCaster,
        NotShadowReceiver,
        Visibility::Hidden,
    ));
}

/// As dark as it is before the eyes of a headset's wearer.
fn close(fade: Res<Fade>, mut vignette: ResMut<Vignette>) {
    vignette.set_if_neq(Vignette { all: fade.all, strength: fade.edges, ..default() });
}

/// The shell stays around the head. It is drawn while there is a ring, and before the lesson begins, so that nothing is
/// compiled for it later.
fn follow(
    ring: Res<Vignette>,
    view: Res<ViewPoint>,
    state: Option<Res<State<Classroom>>>,
    mut shells: Query<(&mut Transform, &mut Visibility, &MeshMaterial3d<VignetteMaterial>), With<Shell>>,
    mut materials: ResMut<Assets<VignetteMaterial>>,
) {
    let begins = state.is_some_and(|state| *state.get() == Classroom::Briefing);
    for (mut place, mut visibility, material) in &mut shells {
        let shown = ring.strength > 0.0 || ring.all > 0.0 || begins;
        visibility.set_if_neq(if shown { Visibility::Visible } else { Visibility::Hidden });
        if shown && place.translation != view.0 {
            place.translation = view.0;
        }
        if ring.is_changed()
            && let Some(mut material) = materials.get_mut(&material.0)
        {
            material.ring = (*ring).into();
        }
    }
}
