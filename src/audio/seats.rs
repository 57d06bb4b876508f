//! What is heard from single seats beside talk: who types or writes near the teacher, and now and then a chair, a phone or
//! a sheet of paper. Few at a time, the nearest first, and softly: it should be noticed only when listened for.

use bevy::prelude::*;
use proefles_scenario::{Behaviour, Device, Scenario, ScreenState, StudentId};
use proefles_sim::{EventKind, Session};

use crate::rig::TeacherBody;
use crate::session::{ClassroomSession, Happened};

use super::desk::Bus;
use super::dice::Dice;
use super::library::{Effect, Effects};
use super::mixer::{Cue, Mixer, Playing};
use super::places::Places;

/// Something that a student does for a while and that can be heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Types,
    Writes,
}

impl Kind {
    const ALL: [Kind; 2] = [Kind::Types, Kind::Writes];

    /// What a student is heard doing.
    fn of(behaviour: Behaviour, device: Device) -> Option<Self> {
        match (behaviour, device) {
            (Behaviour::OnScreen | Behaviour::DevTab | Behaviour::DevChat, Device::Laptop) => Some(Self::Types),
            (Behaviour::OnWrite, _) | (Behaviour::OnScreen, Device::Notebook) => Some(Self::Writes),
            _ => None,
        }
    }

    fn effect(self) -> Effect {
        match self {
            Self::Types => Effect::Keyboard,
            Self::Writes => Effect::Pencil,
        }
    }

    /// How many are heard at once.
    const fn most(self) -> usize {
        match self {
            Self::Types => 3,
            Self::Writes => 2,
        }
    }

    /// In decibels.
    const fn level(self) -> f32 {
        match self {
            Self::Types => -15.0,
            Self::Writes => -16.0,
        }
    }
}

/// How long somebody rests between two spells of typing or writing, in seconds.
const REST_SECS: (f32, f32) = (0.6, 5.0);
/// Who stops in the middle fades out over so many seconds.
const STOP_SECS: f32 = 0.2;
/// Least time between two chairs, phones or sheets, in seconds.
const GAP_SECS: f32 = 1.2;

/// Somebody who is heard.
#[derive(Debug, Clone, Copy)]
struct Heard {
    who: StudentId,
    kind: Kind,
    playing: Playing,
    /// A fade that is begun again and again never ends.
    fades: bool,
}

/// Who is heard, and who rests until when, in seconds of the program's time.
#[derive(Debug, Default)]
pub(super) struct Spells {
    heard: Vec<Heard>,
    rests: Vec<f32>,
}

fn kind_of(state: &Session, scenario: &Scenario, who: StudentId) -> Option<Kind> {
    Kind::of(state.student(who).behaviour, scenario.student(who).device)
}

/// Spells of typing and writing.
pub(super) fn work(
    mut mixer: ResMut<Mixer>,
    session: Res<ClassroomSession>,
    bodies: Query<&TeacherBody>,
    effects: Effects,
    places: Places,
    time: Res<Time>,
    mut spells: Local<Spells>,
    mut dice: Local<Dice>,
) {
    let Ok(body) = bodies.single() else { return };
    let (scenario, state, now) = (session.scenario(), session.session(), time.elapsed_secs());
    let Spells { heard, rests } = &mut *spells;
    rests.resize(scenario.students.len(), 0.0);
    heard.retain_mut(|spell| {
        if spell.who.index() >= scenario.students.len() {
            // Of the lesson before, which had a larger class.
            return false;
        }
        let goes_on = mixer.plays(spell.playing);
        if goes_on && !spell.fades && kind_of(state, scenario, spell.who) != Some(spell.kind) {
            spell.fades = true;
            mixer.stop(spell.playing, STOP_SECS);
        }
        if !goes_on && let Some(rest) = rests.get_mut(spell.who.index()) {
            *rest = now + dice.between(REST_SECS.0, REST_SECS.1);
        }
        goes_on
    });
    for kind in Kind::ALL {
        let sounding = heard.iter().filter(|spell| spell.kind == kind).count();
        let Some(clip) = effects.get(kind.effect()).filter(|_| sounding < kind.most()) else { continue };
        let ready = |who: &StudentId| {
            kind_of(state, scenario, *who) == Some(kind)
                && rests[who.index()] <= now
                && heard.iter().all(|spell| spell.who != *who)
        };
        let distance = |who: &StudentId| places.desk(scenario, *who).distance_squared(body.feet);
        let nearest = scenario.student_ids().filter(ready).min_by(|a, b| distance(a).total_cmp(&distance(b)));
        let Some(who) = nearest else { continue };
        let level = kind.level() + dice.between(-2.0, 1.0);
        let cue = Cue::new(clip, Bus::Murmur).level(level).pitch(dice.between(0.95, 1.06));
        let cue = cue.at(places.desk(scenario, who)).after(dice.between(0.0, 0.6));
        if let Some(playing) = mixer.play(&cue) {
            heard.push(Heard { who, kind, playing, fades: false });
        }
    }
}

