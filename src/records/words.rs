//! What the user is told of the store: what was found, what stands in the way, and what to do.

use std::path::{Path, PathBuf};

use proefles_records::{Found, StoreError};

use crate::app::{NoticeLevel, Said};

/// What opening the store found.
pub fn found(found: &Found) -> Vec<(NoticeLevel, Said)> {
    let mut texts = Vec::new();
    // A lesson that never got further than its briefing is not worth a word.
    for (_, scenario, statements) in found.cut_off.iter().filter(|(_, _, statements)| *statements > 0) {
        let text = Said::new(
            format!(
                "De vorige les \"{scenario}\" is afgebroken. Alles wat bevestigd was, is bewaard: {statements} gebeurtenissen."
            ),
            format!(
                "The previous lesson \"{scenario}\" was cut off. All that had been confirmed was kept: {statements} statements."
            ),
        );
        texts.push((NoticeLevel::Info, text));
    }
    if let Some(file) = &found.put_aside {
        let file = file.display();
        let text = Said::new(
            format!(
                "Het bestand met verslagen was beschadigd. Het is opzijgezet als {file}, en een nieuw is begonnen."
            ),
            format!("The file of records was damaged. It was put aside as {file}, and a new one was begun."),
        );
        texts.push((NoticeLevel::Warning, text));
    }
    texts
}

/// Why the store cannot be used.
fn why(error: &StoreError) -> Said {
    let nl = match error {
        StoreError::ReadOnly { path } => format!(
            "de verslagen in {} kunnen niet beschreven worden: kies een andere map met --profile-dir, of sta schrijven daar toe",
            path.display()
        ),
        StoreError::Full { path } => format!(
            "de schijf met {} is vol: maak ruimte; er gaat niets verloren zolang het programma draait",
            path.display()
        ),
        StoreError::Damaged { path } => format!("{} is beschadigd", path.display()),
        StoreError::Newer { path, version } => format!(
            "{} is van een latere versie van Proefles (formaat {version}): werk het programma bij, of gebruik --profile-dir",
            path.display()
        ),
        StoreError::Busy { path } => format!(
            "een ander programma gebruikt {}: sluit het andere venster van Proefles en probeer het opnieuw",
            path.display()
        ),
        StoreError::Failing { path, message } => format!(
            "de schijf met {} is vol of werkt niet ({message}): maak ruimte, of kies een andere map met --profile-dir",
            path.display()
        ),
        StoreError::Other { path, message } => format!(
            "de verslagen in {} kunnen niet gebruikt worden ({message}): kies een andere map met --profile-dir",
            path.display()
        ),
    };
    Said::new(nl, error.to_string())
}

/// The store cannot be opened.
pub fn not_opened(error: &StoreError) -> Said {
    let why = why(error);
    Said::new(
        format!("Er worden geen verslagen bijgehouden; alleen de map van de les wordt bewaard. Reden: {}.", why.nl),
        format!("No records are kept; only the folder of the run is. Reason: {}.", why.en),
    )
}

/// Statements wait for the store.
pub fn held(error: &StoreError) -> Said {
    let why = why(error);
    Said::new(
        format!(
            "Verslagen kunnen nu niet geschreven worden: {}. Ze worden vastgehouden en opnieuw geprobeerd.",
            why.nl
        ),
        format!("Records cannot be written now: {}. They are held and tried again.", why.en),
    )
}

/// At the end, what the store did not take was put elsewhere, or could be put nowhere.
pub fn left_over(put: &Result<PathBuf, usize>, store: &Path) -> Said {
    let store = store.display();
    match put {
        Ok(file) => {
            let file = file.display();
            Said::new(
                format!("De verslagen die niet meer in {store} pasten, staan in {file}. Bewaar dat bestand."),
                format!("The records that {store} had no room for lie in {file}. Keep that file."),
            )
        }
        Err(lost) => Said::new(
            format!(
                "{lost} gebeurtenissen konden nergens bewaard worden: niet in {store}, en niet in de tijdelijke map. Maak ruimte voor de volgende les."
            ),
            format!(
                "{lost} statements could be kept nowhere: not in {store}, and not in the temporary folder. Make room before the next lesson."
            ),
        ),
    }
}
