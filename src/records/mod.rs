//! What must outlive the run: statements of what happens go to the store as it happens.
//!
//! The store has its own thread, so no frame waits for the disk. A screen that confirms a decision asks [`Kept::is_safe`]
//! first: what it then says is true even if the power fails.

mod words;

use bevy::prelude::*;
use proefles_records::xapi::Mapper;
use proefles_records::{Ending, Records, RunRow, Store, StoreError, Ticket};
use proefles_scenario::Lang;
use uuid::Uuid;

use crate::app::{AppSystems, Classroom, NoticeLevel, Notices, Profile, Screen, SessionSystems, Settings, terminal};
use crate::session::{ClassroomSession, Practitioner, stops_early};

/// The store of this profile, and the statements of the run on their way to it.
#[derive(Resource)]
pub struct Kept {
    records: Records,
    run: Option<Telling>,
    latest: Ticket,
    /// Trouble the user has been told of.
    told: Option<StoreError>,
    /// Language of the last words, when nothing else is left.
    lang: Lang,
}

/// A run that is being told.
struct Telling {
    registration: Uuid,
    mapper: Mapper,
    /// How many of its events are in the statements so far.
    events: usize,
}

impl Kept {
    /// Whether everything that happened up to the latest frame is on disk.
    pub fn is_safe(&self) -> bool {
        self.records.confirmed() >= self.latest
    }
}

impl Drop for Kept {
    /// Waits for the disk. What the store has no room for goes elsewhere, and the user is told where.
    fn drop(&mut self) {
        let put = match self.records.close() {
            Ok(None) => return,
            Ok(Some(file)) => Ok(file),
            Err(lines) => Err(lines.len()),
        };
        terminal::line(words::left_over(&put, self.records.path()).get(self.lang));
    }
}

pub(super) fn plugin(app: &mut App) {
    if let Some(kept) = open(app) {
        app.insert_resource(kept);
    }
    app.add_systems(OnEnter(Classroom::Briefing), begin.run_if(resource_exists::<Kept>))
        .add_systems(OnEnter(Classroom::Ended), end.run_if(resource_exists::<Kept>))
        .add_systems(
            OnExit(Screen::Classroom),
            (append, leave).chain().after(SessionSystems::Publish).run_if(resource_exists::<Kept>),
        )
        .add_systems(
            Last,
            (append, leave).chain().after(SessionSystems::Publish).run_if(resource_exists::<Kept>).run_if(stops_early),
        )
        .add_systems(Update, (append.in_set(AppSystems::ReadSession), tell_trouble).run_if(resource_exists::<Kept>));
}

/// Opens the store of the profile, or one in a place that can be written to, and says what it found.
fn open(app: &mut App) -> Option<Kept> {
    let folder = app.world().resource::<Profile>().records_dir();
    let lang = app.world().resource::<Settings>().lang;
    let opened = Store::open(&folder).and_then(|(store, found)| {
        let actor = store.actor()?;
        if !found.cut_off.is_empty() {
            store.mark_told()?;
        }
        let path = store.path().to_owned();
        let no_thread = |error: std::io::Error| StoreError::Other { path, message: error.to_string() };
        let records = Records::start(store).map_err(no_thread)?;
        Ok((Kept { records, run: None, latest: 0, told: None, lang }, actor, found))
    });
    match opened {
        Ok((kept, actor, found)) => {
            app.insert_resource(Practitioner(actor));
            let mut notices = app.world_mut().resource_mut::<Notices>();
            for (level, text) in words::found(&found) {
                notices.push(level, text);
            }
            Some(kept)
        }
        Err(problem) => {
            let mut notices = app.world_mut().resource_mut::<Notices>();
            notices.push(NoticeLevel::Error, words::not_opened(&problem));
            None
        }
    }
}

fn begin(mut kept: ResMut<Kept>, session: Option<Res<ClassroomSession>>) {
    let Some(session) = session else { return };
    let (scenario, registration) = (session.scenario(), session.registration());
    let row = RunRow {
        registration,
        scenario: scenario.id.clone(),
        version: scenario.version.clone(),
        lang: session.lang().code().to_owned(),
        seed: session.session().seed(),
        taught_by: session.context().taught_by.clone(),
        started: jiff::Timestamp::now().to_string(),
    };
    kept.latest = kept.records.start_run(row);
    kept.run = Some(Telling { registration, mapper: Mapper::new(session.context().clone()), events: 0 });
}

