//! What a review says of a lesson that did not come to its end.

use std::path::Path;
use std::sync::Arc;

use proefles_review::{Report, html};
use proefles_scenario::{Lang, load_path};
use proefles_sim::replay::Recorder;
use proefles_sim::{EventKind, TeacherCommand};

/// Nobody teaches the small lesson, and it is broken off as soon as `now` says so, or ends by itself.
fn run(now: impl Fn(&Recorder) -> bool) -> Recorder {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenario/tests/fixtures/small.scenario.ron");
    let mut run = Recorder::new(Arc::new(load_path(&path).scenario.unwrap()), 3, Lang::En, "teacher");
    while run.session().outcome().is_none() {
        if now(&run) {
            run.apply(TeacherCommand::EndLesson).unwrap();
        }
        run.tick();
    }
    run
}

fn report(run: &Recorder, lang: Lang) -> Report {
    Report::new(run.session().scenario(), run.events(), 3, "teacher", lang)
}

#[test]
fn a_lesson_that_was_broken_off_has_no_outcome_and_the_page_says_so() {
    let broken = run(|run| run.session().now() == 500);
    for (lang, words) in [(Lang::Nl, "Deze les is afgebroken."), (Lang::En, "This lesson was broken off.")] {
        let report = report(&broken, lang);
        assert_eq!(report.outcome, None);
        assert!(!report.curve.is_empty(), "what there is, is shown");
        let page = html::page(&report);
        assert!(page.contains(words) && !page.contains("class=\"badge\""), "{page}");
    }
    let whole = report(&run(|_| false), Lang::En);
    assert!(whole.outcome.is_some() && !html::page(&whole).contains("broken off"));
}

#[test]
fn a_decision_that_the_end_cut_off_is_no_fault() {
    let open = |run: &Recorder| run.session().open_decision().is_some();
    let cut_off = run(|run| open(run));
    let of_it = report(&cut_off, Lang::En);
    let [decision] = of_it.decisions.as_slice() else { panic!("one decision was put") };
    assert!(decision.cut_off && decision.chosen.is_none() && decision.feedback.is_empty());
    let page = html::page(&of_it);
    assert!(page.contains("The lesson was over before you chose.") && !page.contains("Time ran out"));
    assert!(of_it.suggestions.iter().all(|suggestion| suggestion.decision.is_none()));

    let expired = |run: &Recorder| run.events().iter().any(|e| matches!(e.kind, EventKind::DecisionExpired { .. }));
    let late = report(&run(|run| expired(run)), Lang::En);
    assert!(!late.decisions[0].cut_off && html::page(&late).contains("Time ran out"));
    assert_eq!(late.suggestions[0].decision.as_deref(), Some(late.decisions[0].name.as_str()));
}
