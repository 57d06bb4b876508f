//! Does each thing that a teacher can do change the class in the direction of the literature? Pairs of runs with common
//! random numbers: the same lesson and seed up to a moment, then once with the deed and once without.

use std::sync::Arc;

use proefles_scenario::{Activity, Behaviour, Network, Place, Point, Pose, StudentId};

use super::lesson;
use super::stats::{Interval, paired_z};
use crate::event::Cause;
use crate::rules::affect::Feeling;
use crate::teacher::stand_at;
use crate::{Gaze, InstructionParts, Session, TeacherCommand};

/// What is measured after the deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// Seconds that the student spends off task.
    StudentOffTask,
    /// Seconds that students spend off task, all together.
    ClassOffTask,
    /// Seconds of a behaviour, all together.
    Seconds(Behaviour),
    /// The student's engagement at the end.
    Engagement,
    /// The student's attention at the end.
    Attention,
    /// Attention of the class at the end, all together.
    ClassAttention,
    /// Respect of the student's friends at the end.
    FriendsRespect,
    /// The student's respect at the end.
    Respect,
    /// The student's confusion at the end.
    Confusion,
    /// Students on task at the end.
    OnTask,
    /// Devices that are locked at the end.
    Locked,
}

/// Who it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// Somebody off task on their own or with a neighbour.
    OffTask,
    /// Somebody at work.
    AtWork,
    /// Anybody.
    Anybody,
    /// Somebody on another tab, a game or a video.
    OnTab,
}

/// How the class is brought to where the deed makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// The first moment of the lesson.
    Begin,
    /// Three minutes on paper, the teacher before the class.
    Paper,
    /// The same, with the teacher beside the student.
    PaperNear,
    /// Three minutes on laptops.
    Laptops,
    /// The same, with the teacher beside the student.
    LaptopsNear,
    /// Laptops, the network down for a minute.
    Outage,
    /// Laptops, every third student asks for technical help.
    Trouble,
    /// Beside a student whom the task gives trouble.
    StuckNear,
    /// Paper, right after a question to the class.
    Asked,
    /// Laptops that are locked.
    LockedUp,
}

/// A deed and what it should change.
struct Row {
    deed: &'static str,
    start: Start,
    who: Who,
    act: fn(StudentId) -> TeacherCommand,
    measure: Measure,
    secs: u32,
    /// Whether the measure should rise.
    up: bool,
    source: &'static str,
}

/// What was found for a deed.
#[derive(Debug, Clone, PartialEq)]
pub struct DeedFinding {
    /// The deed.
    pub deed: &'static str,
    /// What was measured.
    pub measure: String,
    /// With the deed less without, with its 95 % interval.
    pub difference: Interval,
    /// Standard errors in the expected direction.
    pub z: f64,
    /// Pairs of runs.
    pub pairs: usize,
    /// Where the direction comes from.
    pub source: &'static str,
    /// Whether it holds with p < .01.
    pub holds: bool,
}

