//! The numbers of the behaviour rules. They lie in one table, `data/parameters.ron`, each with its unit, its band and
//! where it comes from; code has only shapes. The table is part of the rules: a change to it is a change of [`RULES`].
//!
//! [`RULES`]: super::RULES

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proefles_scenario::TICKS_PER_SECOND;
use serde::Deserialize;

/// The table as text.
const TABLE: &str = include_str!("../../data/parameters.ron");

/// Where a number comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Mark {
    /// A published figure.
    Lit,
    /// Chosen so that the reference lesson lands on published statistics.
    Fit,
    /// Ours, in the direction of its source where it names one; waits for data.
    Set,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// In its unit.
    pub value: f32,
    /// `s`, `1/s`, `m`, `1`, `share`, `x` for a factor, and what is said in words.
    pub unit: String,
    /// Where it comes from.
    pub mark: Mark,
    /// Lowest and highest value under which the rule keeps its meaning.
    pub band: (f32, f32),
    /// Keys of [`Table::sources`].
    pub source: Vec<String>,
    /// The rule in plain words.
    pub what: String,
}

/// The table of parameters.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Of the format.
    pub version: u32,
    values: BTreeMap<String, Parameter>,
    /// What each source key stands for.
    pub sources: BTreeMap<String, String>,
}

impl Table {
    /// A row by its name.
    ///
    /// # Panics
    /// If there is none, which a test rules out.
    fn row(&self, name: &str) -> &Parameter {
        self.values.get(name).unwrap_or_else(|| panic!("the table of parameters lacks {name}"))
    }
}

/// How a number of the table is held: seconds as ticks, metres as millimetres.
trait Held {
    fn of(row: &Parameter) -> Self;
}

impl Held for f32 {
    fn of(row: &Parameter) -> Self {
        row.value
    }
}

/// Ticks of 100 ms.
impl Held for u32 {
    fn of(row: &Parameter) -> Self {
        assert_eq!(row.unit, "s", "a number of ticks is given in seconds: {}", row.what);
        (row.value * TICKS_PER_SECOND as f32 + 0.5) as u32
    }
}

/// Millimetres.
impl Held for i32 {
    fn of(row: &Parameter) -> Self {
        assert!(row.unit.starts_with('m'), "a number of millimetres is given in metres: {}", row.what);
        (row.value * 1000.0 + 0.5) as i32
    }
}

macro_rules! parameters {
    ($($group:literal { $($name:ident: $held:ty),* $(,)? })*) => {
        /// The numbers as the rules use them: `f32` in the table's unit, `u32` in ticks, `i32` in millimetres.
        #[derive(Debug, Clone, PartialEq)]
        #[allow(missing_docs, reason = "each is described in the table")]
        pub struct Params { $($(pub $name: $held,)*)* }

        impl Params {
            fn of(table: &Table) -> Self {
                Self { $($($name: <$held>::of(table.row(stringify!($name))),)*)* }
            }
        }

        impl Table {
            /// The rows by group and name, in the order of the table.
            pub fn groups(&self) -> Vec<(&'static str, Vec<(&'static str, &Parameter)>)> {
                let rows = |names: &[&'static str]| names.iter().map(|&name| (name, self.row(name))).collect();
                vec![$(($group, rows(&[$(stringify!($name)),*]))),*]
            }
        }
    };
}

