//! The review under test: what it shows of a run, and where it leads.

use bevy_egui::egui;
use egui_kittest::kittest::Queryable;
use proefles_review::{
    CompetenceScore, Consequence, CriterionScore, CurvePoint, DecisionReview, EpisodeReview, HeatReview, Indicators,
    OptionReview, OutcomeReview, PassCheck, Report, SeatReview, Suggestion,
};
use proefles_scenario::Lang;

use super::{ReviewAction, ReviewState, review_ui};
use crate::locales::{Key, Locale};
use crate::ui::tests::{check_controls, show};

fn option(text: &str, verdict: &'static str) -> OptionReview {
    OptionReview {
        name: text.to_owned(),
        text: text.to_owned(),
        offered: true,
        verdict,
        verdict_label: verdict,
        feedback: "Waarom.".to_owned(),
        source: None,
    }
}

fn decision(at: u32) -> DecisionReview {
    DecisionReview {
        name: format!("d{at}"),
        opened_tick: at * 600,
        time: format!("{at}:00"),
        prompt: format!("Situatie {at}"),
        options: vec![option("Doorgaan op papier", "strong"), option("Zuchten", "harmful")],
        chosen: (at == 1).then_some(0),
        cut_off: false,
        thinking_secs: (at == 1).then_some(6.4),
        feedback: "Een taak houdt de klas bij de les.".to_owned(),
        source: Some("Kounin 1970".to_owned()),
        consequence: Some(Consequence { on_task_before: 62, on_task_after: 78, noise_before: 44, noise_after: 31 }),
    }
}

fn report() -> Report {
    let curve = (0..200).map(|second| CurvePoint {
        second,
        on_task_permille: 700 + u16::try_from(second % 50).unwrap_or_default(),
        noise_permille: 200,
    });
    Report {
        scenario: "network-down".to_owned(),
        version: "1.0.0".to_owned(),
        lang: "nl".to_owned(),
        title: "Het netwerk valt uit".to_owned(),
        seconds: 200,
        seed: 42,
        taught_by: "teacher".to_owned(),
        outcome: Some(OutcomeReview {
            title: "Rustig afgerond".to_owned(),
            text: "Het ging door op papier.".to_owned(),
            passed: true,
            score_percent: 78,
            on_task_percent: 74,
            checks: vec![PassCheck { text: "78 % van de punten".to_owned(), holds: true }],
        }),
        competences: vec![CompetenceScore {
            label: "Lesgeven".to_owned(),
            code: "DigCompEdu 3.1".to_owned(),
            uri: String::new(),
            points: 7,
            of: 9,
            criteria: vec![CriterionScore { label: "Houdt het tempo".to_owned(), points: 7, of: 9 }],
        }],
        curve: curve.collect(),
        decisions: vec![decision(1), decision(2)],
        moments: vec![],
        episodes: vec![EpisodeReview {
            tick: 300,
            time: "0:30".to_owned(),
            student: "Noor".to_owned(),
            what: "kletst".to_owned(),
            lasted_secs: 48,
            shown_secs: Some(0),
            seen_secs: None,
            answered_secs: None,
            text: "Noor: kletst, 48 s. Niet gezien, geen reactie.".to_owned(),
        }],
        heat: HeatReview {
            width_mm: 8400,
            depth_mm: 7200,
            seats: vec![
                SeatReview {
                    name: "Noor".to_owned(),
                    x_mm: -900,
                    z_mm: 800,
                    on_task_permille: 640,
                    looked_ticks: 87,
                    looks: 3,
                },
                SeatReview {
                    name: "Sander".to_owned(),
                    x_mm: 900,
                    z_mm: 800,
                    on_task_permille: 910,
                    looked_ticks: 12,
                    looks: 1,
                },
            ],
        },
        indicators: Indicators::default(),
        suggestions: vec![Suggestion { text: "Loop vaker rond.".to_owned(), decision: None }],
    }
}

type Model = (Report, ReviewState);

fn draw(ui: &mut egui::Ui, (report, state): &mut Model, text: &Locale) -> Option<ReviewAction> {
    review_ui(ui, report, state, text)
}

fn model() -> Model {
    (report(), ReviewState { has_folder: true, ..ReviewState::default() })
}

#[test]
fn the_review_says_how_it_went_and_what_to_try_in_both_languages_and_with_large_text() {
    for lang in Lang::ALL {
        for scale in [1.0, 2.0] {
            let harness = show(model(), lang, scale, draw);
            check_controls("review", &harness);
            let text = Locale::new(lang);
            for words in [
                text.t(Key::ReviewPassed),
                "Rustig afgerond".to_owned(),
                "Loop vaker rond.".to_owned(),
                "0:30 Noor: kletst, 48 s. Niet gezien, geen reactie.".to_owned(),
            ] {
                assert!(harness.query_by_label(&words).is_some(), "{words} is missing");
            }
        }
    }
}

#[test]
fn each_button_leads_where_it_says() {
    let text = Locale::new(Lang::Nl);
    for (key, wish) in [
        (Key::ReviewRetry, ReviewAction::Retry),
        (Key::CommonOtherLesson, ReviewAction::OtherLesson),
        (Key::ReviewSave, ReviewAction::SavePage),
        (Key::CommonOpenFolder, ReviewAction::OpenFolder),
    ] {
        let mut harness = show(model(), Lang::Nl, 1.0, draw);
        harness.get_by_label(&text.t(key)).click();
        harness.run_steps(2);
        assert_eq!(harness.state().wish, Some(wish));
    }
}

#[test]
fn the_timeline_leads_to_a_decision_with_its_choice_and_consequence() {
    let mut harness = show(model(), Lang::Nl, 1.0, draw);
    harness.get_by_label("2, 2:00: Situatie 2").click_accesskit();
    harness.run_steps(12);
    assert_eq!(harness.state().model.1.chosen, Some(1));
    let text = Locale::new(Lang::Nl);
    let words = [
        text.with(Key::ReviewYouChose, "option", "Doorgaan op papier"),
        text.t(Key::ReviewExpired),
        text.with(Key::ReviewSource, "source", "Kounin 1970"),
    ];
    for words in words {
        assert!(harness.query_all_by_label(&words).next().is_some(), "{words} is missing");
    }
    assert!(harness.query_all_by_label_contains("van 62 % naar 78 %").next().is_some());
}

#[test]
fn the_plan_says_in_figures_where_attention_was_and_where_the_teacher_looked() {
    let text = Locale::new(Lang::Nl);
    let mut harness = show(model(), Lang::Nl, 1.0, draw);
    assert!(harness.query_by_label_contains("Noor 64 %, Sander 91 %").is_some());
    harness.get_by_label(&text.t(Key::ReviewHeatLooks)).click_accesskit();
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("Noor 8,7 s, Sander 1,2 s").is_some());
}
