//! The architecture as tables: who may import whom. Everything a rule needs to know about a name is here.

/// Crates of `crates/` and the crates of ours each may use.
pub const CRATES: &[(&str, &[&str])] = &[
    ("scenario", &[]),
    ("sim", &["scenario"]),
    ("records", &["scenario", "sim"]),
    ("review", &["scenario", "sim"]),
    ("growth", &["scenario", "sim", "review"]),
    ("cli", &["scenario", "sim", "records", "review", "growth"]),
    ("xtask", &[]),
];

/// What no crate in `crates/` may use: it needs a screen, a headset or a sound card. `*` stands for any text.
pub const NOT_IN_CRATES: &[&str] =
    &["bevy*", "egui*", "kira*", "openxr*", "*rapier*", "wgpu*", "winit*", "cpal*", "gilrs*"];

/// Modules of `src/` and their row: a module imports from its own row or a lower number.
pub const ROWS: &[(&str, u8)] = &[
    ("app", 1),
    ("third_party", 1),
    ("locales", 1),
    ("content", 2),
    ("input", 2),
    ("session", 3),
    ("rig", 3),
    ("stage", 4),
    ("students", 4),
    ("devices", 4),
    ("interact", 4),
    ("render", 4),
    ("audio", 4),
    ("pictures", 4),
    ("ui", 5),
    ("records", 5),
    ("replay", 5),
    ("review", 5),
    ("editor", 6),
    ("dev", 6),
    ("lib", 7),
    ("main", 7),
];

/// The row of a module of `src/`.
pub fn row(module: &str) -> Option<u8> {
    ROWS.iter().find(|(name, _)| *name == module).map(|(_, row)| *row)
}

/// A library that only some places of `src/` may name, so that its types do not travel.
pub struct Kept {
    /// The crates' names as they start a path.
    pub roots: &'static [&'static str],
    /// Modules (`ui`) and files (`third_party/egui.rs`) that may name them.
    pub places: &'static [&'static str],
}

/// The libraries kept in their place.
pub const KEPT: &[Kept] = &[
    Kept {
        roots: &["egui", "bevy_egui", "egui_plot"],
        places: &["third_party/egui.rs", "ui", "review", "editor", "dev"],
    },
    Kept { roots: &["kira"], places: &["third_party/kira.rs", "audio"] },
    Kept {
        roots: &["bevy_rapier3d", "rapier3d", "parry3d"],
        places: &["third_party/rapier.rs", "interact", "stage", "rig"],
    },
    Kept { roots: &["openxr", "bevy_mod_openxr", "bevy_mod_xr"], places: &["third_party/openxr"] },
];

/// Crates whose results must be the same on every machine and in every run.
pub const DETERMINISTIC: &[&str] = &["sim", "review"];

/// Longest file, in lines.
pub const FILE_LINES: usize = 500;
/// Longest function, in lines from `fn` to its closing brace.
pub const FN_LINES: usize = 70;
/// Files a program wrote, which may be longer, each with the reason.
pub const GENERATED: &[(&str, &str)] = &[];
