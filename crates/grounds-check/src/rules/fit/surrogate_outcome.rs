//! A claim about what matters to people that stands on a surrogate for it.

use grounds_load::child;
use grounds_model::{Dimension, Level};

use super::{at_scope, different, is_about_the_world, study_of, supporting};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/surrogate-outcome",
    level: Level::Error,
    summary: "a claim about an outcome stands on a surrogate for it",
    docs: include_str!("surrogate_outcome.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let Some(appraisal) = supporting(cx, at) else {
        return;
    };
    if !is_about_the_world(at.of.claim()) {
        return;
    }
    let Some(assessed) = different(cx, appraisal, Dimension::Outcome) else {
        return;
    };
    let (true, Some(study), Some(finding)) = (
        appraisal.surrogate,
        study_of(cx, at),
        at.line.finding.as_ref(),
    ) else {
        return;
    };
    let place = study.place(&format!("{}/outcome", child("/findings", finding.as_str())));
    let message = format!("finding `{finding}` of `{}` is a surrogate", at.line.study);
    let diagnostic = at_scope(cx, at, "outcome", message)
        .label("what the claim is about")
        .with(place, assessed.because.clone())
        .note("a change in a surrogate need not mean a change in what matters to people")
        .help("write the claim about what was measured, or make the line `background`");
    cx.report(diagnostic);
}