parameters! {
    "Lapses of attention" {
        lapse_rate: f32, lapse_activity_growth: f32, lapse_fresh: f32, fresh_half: u32, lapse_lesson_growth: f32, lapse_explain: f32,
        lapse_individual: f32, lapse_pairs: f32, lapse_quiz: f32, lapse_discussion: f32, lapse_transition: f32,
        lapse_stopped: f32, stopped_ramp: u32, lapse_instructed: f32, lapse_most: f32, mood_attention: f32,
        mood_engagement: f32, lapse_concentrated: f32, lapse_confused: f32, lapse_frustrated: f32, lapse_bored: f32,
        lapse_delighted: f32, lapse_greeted: f32, greet_half: u32, greet_within: u32, greet_engages: f32,
        lapse_checked: f32, checked_lasts: u32, lapse_disrespect: f32,
    }
    "Affect" {
        half_concentration: u32, half_confusion: u32, half_frustration: u32, half_boredom: u32, half_delight: u32,
        affect_rises: f32, concentration_base: f32, concentration_off: f32, boredom_base: f32, boredom_growth: f32,
        boredom_growth_most: f32, boredom_stopped: f32, impasse_rate: f32, impasse_over: f32, trouble_confuses: f32,
        trouble_frustrates: f32, trouble_frustrates_after: u32, trouble_bores_after: u32, work_takes: f32, work_attention: f32,
        work_efficacy: f32, efficacy_gain: f32, finished_after: u32, finished_idles: f32, help_peer: f32,
        help_peer_lasts: u32, help_peer_solves: f32, help_hide: f32, help_hide_lasts: u32, give_up: f32,
        give_up_lasts: u32, ai_rate: f32, ai_lasts: u32, ai_progress: f32, relief_leaves: f32,
        relief_delights: f32, praise_delights: f32, reprimand_frustrates: f32,
    }
    "Where a lapse turns, and for how long" {
        turn_peer: f32, turn_own: f32, turn_environment: f32, turn_supplies: f32, turn_other: f32,
        turn_peer_stopped: f32, turn_own_stopped: f32, turn_environment_stopped: f32, turn_supplies_stopped: f32,
        turn_other_stopped: f32, bout_peer: u32, bout_own: u32, bout_environment: u32, bout_supplies: u32,
        bout_other: u32, bout_sigma: f32, bout_least: u32, screen_share: f32, phone_share: f32, other_tab_share: f32, game_share: f32,
        doodle_share: f32, eat_after: u32, eat_share: f32, sleep_share: f32, private_share: f32, chat_share: f32, no_equipment: f32, restless: f32, pokes: f32, notification_rate: f32, notification_lasts: u32, begin_late: f32,
        begin_instructed: f32, begin_within: u32, begin_lasts: u32, quiet_self: u32, quiet_answered: u32, quiet_called: u32, quiet_start_least: u32, quiet_start_most: u32,
    }
    "Devices that give trouble" {
        login_fails: f32, login_lasts: u32, battery_rate: f32, battery_lasts: u32, access_share: f32, access_rate: f32, access_lasts: u32, privacy_rate: f32, privacy_within: u32, plagiat_rate: f32, plagiat_lasts: u32, helps_lasts: u32, heads_turn: f32,
    }
    "Conflict, and out of the chair" {
        late_share: f32, late_least: u32, late_most: u32, late_enters: u32, outseat_share: f32, crawl_share: f32, tease_share: f32, tease_lasts: u32, tease_hurts_after: u32, tease_hurts: f32, phys_after: u32, phys_rate: f32, phys_lasts: u32, cyber_least: f32, cyber_rate: f32, cyber_lasts: u32,
    }
    "Opportunity: how far is the teacher, where do they look, are they busy" {
        distance_near: f32, distance_gain: f32, distance_half: f32, gaze_on_me: f32, gaze_turned_away: f32, busy: f32,
        busy_after: u32,
        dash_glance: u32, dash_lapses: f32, dash_reads: u32,
    }
    "Contagion" {
        chat_neighbour: f32, join_chat: f32, join_other: f32, join_laugh: f32, view_rate: f32, view_length: u32, chat_spreads: f32, class_chat_lasts: u32, pull_beside: f32, pull_behind: f32, pull_rows: f32, laugh_length: u32,
        chat_left: u32,
    }
    "Escalation" {
        escalate_grace: u32, escalate_rate: f32, escalate_to_shout: f32, escalate_to_throw: f32, escalated_length: u32,
    }
    "How a bout ends" {
        reach: i32, reach_ends: f32, look_takes: u32, look_again: u32, look_stops_private: f32,
        look_stops_neighbours: f32, look_stops_class: f32, silence_ends: f32,
    }
    "Compliance" {
        comply_base: f32, comply_per_level: f32, comply_public: f32, comply_repeat: f32, comply_respected: f32,
        comply_disrespect: f32, comply_least: f32, comply_most: f32, repeat_within: u32, private_within: i32,
        backtalk_private: f32, backtalk_public: f32, backtalk_disrespect: f32, backtalk_most: f32,
        backtalk_length: u32, refuse_respect: f32, refuse_share: f32, refuse_length: u32, respect_public: f32, respect_friends: f32, respect_class: f32, respect_redirect: f32,
        engagement_public: f32, engagement_class: f32, hurt_length: u32, comfort: u32,
    }
    "Climate" {
        climate_half: u32, climate_prior: f32, climate_calms: f32, climate_engages: f32,
    }
    "What a word does" {
        praise_specific: f32, praise_general: f32, praise_respect: f32, praise_neighbours: f32, praise_class: f32,
        praise_seen: f32, address_attention: f32, address_stops: f32, address_class_attention: f32,
        address_class_stops: f32, address_class_stops_neighbours: f32, ripple_stops: f32,
        ripple_stops_neighbours: f32, scold_stops: f32, scold_stops_neighbours: f32, instruct_stops: f32,
        instruct_stops_neighbours: f32, ask_stops: f32, ask_stops_neighbours: f32, stops_class: f32,
        instruction_attention: f32, instruction_lasts: u32, noise_masks: f32, help_engages: f32, checked_stops: f32, lids_comply: f32,
        lids_attention: f32, gesture_stops: f32, gesture_stops_neighbours: f32, sanction_stops: f32,
        sanction_respect: f32, helper_rate: f32,
        instruct_help: f32, board_lasts: u32, board_attention: f32, grouped_pull: f32, praise_calls_back: f32,
    }
    "Hands, turns and help" {
        hand: f32, hand_wait: f32, hand_attention: f32, hand_engagement: f32, hand_first: u32, hand_spread: u32,
        hand_waited: u32, wait_after: u32, wait_lasts: u32, patience: u32, turn_attention: f32, turn_awake: f32,
        turn_answers: f32, answer_length: u32, hands_down_least: u32, hands_down_most: u32, help_rate: f32, help_troubled: f32,
        help_unsure: f32, help_unsure_asks: f32, help_least: f32, help_tech_share: f32, help_tech_within: u32, help_tech_patience: u32,
    }
    "Taking up work" {
        read_share: f32, quiz_read_share: f32, pairs_talk_share: f32, discussion_talk_share: f32, task_least: u32,
        task_most: u32, phase_taken_up: u32, network_noticed: u32, network_taken_up: u32, taken_up_least: u32,
    }
    "Drift of the state" {
        attention_start: f32, attention_on: f32, attention_off: f32, attention_drift: f32, engagement_start: f32,
        engagement_on: f32, engagement_waiting: f32, engagement_off: f32, engagement_drift: f32, respect_start: f32,
        trait_sigma: f32, trait_least: f32, trait_spread: f32,
    }
    "Senses and steps" {
        whisper: i32, screen_depth: i32, screen_aside: i32, fixation: u32, glance: u32, cone_cos_squared: f32, in_view: i32, read_within: i32, eyes_height: i32, face_height: i32, head_height: i32, head_half_width: i32, reaction_least: u32, reaction_most: u32, walk: i32,
    }
    "Noise" {
        noise_start: f32, noise_explain: f32, noise_individual: f32, noise_pairs: f32, noise_quiz: f32,
        noise_discussion: f32, noise_transition: f32, noise_loud: f32, noise_laugh: f32, noise_chat: f32,
        noise_answer: f32, noise_talk: f32, noise_help: f32, noise_fidget: f32, noise_restless: f32, noise_rises: f32, noise_falls: f32,
        noise_class: f32, noise_class_least: f32,
    }
}

