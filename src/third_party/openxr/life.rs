//! The life of a session: begun when the runtime is ready, ended when it says so, mourned when it is lost, looked for
//! again. No failing call panics: the first that fails sets [`Lost`], and from then on nobody calls the runtime.

use std::fmt::Display;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::render::extract_resource::ExtractResourcePlugin;
use bevy::render::{ExtractSchedule, MainWorld, Render, RenderApp};
use bevy_mod_openxr::environment_blend_mode::OxrEnvironmentBlendModes;
use bevy_mod_openxr::graphics::GraphicsWrap;
use bevy_mod_openxr::init::{create_xr_session, destroy_xr_session, transfer_xr_resources};
use bevy_mod_openxr::resources::{
    OxrInstance, OxrSessionConfig, OxrSessionStarted, OxrSystemId, SessionGraphicsCreateInfo,
};
use bevy_mod_openxr::session::{OxrSession, OxrSessionCreateNextChain};
use bevy_mod_xr::camera::XrCameraPlugin;
use bevy_mod_xr::session::{XrDestroySessionRender, XrFirst, XrHandleEvents, XrSessionPlugin, XrState};
use openxr::{Event, EventDataBuffer, SessionState, ViewConfigurationType};

use super::open::{Connection, Opened, Refused, connect};
use super::{HandState, Headset, Presence};
use crate::app::{NoticeLevel, Notices, Said};

/// How long after a loss, or a search that found nothing, the runtime is looked for again.
const SEARCH_AFTER: Duration = Duration::from_secs(3);

/// Asks the runtime to end the session, as its own menu can: the lesson then goes on on the desk.
#[derive(Message, Debug, Clone, Copy)]
pub struct LeaveHeadset;

/// Set, in either world, by the first call that reports that the runtime or the session is gone.
#[derive(Resource, Clone, Default)]
pub(super) struct Lost(Arc<AtomicBool>);

impl Lost {
    /// Notes that a call failed.
    pub fn set(&self, call: &str, reason: impl Display) {
        if !self.0.swap(true, Ordering::Relaxed) {
            warn!("the headset was lost in {call}: {reason}");
        }
    }