/// A sound that an event may make at a seat: whose, what, how often from 0 to 1, and how loud in decibels.
fn incident(kind: &EventKind) -> Option<(StudentId, Effect, f32, f32)> {
    match kind {
        EventKind::BehaviourChanged { student, to, .. } => {
            let (effect, share, level) = match to {
                Behaviour::DevPhone | Behaviour::DevNotif => (Effect::Vibrate, 0.6, -13.0),
                Behaviour::OffFidget | Behaviour::Noise => (Effect::Chair, 0.5, -15.0),
                Behaviour::OffEnv | Behaviour::DevView => (Effect::ChairBack, 0.3, -16.0),
                Behaviour::OnWrite | Behaviour::OnRead => (Effect::Paper, 0.3, -16.0),
                _ => return None,
            };
            Some((*student, effect, share, level))
        }
        EventKind::ScreenChanged { student, screen: ScreenState::Chat } => {
            Some((*student, Effect::Notification, 0.5, -15.0))
        }
        _ => None,
    }
}

/// Chairs, phones and paper.
pub(super) fn stir(
    mut mixer: ResMut<Mixer>,
    mut happened: MessageReader<Happened>,
    session: Res<ClassroomSession>,
    effects: Effects,
    places: Places,
    time: Res<Time>,
    mut dice: Local<Dice>,
    mut quiet_until: Local<f32>,
) {
    let (scenario, now) = (session.scenario(), time.elapsed_secs());
    for Happened(event) in happened.read() {
        let Some((who, effect, share, level)) = incident(&event.kind) else { continue };
        if now < *quiet_until || !dice.happens(share) {
            continue;
        }
        let Some(clip) = effects.get(effect) else { continue };
        let cue = Cue::new(clip, Bus::Murmur).at(places.desk(scenario, who)).level(level);
        mixer.play(&cue.pitch(dice.between(0.93, 1.08)).after(dice.between(0.0, 0.4)));
        *quiet_until = now + GAP_SECS;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proefles_sim::Cause;

    #[test]
    fn what_is_heard_fits_what_lies_on_the_desk() {
        assert_eq!(Kind::of(Behaviour::OnScreen, Device::Laptop), Some(Kind::Types));
        assert_eq!(Kind::of(Behaviour::OnScreen, Device::Tablet), None, "a tablet has no keys");
        assert_eq!(Kind::of(Behaviour::OnWrite, Device::Laptop), Some(Kind::Writes));
        assert_eq!(Kind::of(Behaviour::OnListen, Device::Laptop), None);
    }

    #[test]
    fn a_phone_buzzes_at_its_seat_and_listening_is_silent() {
        let changed = |to| EventKind::BehaviourChanged {
            student: StudentId(3),
            from: Behaviour::OnListen,
            to,
            cause: Cause::Lapse,
            partner: None,
        };
        let (who, effect, ..) = incident(&changed(Behaviour::DevPhone)).unwrap();
        assert_eq!((who, effect), (StudentId(3), Effect::Vibrate));
        assert!(incident(&changed(Behaviour::OnListen)).is_none());
    }
}
