//! Writes statements for ever and prints each ticket once it is safe: the tests kill it and count what is left.

use std::io::Write;
use std::path::PathBuf;

use proefles_records::xapi::Statement;
use proefles_records::{Records, RunRow, Store};
use uuid::Uuid;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("give a folder")?);
    let (store, _) = Store::open(&folder)?;
    let mut records = Records::start(store)?;
    let registration = Uuid::new_v4();
    records.start_run(RunRow {
        registration,
        scenario: "kill".into(),
        version: "1.0.0".into(),
        lang: "en".into(),
        seed: 1,
        taught_by: "teacher".into(),
        started: "2026-01-01T00:00:00Z".into(),
    });
    let mut out = std::io::stdout();
    loop {
        let id = Uuid::now_v7();
        let ticket = records.append(registration, vec![Statement { id, json: format!("{{\"id\":\"{id}\"}}") }]);
        while records.confirmed() < ticket {
            std::thread::yield_now();
        }
        writeln!(out, "{id}")?;
        out.flush()?;
    }
}
