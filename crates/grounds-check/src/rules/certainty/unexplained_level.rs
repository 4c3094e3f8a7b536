//! A level of certainty below what its start and its steps come to.

use grounds_evidence::certainty::{after_steps, level_name};
use grounds_model::Level;

use super::{of_evidence, sum, with_steps};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "certainty/unexplained-level",
    level: Level::Error,
    summary: "a level of certainty is below what the declared steps explain",
    docs: include_str!("unexplained_level.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(certainty) = of_evidence(claim) else {
        return;
    };
    let by_design = cx.allowed(at).and_then(|allowed| allowed.start);
    let start = match (certainty.start, by_design) {
        (Some(declared), Some((level, _))) => declared.min(level),
        (Some(declared), None) => declared,
        (None, Some((level, _))) => level,
        (None, None) => return,
    };
    let reached = after_steps(start, certainty);
    if certainty.level >= reached {
        return;
    }
    let message = format!(
        "the steps lead to {} certainty, not to {}",
        level_name(reached),
        level_name(certainty.level)
    );
    let diagnostic = cx
        .at(at.document.place("/certainty/level"), message)
        .label(sum(start, certainty, reached))
        .note("GRADE asks for a reason for every step down");
    let diagnostic = with_steps(diagnostic, at, certainty)
        .help("add the step that is missing, with its reason, or raise the level");
    cx.report(diagnostic);
}
