//! A use of a study that was retracted and replaced.

use grounds_diagnostics::Place;
use grounds_load::Lookup;
use grounds_model::{CitedAs, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{tells_retraction, with_event, with_successor};
use crate::subject::{CitationAt, EvidenceAt};

pub(crate) static RULE: Rule = Rule {
    id: "study/replaced",
    level: Level::Error,
    summary: "a study is used that was retracted and replaced by a corrected version",
    docs: include_str!("replaced.md"),
    check: Check::Used { citation, evidence },
};

fn citation(cx: &mut Context<'_>, at: CitationAt<'_>) {
    if !tells_retraction(&at) {
        check(cx, &at.citation.key, || at.place());
    }
}

fn evidence(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let line = at.line;
    if line.relation.is_evidence() && line.cited_as != Some(CitedAs::Retracted) {
        check(cx, line.study.as_str(), || at.place("study"));
    }
}

fn check(cx: &mut Context<'_>, key: &str, place: impl Fn() -> Place) {
    let study = match cx.set().studies.look_up(key) {
        Lookup::Found(study) => study,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    };
    let Some(event) = study.value.standing().replaced else {
        return;
    };
    let message = format!("`{key}` was retracted and replaced");
    let diagnostic = cx
        .at(place(), message)
        .label("another version has its place");
    let diagnostic = with_event(diagnostic, study, event)
        .note("the corrected version can say something else: that is why it was published");
    let by = study.value.standing[event].by.as_ref();
    let advice = (
        "and compare every number again",
        "record the corrected version as `by`, and use it instead",
    );
    let diagnostic = with_successor(diagnostic, cx, by, advice);
    cx.report(diagnostic);
}
