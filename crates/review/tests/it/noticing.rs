//! What a review says of what the teacher saw.

use std::path::Path;
use std::sync::Arc;

use proefles_review::{Indicators, Report};
use proefles_scenario::{Lang, load_path};
use proefles_sim::Policy;
use proefles_sim::replay::Recorder;

fn indicators(policy: Policy) -> Indicators {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/network-down.scenario.ron");
    let scenario = Arc::new(load_path(&path).scenario.unwrap());
    let mut run = Recorder::new(Arc::clone(&scenario), 5, Lang::En, policy.name());
    while run.session().outcome().is_none() {
        for command in policy.act(run.session()) {
            run.apply(command).ok();
        }
        run.tick();
    }
    Report::new(&scenario, run.events(), 5, policy.name(), Lang::En).indicators
}

#[test]
fn who_scans_the_class_sees_more_of_it_and_sooner_than_who_looks_away() {
    let [expert, absent] = [Policy::Expert, Policy::Absent].map(indicators);
    for all in [&expert, &absent] {
        assert!(all.lapses > 20 && all.noticed <= all.lapses, "{all:?}");
    }
    let share = |all: &Indicators| f64::from(all.noticed) / f64::from(all.lapses);
    assert!(share(&expert) > 2.0 * share(&absent), "{expert:?} {absent:?}");
    assert!(expert.median_noticing_ticks.is_some());
}
