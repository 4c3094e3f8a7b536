//! A study in use that was retracted and replaced.

use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{is_used, with_successor, with_uses};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/replaced",
    level: Level::Error,
    summary: "a study in use was retracted and replaced by a corrected version",
    docs: include_str!("replaced.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let standing = at.study().standing();
    let Some(event) = standing.replaced.filter(|_| is_used(cx, at.key)) else {
        return;
    };
    let by = at.study().standing[event].by.as_ref();
    let message = format!(
        "study `{}` is in use and was retracted and replaced",
        at.key
    );
    let diagnostic = cx
        .at(at.document.place(&format!("/standing/{event}")), message)
        .label("another version has its place");
    let diagnostic = with_uses(diagnostic, cx, at.key)
        .note("the corrected version can say something else: that is why it was published");
    let advice = (
        "and compare every number again",
        "record the corrected version as `by`, and use it instead",
    );
    let diagnostic = with_successor(diagnostic, cx, by, advice);
    cx.report(diagnostic);
}
