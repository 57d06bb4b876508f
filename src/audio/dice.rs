//! Small variations of what is heard. They follow from a seed and change nothing but sound.

/// A source of variation.
#[derive(Debug, Clone)]
pub struct Dice(u32);

impl Default for Dice {
    fn default() -> Self {
        Self(0x2545_f491)
    }
}

impl Dice {
    /// A number from 0 to 1.
    pub fn share(&mut self) -> f32 {
        // Marsaglia's xorshift: any start but zero will do.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        (self.0 >> 8) as f32 / (1u32 << 24) as f32
    }

    /// A number between two.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.share()
    }

    /// Whether something that happens this often, from 0 to 1, happens now.
    pub fn happens(&mut self, share: f32) -> bool {
        self.share() < share
    }

    /// One of `count` places, but not the one named, if there is another.
    pub fn other_than(&mut self, last: usize, count: usize) -> usize {
        let step = 1 + (self.share() * count.saturating_sub(1) as f32) as usize;
        (last + step.min(count.saturating_sub(1))) % count.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_place_never_comes_twice_in_a_row_and_all_come() {
        let mut dice = Dice::default();
        let (mut last, mut seen) = (0, [0; 4]);
        for _ in 0..400 {
            let next = dice.other_than(last, 4);
            assert_ne!(next, last);
            seen[next] += 1;
            last = next;
        }
        assert!(seen.iter().all(|count| *count > 50), "{seen:?}");
        assert_eq!(dice.other_than(0, 1), 0);
    }

    #[test]
    fn shares_fill_their_range() {
        let mut dice = Dice::default();
        let shares: Vec<f32> = (0..1000).map(|_| dice.share()).collect();
        let mean = shares.iter().sum::<f32>() / 1000.0;
        assert!(shares.iter().all(|share| (0.0..1.0).contains(share)) && (0.45..0.55).contains(&mean), "{mean}");
    }
}
