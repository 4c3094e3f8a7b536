//! A statement that is not accounted for, though nothing in it asks for a check.

use grounds_model::Level;

use crate::context::Context;
use crate::coverage::Accounting;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "citation/unaccounted-statement",
    level: Level::Allow,
    summary: "a statement that seems harmless has no citation, no passage and no label",
    docs: include_str!("unaccounted_statement.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    if *at.accounting() != Accounting::Unaccounted(None) {
        return;
    }
    let diagnostic = cx
        .at(at.place(), "this statement is not accounted for")
        .label("nothing says on what ground")
        .help(
            "state a claim, `[…]{claim=id}`, cite a study, `[@key]`, or say that it is none: \
             `[…]{.context}`, `.definition`, `.advice`, `.opinion`",
        );
    cx.report(diagnostic);
}
