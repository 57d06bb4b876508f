//! `proeflesctl records`.

use std::path::Path;

use proefles_records::Store;
use serde_json::json;

use crate::args::{Export, Format};
use crate::{Ended, output, profile_folder, write_files};

pub fn export(args: &Export) -> Result<Ended, String> {
    let folder = args
        .profile_dir
        .clone()
        .or_else(profile_folder)
        .ok_or("this system names no folder for the user's data; give one with --profile-dir")?;
    if !folder.is_dir() {
        return Err(format!(
            "{} is not there: play a lesson first, or name the profile with --profile-dir",
            folder.display()
        ));
    }
    let (store, found) = Store::open(&folder).map_err(|error| error.to_string())?;
    let statements = store.statements(None).map_err(|error| error.to_string())?;
    let lines = statements.iter().fold(String::new(), |text, line| text + line + "\n");
    let target = args.out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = args.out.file_name().and_then(|name| name.to_str()).ok_or("name a file with --out")?;
    write_files(target, &[(name, lines.into_bytes())]).map_err(|error| error.to_string())?;
    match args.format {
        Format::Json => output::json(&json!({
            "statements": statements.len(),
            "out": args.out.display().to_string(),
            "cut_off_runs": found.cut_off.len(),
        })),
        Format::Human => output::line(format!("{} statements written to {}", statements.len(), args.out.display())),
    }
    if let Some(aside) = found.put_aside {
        output::note(format!("note: the records were damaged; the old file is kept as {}", aside.display()));
    }
    Ok(Ended::Well)
}
