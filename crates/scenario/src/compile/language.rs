//! Every text in every language.

use super::Source;
use crate::diagnostic::{Code, Sink, clip};
use crate::model::{Lang, Scenario};
use crate::schema::{Places, v1::TextFile};

/// Checks the texts and gives them to the scenario.
pub(crate) fn check(
    sink: &mut Sink,
    s: &mut Scenario,
    places: &Places,
    files: &[TextFile],
    sources: &[Source],
    incomplete: bool,
) {
    for file in files {
        promised(sink, s, file, sources);
    }
    for (lang, span) in s.languages.iter().zip(&places.languages) {
        let found = files.iter().find(|file| file.lang == *lang || by_name(sources, file.file) == Some(*lang));
        if found.is_none() && !incomplete {
            let name = expected_name(sources.first().map_or("", |main| &main.name), *lang);
            sink.report(Code::NoTextFile, 0, *span, format!("there are no texts in \"{}\"", lang.code()))
                .help(format!("put them into `{name}`: Texts(format: 1, lang: \"{}\", texts: {{ … }})", lang.code()));
        }
    }
    let ids: Vec<_> = s.texts.names().map(|(id, name)| (id, name.to_owned())).collect();
    for file in files.iter().filter(|file| s.languages.contains(&file.lang)) {
        for (id, name) in &ids {
            let Some((text, _, span)) = file.texts.get(name) else {
                if !incomplete {
                    missing(sink, places, file, id.index(), name);
                }
                continue;
            };
            if text.trim().is_empty() {
                sink.report(Code::TextEmpty, file.file, *span, format!("the text \"{}\" is empty", clip(name)))
                    .help("write it, or do not name it in the scenario");
            }
            s.texts.set(file.lang, *id, text.clone());
        }
        let known: std::collections::BTreeSet<&str> = ids.iter().map(|(_, name)| name.as_str()).collect();
        for (name, (_, span, _)) in file.texts.iter().filter(|(name, _)| !known.contains(name.as_str())) {
            // With any error in the scenario, whatever names the text may be what is wrong.
            if !incomplete && sink.errors_in(0) == 0 {
                let missing = ids.iter().map(|(_, id)| id.as_str()).filter(|id| !file.texts.contains_key(*id));
                let help = match crate::diagnostic::nearest(name, missing) {
                    Some(near) => format!("did you mean \"{near}\"?"),
                    None => "take it away, or name it in the scenario".to_owned(),
                };
                sink.report(Code::TextUnused, file.file, *span, format!("nothing names the text \"{}\"", clip(name)))
                    .help(help);
            }
        }
    }
}

fn missing(sink: &mut Sink, places: &Places, file: &TextFile, id: usize, name: &str) {
    let named = places.texts.get(id).copied().unwrap_or_default();
    let message = format!("the text \"{}\" is missing in \"{}\"", clip(name), file.lang.code());
    sink.report(Code::TextMissing, file.file, file.head, message)
        .help(format!("add \"{}\": \"…\" to `texts`", clip(name)))
        .related(0, named, "named here");
}

/// Whether this file's language is one of the scenario's, and the one that its name says.
fn promised(sink: &mut Sink, s: &Scenario, file: &TextFile, sources: &[Source]) {
    let code = file.lang.code();
    if let Some(by_name) = by_name(sources, file.file).filter(|by_name| *by_name != file.lang) {
        let message = format!("the file's name says \"{}\", not \"{code}\"", by_name.code());
        sink.report(Code::WrongLanguage, file.file, file.lang_span, message).help("rename the file, or change `lang`");
    } else if !s.languages.contains(&file.lang) {
        sink.report(
            Code::WrongLanguage,
            file.file,
            file.lang_span,
            format!("the scenario's `languages` do not have \"{code}\""),
        )
        .help(format!("add \"{code}\" to `languages` in the scenario"));
    }
}

/// The language that a file's name says, as in `small.nl.ron`.
fn by_name(sources: &[Source], file: usize) -> Option<Lang> {
    let code = sources.get(file)?.name.strip_suffix(".ron")?.rsplit('.').next()?;
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}

/// Where a language's texts should be: beside the scenario.
fn expected_name(main: &str, lang: Lang) -> String {
    format!("{}.{}.ron", main.strip_suffix(crate::fs::SUFFIX).unwrap_or(main), lang.code())
}
