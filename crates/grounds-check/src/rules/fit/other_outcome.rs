//! A finding about something else than the claim's outcome.

use grounds_model::Level;

use super::at_outcome;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/other-outcome",
    level: Level::Error,
    summary: "a supporting finding measured another outcome than the claim's",
    docs: include_str!("other_outcome.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    if let Some(diagnostic) = at_outcome(cx, at, false, "about another outcome") {
        cx.report(diagnostic.help(
            "name the finding that measured the claim's outcome, correct the scope, or make the line \
             `background`",
        ));
    }
}
