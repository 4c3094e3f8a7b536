//! A citation of a study that has no record.

use grounds_load::Lookup;
use grounds_model::{Key, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::CitationAt;
use crate::suggest::suggest;

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
    let mut diagnostic = suggest(diagnostic, cx.sources(), key, names);
    if diagnostic.help.is_empty() {
        diagnostic = diagnostic.help(how_to_record(key));
    }
    cx.report(diagnostic);
}

fn how_to_record(key: &str) -> String {
    match Key::new(key) {
        Some(key) => format!("record the study in `studies/{key}.yaml`, or cite one that is there"),
        None => "cite a study that has a record; keys are lower-case letters and digits in words \
                 joined by hyphens"
            .to_owned(),
    }
}
