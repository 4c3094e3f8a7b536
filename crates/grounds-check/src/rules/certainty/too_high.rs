//! A level of certainty above what its start and its steps come to.

use grounds_evidence::certainty::{after_steps, level_name};
use grounds_model::{Basis, Level};

use super::{because_of_included, sum, with_steps};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "certainty/too-high",
    level: Level::Error,
    summary: "a level of certainty is above what the designs and the declared steps allow",
    docs: include_str!("too_high.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(certainty) = &claim.certainty else {
        return;
    };
    if claim.basis == Basis::Speculative {
        if certainty.level > grounds_model::CertaintyLevel::VeryLow {
            let diagnostic = cx
                .at(
                    at.document.place("/certainty/level"),
                    "a speculative claim is of very low certainty",
                )
                .label(format!("declared {}", level_name(certainty.level)))
                .with(at.document.place("/basis"), "no direct evidence")
                .help("write `level: very-low`, or stand the claim on evidence");
            cx.report(diagnostic);
        }
        return;
    }
    let of_evidence = at.allowed.and_then(|allowed| allowed.start);
    // A declared start above the designs' has a rule of its own; the sum is then that of the designs.
    let start = match (certainty.start, of_evidence) {
        (Some(declared), Some((level, _))) => declared.min(level),
        (Some(declared), None) => declared,
        (None, Some((level, _))) => level,
        (None, None) => {
            cx.indeterminate();
            return;
        }
    };
    let reached = after_steps(start, certainty);
    if certainty.level <= reached {
        return;
    }
    let mut diagnostic = cx
        .at(
            at.document.place("/certainty/level"),
            format!(
                "the evidence allows {} certainty, not {}",
                level_name(reached),
                level_name(certainty.level)
            ),
        )
        .label(sum(start, certainty, reached));
    if let Some((level, key)) = of_evidence
        && let Some(study) = cx.set().studies.get(key.as_str())
    {
        let text = format!(
            "the best design that bears on it, `{key}`: starts {}",
            level_name(level)
        );
        diagnostic = because_of_included(diagnostic, &study.value);
        diagnostic = diagnostic.with(study.place("/design"), text);
    }
    let diagnostic = with_steps(diagnostic, at, certainty)
        .help("lower the level, or take back a step that does not hold");
    cx.report(diagnostic);
}
