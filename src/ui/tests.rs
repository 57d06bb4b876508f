//! Panels under test: every screen with every language and text size, by the tree that a screen reader sees.

use bevy_egui::egui::{self, accesskit::Role};
use egui_kittest::{Harness, kittest::NodeT, kittest::Queryable};
use proefles_scenario::{Lang, Level, ScreenState, StudentId};
use proefles_sim::{InstructionPart, InstructionParts, TeacherCommand};

use super::hud::{Side, actions, captions, dashboard, decision, status};
use super::screens::{briefing, ended, library, loading, pause, settings, title};
use super::widgets::{SeatMark, SeatingPlan, Tone};
use super::{theme, toasts};
use crate::app::Quality;
use crate::locales::{Key, Locale};

/// What a screen left behind: its wish, and what it may change.
pub(crate) struct Shown<T, A> {
    pub(crate) model: T,
    pub(crate) wish: Option<A>,
    text: Locale,
    scale: f32,
    dressed: bool,
}

pub(crate) type Draw<T, A> = fn(&mut egui::Ui, &mut T, &Locale) -> Option<A>;

/// Shows a screen and keeps the first wish that it returns.
pub(crate) fn show<'a, T: 'a, A: 'a>(model: T, lang: Lang, scale: f32, draw: Draw<T, A>) -> Harness<'a, Shown<T, A>> {
    let shown = Shown { model, wish: None, text: Locale::new(lang), scale, dressed: false };
    let frame = move |ui: &mut egui::Ui, shown: &mut Shown<T, A>| {
        if !shown.dressed {
            theme::install(ui.ctx());
            theme::apply(ui.ctx(), shown.scale);
            shown.dressed = true;
            ui.ctx().request_repaint();
            return;
        }
        if let Some(wish) = draw(ui, &mut shown.model, &shown.text) {
            shown.wish.get_or_insert(wish);
        }
    };
    let mut harness = Harness::builder().with_size(egui::vec2(1280.0, 720.0)).build_ui_state(frame, shown);
    harness.run_steps(4);
    harness
}

fn text(key: Key) -> String {
    Locale::new(Lang::Nl).t(key)
}

/// Whatever can be pressed or changed says what it is, and lies within the window's width.
pub(crate) fn check_controls<T, A>(name: &str, harness: &Harness<'_, Shown<T, A>>) {
    let controls = [Role::Button, Role::CheckBox, Role::Slider, Role::RadioButton, Role::ComboBox, Role::TextInput];
    let mut seen = 0;
    for node in harness.root().children_recursive() {
        let access = node.accesskit_node();
        if !controls.contains(&access.role()) {
            continue;
        }
        seen += 1;
        let label = access.label().or_else(|| access.value()).unwrap_or_default();
        assert!(!label.trim().is_empty(), "{name}: a {:?} has no label", access.role());
        assert!(!label.chars().any(|sign| ('\u{e000}'..='\u{f8ff}').contains(&sign)), "{name}: {label:?} is an icon");
        if let Some(bounds) = access.bounding_box() {
            assert!(bounds.x0 >= -1.0 && bounds.x1 <= 1281.0, "{name}: {label:?} leaves the window: {bounds:?}");
        }
    }
    assert!(seen > 0 || name.starts_with("loading"), "{name} has no control");
}

fn lesson() -> library::LessonCard {
    library::LessonCard {
        index: 3,
        title: "Het netwerk valt weg".to_owned(),
        summary: "Midden in een live quiz valt het netwerk uit. De klas kijkt je aan. Wat doe je eerst?".to_owned(),
        competences: vec!["DigCompEdu 2017 · 3.1 Lesgeven met digitale middelen, ook als ze falen".to_owned()],
        minutes: 9,
        level: Level::Practised,
        students: 24,
        languages: vec![Lang::Nl, Lang::En],
        warnings: vec![],
        best: Some((true, 780)),
    }
}

fn library_model() -> library::LibraryModel {
    let problems = vec!["SC0203 les.scenario.ron:41:9: geen leerling 'nor'; bedoelde je 'noor'?".to_owned()];
    let broken = library::Card::Broken { file: "les.scenario.ron".to_owned(), problems };
    library::LibraryModel { cards: vec![broken, library::Card::Lesson(lesson())], folder: "scenarios".to_owned() }
}