/// Hands over what was told since the last time.
fn append(mut kept: ResMut<Kept>, session: Option<Res<ClassroomSession>>) {
    let Kept { records, run, latest, .. } = kept.bypass_change_detection();
    let (Some(run), Some(session)) = (run, session) else { return };
    let told = session.told_from(run.events);
    run.events += told.len();
    let statements: Vec<_> = told.flat_map(|(event, at)| run.mapper.statements(event, at)).collect();
    if !statements.is_empty() {
        *latest = records.append(run.registration, statements);
    }
}

fn end(mut kept: ResMut<Kept>, session: Res<ClassroomSession>) {
    let scenario = session.scenario();
    let (Some(outcome), Some(run)) = (session.session().outcome(), &kept.run) else { return };
    let registration = run.registration;
    if outcome.broken_off {
        kept.latest = kept.records.leave_run(registration, jiff::Timestamp::now().to_string());
        return;
    }
    let ending = Ending {
        ending: scenario.endings[outcome.ending.index()].name.clone(),
        passed: outcome.passed,
        score_permille: outcome.score_permille,
        on_task_permille: outcome.on_task_permille,
        ended: jiff::Timestamp::now().to_string(),
    };
    kept.latest = kept.records.end_run(registration, ending);
}

/// A lesson that is left before its end is terminated, so that it does not count as cut off.
fn leave(mut kept: ResMut<Kept>, session: Option<Res<ClassroomSession>>) {
    let kept = &mut *kept;
    let Some(mut run) = kept.run.take() else { return };
    if let Some(session) = session
        && let Some(left) = session.left()
    {
        kept.records.append(run.registration, run.mapper.leave(session.session().now(), left));
        kept.latest = kept.records.leave_run(run.registration, left.to_string());
    }
}

/// Says once what stands in the way of writing. Nothing is lost: it is tried again every second.
fn tell_trouble(mut kept: ResMut<Kept>, settings: Res<Settings>, mut notices: ResMut<Notices>) {
    let kept = kept.bypass_change_detection();
    kept.lang = settings.lang;
    let trouble = kept.records.trouble().map(|trouble| trouble.error);
    if trouble == kept.told {
        return;
    }
    if let Some(error) = &trouble {
        notices.push(NoticeLevel::Error, words::held(error));
    }
    kept.told = trouble;
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::ecs::system::RunSystemOnce;
    use proefles_records::xapi::Statement;

    #[test]
    fn what_stands_in_the_way_is_told_once_while_it_does() {
        let folder = tempfile::tempdir().expect("a folder");
        let (store, _) = Store::open(folder.path()).expect("a store");
        // Room for little more than the tables.
        store.cap_pages(12).expect("a cap");
        let mut records = Records::start(store).expect("a thread");
        let registration = Uuid::new_v4();
        for _ in 0..40 {
            let id = Uuid::now_v7();
            records.append(registration, vec![Statement { id, json: format!("{{\"x\":\"{}\"}}", "x".repeat(3000)) }]);
        }
        while records.trouble().is_none() {
            std::thread::yield_now();
        }
        let mut world = World::new();
        world.insert_resource(Kept { records, run: None, latest: 0, told: None, lang: Lang::En });
        world.init_resource::<Notices>();
        world.init_resource::<Settings>();
        for _ in 0..2 {
            world.run_system_once(tell_trouble).expect("its resources are there");
        }
        let [notice] = world.resource::<Notices>().list() else { panic!("one notice") };
        assert_eq!(notice.level, NoticeLevel::Error);
        let text = &notice.text.en;
        assert!(text.starts_with("Records cannot be written now: the disk with"), "{text}");
        assert!(text.ends_with("They are held and tried again."), "{text}");
        let rescued = world.resource_mut::<Kept>().records.close().ok().flatten().expect("what did not fit");
        std::fs::remove_file(rescued).expect("it is there");
    }
}
