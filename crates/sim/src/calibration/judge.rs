//! The targets, their bands and sources, and the verdict on each.

use std::collections::BTreeMap;

use proefles_scenario::Behaviour;

use super::arm::Arm;
use super::observe::{MINUTES, Observed};
use super::stats::{Interval, Z_01, mean_and_error, paired_z, slope};
use crate::rules::affect::{self, Feeling};

/// What was observed, by arm, in the order of the seeds.
pub type Observations = BTreeMap<Arm, Vec<Observed>>;

/// Whether a target is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// In its band.
    Met,
    /// Outside.
    Missed,
}

/// What was found for a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Number in the list of targets, such as `T1`.
    pub id: &'static str,
    /// What is measured.
    pub what: &'static str,
    /// What was found, with its 95 % interval where it is a mean.
    pub found: Option<Interval>,
    /// The same in words, where one number does not say it.
    pub detail: String,
    /// Where it should lie.
    pub band: &'static str,
    /// Where the band comes from; PROP is ours.
    pub source: &'static str,
    /// Whether it does.
    pub verdict: Verdict,
}

/// First minutes of the phases of the reference lesson.
const WHOLE: std::ops::Range<usize> = 1..15;
const INDIVIDUAL: std::ops::Range<usize> = 16..30;
const PAIRS: std::ops::Range<usize> = 31..40;

struct Judge<'a> {
    of: &'a Observations,
}

impl Judge<'_> {
    fn each(&self, arm: Arm, value: impl Fn(&Observed) -> f64) -> Vec<f64> {
        self.of.get(&arm).map(|seen| seen.iter().map(value).collect()).unwrap_or_default()
    }

    /// A kind's share of the time off task, by Godwin's kinds.
    fn kind(&self, at: usize) -> Vec<f64> {
        self.each(Arm::Typical, move |seen| seen.off_task[at] / seen.off_task.iter().sum::<f64>().max(1.0))
    }

    fn mean(&self, arm: Arm, value: impl Fn(&Observed) -> f64) -> f64 {
        mean_and_error(&self.each(arm, value)).0
    }
}

fn met(holds: bool) -> Verdict {
    if holds { Verdict::Met } else { Verdict::Missed }
}

fn within(
    id: &'static str,
    what: &'static str,
    band: &'static str,
    source: &'static str,
    values: &[f64],
    low: f64,
    high: f64,
) -> Finding {
    let found = Interval::of(values);
    let verdict = met(low <= found.mean && found.mean <= high);
    Finding { id, what, found: Some(found), detail: String::new(), band, source, verdict }
}

/// A target about the sign of paired differences.
fn more(
    id: &'static str,
    what: &'static str,
    band: &'static str,
    source: &'static str,
    pairs: &[(Vec<f64>, Vec<f64>)],
) -> Finding {
    let zs: Vec<f64> = pairs.iter().map(|(more, less)| paired_z(more, less)).collect();
    let differences: Vec<f64> = pairs[0].0.iter().zip(&pairs[0].1).map(|(a, b)| a - b).collect();
    let shown: Vec<String> =
        pairs.iter().map(|(a, b)| format!("{:.3} against {:.3}", mean_and_error(a).0, mean_and_error(b).0)).collect();
    let least = zs.iter().copied().fold(f64::INFINITY, f64::min);
    Finding {
        id,
        what,
        found: Some(Interval::of(&differences)),
        detail: format!("{}; least z {least:.1}", shown.join("; ")),
        band,
        source,
        verdict: met(least > Z_01),
    }
}

