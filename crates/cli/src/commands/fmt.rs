//! `proeflesctl fmt`.

use std::path::{Path, PathBuf};

use proefles_scenario::{discover, format_source, read_file, render_human};

use super::{expand, write_out};
use crate::args::Fmt;
use crate::{Ended, output};

pub fn run(args: &Fmt) -> Result<Ended, String> {
    let files = expand(&args.paths, with_texts);
    if files.is_empty() {
        return Err("there is no *.scenario.ron in the folders named".to_owned());
    }
    let (mut changed, mut broken) = (0, 0);
    for file in &files {
        match format_one(file, args.check) {
            Ok(true) => {
                changed += 1;
                output::line(format!("{}: {}", file.display(), if args.check { "would change" } else { "laid out" }));
            }
            Ok(false) => {}
            Err(problem) => {
                broken += 1;
                output::problems(&problem);
            }
        }
    }
    if broken > 0 {
        return Err(format!("files that could not be laid out: {broken}; nothing in them was changed"));
    }
    output::line(format!("files: {}, changed: {changed}", files.len()));
    Ok(if args.check && changed > 0 { Ended::FoundProblems } else { Ended::Well })
}

/// Scenarios of a folder with their texts.
fn with_texts(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for scenario in discover(folder) {
        let name = scenario.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let stem = name.trim_end_matches(proefles_scenario::SUFFIX).to_owned();
        let texts = ["nl", "en"].map(|lang| scenario.with_file_name(format!("{stem}.{lang}.ron")));
        files.push(scenario);
        files.extend(texts.into_iter().filter(|path| path.is_file()));
    }
    files
}

/// Whether the layout differs; writes it unless only checking.
fn format_one(file: &Path, check: bool) -> Result<bool, String> {
    let colour = output::has_colour();
    let source = read_file(file).map_err(|loaded| render_human(&loaded.diagnostics, &loaded.sources, colour))?;
    let formatted =
        format_source(&source).map_err(|found| render_human(&found, std::slice::from_ref(&source), colour))?;
    if formatted.as_bytes() == source.bytes {
        return Ok(false);
    }
    if !check {
        // A link stays a link: what it leads to is laid out.
        let file = file.canonicalize().map_err(|error| format!("{}: {error}", file.display()))?;
        write_out(&file, formatted.into_bytes())?;
    }
    Ok(true)
}
