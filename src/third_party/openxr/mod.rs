//! The headset, by OpenXR. Everybody else knows only [`Headset`]: where head and hands are and what they press.
//!
//! `open` finds a runtime before the engine starts, `life` follows its session from state to state and survives its
//! loss, `frame` draws both eyes, `controls` and `profiles` read the hands, `spaces` says where everything is.
//! Of `bevy_mod_openxr` only what cannot fail at run time is used: see `docs/decisions/0013-openxr-frame-loop-of-our-own.md`.

mod controls;
mod frame;
mod life;
mod open;
mod profiles;
mod spaces;

use bevy::camera::{ManualTextureViewHandle, RenderTarget};
use bevy::prelude::*;
use bevy_mod_openxr::render::XR_TEXTURE_INDEX;

pub use bevy_mod_xr::camera::XrCamera as EyeCamera;
pub use bevy_mod_xr::session::XrTrackingRoot as TrackingRoot;
pub use life::LeaveHeadset;
pub use open::{Opened, Refused, open};

/// A hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hand {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

impl Hand {
    /// Both, left first.
    pub const BOTH: [Hand; 2] = [Hand::Left, Hand::Right];
}

/// Where the headset is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Presence {
    /// There is none, or it was lost: the lesson is on the desk.
    #[default]
    None,
    /// It is there, but nobody looks: it was taken off, or the system's menu lies over the lesson.
    Away,
    /// Somebody looks through it.
    Worn,
}

/// A joint of a hand.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Joint {
    /// Where it is.
    pub pose: Isometry3d,
    /// Half of the finger's width there, in metres.
    pub radius: f32,
}

/// Joints of a hand: palm, wrist, four of the thumb, and five of each other finger from the hand to its tip.
pub const JOINTS: usize = 26;

/// Joints of a hand, from the palm to the tip of the little finger.
pub type Joints = [Joint; JOINTS];

/// What a hand does. Poses are in the headset's own room.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct HandState {
    /// Where it holds the controller, if it is seen.
    pub grip: Option<Isometry3d>,
    /// From where and which way it points.
    pub aim: Option<Isometry3d>,
    /// Its joints, if they are seen.
    pub joints: Option<Joints>,
    /// How far the trigger is pulled, or thumb and forefinger are pinched: 0 to 1.
    pub trigger: f32,
    /// How firmly the hand closes, 0 to 1.
    pub squeeze: f32,
    /// The stick: right and ahead, each -1 to 1.
    pub stick: Vec2,
    /// The stick is pressed.
    pub stick_click: bool,
    /// The lower button: A or X.
    pub primary: bool,
    /// The upper button: B or Y.
    pub secondary: bool,
    /// The button for the menu.
    pub menu: bool,
}

/// What is known of the headset in this frame.
#[derive(Resource, Debug, Clone, Default)]
pub struct Headset {
    /// Where it is.
    pub presence: Presence,
    /// Where the head is, in the headset's own room: `y` up, ahead is `-z`. None until it is seen.
    pub head: Option<Isometry3d>,
    /// Whether heights are over the floor. Else they are from where the head was at first.
    pub has_floor: bool,
    /// Counts the times that the runtime moved its room, as when the wearer asked for the middle anew.
    pub moved: u32,
    /// The hands, left first.
    pub hands: [HandState; 2],
}

impl Headset {
    /// Whether somebody looks through it.
    pub fn is_worn(&self) -> bool {
        self.presence == Presence::Worn
    }

    /// A hand.
    pub fn hand(&self, hand: Hand) -> &HandState {
        &self.hands[hand as usize]
    }
}

/// Whether somebody looks through the headset.
pub fn is_worn(headset: Res<Headset>) -> bool {
    headset.is_worn()
}

/// Lets a hand feel a short tick.
#[derive(Message, Debug, Clone, Copy)]
pub struct Pulse(pub Hand);

/// What an eye sees, as a target of pictures: the left eye is 0.
pub fn eye(index: u32) -> RenderTarget {
    RenderTarget::TextureView(ManualTextureViewHandle(XR_TEXTURE_INDEX + index))
}

/// What there is to know without a headset.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Headset>().add_message::<Pulse>().add_message::<LeaveHeadset>();
}

/// Adds what a headset that was found needs, after the engine's own plugins. `eyes` is the size of an eye's picture in
/// pixels, if not as the runtime recommends.
pub fn headset_plugins(app: &mut App, opened: Opened, eyes: Option<UVec2>) {
    life::plugin(app, opened, eyes);
    frame::plugin(app);
    spaces::plugin(app);
    controls::plugin(app);
}
