//! A claim whose supporting studies are all of designs that cannot carry it.

use grounds_evidence::certainty::{Ceiling, ceiling};
use grounds_evidence::withdrawn;
use grounds_model::{Basis, Level, Relation};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/weak-design",
    level: Level::Error,
    summary: "no supporting study is of a design that can carry a claim of this kind",
    docs: include_str!("weak_design.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let lines: Vec<_> = claim
        .evidence
        .iter()
        .filter(|line| line.relation == Relation::Supports)
        .filter_map(|line| Some((line, cx.set().studies.get(line.study.as_str())?)))
        .filter(|(line, _)| withdrawn(cx.set(), &line.study).is_none())
        .collect();
    if claim.basis != Basis::Evidence || lines.is_empty() {
        return;
    }
    // Animals and tissue have a rule of their own; what is left are opinions and their like.
    let weak = |design| ceiling(claim.kind, design) == Ceiling::CannotCarry;
    if cx.allowed(at).is_none() || !lines.iter().all(|(_, study)| weak(study.value.design)) {
        return;
    }
    let mut diagnostic = cx
        .at(
            at.document.place("/kind"),
            "no supporting study can carry a claim of this kind",
        )
        .label("what the claim is");
    for (line, study) in lines {
        diagnostic = diagnostic.with(
            study.place("/design"),
            format!("the design of `{}`", line.study),
        );
    }
    let diagnostic = diagnostic
        .note("which designs answer which question: OCEBM Levels of Evidence Working Group, 2011")
        .help("stand the claim on a study that can carry it, make the lines `background` and the claim `speculative`, or correct its kind");
    cx.report(diagnostic);
}
