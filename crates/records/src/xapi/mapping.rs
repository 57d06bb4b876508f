//! Event → statements: the one table that says what is recorded.
//!
//! A simulated student is never an actor: what they do is something the teacher experienced.

use jiff::Timestamp;
use proefles_scenario::{
    Behaviour, Competence, CompetenceId, DecisionId, DisruptionLevel, ItemId, Lang, Level, StudentId, TextId, Verdict,
};
use proefles_sim::{Cause, Event, EventKind, Gaze, Score, params};
use serde_json::{Map, Value, json};

use super::run::RunContext;
use super::statement::{Draft, Statement, activity, duration, in_all, statement_id};
use super::vocabulary::{self as v, BASE, PROFILE, extensions, types};

/// A look shorter than this is not recorded, ticks: half a second.
const LOOK_TICKS: u32 = 5;
/// Nearness shorter than this is not recorded, ticks.
const NEAR_TICKS: u32 = 20;

/// Makes a run's events into statements.
#[derive(Debug, Clone)]
pub struct Mapper {
    run: RunContext,
    last_time: Timestamp,
    /// Number of the next event.
    next_event: u32,
    looking: Option<(StudentId, u32)>,
    /// Ticks for which decisions have stopped the class, and since when one does.
    stopped: u32,
    stopped_since: Option<u32>,
    near_since: Vec<Option<u32>>,
    scores: Vec<Score>,
}

impl Mapper {
    /// A mapper at the start of a run.
    pub fn new(run: RunContext) -> Self {
        Self {
            last_time: Timestamp::UNIX_EPOCH,
            next_event: 0,
            looking: None,
            stopped: 0,
            stopped_since: None,
            near_since: vec![None; run.scenario.students.len()],
            scores: Score::none(&run.scenario),
            run,
        }
    }

    /// The run.
    pub fn run(&self) -> &RunContext {
        &self.run
    }

    /// The statements of an event that happened now. Time never runs backwards within a run, whatever the clock does.
    pub fn statements(&mut self, event: &Event, now: Timestamp) -> Vec<Statement> {
        let drafts = self.drafts(event);
        self.next_event = event.id + 1;
        self.finish_all(drafts, event.id, event.tick, now)
    }

    /// The statements of leaving the lesson before its end. Nothing may come after them.
    pub fn leave(&mut self, tick: u32, now: Timestamp) -> Vec<Statement> {
        let mut drafts = self.what_goes_on(tick);
        drafts.push(self.terminated(tick));
        self.finish_all(drafts, self.next_event, tick, now)
    }

