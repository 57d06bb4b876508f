//! `cargo xtask bench compare A B`: two versions of the classroom measured in turn, so that what else the machine does
//! falls on both alike.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value};

use crate::report::{self, Failure};
use crate::{Done, process};

use super::CLASSROOM;
use super::built::{executable, output};

/// Options of `bench compare`.
#[derive(clap::Args)]
pub struct Args {
    /// The first version: what git knows it by (a branch, a tag, a commit), `.` for the files as they are now, or the
    /// path of a bench that is built already
    a: String,
    /// The second version
    b: String,
    /// How often each is measured, in turn
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Options of both, after `--`: such as --students 30 --frames 60
    #[arg(last = true, value_name = "OPTIONS")]
    options: Vec<String>,
}

/// A version that can be measured.
struct Built {
    bench: PathBuf,
    /// The folder with its `assets`.
    root: PathBuf,
}

/// What one run said of a class: figures by name.
type Figures = Map<String, Value>;

/// Measures both versions, A B A B …, and shows the medians and their ratio.
pub fn run(root: &Path, args: &Args) -> Done {
    let (a, b) = (build(root, &args.a)?, build(root, &args.b)?);
    let (mut of_a, mut of_b) = (Vec::new(), Vec::new());
    for round in 1..=args.rounds {
        for (bench, name, runs) in [(&a, &args.a, &mut of_a), (&b, &args.b, &mut of_b)] {
            report::say(&format!("round {round} of {}: {name}", args.rounds));
            runs.push(measure(bench, &args.options)?);
        }
    }
    report::say(&format!("\nmedians of {} rounds in turn; A is {}, B is {}", args.rounds, args.a, args.b));
    table(&of_a, &of_b).iter().for_each(|line| report::say(line));
    Ok(())
}

/// The bench of a version, built if it is not.
fn build(root: &Path, version: &str) -> Result<Built, Failure> {
    let file = Path::new(version);
    if file.is_file() {
        let bench = file.canonicalize().map_err(|error| Failure::could_not(format!("{version}: {error}"), ""))?;
        return Ok(Built { bench, root: root.to_owned() });
    }
    let tree = if version == "." { root.to_owned() } else { check_out(root, version)? };
    report::say(&format!("building the bench of {version}"));
    let mut command = process::cargo();
    // Libraries are the same for both, so they are built once.
    command.current_dir(&tree).env("CARGO_TARGET_DIR", process::target_dir(root)).args([
        "bench",
        "--package",
        CLASSROOM.package,
        "--bench",
        CLASSROOM.target,
        "--no-run",
        "--message-format=json-render-diagnostics",
    ]);
    let said = output(&mut command)?;
    let bench = executable(&said, CLASSROOM.target).ok_or_else(|| {
        Failure::could_not(
            format!("cargo built no bench `{}` of {version}", CLASSROOM.target),
            "Versions before this bench cannot be compared.",
        )
    })?;
    // Both may be built to the same place.
    let kept =
        process::target_dir(root).join("compare").join(format!("{}-{name}", CLASSROOM.target, name = words(version)));
    let copied = kept.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::copy(&bench, &kept));
    copied.map_err(|error| Failure::could_not(format!("{}: {error}", kept.display()), ""))?;
    Ok(Built { bench: kept, root: tree })
}

/// A version's name as part of a file's.
fn words(version: &str) -> String {
    if version == "." {
        return "now".to_owned();
    }
    version.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect()
}

/// A folder with the files of a version, beside what cargo builds.
fn check_out(root: &Path, version: &str) -> Result<PathBuf, Failure> {
    let git = |args: &[&str]| {
        let mut command = Command::new("git");
        command.arg("-C").arg(root).args(args);
        command
    };
    let wrong = || {
        Failure::could_not(
            format!("{version} is neither a file nor a version that git knows"),
            "Give a branch, a tag, a commit, `.` for the files as they are, or the path of a bench that is built.",
        )
    };
    let mut parse = git(&["rev-parse", "--verify", "--quiet"]);
    let commit = process::output(parse.arg(format!("{version}^{{commit}}"))).unwrap_or_default().trim().to_owned();
    if commit.is_empty() {
        return Err(wrong());
    }
    let tree = process::target_dir(root).join("compare").join(&commit);
    if !tree.join("Cargo.toml").is_file() {
        let mut add = git(&["worktree", "add", "--force", "--detach"]);
        if !process::run(add.arg(&tree).arg(&commit))?.success() {
            return Err(wrong());
        }
    }
    Ok(tree)
}

/// One run: what it says of each class.
fn measure(Built { bench, root }: &Built, options: &[String]) -> Result<Vec<Figures>, Failure> {
    let mut command = Command::new(bench);
    command.current_dir(root).env("BEVY_ASSET_ROOT", root).args(["--format", "json"]).args(options);
    let said = output(&mut command)?;
    let classes: Vec<Figures> = said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    if classes.is_empty() {
        return Err(Failure::could_not(
            format!("{} measured nothing", bench.display()),
            format!("It said: {}", said.trim()),
        ));
    }
    Ok(classes)
}

/// A line for each class and figure: the medians of A and B, and B in parts of A.
fn table(of_a: &[Vec<Figures>], of_b: &[Vec<Figures>]) -> Vec<String> {
    let mut lines = vec![format!("{:>8} {:<24} {:>14} {:>14} {:>7}", "students", "figure", "A", "B", "B / A")];
    for (row, class) in of_a[0].iter().enumerate() {
        let students = &class["students"];
        for name in class.keys().filter(|name| *name != "students" && !name.contains("empty")) {
            let (a, b) = (median(of_a, row, name), median(of_b, row, name));
            let (Some(a), Some(b)) = (a, b) else { continue };
            let ratio = if a == 0.0 { "-".to_owned() } else { format!("{:.3}", b / a) };
            lines.push(format!("{:>8} {name:<24} {:>14} {:>14} {ratio:>7}", students.to_string(), shown(a), shown(b)));
        }
    }
    lines
}

/// The median over the runs of a figure of the class in this row; of one with a spread, of its own median.
fn median(runs: &[Vec<Figures>], row: usize, name: &str) -> Option<f64> {
    let figure = |run: &Vec<Figures>| {
        let value = run.get(row)?.get(name)?;
        value.as_f64().or_else(|| value.get("p50")?.as_f64())
    };
    let mut all = runs.iter().map(figure).collect::<Option<Vec<f64>>>()?;
    all.sort_by(f64::total_cmp);
    Some(all[all.len() / 2])
}

/// Counts as they are, times with two decimals.
fn shown(figure: f64) -> String {
    if figure.fract() == 0.0 { format!("{figure:.0}") } else { format!("{figure:.2}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(draws: u32, main: f64) -> Vec<Figures> {
        let line =
            format!(r#"{{"students":30,"draws":{draws},"main_ms":{{"p50":{main},"p99":9.0}},"times_empty":1.5}}"#);
        vec![serde_json::from_str(&line).unwrap()]
    }

    #[test]
    fn the_median_of_each_figure_is_held_against_the_other_versions() {
        let (a, b) = ([run(80, 4.0), run(80, 2.0), run(80, 40.0)], [run(40, 2.0), run(40, 1.0), run(40, 3.0)]);
        let lines = table(&a, &b);
        assert_eq!(lines.len(), 3, "the ratio to the empty room is not compared: {lines:?}");
        let words: Vec<Vec<&str>> = lines.iter().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words[1], ["30", "draws", "80", "40", "0.500"]);
        assert_eq!(words[2], ["30", "main_ms", "4", "2", "0.500"]);
    }
}
