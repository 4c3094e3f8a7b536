//! An article or claim that names no review.

use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "freshness/never-reviewed",
    level: Level::Allow,
    summary: "an article or claim names no review",
    docs: include_str!("never_reviewed.md"),
    check: Check::Set(check),
};

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
    for (key, article) in &set.articles {
        let Some(front) = &article.front else {
            cx.indeterminate();
            continue;
        };
        if front.value.review.is_none() {
            let message = format!("article `{key}` names no review");
            let diagnostic = cx
                .at(front.place("/title"), message)
                .label("nobody answers for this")
                .help("add `review: {by: …, on: …, due: …}` to the front matter");
            cx.report(diagnostic);
        }
    }
    for (key, claim) in set.claims.iter() {
        if claim.value.review.is_none() {
            let diagnostic = cx
                .at(
                    claim.place("/statement"),
                    format!("claim `{key}` names no review"),
                )
                .label("nobody answers for this")
                .help("add `review: {by: …, on: …, due: …}`");
            cx.report(diagnostic);
        }
    }
}