    fn finish_all(&mut self, drafts: Vec<Draft>, event: u32, tick: u32, now: Timestamp) -> Vec<Statement> {
        // Whole milliseconds: what can be read back from the statement.
        let at = Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now).max(self.last_time);
        self.last_time = at;
        drafts.into_iter().zip(0..).map(|(draft, place)| self.finish(draft, event, place, tick, at)).collect()
    }

    fn finish(&self, draft: Draft, event: u32, place: u8, tick: u32, at: Timestamp) -> Statement {
        let id = statement_id(self.run.registration, event, place, at);
        let mut extension_map = draft.extensions;
        extension_map.insert(extensions::SESSION.to_owned(), json!(self.run.registration.to_string()));
        extension_map.insert(extensions::TICK.to_owned(), json!(tick));
        extension_map.insert(extensions::TAUGHT_BY.to_owned(), json!(self.run.taught_by));
        let mut activities = Map::new();
        activities.insert("category".into(), json!([{ "id": PROFILE, "definition": { "type": types::PROFILE } }]));
        activities.insert("grouping".into(), json!([{ "id": app_id() }]));
        if draft.has_parent {
            activities.insert("parent".into(), json!([{ "id": self.scenario_id() }]));
        }
        let mut statement = json!({
            "id": id.to_string(),
            "timestamp": format!("{at:.3}"),
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
        self.note_stop(event);
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
                let draft = Draft::new(v::SKIPPED, self.decision_activity(*decision))
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
            EventKind::EvidenceGiven { .. } => {
                Score::add(&mut self.scores, event);
                Vec::new()
            }
            EventKind::PhaseStarted(_) if event.tick > 0 => vec![self.progressed(event.tick)],
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
        let draft = Draft::new(v::EXPERIENCED, activity(&id, types::BEHAVIOUR, json!({ "nl": nl, "en": en })))
            .extension(extensions::STUDENT, json!(name))
            .extension(extensions::BEHAVIOUR, json!(to.id()))
            .extension(extensions::INTENSITY, json!(to.level() as u8));
        vec![draft]
    }

    /// The lesson's time stands still while a decision stops the class.
    fn note_stop(&mut self, event: &Event) {
        match event.kind {
            EventKind::DecisionOpened { decision, .. } if self.run.scenario.decision(decision).stops_class => {
                self.stopped_since = Some(event.tick);
            }
            EventKind::ChoiceTaken { .. } | EventKind::DecisionExpired { .. } => {
                self.stopped += self.stopped_since.take().map_or(0, |since| event.tick - since);
            }
            _ => {}
        }
    }

    /// How far the lesson is, at a new phase.
    fn progressed(&self, tick: u32) -> Draft {
        let percent = ((tick - self.stopped) * 100 / self.run.scenario.duration_ticks.max(1)).min(100);
        let progress = Map::from_iter([(extensions::PROGRESS.to_owned(), json!(percent))]);
        Draft::new(v::PROGRESSED, self.scenario_activity()).result("extensions", progress.into()).without_parent()
    }

    /// What is cut short when the lesson is left: the last look, and standing next to students.
    fn what_goes_on(&mut self, tick: u32) -> Vec<Draft> {
        let mut drafts = self.gaze(Gaze::Away, tick);
        for student in self.run.scenario.student_ids() {
            drafts.extend(self.proximity(student, false, tick));
        }
        drafts
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
                    .extension(extensions::DISTANCE, json!(f64::from(params().reach) / 1000.0))
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
        let (points, of) = Score::sum(&self.scores);
        let mut scaled = json!({ "scaled": share(score) });
        if of > 0 {
            scaled["raw"] = json!(points);
            scaled["min"] = json!(0);
            scaled["max"] = json!(of);
        }
        let verb = if passed { v::PASSED } else { v::FAILED };
        drafts.push(
            Draft::new(verb, self.scenario_activity())
                .result("success", json!(passed))
                .result("score", scaled)
                .result("duration", json!(time))
                .extension(extensions::ON_TASK, json!(share(on_task)))
                .without_parent(),
        );
        drafts.extend(
            (0..self.run.scenario.competences.len()).filter_map(|at| self.scored(CompetenceId::from_index(at))),
        );
        drafts.push(self.terminated(tick));
        drafts
    }

    /// The score of a competence, if the lesson gave evidence of it.
    fn scored(&self, id: CompetenceId) -> Option<Draft> {
        let scenario = &self.run.scenario;
        let competence = &scenario.competences[id.index()];
        let own = Score::of_competence(&self.scores, scenario, id);
        let (points, of) = Score::sum(&own);
        let seen = own.iter().filter(|score| score.of > 0).map(|score| {
            let name = &scenario.rubric[score.criterion.index()].name;
            json!({ "criterion": name, "points": score.points, "of": score.of })
        });
        let object = activity(&competence_id(competence), types::COMPETENCY, self.in_languages(competence.label));
        let score = json!({ "scaled": f64::from(points) / f64::from(of), "raw": points, "min": 0, "max": of });
        let draft = Draft::new(v::SCORED, object)
            .result("score", score)
            .extension(extensions::LEVEL, json!(level_name(scenario.level)))
            .extension(extensions::RUBRIC, seen.collect());
        (of > 0).then_some(draft)
    }

    fn terminated(&self, tick: u32) -> Draft {
        Draft::new(v::TERMINATED, self.app()).result("duration", json!(duration(tick))).without_parent()
    }

    fn scenario_id(&self) -> String {
        format!("{BASE}/activities/scenario/{}", self.run.scenario.id)
    }

    fn app(&self) -> Value {
        activity(&app_id(), types::SIMULATION, in_all(&Lang::ALL, "Proefles"))
    }

    /// A text in the languages that the scenario has it in, and in no other.
    fn in_languages(&self, text: TextId) -> Value {
        let scenario = &self.run.scenario;
        let texts = scenario.languages.iter().filter_map(|lang| Some((lang.code(), scenario.texts.get(*lang, text)?)));
        texts.map(|(code, text)| (code.to_owned(), json!(text))).collect::<Map<_, _>>().into()
    }

    fn named_activity(&self, id: &str, kind: &str, name: TextId) -> Value {
        activity(id, kind, self.in_languages(name))
    }

    fn scenario_activity(&self) -> Value {
        self.named_activity(&self.scenario_id(), types::SCENARIO, self.run.scenario.title)
    }

    fn student_activity(&self, id: StudentId) -> Value {
        let student = self.run.scenario.student(id);
        let iri = format!("{}/student/{}", self.scenario_id(), student.name);
        activity(&iri, types::STUDENT, in_all(&self.run.scenario.languages, &student.first_name))
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
        let choices =
            decision.choices.iter().map(|c| json!({ "id": c.name, "description": self.in_languages(c.text) }));
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

/// ESCO has an address per skill, for good. Where a framework has only its document's, its name, version and code make an
/// id of our own: the same code may mean something else in the next version.
fn competence_id(competence: &Competence) -> String {
    if competence.uri.contains("/esco/skill/") {
        return competence.uri.clone();
    }
    let parts = [&competence.framework, &competence.version, &competence.code];
    let slug = |text: &String| text.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "-");
    format!("{BASE}/activities/competence/{}", parts.map(slug).join("/"))
}

const fn level_name(level: Level) -> &'static str {
    match level {
        Level::Starter => "starter",
        Level::Practised => "practised",
        Level::Advanced => "advanced",
    }
}

/// Score of a verdict, 0 to 1.
const fn verdict_score(verdict: Verdict) -> f64 {
    match verdict {
        Verdict::Harmful => 0.0,
        Verdict::Weak => 0.3,
        Verdict::Sound => 0.7,
        Verdict::Strong => 1.0,
    }
}
