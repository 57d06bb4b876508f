//! Times against the lesson's length, and timers against what there is to read.

use super::Checked;
use crate::diagnostic::{Code, Sink};
use crate::model::{Decision, Scenario, TICKS_PER_SECOND};
use crate::schema::Entry;

/// Mean silent reading rate of adults: Brysbaert 2019, doi:10.1016/j.jml.2019.104047.
const WORDS_PER_MINUTE: u32 = 238;

/// Reports times that make no sense.
pub(crate) fn check(sink: &mut Sink, checked: &Checked<'_>) {
    let s = checked.scenario;
    let seconds = |ticks: u32| format!("{} s", f64::from(ticks) / f64::from(TICKS_PER_SECOND));
    for (span, ticks) in checked.places.waits.iter().filter(|(_, ticks)| *ticks > s.duration_ticks) {
        let message = format!("{} is later than the lesson's end at {}", seconds(*ticks), seconds(s.duration_ticks));
        sink.report(Code::NeverInTime, 0, *span, message)
            .help("wait shorter, or make the lesson longer with `minutes`");
    }
    for (at, decision) in s.decisions.iter().enumerate() {
        let name = &decision.name;
        match (decision.timer_ticks, checked.places.timers.get(&at)) {
            (Some(timer), Some(span)) if timer > s.duration_ticks => {
                let message =
                    format!("{} is longer than the whole lesson of {}", seconds(timer), seconds(s.duration_ticks));
                sink.report(Code::TimerTooLong, 0, *span, message).help("timers are in seconds: 25 is usual");
            }
            (Some(timer), Some(span)) => reading(sink, s, decision, timer, *span),
            _ => {}
        }
        if decision.timer_ticks.is_some() && decision.expire_feedback.is_none() {
            let span = checked.names.span(Entry::Decision, at);
            sink.report(
                Code::ExpiryWithoutFeedback,
                0,
                span,
                format!("\"{name}\" has a timer and no `expire_feedback`"),
            )
            .help("name a text that says why letting time run out matters");
        }
        if let (None, Some(span)) = (decision.timer_ticks, checked.places.expiries.get(&at)) {
            sink.report(Code::ExpiryWithoutTimer, 0, *span, format!("\"{name}\" has no timer, so time never runs out"))
                .help("add `timer_s`, or take this away");
        }
    }
}

/// Whether prompt and options can be read in time, in the wordiest language.
fn reading(sink: &mut Sink, s: &Scenario, decision: &Decision, timer: u32, span: crate::syntax::Span) {
    let texts: Vec<_> =
        std::iter::once(decision.prompt).chain(decision.choices.iter().map(|choice| choice.text)).collect();
    let words = |lang: crate::model::Lang| -> usize {
        texts.iter().filter_map(|id| s.texts.get(lang, *id)).map(|text| text.split_whitespace().count()).sum()
    };
    let Some(most) = s.languages.iter().map(|lang| words(*lang)).max() else { return };
    let needed = u32::try_from(most).unwrap_or(u32::MAX).saturating_mul(60).div_ceil(WORDS_PER_MINUTE);
    if needed * TICKS_PER_SECOND > timer {
        let message = format!("reading the prompt and the options takes about {needed} s ({most} words)");
        sink.report(Code::TimerTooShort, 0, span, message).help("give more time, or use fewer words");
    }
}
