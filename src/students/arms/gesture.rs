//! What hands do beyond a motion, and where that takes them at a moment. Pure functions of time, body and seed.

use bevy::math::Vec3;

use crate::stage::{DESK_AHEAD, DESK_HEIGHT};

use super::super::acts::chance;
use super::reach::{Grip, Reach};
use super::{air, desk};

/// What hands do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Gesture {
    /// What the motion does with them.
    #[default]
    Motion,
    /// Rest on the desk: folded, clasped, side by side, in turns.
    Rest,
    /// Lie in the lap.
    Lap,
    /// Write on paper.
    Write,
    /// Hold a pen that does not move, the other hand before the brow.
    Stuck,
    /// Draw small circles, the head on the other hand.
    Draw,
    /// Hold a page; turn it now and then.
    Page,
    /// Type on a keyboard.
    Keys,
    /// One finger on the keys, now and then.
    OneFinger,
    /// Stroke and tap a tablet.
    Touch,
    /// Tap quickly on whatever lies there.
    Taps,
    /// One hand scrolls, the other holds the head.
    Browse,
    /// Thumb a phone below the desk.
    Phone,
    /// Fiddle with something below the desk.
    UnderDesk,
    /// The chin on one hand.
    Chin,
    /// The brow on both hands.
    Brow,
    /// A hand before the mouth, laughing behind it.
    Snigger,
    /// Take bites.
    Eat,
    /// Drum on the desk.
    Drum,
    /// Turn a pen, rub the neck.
    Fidget,
    /// A hand straight up.
    Up,
    /// A hand up, the elbow bent.
    HalfUp,
    /// A hand up, waving, lowered and up again.
    Wave,
    /// A hand up while the other is at the screen.
    UpAtScreen,
    /// Speak with the hands.
    Talk,
    /// Speak behind a hand.
    Whisper,
    /// Wind up and throw.
    Throw,
    /// Arms crossed before the chest.
    Fold,
    /// Reach for a neighbour.
    Poke,
    /// Strike a neighbour's arm.
    Strike,
    /// Both fists up.
    Cheer,
    /// Large gestures for an audience.
    Wide,
    /// Palms up: what is it to me?
    Shrug,
    /// Write on the board.
    Board,
    /// Point at a neighbour's work.
    Point,
    /// Hold the controllers of a headset.
    Controllers,
    /// Arms stretched up and back.
    Stretch,
    /// Search in the bag beside the chair.
    Search,
}

/// What a hand can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A pen.
    Pen,
    /// Something to eat.
    Food,
    /// A ball of paper.
    Ball,
}

/// Everything that a gesture depends on. The body is seen in its own space: `y` up, `z` ahead, `x` to the left; metres.
#[derive(Debug, Clone, Copy)]
pub struct Stance {
    /// Shoulders: left, right.
    pub shoulders: [Vec3; 2],
    /// Between the lips.
    pub mouth: Vec3,
    /// Length of the upper arm.
    pub upper: f32,
    /// Length of the fore-arm.
    pub fore: f32,
    /// Which side the other one is, whom it concerns: 1 left, -1 right.
    pub toward: f32,
    /// Time that runs on, in seconds; differs by student.
    pub secs: f32,
    /// Since what they do began, in seconds.
    pub since_secs: f32,
    /// Tells students apart.
    pub seed: u32,
}

/// Where both hands go, left and right; `None` is where the motion has it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Hands {
    /// Left.
    pub left: Option<Reach>,
    /// Right.
    pub right: Option<Reach>,
    /// How far the head tilts to the left, in radians.
    pub tilt_rad: f32,
}

impl Hands {
    /// Both hands.
    pub fn both(left: Reach, right: Reach) -> Self {
        Self { left: Some(left), right: Some(right), tilt_rad: 0.0 }
    }

    /// With the head to the left.
    pub fn tilted(self, tilt_rad: f32) -> Self {
        Self { tilt_rad, ..self }
    }

    /// Lifts hands that would be in the desk's top or below it to a height at which they lie on it.
    fn over_desk(self, height: f32) -> Self {
        let lift = |hand: Reach| {
            let is_over = hand.wrist.z > EDGE - 0.03;
            let high = if is_over { hand.wrist.y.max(height) } else { hand.wrist.y };
            Reach { wrist: hand.wrist.with_y(high), ..hand }
        };
        Self { left: self.left.map(lift), right: self.right.map(lift), ..self }
    }

    /// Part of the way to other hands.
    fn blend(self, other: Self, share: f32) -> Self {
        let mix = |from: Option<Reach>, to: Option<Reach>| match (from, to) {
            (Some(from), Some(to)) => Some(from.blend(to, share)),
            (from, to) => to.or(from),
        };
        Self {
            left: mix(self.left, other.left),
            right: mix(self.right, other.right),
            tilt_rad: self.tilt_rad + (other.tilt_rad - self.tilt_rad) * share,
        }
    }

