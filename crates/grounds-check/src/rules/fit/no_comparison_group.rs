//! A comparative claim that stands on a study without a group to compare with.

use grounds_model::{Dimension, Level};

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
    let message = format!("`{}` had no group to compare with", at.line.study);
    let diagnostic = at_scope(cx, at, "comparator", message)
        .label("the claim needs a comparison")
        .with(study.place("/design"), "the design");
    let diagnostic = with_arm(cx, diagnostic, study, appraisal.compared.arm)
        .note("a change from before to after has many causes: time, other treatments, regression to the mean")
        .help("make the line `qualifies` or `background`, or stand the claim on a controlled study");
    cx.report(diagnostic);
}
