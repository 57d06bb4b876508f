//! Copies what the simulation says of each student to their entity, and who is heard speaking.

use std::{collections::HashMap, sync::Arc};

use bevy::prelude::*;
use proefles_scenario::{Speaker, StudentId, TICKS_PER_SECOND};
use proefles_sim::{EventKind, Session};

use crate::{
    app::{AppSystems, Settings},
    audio::Voices,
    session::{ClassroomSession, Happened},
};

use super::{
    Posed, Student,
    acts::Seen,
    lips::{Lips, Track, Tracks, VISEMES},
};

/// What the simulation says of this student.
#[derive(Component, Debug, Clone)]
pub struct Observed {
    /// What can be seen.
    pub seen: Seen,
    /// Tells students apart in everything that varies.
    pub seed: u32,
    /// Until when they speak a line aloud, in seconds of [`Time`].
    pub speaks_until_secs: f32,
    /// The mouth's shapes of the latest line, and when it began, in seconds of [`Time`].
    pub line: Option<(Arc<Track>, f32)>,
}

impl Observed {
    /// The mouth's shapes of the line that is spoken now, if there is one and they are known.
    pub fn lips(&self, now_secs: f32) -> Option<[f32; VISEMES]> {
        let (track, began_secs) = self.line.as_ref().filter(|_| now_secs < self.speaks_until_secs)?;
        Some(track.shapes(now_secs - began_secs))
    }
}

/// Shortest time that a mouth moves for a line, in seconds.
const SHORTEST_LINE_SECS: f32 = 0.7;
/// Speed of speech of a line that has no voice, in characters a second.
const CHARS_PER_SEC: f32 = 14.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (observe, hear).in_set(AppSystems::ReadSession).run_if(resource_exists::<ClassroomSession>),
    );
}

fn observe(session: Res<ClassroomSession>, posed: Res<Posed>, mut students: Query<(&Student, &mut Observed)>) {
    let state = session.session();
    let scenario = session.scenario();
    let secs = |ticks: u32| ticks as f32 / TICKS_PER_SECOND as f32;
    for (student, mut observed) in &mut students {
        if let Some(seen) = posed.0.get(&student.id) {
            observed.seen = *seen;
            continue;
        }
        let view = state.student(student.id);
        observed.seen = Seen {
            behaviour: view.behaviour,
            since_secs: secs(state.lesson_now().saturating_sub(view.since)),
            partner: view.partner.map(|partner| (partner, sits_left(state, student.id, partner))),
            reaction: view.reaction.map(|(reaction, began)| (reaction, secs(state.lesson_now().saturating_sub(began)))),
            device: scenario.student(student.id).device,
            attention: view.attention,
            affect: view.affect,
        };
    }
}

/// Whether another student sits on the left of this one.
fn sits_left(session: &Session, student: StudentId, other: StudentId) -> bool {
    let (own, theirs) = (session.seat_of(student), session.seat_of(other));
    let yaw = f32::from(own.yaw_deg).to_radians();
    let aside = (theirs.at.x_mm - own.at.x_mm) as f32 * yaw.cos() - (theirs.at.z_mm - own.at.z_mm) as f32 * yaw.sin();
    aside > 0.0
}

fn hear(
    session: Res<ClassroomSession>,
    settings: Res<Settings>,
    time: Res<Time>,
    voices: Voices,
    lips: Res<Lips>,
    tracks: Res<Assets<Tracks>>,
    mut happened: MessageReader<Happened>,
    mut students: Query<(&Student, &mut Observed)>,
) {
    let scenario = session.scenario();
    let mut lines: HashMap<Option<StudentId>, (f32, Option<Arc<Track>>)> = HashMap::new();
    for Happened(event) in happened.read() {
        let EventKind::LineSpoken(line) = event.kind else { continue };
        let line = scenario.line(line);
        let chars = scenario.text(settings.lang, line.text).chars().count();
        let secs = voices.secs(&line.name).unwrap_or((chars as f32 / CHARS_PER_SEC).max(SHORTEST_LINE_SECS));
        // Without its voice a line lasts otherwise than its shapes.
        let track = voices.secs(&line.name).and_then(|_| tracks.get(&lips.tracks)?.get(&line.name));
        match line.speaker {
            Speaker::Student(student) => lines.insert(Some(student), (secs, track)),
            Speaker::Class => lines.insert(None, (secs, track)),
            Speaker::Teacher | Speaker::Announcer => continue,
        };
    }
    if lines.is_empty() {
        return;
    }
    for (student, mut observed) in &mut students {
        if let Some((secs, track)) = lines.get(&Some(student.id)).or(lines.get(&None)) {
            observed.speaks_until_secs = time.elapsed_secs() + secs;
            observed.line = track.clone().map(|track| (track, time.elapsed_secs()));
        }
    }
}
