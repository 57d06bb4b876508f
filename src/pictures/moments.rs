//! Which moments of a run deserve a picture, found by letting the run pass beforehand.

use std::path::{Path, PathBuf};

use proefles_scenario::{Activity, Network, Scenario, TICKS_PER_SECOND};
use proefles_sim::{Event, EventKind};

use crate::app::ScreenshotAt;

/// When a picture is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Before the lesson.
    Briefing,
    /// At a tick of the lesson.
    Tick(u32),
    /// After the lesson.
    Review,
}

/// A picture to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shot {
    /// When.
    pub moment: Moment,
    /// Where it goes.
    pub file: PathBuf,
}

/// The pictures that were asked for, in order.
pub fn asked(screenshots: &[ScreenshotAt]) -> Vec<Shot> {
    let mut shots: Vec<Shot> = screenshots
        .iter()
        .map(|shot| {
            // Arguments are checked to be at most a day.
            let tick = (shot.secs * f64::from(TICKS_PER_SECOND)).round() as u32;
            Shot { moment: Moment::Tick(tick), file: shot.file.clone() }
        })
        .collect();
    shots.sort_by_key(|shot| shot.moment);
    shots
}

/// Pictures that tell the course of a run: briefing, start, a quiz, a decision, a failure, late, review.
pub fn telling(scenario: &Scenario, events: &[Event], end_tick: u32, folder: &Path) -> Vec<Shot> {
    let second = TICKS_PER_SECOND;
    let last = end_tick.saturating_sub(second);
    let mut ticks = vec![("class", Some(15 * second))];
    ticks.push(("quiz", middle_of_quiz(scenario, events, end_tick)));
    ticks.push((
        "decision",
        first(events, |kind| matches!(kind, EventKind::DecisionOpened { .. })).map(|at| at + second),
    ));
    ticks.push((
        "network-down",
        first(events, |kind| matches!(kind, EventKind::NetworkChanged(Network::Down))).map(|at| at + 4 * second),
    ));
    ticks.push(("late", Some(end_tick / 10 * 8)));
    let mut named: Vec<(Moment, &str)> = ticks
        .into_iter()
        .filter_map(|(name, tick)| Some((Moment::Tick(tick?.min(last)), name)))
        .chain([(Moment::Briefing, "briefing"), (Moment::Review, "review")])
        .collect();
    named.sort();
    named.dedup_by_key(|(moment, _)| *moment);
    let file = |at: usize, name: &str| folder.join(format!("{:02}-{name}.png", at + 1));
    named.iter().enumerate().map(|(at, (moment, name))| Shot { moment: *moment, file: file(at, name) }).collect()
}

fn first(events: &[Event], is_it: impl Fn(&EventKind) -> bool) -> Option<u32> {
    events.iter().find(|event| is_it(&event.kind)).map(|event| event.tick)
}

/// Half-way from the start of the first quiz to what ends it: another phase, or the network's failure.
fn middle_of_quiz(scenario: &Scenario, events: &[Event], end_tick: u32) -> Option<u32> {
    let is_quiz = |kind: &EventKind| match kind {
        EventKind::PhaseStarted(phase) => scenario.phase(*phase).activity == Activity::Quiz,
        _ => false,
    };
    let at = events.iter().position(|event| is_quiz(&event.kind))?;
    let ends = |kind: &EventKind| matches!(kind, EventKind::PhaseStarted(_) | EventKind::NetworkChanged(Network::Down));
    let end = first(&events[at + 1..], ends).unwrap_or(end_tick);
    Some(events[at].tick.midpoint(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asked_pictures_come_in_order_of_time() {
        let shot = |secs, file: &str| ScreenshotAt { secs, file: file.into() };
        let shots = asked(&[shot(30.0, "late.png"), shot(2.5, "early.png")]);
        let ticks: Vec<Moment> = shots.iter().map(|shot| shot.moment).collect();
        assert_eq!(ticks, [Moment::Tick(25), Moment::Tick(300)]);
        assert_eq!(shots[0].file, Path::new("early.png"));
    }
}