    /// Left and right swapped.
    fn mirrored(self) -> Self {
        Self { left: self.right.map(Reach::mirrored), right: self.left.map(Reach::mirrored), tilt_rad: -self.tilt_rad }
    }
}

/// Edge of the desk on the student's side, in metres ahead of the chair's place: half of the top's depth before its middle.
pub const EDGE: f32 = DESK_AHEAD - 0.25;
/// Longest time in which hands go from one way to be held to the next, in seconds.
const TURN_SECS: f32 = 0.8;
/// How far ahead hands rest on the desk, in metres.
const REACH: f32 = 0.39;

impl Gesture {
    /// Where the hands are, for somebody who writes with the right hand or, mirrored, with the left.
    pub fn hands(self, stance: &Stance, mirrored: bool) -> Hands {
        let hands = if mirrored { self.right_handed(&stance.mirrored()).mirrored() } else { self.right_handed(stance) };
        if self.is_below_desk() { hands } else { hands.over_desk(stance.wrist_height()) }
    }

    /// Whether hands are below the desk's top.
    fn is_below_desk(self) -> bool {
        matches!(self, Gesture::Lap | Gesture::Phone | Gesture::UnderDesk | Gesture::Search | Gesture::Rest)
    }

    fn right_handed(self, at: &Stance) -> Hands {
        match self {
            Gesture::Motion => Hands::default(),
            Gesture::Rest => desk::rest(at),
            Gesture::Lap => desk::lap(at),
            Gesture::Write => desk::write(at),
            Gesture::Stuck => desk::stuck(at),
            Gesture::Draw => desk::draw(at),
            Gesture::Page => desk::page(at),
            Gesture::Keys => desk::keys(at),
            Gesture::OneFinger => desk::one_finger(at),
            Gesture::Touch => desk::touch(at, 0.5),
            Gesture::Taps => desk::touch(at, 2.2),
            Gesture::Browse => desk::browse(at),
            Gesture::Phone => desk::phone(at),
            Gesture::UnderDesk => desk::under_desk(at),
            Gesture::Chin => desk::chin(at),
            Gesture::Brow => desk::brow(at),
            Gesture::Drum => desk::drum(at),
            Gesture::Fidget => desk::fidget(at),
            _ => self.in_the_air(at),
        }
    }

    fn in_the_air(self, at: &Stance) -> Hands {
        match self {
            Gesture::Snigger => air::snigger(at),
            Gesture::Eat => air::eat(at),
            Gesture::Up => air::up(at, 0.0),
            Gesture::HalfUp => air::half_up(at),
            Gesture::Wave => air::wave(at),
            Gesture::UpAtScreen => air::up_at_screen(at),
            Gesture::Talk => air::talk(at),
            Gesture::Whisper => air::whisper(at),
            Gesture::Throw => air::throw(at),
            Gesture::Fold => air::fold(at),
            Gesture::Poke => air::poke(at, 0.8),
            Gesture::Strike => air::poke(at, 1.7),
            Gesture::Cheer => air::cheer(at),
            Gesture::Wide => air::wide(at),
            Gesture::Shrug => air::shrug(at),
            Gesture::Board => air::board(at),
            Gesture::Point => air::point(at),
            Gesture::Controllers => air::controllers(at),
            Gesture::Stretch => air::stretch(at),
            Gesture::Search => air::search(at),
            seated => {
                debug_assert!(false, "{seated:?} is at the desk");
                Hands::default()
            }
        }
    }

    /// Whether it needs a desk before the body: who stands or walks lets the arms hang.
    pub fn is_seated(self) -> bool {
        use Gesture as G;
        !matches!(
            self,
            G::Motion | G::Talk | G::Wide | G::Shrug | G::Board | G::Point | G::Cheer | G::Fold | G::Snigger | G::Up
        )
    }

    /// What the writing hand holds, so many seconds after the gesture began.
    pub fn held(self, since_secs: f32) -> Option<Thing> {
        match self {
            Gesture::Write | Gesture::Stuck | Gesture::Draw | Gesture::Fidget => Some(Thing::Pen),
            Gesture::Eat => Some(Thing::Food),
            Gesture::Throw => (since_secs.rem_euclid(air::THROW_SECS) < air::LETS_GO_SECS).then_some(Thing::Ball),
            _ => None,
        }
    }
}

impl Stance {
    /// The side of a hand: 1 left, -1 right.
    const SIDES: [f32; 2] = [1.0, -1.0];

