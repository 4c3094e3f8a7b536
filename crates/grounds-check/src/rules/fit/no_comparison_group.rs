//! A comparative claim that stands on a study without a group to compare with.

use grounds_load::child;
use grounds_model::{Dimension, Level, Study};

use super::{at_scope, different, study_of, supporting, with_arm};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/no-comparison-group",
    level: Level::Error,
    summary: "a claim of benefit, or one that compares, stands on a study without a comparison group",
    docs: include_str!("no_comparison_group.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let Some(appraisal) = supporting(cx, at) else {
        return;
    };
    if different(cx, appraisal, Dimension::Comparator).is_none() {
        return;
    }
    let (true, Some(study)) = (appraisal.compared.uncontrolled, study_of(cx, at)) else {
        return;
    };
    let diagnostic = at_scope(cx, at, "comparator", missing(at, &study.value))
        .label("the claim needs a comparison");
    let finding = at.line.finding.as_ref();
    let diagnostic = match finding.filter(|key| study.value.findings.contains_key(*key)) {
        Some(key) if study.value.arms.len() > 1 => {
            let place = study.place(&child("/findings", key.as_str()));
            diagnostic.with(place, "the finding")
        }
        _ => diagnostic.with(study.place("/design"), "the design"),
    };
    let diagnostic = with_arm(cx, diagnostic, study, appraisal.compared.arm)
        .note("a change from before to after has many causes: time, other treatments, regression to the mean")
        .help("make the line `qualifies` or `background`, or stand the claim on a controlled study");
    cx.report(diagnostic);
}

/// What is missing: another arm, or its result.
fn missing(at: EvidenceAt<'_>, study: &Study) -> String {
    let key = &at.line.study;
    let finding = at.line.finding.as_ref();
    let found = finding.and_then(|finding| study.findings.get_key_value(finding));
    match found {
        Some((finding, found)) if study.arms.len() > 1 => {
            let contrast = found.contrast.as_ref();
            if contrast.is_some_and(|contrast| contrast.arm == contrast.against) {
                format!("finding `{finding}` of `{key}` compares an arm with itself")
            } else {
                format!(
                    "finding `{finding}` of `{key}` reports one arm, and no other to compare it with"
                )
            }
        }
        _ => format!("`{key}` had no group to compare with"),
    }
}
