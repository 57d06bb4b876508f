//! The report of a run: plain data in one language.

use proefles_scenario::{
    BoardShow, ChoiceId, CompetenceId, DecisionId, IncidentKind, Lang, Network, Scenario, Verdict,
};
use proefles_sim::{Event, EventKind, Score};
use serde::Serialize;

use crate::episodes::{self, Episode, EpisodeReview};
use crate::heat::HeatReview;
use crate::indicators::Indicators;
use crate::phrases::{self, fill};
use crate::suggest::{self, Suggestion};

/// How long after a decision its consequence is read, seconds.
const AFTER_SECS: u32 = 30;

/// All that a review shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Scenario id.
    pub scenario: String,
    /// Its version.
    pub version: String,
    /// Language of every text here, BCP 47.
    pub lang: String,
    /// Title of the lesson.
    pub title: String,
    /// Length of the run, seconds.
    pub seconds: u32,
    /// Seed.
    pub seed: u64,
    /// `teacher` or the name of a policy or script.
    pub taught_by: String,
    /// How it ended; none if it was broken off.
    pub outcome: Option<OutcomeReview>,
    /// Score by competence, in the scenario's order.
    pub competences: Vec<CompetenceScore>,
    /// The class, once a second.
    pub curve: Vec<CurvePoint>,
    /// Decisions in the order they were put.
    pub decisions: Vec<DecisionReview>,
    /// What else marked the lesson.
    pub moments: Vec<Moment>,
    /// Stretches off task from which there is most to learn, in the order of the lesson.
    pub episodes: Vec<EpisodeReview>,
    /// Where attention was, and where the teacher looked.
    pub heat: HeatReview,
    /// Counts of what the teacher did.
    pub indicators: Indicators,
    /// Two or three things to try next.
    pub suggestions: Vec<Suggestion>,
}

/// How the lesson ended.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutcomeReview {
    /// A few words.
    pub title: String,
    /// A few sentences.
    pub text: String,
    /// Whether the pass rule holds.
    pub passed: bool,
    /// Share of the rubric's points, percent.
    pub score_percent: u16,
    /// Mean share of the class on task, percent.
    pub on_task_percent: u16,
    /// Each part of the pass rule, with its figures.
    pub checks: Vec<PassCheck>,
}

/// A part of the pass rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassCheck {
    /// With figures.
    pub text: String,
    /// Whether it holds.
    pub holds: bool,
}

/// Points of a competence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CompetenceScore {
    /// Its name.
    pub label: String,
    /// Framework, version and code, as people read them.
    pub code: String,
    /// Address.
    pub uri: String,
    /// Points earned.
    pub points: u32,
    /// Points that could be earned; 0 if the run gave no evidence.
    pub of: u32,
    /// By criterion.
    pub criteria: Vec<CriterionScore>,
}

/// Points of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CriterionScore {
    /// What was observed.
    pub label: String,
    /// Points earned.
    pub points: u32,
    /// Points that could be earned.
    pub of: u32,
}

/// The class at a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CurvePoint {
    /// Since the lesson began.
    pub second: u32,
    /// Share on task, per mille.
    pub on_task_permille: u16,
    /// Noise, per mille.
    pub noise_permille: u16,
}

/// A decision as it was taken.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DecisionReview {
    /// Author's name.
    pub name: String,
    /// Tick at which it was put.
    pub opened_tick: u32,
    /// `minutes:seconds` of it.
    pub time: String,
    /// The situation.
    pub prompt: String,
    /// Every option.
    pub options: Vec<OptionReview>,
    /// Place of the choice in the options; none if time ran out or the lesson was over first.
    pub chosen: Option<usize>,
    /// Whether the lesson was over before the teacher chose or time ran out.
    pub cut_off: bool,
    /// Seconds until the choice.
    pub thinking_secs: Option<f32>,
    /// Why the choice, or letting time run out, matters.
    pub feedback: String,
    /// Where the reason comes from.
    pub source: Option<String>,
    /// What the class did.
    pub consequence: Option<Consequence>,
}

/// An option of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OptionReview {
    /// Author's name.
    pub name: String,
    /// What the teacher would do.
    pub text: String,
    /// Whether it was on offer.
    pub offered: bool,
    /// How it compares with what the field advises: `strong`, `sound`, `weak`, `harmful`.
    pub verdict: &'static str,
    /// The same for people.
    pub verdict_label: &'static str,
    /// Why.
    pub feedback: String,
    /// Where the reason comes from.
    pub source: Option<String>,
}

/// The class before a decision was closed and 30 s after, percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Consequence {
    /// On task before.
    pub on_task_before: u16,
    /// On task after.
    pub on_task_after: u16,
    /// Noise before.
    pub noise_before: u16,
    /// Noise after.
    pub noise_after: u16,
}

/// Kind of a moment, for its picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum MomentKind {
    /// A phase begins.
    Phase,
    /// The technology fails or recovers.
    Technology,
    /// The board shows something it should not.
    Board,
    /// A thing is used.
    Item,
}