fn briefing_model() -> briefing::BriefingModel {
    let seat = |at: u8| SeatMark {
        name: format!("Leerling {at}"),
        x: f32::from(at % 6) - 2.5,
        z: f32::from(at / 6),
        marked: false,
    };
    briefing::BriefingModel {
        title: "Het netwerk valt weg".to_owned(),
        minutes: 9,
        goals: vec!["Rust en richting bewaren als de techniek faalt.".to_owned()],
        situation: vec!["Het is woensdag, het vierde uur. Je geeft aardrijkskunde aan 3B.".to_owned()],
        phases: vec!["Live quiz".to_owned()],
        plan: SeatingPlan { width: 8.0, depth: 7.0, teacher: (0.0, 3.0), seats: (0..24).map(seat).collect() },
        controls: vec![briefing::ControlHint { keys: vec!["W".to_owned()], what: "Lopen".to_owned() }],
        pass: vec!["Geslaagd vanaf 60 % van de punten.".to_owned()],
    }
}

fn decision_model() -> decision::DecisionModel {
    decision::DecisionModel {
        prompt: "Het netwerk is net uitgevallen.".to_owned(),
        options: ["Doorgaan op papier", "Het bord herstarten", "Hulp vragen"].map(str::to_owned).to_vec(),
        timer: Some((0.2, 6)),
        about: Some(("Elias".to_owned(), Side::Left)),
        stops_class: false,
        selected: None,
        taken: None,
    }
}

fn settings_model() -> settings::SettingsModel {
    settings::SettingsModel {
        comfort: None,
        reading: settings::Reading { lang: Lang::Nl, text_scale: 1.0, captions: true },
        volumes: [0.8, 1.0, 0.6],
        quality: Quality::Medium,
        mouse: settings::Mouse { sensitivity: 2.0, invert_y: false, seated: false },
        keys: vec![settings::KeyRow {
            action: "use".to_owned(),
            label: "Pakken en gebruiken".to_owned(),
            key: "E".to_owned(),
            conflict: Some("Acties".to_owned()),
            waiting: false,
        }],
    }
}

fn said() -> Vec<captions::Caption> {
    let caption = |speaker: &str, words: &str, side| captions::Caption {
        speaker: speaker.to_owned(),
        words: words.to_owned(),
        side,
    };
    vec![
        caption("Elias", "Meneer, mijn quiz doet niks meer.", Some(Side::Left)),
        caption("Yara", "Bij mij ook niet!", Some(Side::Right)),
    ]
}

fn title_draw(ui: &mut egui::Ui, model: &mut title::TitleModel, text: &Locale) -> Option<title::TitleAction> {
    title::title_ui(ui, model, text)
}

fn library_draw(ui: &mut egui::Ui, model: &mut library::LibraryModel, text: &Locale) -> Option<library::LibraryAction> {
    library::library_ui(ui, model, text)
}

fn decision_draw(ui: &mut egui::Ui, model: &mut decision::DecisionModel, text: &Locale) -> Option<usize> {
    decision::decision_ui(ui, model, text)
}

fn settings_draw(
    ui: &mut egui::Ui,
    model: &mut settings::SettingsModel,
    text: &Locale,
) -> Option<settings::SettingsAction> {
    settings::settings_ui(ui, model, text)
}

fn pause_model() -> pause::PauseModel {
    pause::PauseModel { title: "Het netwerk valt weg".to_owned(), ticks: 1834, said: said() }
}

fn title_model() -> title::TitleModel {
    title::TitleModel { lang: Lang::Nl, version: "0.1.0".to_owned() }
}

#[test]
fn every_control_says_what_it_is_and_fits_in_both_languages_and_with_large_text() {
    for lang in Lang::ALL {
        for scale in [1.0, 2.0] {
            check_controls("title", &show(title_model(), lang, scale, title_draw));
            check_controls("library", &show(library_model(), lang, scale, library_draw));
            check_controls("decision", &show(decision_model(), lang, scale, decision_draw));
            check_controls("settings", &show(settings_model(), lang, scale, settings_draw));
            check_controls(
                "briefing",
                &show(briefing_model(), lang, scale, |ui, model, text| briefing::briefing_ui(ui, model, text)),
            );
            check_controls(
                "pause",
                &show(pause_model(), lang, scale, |ui, model, text| pause::pause_ui(ui, model, text)),
            );
            let actions = actions::ActionsModel {
                student: Some((StudentId(0), "Noor".to_owned())),
                devices: true,
                ..Default::default()
            };
            let composing = actions::ActionsModel { instruction: Some(InstructionParts::ALL), ..actions.clone() };
            for (name, model) in [("actions", actions), ("instruction", composing)] {
                check_controls(name, &show(model, lang, scale, |ui, model, text| actions::actions_ui(ui, model, text)));
            }
            check_controls("dashboard", &show(dashboard_model(), lang, scale, dashboard_draw));
        }
    }
}

fn dashboard_model() -> dashboard::DashboardModel {
    let screens = [ScreenState::Task, ScreenState::Game, ScreenState::Locked];
    let tile = |at: usize| dashboard::Tile {
        student: StudentId::from_index(at),
        name: format!("Leerling {at}"),
        screen: screens[at % 3],
    };
    dashboard::DashboardModel {
        tiles: (0..24).map(tile).collect(),
        connected: true,
        too_long: false,
        key: "O".to_owned(),
    }
}

