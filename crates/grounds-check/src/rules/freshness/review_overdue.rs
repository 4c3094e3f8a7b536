//! A review that was due before today.

use grounds_diagnostics::Place;
use grounds_model::{Level, Review};

use crate::context::Context;
use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "freshness/review-overdue",
    level: Level::Warn,
    summary: "an article or claim should have been reviewed again by now",
    docs: include_str!("review_overdue.md"),
    check: Check::Set(check),
};

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
    for (key, article) in &set.articles {
        if let Some(front) = &article.front
            && let Some(review) = &front.value.review
        {
            check_review(
                cx,
                review,
                front.place("/review/due"),
                &format!("article `{key}`"),
            );
        }
    }
    for (key, claim) in set.claims.iter() {
        if let Some(review) = &claim.value.review {
            check_review(
                cx,
                review,
                claim.place("/review/due"),
                &format!("claim `{key}`"),
            );
        }
    }
}

fn check_review(cx: &mut Context<'_>, review: &Review, due: Place, what: &str) {
    let late = review.due.days_until(cx.as_of());
    if late <= 0 {
        return;
    }
    let days = if late == 1 { "day" } else { "days" };
    let diagnostic = cx
        .at(due, format!("review of {what} is {late} {days} overdue"))
        .label(format!("due before {}", cx.as_of()))
        .help("review it, then move `on` and `due`");
    cx.report(diagnostic);
}
