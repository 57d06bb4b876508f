//! What can happen at all: beats, decisions, phases, flags and endings that a run can reach.
//!
//! A condition counts as possible unless it needs something that never happens, so nothing reachable is reported. Of a
//! chain of things that cannot happen only the first is reported: a second look supposes that every beat fires.

use super::{Checked, walk};
use crate::diagnostic::{Code, Sink};
use crate::model::{Condition, Effect, IncidentKind, Network, Scenario, Speaker};
use crate::schema::Entry;

/// What a run can reach, by place in the scenario's lists.
pub(crate) struct Reach {
    /// Whether every beat is supposed to fire and every decision to be answered.
    supposed: bool,
    beats: Vec<bool>,
    phases: Vec<bool>,
    decisions: Vec<bool>,
    options: Vec<Vec<bool>>,
    lines: Vec<bool>,
    flags: Vec<bool>,
    /// `Up`, `Slow`, `Down`.
    networks: [bool; 3],
    incidents: Vec<bool>,
    /// Endings that can apply.
    pub endings: Vec<bool>,
    /// Criteria that something gives points for.
    pub criteria: Vec<bool>,
    changed: bool,
}

/// Marks one as reached.
fn mark(list: &mut [bool], index: usize, changed: &mut bool) {
    if let Some(reached) = list.get_mut(index) {
        *changed |= !*reached;
        *reached = true;
    }
}

fn reached(list: &[bool], index: usize) -> bool {
    // An id that could not be resolved was reported, and counts as possible.
    list.get(index).copied().unwrap_or(true)
}

const fn network(state: Network) -> usize {
    match state {
        Network::Up => 0,
        Network::Slow => 1,
        Network::Down => 2,
    }
}

impl Reach {
    /// What can be reached, step by step until nothing is new.
    fn of(s: &Scenario, supposed: bool) -> Self {
        let none = |len: usize| vec![false; len];
        let mut reach = Reach {
            supposed,
            beats: vec![supposed; s.beats.len()],
            phases: none(s.phases.len()),
            decisions: none(s.decisions.len()),
            options: s.decisions.iter().map(|decision| none(decision.choices.len())).collect(),
            lines: none(s.lines.len()),
            flags: none(s.flags.len()),
            networks: [true, false, false],
            incidents: none(IncidentKind::ALL.len()),
            endings: none(s.endings.len()),
            criteria: none(s.rubric.len()),
            changed: true,
        };
        mark(&mut reach.phases, 0, &mut reach.changed);
        while std::mem::take(&mut reach.changed) {
            reach.step(s);
        }
        reach
    }

    fn possible(&self, condition: &Condition, s: &Scenario) -> bool {
        match condition {
            Condition::Time { ticks } => *ticks <= s.duration_ticks,
            Condition::Phase { phase, ticks } => reached(&self.phases, phase.index()) && *ticks <= s.duration_ticks,
            Condition::Fired { beat, ticks } => reached(&self.beats, beat.index()) && *ticks <= s.duration_ticks,
            Condition::Decided { decision, choice: None } => {
                self.supposed || reached(&self.decisions, decision.index())
            }
            Condition::Decided { decision, choice: Some(choice) } => {
                self.options.get(decision.index()).is_none_or(|options| reached(options, choice.index()))
            }
            Condition::Expired(decision) => {
                let timed = s.decisions.get(decision.index()).is_none_or(|decision| decision.timer_ticks.is_some());
                timed && (self.supposed || reached(&self.decisions, decision.index()))
            }
            Condition::Flag(flag) => reached(&self.flags, flag.index()),
            Condition::Network(state) => self.networks[network(*state)],
            Condition::Incident(kind) => reached(&self.incidents, *kind as usize),
            Condition::All(parts) => parts.iter().all(|part| self.possible(part, s)),
            Condition::Any(parts) => parts.iter().any(|part| self.possible(part, s)),
            Condition::Not(part) => !matches!(**part, Condition::Always),
            _ => true,
        }
    }

