//! `proeflesctl records`.

use proefles_records::Store;
use serde_json::json;

use super::write_out;
use crate::args::{Export, Format};
use crate::{Ended, output, profile_folder};

pub fn export(args: &Export) -> Result<Ended, String> {
    let folder = args
        .profile_dir
        .clone()
        .or_else(profile_folder)
        .ok_or("this system names no folder for the user's data; give one with --profile-dir")?;
    if !Store::is_in(&folder) {
        return Err(format!(
            "there are no records in {}: play a lesson first, or name the profile with --profile-dir",
            folder.display()
        ));
    }
    let (store, found) = Store::open(&folder).map_err(|error| error.to_string())?;
    let statements = store.statements(None).map_err(|error| error.to_string())?;
    let lines = statements.iter().fold(String::new(), |text, line| text + line + "\n");
    write_out(&args.out, lines.into_bytes())?;
    match args.format {
        Format::Json => output::json(&json!({
            "statements": statements.len(),
            "out": args.out.display().to_string(),
            "cut_off_runs": found.cut_off.len(),
            "put_aside": found.put_aside.as_ref().map(|aside| aside.display().to_string()),
        })),
        Format::Human => output::line(format!("{} statements written to {}", statements.len(), args.out.display())),
    }
    let Some(aside) = found.put_aside else { return Ok(Ended::Well) };
    output::note(format!("note: the records were damaged; the old file is kept as {}", aside.display()));
    Ok(Ended::FoundProblems)
}
