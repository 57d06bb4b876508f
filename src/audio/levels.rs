//! How loud: sliders, the simulated noise and distances, in decibels. Pure functions.

/// Below this, in decibels, nothing is heard at all.
pub const SILENCE_DB: f32 = -60.0;

/// Level of a slider from 0 to 1, in decibels. Hearing goes by ratios: half of the slider is a quarter of the amplitude,
/// which sounds about half as loud. Zero is silence.
pub fn of_slider(share: f32) -> f32 {
    if share <= 0.0 { SILENCE_DB } else { (40.0 * share.min(1.0).log10()).max(SILENCE_DB) }
}

/// Levels of the sounds that make up a room's murmur, in decibels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Murmur {
    /// The room itself: ventilation.
    pub tone: f32,
    /// Here and there a whisper.
    pub low: f32,
    /// Everybody talks.
    pub full: f32,
}

/// Level of the murmur in a silent class and in the loudest, in decibels. Speech is at 0, and stays clear of it.
const MURMUR_DB: (f32, f32) = (-30.0, -4.0);
/// Level of the room itself, in decibels.
const TONE_DB: f32 = -30.0;
/// Noise at which whispering begins to turn into talk, and at which nobody whispers any more.
const TALK: (f32, f32) = (0.15, 0.6);

/// The murmur at a simulated noise from 0 (silence) to 1 (as loud as a class gets).
pub fn murmur(noise: f32) -> Murmur {
    let noise = noise.clamp(0.0, 1.0);
    // Quiet classes differ more to the ear than loud ones.
    let whole = MURMUR_DB.0 + (MURMUR_DB.1 - MURMUR_DB.0) * noise.powf(0.6);
    let talk = ((noise - TALK.0) / (TALK.1 - TALK.0)).clamp(0.0, 1.0);
    // Equal power: the two do not belong together, so it is their powers that add up.
    let part = |share: f32| if share <= 0.0 { SILENCE_DB } else { (whole + 10.0 * share.log10()).max(SILENCE_DB) };
    Murmur { tone: TONE_DB, low: part(1.0 - talk), full: part(talk) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn power(db: f32) -> f32 {
        if db <= SILENCE_DB { 0.0 } else { 10f32.powf(db / 10.0) }
    }

    #[test]
    fn a_slider_is_silent_at_zero_and_full_at_one() {
        assert_eq!(of_slider(0.0), SILENCE_DB);
        assert_eq!(of_slider(1.0), 0.0);
        assert!((of_slider(0.5) + 12.04).abs() < 0.01);
        assert_eq!(of_slider(f32::MIN_POSITIVE), SILENCE_DB);
    }

    #[test]
    fn the_murmur_grows_with_the_noise_and_never_jumps() {
        let whole = |noise: f32| power(murmur(noise).low) + power(murmur(noise).full);
        for step in 0..100u8 {
            let (now, next) = (whole(f32::from(step) / 100.0), whole(f32::from(step + 1) / 100.0));
            assert!(next > now, "at {step}");
            assert!(step == 0 || next < now * 1.6, "at {step}");
        }
        assert!(murmur(1.0).full <= -4.0, "a full murmur stays below speech");
        assert_eq!(murmur(0.0).full, SILENCE_DB);
        assert_eq!(murmur(0.7).low, SILENCE_DB);
    }
}
