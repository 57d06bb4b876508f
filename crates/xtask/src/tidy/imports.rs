//! Rules of `src/`: who may import whom, where a library may be named, who ticks the session, who adds plugins.

use super::Finding;
use super::rows::{KEPT, row};
use super::rust::{Name, RustFile};

/// All of them; files outside `src/` have none to obey.
pub fn check(file: &RustFile) -> Vec<Finding> {
    let Some(place) = file.path.strip_prefix("src/") else { return Vec::new() };
    let module = place.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    let here = Here { file, place, module };
    [here.rows(), here.kept(), here.ticks(), here.plugins()].concat()
}

struct Here<'a> {
    file: &'a RustFile<'a>,
    /// Path below `src/`.
    place: &'a str,
    /// The module of `src/` it belongs to.
    module: &'a str,
}

impl Here<'_> {
    fn finding(&self, line: usize, rule: &'static str, message: String) -> Finding {
        Finding::new(self.file.path, line, rule, message)
    }

    /// A module imports only from its own row or a row above.
    fn rows(&self) -> Vec<Finding> {
        let Some(own) = row(self.module) else {
            let message = format!("`{}` has no row; give it one in crates/xtask/src/tidy/rows.rs", self.module);
            return vec![self.finding(1, "rows", message)];
        };
        let names = self.file.names.iter().filter(|name| !name.in_test);
        names
            .filter_map(|name| {
                let other = self.module_of(name)?;
                let message = match row(other) {
                    Some(row) if row <= own => return None,
                    Some(row) => format!(
                        "`{}` (row {own}) imports from `{other}` (row {row}); turn it round with a message or a \
                         component",
                        self.module
                    ),
                    None if own == 7 => return None,
                    None => format!("`crate::{other}` is no module with a row; only lib.rs and main.rs may use it"),
                };
                Some(self.finding(name.line, "rows", message))
            })
            .collect()
    }

    /// The module of `src/` that a path leads to: by `crate::`, or by enough `super::`.
    fn module_of<'n>(&self, name: &'n Name) -> Option<&'n str> {
        let first = name.segments.first()?;
        if first == "crate" {
            return name.segments.get(1).map(String::as_str);
        }
        let ups = name.segments.iter().take_while(|segment| *segment == "super").count();
        let depth = self.place.trim_end_matches("/mod.rs").split('/').count() + name.depth;
        (ups > 0 && ups == depth).then(|| name.segments.get(ups).map(String::as_str))?
    }

    /// A library's types stay in their place.
    fn kept(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for kept in KEPT {
            let holds = |place: &str| {
                self.place.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            let at_home = kept.places.iter().any(|place| holds(place) || *place == self.module);
            // There, `egui::plugin` is the sibling file that wraps the library.
            if at_home || self.place == "third_party/mod.rs" {
                continue;
            }
            for name in self.file.names.iter().filter(|name| kept.roots.contains(&name.segments[0].as_str())) {
                let message = format!("`{}` may be named only in: {}", name.segments[0], kept.places.join(", "));
                findings.push(self.finding(name.line, "libraries", message));
            }
        }
        findings
    }

    /// Only `src/session` ticks the session or feeds it.
    fn ticks(&self) -> Vec<Finding> {
        let knows_session = self
            .file
            .names
            .iter()
            .any(|name| matches!(name.segments.last().map(String::as_str), Some("Session" | "ClassroomSession")));
        if self.module == "session" || !knows_session {
            return Vec::new();
        }
        let patterns = [". tick ( )", ". apply (", "Session : : tick", "Session : : apply"];
        let found = patterns.iter().flat_map(|pattern| self.file.find(pattern)).filter(|token| !token.in_test);
        let message = "only src/session ticks the session or feeds it; send a TeacherCommand there";
        found.map(|token| self.finding(token.line, "session", message.to_owned())).collect()
    }

    /// Only `lib.rs` adds plugins of more than one module: others add their own, and those of libraries.
    fn plugins(&self) -> Vec<Finding> {
        if self.module == "lib" {
            return Vec::new();
        }
        let mut findings = Vec::new();
        for call in self.calls("add_plugins") {
            let names = call.filter(|token| !token.in_test).filter_map(|token| {
                let import = self.file.names.iter().find(|name| name.segments.last() == Some(&token.text))?;
                Some((token.line, self.module_of(import)?))
            });
            for (line, other) in names.filter(|(_, other)| *other != self.module) {
                let message = format!("only lib.rs adds plugins of another module (`{other}`)");
                findings.push(self.finding(line, "plugins", message));
            }
        }
        findings
    }

    /// The tokens between the brackets of each call of `function`.
    fn calls(&self, function: &str) -> Vec<impl Iterator<Item = &super::rust::Token>> {
        let tokens = &self.file.tokens;
        let starts =
            (0..tokens.len().saturating_sub(1)).filter(|at| tokens[*at].text == function && tokens[at + 1].text == "(");
        starts
            .map(|start| {
                let mut depth = 0_i32;
                tokens[start + 1..].iter().take_while(move |token| {
                    depth += match token.text.as_str() {
                        "(" => 1,
                        ")" => -1,
                        _ => 0,
                    };
                    depth > 0
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{clean, found};
    use super::check;

    #[test]
    fn imports_go_up_the_rows_only() {
        clean(check, "src/ui/hud.rs", "use crate::session::ClassroomSession; use super::theme; use crate::review::x;");
        clean(check, "src/main.rs", "fn main() { proefles::run(crate::args::x()) }");
        found(check, "src/rig/mod.rs", "use crate::{app::Screen, ui::theme};", "rows");
        found(check, "src/stage/seats.rs", "fn f() { crate::editor::open() }", "rows");
        found(check, "src/input/desktop.rs", "use super::super::session::Pause;", "rows");
        clean(check, "src/rig/mod.rs", "mod hands { use super::Head; }");
        found(check, "src/rig/mod.rs", "mod hands { use super::super::ui::Theme; }", "rows");
        found(check, "src/audio/mod.rs", "use crate::build_app;", "no module with a row");
        found(check, "src/weather/mod.rs", "", "has no row");
    }

    #[test]
    fn test_code_may_import_what_it_needs() {
        clean(check, "src/rig/mod.rs", "#[cfg(test)] mod tests { use crate::ui::theme; }");
    }

    #[test]
    fn libraries_stay_in_their_place() {
        clean(check, "src/third_party/egui.rs", "use bevy_egui::EguiPlugin;");
        clean(check, "src/third_party/mod.rs", "mod egui; fn f(a: App) { a.add_plugins(egui::plugin); }");
        clean(check, "src/review/plot.rs", "use egui_plot::Plot;");
        clean(check, "src/lib.rs", "use crate::third_party::egui::plugin;");
        found(check, "src/stage/board.rs", "use bevy_egui::egui;", "libraries");
        found(check, "src/ui/mod.rs", "fn f() { kira::Tween::default() }", "libraries");
        found(check, "src/students/mod.rs", "use bevy_rapier3d::prelude::*;", "libraries");
        clean(check, "src/third_party/openxr/life.rs", "use openxr::Event; use bevy_mod_xr::session::XrState;");
        found(check, "src/rig/hands.rs", "use openxr::Posef;", "libraries");
    }

    #[test]
    fn only_the_session_module_ticks() {
        let text = "use proefles_sim::Session; fn f(mut s: Session) { s.tick(); s.apply(c); }";
        clean(check, "src/session/mod.rs", text);
        found(check, "src/replay/mod.rs", text, "session");
        clean(check, "src/ui/mod.rs", "fn f(mut t: Timer) { t.tick(time.delta()); command.apply(world); }");
    }

    #[test]
    fn only_lib_adds_plugins_of_other_modules() {
        let text = "use crate::input::InputPlugin; fn f(app: App) { app.add_plugins((InputPlugin, Own)); }";
        found(check, "src/rig/mod.rs", text, "plugins");
        clean(check, "src/lib.rs", text);
        clean(check, "src/rig/mod.rs", "use self::head::HeadPlugin; fn f(app: App) { app.add_plugins(HeadPlugin); }");
    }
}
