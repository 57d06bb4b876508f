//! The report of a run, and its page.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod broken_off;
mod noticing;

use std::path::Path;
use std::sync::Arc;

use proefles_review::{Report, html};
use proefles_scenario::{Lang, load_path};
use proefles_sim::Policy;
use proefles_sim::replay::Recorder;

/// The report of a run of the shipped lesson by a policy.
fn report(lang: Lang) -> Report {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/network-down.scenario.ron");
    let scenario = Arc::new(load_path(&path).scenario.unwrap());
    let mut run = Recorder::new(Arc::clone(&scenario), 5, lang, Policy::Typical.name());
    while run.session().outcome().is_none() {
        for command in Policy::Typical.act(run.session()) {
            run.apply(command).ok();
        }
        run.tick();
    }
    let report = Report::new(&scenario, run.events(), 5, "typical", lang);
    let (points, of) = run.session().scores().iter().fold((0, 0), |sum, s| (sum.0 + s.points, sum.1 + s.of));
    assert_eq!(
        report.competences.iter().map(|c| (c.points, c.of)).fold((0, 0), |s, c| (s.0 + c.0, s.1 + c.1)),
        (points, of)
    );
    report
}

#[test]
fn a_competence_is_shown_by_framework_and_label_and_linked_by_its_address() {
    for lang in Lang::ALL {
        let report = report(lang);
        let codes: Vec<&str> = report.competences.iter().map(|competence| competence.code.as_str()).collect();
        assert!(codes.contains(&"DigCompEdu 2017 3.1") && codes.contains(&"ESCO 1.2"), "{codes:?}");
        let page = html::page(&report);
        for competence in &report.competences {
            let link = format!("<a class=\"muted\" href=\"{}\">{}</a>", competence.uri, competence.code);
            assert!(page.contains(&link), "{link}");
            assert!(page.contains(&format!("<b>{}</b>", competence.label)), "{}", competence.label);
        }
    }
}
