//! A study in use that was corrected after its publication.

use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{is_in_use, with_uses};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/corrected",
    level: Level::Warn,
    summary: "a study in use was corrected after its publication",
    docs: include_str!("corrected.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let standing = at.study().standing();
    let Some(event) = standing.corrected.filter(|_| is_in_use(cx, at, standing)) else {
        return;
    };
    let place = at.document.place(&format!("/standing/{event}"));
    let message = format!("study `{}` is in use and was corrected", at.key);
    let diagnostic = cx.at(place, message).label("the report was corrected");
    let diagnostic = with_uses(diagnostic, cx, at.key)
        .help("compare the record's findings with the correction, then suppress this and say so");
    cx.report(diagnostic);
}
