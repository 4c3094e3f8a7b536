//! A finding that points the other way than the claim that it supports, or shows no difference.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_evidence::{Compared, Direction, direction_of, shows_difference};
use grounds_load::child;
use grounds_model::{Dimension, Directness, Effect, Key, Level};

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
    let Some(effect) = at.of.claim().effect else {
        return;
    };
    let (Some(study), Some(key)) = (study_of(cx, at), at.line.finding.as_ref()) else {
        return;
    };
    let Some(finding) = study.value.findings.get(key) else {
        return;
    };
    // A finding about something else says nothing of the direction.
    let differs = |dimension| appraisal.of(dimension).effective() == Directness::Different;
    let dimensions = [
        Dimension::Intervention,
        Dimension::Comparator,
        Dimension::Outcome,
    ];
    if dimensions.into_iter().any(differs) {
        return;
    }
    let Compared { arm, against, .. } = appraisal.compared;
    let found = direction_of(&study.value, finding, arm, against);
    let wrong = match (effect, found) {
        (Effect::Unclear, _) => return,
        (_, None) => return cx.indeterminate(),
        (Effect::NoDifference, Some(found)) => {
            found != Direction::Level && shows_difference(finding) == Some(true)
        }
        (Effect::Increase, Some(found)) => found != Direction::More,
        (Effect::Decrease, Some(found)) => found != Direction::Less,
    };
    if let Some(found) = found.filter(|_| wrong) {
        let place = study.place(&child("/findings", key.as_str()));
        let diagnostic = describe(cx, at, (effect, found), (key, place));
        cx.report(diagnostic);
    }
}

fn describe(
    cx: &Context<'_>,
    at: EvidenceAt<'_>,
    (effect, found): (Effect, Direction),
    (key, place): (&Key, Place),
) -> Diagnostic {
    let study = &at.line.study;
    let message = match (effect, found) {
        (_, Direction::Level) => format!("finding `{key}` of `{study}` shows no difference"),
        (Effect::NoDifference, _) => format!("finding `{key}` of `{study}` shows a difference"),
        _ => format!("finding `{key}` of `{study}` points the other way"),
    };
    let claimed = match effect {
        Effect::Increase => "the claim says that there is more",
        Effect::Decrease => "the claim says that there is less",
        Effect::NoDifference | Effect::Unclear => "the claim says that there is no difference",
    };
    let of_arm = match found {
        Direction::More => "the finding: more with what the claim is about",
        Direction::Less => "the finding: less with what the claim is about",
        Direction::Level => "the finding: as much in both",
    };
    cx.at(at.place("relation"), message)
        .label("said to support the claim")
        .with(at.of.document.place("/effect"), claimed)
        .with(place, of_arm)
        .help("make the line `disputes`, name the right finding, or correct the claim's effect")
}
