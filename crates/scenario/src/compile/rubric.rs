//! Evidence: does the lesson show what it promises, and do points say the same as verdicts?

use super::{Checked, graph::Reach};
use crate::diagnostic::{Code, Sink};
use crate::model::{Decision, Verdict};
use crate::schema::Entry;

/// Reports gaps in the rubric.
pub(crate) fn check(sink: &mut Sink, checked: &Checked<'_>, reach: &Reach) {
    let s = checked.scenario;
    for (at, criterion) in s.rubric.iter().enumerate().filter(|(at, _)| !reach.criteria[*at]) {
        let span = checked.names.span(Entry::Criterion, at);
        let message = format!("nothing gives points for the criterion \"{}\"", criterion.name);
        sink.report(Code::CriterionUnused, 0, span, message)
            .help(format!("give an option `evidence: {{ \"{}\": 2 }}`, or take the criterion away", criterion.name));
    }
    for at in 0..s.competences.len() {
        if !s.rubric.iter().any(|criterion| criterion.competence.index() == at) {
            let span = checked.names.span(Entry::Competence, at);
            sink.report(Code::CompetenceUnused, 0, span, "no criterion counts for this competence")
                .help("add a criterion for it to `rubric`, or take the competence away");
        }
    }
    for (at, decision) in s.decisions.iter().enumerate() {
        verdicts(sink, checked, at, decision);
    }
    if s.pass.min_score_permille > 0 && !reach.criteria.contains(&true) {
        sink.report(
            Code::PassImpossible,
            0,
            checked.places.pass_score,
            "the pass rule asks for points, and nothing gives any",
        )
        .help("give options `evidence`, or leave `min_score_pct` out");
    }
    if !s.pass.endings.is_empty()
        && !s.pass.endings.iter().any(|ending| reach.endings.get(ending.index()) != Some(&false))
    {
        sink.report(
            Code::PassImpossible,
            0,
            checked.places.pass_endings,
            "no run reaches any of these endings, so nobody can pass",
        )
        .help("name an ending that can be reached");
    }
}

fn verdicts(sink: &mut Sink, checked: &Checked<'_>, at: usize, decision: &Decision) {
    let Some(best) = decision.choices.iter().map(|choice| choice.verdict).max() else { return };
    if best < Verdict::Sound {
        let span = checked.names.span(Entry::Decision, at);
        sink.report(Code::NoGoodOption, 0, span, format!("\"{}\" has no `Sound` or `Strong` option", decision.name))
            .help("add what the field advises, so that there is something to learn");
    }
    let points =
        |choice: &crate::model::Choice| choice.evidence.iter().map(|evidence| u32::from(evidence.points)).sum::<u32>();
    let strongest = decision.choices.iter().filter(|choice| choice.verdict == best).map(points).max().unwrap_or(0);
    for (option, choice) in decision.choices.iter().enumerate() {
        if choice.verdict < best && points(choice) > strongest {
            let span = checked.names.option_span(at, option);
            let message = format!(
                "the option \"{}\" earns {} points, more than the {strongest} of the best one",
                choice.name,
                points(choice)
            );
            sink.report(Code::BestIsNotBest, 0, span, message)
                .help("the option with the best verdict should earn the most");
        }
    }
}
