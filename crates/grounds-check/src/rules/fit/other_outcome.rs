//! A finding about something else than the claim's outcome.

use grounds_load::child;
use grounds_model::{Dimension, Level};

use super::{at_scope, different, is_about_the_world, study_of, supporting};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/other-outcome",
    level: Level::Error,
    summary: "a supporting finding measured another outcome than the claim's",
    docs: include_str!("other_outcome.md"),
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
    let (false, Some(study), Some(finding)) = (
        appraisal.surrogate,
        study_of(cx, at),
        at.line.finding.as_ref(),
    ) else {
        return;
    };
    let place = study.place(&format!("{}/outcome", child("/findings", finding.as_str())));
    let message = format!(
        "finding `{finding}` of `{}` is about another outcome",
        at.line.study
    );
    let diagnostic = at_scope(cx, at, "outcome", message)
        .label("what the claim is about")
        .with(place, assessed.because.clone())
        .help(
            "name the finding that measured the claim's outcome, correct the scope, or make the line \
             `background`",
        );
    cx.report(diagnostic);
}
