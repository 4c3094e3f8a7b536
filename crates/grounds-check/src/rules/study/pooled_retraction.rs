//! A claim that stands on a review which includes a retracted study.

use grounds_evidence::{says_retracted, withdrawn_in};
use grounds_model::{CitedAs, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{retraction, with_event};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/pooled-retraction",
    level: Level::Warn,
    summary: "a claim stands on a review that includes a retracted study",
    docs: include_str!("pooled_retraction.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let line = at.line;
    let told = line.cited_as == Some(CitedAs::Retracted)
        || line
            .explanation
            .as_ref()
            .is_some_and(|text| says_retracted(text.as_str()));
    if !line.relation.is_evidence() || told || retraction(cx.set(), &line.study).is_some() {
        return;
    }
    for (review, included) in withdrawn_in(cx.set(), &line.study) {
        let message = format!(
            "claim `{}` stands on `{}`, which includes a retracted study, `{included}`",
            at.of.key, line.study
        );
        let mut diagnostic = cx
            .at(at.place("study"), message)
            .label("what it pooled may not hold");
        if let Some(record) = cx.set().studies.get(review.as_str()) {
            let position = record.value.includes.iter().position(|key| key == included);
            let place = record.place(&format!("/includes/{}", position.unwrap_or_default()));
            diagnostic = diagnostic.with(place, "included here");
        }
        if let Some((study, event)) = retraction(cx.set(), included) {
            diagnostic = with_event(diagnostic, study, event);
        }
        let diagnostic = diagnostic
            .note("a pooled result keeps the data of a study after its retraction, until the review is done again")
            .help(
                "see whether the result holds without that study, and say so in the line's `explanation`, with the word \
                 `retracted`; else take the line out",
            );
        cx.report(diagnostic);
    }
}
