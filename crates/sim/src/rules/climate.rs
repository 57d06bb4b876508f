//! The climate: how much more a teacher praises than reprimands, lately.
//!
//! On-task behaviour grows with the ratio linearly, without a threshold (Caldarella et al. 2020).

use std::sync::LazyLock;

use super::params::params;
use crate::digest::Digest;
use crate::math::half_life;

/// Praise and reprimands, each fading by its half-life.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Climate {
    praise: f32,
    reprimands: f32,
}

/// What is left after a tick.
static LEFT: LazyLock<f32> = LazyLock::new(|| half_life(1.0, params().climate_half as f32));

impl Climate {
    /// The teacher praised.
    pub fn praise(&mut self) {
        self.praise += 1.0;
    }

    /// The teacher reprimanded.
    pub fn reprimand(&mut self) {
        self.reprimands += 1.0;
    }

    /// Lets a tick pass.
    pub fn tick(&mut self) {
        self.praise *= *LEFT;
        self.reprimands *= *LEFT;
    }

    /// From -1, nothing but reprimands, to 1, nothing but praise; 0 where there is neither.
    pub fn value(&self) -> f32 {
        (self.praise - self.reprimands) / (self.praise + self.reprimands + params().climate_prior)
    }

    /// Feeds the state to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        digest.float(self.praise);
        digest.float(self.reprimands);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_climate_follows_the_ratio_and_fades() {
        let mut climate = Climate::default();
        assert_eq!(climate.value(), 0.0);
        (0..8).for_each(|_| climate.praise());
        let warm = climate.value();
        climate.reprimand();
        assert!(climate.value() < warm);
        (0..12_000).for_each(|_| climate.tick());
        assert!(climate.value() > 0.0 && climate.value() < warm / 2.0);
    }
}
