//! Where the head is, and what the poses of a session are measured in.

use bevy::prelude::*;
use bevy::render::RenderApp;
use bevy::render::extract_resource::ExtractResourcePlugin;
use bevy_mod_openxr::helper_traits::{ToQuat, ToVec3};
use bevy_mod_openxr::init::should_run_frame_loop;
use bevy_mod_openxr::resources::{OxrFrameState, OxrInstance};
use bevy_mod_openxr::session::OxrSession;
use bevy_mod_xr::session::{XrPreDestroySession, XrSessionCreated};
use bevy_mod_xr::spaces::XrPrimaryReferenceSpace;
use openxr::{Posef, ReferenceSpaceType, Space, SpaceLocationFlags, Time};

use super::Headset;
use super::life::{Lost, is_alive};
use crate::app::InputSystems;

/// The spaces of a session.
#[derive(Resource)]
pub(super) struct Spaces {
    /// What everything is measured in.
    pub room: Space,
    head: Space,
}

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(ExtractResourcePlugin::<XrPrimaryReferenceSpace>::default())
        .add_systems(XrSessionCreated, choose.run_if(resource_exists::<OxrSession>))
        .add_systems(XrPreDestroySession, forget)
        .add_systems(
            PreUpdate,
            find_head
                .before(InputSystems::Collect)
                .run_if(should_run_frame_loop)
                .run_if(is_alive)
                .run_if(resource_exists::<Spaces>.and_then(resource_exists::<OxrFrameState>)),
        );
    app.sub_app_mut(RenderApp).add_systems(XrPreDestroySession, |mut commands: Commands| {
        commands.remove_resource::<XrPrimaryReferenceSpace>()
    });
}

/// A space over the floor if there is one, else one from where the head is.
fn choose(
    session: Res<OxrSession>,
    instance: Res<OxrInstance>,
    lost: Res<Lost>,
    mut headset: ResMut<Headset>,
    mut commands: Commands,
) {
    let offered = session.enumerate_reference_spaces().unwrap_or_default();
    let with_floor = [ReferenceSpaceType::STAGE, ReferenceSpaceType::LOCAL_FLOOR];
    let is_usable = |kind: &ReferenceSpaceType| {
        offered.contains(kind)
            && (*kind != ReferenceSpaceType::LOCAL_FLOOR || instance.exts().ext_local_floor.is_some())
    };
    let kind = with_floor.into_iter().find(is_usable);
    headset.has_floor = kind.is_some();
    let kind = kind.unwrap_or(ReferenceSpaceType::LOCAL);
    let plain = |kind| openxr::Session::create_reference_space(&session, kind, Posef::IDENTITY);
    let spaces = plain(kind).and_then(|room| Ok(Spaces { room, head: plain(ReferenceSpaceType::VIEW)? }));
    match (spaces, session.create_reference_space(kind, Isometry3d::IDENTITY)) {
        (Ok(spaces), Ok(primary)) => {
            commands.insert_resource(spaces);
            commands.insert_resource(XrPrimaryReferenceSpace(primary));
        }
        (Err(code), _) | (_, Err(code)) => lost.set("xrCreateReferenceSpace", code),
    }
}

fn forget(mut commands: Commands) {
    commands.remove_resource::<Spaces>();
    commands.remove_resource::<XrPrimaryReferenceSpace>();
}

fn find_head(spaces: Res<Spaces>, state: Res<OxrFrameState>, mut headset: ResMut<Headset>) {
    // What is not seen for a moment is where it was.
    if let Some(head) = locate(&spaces.head, &spaces.room, state.predicted_display_time) {
        headset.head = Some(head);
    }
}

/// Where a space is, if that is known.
pub(super) fn locate(space: &Space, room: &Space, time: Time) -> Option<Isometry3d> {
    let found = space.locate(room, time).ok()?;
    let needed = SpaceLocationFlags::POSITION_VALID | SpaceLocationFlags::ORIENTATION_VALID;
    found.location_flags.contains(needed).then(|| isometry(found.pose))
}

/// A pose in the engine's terms, which has the same axes.
pub(super) fn isometry(pose: Posef) -> Isometry3d {
    Isometry3d::new(pose.position.to_vec3(), pose.orientation.to_quat())
}