const ROWS: &[Row] = {
    use Measure as M;
    use Start as S;
    use TeacherCommand as T;
    const fn row(
        deed: &'static str,
        start: S,
        who: Who,
        act: fn(StudentId) -> T,
        measure: M,
        secs: u32,
        up: bool,
        source: &'static str,
    ) -> Row {
        Row { deed, start, who, act, measure, secs, up, source }
    }
    &[
        row("look", S::Paper, Who::OffTask, |id| T::LookAt(Gaze::Student(id)), M::StudentOffTask, 20, false, "gaze"),
        row(
            "hold a look",
            S::Paper,
            Who::AtWork,
            |id| T::LookAt(Gaze::Student(id)),
            M::StudentOffTask,
            60,
            false,
            "gaze",
        ),
        row(
            "walk near",
            S::Paper,
            Who::OffTask,
            |id| T::WalkTo(Place::Student(id)),
            M::StudentOffTask,
            30,
            false,
            "proximity",
        ),
        row("wait in silence", S::Paper, Who::AtWork, |_| T::Wait, M::Seconds(Behaviour::OffChat), 6, false, "rowe"),
        row(
            "wait after a question",
            S::Asked,
            Who::AtWork,
            |_| T::Wait,
            M::Seconds(Behaviour::OnHand),
            12,
            true,
            "rowe",
        ),
        row("say a name", S::Paper, Who::OffTask, |id| T::Address(Some(id)), M::StudentOffTask, 20, false, "maag"),
        row("speak to the class", S::Paper, Who::AtWork, |_| T::Address(None), M::ClassOffTask, 20, false, "maag"),
        row(
            "praise in general",
            S::Paper,
            Who::AtWork,
            |id| T::Praise { student: Some(id), specific: false },
            M::Engagement,
            10,
            true,
            "caldarella",
        ),
        row(
            "praise what was done well",
            S::Paper,
            Who::AtWork,
            |id| T::Praise { student: Some(id), specific: true },
            M::Engagement,
            10,
            true,
            "caldarella",
        ),
        row(
            "praise the class",
            S::Paper,
            Who::AtWork,
            |_| T::Praise { student: None, specific: true },
            M::ClassOffTask,
            120,
            false,
            "caldarella",
        ),
        row(
            "praise the neighbour, ignore the lapse",
            S::Paper,
            Who::OffTask,
            |id| T::Praise { student: Some(StudentId(id.0 ^ 1)), specific: true },
            M::StudentOffTask,
            20,
            false,
            "caldarella",
        ),
        row("redirect in private", S::PaperNear, Who::OffTask, T::Redirect, M::StudentOffTask, 20, false, "maag"),
        row("redirect before the class", S::Paper, Who::OffTask, T::Redirect, M::StudentOffTask, 20, false, "maag"),
        row(
            "reprimand in private",
            S::PaperNear,
            Who::OffTask,
            |id| T::Reprimand(Some(id)),
            M::StudentOffTask,
            20,
            false,
            "maag",
        ),
        row(
            "reprimand before the class: stops",
            S::Paper,
            Who::OffTask,
            |id| T::Reprimand(Some(id)),
            M::StudentOffTask,
            20,
            false,
            "sunshek",
        ),
        row(
            "reprimand before the class: friends",
            S::Paper,
            Who::OffTask,
            |id| T::Reprimand(Some(id)),
            M::FriendsRespect,
            5,
            false,
            "kounin",
        ),
        row("tell the class off", S::Paper, Who::OffTask, |_| T::Reprimand(None), M::Respect, 5, false, "sunshek"),
        row("sanction: stops", S::Paper, Who::OffTask, T::Sanction, M::StudentOffTask, 20, false, "sunshek"),
        row("sanction: respect", S::Paper, Who::OffTask, T::Sanction, M::Respect, 5, false, "sunshek"),
        row("give a turn", S::Paper, Who::AtWork, T::CallOn, M::Attention, 5, true, "otr"),
        row("ask the class", S::Paper, Who::AtWork, |_| T::AskClass, M::Seconds(Behaviour::OnHand), 15, true, "otr"),
        row(
            "give a clear instruction",
            S::Paper,
            Who::AtWork,
            |_| T::GiveInstruction(InstructionParts::ALL),
            M::ClassOffTask,
            60,
            false,
            "kestner",
        ),
        row("send to the board", S::Paper, Who::AtWork, T::SendToBoard, M::ClassAttention, 2, true, "kounin"),
        row("make groups", S::Paper, Who::AtWork, |_| T::Regroup, M::ClassOffTask, 120, false, "godwin"),
        row(
            "change the way of working",
            S::Paper,
            Who::AtWork,
            |_| T::ChangeActivity(Activity::Individual),
            M::ClassOffTask,
            120,
            false,
            "kestner",
        ),
        row(
            "give another seat",
            S::Paper,
            Who::AtWork,
            |id| T::Reseat(id, StudentId((id.0 + 15) % 30)),
            M::Seconds(Behaviour::OffChat),
            600,
            false,
            "wannarka",
        ),
        row(
            "stare at the dashboard",
            S::Laptops,
            Who::AtWork,
            |_| T::LookAt(Gaze::Dashboard),
            M::ClassOffTask,
            60,
            true,
            "jones",
        ),
        row(
            "gesture for silence",
            S::Paper,
            Who::AtWork,
            |_| T::Gesture,
            M::Seconds(Behaviour::OffChat),
            15,
            false,
            "kounin",
        ),
        row("greet at the start", S::Begin, Who::AtWork, |_| T::Greet, M::ClassOffTask, 300, false, "greeting"),
        row("help with the task", S::StuckNear, Who::AtWork, T::Help, M::Confusion, 10, false, "dmello"),
        row("look at the work", S::LaptopsNear, Who::OnTab, T::CheckWork, M::StudentOffTask, 60, false, "active"),
        row("lids down", S::Laptops, Who::AtWork, |_| T::LidsDown, M::Seconds(Behaviour::DevTab), 60, false, "ragan"),
        row(
            "lock devices",
            S::Laptops,
            Who::AtWork,
            |_| T::LockDevices(None),
            M::Seconds(Behaviour::DevTab),
            60,
            false,
            "ragan",
        ),
        row("unlock devices", S::LockedUp, Who::AtWork, |_| T::UnlockDevices(None), M::Locked, 10, false, "ragan"),
        row("announce plan B", S::Outage, Who::Anybody, |_| T::AnnouncePlanB, M::OnTask, 60, true, "kestner"),
        row(
            "ask a student to help others",
            S::Trouble,
            Who::AtWork,
            T::AppointHelper,
            M::Seconds(Behaviour::HelpTech),
            30,
            false,
            "none published",
        ),
    ]
};

