//! A study of something else than what the claim says is done.

use grounds_model::{Dimension, Level};

use super::{at_scope, different, is_practice, study_of, supporting, with_arm};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/other-intervention",
    level: Level::Error,
    summary: "a supporting study tested another intervention than the claim's",
    docs: include_str!("other_intervention.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let Some(appraisal) = supporting(cx, at).filter(|_| !is_practice(at.of.claim())) else {
        return;
    };
    let Some(assessed) = different(cx, appraisal, Dimension::Intervention) else {
        return;
    };
    // What is combined with something else has a rule of its own.
    let (false, Some(study)) = (appraisal.compared.combined, study_of(cx, at)) else {
        return;
    };
    let message = format!("`{}` did not study the claim's intervention", at.line.study);
    let mut diagnostic =
        at_scope(cx, at, "intervention", message).label("the claim says this is done");
    for arm in [appraisal.compared.arm, appraisal.compared.against] {
        diagnostic = with_arm(cx, diagnostic, study, arm);
    }
    let diagnostic = diagnostic
        .note(assessed.because.clone())
        .help("correct the scope, or make the line `background`");
    cx.report(diagnostic);
}
