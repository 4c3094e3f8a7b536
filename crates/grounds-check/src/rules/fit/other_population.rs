//! A study of other people than the claim's.

use grounds_model::{Dimension, Level};

use super::{at_scope, different, is_about_the_world, people_of, study_of, supporting};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/other-population",
    level: Level::Error,
    summary: "a supporting study was made in other people than the claim's",
    docs: include_str!("other_population.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let Some(appraisal) = supporting(cx, at) else {
        return;
    };
    // Animals have a rule of their own.
    if !is_about_the_world(at.of.claim()) || different(cx, appraisal, Dimension::Species).is_some()
    {
        return;
    }
    let Some(assessed) = different(cx, appraisal, Dimension::Population) else {
        return;
    };
    let Some(study) = study_of(cx, at) else {
        return;
    };
    let message = format!(
        "`{}` was made in other people than the claim's",
        at.line.study
    );
    let diagnostic = at_scope(cx, at, "population", message)
        .label("whom the claim is about")
        .with(people_of(study, at.line), assessed.because.clone())
        .help(
            "correct the scope, or make the line `background`; where the difference does not matter, \
             say why with `directness: {population: {judgement: …, reason: …}}`",
        );
    cx.report(diagnostic);
}