    /// Whether it is lost.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Whether the runtime can be called.
pub(super) fn is_alive(lost: Res<Lost>) -> bool {
    !lost.is_set()
}

/// What comes of the connection.
#[derive(Resource)]
enum Life {
    /// A session is wanted.
    Wanted,
    /// There is one.
    Living,
    /// It was ended by the wearer; there will be no other.
    Ended,
    /// It was lost at this time.
    Lost(Instant),
    /// Another thread looks for a runtime.
    Searching(Mutex<Receiver<Result<Connection, Refused>>>),
}

pub(super) fn plugin(app: &mut App, opened: Opened, eyes: Option<UVec2>) {
    let lost = Lost::default();
    let Connection { instance, system } = opened.connection;
    app.add_plugins((XrSessionPlugin { auto_handle: false }, XrCameraPlugin))
        .add_plugins((
            ExtractResourcePlugin::<OxrSessionStarted>::default(),
            ExtractResourcePlugin::<OxrEnvironmentBlendModes>::default(),
        ))
        .insert_resource(OxrSessionConfig {
            // Of formats the last one that the runtime has is taken.
            formats: Some(vec![
                bevy::render::render_resource::TextureFormat::Bgra8UnormSrgb,
                bevy::render::render_resource::TextureFormat::Rgba8UnormSrgb,
            ]),
            resolutions: eyes.map(|size| vec![size]),
            ..default()
        })
        .insert_resource(instance.clone())
        .insert_resource(OxrSystemId(system))
        .insert_resource(XrState::Available)
        .insert_resource(OxrSessionStarted(false))
        .insert_non_send(opened.graphics)
        .init_non_send::<OxrSessionCreateNextChain>()
        .insert_resource(lost.clone())
        .insert_resource(Life::Wanted)
        .add_systems(XrFirst, live.in_set(XrHandleEvents::Poll));
    app.sub_app_mut(RenderApp)
        .insert_resource(instance)
        .insert_resource(OxrSystemId(system))
        .insert_resource(XrState::Available)
        .insert_resource(OxrSessionStarted(false))
        .insert_resource(lost)
        .add_systems(ExtractSchedule, (transfer_xr_resources, follow_instance))
        .add_systems(Render, bury.run_if(is_to_be_buried));
}

/// One step of the life, at the start of each frame.
fn live(world: &mut World) {
    let is_lost = world.resource::<Lost>().is_set();
    match world.resource::<Life>() {
        Life::Wanted => begin_life(world),
        Life::Living | Life::Ended if is_lost => mourn(world),
        Life::Living => {
            leave_if_asked(world);
            for news in poll(world) {
                enter(world, news);
            }
        }
        Life::Ended => {}
        Life::Lost(since) if since.elapsed() >= SEARCH_AFTER => search(world),
        Life::Lost(_) => {}
        Life::Searching(_) => look_whether_found(world),
    }
}

fn begin_life(world: &mut World) {
    create_xr_session(world);
    if world.contains_resource::<OxrSession>() {
        world.insert_resource(XrState::Idle);
        world.insert_resource(Life::Living);
        let mut headset = world.resource_mut::<Headset>();
        headset.presence = Presence::Away;
    } else {
        // The crate has logged why.
        world.insert_resource(Life::Ended);
        world.insert_resource(XrState::Available);
        notice(world, NoticeLevel::Warning, no_session());
    }
}

fn leave_if_asked(world: &mut World) {
    let is_asked = world.resource_mut::<Messages<super::LeaveHeadset>>().drain().count() > 0;
    if is_asked && let Some(session) = world.get_resource::<OxrSession>() {
        // A session that does not run has nothing to leave.
        session.request_exit().ok();
    }
}

/// What the runtime told.
enum News {
    State(SessionState),
    Moved,
}

fn poll(world: &mut World) -> Vec<News> {
    let (instance, lost) = (world.resource::<OxrInstance>().clone(), world.resource::<Lost>().clone());
    let mut buffer = EventDataBuffer::default();
    let mut news = Vec::new();
    loop {
        match instance.poll_event(&mut buffer) {
            Ok(None) => return news,
            Ok(Some(Event::SessionStateChanged(changed))) => news.push(News::State(changed.state())),
            Ok(Some(Event::ReferenceSpaceChangePending(_))) => news.push(News::Moved),
            Ok(Some(Event::InstanceLossPending(_))) => {
                lost.set("xrPollEvent", "the runtime ends");
                return news;
            }
            Ok(Some(_)) => {}
            Err(code) => {
                lost.set("xrPollEvent", code);
                return news;
            }
        }
    }
}

/// Does what a state of the session wants.
fn enter(world: &mut World, news: News) {
    let state = match news {
        News::State(state) => state,
        News::Moved => {
            world.resource_mut::<Headset>().moved += 1;
            return;
        }
    };
    info!("the headset's session is {state:?}");
    let lost = world.resource::<Lost>().clone();
    let session = world.get_resource::<OxrSession>().cloned();
    let running = match state {
        SessionState::READY => {
            let begun =
                session.map_or(Ok(()), |session| session.begin(ViewConfigurationType::PRIMARY_STEREO).map(drop));
            if let Err(code) = begun {
                lost.set("xrBeginSession", code);
            }
            world.insert_resource(OxrSessionStarted(true));
            XrState::Ready
        }
        SessionState::SYNCHRONIZED | SessionState::VISIBLE | SessionState::FOCUSED => XrState::Running,
        SessionState::STOPPING => {
            world.insert_resource(OxrSessionStarted(false));
            if let Some(Err(code)) = session.map(|session| session.end()) {
                lost.set("xrEndSession", code);
            }
            XrState::Idle
        }
        SessionState::EXITING => {
            end(world);
            world.insert_resource(Life::Ended);
            notice(world, NoticeLevel::Info, left());
            XrState::Available
        }
        SessionState::LOSS_PENDING => {
            lost.set("xrPollEvent", "the session ends");
            XrState::Idle
        }
        _ => XrState::Idle,
    };
    world.insert_resource(running);
    let presence = match state {
        SessionState::FOCUSED => Presence::Worn,
        SessionState::EXITING => Presence::None,
        _ => Presence::Away,
    };
    let mut headset = world.resource_mut::<Headset>();
    headset.presence = presence;
    if presence != Presence::Worn {
        headset.hands = [HandState::default(); 2];
    }
}

/// Takes the session down in both worlds.
fn end(world: &mut World) {
    world.insert_resource(OxrSessionStarted(false));
    if world.contains_resource::<OxrSession>() {
        destroy_xr_session(world);
        world.resource::<XrDestroySessionRender>().0.store(true, Ordering::Relaxed);
    }
}

/// The runtime is gone: so is all that belonged to it. The loader allows one instance, so every reference goes.
fn mourn(world: &mut World) {
    end(world);
    world.remove_resource::<OxrInstance>();
    world.insert_resource(XrState::Unavailable);
    *world.resource_mut::<Headset>() = Headset::default();
    world.insert_resource(Life::Lost(Instant::now()));
    notice(world, NoticeLevel::Warning, lost_it());
}

/// Looks for a runtime, on a thread of its own: that can take a while.
fn search(world: &mut World) {
    let (found, finds) = channel();
    let look = move || {
        // Nobody waits any more when the program ends.
        found.send(connect()).ok();
    };
    let life = match std::thread::Builder::new().name("headset".to_owned()).spawn(look) {
        Ok(_) => Life::Searching(Mutex::new(finds)),
        Err(error) => {
            debug!("no thread to look for the headset: {error}");
            Life::Lost(Instant::now())
        }
    };
    world.insert_resource(life);
}

fn look_whether_found(world: &mut World) {
    let Life::Searching(finds) = world.resource::<Life>() else { return };
    let found = finds.lock().map_or(Err(TryRecvError::Disconnected), |finds| finds.try_recv());
    match found {
        Err(TryRecvError::Empty) => {}
        Ok(Ok(connection)) => connect_again(world, connection),
        Ok(Err(refused)) => {
            debug!("no headset yet: {refused:?}");
            world.insert_resource(Life::Lost(Instant::now()));
        }
        Err(TryRecvError::Disconnected) => world.insert_resource(Life::Lost(Instant::now())),
    }
}

/// A new runtime on the device that is already there. Where it wants another device, the desk stays.
fn connect_again(world: &mut World, Connection { instance, system }: Connection) {
    let GraphicsWrap::Vulkan(device) = &world.non_send::<SessionGraphicsCreateInfo>().0;
    let asked = instance.graphics_requirements::<openxr::Vulkan>(system);
    // SAFETY: the Vulkan instance is that of the engine's own device, which lives as long as the program.
    #[expect(unsafe_code, reason = "the runtime insists on this call, and it takes Vulkan's own handle")]
    let wants = asked.and_then(|_| unsafe { instance.vulkan_graphics_device(system, device.instance) });
    if wants.is_ok_and(|wants| wants == device.physical_device) {
        world.insert_resource(instance);
        world.insert_resource(OxrSystemId(system));
        world.insert_resource(XrState::Available);
        world.insert_resource(Life::Wanted);
        world.resource::<Lost>().0.store(false, Ordering::Relaxed);
        notice(world, NoticeLevel::Info, found_again());
    } else {
        world.insert_resource(Life::Lost(Instant::now()));
    }
}

fn notice(world: &mut World, level: NoticeLevel, text: Said) {
    if let Some(mut notices) = world.get_resource_mut::<Notices>() {
        notices.push(level, text);
    }
}

/// Keeps the render world's copy of the instance in step with the main world's.
fn follow_instance(main: Res<MainWorld>, mine: Option<Res<OxrInstance>>, mut commands: Commands) {
    match (main.get_resource::<OxrInstance>(), mine) {
        (None, Some(_)) => commands.remove_resource::<OxrInstance>(),
        (Some(theirs), None) => commands.insert_resource(theirs.clone()),
        (Some(theirs), Some(mine)) if theirs.as_raw() != mine.as_raw() => commands.insert_resource(theirs.clone()),
        _ => {}
    }
}

fn is_to_be_buried(flag: Option<Res<XrDestroySessionRender>>) -> bool {
    flag.is_some_and(|flag| flag.0.load(Ordering::Relaxed))
}

/// Drops what the render world still holds of a session.
fn bury(world: &mut World) {
    destroy_xr_session(world);
    world.resource::<XrDestroySessionRender>().0.store(false, Ordering::Relaxed);
}

fn no_session() -> Said {
    Said::new(
        "De headset kon niet gebruikt worden. De les gaat door op het scherm.",
        "The headset could not be used. The lesson goes on on the desktop.",
    )
}

fn left() -> Said {
    Said::new(
        "Je hebt de headset verlaten. De les gaat door op het scherm.",
        "You left the headset. The lesson goes on on the desktop.",
    )
}

fn lost_it() -> Said {
    Said::new(
        "De verbinding met de headset is weg. De les staat stil en er is niets verloren: ga verder op het scherm, of start de software van de headset opnieuw.",
        "The connection to the headset is gone. The lesson stands still and nothing is lost: go on on the desktop, or start the headset's software again.",
    )
}

fn found_again() -> Said {
    Said::new("De headset is er weer.", "The headset is back.")
}
