//! Reads the hands: one action for each thing of a controller, for both hands; and lets them feel a tick.

use bevy::prelude::*;
use bevy_mod_openxr::init::should_run_frame_loop;
use bevy_mod_openxr::resources::{OxrFrameState, OxrInstance, OxrSystemId};
use bevy_mod_openxr::session::OxrSession;
use bevy_mod_xr::session::{XrPreDestroySession, XrSessionCreated};
use openxr::{
    Action, ActionInput, ActionSet, ActiveActionSet, Binding, HandTracker, Haptic, HapticVibration, Path, Posef, Space,
    SpaceLocationFlags, Time, Vector2f,
};

use super::life::{Lost, is_alive};
use super::profiles::{Input, PROFILES, Profile};
use super::spaces::{Spaces, isometry, locate};
use super::{Hand, HandState, Headset, Joint, Joints, Pulse};
use crate::app::InputSystems;

/// How long a tick is, in nanoseconds, and how strong, 0 to 1.
const TICK: (i64, f32) = (25_000_000, 0.5);

/// The actions of a session.
struct Actions {
    set: ActionSet,
    grip: Action<Posef>,
    aim: Action<Posef>,
    trigger: Action<f32>,
    squeeze: Action<f32>,
    stick: Action<Vector2f>,
    stick_click: Action<bool>,
    primary: Action<bool>,
    secondary: Action<bool>,
    menu: Action<bool>,
    haptic: Action<Haptic>,
}

/// What a hand is known by.
struct Side {
    path: Path,
    grip: Space,
    aim: Space,
    joints: Option<HandTracker>,
}

#[derive(Resource)]
struct Controls {
    actions: Actions,
    sides: [Side; 2],
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(XrSessionCreated, begin.run_if(resource_exists::<OxrSession>))
        .add_systems(XrPreDestroySession, |mut commands: Commands| commands.remove_resource::<Controls>())
        .add_systems(
            PreUpdate,
            read.before(InputSystems::Collect)
                .run_if(should_run_frame_loop)
                .run_if(is_alive)
                .run_if(resource_exists::<Controls>)
                .run_if(resource_exists::<Spaces>.and_then(resource_exists::<OxrFrameState>)),
        )
        .add_systems(Last, pulse.run_if(resource_exists::<Controls>.and_then(is_alive)));
}

fn begin(
    instance: Res<OxrInstance>,
    system: Res<OxrSystemId>,
    session: Res<OxrSession>,
    lost: Res<Lost>,
    mut commands: Commands,
) {
    match controls(&instance, &system, &session) {
        Ok(controls) => commands.insert_resource(controls),
        Err(code) => lost.set("xrCreateAction", code),
    }
}

fn controls(instance: &OxrInstance, system: &OxrSystemId, session: &OxrSession) -> openxr::Result<Controls> {
    let paths = [instance.string_to_path("/user/hand/left")?, instance.string_to_path("/user/hand/right")?];
    let actions = Actions::new(instance, &paths)?;
    for profile in PROFILES.iter().filter(|profile| (profile.is_offered)(instance.exts())) {
        if let Err(code) = actions.suggest(instance, profile) {
            warn!("the runtime does not take the controller {}: {code}", profile.name);
        }
    }
    session.attach_action_sets(&[&actions.set])?;
    let has_joints = instance.supports_hand_tracking(**system).unwrap_or(false);
    let side = |path: Path, hand: openxr::Hand| -> openxr::Result<Side> {
        Ok(Side {
            path,
            grip: actions.grip.create_space(session, path, Posef::IDENTITY)?,
            aim: actions.aim.create_space(session, path, Posef::IDENTITY)?,
            // A hand that cannot be tracked is drawn by what it holds.
            joints: has_joints.then(|| session.create_hand_tracker(hand).ok()).flatten(),
        })
    };
    let sides = [side(paths[0], openxr::Hand::LEFT)?, side(paths[1], openxr::Hand::RIGHT)?];
    Ok(Controls { actions, sides })
}

impl Actions {
    fn new(instance: &OxrInstance, hands: &[Path]) -> openxr::Result<Self> {
        let set = instance.create_action_set("teaching", "Teaching", 0)?;
        Ok(Self {
            grip: set.create_action("grip", "Hand", hands)?,
            aim: set.create_action("aim", "Point", hands)?,
            trigger: set.create_action("trigger", "Choose, take, use", hands)?,
            squeeze: set.create_action("squeeze", "Close the hand", hands)?,
            stick: set.create_action("stick", "Go and turn", hands)?,
            stick_click: set.create_action("stick_click", "Press the stick", hands)?,
            primary: set.create_action("primary", "What can be done", hands)?,
            secondary: set.create_action("secondary", "Put down", hands)?,
            menu: set.create_action("menu", "Pause", hands)?,
            haptic: set.create_action("haptic", "Tick", hands)?,
            set,
        })
    }

