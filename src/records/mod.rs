//! What must outlive the run: statements of what happens go to the store as it happens.
//!
//! The store has its own thread, so no frame waits for the disk. A screen that confirms a decision asks [`Kept::is_safe`]
//! first: what it then says is true even if the power fails.

use std::path::Path;

use bevy::prelude::*;
use proefles_records::xapi::{Actor, Mapper, Platform, RunContext};
use proefles_records::{Ending, Found, Records, RunRow, Store, Ticket};
use uuid::Uuid;

use crate::app::{AppConfig, AppSystems, Classroom, NoticeLevel, Notices, Profile, Said};
use crate::session::{ClassroomSession, Happened};

/// The store of this profile, and the statements of the run on their way to it.
#[derive(Resource)]
pub struct Kept {
    records: Records,
    actor: Actor,
    run: Option<(Uuid, Mapper)>,
    latest: Ticket,
    /// Trouble the user has been told of.
    told: Option<String>,
}

impl Kept {
    /// Whether everything that happened up to the latest frame is on disk.
    pub fn is_safe(&self) -> bool {
        self.records.confirmed() >= self.latest
    }
}

pub(super) fn plugin(app: &mut App) {
    if let Some(kept) = open(app) {
        app.insert_resource(kept);
    }
    app.add_systems(OnEnter(Classroom::Briefing), begin.run_if(resource_exists::<Kept>))
        .add_systems(OnEnter(Classroom::Ended), end.run_if(resource_exists::<Kept>))
        .add_systems(Update, (append.in_set(AppSystems::ReadSession), tell_trouble).run_if(resource_exists::<Kept>));
}

/// Opens the store of the profile, or one in a place that can be written to, and says what it found.
fn open(app: &mut App) -> Option<Kept> {
    let folder = app.world().resource::<Profile>().records_dir();
    let opened = Store::open(&folder).map_err(|error| error.to_string()).and_then(|(store, found)| {
        let actor = store.actor().map_err(|error| error.to_string())?;
        if !found.cut_off.is_empty() {
            store.mark_told().map_err(|error| error.to_string())?;
        }
        let records = Records::start(store).map_err(|error| error.to_string())?;
        Ok((Kept { records, actor, run: None, latest: 0, told: None }, found))
    });
    let mut notices = app.world_mut().resource_mut::<Notices>();
    match opened {
        Ok((kept, found)) => {
            for (level, text) in what_was_found(&found) {
                notices.push(level, text);
            }
            Some(kept)
        }
        Err(problem) => {
            notices.push(NoticeLevel::Error, not_opened(&folder, &problem));
            None
        }
    }
}

fn what_was_found(found: &Found) -> Vec<(NoticeLevel, Said)> {
    let mut texts = Vec::new();
    for (_, scenario, statements) in &found.cut_off {
        let text = Said::new(
            format!(
                "De vorige les \"{scenario}\" is afgebroken. Alles wat bevestigd was, is bewaard: {statements} gebeurtenissen."
            ),
            format!(
                "The previous lesson \"{scenario}\" was cut off. All that had been confirmed was kept: {statements} statements."
            ),
        );
        texts.push((NoticeLevel::Info, text));
    }
    if let Some(file) = &found.put_aside {
        let file = file.display();
        let text = Said::new(
            format!(
                "Het bestand met verslagen was beschadigd. Het is opzijgezet als {file}, en een nieuw is begonnen."
            ),
            format!("The file of records was damaged. It was put aside as {file}, and a new one was begun."),
        );
        texts.push((NoticeLevel::Warning, text));
    }
    texts
}

fn not_opened(folder: &Path, problem: &str) -> Said {
    let folder = folder.display();
    Said::new(
        format!(
            "De verslagen in {folder} kunnen niet geopend worden: {problem}. De les gaat door; alleen de map van de les wordt bewaard. Kies een andere map met --profile-dir."
        ),
        format!(
            "The records in {folder} cannot be opened: {problem}. The lesson goes on; only the folder of the run is kept. Choose another folder with --profile-dir."
        ),
    )
}

fn begin(mut kept: ResMut<Kept>, session: Option<Res<ClassroomSession>>, config: Res<AppConfig>) {
    let Some(session) = session else { return };
    let (scenario, registration, lang) = (session.scenario().clone(), session.registration(), session.lang());
    let platform = if config.shell.has_window() { Platform::Desktop } else { Platform::Headless };
    let row = RunRow {
        registration,
        scenario: scenario.id.clone(),
        version: scenario.version.clone(),
        lang: lang.code().to_owned(),
        seed: session.session().seed(),
        taught_by: session.recorder().header().taught_by.clone(),
        started: jiff::Timestamp::now().to_string(),
    };
    kept.latest = kept.records.start_run(row);
    let context = RunContext { scenario, actor: kept.actor.clone(), registration, platform, lang };
    kept.run = Some((registration, Mapper::new(context)));
}

fn append(mut kept: ResMut<Kept>, mut happened: MessageReader<Happened>) {
    let kept = kept.bypass_change_detection();
    let Some((registration, mapper)) = &mut kept.run else { return happened.clear() };
    let now = jiff::Timestamp::now();
    let statements: Vec<_> = happened.read().flat_map(|Happened(event)| mapper.statements(event, now)).collect();
    if !statements.is_empty() {
        kept.latest = kept.records.append(*registration, statements);
    }
}

fn end(mut kept: ResMut<Kept>, session: Res<ClassroomSession>) {
    let scenario = session.scenario();
    let (Some(outcome), Some((registration, _))) = (session.session().outcome(), &kept.run) else { return };
    let registration = *registration;
    let ending = Ending {
        ending: scenario.endings[outcome.ending.index()].name.clone(),
        passed: outcome.passed,
        score_permille: outcome.score_permille,
        on_task_permille: outcome.on_task_permille,
        ended: jiff::Timestamp::now().to_string(),
    };
    kept.latest = kept.records.end_run(registration, ending);
}

/// Says once what stands in the way of writing. Nothing is lost: it is tried again every second.
fn tell_trouble(mut kept: ResMut<Kept>, mut notices: ResMut<Notices>) {
    let trouble = kept.records.trouble().map(|trouble| trouble.message);
    if trouble == kept.told {
        return;
    }
    if let Some(message) = &trouble {
        let text = Said::new(
            format!(
                "Verslagen kunnen nu niet geschreven worden: {message}. Ze worden vastgehouden en opnieuw geprobeerd."
            ),
            format!("Records cannot be written now: {message}. They are held and tried again."),
        );
        notices.push(NoticeLevel::Error, text);
    }
    kept.told = trouble;
}