    fn happens(&mut self, effects: &[Effect], s: &Scenario) {
        for effect in effects {
            match effect {
                Effect::Say(line) => mark(&mut self.lines, line.index(), &mut self.changed),
                Effect::StartPhase(phase) => mark(&mut self.phases, phase.index(), &mut self.changed),
                Effect::Ask(decision) => mark(&mut self.decisions, decision.index(), &mut self.changed),
                Effect::SetFlag { flag, on: true } => mark(&mut self.flags, flag.index(), &mut self.changed),
                Effect::Network(state) => mark(&mut self.networks, network(*state), &mut self.changed),
                Effect::Incident { kind, ticks, .. } => self.befalls(*kind, ticks.is_some()),
                Effect::Mend(_) => mark(&mut self.networks, network(Network::Up), &mut self.changed),
                Effect::Evidence { criterion, .. } => mark(&mut self.criteria, criterion.index(), &mut self.changed),
                Effect::End(Some(ending)) => mark(&mut self.endings, ending.index(), &mut self.changed),
                Effect::After { then, .. } => self.happens(then, s),
                Effect::If { when, then, otherwise } => {
                    if self.possible(when, s) {
                        self.happens(then, s);
                    }
                    if *when != Condition::Always {
                        self.happens(otherwise, s);
                    }
                }
                _ => {}
            }
        }
    }

    /// An incident happens; it ends by itself or not.
    fn befalls(&mut self, kind: IncidentKind, ends: bool) {
        mark(&mut self.incidents, kind as usize, &mut self.changed);
        let state = match kind {
            IncidentKind::NetworkDown | IncidentKind::PowerCut => Network::Down,
            IncidentKind::NetworkSlow => Network::Slow,
            _ => return,
        };
        mark(&mut self.networks, network(state), &mut self.changed);
        if ends {
            mark(&mut self.networks, network(Network::Up), &mut self.changed);
        }
    }

    /// Everything that follows from what is reached so far.
    fn step(&mut self, s: &Scenario) {
        for (at, beat) in s.beats.iter().enumerate() {
            if !self.beats[at] && self.possible(&beat.when, s) {
                mark(&mut self.beats, at, &mut self.changed);
            }
            if self.beats[at] {
                self.happens(&beat.then, s);
            }
        }
        for (at, decision) in s.decisions.iter().enumerate() {
            if !self.supposed && !self.decisions[at] {
                continue;
            }
            for (option, choice) in decision.choices.iter().enumerate() {
                if self.possible(&choice.condition, s) {
                    mark(&mut self.options[at], option, &mut self.changed);
                    self.happens(&choice.effects, s);
                    if let Some(line) = choice.says {
                        mark(&mut self.lines, line.index(), &mut self.changed);
                    }
                    for evidence in choice.evidence.iter().filter(|evidence| evidence.points > 0) {
                        mark(&mut self.criteria, evidence.criterion.index(), &mut self.changed);
                    }
                }
            }
            if decision.timer_ticks.is_some() {
                self.happens(&decision.on_expire, s);
            }
        }
        for (at, ending) in s.endings.iter().enumerate() {
            if self.possible(&ending.when, s) {
                mark(&mut self.endings, at, &mut self.changed);
            }
            if ending.when == Condition::Always {
                break;
            }
        }
    }
}

/// Reports what a run never reaches.
pub(crate) fn check(sink: &mut Sink, checked: &Checked<'_>) -> Reach {
    let s = checked.scenario;
    let (real, supposed) = (Reach::of(s, false), Reach::of(s, true));
    let mut causes = 0;
    causes += lists(sink, checked, &supposed);
    causes += beats(sink, checked, |at| supposed.possible(&s.beats[at].when, s), &real);
    if causes == 0 {
        // They wait for each other by way of flags or decisions, and no one of them is to blame.
        beats(sink, checked, |at| real.beats[at], &real);
    }
    endings(sink, checked, &supposed);
    for (at, decision) in s.decisions.iter().enumerate() {
        if !decision.choices.is_empty() && decision.choices.iter().all(|choice| choice.condition != Condition::Always) {
            let span = checked.names.span(Entry::Decision, at);
            sink.report(
                Code::MayHaveNoOption,
                0,
                span,
                format!("every option of \"{}\" has a condition", decision.name),
            )
            .help("leave `when` out of at least one option");
        }
    }
    // Points that only an unreached decision gives are its fault, and whether somebody can pass is a matter of fact.
    Reach { criteria: supposed.criteria, ..real }
}

