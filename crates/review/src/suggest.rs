//! What to try next: at most three things, the most useful first, each from this run's evidence.

use proefles_scenario::Lang;
use serde::Serialize;

use crate::indicators::Indicators;
use crate::phrases::{self, fill};
use crate::report::{DecisionReview, OptionReview};

/// Most suggestions of a report: more would not be tried.
const MOST: usize = 3;

/// Something to try.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// In a sentence or two.
    pub text: String,
    /// The decision it is about, by the author's name.
    pub decision: Option<String>,
}

/// The suggestions of a run.
pub fn of(decisions: &[DecisionReview], indicators: &Indicators, lang: Lang) -> Vec<Suggestion> {
    let words = phrases::of(lang);
    let plain = |text: String| Suggestion { text, decision: None };
    let closed = decisions.iter().filter(|decision| !decision.cut_off);
    let mut weak: Vec<&DecisionReview> = closed.filter(|decision| rank(decision) <= 1).collect();
    weak.sort_by_key(|decision| (rank(decision), decision.opened_tick));
    let mut all: Vec<Suggestion> = weak
        .iter()
        .filter_map(|decision| {
            let best = best_option(decision)?;
            let text = fill(words.try_decision, &[&decision.time, &best.text]);
            Some(Suggestion { text, decision: Some(decision.name.clone()) })
        })
        .take(2)
        .collect();
    let unseen = indicators.students.saturating_sub(indicators.students_looked_at);
    if unseen * 4 > indicators.students {
        all.push(plain(fill(words.try_unseen, &[&unseen])));
    }
    if indicators.public_reprimands >= 3 {
        all.push(plain(fill(words.try_public, &[&indicators.public_reprimands])));
    }
    if let Some(ticks) = indicators.median_response_ticks
        && ticks > 150
    {
        all.push(plain(fill(words.try_sooner, &[&(ticks / 10)])));
    }
    if indicators.specific_praise < 3 {
        all.push(plain(fill(words.try_praise, &[&indicators.specific_praise])));
    }
    if all.is_empty() {
        all.push(plain(words.try_again.to_owned()));
    }
    all.truncate(MOST);
    all
}

/// Of a closed decision: 0 harmful or left to run out, 1 weak, 2 sound, 3 strong.
fn rank(decision: &DecisionReview) -> u8 {
    match decision.chosen.map(|at| decision.options[at].verdict) {
        None | Some("harmful") => 0,
        Some("weak") => 1,
        Some("sound") => 2,
        Some(_) => 3,
    }
}

/// The best option on offer.
fn best_option(decision: &DecisionReview) -> Option<&OptionReview> {
    let offered = || decision.options.iter().filter(|option| option.offered);
    offered().find(|option| option.verdict == "strong").or_else(|| offered().find(|option| option.verdict == "sound"))
}
