//! Every phrase of a report, in Dutch and English. A struct, so that no language can lack one.

use proefles_scenario::Lang;

macro_rules! phrases {
    ($($name:ident: $nl:literal, $en:literal;)*) => {
        /// The phrases of one language. `{}` stands for what is filled in, in order.
        #[derive(Debug)]
        pub struct Phrases { $(pub $name: &'static str,)* }

        static NL: Phrases = Phrases { $($name: $nl,)* };
        static EN: Phrases = Phrases { $($name: $en,)* };
    };
}

phrases! {
    review: "Nabespreking", "Review";
    passed: "Geslaagd", "Passed";
    not_passed: "Nog niet geslaagd", "Not passed yet";
    unfinished: "Deze les is afgebroken. Zonder einde is er geen uitslag; wat je tot dan deed, staat hieronder.",
        "This lesson was broken off. Without an end there is no result; what you did until then is below.";
    check_score: "Punten: {} % (nodig: {} %)", "Score: {} % (needed: {} %)";
    check_on_task: "Klas bij de les: gemiddeld {} % (nodig: {} %)", "Class on task: {} % on average (needed: {} %)";
    check_ending: "Afloop van de les: {}", "How the lesson ended: {}";
    competences: "Competenties", "Competences";
    points: "{} van {} punten", "{} of {} points";
    no_evidence: "nog geen bewijs in deze les", "no evidence in this lesson yet";
    curve: "Verloop van de les", "Course of the lesson";
    on_task: "bij de les", "on task";
    noise: "geluid", "noise";
    decisions: "Beslissingen", "Decisions";
    your_choice: "Jouw keuze", "Your choice";
    time_ran_out: "De tijd was om voor je koos.", "Time ran out before you chose.";
    cut_off: "De les was voorbij voor je koos.", "The lesson was over before you chose.";
    thought_for: "Bedenktijd: {} s", "Thinking time: {} s";
    not_offered: "niet aangeboden", "not offered";
    why: "Waarom", "Why";
    source: "Bron: {}", "Source: {}";
    consequence: "In de 30 seconden erna: bij de les van {} % naar {} %, geluid van {} % naar {} %.",
        "In the 30 seconds after: on task from {} % to {} %, noise from {} % to {} %.";
    suggestions: "Wat je nu kunt proberen", "What to try next";
    try_decision: "Rond {}: probeer de volgende keer dit. {}", "Around {}: next time, try this. {}";
    try_unseen: "Naar {} leerlingen heb je niet gekeken. Laat je blik bij elke taak eens langs elke rij gaan.",
        "You did not look at {} students. Let your eyes pass along every row in each task.";
    try_public: "Je sprak {} keer iemand hardop aan voor de klas. Ga eerst dichterbij en zeg het zacht: dat werkt vaker.",
        "Times you reprimanded somebody in front of the class: {}. Move closer first and say it quietly: that works more often.";
    try_praise: "Je gaf {} keer een compliment dat zegt wat er goed ging. Probeer er in elke fase een paar.",
        "Times you gave praise that names what went well: {}. Try a few in every phase.";
    try_sooner: "Tot je reageerde op storend gedrag duurde het meestal {} s. Een blik of stap in de eerste tien seconden volstaat vaak.",
        "It usually took {} s until you responded to disruption. A look or a step within ten seconds is often enough.";
    try_again: "Speel de les nog eens en kies bij één beslissing bewust iets anders. Vergelijk wat de klas dan doet.",
        "Play the lesson again and choose differently at one decision on purpose. Compare what the class does.";
    incident_over: "Voorbij: {}", "Over: {}";
    episodes: "Waar het langer duurde", "Where it went on for longer";
    episodes_none: "Niemand was lang genoeg afgeleid om hier te staan.", "Nobody was off task for long enough to stand here.";
    episode: "{}: {}, {} s. {}, {}.", "{}: {}, {} s. {}, {}.";
    episode_seen: "Gezien na {} s", "Seen after {} s";
    episode_at_once: "Meteen gezien", "Seen at once";
    episode_hidden: "Niet te zien van waar je stond", "Not to be seen from where you stood";
    episode_unseen: "Niet gezien", "Not seen";
    episode_answered: "reactie na {} s", "answered after {} s";
    episode_unanswered: "geen reactie", "no answer";
    what_you_did: "Wat je deed", "What you did";
    count_praise: "complimenten (waarvan {} specifiek)", "praise ({} of them specific)";
    count_redirect: "keer rustig terug naar de taak", "calm redirections";
    count_reprimand: "keer berispt (waarvan {} voor de klas)", "reprimands ({} of them in public)";
    count_turns: "beurten gegeven", "turns given";
    count_looked: "van de {} leerlingen aangekeken", "of {} students looked at";
    count_near: "leerlingen waar je bij ging staan", "students you stood next to";
    short_observation: "Een les van {} minuten is te kort om complimenten betrouwbaar te beoordelen; neem de aantallen als aanwijzing.",
        "A lesson of {} minutes is too short to judge praise reliably; take the counts as a hint.";
    network_down: "Het netwerk valt uit", "The network goes down";
    network_slow: "Het netwerk wordt traag", "The network slows down";
    network_up: "Het netwerk werkt weer", "The network is back";
    board_private: "Iets privés staat op het bord", "Something private is on the board";
    board_no_signal: "Het bord heeft geen beeld", "The board has no signal";
    item_used: "Je gebruikt: {}", "You use: {}";
    minute: "tijd (min)", "time (min)";
    teacher: "gespeeld door de leerkracht", "played by the teacher";
    bot: "gespeeld door de automaat {}", "played by the policy {}";
    proposes: "Deze nabespreking stelt voor en telt; een mens beoordeelt.", "This review counts and proposes; a person judges.";
    strong: "sterk", "strong";
    sound: "goed", "sound";
    weak: "zwak", "weak";
    harmful: "schadelijk", "harmful";
    table_time: "Tijd", "Time";
    table_note: "Zelfde gegevens als tabel", "The same data as a table";
}

/// The phrases of a language.
pub fn of(lang: Lang) -> &'static Phrases {
    match lang {
        Lang::Nl => &NL,
        Lang::En => &EN,
    }
}

/// Fills the gaps of a phrase, in order.
pub fn fill(phrase: &str, values: &[&dyn std::fmt::Display]) -> String {
    let mut parts = phrase.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        text.push_str(&value.to_string());
        text.push_str(part);
    }
    text
}

/// A tick as `minutes:seconds`.
pub fn clock(tick: u32) -> String {
    let seconds = tick / proefles_scenario::TICKS_PER_SECOND;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_in_order() {
        assert_eq!(fill("{} of {} points", &[&3, &7]), "3 of 7 points");
        assert_eq!(clock(1255), "2:05");
    }
}
