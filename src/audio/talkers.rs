//! The murmur of the class: everybody whom the simulation has talk or whisper is heard from where they sit, a phrase at a
//! time, and waits while their partner speaks. So the murmur is as loud, and comes from where, as there are talkers.
//!
//! The phrases are of no language: nobody follows them, in any lesson.

use bevy::prelude::*;
use proefles_scenario::{Activity, Behaviour, StudentId};

use crate::rig::TeacherBody;
use crate::session::ClassroomSession;
use crate::students::Speaking;

use super::desk::Bus;
use super::dice::Dice;
use super::levels::{self, Manner};
use super::library::{Effect, Effects};
use super::mixer::{Cue, Mixer, Playing};
use super::places::Places;

/// Voices that talk. Each file holds phrases, each in a slot of its own (`tools/art/babble.py`).
const TALKS: [Effect; 8] = [
    Effect::Talk1,
    Effect::Talk2,
    Effect::Talk3,
    Effect::Talk4,
    Effect::Talk5,
    Effect::Talk6,
    Effect::Talk7,
    Effect::Talk8,
];
/// Voices that whisper.
const WHISPERS: [Effect; 3] = [Effect::Whisper1, Effect::Whisper2, Effect::Whisper3];
/// Phrases of a file, and the length of the slot of each, in seconds.
const SLOTS: usize = 4;
const SLOT_SECS: f32 = 2.4;
/// Most talkers heard each by themselves, the nearest. Each of them then stands for some more.
const MOST: usize = 12;
/// How long somebody waits between two phrases, in seconds.
const REST_SECS: (f32, f32) = (0.2, 1.4);
/// Who stops in the middle of a phrase fades out over so many seconds.
const STOP_SECS: f32 = 0.15;
/// How much higher or lower than the file a voice is, as a factor: more students than files.
const PITCH: (f32, f32) = (0.94, 1.08);

/// A student's turn to talk.
#[derive(Debug, Clone, Copy, Default)]
struct Turn {
    playing: Option<Playing>,
    /// Nothing is said before this time of the program, in seconds.
    not_before: f32,
    last_slot: usize,
}

/// The turns of the class, by student.
#[derive(Debug, Default)]
pub(super) struct Turns(Vec<Turn>);

/// How a student is heard talking, if at all.
fn manner(behaviour: Behaviour, activity: Activity) -> Option<Manner> {
    let is_explained = activity == Activity::Explain;
    let is_silent = matches!(activity, Activity::Individual | Activity::Quiz);
    Some(match behaviour {
        Behaviour::OffChat | Behaviour::HelpPeer if is_explained => Manner::Whisper,
        Behaviour::OffChat if is_silent => Manner::Low,
        Behaviour::OffChat => Manner::Talk,
        // Those who work keep their voices down, as the simulation's noise of each says.
        Behaviour::OnTalk | Behaviour::HelpPeer | Behaviour::HelpTech | Behaviour::Disturb => Manner::Low,
        Behaviour::Toot | Behaviour::Clown | Behaviour::Backtalk => Manner::Loud,
        _ => return None,
    })
}

/// A slot of a file, and how the mixer plays it: always the same voice for the same student.
fn phrase<'a>(effects: &'a Effects, who: StudentId, manner: Manner, slot: usize) -> Option<Cue<'a>> {
    let of = |voices: &[Effect]| voices[who.index() % voices.len()];
    let effect = if manner == Manner::Whisper { of(&WHISPERS) } else { of(&TALKS) };
    // Neighbours in the list sound least alike.
    let height = (who.index() * 5 % 7) as f32 / 6.0;
    let cue = Cue::new(effects.get(effect)?, Bus::Murmur).part(slot as f32 * SLOT_SECS, SLOT_SECS);
    Some(cue.pitch(PITCH.0 + (PITCH.1 - PITCH.0) * height))
}

pub(super) fn talk(
    mut mixer: ResMut<Mixer>,
    session: Res<ClassroomSession>,
    bodies: Query<&TeacherBody>,
    effects: Effects,
    places: Places,
    speaking: Res<Speaking>,
    time: Res<Time>,
    mut turns: Local<Turns>,
    mut dice: Local<Dice>,
) {
    let Ok(body) = bodies.single() else { return };
    let (scenario, state, now) = (session.scenario(), session.session(), time.elapsed_secs());
    let activity = state.activity();
    // What is heard goes with the mouth that is seen, where bodies are drawn.
    let is_open = |who: StudentId| speaking.0.get(who.index()).copied().unwrap_or(true);
    let manner = |who: StudentId| manner(state.student(who).behaviour, activity);
    let turns = &mut turns.0;
    turns.resize(scenario.students.len(), Turn::default());
    for (turn, who) in turns.iter_mut().zip(scenario.student_ids()) {
        let Some(playing) = turn.playing else { continue };
        if !mixer.plays(playing) {
            turn.playing = None;
            turn.not_before = now + dice.between(REST_SECS.0, REST_SECS.1);
        } else if manner(who).is_none() || !is_open(who) {
            mixer.stop(playing, STOP_SECS);
            turn.playing = None;
        }
    }
    let mut talkers: Vec<StudentId> = scenario.student_ids().filter(|who| manner(*who).is_some()).collect();
    let distance = |who: &StudentId| places.head(scenario, *who).distance_squared(body.feet);
    talkers.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    let stands_for = talkers.len() as f32 / talkers.len().clamp(1, MOST) as f32;
    let noise = f32::from(state.noise_permille()) / 1000.0;
    for who in talkers.into_iter().take(MOST) {
        let partner = state.student(who).partner;
        let partner_speaks = partner.is_some_and(|partner| turns[partner.index()].playing.is_some());
        let turn = &mut turns[who.index()];
        let Some(manner) = manner(who).filter(|_| turn.playing.is_none() && now >= turn.not_before) else { continue };
        if !is_open(who) || (partner_speaks && manner != Manner::Loud) {
            continue;
        }
        turn.last_slot = dice.other_than(turn.last_slot, SLOTS);
        let Some(cue) = phrase(&effects, who, manner, turn.last_slot) else { continue };
        let level = levels::talker(manner, noise, stands_for) + dice.between(-1.0, 1.0);
        let turned = places.turned(scenario, who, body.feet);
        turn.playing = mixer.play(&cue.at(places.head(scenario, who)).turned(turned).level(level));
    }
}

/// What is heard of a line that has no voice: the sound of somebody speaking, for as long as its caption is read out.
pub(super) fn mumble<'a>(effects: &'a Effects, who: StudentId, dice: &mut Dice) -> Option<Cue<'a>> {
    let slot = dice.other_than(SLOTS, SLOTS);
    phrase(effects, who, Manner::Talk, slot).map(|cue| cue.on(Bus::Voices))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chatting_is_whispered_while_somebody_explains_and_spoken_between_activities() {
        assert_eq!(manner(Behaviour::OffChat, Activity::Explain), Some(Manner::Whisper));
        assert_eq!(manner(Behaviour::OffChat, Activity::Quiz), Some(Manner::Low));
        assert_eq!(manner(Behaviour::OffChat, Activity::Transition), Some(Manner::Talk));
        assert_eq!(manner(Behaviour::Toot, Activity::Explain), Some(Manner::Loud));
        assert_eq!(manner(Behaviour::OnListen, Activity::Pairs), None);
    }
}
