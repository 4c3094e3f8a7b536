//! A claim about a later time than any of its supporting findings.

use grounds_evidence::Appraisal;
use grounds_load::child;
use grounds_model::{Dimension, Directness, Level};

use super::supporting_lines;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/short-follow-up",
    level: Level::Error,
    summary: "all findings that support a claim were made earlier than the claim says",
    docs: include_str!("short_follow_up.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let mut lines = supporting_lines(cx, at);
    // What does not bear on the claim was not made late enough either.
    if lines.iter().any(|(_, appraisal)| appraisal.bears()) {
        lines.retain(|(_, appraisal)| appraisal.bears());
    }
    let of = |appraisal: &Appraisal<'_>| appraisal.of(Dimension::FollowUp).effective();
    let narrower: Vec<_> = lines
        .iter()
        .filter(|(_, appraisal)| of(appraisal) == Directness::Narrower)
        .collect();
    if lines
        .iter()
        .any(|(_, appraisal)| of(appraisal) == Directness::Unknown)
    {
        cx.indeterminate();
        return;
    }
    if narrower.is_empty() || narrower.len() < lines.len() {
        return;
    }
    let mut diagnostic = cx
        .at(
            at.document.place("/scope/at"),
            "no supporting finding was made as late as the claim says",
        )
        .label("when the claim says");
    for (index, appraisal) in narrower {
        let line = &at.claim().evidence[*index];
        let study = cx.set().studies.get(line.study.as_str());
        if let (Some(study), Some(finding)) = (study, &line.finding) {
            let place = study.place(&format!("{}/at", child("/findings", finding.as_str())));
            let because = &appraisal.of(Dimension::FollowUp).because;
            diagnostic = diagnostic.with(place, because.clone());
        }
    }
    let diagnostic =
        diagnostic.help("write the claim about the time that was studied, or add a longer study");
    cx.report(diagnostic);
}