    /// Length of the arm, in metres.
    pub fn span(&self) -> f32 {
        self.upper + self.fore
    }

    /// Shoulder of a side: 0 left, 1 right.
    pub fn shoulder(&self, side: usize) -> Vec3 {
        self.shoulders[side]
    }

    /// 1 for the left side, -1 for the right.
    pub fn out(side: usize) -> f32 {
        Self::SIDES[side]
    }

    /// A sine of time, of so many rounds a second.
    pub fn sine(&self, hertz: f32, phase: f32) -> f32 {
        (std::f32::consts::TAU * hertz * self.secs + phase).sin()
    }

    /// A number from 0 to 1 that goes to another every so many seconds, without a jump.
    pub fn draw(&self, every_secs: f32, salt: u32) -> f32 {
        let (before, now, share) = self.rounds(every_secs, salt);
        before + (now - before) * share
    }

    /// Hands that are held in another way every so many seconds, by a number from 0 to 1.
    pub fn in_turns(&self, every_secs: f32, salt: u32, hold: impl Fn(f32) -> Hands) -> Hands {
        let (before, now, share) = self.rounds(every_secs, salt);
        if share < 1.0 { hold(before).blend(hold(now), share) } else { hold(now) }
    }

    /// The draw of the round before and of this one, and how far it has gone over from one to the other.
    fn rounds(&self, every_secs: f32, salt: u32) -> (f32, f32, f32) {
        let round = (self.secs / every_secs).max(0.0) as u32;
        let draw = |round: u32| chance(self.seed, salt.wrapping_add(round.wrapping_mul(977)));
        let share = eased(self.into(every_secs) / (0.3 * every_secs).min(TURN_SECS));
        (draw(round.wrapping_sub(1)), draw(round), share)
    }

    /// How far it is into a round of so many seconds, in seconds.
    pub fn into(&self, round_secs: f32) -> f32 {
        self.secs.rem_euclid(round_secs)
    }

    /// Height of a wrist whose hand lies on the desk: thicker hands on longer arms.
    fn wrist_height(&self) -> f32 {
        DESK_HEIGHT + 0.024 + 0.013 * self.span() / 0.5
    }

    /// A hand on the desk: `aside` towards its own side and `ahead` of the chair for long arms, `lift` above the desk,
    /// all in metres; fingers turned `inward` (1 is 45 degrees) and bent.
    pub fn on_desk(&self, side: usize, aside: f32, ahead: f32, lift: f32, inward: f32, grip: Grip) -> Reach {
        let out = Self::out(side);
        // Short arms rest nearer to the desk's edge.
        let ahead = (ahead - REACH + REACH.min(0.80 * self.span() + 0.02)).max(EDGE + 0.06);
        Reach {
            wrist: Vec3::new(out * aside, self.wrist_height() + lift, ahead),
            elbow: self.shoulder(side) + Vec3::new(out * 0.35, -0.6, -0.35),
            fingers: Vec3::new(-out * inward, -0.12, 1.0),
            palm: Vec3::NEG_Y,
            grip,
        }
    }

    /// A fore-arm that stands on the desk, or as near as the upper arm comes, with the hand towards a point.
    pub fn propped(&self, side: usize, towards: Vec3, grip: Grip) -> Reach {
        let (out, shoulder) = (Self::out(side), self.shoulder(side));
        let drop = (shoulder.y - DESK_HEIGHT - 0.03).clamp(0.0, self.upper * 0.995);
        let level = (self.upper * self.upper - drop * drop).sqrt();
        let ahead = Vec3::new(out * 0.35, 0.0, 1.0).normalize() * level;
        let elbow = shoulder + ahead - Vec3::Y * drop;
        let hand = 0.5 * self.fore;
        let way = (towards - elbow).normalize_or(Vec3::Y);
        let far = (towards.distance(elbow) - hand).min(self.fore);
        let wrist = elbow + way * far.max(0.6 * self.fore);
        Reach { wrist, elbow, fingers: towards - wrist + Vec3::Y * 0.03, palm: Vec3::new(-out * 0.8, 0.1, -0.5), grip }
    }

    fn mirrored(&self) -> Self {
        let flip = |at: Vec3| Vec3::new(-at.x, at.y, at.z);
        Self {
            shoulders: [flip(self.shoulders[1]), flip(self.shoulders[0])],
            mouth: flip(self.mouth),
            toward: -self.toward,
            ..*self
        }
    }
}

/// From 0 to 1 without jerks.
pub fn eased(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// Goes up from 0 at `from`, is 1 between, and comes down to 0 at `to`; both flanks last `flank`. All in seconds.
pub fn bump(at: f32, from: f32, to: f32, flank: f32) -> f32 {
    eased((at - from) / flank) * eased((to - at) / flank)
}
