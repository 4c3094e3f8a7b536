//! A finding that points the other way than the claim that it supports.

use grounds_evidence::{Compared, Direction, direction_of};
use grounds_load::child;
use grounds_model::{Dimension, Directness, Effect, Level};

use super::{study_of, supporting};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/opposite-direction",
    level: Level::Error,
    summary: "a finding that supports a claim points the other way",
    docs: include_str!("opposite_direction.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let Some(appraisal) = supporting(cx, at) else {
        return;
    };
    let claimed = match at.of.claim().effect {
        Some(Effect::Increase) => Direction::More,
        Some(Effect::Decrease) => Direction::Less,
        _ => return,
    };
    let (Some(study), Some(key)) = (study_of(cx, at), at.line.finding.as_ref()) else {
        return;
    };
    let Some(finding) = study.value.findings.get(key) else {
        return;
    };
    // A finding about something else says nothing of the direction.
    let differs = |dimension| appraisal.of(dimension).effective() == Directness::Different;
    if differs(Dimension::Intervention) || differs(Dimension::Outcome) {
        return;
    }
    let Compared { arm, against, .. } = appraisal.compared;
    let Some(found) = direction_of(finding, arm, against) else {
        cx.indeterminate();
        return;
    };
    if found == claimed || found == Direction::Level {
        return;
    }
    let word = |direction| match direction {
        Direction::More => "more",
        Direction::Less => "less",
        Direction::Level => "the same",
    };
    let place = study.place(&child("/findings", key.as_str()));
    let message = format!(
        "finding `{key}` of `{}` points the other way",
        at.line.study
    );
    let diagnostic = cx
        .at(at.place("relation"), message)
        .label("said to support the claim")
        .with(
            at.of.document.place("/effect"),
            format!("the claim says {} of the outcome", word(claimed)),
        )
        .with(place, format!("the finding has {} of it", word(found)))
        .help("make the line `disputes`, name the right finding, or correct the claim's effect");
    cx.report(diagnostic);
}
