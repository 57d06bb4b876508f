//! Where sounds come from, in the room.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use proefles_scenario::{Scenario, Speaker, StudentId};

use crate::stage::{Landmarks, seat_place};
use crate::students::Heads;

/// Height of a sitting student's head, in metres.
const HEAD: f32 = 1.15;
/// Height of what lies on a desk, in metres, and how far before the head.
const DESK: (f32, f32) = (0.75, 0.4);
/// How far above the middle of the board its loudspeaker hangs, in metres.
const SPEAKER_ABOVE: f32 = 1.0;

/// Places that things and people are heard from.
#[derive(SystemParam)]
pub struct Places<'w> {
    heads: Res<'w, Heads>,
    landmarks: Res<'w, Landmarks>,
}

impl Places<'_> {
    /// A student's head, where the body has it, else at the seat.
    pub fn head(&self, scenario: &Scenario, student: StudentId) -> Vec3 {
        let seat = || seat_place(scenario.seat_of(student).pose).translation + Vec3::Y * HEAD;
        self.heads.0.get(student.index()).copied().unwrap_or_else(seat)
    }

    /// Cosine of the angle between where a student's seat faces and somebody's ears.
    pub fn turned(&self, scenario: &Scenario, student: StudentId, ears: Vec3) -> f32 {
        let seat = seat_place(scenario.seat_of(student).pose);
        let way = (ears - seat.translation).with_y(0.0).normalize_or(Vec3::Z);
        (seat.rotation * Vec3::Z).dot(way)
    }

    /// What lies on a student's desk.
    pub fn desk(&self, scenario: &Scenario, student: StudentId) -> Vec3 {
        seat_place(scenario.seat_of(student).pose).transform_point(Vec3::new(0.0, DESK.0, DESK.1))
    }

    /// The middle of the class's heads.
    pub fn class(&self, scenario: &Scenario) -> Vec3 {
        let count = scenario.students.len().max(1) as f32;
        scenario.student_ids().map(|student| self.head(scenario, student)).sum::<Vec3>() / count
    }

    /// The board.
    pub fn board(&self) -> Vec3 {
        self.landmarks.board
    }

    /// The door.
    pub fn door(&self) -> Vec3 {
        self.landmarks.door
    }

    /// The loudspeaker above the board.
    pub fn loudspeaker(&self) -> Vec3 {
        self.landmarks.board + Vec3::Y * SPEAKER_ABOVE
    }

    /// Whose voice a line is: its place, and how far it spreads from there, from 0 to 1.
    pub fn speaker(&self, scenario: &Scenario, speaker: Speaker) -> (Vec3, f32) {
        match speaker {
            Speaker::Student(student) => (self.head(scenario, student), 0.0),
            Speaker::Class | Speaker::Teacher => (self.class(scenario), 0.7),
            // A colleague puts a head round the door; the school's address is heard from the corridor.
            Speaker::Announcer => (self.landmarks.door, 0.0),
        }
    }
}
