//! How loud: sliders, the simulated noise and distances, in decibels. Pure functions.

/// Below this, in decibels, nothing is heard at all.
pub const SILENCE_DB: f32 = -60.0;

/// Level of a slider from 0 to 1, in decibels. Hearing goes by ratios: half of the slider is a quarter of the amplitude,
/// which sounds about half as loud. Zero is silence.
pub fn of_slider(share: f32) -> f32 {
    if share <= 0.0 { SILENCE_DB } else { (40.0 * share.min(1.0).log10()).max(SILENCE_DB) }
}

/// How loud each part of the mix is by itself with all sliders at their end, in LUFS (EBU R 128), and what it is measured
/// on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Targets {
    /// Lines of the class, said towards the teacher before it.
    pub voices: f64,
    /// A class of 24 in pair work, from before it.
    pub murmur: f64,
    /// The school bell.
    pub room: f64,
    /// Presses of a panel's buttons, a second apart.
    pub interface: f64,
}

/// What the levels of this page come to. A line stays understandable above the class: the class makes way for it.
pub const TARGETS: Targets = Targets { voices: -20.0, murmur: -24.0, room: -23.0, interface: -36.0 };

/// How loudly somebody talks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Without voice, behind a hand.
    Whisper,
    /// To a neighbour.
    Low,
    /// In a group or a pair.
    Talk,
    /// So that the whole class hears it.
    Loud,
}

/// Level of the room itself, ventilation, in decibels.
pub const TONE_DB: f32 = -30.0;
/// How much louder everybody talks in the loudest class than in a silent one, in decibels (the Lombard effect).
const LOMBARD_DB: f32 = 4.0;

/// Level of one who talks, in decibels: speech to the class, a line, is at 0. Between manners are about the
/// 6 dB of ISO 9921 (relaxed, normal and raised vocal effort), shifted so that a class in talk leaves a line audible.
/// `noise` goes from 0 (silence) to 1 (as loud as a class gets); this one stands for so many talkers (at least 1), whose
/// powers add up.
pub fn talker(manner: Manner, noise: f32, stands_for: f32) -> f32 {
    let own = match manner {
        Manner::Whisper => -16.0,
        Manner::Low => -12.0,
        Manner::Talk => -8.0,
        Manner::Loud => -2.0,
    };
    own + LOMBARD_DB * noise.clamp(0.0, 1.0) + 10.0 * stands_for.max(1.0).log10()
}

/// What a voice loses behind its head, in decibels, and the frequency above which little of it gets there, in Hz: a head
/// keeps back the high sounds most (W. T. Chu and A. C. C. Warnock, "Detailed directivity of sound fields around human
/// talkers", 2002: about 6 dB in all, 10 and more above 3 kHz).
const BEHIND: (f32, f32) = (6.0, 2500.0);
/// From this cosine on, one is in front of a mouth.
const FRONT: f32 = 0.3;
/// Above this nothing of a voice is missed, in Hz.
const WHOLE_HZ: f32 = 12_000.0;

/// How far round behind the head the listener is, from 0 (in front) to 1 (right behind).
fn behind(cos: f32) -> f32 {
    ((FRONT - cos) / (FRONT + 1.0)).clamp(0.0, 1.0)
}

/// What is lost of a voice whose mouth is turned from the listener by an angle with this cosine, in decibels.
pub fn lost_behind(cos: f32) -> f32 {
    BEHIND.0 * behind(cos)
}

/// Frequency above which it is dulled, in Hz, if it is.
pub fn dulled_behind(cos: f32) -> Option<f32> {
    let share = behind(cos);
    (share > 0.0).then(|| WHOLE_HZ * (BEHIND.1 / WHOLE_HZ).powf(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_is_silent_at_zero_and_full_at_one() {
        assert_eq!(of_slider(0.0), SILENCE_DB);
        assert_eq!(of_slider(1.0), 0.0);
        assert!((of_slider(0.5) + 12.04).abs() < 0.01);
        assert_eq!(of_slider(f32::MIN_POSITIVE), SILENCE_DB);
    }

    #[test]
    fn who_talks_louder_is_heard_louder_and_twice_as_many_are_three_decibels_more() {
        let manners = [Manner::Whisper, Manner::Low, Manner::Talk, Manner::Loud];
        assert!(manners.is_sorted_by(|a, b| talker(*a, 0.5, 1.0) + 2.5 < talker(*b, 0.5, 1.0)));
        assert!((talker(Manner::Talk, 0.3, 2.0) - talker(Manner::Talk, 0.3, 1.0) - 3.01).abs() < 0.01);
        assert_eq!(talker(Manner::Talk, 1.0, 1.0) - talker(Manner::Talk, 0.0, 1.0), LOMBARD_DB);
        assert!(talker(Manner::Talk, 0.5, 1.0) < 0.0, "a neighbour's talk stays below a line");
    }

    #[test]
    fn a_head_keeps_back_what_is_said_away_from_the_listener() {
        assert_eq!((lost_behind(1.0), dulled_behind(1.0)), (0.0, None));
        assert_eq!(lost_behind(-1.0), BEHIND.0);
        assert!((dulled_behind(-1.0).unwrap() - BEHIND.1).abs() < 1.0);
        assert!(lost_behind(-0.5) < lost_behind(-0.8) && dulled_behind(-0.5) > dulled_behind(-0.8));
    }
}