    fn suggest(&self, instance: &OxrInstance, profile: &Profile) -> openxr::Result<()> {
        let name = instance.string_to_path(&format!("/interaction_profiles/{}", profile.name))?;
        let bind = |(input, path): (Input, String)| -> openxr::Result<Binding<'_>> {
            let path = instance.string_to_path(&path)?;
            Ok(match input {
                Input::Grip => Binding::new(&self.grip, path),
                Input::Aim => Binding::new(&self.aim, path),
                Input::Trigger => Binding::new(&self.trigger, path),
                Input::Squeeze => Binding::new(&self.squeeze, path),
                Input::Stick => Binding::new(&self.stick, path),
                Input::StickClick => Binding::new(&self.stick_click, path),
                Input::Primary => Binding::new(&self.primary, path),
                Input::Secondary => Binding::new(&self.secondary, path),
                Input::Menu => Binding::new(&self.menu, path),
                Input::Haptic => Binding::new(&self.haptic, path),
            })
        };
        let bindings: Vec<Binding<'_>> = profile.paths().map(bind).collect::<Result<_, _>>()?;
        instance.suggest_interaction_profile_bindings(name, &bindings)
    }

    fn hand(&self, session: &OxrSession, side: &Side, room: &Space, time: Time) -> HandState {
        let stick = value(&self.stick, session, side.path).unwrap_or_default();
        let pressed = |action| value(action, session, side.path).unwrap_or(false);
        HandState {
            grip: locate(&side.grip, room, time),
            aim: locate(&side.aim, room, time),
            joints: side.joints.as_ref().and_then(|tracker| joints(tracker, room, time)),
            trigger: value(&self.trigger, session, side.path).unwrap_or(0.0),
            squeeze: value(&self.squeeze, session, side.path).unwrap_or(0.0),
            stick: Vec2::new(stick.x, stick.y),
            stick_click: pressed(&self.stick_click),
            primary: pressed(&self.primary),
            secondary: pressed(&self.secondary),
            menu: pressed(&self.menu),
        }
    }
}

/// What an action says of a hand now; none if nothing of it is there.
fn value<T: ActionInput>(action: &Action<T>, session: &OxrSession, hand: Path) -> Option<T> {
    action.state(session, hand).ok().filter(|state| state.is_active).map(|state| state.current_state)
}

fn joints(tracker: &HandTracker, room: &Space, time: Time) -> Option<Joints> {
    let found = room.locate_hand_joints(tracker, time).ok()??;
    let needed = SpaceLocationFlags::POSITION_VALID | SpaceLocationFlags::ORIENTATION_VALID;
    let is_seen = found.iter().all(|joint| joint.location_flags.contains(needed));
    is_seen.then(|| std::array::from_fn(|at| Joint { pose: isometry(found[at].pose), radius: found[at].radius }))
}

fn read(
    controls: Res<Controls>,
    session: Res<OxrSession>,
    spaces: Res<Spaces>,
    state: Res<OxrFrameState>,
    lost: Res<Lost>,
    mut headset: ResMut<Headset>,
) {
    if let Err(code) = session.sync_actions(&[ActiveActionSet::new(&controls.actions.set)]) {
        return lost.set("xrSyncActions", code);
    }
    // Without focus the hands are the system's.
    if !headset.is_worn() {
        return;
    }
    let time = state.predicted_display_time;
    headset.hands = [0, 1].map(|at: usize| controls.actions.hand(&session, &controls.sides[at], &spaces.room, time));
}

fn pulse(mut pulses: MessageReader<Pulse>, controls: Res<Controls>, session: Option<Res<OxrSession>>) {
    let Some(session) = session else { return };
    for Pulse(hand) in pulses.read() {
        let side = &controls.sides[match hand {
            Hand::Left => 0,
            Hand::Right => 1,
        }];
        let tick =
            HapticVibration::new().duration(openxr::Duration::from_nanos(TICK.0)).amplitude(TICK.1).frequency(0.0);
        // A hand that cannot feel it misses nothing else.
        controls.actions.haptic.apply_feedback(&session, side.path, &tick).ok();
    }
}
