//! A level of certainty below what its start and its steps come to.

use grounds_diagnostics::Diagnostic;
use grounds_evidence::certainty::{after_steps, level_name};
use grounds_model::{CertaintyLevel, Design, Key, Level};

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
    let allowed = at.allowed.and_then(|allowed| allowed.start);
    let by_design = allowed.as_ref().map(|(level, _)| *level);
    // A start above the design's has a rule of its own.
    let start = match (certainty.start, by_design) {
        (Some(declared), Some(level)) => declared.min(level),
        (Some(declared), None) => declared,
        (None, Some(level)) => level,
        (None, None) => return,
    };
    let reached = after_steps(start, certainty);
    if certainty.level >= reached {
        if let Some((level, key)) = &allowed
            && is_known(cx, key)
            && certainty.level < after_steps(*level, certainty)
        {
            let diagnostic = low_start(cx, at, start, *level);
            cx.report(diagnostic);
        }
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

/// Whether the start that a study gives is known: a review that names nothing it includes may be of weaker studies.
fn is_known(cx: &Context<'_>, key: &Key) -> bool {
    let review = [Design::SystematicReview, Design::MetaAnalysis];
    let study = cx.set().studies.get(key.as_str());
    study.is_some_and(|study| {
        !review.contains(&study.value.design) || !study.value.includes.is_empty()
    })
}

/// Steps down that are hidden in a start below the one that the design has.
fn low_start(
    cx: &Context<'_>,
    at: ClaimAt<'_>,
    start: CertaintyLevel,
    by_design: CertaintyLevel,
) -> Diagnostic {
    let message = format!(
        "this evidence starts from {}, and the rating from {}",
        level_name(by_design),
        level_name(start)
    );
    cx.at(at.document.place("/certainty/start"), message)
        .label("steps that nobody gave a reason for")
        .note("GRADE asks for a reason for every step down; the start depends on the question and the design alone: the table is in docs/certainty.md")
        .help(format!(
            "write `start: {}`, and the steps down with their reasons",
            level_name(by_design).replace(' ', "-")
        ))
}
