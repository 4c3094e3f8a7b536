//! A claim about more people than any of its supporting studies had.

use grounds_diagnostics::Diagnostic;
use grounds_evidence::Appraisal;
use grounds_model::{Dimension, Directness, Level};

use super::{is_about_the_world, people_of, supporting_lines};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/narrower-population",
    level: Level::Error,
    summary: "all studies that support a claim were made in a part of the people that it is about",
    docs: include_str!("narrower_population.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let lines = narrower_lines(cx, at);
    if lines.is_empty() || lines.iter().all(|line| leaves_out_older(cx, at, line.0)) {
        return;
    }
    let message = "the claim is about more people than its studies were made in";
    let diagnostic = describe(cx, at, &lines, message).help(
        "narrow the claim to those who were studied, in its scope and in its words, or add a study that \
         covers the rest",
    );
    cx.report(diagnostic);
}

/// The supporting lines of a claim whose people are more than theirs; none where some line covers them, or all of
/// them together.
pub(super) fn narrower_lines<'a>(
    cx: &mut Context<'_>,
    at: ClaimAt<'a>,
) -> Vec<(usize, &'a Appraisal<'a>)> {
    let mut lines = supporting_lines(cx, at);
    // Another species has a rule of its own.
    lines.retain(|(_, appraisal)| {
        appraisal.of(Dimension::Species).effective() != Directness::Different
    });
    let of = |appraisal: &Appraisal<'_>| appraisal.of(Dimension::Population).effective();
    if !is_about_the_world(at.claim()) || lines.is_empty() {
        return Vec::new();
    }
    // What does not bear on the claim covers nobody.
    let covered = lines.iter().any(|(_, appraisal)| {
        appraisal.bears() && matches!(of(appraisal), Directness::Direct | Directness::Broader)
    });
    if lines
        .iter()
        .any(|(_, appraisal)| of(appraisal) == Directness::Unknown)
    {
        cx.indeterminate();
        return Vec::new();
    }
    lines.retain(|(_, appraisal)| of(appraisal) == Directness::Narrower);
    if covered || cover_together(cx, at, &lines) {
        lines.clear();
    }
    lines
}

/// Whether the study of a line is of young adults only, and leaves out nobody else.
pub(super) fn leaves_out_older(cx: &Context<'_>, at: ClaimAt<'_>, line: usize) -> bool {
    let claim = at.claim();
    cx.appraiser()
        .leaves_out_older(claim, &claim.evidence[line])
}

/// Points at the people of the claim and of its studies.
pub(super) fn describe(
    cx: &Context<'_>,
    at: ClaimAt<'_>,
    lines: &[(usize, &Appraisal<'_>)],
    message: &str,
) -> Diagnostic {
    let mut diagnostic = cx
        .at(at.document.place("/scope/population"), message)
        .label("whom the claim is about");
    for (index, appraisal) in lines {
        let line = &at.claim().evidence[*index];
        if let Some(study) = cx.set().studies.get(line.study.as_str()) {
            let because = &appraisal.of(Dimension::Population).because;
            diagnostic = diagnostic.with(
                people_of(study, line),
                format!("`{}`: {because}", line.study),
            );
        }
    }
    diagnostic
}

/// Whether the studies come to all of the people together.
fn cover_together(cx: &Context<'_>, at: ClaimAt<'_>, lines: &[(usize, &Appraisal<'_>)]) -> bool {
    let lines = lines.iter().map(|(index, _)| &at.claim().evidence[*index]);
    cx.appraiser()
        .covers(at.claim(), &lines.collect::<Vec<_>>())
}
