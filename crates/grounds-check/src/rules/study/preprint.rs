//! A preprint in use whose version of record has been published.

use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{is_used, retraction, with_successor, with_uses};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/preprint",
    level: Level::Warn,
    summary: "a preprint is in use whose version of record has been published",
    docs: include_str!("preprint.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let standing = at.study().standing();
    let Some(event) = standing.version_of_record.filter(|_| is_used(cx, at.key)) else {
        return;
    };
    let by = at.study().standing[event].by.as_ref();
    let gone = by.is_some_and(|by| retraction(cx.set(), by).is_some());
    let now = if gone {
        "was retracted"
    } else {
        "is published"
    };
    let message = format!(
        "preprint `{}` is in use, and its version of record {now}",
        at.key
    );
    let diagnostic = cx
        .at(at.document.place(&format!("/standing/{event}")), message)
        .label("published");
    let diagnostic =
        with_uses(diagnostic, cx, at.key).note("review before publication changes results");
    let advice = (
        "and compare every number again",
        "record the version of record as `by`, and use it instead",
    );
    let diagnostic = with_successor(diagnostic, cx, by, advice);
    cx.report(diagnostic);
}