static LOADED: LazyLock<(Table, Params)> = LazyLock::new(|| {
    let table: Table = ron::from_str(TABLE).expect("the table of parameters is part of the program and reads");
    let params = Params::of(&table);
    (table, params)
});

/// The numbers of the rules.
pub fn params() -> &'static Params {
    &LOADED.1
}

/// The table, for those who want to read where the numbers come from.
pub fn table() -> &'static Table {
    &LOADED.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_lies_in_its_band_and_names_sources_that_exist() {
        let mut used = std::collections::BTreeSet::new();
        for (name, row) in table().groups().into_iter().flat_map(|(_, rows)| rows) {
            let (low, high) = row.band;
            assert!(low <= row.value && row.value <= high, "{name} = {} is not in {low}..={high}", row.value);
            assert!(row.mark != Mark::Lit || !row.source.is_empty(), "{name} is published, but where?");
            assert!(row.what.ends_with('.') && row.what.len() > 8, "{name} says what it does");
            for source in &row.source {
                assert!(table().sources.contains_key(source), "{name} names {source}, which is not in the list");
                used.insert(source.clone());
            }
        }
        let unused: Vec<_> = table().sources.keys().filter(|key| !used.contains(*key)).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }

    #[test]
    fn the_table_has_every_number_once_and_no_other() {
        let named = table().groups().iter().map(|(_, rows)| rows.len()).sum::<usize>();
        assert_eq!((named, TABLE.matches("(value:").count()), (table().values.len(), named));
    }

    #[test]
    fn seconds_are_held_in_ticks_and_metres_in_millimetres() {
        assert_eq!((params().reaction_most, params().look_takes), (6, 7));
        assert_eq!((params().reach, params().walk), (1500, 120));
    }
}