/// Lesson ticks before the deed.
const BEFORE: u32 = 1800;
const MINUTE: u32 = 600;

fn run(session: &mut Session, ticks: u32) {
    for _ in 0..ticks {
        session.tick();
        session.take_events();
    }
}

fn choose(session: &Session, who: Who) -> Option<StudentId> {
    session.scenario().student_ids().find(|&id| {
        let behaviour = session.student(id).behaviour;
        match who {
            Who::OffTask => behaviour.is_off_task(),
            Who::AtWork => behaviour.on_task(),
            Who::Anybody => true,
            Who::OnTab => behaviour == Behaviour::DevTab,
        }
    })
}

impl Row {
    /// The class before the deed, and whom it is about; nothing where this seed has nobody whom it fits.
    fn begin(&self, seed: u64) -> Option<(Session, StudentId)> {
        let paper =
            matches!(self.start, Start::Begin | Start::Paper | Start::PaperNear | Start::StuckNear | Start::Asked);
        let lesson = if paper { lesson::reference() } else { lesson::on_devices() };
        let mut session = Session::new(Arc::clone(&lesson), seed);
        if self.start != Start::Begin {
            run(&mut session, BEFORE);
        }
        if self.start == Start::Outage {
            session.set_network(Network::Down);
            run(&mut session, MINUTE);
        }
        let id = choose(&session, self.who)?;
        let near = matches!(self.start, Start::PaperNear | Start::LaptopsNear | Start::StuckNear);
        if near {
            let at: Point = stand_at(session.scenario(), &session.plan.aisles, session.seated(Place::Student(id)));
            session.apply(TeacherCommand::Move(Pose { at, yaw_deg: 180 })).ok()?;
        }
        match self.start {
            Start::StuckNear => {
                session.students[id.index()].affect.trouble_since = Some(session.lesson_now());
                run(&mut session, MINUTE);
            }
            Start::Trouble => {
                let now = session.lesson_now();
                for other in lesson.student_ids().filter(|other| other.0 % 3 == 0 && *other != id) {
                    session.change_behaviour(other, Behaviour::HelpTech, Cause::Technology, now + MINUTE, None);
                }
            }
            Start::Asked => {
                session.apply(TeacherCommand::AskClass).ok()?;
                run(&mut session, 10);
            }
            Start::LockedUp => session.apply(TeacherCommand::LockDevices(None)).ok()?,
            _ => {}
        }
        Some((session, id))
    }

