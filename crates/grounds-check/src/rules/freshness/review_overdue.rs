//! A review that was due before today.

use grounds_diagnostics::Place;
use grounds_model::{Level, Review};

use crate::context::Context;
use crate::rule::{Check, Reads, Rule};
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "freshness/review-overdue",
    level: Level::Warn,
    summary: "an article or claim should have been reviewed again by now",
    docs: include_str!("review_overdue.md"),
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
    if let Some(front) = &at.article.front
        && let Some(review) = &front.value.review
    {
        check_review(cx, review, || {
            let what = format!("article `{}`", at.key);
            (front.place("/review/due"), what)
        });
    }
}

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
    for (key, claim) in set.claims.iter() {
        if let Some(review) = &claim.value.review {
            check_review(cx, review, || {
                (claim.place("/review/due"), format!("claim `{key}`"))
            });
        }
    }
}

/// Checks a review; `of` says where its date stands, and of what it is one.
fn check_review(cx: &mut Context<'_>, review: &Review, of: impl FnOnce() -> (Place, String)) {
    let late = review.due.days_until(cx.as_of());
    if late <= 0 {
        return;
    }
    let (due, what) = of();
    let days = if late == 1 { "day" } else { "days" };
    let diagnostic = cx
        .at(due, format!("review of {what} is {late} {days} overdue"))
        .label(format!("due before {}", cx.as_of()))
        .help("review it, then move `on` and `due`");
    cx.report(diagnostic);
}
