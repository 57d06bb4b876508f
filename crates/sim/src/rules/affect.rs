//! What students feel about their work: five states that rise with what happens and fade by half-lives.
//!
//! States, their order of persistence and their transitions after D'Mello & Graesser 2011 and 2012 and Karumbaiah et al.
//! 2025; the half-lives in minutes are ours.

use std::sync::LazyLock;

use super::params::params;
use crate::digest::Digest;
use crate::math::half_life;

/// A state of affect towards the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feeling {
    /// Engaged concentration.
    Concentration,
    /// An impasse: does not see how to go on.
    Confusion,
    /// An impasse that lasts.
    Frustration,
    /// Nothing holds the attention.
    Boredom,
    /// Pleased: it worked, or was noticed.
    Delight,
}

impl Feeling {
    /// Every feeling.
    pub const ALL: [Feeling; 5] =
        [Self::Concentration, Self::Confusion, Self::Frustration, Self::Boredom, Self::Delight];
}

/// How strongly a student feels each, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Affect {
    levels: [f32; 5],
    /// Since when the task gives trouble, if it does.
    pub trouble_since: Option<u32>,
}

/// What affect depends on in a second.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances {
    /// The current tick, lesson time.
    pub tick: u32,
    /// Whether the student is on task.
    pub on_task: bool,
    /// Whether the lesson stands still.
    pub stopped: bool,
    /// Ticks since the activity began or was renewed.
    pub activity_ticks: u32,
}

/// What is left of a feeling after a minute in which nothing feeds it, as a share.
pub fn left_after_a_minute(feeling: Feeling) -> f32 {
    (0..60).fold(1.0, |left, _| left * LEFT[feeling as usize])
}

/// What is left of each feeling after a second.
static LEFT: LazyLock<[f32; 5]> = LazyLock::new(|| {
    let p = params();
    [p.half_concentration, p.half_confusion, p.half_frustration, p.half_boredom, p.half_delight]
        .map(|ticks| half_life(proefles_scenario::TICKS_PER_SECOND as f32, ticks as f32))
});

impl Affect {
    /// At the start of a lesson.
    pub fn start() -> Self {
        let mut levels = [0.0; 5];
        levels[Feeling::Concentration as usize] = params().concentration_base;
        levels[Feeling::Boredom as usize] = params().boredom_base;
        Self { levels, trouble_since: None }
    }

    /// How strongly they feel something, 0 to 1.
    pub fn level(&self, feeling: Feeling) -> f32 {
        self.levels[feeling as usize]
    }

    /// What they feel most.
    pub fn strongest(&self) -> Feeling {
        let mut best = Feeling::Concentration;
        for feeling in Feeling::ALL {
            if self.level(feeling) > self.level(best) {
                best = feeling;
            }
        }
        best
    }

    /// Something makes a feeling stronger by so much.
    pub fn stir(&mut self, feeling: Feeling, by: f32) {
        let level = &mut self.levels[feeling as usize];
        *level = (*level + by).clamp(0.0, 1.0);
    }

    /// The task gives no trouble any more: relief.
    pub fn resolve(&mut self) {
        if self.trouble_since.take().is_some() {
            let p = params();
            self.levels[Feeling::Confusion as usize] *= p.relief_leaves;
            self.levels[Feeling::Frustration as usize] *= p.relief_leaves;
            self.stir(Feeling::Delight, p.relief_delights);
        }
    }

    /// Lets a second pass: every feeling goes towards where the circumstances draw it, by its half-life. Trouble that
    /// lasts turns from confusion to frustration to boredom.
    pub fn second(&mut self, now: &Circumstances) {
        let p = params();
        let minutes = now.activity_ticks as f32 / 600.0;
        let same_old = p.boredom_base + p.boredom_growth * (minutes / 10.0).min(p.boredom_growth_most);
        let troubled = self.trouble_since.map_or(0, |since| now.tick.saturating_sub(since) + 1);
        let draws = [
            if now.on_task { p.concentration_base } else { p.concentration_off },
            if troubled > 0 { p.trouble_confuses } else { 0.0 },
            if troubled > p.trouble_frustrates_after { p.trouble_frustrates } else { 0.0 },
            if now.stopped || troubled > p.trouble_bores_after { p.boredom_stopped } else { same_old },
            0.0,
        ];
        for ((level, draw), left) in self.levels.iter_mut().zip(draws).zip(*LEFT) {
            // What is drawn up rises quicker than it fades.
            let left = if draw > *level { left * p.affect_rises } else { left };
            *level = draw + (*level - draw) * left;
        }
    }

    /// Lapse factor: the mean of each feeling's factor, weighted by how strongly it is felt.
    pub fn lapse_factor(&self) -> f32 {
        let p = params();
        let factors = [p.lapse_concentrated, p.lapse_confused, p.lapse_frustrated, p.lapse_bored, p.lapse_delighted];
        let total: f32 = self.levels.iter().sum();
        let weighted: f32 = self.levels.iter().zip(factors).map(|(level, factor)| level * factor).sum();
        if total > 0.0 { weighted / total } else { 1.0 }
    }

    /// Feeds the state to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        let Self { levels, trouble_since } = self;
        for &level in levels {
            digest.float(level);
        }
        digest.named(trouble_since);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(affect: &mut Affect, count: u32, on_task: bool, stopped: bool) {
        for second in 0..count {
            affect.second(&Circumstances { tick: second * 10, on_task, stopped, activity_ticks: 0 });
        }
    }

    #[test]
    fn trouble_that_lasts_turns_from_confusion_to_frustration_and_help_relieves() {
        let mut affect = Affect { trouble_since: Some(0), ..Affect::start() };
        seconds(&mut affect, 50, true, false);
        assert_eq!(affect.strongest(), Feeling::Confusion);
        let early = affect.level(Feeling::Frustration);
        seconds(&mut affect, 200, true, false);
        assert!(affect.level(Feeling::Frustration) > early + 0.2, "{affect:?}");
        let confused = affect.level(Feeling::Confusion);
        affect.resolve();
        assert!(affect.level(Feeling::Confusion) < confused * 0.6 && affect.level(Feeling::Delight) > 0.3);
    }

    #[test]
    fn a_lesson_that_stands_still_bores_and_boredom_loses_attention() {
        let mut affect = Affect::start();
        let calm = affect.lapse_factor();
        seconds(&mut affect, 240, false, true);
        assert_eq!(affect.strongest(), Feeling::Boredom);
        assert!(affect.lapse_factor() > calm * 1.3);
    }
}
