//! A claim about more people than any of its supporting studies had.

use grounds_diagnostics::Diagnostic;
use grounds_evidence::Appraisal;
use grounds_model::{Dimension, Directness, Level};

use super::{is_about_the_world, supporting_lines};
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
    let mut lines = supporting_lines(cx, at);
    // Another species has a rule of its own.
    lines.retain(|(_, appraisal)| {
        appraisal.of(Dimension::Species).effective() != Directness::Different
    });
    let of = |appraisal: &Appraisal<'_>| appraisal.of(Dimension::Population).effective();
    if !is_about_the_world(at.claim()) || lines.is_empty() {
        return;
    }
    let narrower: Vec<_> = lines
        .iter()
        .filter(|(_, appraisal)| of(appraisal) == Directness::Narrower)
        .collect();
    // What does not bear on the claim covers nobody.
    let covered = lines.iter().any(|(_, appraisal)| {
        appraisal.bears() && matches!(of(appraisal), Directness::Direct | Directness::Broader)
    });
    if lines
        .iter()
        .any(|(_, appraisal)| of(appraisal) == Directness::Unknown)
    {
        cx.indeterminate();
        return;
    }
    if covered || narrower.is_empty() || cover_together(cx, at, &narrower) {
        return;
    }
    let mut diagnostic: Diagnostic = cx
        .at(
            at.document.place("/scope/population"),
            "the claim is about more people than its studies were made in",
        )
        .label("whom the claim is about");
    for (index, appraisal) in narrower {
        let line = &at.claim().evidence[*index];
        if let Some(study) = cx.set().studies.get(line.study.as_str()) {
            let because = &appraisal.of(Dimension::Population).because;
            diagnostic = diagnostic.with(
                study.place("/population"),
                format!("`{}`: {because}", line.study),
            );
        }
    }
    let diagnostic = diagnostic.help(
        "narrow the claim to those who were studied, in its scope and in its words, or add a study that \
         covers the rest",
    );
    cx.report(diagnostic);
}

/// Whether the studies come to all of the people together.
fn cover_together(cx: &Context<'_>, at: ClaimAt<'_>, lines: &[&(usize, &Appraisal<'_>)]) -> bool {
    let studies = lines.iter().filter_map(|(index, _)| {
        let line = &at.claim().evidence[*index];
        Some(&cx.set().studies.get(line.study.as_str())?.value)
    });
    let studies: Vec<_> = studies.collect();
    cx.appraiser().covers(at.claim(), &studies)
}
