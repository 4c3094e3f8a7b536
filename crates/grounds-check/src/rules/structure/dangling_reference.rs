//! A reference that leads nowhere: a study, claim, concept, finding or arm that is not there.

use std::ops::Range;

use grounds_diagnostics::Diagnostic;
use grounds_load::{ContentSet, Document, Lookup, Records};
use grounds_model::{Claim, Key, Level, Study};

use crate::context::Context;
use crate::references::{Reference, Target, names_in_study, of_article, of_records};
use crate::rule::{Check, Reads, Rule};
use crate::subject::ArticleAt;
use crate::suggest::{Name, suggest};

pub(crate) static RULE: Rule = Rule {
    id: "structure/dangling-reference",
    level: Level::Error,
    summary: "a record or passage names something that is not in the set",
    docs: include_str!("dangling_reference.md"),
    check: Check::Everywhere {
        article: check_article,
        rest: check,
        reads: Reads {
            same_claim,
            same_study,
            ..Reads::NOTHING
        },
    },
};

/// For how many references a near name is sought: where more dangle, the set lacks records, and
/// comparing all names with all others would take long.
const SUGGESTED: usize = 200;

/// The same for the references of one article.
const SUGGESTED_OF_ARTICLE: usize = 3;

fn check_article(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let mut suggested = 0..SUGGESTED_OF_ARTICLE;
    of_article(at, &mut |reference| judge(cx, &reference, &mut suggested));
}

fn check(cx: &mut Context<'_>) {
    let mut suggested = 0..SUGGESTED;
    let set = cx.set();
    let mut without_vocabulary = 0_usize;
    let has_vocabulary = set.vocabulary_broken || !set.vocabulary.value.concepts.is_empty();
    of_records(set, &mut |reference| {
        if has_vocabulary || !matches!(reference.to, Target::Concept) {
            return judge(cx, &reference, &mut suggested);
        }
        // One cause is told of once.
        without_vocabulary += 1;
        if without_vocabulary > 1 {
            return cx.indeterminate();
        }
        let message = format!("concept `{}` is in no vocabulary", reference.name);
        let diagnostic = cx
            .at(reference.place(), message)
            .label("no such concept")
            .note("this set has no `vocabulary.yaml`, or one without concepts: no other name of a concept leads anywhere either")
            .help("add `vocabulary.yaml` beside `grounds.toml`, with each concept under `concepts:`");
        cx.report(diagnostic);
    });
}

/// Reports a reference that leads nowhere, with a near name for as many as `suggested` holds.
fn judge(cx: &mut Context<'_>, reference: &Reference<'_, '_>, suggested: &mut Range<usize>) {
    match resolve(cx.set(), reference) {
        Resolved::Found => {}
        Resolved::Unknown => cx.indeterminate(),
        Resolved::Absent => {
            let diagnostic = describe(cx, reference, suggested.next().is_some());
            cx.report(diagnostic);
        }
    }
}

/// Whether a claim refers to the same.
fn same_claim(former: &Document<Claim>, now: &Document<Claim>) -> bool {
    former.value.scope == now.value.scope && former.value.evidence == now.value.evidence
}

/// Whether a study refers to the same, and has the same parts for others to refer to.
fn same_study(former: &Document<Study>, now: &Document<Study>) -> bool {
    let parts = |study: &Document<Study>| {
        let has = |part| study.key_place(part) != study.key_place("");
        let arms = study.value.arms.keys().cloned();
        let findings = study.value.findings.keys().cloned();
        let keys: Vec<Key> = arms.chain(findings).collect();
        (has("/arms"), has("/findings"), study.value.arms.len(), keys)
    };
    // Arms and findings are of the study itself, whatever its key.
    let own = Key::new("itself").expect("this is a key");
    names_in_study(&own, former) == names_in_study(&own, now) && parts(former) == parts(now)
}

enum Resolved {
    Found,
    Absent,
    /// What it leads to could not be read.
    Unknown,
}

fn resolve(set: &ContentSet, reference: &Reference<'_, '_>) -> Resolved {
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

fn describe(cx: &Context<'_>, reference: &Reference<'_, '_>, suggested: bool) -> Diagnostic {
    let name = reference.name;
    let (message, label) = match reference.to {
        Target::Claim => (format!("claim `{name}` is not in the set"), "no such claim"),
        Target::Study => (format!("study `{name}` is not in the set"), "no such study"),
        Target::Concept => {
            let message = format!("concept `{name}` is not in the vocabulary");
            (message, "no such concept")
        }
        Target::Finding(study) => {
            let message = format!("study `{study}` has no finding `{name}`");
            (message, "no such finding")
        }
        Target::Arm(study) => (
            format!("study `{study}` has no arm `{name}`"),
            "no such arm",
        ),
    };
    let mut diagnostic = cx.at(reference.place(), message).label(label);
    if suggested {
        diagnostic = self::suggested(diagnostic, cx, name, reference.to);
    }
    with_remedy(diagnostic, cx.set(), reference)
}

/// Asks whether a name of the kind that is referred to was meant.
fn suggested(diagnostic: Diagnostic, cx: &Context<'_>, name: &str, to: Target<'_>) -> Diagnostic {
    let (set, names, sources) = (cx.set(), cx.names(), cx.sources());
    let study = |key: &Key| set.studies.get(key.as_str()).map(|study| &study.value);
    match to {
        Target::Claim => suggest(diagnostic, sources, name, names.claims(set)),
        Target::Study => suggest(diagnostic, sources, name, names.studies(set)),
        Target::Concept => suggest(diagnostic, sources, name, names.concepts(set)),
        Target::Finding(of) => {
            let findings = study(of)
                .into_iter()
                .flat_map(|study| study.findings.keys());
            suggest(diagnostic, sources, name, findings.map(Name::from))
        }
        Target::Arm(of) => {
            let arms = study(of).into_iter().flat_map(|study| study.arms.keys());
            suggest(diagnostic, sources, name, arms.map(Name::from))
        }
    }
}

fn with_remedy(
    diagnostic: Diagnostic,
    set: &ContentSet,
    reference: &Reference<'_, '_>,
) -> Diagnostic {
    let name = reference.name;
    let (study, part, text) = match reference.to {
        Target::Claim if Key::new(name).is_none() => {
            return diagnostic.help(
                "a claim is named by its file: lower-case letters and digits in words joined by hyphens, \
                 without quotation marks or with straight ones",
            );
        }
        Target::Claim => {
            return diagnostic.help(format!("add `claims/{name}.yaml`, or name another claim"));
        }
        Target::Study => {
            return diagnostic.help(format!("add `studies/{name}.yaml`, or name another study"));
        }
        Target::Concept => {
            return diagnostic.help("add it to `vocabulary.yaml`, or name another concept");
        }
        Target::Finding(study) => (study, "findings", "the findings of this study"),
        Target::Arm(study) => (study, "arms", "the arms of this study"),
    };
    let document = set.studies.get(study.as_str());
    let place = document.map(|document| document.key_place(&format!("/{part}")));
    let nowhere = document.map(|document| document.key_place(""));
    match place.filter(|_| place != nowhere) {
        Some(place) => diagnostic.with(place, text),
        None => diagnostic.help(format!("record it in the study, under `{part}`")),
    }
}
