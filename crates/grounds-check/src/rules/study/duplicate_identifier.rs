//! Two studies with the same DOI, PMID or PMCID: one report recorded twice.

use std::collections::BTreeMap;

use grounds_model::{Key, Label, Level, Study, Text};

use crate::context::Context;
use crate::identifiers::normal;
use crate::rule::{Check, Reads, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "study/duplicate-identifier",
    level: Level::Error,
    summary: "two studies have the same DOI, PMID or PMCID",
    docs: include_str!("duplicate_identifier.md"),
    check: Check::Set {
        check,
        reads: Reads {
            same_study: |former, now| identifiers(&former.value) == identifiers(&now.value),
            ..Reads::NOTHING
        },
    },
};

fn check(cx: &mut Context<'_>) {
    let mut first: BTreeMap<(&str, String), &Key> = BTreeMap::new();
    for (key, document) in cx.set().studies.iter() {
        for (name, text) in identifiers(&document.value) {
            let Some(text) = text else { continue };
            // DOIs are the same whatever the case of their letters (DOI Handbook, section 2.4).
            let identity = (name, normal(name, text).to_lowercase());
            let Some(&other) = first.get(&identity) else {
                first.insert(identity, key);
                continue;
            };
            let message = format!("studies `{other}` and `{key}` have the same {name}");
            let pointer = format!("/report/{name}");
            let mut diagnostic = cx
                .at(document.place(&pointer), message)
                .label(format!("{name} of `{key}`"))
                .note("one trial counted twice looks like two that agree")
                .help("keep one record, or correct the identifier that is wrong");
            if let Some(other_document) = cx.set().studies.get(other.as_str()) {
                let label = format!("{name} of `{other}`");
                diagnostic = diagnostic.with(other_document.place(&pointer), label);
            }
            cx.report(diagnostic);
        }
    }
}

/// The identifiers of a study's report, each with its name.
fn identifiers(study: &Study) -> [(&'static str, Option<&str>); 3] {
    let report = &study.report;
    [
        ("DOI", report.doi.as_ref().map(Text::as_str)),
        ("PMID", report.pmid.as_ref().map(Label::as_str)),
        ("PMCID", report.pmcid.as_deref().map(Text::as_str)),
    ]
}
