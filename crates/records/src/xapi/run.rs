//! What all statements of a run share, and the statements of a whole run.
//!
//! A run is told in two places: in the store as it happens, and in its folder when it is over. Both make the statements
//! from the same context, events and times, so that they are the same to the byte.

use std::sync::Arc;

use jiff::Timestamp;
use proefles_scenario::{Lang, Scenario};
use proefles_sim::Event;
use proefles_sim::replay::{Recorder, RunHeader};
use serde_json::Value;
use uuid::Uuid;

use super::mapping::Mapper;
use super::statement::{Actor, Statement};

/// What the run is played on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// Mouse, keyboard, gamepad.
    Desktop,
    /// A headset.
    OpenXr,
    /// No screen: a script or policy.
    Headless,
}

impl Platform {
    const ALL: [Self; 3] = [Self::Desktop, Self::OpenXr, Self::Headless];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Desktop => "desktop",
            Self::OpenXr => "openxr",
            Self::Headless => "headless",
        }
    }
}

/// What every statement of a run says about it.
#[derive(Debug, Clone)]
pub struct RunContext {
    /// The lesson.
    pub scenario: Arc<Scenario>,
    /// Who practises.
    pub actor: Actor,
    /// The run.
    pub registration: Uuid,
    /// What it is played on.
    pub platform: Platform,
    /// In which language.
    pub lang: Lang,
    /// Who teaches: `teacher`, or the name of a policy, or `script`.
    pub taught_by: String,
}

impl RunContext {
    /// The context of a run of this header. `person` is who practises unless a policy or script teaches.
    pub fn new(
        scenario: Arc<Scenario>,
        header: &RunHeader,
        registration: Uuid,
        person: Actor,
        platform: Platform,
    ) -> Self {
        let lang = Lang::from_code(&header.lang).unwrap_or(scenario.languages[0]);
        let actor = Actor::driving(&header.taught_by).unwrap_or(person);
        Self { scenario, actor, registration, platform, lang, taught_by: header.taught_by.clone() }
    }
}

/// Every statement of a run. `at` gives the time of an event by its place; `left` is when the lesson was left, if it was
/// before its end.
pub fn statements_of(
    run: RunContext,
    events: &[Event],
    at: impl Fn(usize) -> Timestamp,
    left: Option<(u32, Timestamp)>,
) -> Vec<Statement> {
    let mut mapper = Mapper::new(run);
    let mut all: Vec<Statement> =
        events.iter().enumerate().flat_map(|(place, event)| mapper.statements(event, at(place))).collect();
    all.extend(left.into_iter().flat_map(|(tick, at)| mapper.leave(tick, at)));
    all
}

/// Whether lines of JSON are the statements of a run. What cannot be told from the run is taken from the lines: which
/// person practised, on what, and when each thing happened. All else must follow, to the byte.
pub fn follow_from(run: &Recorder, lines: &[u8]) -> bool {
    let made = std::str::from_utf8(lines).ok().and_then(|text| made_again(run, text));
    made.is_some_and(|made| made.as_bytes() == lines)
}

fn made_again(run: &Recorder, text: &str) -> Option<String> {
    let told: Vec<Value> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>().ok()?;
    let first = told.first()?;
    let account = &first["actor"]["account"];
    let word = |value: &Value| value.as_str().map(str::to_owned);
    let person = Actor { home_page: word(&account["homePage"])?, name: word(&account["name"])? };
    let platform = Platform::ALL.into_iter().find(|platform| first["context"]["platform"] == platform.name())?;
    let registration = Uuid::parse_str(&run.header().registration).ok()?;
    let times: Vec<Timestamp> =
        told.iter().map(|one| one["timestamp"].as_str()?.parse().ok()).collect::<Option<_>>()?;

    let scenario = Arc::clone(run.session().scenario());
    let mut mapper = Mapper::new(RunContext::new(scenario, run.header(), registration, person, platform));
    let mut made: Vec<Statement> = Vec::with_capacity(told.len());
    let time = |place: usize| times.get(place).or(times.last()).copied();
    for event in run.events() {
        made.extend(mapper.statements(event, time(made.len())?));
    }
    if made.len() < told.len() && run.session().outcome().is_none() {
        made.extend(mapper.leave(run.session().now(), time(made.len())?));
    }
    Some(Statement::lines(&made))
}
