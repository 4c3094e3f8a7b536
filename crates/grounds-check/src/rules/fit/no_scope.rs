//! A claim on evidence that does not say what it is about.

use grounds_model::{Basis, ClaimKind, Level};

use super::is_about_the_world;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/no-scope",
    level: Level::Error,
    summary: "a claim with evidence has no scope, so that nothing can be compared with its studies",
    docs: include_str!("no_scope.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    if claim.basis != Basis::Evidence || claim.evidence.is_empty() || !is_about_the_world(claim) {
        return;
    }
    let missing = match &claim.scope {
        None => "scope",
        Some(scope) if scope.outcome.is_none() => "outcome in its scope",
        Some(scope) if scope.intervention.is_empty() && claim.kind == ClaimKind::Efficacy => {
            "intervention in its scope"
        }
        Some(_) => return,
    };
    let field = if claim.scope.is_some() {
        "/scope"
    } else {
        "/statement"
    };
    let diagnostic = cx
        .at(at.document.place(field), format!("the claim has no {missing}"))
        .note("without it nobody, and no check, can say whether the studies fit the claim")
        .help("write `scope:` with population, intervention, comparator and outcome, as concepts of the vocabulary");
    cx.report(diagnostic);
}
