//! A preprint in use whose version of record has been published.

use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{is_used, with_uses};
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
    let message = format!(
        "preprint `{}` is in use, and its version of record is published",
        at.key
    );
    let diagnostic = cx
        .at(at.document.place(&format!("/standing/{event}")), message)
        .label("published");
    let diagnostic = with_uses(diagnostic, cx, at.key)
        .note("review before publication changes results")
        .help(match by {
            Some(by) => format!("use `{by}` instead, and compare every number again"),
            None => "record the version of record as `by`, and use it instead".to_owned(),
        });
    cx.report(diagnostic);
}
