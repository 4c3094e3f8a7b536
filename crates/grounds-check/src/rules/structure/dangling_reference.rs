//! A reference that leads nowhere: a study, claim, concept, finding or arm that is not there.

use grounds_diagnostics::Diagnostic;
use grounds_load::{ContentSet, Document, Lookup, Records};
use grounds_model::{Key, Level, Study};

use crate::context::Context;
use crate::references::{Reference, Target, references};
use crate::rule::{Check, Rule};
use crate::suggest::suggest;

pub(crate) static RULE: Rule = Rule {
    id: "structure/dangling-reference",
    level: Level::Error,
    summary: "a record or passage names something that is not in the set",
    docs: include_str!("dangling_reference.md"),
    check: Check::Set(check),
};

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
    references(set, &mut |reference| match resolve(set, &reference) {
        Resolved::Found => {}
        Resolved::Unknown => cx.indeterminate(),
        Resolved::Absent => {
            let diagnostic = describe(cx, &reference);
            cx.report(diagnostic);
        }
    });
}

enum Resolved {
    Found,
    Absent,
    /// What it leads to could not be read.
    Unknown,
}

fn resolve(set: &ContentSet, reference: &Reference<'_>) -> Resolved {
    let name = reference.name;
    match reference.to {
        Target::Claim => in_records(&set.claims, name),
        Target::Study => in_records(&set.studies, name),
        Target::Concept if set.vocabulary.value.concepts.contains_key(name) => Resolved::Found,
        Target::Concept if set.vocabulary_broken => Resolved::Unknown,
        Target::Concept => Resolved::Absent,
        Target::Finding(study) => in_study(set, study, |study| study.findings.contains_key(name)),
        Target::Arm(study) => in_study(set, study, |study| study.arms.contains_key(name)),
    }
}

fn in_records<T>(records: &Records<T>, key: &str) -> Resolved {
    match records.look_up(key) {
        Lookup::Found(_) => Resolved::Found,
        Lookup::Broken(_) => Resolved::Unknown,
        Lookup::Absent => Resolved::Absent,
    }
}

/// Whether a study has a part; of a study that is absent itself, that alone is reported.
fn in_study(set: &ContentSet, study: &Key, has: impl FnOnce(&Study) -> bool) -> Resolved {
    match set.studies.look_up(study.as_str()) {
        Lookup::Found(document) if has(&document.value) => Resolved::Found,
        Lookup::Found(_) => Resolved::Absent,
        Lookup::Broken(_) | Lookup::Absent => Resolved::Unknown,
    }
}

fn describe(cx: &Context<'_>, reference: &Reference<'_>) -> Diagnostic {
    let (set, name) = (cx.set(), reference.name);
    match reference.to {
        Target::Claim => {
            let names = set.claims.keys().map(Key::as_str);
            let message = format!("claim `{name}` is not in the set");
            let help = format!("add `claims/{name}.yaml`, or name another claim");
            absent(cx, reference, message, "no such claim", names).help(help)
        }
        Target::Study => {
            let names = set.studies.keys().map(Key::as_str);
            let message = format!("study `{name}` is not in the set");
            let help = format!("add `studies/{name}.yaml`, or name another study");
            absent(cx, reference, message, "no such study", names).help(help)
        }
        Target::Concept => {
            let names = set.vocabulary.value.concepts.keys().map(Key::as_str);
            let message = format!("concept `{name}` is not in the vocabulary");
            let help = "add it to `vocabulary.yaml`, or name another concept";
            absent(cx, reference, message, "no such concept", names).help(help)
        }
        Target::Finding(study) => {
            let message = format!("study `{study}` has no finding `{name}`");
            let Some(document) = set.studies.get(study.as_str()) else {
                return cx.at(reference.place(), message);
            };
            let names = document.value.findings.keys().map(Key::as_str);
            let diagnostic = absent(cx, reference, message, "no such finding", names);
            with_part(
                diagnostic,
                document,
                "/findings",
                "the findings of this study",
            )
        }
        Target::Arm(study) => {
            let message = format!("study `{study}` has no arm `{name}`");
            let Some(document) = set.studies.get(study.as_str()) else {
                return cx.at(reference.place(), message);
            };
            let names = document.value.arms.keys().map(Key::as_str);
            let diagnostic = absent(cx, reference, message, "no such arm", names);
            with_part(diagnostic, document, "/arms", "the arms of this study")
        }
    }
}

fn absent<'a>(
    cx: &Context<'_>,
    reference: &Reference<'_>,
    message: String,
    label: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let diagnostic = cx.at(reference.place(), message).label(label);
    suggest(diagnostic, cx.sources(), reference.name, names)
}

/// Points at the part of a study in which the name was looked for, or says that there is none.
fn with_part(
    diagnostic: Diagnostic,
    document: &Document<Study>,
    pointer: &str,
    text: &str,
) -> Diagnostic {
    let place = document.key_place(pointer);
    if place == document.key_place("") {
        diagnostic.help(format!("record it in the study, under `{}`", &pointer[1..]))
    } else {
        diagnostic.with(place, text)
    }
}