/// Something that marked the lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// Tick.
    pub tick: u32,
    /// `minutes:seconds` of it.
    pub time: String,
    /// Which kind.
    pub kind: MomentKind,
    /// What.
    pub text: String,
}

impl Report {
    /// The report of a run in a language.
    pub fn new(scenario: &Scenario, events: &[Event], seed: u64, taught_by: &str, lang: Lang) -> Self {
        let curve = curve(events);
        let decisions = decisions(scenario, events, &curve, lang);
        let all = Episode::all(scenario, events);
        let indicators = Indicators::of(scenario, events, &all);
        let suggestions = suggest::of(&decisions, &indicators, lang);
        Self {
            scenario: scenario.id.clone(),
            version: scenario.version.clone(),
            lang: lang.code().to_owned(),
            title: scenario.text(lang, scenario.title).to_owned(),
            seconds: events.last().map_or(0, |event| event.tick) / proefles_scenario::TICKS_PER_SECOND,
            seed,
            taught_by: taught_by.to_owned(),
            outcome: outcome(scenario, events, lang),
            competences: competences(scenario, events, lang),
            curve,
            decisions,
            moments: moments(scenario, events, lang),
            episodes: episodes::of(scenario, &all, lang),
            heat: HeatReview::of(scenario, events),
            indicators,
            suggestions,
        }
    }
}

fn curve(events: &[Event]) -> Vec<CurvePoint> {
    let samples = events.iter().filter_map(|event| match event.kind {
        EventKind::Sampled { on_task_permille, noise_permille, .. } => {
            let second = event.tick / proefles_scenario::TICKS_PER_SECOND;
            Some(CurvePoint { second, on_task_permille, noise_permille })
        }
        _ => None,
    });
    samples.collect()
}

fn outcome(scenario: &Scenario, events: &[Event], lang: Lang) -> Option<OutcomeReview> {
    let words = phrases::of(lang);
    events.iter().rev().find_map(|event| match event.kind {
        EventKind::RunEnded { ending, passed, broken_off: false, score_permille, on_task_permille } => {
            let (pass, end) = (&scenario.pass, &scenario.endings[ending.index()]);
            let mut checks = vec![PassCheck {
                text: fill(words.check_score, &[&(score_permille / 10), &(pass.min_score_permille / 10)]),
                holds: score_permille >= pass.min_score_permille,
            }];
            if pass.min_on_task_permille > 0 {
                let figures: [&dyn std::fmt::Display; 2] =
                    [&(on_task_permille / 10), &(pass.min_on_task_permille / 10)];
                let holds = on_task_permille >= pass.min_on_task_permille;
                checks.push(PassCheck { text: fill(words.check_on_task, &figures), holds });
            }
            if !pass.endings.is_empty() {
                let text = fill(words.check_ending, &[&scenario.text(lang, end.title)]);
                checks.push(PassCheck { text, holds: pass.endings.contains(&ending) });
            }
            Some(OutcomeReview {
                title: scenario.text(lang, end.title).to_owned(),
                text: scenario.text(lang, end.text).to_owned(),
                passed,
                score_percent: score_permille / 10,
                on_task_percent: on_task_permille / 10,
                checks,
            })
        }
        _ => None,
    })
}

fn competences(scenario: &Scenario, events: &[Event], lang: Lang) -> Vec<CompetenceScore> {
    let scores = Score::of_events(scenario, events);
    let all = scenario.competences.iter().enumerate().map(|(at, competence)| {
        let own = Score::of_competence(&scores, scenario, CompetenceId::from_index(at));
        let (points, of) = Score::sum(&own);
        let criteria = own.iter().map(|score| {
            let label = scenario.text(lang, scenario.rubric[score.criterion.index()].label).to_owned();
            CriterionScore { label, points: score.points, of: score.of }
        });
        CompetenceScore {
            label: scenario.text(lang, competence.label).to_owned(),
            code: competence.reference(),
            uri: competence.uri.clone(),
            points,
            of,
            criteria: criteria.collect(),
        }
    });
    all.collect()
}

fn decisions(scenario: &Scenario, events: &[Event], curve: &[CurvePoint], lang: Lang) -> Vec<DecisionReview> {
    let mut reviews: Vec<(DecisionId, DecisionReview)> = Vec::new();
    for event in events {
        match &event.kind {
            EventKind::DecisionOpened { decision, offered, .. } => {
                reviews.push((*decision, opened(scenario, *decision, offered, event.tick, lang)));
            }
            EventKind::ChoiceTaken { decision, choice, thinking_ticks } => {
                if let Some((_, review)) = reviews.iter_mut().rev().find(|(id, _)| id == decision) {
                    let taken = scenario.choice(*decision, *choice);
                    review.chosen = Some(choice.index());
                    review.cut_off = false;
                    review.thinking_secs = Some(*thinking_ticks as f32 / 10.0);
                    review.feedback = scenario.text(lang, taken.feedback).to_owned();
                    review.source = taken.source.clone();
                    review.consequence = consequence(curve, event.tick);
                }
            }
            EventKind::DecisionExpired { decision } => {
                if let Some((_, review)) = reviews.iter_mut().rev().find(|(id, _)| id == decision) {
                    let feedback = scenario.decision(*decision).expire_feedback;
                    review.cut_off = false;
                    review.feedback = feedback.map(|id| scenario.text(lang, id).to_owned()).unwrap_or_default();
                    review.consequence = consequence(curve, event.tick);
                }
            }
            _ => {}
        }
    }
    reviews.into_iter().map(|(_, review)| review).collect()
}

