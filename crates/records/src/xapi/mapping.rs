//! Event → statements: the one table that says what is recorded.
//!
//! A simulated student is never an actor: what they do is something the teacher experienced.

use std::sync::Arc;

use jiff::Timestamp;
use proefles_scenario::{Behaviour, DecisionId, DisruptionLevel, ItemId, Lang, Scenario, StudentId, TextId};
use proefles_sim::{Cause, Event, EventKind, Gaze};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::statement::{Actor, Draft, Statement, activity, duration};
use super::vocabulary::{self as v, BASE, PROFILE, extensions, types};

/// A look shorter than this is not recorded, ticks: half a second.
const LOOK_TICKS: u32 = 5;
/// Nearness shorter than this is not recorded, ticks.
const NEAR_TICKS: u32 = 20;

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
    const fn name(self) -> &'static str {
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
}

/// Makes a run's events into statements.
#[derive(Debug, Clone)]
pub struct Mapper {
    run: RunContext,
    last_time: Timestamp,
    looking: Option<(StudentId, u32)>,
    near_since: Vec<Option<u32>>,
    /// Points by criterion: earned, possible.
    scores: Vec<(u32, u32)>,
}

impl Mapper {
    /// A mapper at the start of a run.
    pub fn new(run: RunContext) -> Self {
        let (students, criteria) = (run.scenario.students.len(), run.scenario.rubric.len());
        Self {
            run,
            last_time: Timestamp::UNIX_EPOCH,
            looking: None,
            near_since: vec![None; students],
            scores: vec![(0, 0); criteria],
        }
    }

    /// The run.
    pub fn run(&self) -> &RunContext {
        &self.run
    }

    /// The statements of an event that happened now. Time never runs backwards within a run, whatever the clock does.
    pub fn statements(&mut self, event: &Event, now: Timestamp) -> Vec<Statement> {
        let drafts = self.drafts(event);
        drafts.into_iter().map(|draft| self.finish(draft, event.tick, now)).collect()
    }

    fn finish(&mut self, draft: Draft, tick: u32, now: Timestamp) -> Statement {
        let now = now.max(self.last_time);
        self.last_time = now;
        let id = Uuid::now_v7();
        let mut extension_map = draft.extensions;
        extension_map.insert(extensions::SESSION.to_owned(), json!(self.run.registration.to_string()));
        extension_map.insert(extensions::TICK.to_owned(), json!(tick));
        let mut activities = Map::new();
        activities.insert("category".into(), json!([{ "id": PROFILE, "definition": { "type": types::PROFILE } }]));
        activities.insert("grouping".into(), json!([{ "id": app_id() }]));
        if draft.has_parent {
            activities.insert("parent".into(), json!([{ "id": self.scenario_id() }]));
        }
        let mut statement = json!({
            "id": id.to_string(),
            "timestamp": format!("{now:.3}"),
            "actor": self.run.actor.to_json(),
            "verb": { "id": draft.verb.id, "display": { "nl": draft.verb.nl, "en": draft.verb.en } },
            "object": draft.object,
            "context": {
                "registration": self.run.registration.to_string(),
                "platform": self.run.platform.name(),
                "language": self.run.lang.code(),
                "revision": self.run.scenario.version,
                "contextActivities": activities,
                "extensions": extension_map,
            },
        });
        if !draft.result.is_empty() {
            statement["result"] = Value::Object(draft.result);
        }
        Statement { id, json: statement.to_string() }
    }

