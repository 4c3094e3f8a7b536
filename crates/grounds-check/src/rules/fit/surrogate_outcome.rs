//! A claim about what matters to people that stands on a surrogate for it.

use grounds_model::Level;

use super::at_outcome;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/surrogate-outcome",
    level: Level::Error,
    summary: "a claim about an outcome stands on a surrogate for it",
    docs: include_str!("surrogate_outcome.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    if let Some(diagnostic) = at_outcome(cx, at, true, "a surrogate") {
        cx.report(
            diagnostic
                .note("a change in a surrogate need not mean a change in what matters to people")
                .help("write the claim about what was measured, or make the line `background`"),
        );
    }
}
