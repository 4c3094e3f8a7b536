//! A citation of a study that has no record.

use grounds_load::Lookup;
use grounds_model::{Key, Level, Study};

use crate::context::Context;
use crate::identifiers::doi;
use crate::rule::{Check, Rule};
use crate::subject::CitationAt;
use crate::suggest::{replace, suggest};

pub(crate) static RULE: Rule = Rule {
    id: "citation/undefined-key",
    level: Level::Error,
    summary: "a citation names a study that has no record",
    docs: include_str!("undefined_key.md"),
    check: Check::Citation(check),
};

fn check(cx: &mut Context<'_>, at: CitationAt<'_>) {
    let key = at.citation.key.as_str();
    let studies = &cx.set().studies;
    match studies.look_up(key) {
        Lookup::Found(_) => return,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => {}
    }
    let diagnostic = cx
        .at(at.place(), format!("no study has the key `{key}`"))
        .label("this cites nothing");
    let names = cx.names().studies(cx.set());
    if let Some(study) = by_doi(cx, key) {
        let help = format!("the study `{study}` has this DOI: cite it by its key, `@{study}`");
        let title = format!("write `{study}`");
        let fix = replace(cx.sources(), at.place(), key, study.as_str(), title);
        let diagnostic = diagnostic.help(help);
        return cx.report(match fix {
            Some(fix) => diagnostic.fix(fix),
            None => diagnostic,
        });
    }
    let mut diagnostic = suggest(diagnostic, cx.sources(), key, names);
    if diagnostic.help.is_empty() {
        diagnostic = diagnostic.help(how_to_record(key));
    }
    cx.report(diagnostic);
}

/// The one study that has a DOI which stands where a key belongs: `@doi:10.1000/x`.
fn by_doi<'a>(cx: &Context<'a>, written: &str) -> Option<&'a Key> {
    let wanted = doi(written)?;
    let has = |study: &Study| {
        let own = study.report.doi.as_ref();
        own.and_then(|own| doi(own.as_str())).as_ref() == Some(&wanted)
    };
    let studies = cx.set().studies.iter();
    let mut found = studies.filter(|(_, study)| has(&study.value));
    let (key, _) = found.next()?;
    found.next().is_none().then_some(key)
}

fn how_to_record(key: &str) -> String {
    match Key::new(key) {
        Some(key) => format!("record the study in `studies/{key}.yaml`, or cite one that is there"),
        None => "cite a study that has a record; keys are lower-case letters and digits in words \
                 joined by hyphens"
            .to_owned(),
    }
}