fn dashboard_draw(
    ui: &mut egui::Ui,
    model: &mut dashboard::DashboardModel,
    text: &Locale,
) -> Option<dashboard::DashboardAction> {
    dashboard::dashboard_ui(ui, model, text)
}

#[test]
fn a_screen_of_the_dashboard_locks_and_unlocks_and_a_long_look_is_warned_of() {
    let mut harness = show(dashboard_model(), Lang::Nl, 1.0, dashboard_draw);
    harness.get_by_label("Leerling 1: spel").click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(dashboard::DashboardAction::Lock(StudentId(1), true)));
    let mut harness = show(dashboard_model(), Lang::Nl, 1.0, dashboard_draw);
    harness.get_by_label("Leerling 2: vergrendeld").click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(dashboard::DashboardAction::Lock(StudentId(2), false)));
    assert!(harness.query_by_label(&text(Key::DashTooLong)).is_none());

    let long = dashboard::DashboardModel { too_long: true, connected: false, ..dashboard_model() };
    let harness = show(long, Lang::Nl, 1.0, dashboard_draw);
    harness.get_by_label(&text(Key::DashTooLong));
    harness.get_by_label(&text(Key::DashOffline));
    assert!(harness.query_by_label("Leerling 1: spel").is_none(), "nothing comes through");
}

#[test]
fn an_instruction_is_put_together_from_its_parts_and_said() {
    let what: InstructionParts = [InstructionPart::What].into_iter().collect();
    let model = |instruction| actions::ActionsModel { instruction: Some(instruction), ..Default::default() };
    let draw: Draw<_, _> = |ui, model: &mut actions::ActionsModel, text| actions::actions_ui(ui, model, text);
    let mut harness = show(model(InstructionParts::default()), Lang::Nl, 1.0, draw);
    harness.get_by_label(&text(Key::InstructSay)).click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, None, "nothing to say yet");
    harness.get_by_label(&text(Key::InstructWhat)).click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(actions::ActionsAction::Compose(what)));
    let mut harness = show(model(what), Lang::Nl, 1.0, draw);
    harness.get_by_label(&text(Key::InstructSay)).click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(actions::ActionsAction::Do(TeacherCommand::GiveInstruction(what))));
}

#[test]
fn the_title_leads_on_by_mouse_and_by_enter_alone() {
    let mut harness = show(title_model(), Lang::Nl, 1.0, title_draw);
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(title::TitleAction::Start));

    let mut harness = show(title_model(), Lang::Nl, 1.0, title_draw);
    harness.get_by_label("English").click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(title::TitleAction::Speak(Lang::En)));
}

#[test]
fn a_lesson_opens_and_a_broken_file_says_where() {
    let mut harness = show(library_model(), Lang::Nl, 1.0, library_draw);
    assert!(harness.query_by_label_contains("les.scenario.ron:41:9").is_some());
    harness.get_by_label("Deze les geven: Het netwerk valt weg").click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(library::LibraryAction::Open(3)));
}

#[test]
fn an_empty_library_says_where_lessons_go() {
    let empty = library::LibraryModel { cards: vec![], folder: "/thuis/lessen".to_owned() };
    let mut harness = show(empty, Lang::Nl, 1.0, library_draw);
    assert!(harness.query_by_label_contains("/thuis/lessen").is_some());
    harness.get_by_label(&text(Key::CommonOpenFolder)).click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(library::LibraryAction::OpenFolder));
}

#[test]
fn the_briefing_starts_the_lesson_with_enter() {
    let mut harness = show(briefing_model(), Lang::Nl, 1.0, |ui, model, text| briefing::briefing_ui(ui, model, text));
    assert!(harness.query_by_label_contains("Leerling 7").is_some(), "the plan names the class");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(briefing::BriefingAction::Start));
}

#[test]
fn a_decision_is_taken_by_click_and_only_once() {
    let mut harness = show(decision_model(), Lang::Nl, 1.0, decision_draw);
    assert!(harness.query_by_label_contains("Elias, links van je").is_some());
    harness.get_by_label("2. Het bord herstarten").click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(1));

    let taken = decision::DecisionModel { taken: Some((1, true)), ..decision_model() };
    let mut harness = show(taken, Lang::Nl, 1.0, decision_draw);
    assert!(harness.query_by_label(&text(Key::DecisionKept)).is_some());
    harness.get_by_label("1. Doorgaan op papier").click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, None);
}