    /// Lets the lesson go on and measures.
    fn measure(&self, mut session: Session, id: StudentId) -> f64 {
        let ids: Vec<StudentId> = session.scenario().student_ids().collect();
        let mut sum = 0.0;
        for _ in 0..self.secs {
            run(&mut session, proefles_scenario::TICKS_PER_SECOND);
            let doing = |id: &StudentId| session.student(*id).behaviour;
            sum += match self.measure {
                Measure::StudentOffTask => f64::from(u8::from(doing(&id).is_off_task())),
                Measure::ClassOffTask => ids.iter().filter(|id| doing(id).is_off_task()).count() as f64,
                Measure::Seconds(behaviour) => ids.iter().filter(|id| doing(id) == behaviour).count() as f64,
                _ => 0.0,
            };
        }
        let student = session.student(id);
        let of = |value: f32| f64::from(value);
        match self.measure {
            Measure::Engagement => of(student.engagement),
            Measure::Attention => of(student.attention),
            Measure::ClassAttention => ids.iter().map(|id| of(session.student(*id).attention)).sum(),
            Measure::Respect => of(student.respect),
            Measure::Confusion => of(student.affect.level(Feeling::Confusion)),
            Measure::FriendsRespect => {
                let friends = &session.scenario().student(id).friends;
                friends.iter().map(|friend| of(session.student(*friend).respect)).sum()
            }
            Measure::OnTask => ids.iter().filter(|id| session.student(**id).behaviour.on_task()).count() as f64,
            Measure::Locked => ids.iter().filter(|id| session.students[id.index()].locked).count() as f64,
            Measure::StudentOffTask | Measure::ClassOffTask | Measure::Seconds(_) => sum,
        }
    }

    fn words(&self) -> String {
        let secs = self.secs;
        match self.measure {
            Measure::StudentOffTask => format!("seconds off task of the student, within {secs} s"),
            Measure::ClassOffTask => format!("seconds off task of the class, within {secs} s"),
            Measure::Seconds(behaviour) => format!("seconds of {} in the class, within {secs} s", behaviour.id()),
            Measure::Engagement => format!("engagement of the student after {secs} s"),
            Measure::Attention => format!("attention of the student after {secs} s"),
            Measure::ClassAttention => format!("attention of the class, all together, after {secs} s"),
            Measure::FriendsRespect => format!("respect among the student's friends after {secs} s"),
            Measure::Respect => format!("respect of the student after {secs} s"),
            Measure::Confusion => format!("confusion of the student after {secs} s"),
            Measure::OnTask => format!("students on task after {secs} s"),
            Measure::Locked => format!("locked devices after {secs} s"),
        }
    }
}

/// How many deeds there are.
pub fn deed_count() -> usize {
    ROWS.len()
}

/// Measures a deed over so many pairs of runs, or as many as a few times that number of seeds allows.
pub fn try_deed(at: usize, pairs: usize) -> DeedFinding {
    let row = &ROWS[at];
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for seed in 0..pairs as u64 * 4 {
        if with.len() == pairs {
            break;
        }
        let Some((session, id)) = row.begin(seed) else { continue };
        let mut other = session.clone();
        if other.apply((row.act)(id)).is_ok() {
            with.push(row.measure(other, id));
            without.push(row.measure(session, id));
        }
    }
    let z = paired_z(&with, &without) * if row.up { 1.0 } else { -1.0 };
    let differences: Vec<f64> = with.iter().zip(&without).map(|(a, b)| a - b).collect();
    DeedFinding {
        deed: row.deed,
        measure: row.words(),
        difference: Interval::of(&differences),
        z,
        pairs: with.len(),
        source: row.source,
        holds: z > super::stats::Z_01 && with.len() * 10 >= pairs * 9,
    }
}
