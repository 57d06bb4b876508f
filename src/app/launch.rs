//! From configuration to exit code: what can be known before the engine starts, and what it says when it cannot.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use bevy::prelude::*;

use super::settings::first_lang;
use super::{AppConfig, Said, Shell, terminal};

/// Exit code for "could not".
const COULD_NOT: u8 = 2;

/// Builds and runs the application. Should anything in it panic, `rescue` is called at once, before anything is dropped.
pub fn launch(
    config: AppConfig,
    build: impl FnOnce(AppConfig) -> App,
    rescue: impl Fn() + Send + Sync + 'static,
) -> ExitCode {
    let lang = first_lang(&config);
    let fail = |text: Said| {
        terminal::line(text.get(lang));
        ExitCode::from(COULD_NOT)
    };
    if config.shell == Shell::Offscreen && !config.is_driven() {
        return fail(nobody_teaches());
    }
    if config.has_window() && !has_display() {
        return fail(no_display());
    }
    let has_window = config.has_window();
    let app = match built(config, build) {
        Ok(app) => app,
        Err(reason) if has_window => return fail(no_window(&reason)),
        Err(reason) => return fail(not_started(&reason)),
    };
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        hook(info);
        rescue();
    }));
    // A panic unwinds through the application, which writes the record of the run as it is dropped.
    let exit = catch_unwind(AssertUnwindSafe(|| {
        let mut app = app;
        app.run()
    }));
    terminal::end_bar();
    match exit {
        Ok(AppExit::Success) => ExitCode::SUCCESS,
        Ok(AppExit::Error(code)) => ExitCode::from(code.get()),
        Err(_) => fail(fell_over()),
    }
}

/// Builds the application; a panic of the engine becomes its message.
fn built(config: AppConfig, build: impl FnOnce(AppConfig) -> App) -> Result<App, String> {
    let said = Arc::new(Mutex::new(String::new()));
    let to_said = Arc::clone(&said);
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if let Ok(mut said) = to_said.lock() {
            *said = info.payload_as_str().unwrap_or("no reason given").to_owned();
        }
    }));
    let app = catch_unwind(AssertUnwindSafe(|| build(config)));
    std::panic::set_hook(hook);
    app.map_err(|_| said.lock().map(|said| said.clone()).unwrap_or_default())
}

/// Whether a window can be opened. Off Linux a desktop is always there.
pub(super) fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET")
}

fn nobody_teaches() -> Said {
    Said::new(
        "Zonder scherm moet iets de les geven: voeg --autopilot expert toe, of --script BESTAND.",
        "Without a screen something must teach: add --autopilot expert, or --script FILE.",
    )
}

fn no_display() -> Said {
    Said::new(
        "Er is geen beeldscherm. Start het programma op een bureaublad, of geef de les zonder scherm: proefles --offscreen --autopilot expert",
        "There is no display. Start the program on a desktop, or give the lesson without one: proefles --offscreen --autopilot expert",
    )
}

fn no_window(reason: &str) -> Said {
    Said::new(
        format!(
            "Er kon geen venster geopend worden ({reason}). Controleer beeldscherm en grafisch stuurprogramma (Debian of Ubuntu: sudo apt-get install mesa-vulkan-drivers), of geef de les zonder scherm: proefles --offscreen --autopilot expert"
        ),
        format!(
            "No window could be opened ({reason}). Check the display and the graphics driver (Debian or Ubuntu: sudo apt-get install mesa-vulkan-drivers), or give the lesson without a window: proefles --offscreen --autopilot expert"
        ),
    )
}

fn not_started(reason: &str) -> Said {
    Said::new(
        format!(
            "Het programma kon niet starten ({reason}). Controleer het grafische stuurprogramma (Debian of Ubuntu: sudo apt-get install mesa-vulkan-drivers) en installeer het programma zo nodig opnieuw."
        ),
        format!(
            "The program could not start ({reason}). Check the graphics driver (Debian or Ubuntu: sudo apt-get install mesa-vulkan-drivers), and install the program again if need be."
        ),
    )
}

fn fell_over() -> Said {
    Said::new(
        "Het programma is gestopt door een fout. De les tot dan toe is bewaard. Meld de fout met de regels hierboven.",
        "The program stopped because of a defect. The lesson up to then was kept. Please report it with the lines above.",
    )
}