    fn drafts(&mut self, event: &Event) -> Vec<Draft> {
        match &event.kind {
            EventKind::RunStarted => vec![
                Draft::new(v::INITIALIZED, self.app()).without_parent(),
                Draft::new(v::ATTEMPTED, self.scenario_activity()).without_parent(),
            ],
            EventKind::ChoiceTaken { decision, choice, thinking_ticks } => {
                let best = self.run.scenario.decision(*decision).choices.iter().map(|c| c.verdict).max();
                let chosen = self.run.scenario.choice(*decision, *choice);
                let draft = Draft::new(v::ANSWERED, self.decision_activity(*decision))
                    .result("response", json!(chosen.name))
                    .result("success", json!(Some(chosen.verdict) == best))
                    .result("score", json!({ "scaled": verdict_score(chosen.verdict) }))
                    .result("duration", json!(duration(*thinking_ticks)));
                vec![draft]
            }
            EventKind::DecisionExpired { decision } => {
                let ticks = self.run.scenario.decision(*decision).timer_ticks.unwrap_or(0);
                let draft = Draft::new(v::ANSWERED, self.decision_activity(*decision))
                    .result("success", json!(false))
                    .result("completion", json!(false))
                    .result("duration", json!(duration(ticks)));
                vec![draft]
            }
            EventKind::BehaviourChanged { student, to, cause, .. } => self.behaviour(*student, *to, *cause),
            EventKind::TeacherActed { action, student, private, .. } => {
                let object = student.map_or_else(|| self.scenario_activity(), |id| self.student_activity(id));
                let mut draft = Draft::new(v::INTERACTED, object)
                    .extension(extensions::ACTION, json!(format!("{action:?}")))
                    .extension(extensions::PRIVATE, json!(private));
                draft.has_parent = student.is_some();
                vec![draft]
            }
            EventKind::GazeMoved(gaze) => self.gaze(*gaze, event.tick),
            EventKind::Proximity { student, near } => self.proximity(*student, *near, event.tick),
            EventKind::ItemTaken(item) => vec![Draft::new(v::GRABBED, self.item_activity(*item))],
            EventKind::ItemDropped(item) => vec![Draft::new(v::PLACED, self.item_activity(*item))],
            EventKind::ItemUsed(item) => vec![Draft::new(v::INTERACTED, self.item_activity(*item))],
            EventKind::EvidenceGiven { criterion, points, of, .. } => {
                let score = &mut self.scores[criterion.index()];
                score.0 += u32::from(*points);
                score.1 += u32::from(*of);
                Vec::new()
            }
            EventKind::Paused => vec![Draft::new(v::SUSPENDED, self.app()).without_parent()],
            EventKind::Resumed => vec![Draft::new(v::RESUMED, self.app()).without_parent()],
            // A run that was broken off is neither completed nor judged.
            EventKind::RunEnded { broken_off: true, .. } => vec![self.terminated(event.tick)],
            EventKind::RunEnded { ending, passed, score_permille, on_task_permille, .. } => {
                let ending = self.run.scenario.endings[ending.index()].name.clone();
                self.ended(event.tick, &ending, *passed, *score_permille, *on_task_permille)
            }
            _ => Vec::new(),
        }
    }

    /// Disturbances that begin of themselves or by the author's hand. Who joins in is not counted again.
    fn behaviour(&self, student: StudentId, to: Behaviour, cause: Cause) -> Vec<Draft> {
        let begins = matches!(cause, Cause::Lapse | Cause::Author | Cause::Teacher | Cause::Technology);
        if !begins || to.level() < DisruptionLevel::Neighbours {
            return Vec::new();
        }
        let name = &self.run.scenario.student(student).name;
        let (nl, en) = to.names();
        let id = format!("{}/behaviour/{}", self.scenario_id(), to.id());
        let draft = Draft::new(v::EXPERIENCED, activity(&id, types::BEHAVIOUR, nl, en))
            .extension(extensions::STUDENT, json!(name))
            .extension(extensions::BEHAVIOUR, json!(to.id()));
        vec![draft]
    }

    /// One statement for a look that is over.
    fn gaze(&mut self, gaze: Gaze, tick: u32) -> Vec<Draft> {
        let ended = self.looking.take();
        if let Gaze::Student(student) = gaze {
            self.looking = Some((student, tick));
        }
        let over = ended.filter(|(_, since)| tick - since > LOOK_TICKS);
        over.into_iter()
            .map(|(student, since)| {
                Draft::new(v::FOCUSED, self.student_activity(student))
                    .result("duration", json!(duration(tick - since)))
                    .extension(extensions::GAZE_SOURCE, json!("head"))
            })
            .collect()
    }

    fn proximity(&mut self, student: StudentId, near: bool, tick: u32) -> Vec<Draft> {
        if near {
            self.near_since[student.index()] = Some(tick);
            return Vec::new();
        }
        let since = self.near_since[student.index()].take().filter(|since| tick - since >= NEAR_TICKS);
        since
            .into_iter()
            .map(|since| {
                Draft::new(v::APPROACHED, self.student_activity(student))
                    .result("duration", json!(duration(tick - since)))
            })
            .collect()
    }

