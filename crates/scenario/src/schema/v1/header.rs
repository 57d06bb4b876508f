//! The scenario as a whole: what stands on its card, its competences and rubric, and all its lists.

use super::SCENARIO;
use crate::diagnostic::{Code, quote};
use crate::limits::MAX_MINUTES;
use crate::model::{
    Competence, CompetenceId, Criterion, EndingId, Lang, MAX_STUDENTS, PassRule, Scenario, Seat, TextId,
};
use crate::schema::{Cx, Fields, Percent, Read};
use crate::syntax::{Kind, Node, Span};

/// Reads everything but the seats, which come ahead because the ids of students' seats need them.
pub(crate) fn scenario(cx: &mut Cx<'_>, root: &Node, seats: Vec<Seat>) -> Option<Scenario> {
    let f = cx.fields(root, "Scenario", "a scenario", SCENARIO)?;
    cx.places.head = f.head;
    format(cx, &f);
    let duration_ticks = cx.req::<Minutes>(&f, "minutes").0;
    let scenario = Scenario {
        id: id(cx, &f),
        version: version(cx, &f),
        title: cx.req(&f, "title"),
        summary: cx.req(&f, "summary"),
        briefing: cx.req::<Vec<TextId>>(&f, "briefing"),
        goals: cx.req::<Vec<TextId>>(&f, "goals"),
        authors: cx.req(&f, "authors"),
        licence: cx.req(&f, "licence"),
        languages: languages(cx, &f),
        level: cx.req(&f, "level"),
        duration_ticks,
        competences: cx.req(&f, "competences"),
        rubric: cx.req(&f, "rubric"),
        room: cx.req(&f, "room"),
        seats,
        items: cx.opt_list(&f, "items"),
        students: super::lesson::entries(cx, &f, "students", 1, MAX_STUDENTS),
        phases: super::lesson::entries(cx, &f, "phases", 1, crate::limits::MAX_LIST),
        lines: cx.req(&f, "lines"),
        beats: cx.req(&f, "beats"),
        decisions: super::decision::decisions(cx, &f),
        endings: super::decision::endings(cx, &f),
        pass: cx.req(&f, "pass"),
        flags: Vec::new(),
        texts: crate::model::Texts::default(),
        digest: String::new(),
    };
    // Required, and read before.
    if f.get("seats").is_none() && !cx.incomplete {
        cx.report(Code::MissingField, f.head, "a scenario needs `seats`");
    }
    Some(scenario)
}

/// The version of the notation. A newer one than ours is said plainly, whatever else is wrong then.
fn format(cx: &mut Cx<'_>, f: &Fields<'_>) {
    let Some(node) = f.get("format") else {
        cx.req::<Format>(f, "format");
        return;
    };
    Format::read(cx, node);
}

/// The version of a file's notation; only ours can be read.
pub(crate) struct Format;

impl Read for Format {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let format = cx.whole(node, 0, i64::from(u32::MAX))?;
        if format != super::FORMAT {
            let message = format!("format {format} is not one that this program reads");
            cx.report(Code::WrongFormat, node.span, message)
                .help(format!("this program reads format {}; a newer program may read this one", super::FORMAT));
        }
        Some(Format)
    }

    fn broken() -> Self {
        Format
    }
}

fn id(cx: &mut Cx<'_>, f: &Fields<'_>) -> String {
    let id: String = cx.req(f, "id");
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.is_empty() && (id.len() > 64 || !id.chars().all(fits)) {
        cx.report(Code::BadId, f.span("id"), format!("{} cannot be a scenario's id", quote(&id)))
            .help("use a-z, 0-9 and `-`, at most 64 characters: it is also the name of folders");
    }
    id
}

fn version(cx: &mut Cx<'_>, f: &Fields<'_>) -> String {
    let version: String = cx.req(f, "version");
    let parts: Vec<&str> = version.split('.').collect();
    let number = |part: &&str| part.parse::<u32>().is_ok_and(|number| number.to_string() == **part);
    let good = parts.len() == 3 && parts.iter().all(number);
    if !version.is_empty() && !good {
        cx.report(Code::BadId, f.span("version"), format!("{} is not a version", quote(&version)))
            .help("a version is three numbers, such as \"1.0.0\"");
    }
    version
}

