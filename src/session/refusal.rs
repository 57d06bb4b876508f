//! What to say of a script that cannot be used.

use proefles_cli::ScriptFileError;
use proefles_sim::replay::ScriptError;

use crate::app::Said;

/// Says which script cannot be used, why, and what to do.
pub fn refusal(error: &ScriptFileError) -> Said {
    match error {
        ScriptFileError::Unreadable { file, reason } => {
            let file = file.display();
            Said::new(
                format!("Het script {file} kan niet gelezen worden: {reason}. Controleer het pad."),
                format!("The script {file} cannot be read: {reason}. Check the path."),
            )
        }
        ScriptFileError::Unusable { file, reason } => {
            let (file, why) = (file.display(), why(reason));
            Said::new(
                format!("Het script {file} kan niet gebruikt worden: {}.", why.nl),
                format!("The script {file} cannot be used: {}.", why.en),
            )
        }
    }
}

fn why(error: &ScriptError) -> Said {
    let nl = match error {
        ScriptError::Syntax { line, column, message } => format!(
            "regel {line}, kolom {column}: hier is het geen script meer; wie het leest zegt in het Engels: {message}"
        ),
        ScriptError::Format(format) => {
            format!("het heeft formaat {format}, en dit programma leest formaat 1; werk het programma bij")
        }
        ScriptError::Name { number, tick, source } => {
            let kind = match source.kind {
                "student" => "leerling",
                "seat" => "zitplaats",
                "decision" => "beslissing",
                "option" => "optie",
                "item" => "voorwerp",
                other => other,
            };
            format!("opdracht {number} (tik {tick}): de les heeft geen {kind} \"{}\"", source.name)
        }
        ScriptError::Order { number, tick } => {
            format!("opdracht {number} is op tik {tick}, vóór die erboven; zet ze op volgorde van tijd")
        }
        ScriptError::TooLong => "het is langer dan 64 MiB".to_owned(),
    };
    Said::new(nl, error.to_string())
}