    fn ended(&self, tick: u32, ending: &str, passed: bool, score: u16, on_task: u16) -> Vec<Draft> {
        let time = duration(tick);
        let share = |permille: u16| f64::from(permille) / 1000.0;
        let mut drafts = vec![
            Draft::new(v::COMPLETED, self.scenario_activity())
                .result("completion", json!(true))
                .result("duration", json!(time))
                .extension(extensions::ENDING, json!(ending))
                .without_parent(),
        ];
        let verb = if passed { v::PASSED } else { v::FAILED };
        drafts.push(
            Draft::new(verb, self.scenario_activity())
                .result("success", json!(passed))
                .result("score", json!({ "scaled": share(score) }))
                .result("duration", json!(time))
                .extension(extensions::ON_TASK, json!(share(on_task)))
                .without_parent(),
        );
        for (at, competence) in self.run.scenario.competences.iter().enumerate() {
            let criteria = self.run.scenario.rubric.iter().zip(&self.scores);
            let own = criteria.filter(|(criterion, _)| criterion.competence.index() == at);
            let (points, of) = own.fold((0, 0), |sum, (_, score)| (sum.0 + score.0, sum.1 + score.1));
            if of > 0 {
                let id = competence_id(&competence.uri, &competence.framework, &competence.code);
                let object = self.named_activity(&id, types::COMPETENCY, competence.label);
                let scaled = f64::from(points) / f64::from(of);
                let score = json!({ "scaled": scaled, "raw": points, "min": 0, "max": of });
                drafts.push(Draft::new(v::SCORED, object).result("score", score));
            }
        }
        drafts.push(self.terminated(tick));
        drafts
    }

    fn terminated(&self, tick: u32) -> Draft {
        Draft::new(v::TERMINATED, self.app()).result("duration", json!(duration(tick))).without_parent()
    }

    fn scenario_id(&self) -> String {
        format!("{BASE}/activities/scenario/{}", self.run.scenario.id)
    }

    fn app(&self) -> Value {
        activity(&app_id(), types::SIMULATION, "Proefles", "Proefles")
    }

    fn named_activity(&self, id: &str, kind: &str, name: TextId) -> Value {
        let scenario = &self.run.scenario;
        activity(id, kind, scenario.text(Lang::Nl, name), scenario.text(Lang::En, name))
    }

    fn scenario_activity(&self) -> Value {
        self.named_activity(&self.scenario_id(), types::SCENARIO, self.run.scenario.title)
    }

    fn student_activity(&self, id: StudentId) -> Value {
        let student = self.run.scenario.student(id);
        let iri = format!("{}/student/{}", self.scenario_id(), student.name);
        activity(&iri, types::STUDENT, &student.first_name, &student.first_name)
    }

    fn item_activity(&self, id: ItemId) -> Value {
        let item = &self.run.scenario.items[id.index()];
        self.named_activity(&format!("{}/item/{}", self.scenario_id(), item.name), types::ITEM, item.label)
    }

    fn decision_activity(&self, id: DecisionId) -> Value {
        let scenario = &self.run.scenario;
        let decision = scenario.decision(id);
        let iri = format!("{}/decision/{}", self.scenario_id(), decision.name);
        let mut object = self.named_activity(&iri, types::INTERACTION, decision.prompt);
        let texts = |text: TextId| json!({ "nl": scenario.text(Lang::Nl, text), "en": scenario.text(Lang::En, text) });
        let choices = decision.choices.iter().map(|c| json!({ "id": c.name, "description": texts(c.text) }));
        let best = decision.choices.iter().map(|choice| choice.verdict).max();
        let correct = decision.choices.iter().filter(|c| Some(c.verdict) == best).map(|c| c.name.as_str());
        object["definition"]["interactionType"] = json!("choice");
        object["definition"]["choices"] = choices.collect();
        object["definition"]["correctResponsesPattern"] = correct.collect::<Vec<_>>().into();
        object
    }
}

fn app_id() -> String {
    format!("{BASE}/activities/proefles")
}

/// ESCO has an address per skill; where a framework has only its document's, the code makes an id of our own.
fn competence_id(uri: &str, framework: &str, code: &str) -> String {
    if uri.contains("/esco/skill/") {
        return uri.to_owned();
    }
    let slug = |text: &str| text.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "-");
    format!("{BASE}/activities/competence/{}/{}", slug(framework), slug(code))
}

/// Score of a verdict, 0 to 1.
const fn verdict_score(verdict: proefles_scenario::Verdict) -> f64 {
    match verdict {
        proefles_scenario::Verdict::Harmful => 0.0,
        proefles_scenario::Verdict::Weak => 0.3,
        proefles_scenario::Verdict::Sound => 0.7,
        proefles_scenario::Verdict::Strong => 1.0,
    }
}
