//! A claim about one thing alone that stands on arms which combine it with another.

use grounds_model::{Dimension, Level};

use super::{at_scope, different, is_practice, study_of, supporting, with_arm};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/combined-arms",
    level: Level::Error,
    summary: "a claim about an intervention alone stands on arms that combine it with another",
    docs: include_str!("combined_arms.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let Some(appraisal) = supporting(cx, at).filter(|_| !is_practice(at.of.claim())) else {
        return;
    };
    let Some(assessed) = different(cx, appraisal, Dimension::Intervention) else {
        return;
    };
    let compared = appraisal.compared;
    let (true, Some(study), Some(scope)) = (
        compared.combined,
        study_of(cx, at),
        at.of.claim().scope.as_ref(),
    ) else {
        return;
    };
    let claimed = cx.appraiser().concepts().labels(&scope.intervention);
    let message = match (compared.arm, compared.against) {
        (Some(arm), Some(against)) => format!(
            "`{}` compared arms `{arm}` and `{against}`, which says nothing of {claimed} alone",
            at.line.study
        ),
        _ => format!(
            "`{}` combined {claimed} with something else, which says nothing of it alone",
            at.line.study
        ),
    };
    let mut diagnostic = at_scope(cx, at, "intervention", message)
        .label(format!("the claim is about {claimed} alone"));
    for arm in [compared.arm, compared.against] {
        diagnostic = with_arm(cx, diagnostic, study, arm);
    }
    let diagnostic = diagnostic.note(assessed.because.clone()).help(
        "write the claim about what the study isolates, as an add-on with its comparator, or stand it \
         on a study that had an arm with this alone",
    );
    cx.report(diagnostic);
}