fn languages(cx: &mut Cx<'_>, f: &Fields<'_>) -> Vec<Lang> {
    let Some(node) = f.get("languages") else { return cx.req(f, "languages") };
    let Some(items) = cx.list(node, Lang::ALL.len()) else { return Vec::new() };
    if items.is_empty() {
        cx.report(Code::OutOfRange, node.head(), "a scenario needs at least one language");
    }
    let mut found = Vec::new();
    for item in items {
        let Some(lang) = Lang::read(cx, item) else { continue };
        if found.contains(&lang) {
            cx.report(Code::GivenTwice, item.span, format!("\"{}\" is given twice", lang.code()));
            continue;
        }
        cx.places.languages.push(item.span);
        found.push(lang);
    }
    found
}

/// The lesson's length: minutes in the file, ticks here.
struct Minutes(u32);

impl Read for Minutes {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        // A tenth of a minute is 6 seconds, 60 ticks.
        let tenths = cx.number(node, 1, 5, i64::from(MAX_MINUTES) * 10, "minutes")?;
        u32::try_from(tenths * 60).ok().map(Minutes)
    }

    fn broken() -> Self {
        Minutes(MAX_MINUTES * 600)
    }
}

impl Read for Competence {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        const FIELDS: &[&str] = &["id", "framework", "version", "code", "uri", "label"];
        let f = cx.fields(node, "Competence", "a competence", FIELDS)?;
        cx.req::<String>(&f, "id");
        let uri: String = cx.req(&f, "uri");
        if !uri.is_empty() && !uri.starts_with("https://") && !uri.starts_with("http://") {
            cx.report(Code::WrongType, f.span("uri"), format!("{} is not an address", quote(&uri)))
                .help("give the full address, with https://");
        }
        Some(Competence {
            framework: cx.req(&f, "framework"),
            version: cx.req(&f, "version"),
            code: cx.req(&f, "code"),
            uri,
            label: cx.req(&f, "label"),
        })
    }

    fn broken() -> Self {
        let text = String::new;
        Competence { framework: text(), version: text(), code: text(), uri: text(), label: TextId::broken() }
    }
}

impl Read for Criterion {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let f = cx.fields(node, "Criterion", "a criterion", &["id", "label", "competence"])?;
        Some(Criterion { name: cx.req(&f, "id"), label: cx.req(&f, "label"), competence: cx.req(&f, "competence") })
    }

    fn broken() -> Self {
        Criterion { name: String::new(), label: TextId::broken(), competence: CompetenceId::broken() }
    }
}

impl Read for PassRule {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        const FIELDS: &[&str] = &["min_score_pct", "min_on_task_pct", "endings"];
        // `Pass` alone and `Pass()` both mean: every finished run passes.
        let f = match &node.kind {
            Kind::Call { name: Some(name), fields: None } if name.text == "Pass" => return Some(Self::broken()),
            _ => cx.fields(node, "Pass", "a pass rule", FIELDS)?,
        };
        cx.places.pass_score = f.span("min_score_pct");
        cx.places.pass_endings = f.span("endings");
        Some(PassRule {
            min_score_permille: cx.opt::<Percent>(&f, "min_score_pct").map_or(0, |share| share.0),
            min_on_task_permille: cx.opt::<Percent>(&f, "min_on_task_pct").map_or(0, |share| share.0),
            endings: cx.opt_list::<EndingId>(&f, "endings"),
        })
    }

    fn broken() -> Self {
        PassRule { min_score_permille: 0, min_on_task_permille: 0, endings: Vec::new() }
    }
}

/// Where an entry's id stands, and the id, if it has one; for collecting ids before anything refers to them.
pub(crate) fn id_of(node: &Node) -> (Option<&str>, Span) {
    let found = node.field("id").or_else(|| match &node.kind {
        // In order, without names, the id comes first.
        Kind::Call { fields: Some(fields), .. } => fields.first().filter(|f| f.name.is_none()).map(|f| &f.value),
        _ => None,
    });
    match found.map(|node| (&node.kind, node.span)) {
        Some((Kind::Text(text), span)) => (Some(text), span),
        _ => (None, node.head()),
    }
}