/// Phases, decisions and lines that nothing leads to. Gives how many may keep others from happening.
fn lists(sink: &mut Sink, checked: &Checked<'_>, reach: &Reach) -> usize {
    let s = checked.scenario;
    let mut causes = 0;
    for (at, phase) in s.phases.iter().enumerate().filter(|(at, _)| !reach.phases[*at]) {
        causes += 1;
        let span = checked.names.span(Entry::Phase, at);
        sink.report(Code::PhaseNeverBegins, 0, span, format!("the phase \"{}\" never begins", phase.name))
            .help(format!("begin it somewhere with `StartPhase(\"{}\")`", phase.name));
    }
    for (at, decision) in s.decisions.iter().enumerate().filter(|(at, _)| !reach.decisions[*at]) {
        causes += 1;
        let span = checked.names.span(Entry::Decision, at);
        sink.report(Code::NeverAsked, 0, span, format!("the decision \"{}\" is never asked", decision.name))
            .help(format!("put it to the teacher with `Ask(\"{}\")` in a beat or an option", decision.name));
    }
    for (at, line) in s.lines.iter().enumerate().filter(|(at, _)| !reach.lines[*at]) {
        let span = checked.names.span(Entry::Line, at);
        let help = match line.speaker {
            Speaker::Teacher => format!("give it to an option with `says: \"{}\"`, or take it away", line.name),
            _ => format!("use `Say(\"{}\")` somewhere, or take it away", line.name),
        };
        sink.report(Code::LineNeverSaid, 0, span, format!("the line \"{}\" is never said", line.name)).help(help);
    }
    causes
}

/// Beats that never fire: those that wait in a circle, and those that are impossible. Gives how many.
fn beats(sink: &mut Sink, checked: &Checked<'_>, possible: impl Fn(usize) -> bool, real: &Reach) -> usize {
    let beats = &checked.scenario.beats;
    let mut found = 0;
    // Whom each beat waits for without an alternative.
    let waits: Vec<Vec<usize>> = beats
        .iter()
        .map(|beat| {
            let mut needed = Vec::new();
            walk::needed(&beat.when, &mut |part| {
                if let Condition::Fired { beat, .. } = part {
                    needed.push(beat.index());
                }
            });
            needed
        })
        .collect();
    for (at, beat) in beats.iter().enumerate().filter(|(at, _)| !real.beats[*at]) {
        let span = checked.names.span(Entry::Beat, at);
        let Some(circle) = circle(&waits, at) else {
            if !possible(at) {
                found += 1;
                sink.report(Code::NeverFires, 0, span, format!("the beat \"{}\" never fires", beat.name))
                    .help("its condition needs something that never happens: is a phase, flag, network or time wrong?");
            }
            continue;
        };
        found += 1;
        // One report for a circle: at its first beat.
        if circle.iter().all(|other| *other >= at) {
            let names: Vec<&str> =
                circle.iter().filter_map(|at| beats.get(*at)).map(|beat| beat.name.as_str()).collect();
            let message = match names.as_slice() {
                [only] => format!("the beat \"{only}\" waits for itself"),
                _ => format!("these beats wait for each other: {}", names.join(" → ")),
            };
            sink.report(Code::DependsOnItself, 0, span, message).help("take one `Fired(…)` of the circle away");
        }
    }
    found
}

/// The circle of beats that this one is part of, if it is.
fn circle(waits: &[Vec<usize>], start: usize) -> Option<Vec<usize>> {
    let mut came_from = vec![None; waits.len()];
    let mut open = vec![start];
    while let Some(at) = open.pop() {
        for next in waits.get(at)?.iter().copied() {
            if next == start {
                let mut path = vec![at];
                let mut back = at;
                while let Some(Some(before)) = came_from.get(back).filter(|_| back != start) {
                    path.push(*before);
                    back = *before;
                }
                path.reverse();
                return Some(path);
            }
            if next < waits.len() && came_from[next].is_none() {
                came_from[next] = Some(at);
                open.push(next);
            }
        }
    }
    None
}

fn endings(sink: &mut Sink, checked: &Checked<'_>, reach: &Reach) {
    let endings = &checked.scenario.endings;
    let Some((last, last_ending)) = endings.iter().enumerate().next_back() else { return };
    if last_ending.when != Condition::Always {
        let span = checked.places.ending_conditions.get(&last).copied().unwrap_or_default();
        sink.report(Code::LastEnding, 0, span, format!("the last ending, \"{}\", has a condition", last_ending.name))
            .help("leave its `when` out: it is how a lesson ends if nothing else applies");
    }
    let always = endings.iter().position(|ending| ending.when == Condition::Always).filter(|at| *at < last);
    for (at, ending) in endings.iter().enumerate().filter(|(at, _)| !reach.endings[*at]) {
        let span = checked.names.span(Entry::Ending, at);
        let report =
            sink.report(Code::EndingNeverReached, 0, span, format!("the ending \"{}\" is never reached", ending.name));
        match always.filter(|always| *always < at) {
            Some(always) => {
                let earlier = checked.names.span(Entry::Ending, always);
                report.help("move it before the ending that always applies").related(
                    0,
                    earlier,
                    "this one always applies",
                );
            }
            None => {
                report.help("its condition needs something that never happens");
            }
        }
    }
}