/// A target: what is measured, and the verdict on it.
type Target = fn(&Judge<'_>) -> Finding;

/// The targets, T1 to T20.
const TARGETS: [Target; 20] = [
    off_task,
    peers,
    other_kinds,
    activities,
    length_of_activity,
    short_bouts,
    policies,
    gaze,
    greeting,
    seating,
    private_words,
    praise,
    low_levels,
    chat_first,
    wait_time,
    devices,
    class_size,
    poll,
    boredom,
    exchanges,
];

/// One finding per target, in the order of the list.
pub fn judge(of: &Observations) -> Vec<Finding> {
    TARGETS.iter().map(|target| target(&Judge { of })).collect()
}

fn off_task(j: &Judge<'_>) -> Finding {
    within(
        "T1",
        "share of time off task, typical teacher",
        ".24–.34",
        "Godwin",
        &j.each(Arm::Typical, Observed::off_task_share),
        0.24,
        0.34,
    )
}

fn peers(j: &Judge<'_>) -> Finding {
    within("T2", "peers' share of it", ".38–.52", "Godwin", &j.kind(0), 0.38, 0.52)
}

fn other_kinds(j: &Judge<'_>) -> Finding {
    let (own, environment, supplies) = (Interval::of(&j.kind(1)), Interval::of(&j.kind(2)), Interval::of(&j.kind(3)));
    let holds = |value: f64, low: f64, high: f64| low <= value && value <= high;
    Finding {
        id: "T3",
        what: "shares of self, environment and supplies",
        found: None,
        detail: format!("{:.3} / {:.3} / {:.3}", own.mean, environment.mean, supplies.mean),
        band: ".13–.23 / .11–.21 / .07–.15",
        source: "Godwin",
        verdict: met(holds(own.mean, 0.13, 0.23)
            && holds(environment.mean, 0.11, 0.21)
            && holds(supplies.mean, 0.07, 0.15)),
    }
}

fn activities(j: &Judge<'_>) -> Finding {
    let share = |minutes: std::ops::Range<usize>| j.each(Arm::Typical, move |seen| seen.on_task_share(minutes.clone()));
    more(
        "T4",
        "on task: pairs above individual work, and above whole class",
        "strict, p < .01",
        "Godwin",
        &[(share(PAIRS), share(INDIVIDUAL)), (share(PAIRS), share(WHOLE))],
    )
}

fn length_of_activity(j: &Judge<'_>) -> Finding {
    let fall = j.each(Arm::Typical, |seen| {
        let line = |minutes: std::ops::Range<usize>| {
            slope(&minutes.map(|m| (m as f64, seen.on_task_share(m..m + 1))).collect::<Vec<_>>())
        };
        (line(WHOLE) + line(INDIVIDUAL)) / 2.0 * 10.0
    });
    let found = Interval::of(&fall);
    Finding {
        id: "T5",
        what: "on task with the length of an activity, per 10 minutes",
        found: Some(found),
        detail: String::new(),
        band: "< 0",
        source: "Godwin",
        verdict: met(found.high < 0.0),
    }
}

fn short_bouts(j: &Judge<'_>) -> Finding {
    within(
        "T6",
        "bouts off task that end within a minute",
        "> .50",
        "Bunce",
        &j.each(Arm::Typical, |s| s.short_bouts / s.bouts.max(1.0)),
        0.5,
        1.0,
    )
}

fn policies(j: &Judge<'_>) -> Finding {
    more(
        "T7",
        "off task: immobile above typical above dynamic",
        "strict, p < .01",
        "PROP; after Huang",
        &[
            (j.each(Arm::Immobile, Observed::off_task_share), j.each(Arm::Typical, Observed::off_task_share)),
            (j.each(Arm::Typical, Observed::off_task_share), j.each(Arm::Dynamic, Observed::off_task_share)),
        ],
    )
}

fn gaze(j: &Judge<'_>) -> Finding {
    within(
        "T8",
        "gaze: the five most watched against the five least, typical teacher",
        "3–8",
        "gaze studies",
        &j.each(Arm::Typical, |seen| {
            let mut gaze = seen.gaze.clone();
            gaze.sort_by(f64::total_cmp);
            let least: f64 = gaze.iter().take(5).sum();
            let most: f64 = gaze.iter().rev().take(5).sum();
            most / least.max(1.0)
        }),
        3.0,
        8.0,
    )
}

fn greeting(j: &Judge<'_>) -> Finding {
    let risk = |arm: Arm| j.each(arm, |seen| seen.high_risk_on_task_share(0..10));
    let gain: Vec<f64> =
        risk(Arm::Greeted).iter().zip(risk(Arm::Typical)).map(|(with, without)| with - without).collect();
    within(
        "T9",
        "greeting at the door: gain on task in the first ten minutes, students at risk",
        "+.10 to +.27",
        "Allday & Pakurar",
        &gain,
        0.10,
        0.27,
    )
}

fn seating(j: &Judge<'_>) -> Finding {
    let on = |arm: Arm| j.each(arm, |seen| seen.on_task_share(INDIVIDUAL));
    let risk = |arm: Arm| j.each(arm, |seen| seen.high_risk_on_task_share(INDIVIDUAL));
    let mut found = more(
        "T10",
        "individual work: rows above groups, and more so for students at risk",
        "strict, p < .01",
        "Wannarka & Ruhl",
        &[(on(Arm::Typical), on(Arm::Groups)), (risk(Arm::Typical), risk(Arm::Groups))],
    );
    let gain = |a: Vec<f64>, b: Vec<f64>| a.iter().zip(&b).map(|(a, b)| a - b).sum::<f64>() / b.len().max(1) as f64;
    let (all, at_risk) = (gain(on(Arm::Typical), on(Arm::Groups)), gain(risk(Arm::Typical), risk(Arm::Groups)));
    found.detail = format!("{}; gain {all:.3}, at risk {at_risk:.3}", found.detail);
    if at_risk <= all {
        found.verdict = Verdict::Missed;
    }
    found
}

fn private_words(j: &Judge<'_>) -> Finding {
    within(
        "T11",
        "mild words in private that are followed",
        ".90–.98",
        "Maag",
        &j.each(Arm::Dynamic, |seen| seen.followed / seen.private_words.max(1.0)),
        0.90,
        0.98,
    )
}

fn praise(j: &Judge<'_>) -> Finding {
    let points: Vec<(f64, f64)> = [2_u8, 4, 6, 8, 9, 10]
        .into_iter()
        .map(|praises| {
            (f64::from(praises) / 10.0, j.mean(Arm::Feedback { praises }, |seen| seen.on_task_share(0..MINUTES)))
        })
        .collect();
    let rising = points.windows(2).all(|pair| pair[1].1 > pair[0].1);
    let shown: Vec<String> = points.iter().map(|(share, on)| format!("{:.0} %: {on:.3}", share * 100.0)).collect();
    Finding {
        id: "T12",
        what: "on task with the share of praise in the teacher's feedback",
        found: None,
        detail: shown.join(", "),
        band: "rises throughout, also above 3 : 1",
        source: "Caldarella",
        verdict: met(rising),
    }
}

fn low_levels(j: &Judge<'_>) -> Finding {
    within(
        "T13",
        "disruptions that reach nobody but neighbours",
        "≥ .80",
        "PROP; after Ofsted",
        &j.each(Arm::Typical, |seen| {
            (seen.disruptions[0] + seen.disruptions[1]) / seen.disruptions.iter().sum::<f64>().max(1.0)
        }),
        0.8,
        1.0,
    )
}

fn chat_first(j: &Judge<'_>) -> Finding {
    let count = |behaviour: Behaviour| j.mean(Arm::Typical, |seen| seen.by_behaviour[behaviour as usize]);
    let mut ranked: Vec<(f64, &str)> = Behaviour::ALL.iter().map(|&b| (count(b), b.id())).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let shown: Vec<String> = ranked.iter().take(4).map(|(n, id)| format!("{id} {n:.1}")).collect();
    Finding {
        id: "T14",
        what: "most frequent behaviour that disturbs others, per lesson",
        found: None,
        detail: shown.join(", "),
        band: "OFF_CHAT first",
        source: "Ofsted; Sun & Shek",
        verdict: met(ranked[0].1 == Behaviour::OffChat.id()),
    }
}

fn wait_time(j: &Judge<'_>) -> Finding {
    more(
        "T15",
        "hands per question: waiting above going on",
        "strict, p < .01",
        "Rowe",
        &[(
            j.each(Arm::Asks { waits: true }, |seen| seen.hands / seen.questions.max(1.0)),
            j.each(Arm::Asks { waits: false }, |seen| seen.hands / seen.questions.max(1.0)),
        )],
    )
}

fn devices(j: &Judge<'_>) -> Finding {
    let own = Interval::of(&j.each(Arm::Devices, |seen| seen.own_device / seen.students));
    let other = Interval::of(&j.each(Arm::Devices, |seen| seen.others_device / seen.students));
    let near = |value: f64, aim: f64| (value - aim).abs() <= 0.10;
    Finding {
        id: "T16",
        what: "students distracted by the own device (2 min or more) and by another's (10 s or more), lesson on laptops",
        found: None,
        detail: format!("{:.3} and {:.3}", own.mean, other.mean),
        band: ".30 and .25, ± .10",
        source: "PISA 2022; the thresholds are ours",
        verdict: met(near(own.mean, 0.30) && near(other.mean, 0.25)),
    }
}

fn class_size(j: &Judge<'_>) -> Finding {
    let at_once = |arm: Arm| j.mean(arm, |seen| seen.at_once);
    let sizes = [at_once(Arm::Size(15)), at_once(Arm::Size(25)), at_once(Arm::Size(45))];
    Finding {
        id: "T17",
        what: "students off task at once in classes of 15, 25 and 45",
        found: None,
        detail: format!("{:.2}, {:.2}, {:.2}", sizes[0], sizes[1], sizes[2]),
        band: "increases",
        source: "direction Huang",
        verdict: met(sizes[0] < sizes[1] && sizes[1] < sizes[2]),
    }
}

fn poll(j: &Judge<'_>) -> Finding {
    let after =
        |poll: bool| j.each(Arm::Explained { poll }, |seen| seen.lapses[20..30].iter().sum::<f64>() / seen.students);
    more(
        "T18",
        "lapses per student in the ten minutes after: without a poll above with one",
        "strict, p < .01",
        "Bunce",
        &[(after(false), after(true))],
    )
}

fn boredom(_: &Judge<'_>) -> Finding {
    let left = |feeling| f64::from(affect::left_after_a_minute(feeling));
    let bored = left(Feeling::Boredom);
    let others: Vec<Feeling> = Feeling::ALL.into_iter().filter(|&f| f != Feeling::Boredom).collect();
    let shown: Vec<String> = Feeling::ALL.iter().map(|&f| format!("{f:?} {:.2}", left(f))).collect();
    Finding {
        id: "T19",
        what: "boredom fades slowest: what is left of each feeling after a minute",
        found: None,
        detail: shown.join(", "),
        band: "strict",
        source: "Karumbaiah",
        verdict: met(others.into_iter().all(|other| left(other) < bored)),
    }
}

fn exchanges(j: &Judge<'_>) -> Finding {
    within(
        "T20",
        "share of turns of talk within exchanges of question, answer and feedback, typical teacher",
        ".37–.49",
        "EduVerse",
        &j.each(Arm::Typical, |seen| seen.exchange_turns / seen.turns.max(1.0)),
        0.37,
        0.49,
    )
}
