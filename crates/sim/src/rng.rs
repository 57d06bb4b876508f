//! Randomness without a state: every draw is a function of seed, student, tick and purpose.
//!
//! Because no generator is advanced, a command that causes one more draw does not shift any other, and two runs that
//! differ in one decision stay comparable everywhere else (common random numbers).

/// What a draw decides. Each has its own stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Traits of a student, by trait number.
    Trait = 1,
    /// Whether attention lapses.
    Lapse,
    /// Which kind of lapse.
    LapseKind,
    /// How long a behaviour lasts.
    Duration,
    /// Whether a behaviour ends.
    Ending,
    /// Whether a peer joins.
    Join,
    /// How soon somebody takes up a new task.
    Replan,
    /// Which on-task behaviour.
    Task,
    /// Whether a look makes somebody stop.
    Look,
    /// Whether somebody complies.
    Comply,
    /// Whether somebody answers back.
    Backtalk,
    /// How soon somebody reacts.
    Reaction,
    /// Whether a hand goes up.
    Hand,
    /// Whether a help request arises.
    Help,
    /// Whether chatter escalates.
    Escalate,
    /// What a screen shows.
    Screen,
    /// Who belongs to a share of the class.
    Share,
    /// What a bot does.
    Bot,
    /// Whether the task gives trouble.
    Impasse,
    /// What somebody does about it.
    Trouble,
    /// Whether a phone buzzes.
    Notify,
    /// Whether somebody gets on with a new task.
    Begin,
    /// Whether somebody lacks what they need for it.
    Equipment,
    /// Whether somebody opens the class chat.
    ClassChat,
    /// Whether a device gives trouble.
    Device,
    /// Whether somebody gets logged in.
    Login,
    /// Whether somebody comes late.
    Late,
    /// Whether somebody leaves the chair, teases, or posts something hurtful.
    Conflict,
}

/// Mixes 64 bits so that every input bit reaches every output bit (the finaliser of SplitMix64, Steele et al. 2014).
const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Another seed for each number: the draws of one know nothing of another's.
pub fn branch(seed: u64, number: u64) -> u64 {
    mix(seed ^ mix(number.wrapping_add(0x9e37_79b9_7f4a_7c15)))
}

/// 64 random bits for the key.
pub fn bits(seed: u64, who: u16, tick: u32, purpose: Purpose) -> u64 {
    let key = (u64::from(tick) << 32) | (u64::from(who) << 16) | purpose as u64;
    mix(mix(seed.wrapping_add(0x9e37_79b9_7f4a_7c15)) ^ mix(key.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
}

/// A number in `0.0..1.0`, a multiple of 2⁻²⁴, for the key.
pub fn unit(seed: u64, who: u16, tick: u32, purpose: Purpose) -> f32 {
    (bits(seed, who, tick, purpose) >> 40) as f32 / 16_777_216.0
}

/// A whole number in `low..=high` for the key.
pub fn between(seed: u64, who: u16, tick: u32, purpose: Purpose, low: u32, high: u32) -> u32 {
    let span = u64::from(high.saturating_sub(low)) + 1;
    low + (((bits(seed, who, tick, purpose) >> 32) * span) >> 32) as u32
}

/// A draw with mean 0 and variance 1, nearly normal and never beyond ±3.5: the sum of four even draws of 16 bits
/// (Irwin–Hall), for the key.
pub fn normal(seed: u64, who: u16, tick: u32, purpose: Purpose) -> f32 {
    let bits = bits(seed, who, tick, purpose);
    let sum: u32 = [0, 16, 32, 48].iter().map(|shift| (bits >> shift) as u32 & 0xffff).sum();
    // Four draws of variance 1/12 each add up to a standard deviation of √(1/3).
    (sum as f32 / 65_536.0 - 1.999_97) * 1.732_050_8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_even_and_independent_of_each_other() {
        let n = 40_000_u32;
        let mean = (0..n).map(|t| unit(7, 3, t, Purpose::Lapse)).sum::<f32>() / n as f32;
        assert!((mean - 0.5).abs() < 0.01, "{mean}");
        let both = (0..n)
            .filter(|&t| unit(7, 3, t, Purpose::Lapse) < 0.5 && unit(7, 4, t, Purpose::Lapse) < 0.5)
            .count() as f32;
        assert!((both / n as f32 - 0.25).abs() < 0.01, "{both}");
    }

    #[test]
    fn normal_draws_have_mean_zero_and_variance_one() {
        let draws: Vec<f32> = (0..40_000).map(|t| normal(9, 2, t, Purpose::Duration)).collect();
        let mean = draws.iter().sum::<f32>() / draws.len() as f32;
        let variance = draws.iter().map(|d| (d - mean) * (d - mean)).sum::<f32>() / draws.len() as f32;
        assert!(mean.abs() < 0.02 && (variance - 1.0).abs() < 0.03, "{mean} {variance}");
    }

    #[test]
    fn between_reaches_both_ends() {
        let drawn: Vec<u32> = (0..200).map(|t| between(1, 0, t, Purpose::Task, 3, 6)).collect();
        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&3), Some(&6)));
    }
}
