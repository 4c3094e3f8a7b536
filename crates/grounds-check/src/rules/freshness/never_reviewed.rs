//! An article or claim that names no review.

use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Reads, Rule};
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "freshness/never-reviewed",
    level: Level::Allow,
    summary: "an article or claim names no review",
    docs: include_str!("never_reviewed.md"),
    check: Check::Everywhere {
        article: check_article,
        rest: check,
        reads: Reads {
            same_claim: |former, now| former.value.review == now.value.review,
            ..Reads::NOTHING
        },
    },
};

fn check_article(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let Some(front) = &at.article.front else {
        return cx.indeterminate();
    };
    if front.value.review.is_none() {
        let message = format!("article `{}` names no review", at.key);
        let diagnostic = cx
            .at(front.place("/title"), message)
            .label("nobody answers for this")
            .help("add `review: {by: …, on: …, due: …}` to the front matter");
        cx.report(diagnostic);
    }
}

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
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
