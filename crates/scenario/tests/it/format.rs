//! The standard layout: comments stay, meaning stays, and doing it twice changes nothing.

use proefles_scenario::{Source, format_source, load_sources};
use proptest::prelude::*;

use crate::support::small;

fn pretty(text: &str) -> String {
    match format_source(&Source::new("x.ron", text)) {
        Ok(out) => out,
        Err(found) => panic!("{found:?}\n{text}"),
    }
}

#[test]
fn the_good_scenario_is_in_the_standard_layout() {
    for (name, text) in small() {
        assert_eq!(pretty(&text), text, "{name}");
    }
}

#[test]
fn comments_stay_where_they_say_something() {
    let text = "\u{feff}// head\n\n\n// of\nScenario( // opens\n\n a:1 , // after a\r\n\n\n/* before\n b */ b /* odd */ : [ /* in */ 2,3 /* last */ ], c: [\n// nothing\n], d: { \"k\" /* key */ : 1 },\n// end\n) // tail\n// more\n";
    let out = pretty(text);
    insta::assert_snapshot!(out);
    assert_eq!(pretty(&out), out);
}

#[test]
fn what_cannot_be_read_is_not_laid_out() {
    for bad in ["", "// only this\n", "Scenario(", "Scenario(a: 1))", "a b", "\u{0}", "[1, 2)"] {
        let found = format_source(&Source::new("x.ron", bad)).unwrap_err();
        assert!(!found.is_empty(), "{bad:?}");
    }
}

#[test]
fn one_change_is_one_changed_line() {
    let [(_, text), ..] = small();
    let changed = pretty(&text.replace("timer_s: 25", "timer_s: 20"));
    let differing = text.lines().zip(changed.lines()).filter(|(a, b)| a != b).count();
    assert_eq!((differing, text.lines().count()), (1, changed.lines().count()));
}

/// Spaces, line ends and comments, as an author may leave them between any two tokens.
fn gap() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => Just(String::new()),
        3 => Just(" ".to_owned()),
        2 => Just("\n".to_owned()),
        1 => Just("\r\n\r\n\n".to_owned()),
        1 => "// [a-z(){},\"]{0,9}\n",
        1 => "/\\* [a-z(){},\"\n]{0,9} \\*/",
        1 => "/\\* x \\*/ // y\n\n",
    ]
}

/// A value in pieces: between any two stands a gap.
fn pieces() -> impl Strategy<Value = Vec<String>> {
    let leaf = prop_oneof![
        Just("7".to_owned()),
        Just("-1.50".to_owned()),
        Just("true".to_owned()),
        Just("Class".to_owned()),
        Just("\"a \\\" // no comment\"".to_owned()),
        Just("r#\"raw \" \n /* text\"#".to_owned()),
        Just("\"a rather long text that makes lines too long to stay in one piece when there are several\"".to_owned()),
    ]
    .prop_map(|leaf| vec![leaf]);
    leaf.prop_recursive(5, 40, 5, |inner| {
        let list = |open: &'static str, close: &'static str, lead: &'static [&'static str]| {
            (prop::collection::vec(inner.clone(), 0..5), any::<bool>()).prop_map(move |(items, comma)| {
                let mut out: Vec<String> = open.split(' ').map(str::to_owned).collect();
                let most = items.len();
                for (at, item) in items.into_iter().enumerate() {
                    out.extend(lead.iter().map(|word| (*word).to_owned()));
                    out.extend(item);
                    if comma || at + 1 < most {
                        out.push(",".to_owned());
                    }
                }
                out.push(close.to_owned());
                out
            })
        };
        prop_oneof![
            list("[", "]", &[]),
            list("(", ")", &["f", ":"]),
            list("Say (", ")", &[]),
            list("Decision (", ")", &["id", ":"]),
            list("Scenario (", ")", &["x", ":"]),
            list("{", "}", &["\"k\"", ":"]),
        ]
    })
}

fn joined() -> impl Strategy<Value = String> {
    pieces().prop_flat_map(|pieces| {
        let most = pieces.len() + 1;
        prop::collection::vec(gap(), most).prop_map(move |gaps| {
            let mut out = gaps[0].clone();
            for (piece, gap) in pieces.iter().zip(&gaps[1..]) {
                out.push_str(piece);
                out.push_str(gap);
            }
            out
        })
    })
}

/// How many comments there are, or what looks like them inside a text.
fn comments(text: &str) -> usize {
    text.matches("//").count() + text.matches("/*").count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn twice_is_once_and_nothing_is_lost(text in joined()) {
        let once = pretty(&text);
        prop_assert_eq!(pretty(&once), once.clone());
        prop_assert_eq!(comments(&once), comments(&text), "{}", once);
        // What another reader of RON makes of it, where it reads it. To that one, a space tells `( )` from `()`.
        let value = |text: &str| ron::from_str::<ron::Value>(text).map(|value| format!("{value:?}").replace("Seq([])", "Unit"));
        if let Ok(value_before) = value(&text) {
            prop_assert_eq!(value(&once).ok(), Some(value_before));
        }
        // And where it does not: the same letters and digits. A comment may move past commas and colons.
        let bare = |text: &str| -> String {
            let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
            letters.sort_unstable();
            letters.into_iter().collect()
        };
        prop_assert_eq!(bare(&once), bare(&text));
    }

    #[test]
    fn a_laid_out_scenario_means_the_same(gaps in prop::collection::vec(gap(), 40), at in prop::collection::vec(0.0..1.0_f64, 40)) {
        let files = small();
        let load = |main: &str| {
            let texts: Vec<Source> = files[1..].iter().map(|(name, text)| Source::new(*name, text.as_str())).collect();
            load_sources(Source::new("small.scenario.ron", main), &texts).scenario
        };
        // After commas, never inside a text of this file; from the back, so that places stay where they are.
        let mut text = files[0].1.clone();
        let commas: Vec<usize> = text.match_indices(",\n").map(|(at, _)| at + 1).collect();
        let mut places: Vec<usize> = at.iter().map(|at| commas[((commas.len() - 1) as f64 * at) as usize]).collect();
        places.sort_unstable();
        places.dedup();
        for (gap, place) in gaps.iter().zip(places.into_iter().rev()) {
            text.insert_str(place, gap);
        }
        let (before, after) = (load(&text), load(&pretty(&text)));
        prop_assert!(before.is_some());
        prop_assert_eq!(before, after);
    }
}
