//! A whole lesson without a screen.

use std::sync::Arc;

use proefles_scenario::{Lang, Scenario};
use proefles_sim::Policy;
use proefles_sim::replay::{Recorder, Script, limit_tick, replay};

/// Who teaches.
#[derive(Debug, Clone)]
pub enum Teacher {
    /// A policy.
    Policy(Policy),
    /// Commands with ticks.
    Script(Script),
}

/// A lesson that has been taught.
#[derive(Debug, Clone)]
pub struct Taught {
    /// The run with its log.
    pub run: Recorder,
    /// Whether it was played to an ending. A pause that is not resumed, and a decision that stops the class and is not
    /// taken, leave a run without one.
    pub is_complete: bool,
}

/// Teaches a lesson to its end, or as far as it goes.
pub fn teach(scenario: Arc<Scenario>, seed: u64, lang: Lang, teacher: Teacher) -> Taught {
    let limit = limit_tick(&scenario);
    let run = match teacher {
        Teacher::Script(script) => replay(Recorder::new(scenario, seed, lang, "script"), script, limit),
        Teacher::Policy(policy) => {
            let mut run = Recorder::new(scenario, seed, lang, policy.name());
            while run.session().outcome().is_none() && run.session().now() < limit {
                for command in policy.act(run.session()) {
                    // A bot may try what is refused, such as a cable out of reach; it leaves no trace.
                    run.apply(command).ok();
                }
                run.tick();
            }
            run
        }
    };
    let is_complete = run.session().outcome().is_some();
    Taught { run, is_complete }
}
