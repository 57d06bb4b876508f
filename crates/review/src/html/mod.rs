//! A report as one HTML page that needs nothing beside it: no script, no font, no address.

mod chart;
mod style;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use proefles_scenario::Lang;
use proefles_sim::replay::TEACHER;

use crate::phrases::{self, Phrases, fill};
use crate::report::{CompetenceScore, DecisionReview, OptionReview, OutcomeReview, Report};

/// The page of a report.
pub fn page(report: &Report) -> String {
    let lang = Lang::from_code(&report.lang).unwrap_or(Lang::En);
    let words = phrases::of(lang);
    let markup = html! {
        (DOCTYPE)
        html lang=(report.lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (words.review) ": " (report.title) }
                style { (PreEscaped(style::CSS)) }
            }
            body {
                main {
                    (header(report, words))
                    @if let Some(outcome) = &report.outcome { (outcome_card(outcome, words)) }
                    @else { section.card { p { (words.unfinished) } } }
                    (suggestions(report, words))
                    section.card { h2 { (words.curve) } (chart::of(report, words)) (moments(report)) }
                    section.card { h2 { (words.competences) } @for c in &report.competences { (competence(c, words)) } }
                    section { h2 { (words.decisions) } @for (n, d) in report.decisions.iter().enumerate() { (decision(n + 1, d, words)) } }
                    (episodes(report, words))
                    (counts(report, words))
                    footer { p { (words.proposes) } }
                }
            }
        }
    };
    markup.into_string()
}

fn header(report: &Report, words: &Phrases) -> Markup {
    let by = if report.taught_by == TEACHER { words.teacher.to_owned() } else { fill(words.bot, &[&report.taught_by]) };
    html! {
        header {
            p.kicker { "Proefles · " (words.review) }
            h1 { (report.title) }
            p.muted { (phrases::clock(report.seconds * 10)) " · " (by) " · " (report.scenario) " " (report.version) }
        }
    }
}

fn outcome_card(outcome: &OutcomeReview, words: &Phrases) -> Markup {
    let verdict = if outcome.passed { words.passed } else { words.not_passed };
    html! {
        section.card.outcome.passed[outcome.passed] {
            p.badge { @if outcome.passed { "✔ " } @else { "○ " } (verdict) }
            h2 { (outcome.title) }
            p { (outcome.text) }
            ul.checks {
                @for check in &outcome.checks {
                    li { span aria-hidden="true" { @if check.holds { "✔ " } @else { "✘ " } } (check.text) }
                }
            }
        }
    }
}

fn suggestions(report: &Report, words: &Phrases) -> Markup {
    html! {
        section.card.try {
            h2 { (words.suggestions) }
            ol { @for suggestion in &report.suggestions { li { (suggestion.text) } } }
        }
    }
}

fn moments(report: &Report) -> Markup {
    html! {
        ul.moments { @for moment in &report.moments { li { b { (moment.time) } " " (moment.text) } } }
    }
}

fn episodes(report: &Report, words: &Phrases) -> Markup {
    html! {
        section.card {
            h2 { (words.episodes) }
            @if report.episodes.is_empty() { p.muted { (words.episodes_none) } }
            ul.moments { @for episode in &report.episodes { li { b { (episode.time) } " " (episode.text) } } }
        }
    }
}

fn competence(competence: &CompetenceScore, words: &Phrases) -> Markup {
    let percent = (competence.points * 100).checked_div(competence.of);
    html! {
        div.competence {
            p { b { (competence.label) } " " a.muted href=(competence.uri) { (competence.code) } }
            @match percent {
                Some(percent) => {
                    div.bar role="img" aria-label=(format!("{percent} %")) { div style=(format!("width:{percent}%")) {} }
                    p.muted { (fill(words.points, &[&competence.points, &competence.of])) }
                    ul { @for criterion in &competence.criteria { @if criterion.of > 0 {
                        li { (criterion.label) ": " (fill(words.points, &[&criterion.points, &criterion.of])) }
                    } } }
                }
                None => { p.muted { (words.no_evidence) } }
            }
        }
    }
}

fn decision(number: usize, decision: &DecisionReview, words: &Phrases) -> Markup {
    html! {
        article.card.decision id=(decision.name) {
            p.kicker { (number) " · " (decision.time) }
            h3 { (decision.prompt) }
            @match decision.thinking_secs {
                Some(secs) => { p.muted { (fill(words.thought_for, &[&format!("{secs:.0}")])) } }
                None if decision.cut_off => { p.muted { (words.cut_off) } }
                None => { p.late { (words.time_ran_out) } }
            }
            ul.options {
                @for (at, option) in decision.options.iter().enumerate() { (option_item(option, decision.chosen == Some(at), words)) }
            }
            @if !decision.feedback.is_empty() {
                div.feedback {
                    p { b { (words.why) ". " } (decision.feedback) }
                    @if let Some(source) = &decision.source { p.muted { (fill(words.source, &[source])) } }
                }
            }
            @if let Some(c) = decision.consequence {
                p.consequence {
                    (fill(words.consequence, &[&c.on_task_before, &c.on_task_after, &c.noise_before, &c.noise_after]))
                }
            }
        }
    }
}

fn option_item(option: &OptionReview, chosen: bool, words: &Phrases) -> Markup {
    html! {
        li.chosen[chosen].unoffered[!option.offered] {
            span.verdict.(option.verdict) { (option.verdict_label) }
            " " (option.text)
            @if chosen { " " b { "← " (words.your_choice) } }
            @if !option.offered { " " span.muted { "(" (words.not_offered) ")" } }
            @if !chosen && option.offered { details { summary { (words.why) } p { (option.feedback) } } }
        }
    }
}

fn counts(report: &Report, words: &Phrases) -> Markup {
    let all = &report.indicators;
    html! {
        section.card {
            h2 { (words.what_you_did) }
            ul {
                li { b { (all.praise) } " " (fill(words.count_praise, &[&all.specific_praise])) }
                li { b { (all.redirects) } " " (words.count_redirect) }
                li { b { (all.reprimands) } " " (fill(words.count_reprimand, &[&all.public_reprimands])) }
                li { b { (all.turns) } " " (words.count_turns) }
                li { b { (all.students_looked_at) } " " (fill(words.count_looked, &[&all.students])) }
                li { b { (all.students_approached) } " " (words.count_near) }
            }
            p.muted { (fill(words.short_observation, &[&(report.seconds / 60).max(1)])) }
        }
    }
}
