//! A frame of both eyes: wait for its time, see where the eyes will be, draw, hand over. Poses are located a second time
//! just before drawing, so that the picture lags less behind the head.

use bevy::prelude::*;
use bevy::render::extract_resource::ExtractResourcePlugin;
use bevy::render::texture::ManualTextureViews;
use bevy::render::{Render, RenderApp};
use bevy_mod_openxr::environment_blend_mode::OxrEnvironmentBlendModes;
use bevy_mod_openxr::init::should_run_frame_loop;
use bevy_mod_openxr::layer_builder::{LayerProvider, ProjectionLayer};
use bevy_mod_openxr::render::{
    OxrWaitFrameSystem, add_texture_view, clean_views, init_views, locate_views, update_cameras, update_views,
    update_views_render_world,
};
use bevy_mod_openxr::resources::{
    OxrCurrentSessionConfig, OxrFrameState, OxrFrameStream, OxrFrameWaiter, OxrSwapchain, OxrSwapchainImages, OxrViews,
};
use bevy_mod_openxr::session::OxrSession;
use bevy_mod_xr::camera::{XrCamera, XrProjection, XrViewInit};
use bevy_mod_xr::session::{XrFirst, XrHandleEvents, XrPreDestroySession, XrRenderSystems, XrSessionCreated};

use super::life::{Lost, is_alive};

/// What is nearer is not drawn, in metres: one's own hands are.
const NEAR: f32 = 0.05;
/// Longest wait for a picture to draw in, in nanoseconds.
const IMAGE_WAIT: i64 = 2_000_000_000;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<OxrViews>()
        .add_plugins((
            ExtractResourcePlugin::<OxrFrameState>::default(),
            ExtractResourcePlugin::<OxrCurrentSessionConfig>::default(),
            ExtractResourcePlugin::<OxrSwapchainImages>::default(),
            ExtractResourcePlugin::<OxrViews>::default(),
        ))
        .add_systems(
            XrFirst,
            (wait, update_cameras)
                .chain()
                .run_if(should_run_frame_loop)
                .run_if(is_alive)
                .in_set(OxrWaitFrameSystem)
                .in_set(XrHandleEvents::FrameLoop),
        )
        .add_systems(XrSessionCreated, init_views::<true>.in_set(XrViewInit).run_if(resource_exists::<OxrSession>))
        .add_systems(XrPreDestroySession, clean_views)
        .add_systems(
            PostUpdate,
            (see_near_things, locate_views, update_views)
                .chain()
                .before(TransformSystems::Propagate)
                .run_if(should_run_frame_loop)
                .run_if(is_alive)
                .run_if(resource_exists::<OxrFrameState>),
        );
    app.sub_app_mut(RenderApp)
        .insert_resource(Layers(vec![Box::new(ProjectionLayer)]))
        .add_systems(XrPreDestroySession, clean_views)
        .add_systems(
            Render,
            (begin, acquire, locate_views, update_views_render_world, wait_for_image)
                .chain()
                .in_set(XrRenderSystems::PreRender)
                .run_if(should_run_frame_loop)
                .run_if(is_alive),
        )
        .add_systems(
            Render,
            (release, hand_over)
                .chain()
                .in_set(XrRenderSystems::PostRender)
                .run_if(should_run_frame_loop)
                .run_if(is_alive),
        );
}

/// What the runtime shows, from the back to the front.
#[derive(Resource)]
struct Layers(Vec<Box<dyn LayerProvider + Send + Sync>>);

fn wait(mut waiter: ResMut<OxrFrameWaiter>, mut commands: Commands, lost: Res<Lost>) {
    match waiter.wait() {
        Ok(state) => commands.insert_resource(OxrFrameState(state)),
        Err(code) => lost.set("xrWaitFrame", code),
    }
}

fn see_near_things(mut eyes: Query<&mut Projection, Added<XrCamera>>) {
    for mut projection in &mut eyes {
        if let Projection::Custom(custom) = &mut *projection
            && let Some(eye) = custom.get_mut::<XrProjection>()
        {
            eye.near = NEAR;
        }
    }
}

fn begin(mut stream: ResMut<OxrFrameStream>, lost: Res<Lost>) {
    if let Err(code) = stream.begin() {
        lost.set("xrBeginFrame", code);
    }
}

fn acquire(
    images: Res<OxrSwapchainImages>,
    mut swapchain: ResMut<OxrSwapchain>,
    mut views: ResMut<ManualTextureViews>,
    session: Res<OxrCurrentSessionConfig>,
    state: Res<OxrFrameState>,
    lost: Res<Lost>,
) {
    if !state.should_render || lost.is_set() {
        return;
    }
    match swapchain.acquire_image() {
        Ok(at) => {
            for eye in 0..2 {
                add_texture_view(&mut views, &images[at as usize], &session, eye);
            }
        }
        Err(code) => lost.set("xrAcquireSwapchainImage", code),
    }
}

fn wait_for_image(mut swapchain: ResMut<OxrSwapchain>, state: Res<OxrFrameState>, lost: Res<Lost>) {
    if state.should_render
        && !lost.is_set()
        && let Err(code) = swapchain.wait_image(openxr::Duration::from_nanos(IMAGE_WAIT))
    {
        lost.set("xrWaitSwapchainImage", code);
    }
}

fn release(mut swapchain: ResMut<OxrSwapchain>, state: Res<OxrFrameState>, lost: Res<Lost>) {
    if state.should_render
        && !lost.is_set()
        && let Err(code) = swapchain.release_image()
    {
        lost.set("xrReleaseSwapchainImage", code);
    }
}

/// Hands the frame over, also one in which nothing was to be drawn.
fn hand_over(world: &mut World) {
    if world.resource::<Lost>().is_set() {
        return;
    }
    world.resource_scope::<OxrFrameStream, ()>(|world, mut stream| {
        let state = world.resource::<OxrFrameState>();
        let providers = &world.resource::<Layers>().0;
        let layers: Vec<_> = match state.should_render {
            true => providers.iter().filter_map(|provider| provider.get(world)).collect(),
            false => Vec::new(),
        };
        let layers: Vec<_> = layers.iter().map(Box::as_ref).collect();
        let blend = world.resource::<OxrEnvironmentBlendModes>().blend_mode();
        if let Err(error) = stream.end(state.predicted_display_time, blend, &layers) {
            world.resource::<Lost>().set("xrEndFrame", error);
        }
    });
}
