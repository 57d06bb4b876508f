//! `proeflesctl validate`.

use proefles_scenario::{Severity, check_voices, discover, load_path, render_human, render_json};

use super::expand;
use crate::args::{Format, Validate};
use crate::{Ended, output, places};

pub fn run(args: &Validate) -> Result<Ended, String> {
    let files = expand(&args.paths, discover);
    if files.is_empty() {
        return Err("there is no *.scenario.ron in the folders named".to_owned());
    }
    let voices = places::voice_folder();
    let mut all = Vec::new();
    let mut broken = 0;
    for file in &files {
        let mut loaded = load_path(file);
        if let Some(voices) = &voices {
            check_voices(&mut loaded, voices);
        }
        broken += usize::from(loaded.has_errors());
        if args.format == Format::Human {
            if !loaded.diagnostics.is_empty() {
                output::problems(&render_human(&loaded.diagnostics, &loaded.sources, output::has_colour()));
            }
            let count = |severity| loaded.diagnostics.iter().filter(|d| d.severity == severity).count();
            let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
            output::line(match (errors, warnings) {
                (0, 0) => format!("{}: all is well", file.display()),
                (0, _) => format!("{}: can be used; warnings: {warnings}", file.display()),
                _ => format!("{}: errors: {errors}; warnings: {warnings}", file.display()),
            });
        }
        all.extend(loaded.diagnostics);
    }
    if args.format == Format::Json {
        output::line(render_json(&all));
    }
    Ok(if broken == 0 { Ended::Well } else { Ended::FoundProblems })
}
