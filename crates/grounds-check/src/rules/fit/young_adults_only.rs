//! A claim about adults that stands on young adults only.

use grounds_model::Level;

use super::narrower_population::{describe, leaves_out_older, narrower_lines};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/young-adults-only",
    level: Level::Warn,
    summary: "all studies that support a claim about adults were made in young adults",
    docs: include_str!("young_adults_only.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let lines = narrower_lines(cx, at);
    // Where somebody else is left out too, that is said of all.
    if lines.is_empty() || !lines.iter().all(|line| leaves_out_older(cx, at, line.0)) {
        return;
    }
    let message =
        "the claim is about adults of any age, and its studies were made in people under 45";
    let diagnostic = describe(cx, at, &lines, message).help(
        "say in the words, and in the scope, what ages were studied; where age does not matter, say why with \
         `directness: {population: {judgement: direct, reason: …}}`",
    );
    cx.report(diagnostic);
}
