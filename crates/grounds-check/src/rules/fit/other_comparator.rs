//! A study that compared with something else than the claim does.

use grounds_model::{Dimension, Directness, Level};

use super::{at_scope, different, is_practice, study_of, supporting, with_arm};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/other-comparator",
    level: Level::Error,
    summary: "a supporting study compared with something else than the claim does",
    docs: include_str!("other_comparator.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let Some(appraisal) = supporting(cx, at).filter(|_| !is_practice(at.of.claim())) else {
        return;
    };
    let Some(assessed) = different(cx, appraisal, Dimension::Comparator) else {
        return;
    };
    // Where the intervention is another one too, that is said; so is that nothing was compared.
    let other_intervention =
        appraisal.of(Dimension::Intervention).effective() == Directness::Different;
    let (false, false, Some(study)) = (
        appraisal.compared.uncontrolled,
        other_intervention,
        study_of(cx, at),
    ) else {
        return;
    };
    let message = format!("`{}` made another comparison than the claim", at.line.study);
    let mut diagnostic = at_scope(cx, at, "comparator", message).label("what the claim compares");
    for arm in [appraisal.compared.arm, appraisal.compared.against] {
        diagnostic = with_arm(cx, diagnostic, study, arm);
    }
    let diagnostic = diagnostic.note(assessed.because.clone()).help(
        "name the study's comparator in the claim, or stand the claim on a study that made its comparison",
    );
    cx.report(diagnostic);
}
