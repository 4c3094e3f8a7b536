//! A fenced div that is not closed, or a fence that opens or closes none.

use grounds_load::markdown::Fault;
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "structure/unbalanced-div",
    level: Level::Error,
    summary: "a fenced div is not closed, or a fence belongs to no div",
    docs: include_str!("unbalanced_div.md"),
    check: Check::Article(check),
};

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    for fault in &at.article.prose.tree.faults {
        let diagnostic = match fault {
            Fault::UnclosedDiv { range } => cx
                .at(at.article.place(range.clone()), "div is not closed")
                .label("nothing closes this")
                .note("readers get such a line as text, and what follows has no label")
                .help("write a line `:::` after the last block that belongs to it"),
            Fault::StrayDivFence { range, reason } => cx
                .at(
                    at.article.place(range.clone()),
                    format!("fence of no div: {reason}"),
                )
                .label("readers get this line as text")
                .help("take the line out, or put blank lines around it and balance the fences"),
            _ => continue,
        };
        cx.report(diagnostic);
    }
}
