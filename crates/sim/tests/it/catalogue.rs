//! Every behaviour of the catalogue happens by itself, somewhere, to somebody.

use std::collections::BTreeMap;
use std::sync::Arc;

use proefles_scenario::{Behaviour, Device, Scenario};
use proefles_sim::{Cause, EventKind, Policy, Session};

use crate::common::load;

/// How often each behaviour began by the rules, not because an author said so, while a policy taught.
fn count(scenario: &Arc<Scenario>, policy: Policy, seed: u64, counts: &mut BTreeMap<&'static str, u32>) {
    let mut session = Session::new(Arc::clone(scenario), seed);
    while session.outcome().is_none() {
        for command in policy.act(&session) {
            session.apply(command).ok();
        }
        session.tick();
        for event in session.take_events() {
            if let EventKind::BehaviourChanged { to, cause, .. } = event.kind
                && cause != Cause::Author
            {
                *counts.entry(to.id()).or_default() += 1;
            }
        }
    }
}

#[test]
fn every_behaviour_of_the_catalogue_happens_by_the_rules_alone() {
    let paper = load("crates/sim/data/reference.scenario.ron");
    let mut laptops = (*paper).clone();
    laptops.students.iter_mut().for_each(|student| student.device = Device::Laptop);
    laptops.phases.iter_mut().for_each(|phase| phase.online = true);
    let lessons = [paper, Arc::new(laptops), load("scenarios/network-down.scenario.ron")];
    let mut counts = BTreeMap::new();
    for scenario in &lessons {
        for policy in [Policy::Absent, Policy::Harsh, Policy::Typical] {
            (0..6).for_each(|seed| count(scenario, policy, seed, &mut counts));
        }
    }
    let missing: Vec<&str> = Behaviour::ALL.iter().map(|b| b.id()).filter(|id| !counts.contains_key(id)).collect();
    assert!(missing.is_empty(), "{missing:?} of {counts:?}");
}
