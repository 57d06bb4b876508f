//! `proeflesctl review`.

use proefles_sim::RULES;
use proefles_sim::replay::{Recorder, RunLog, Script, replay};

use super::{find, language, write_out};
use crate::args::Review;
use crate::{Ended, RUN_FILE, output, read_text, review_html};

pub fn run(args: &Review) -> Result<Ended, String> {
    let path = args.dir.join(RUN_FILE);
    let name = path.display();
    let text = read_text(&path).map_err(|error| format!("{name}: {error}; name the folder of a run"))?;
    let log = RunLog::parse(&text).map_err(|error| format!("{name} is no log of a run: {error}"))?;
    if log.to_text() != text {
        output::note("note: run.ron was changed after the run, so the review may differ from what was played");
    }
    let scenario = find(&log.header.scenario, args.scenario.as_ref())?;
    if scenario.digest != log.header.digest {
        output::note(format!(
            "note: the run was of {} {}; the scenario has changed since, so the review may differ from what was played",
            log.header.scenario, log.header.version
        ));
    }
    let lang = args.lang.as_deref().map(language).transpose()?;
    let script = Script::resolve(&log.commands, &scenario).map_err(|error| format!("{name}: {error}"))?;
    let run = replay(Recorder::of(log.header.clone(), scenario), script, log.end_tick);
    if let Some(second) = log.first_difference(&run) {
        output::note(differs(&log, second));
    }
    let page = review_html(&run, lang);
    write_out(&args.out, page.into_bytes())?;
    output::line(format!("the review lies in {}", args.out.display()));
    Ok(Ended::Well)
}

/// What to make of a review whose run could not be replayed to the same states.
fn differs(log: &RunLog, second: usize) -> String {
    let made = log.header.rules;
    let why = if made == RULES {
        "the log or the lesson was changed".to_owned()
    } else {
        format!("the run was made with rules {made}, this program has {RULES}")
    };
    format!(
        "note: the review is not of what was played: replaying gives another state at second {second}, because {why}"
    )
}
