//! `proeflesctl review`.

use std::path::Path;

use proefles_sim::replay::{Recorder, RunLog, Script, replay};

use super::verify::read_log;
use super::{find, language};
use crate::args::Review;
use crate::{Ended, output, review_html, write_files};

pub fn run(args: &Review) -> Result<Ended, String> {
    let log = RunLog::parse(&read_log(&args.dir)?)?;
    let scenario = find(&log.header.scenario, args.scenario.as_ref())?;
    if scenario.digest != log.header.digest {
        output::note(format!(
            "note: the run was of {} {}; the scenario has changed since, so the review may differ from what was played",
            log.header.scenario, log.header.version
        ));
    }
    let lang = args.lang.as_deref().map(language).transpose()?;
    let run_lang = language(&log.header.lang).unwrap_or(scenario.languages[0]);
    let script = Script::resolve(&log.commands, &scenario).map_err(|error| error.to_string())?;
    let start = Recorder::new(scenario, log.header.seed, run_lang, &log.header.taught_by);
    let run = replay(start, script, log.end_tick);
    let page = review_html(&run, lang);
    let folder = args.out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = args.out.file_name().and_then(|name| name.to_str()).ok_or("name a file with --out")?;
    write_files(folder, &[(name, page.into_bytes())]).map_err(|error| error.to_string())?;
    output::line(format!("the review lies in {}", args.out.display()));
    Ok(Ended::Well)
}