#[test]
fn actions_are_for_the_student_in_view_and_for_the_class() {
    let nobody = actions::ActionsModel::default();
    let harness = show(nobody, Lang::Nl, 1.0, |ui, model, text| actions::actions_ui(ui, model, text));
    assert!(harness.query_by_label(&text(Key::DoPraise)).is_none());
    assert!(harness.query_by_label(&text(Key::DoWait)).is_some());

    let noor = actions::ActionsModel { student: Some((StudentId(7), "Noor".to_owned())), ..Default::default() };
    let mut harness = show(noor, Lang::Nl, 1.0, |ui, model, text| actions::actions_ui(ui, model, text));
    harness.get_by_label(&text(Key::DoRedirect)).click();
    harness.run_steps(2);
    let redirect = actions::ActionsAction::Do(TeacherCommand::Redirect(StudentId(7)));
    assert_eq!(harness.state().wish, Some(redirect));
}

#[test]
fn captions_name_who_speaks_and_from_where() {
    let harness = show(said(), Lang::Nl, 1.0, |ui, model, text| -> Option<()> {
        captions::captions_ui(ui, model, 0.0, text);
        None
    });
    assert!(harness.query_by_label("Elias, links van je: Meneer, mijn quiz doet niks meer.").is_some());
    assert!(harness.query_by_label("Yara, rechts van je: Bij mij ook niet!").is_some());
}

#[test]
fn the_status_says_the_time_the_noise_and_whom_one_looks_at() {
    let model = status::StatusModel {
        left_ticks: 4210,
        phase: "Live quiz".to_owned(),
        noise_permille: 430,
        look: Some("Noor".to_owned()),
        ..Default::default()
    };
    let harness = show(model, Lang::Nl, 1.0, |ui, model, text| -> Option<()> {
        status::status_ui(ui, model, text);
        None
    });
    for words in ["Nog 7:01", "Live quiz", "geroezemoes", "Noor"] {
        assert!(harness.query_by_label(words).is_some(), "{words} is missing");
    }
}

#[test]
fn settings_change_at_once_and_keys_can_be_bound_anew() {
    let mut harness = show(settings_model(), Lang::Nl, 1.0, settings_draw);
    harness.get_by_label("Tekstgrootte +").click();
    harness.run_steps(2);
    harness.get_by(|node| node.role() == Role::CheckBox && node.label().as_deref() == Some("Ondertiteling")).click();
    harness.run_steps(2);
    let reading = harness.state().model.reading;
    assert!((reading.text_scale - 1.125).abs() < 1e-6 && !reading.captions, "{reading:?}");
    assert!(harness.query_by_label("Ook voor: Acties").is_some());
    harness.get_by_label("Pakken en gebruiken: E").click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(settings::SettingsAction::Rebind("use".to_owned())));
}

#[test]
fn the_pause_offers_each_way_on() {
    for (key, wish) in [
        (Key::PauseResume, pause::PauseAction::Resume),
        (Key::CommonSettings, pause::PauseAction::Settings),
        (Key::PauseRestart, pause::PauseAction::Restart),
        (Key::PauseEnd, pause::PauseAction::End),
        (Key::PauseQuit, pause::PauseAction::Quit),
    ] {
        let mut harness = show(pause_model(), Lang::Nl, 1.0, |ui, model, text| pause::pause_ui(ui, model, text));
        harness.get_by_label(&text(key)).click();
        harness.run_steps(2);
        assert_eq!(harness.state().wish, Some(wish));
    }
}

#[test]
fn the_end_waits_for_the_review_and_loading_says_how_far_it_is() {
    let end = |ready| ended::EndedModel { title: "Rustig".to_owned(), story: "Het ging door.".to_owned(), ready };
    let draw: Draw<ended::EndedModel, bool> = |ui, model, text| ended::ended_ui(ui, model, text).then_some(true);
    for (ready, wish) in [(false, None), (true, Some(true))] {
        let mut harness = show(end(ready), Lang::Nl, 1.0, draw);
        harness.get_by_label(&text(Key::EndedReview)).click();
        harness.run_steps(2);
        assert_eq!(harness.state().wish, wish);
    }
    let model = loading::LoadingModel { title: "Les".to_owned(), step: loading::Step::Assets, progress: 0.46 };
    let harness = show(model, Lang::En, 1.0, |ui, model, text| -> Option<()> {
        loading::loading_ui(ui, model, text);
        None
    });
    assert!(harness.query_by_label("46%").is_some());
}

#[test]
fn notices_stay_until_they_are_closed() {
    let toast = toasts::Toast { tone: Tone::Warn, text: "Geen geluidsapparaat gevonden.".to_owned() };
    let mut harness = show(vec![toast], Lang::Nl, 1.0, |ui, model, text| toasts::toasts_ui(ui, model, false, text));
    assert!(harness.query_by_label("Geen geluidsapparaat gevonden.").is_some());
    harness.get_by_label(&text(Key::CommonClose)).click();
    harness.run_steps(2);
    assert_eq!(harness.state().wish, Some(0));
}