fn opened(scenario: &Scenario, id: DecisionId, offered: &[ChoiceId], tick: u32, lang: Lang) -> DecisionReview {
    let decision = scenario.decision(id);
    let options = decision.choices.iter().enumerate().map(|(at, choice)| {
        let (verdict, verdict_label) = verdict(choice.verdict, lang);
        OptionReview {
            name: choice.name.clone(),
            text: scenario.text(lang, choice.text).to_owned(),
            offered: offered.contains(&ChoiceId::from_index(at)),
            verdict,
            verdict_label,
            feedback: scenario.text(lang, choice.feedback).to_owned(),
            source: choice.source.clone(),
        }
    });
    DecisionReview {
        name: decision.name.clone(),
        opened_tick: tick,
        time: phrases::clock(tick),
        prompt: scenario.text(lang, decision.prompt).to_owned(),
        options: options.collect(),
        chosen: None,
        cut_off: true,
        thinking_secs: None,
        feedback: String::new(),
        source: None,
        consequence: None,
    }
}

fn verdict(verdict: Verdict, lang: Lang) -> (&'static str, &'static str) {
    let words = phrases::of(lang);
    match verdict {
        Verdict::Strong => ("strong", words.strong),
        Verdict::Sound => ("sound", words.sound),
        Verdict::Weak => ("weak", words.weak),
        Verdict::Harmful => ("harmful", words.harmful),
    }
}

/// Means of five seconds up to the decision and five seconds around half a minute later.
fn consequence(curve: &[CurvePoint], tick: u32) -> Option<Consequence> {
    let second = tick / proefles_scenario::TICKS_PER_SECOND;
    let mean = |from: u32, to: u32, value: fn(&CurvePoint) -> u16| {
        let points: Vec<u32> =
            curve.iter().filter(|p| (from..=to).contains(&p.second)).map(|p| u32::from(value(p))).collect();
        let sum: u32 = points.iter().sum();
        sum.checked_div(points.len() as u32).and_then(|mean| u16::try_from(mean / 10).ok())
    };
    let before = (second.saturating_sub(4), second);
    let after = (second + AFTER_SECS - 2, second + AFTER_SECS + 2);
    Some(Consequence {
        on_task_before: mean(before.0, before.1, |p| p.on_task_permille)?,
        on_task_after: mean(after.0, after.1, |p| p.on_task_permille)?,
        noise_before: mean(before.0, before.1, |p| p.noise_permille)?,
        noise_after: mean(after.0, after.1, |p| p.noise_permille)?,
    })
}

/// Whether what the incident does to the network or the board is told already.
fn has_a_moment_of_its_own(kind: IncidentKind) -> bool {
    use IncidentKind as I;
    matches!(kind, I::NetworkDown | I::NetworkSlow | I::BoardNoSignal | I::WrongScreen)
}

/// Name of an incident, as a sentence begins.
fn incident(kind: IncidentKind, lang: Lang) -> String {
    let (nl, en) = kind.names();
    let mut letters = if lang == Lang::Nl { nl } else { en }.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn moments(scenario: &Scenario, events: &[Event], lang: Lang) -> Vec<Moment> {
    let words = phrases::of(lang);
    let found = events.iter().filter_map(|event| {
        let (kind, text) = match event.kind {
            EventKind::PhaseStarted(id) => {
                (MomentKind::Phase, scenario.text(lang, scenario.phase(id).title).to_owned())
            }
            EventKind::NetworkChanged(Network::Down) => (MomentKind::Technology, words.network_down.to_owned()),
            EventKind::NetworkChanged(Network::Slow) => (MomentKind::Technology, words.network_slow.to_owned()),
            EventKind::NetworkChanged(Network::Up) => (MomentKind::Technology, words.network_up.to_owned()),
            EventKind::IncidentBegan(kind) if !has_a_moment_of_its_own(kind) => {
                (MomentKind::Technology, incident(kind, lang))
            }
            EventKind::IncidentEnded(kind) if kind.lasts_secs() == 0 && !has_a_moment_of_its_own(kind) => {
                (MomentKind::Technology, fill(words.incident_over, &[&incident(kind, lang)]))
            }
            EventKind::BoardChanged(BoardShow::Private(_)) => (MomentKind::Board, words.board_private.to_owned()),
            EventKind::BoardChanged(BoardShow::NoSignal) => (MomentKind::Board, words.board_no_signal.to_owned()),
            EventKind::ItemUsed(item) => {
                let label = scenario.text(lang, scenario.items[item.index()].label);
                (MomentKind::Item, fill(words.item_used, &[&label]))
            }
            _ => return None,
        };
        Some(Moment { tick: event.tick, time: phrases::clock(event.tick), kind, text })
    });
    found.collect()
}
